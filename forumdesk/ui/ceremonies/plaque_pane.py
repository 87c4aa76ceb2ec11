"""The recipients of a batch: the table of those entered and those announced, into which a list is pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.recipients import RECIPIENT, PlaqueModel
from forumdesk.ui.ceremonies.sheet import CeremonySheet
from forumdesk.ui.page import Around
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow


class PlaquePane(QWidget):
    """`paste` is the button that stands in the page's head: it brings a list to the first line that is free."""

    asked = Signal(object)

    def __init__(self, known: Known, screen: Screen, around: Around) -> None:
        super().__init__()
        self._row: CeremonyRow | None = None
        self._screen = screen
        self.section, self.count = Label("section"), Label("count")
        self.assign, self.paste = QPushButton(), QPushButton()
        self.assign.setIconSize(QSize(16, 16))
        self.paste.setIconSize(QSize(16, 16))
        self.paste.setProperty("primary", True)
        self.model = PlaqueModel(known, screen)
        self.table = CeremonySheet(self.model, around, "plaques", known)
        self.view = self.table.view
        self.paste.clicked.connect(self.take)
        self.assign.clicked.connect(self._on_assign)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.section)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.assign)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.assign.setText(screen.say("Assign presenters in rounds"))
        self.assign.setToolTip(screen.say("Every presenter hands over in turn, in as few rounds as they allow"))
        self.table.speak(screen)
        self.view.setAccessibleName(screen.say("Recipients"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.table.wear(theme)
        self.assign.setIcon(icons.icon("users", theme.ink_2, 16, disabled=theme.disabled))
        self.paste.setIcon(icons.icon("clipboard-paste", "#FFFFFF", 16, disabled=theme.disabled))

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a batch."""
        self._row = row
        self.table.show_ceremony(row, row.plaques)
        self.assign.setEnabled(row.named > 0)
        self._name()

    def take(self) -> None:
        """Paste the copied list into the first line that is free."""
        free = next((place for place, line in enumerate(self.model.lines) if line.plaque is None), -1)
        self.table.go_to_free(free, RECIPIENT + self._screen.side)
        self.table.paste()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on a plaque."""
        self.table.select(self.model.place_of(row))

    def _name(self) -> None:
        row, screen = self._row, self._screen
        if row is None:
            return
        batch, missing = screen.text(row.batch), (row.announced or 0) - row.named
        self.section.setText(screen.say("{batch}: recipients", batch=batch) if batch else screen.say("Recipients"))
        self.count.setText(str(row.named) if row.announced is None else f"{row.named}/{row.announced}")
        self.paste.setText(
            screen.say("Paste {count} names", count=missing) if missing > 0 else screen.say("Paste names")
        )

    def _on_assign(self) -> None:
        from forumdesk.app.commands.plaques import AssignPresenters

        if self._row is not None and self._row.ceremony is not None:
            self.asked.emit(AssignPresenters(ceremony=self._row.ceremony))
