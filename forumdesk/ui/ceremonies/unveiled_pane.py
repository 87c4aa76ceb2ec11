"""What is launched, unveiled or released, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.recipients import UnveiledModel
from forumdesk.ui.ceremonies.sheet import CeremonySheet
from forumdesk.ui.page import Around
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow


class UnveiledPane(QWidget):
    """A table of names; a new one is typed or pasted below the last, or into a line that is only announced."""

    def __init__(self, known: Known, screen: Screen, around: Around) -> None:
        super().__init__()
        self._row: CeremonyRow | None = None
        self._screen = screen
        self.section, self.count = Label("section"), Label("count")
        self.model = UnveiledModel(screen)
        self.table = CeremonySheet(self.model, around, "unveiled", known)
        self.view = self.table.view
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.section)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.table.speak(screen)
        self.view.setAccessibleName(screen.say("What is unveiled"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.table.wear(theme)

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show what is unveiled."""
        self._row = row
        self.table.show_ceremony(row, row.unveiled)
        self._name()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on one of them."""
        self.table.select(self.model.place_of(row))

    def _name(self) -> None:
        row, screen = self._row, self._screen
        if row is None:
            return
        is_launch = row.kind == "launch"
        self.section.setText(screen.say("What is launched") if is_launch else screen.say("What is unveiled"))
        self.count.setText(str(row.named) if row.announced is None else f"{row.named}/{row.announced}")
