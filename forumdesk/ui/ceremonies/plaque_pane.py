"""The recipients of a batch: a place to paste their names, and the table of those entered and those announced."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.order import behind
from forumdesk.ui.ceremonies.paste_field import PasteField
from forumdesk.ui.ceremonies.recipients import RECIPIENT, PlaqueModel
from forumdesk.ui.ceremonies.table import OrderedView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.domain.text import Text
    from forumdesk.store.screens.ceremonies import CeremonyRow


class PlaquePane(QWidget):
    """`paste` is the button that stands in the page's head: it brings a list, and then enters it."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, known: Known, screen: Screen) -> None:
        super().__init__()
        self._row: CeremonyRow | None = None
        self.section, self.count = Label("section"), Label("count")
        self.assign, self.paste = QPushButton(), QPushButton()
        self.assign.setIconSize(QSize(16, 16))
        self.paste.setIconSize(QSize(16, 16))
        self.paste.setProperty("primary", True)
        self.field = PasteField()
        self.model = PlaqueModel(known, screen)
        self.view = OrderedView(self.model)
        self.view.least = 160
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.model.asked.connect(self.asked)
        self.model.refused.connect(self.refused)
        self.view.moved.connect(self._on_moved)
        self.view.removed.connect(self._on_removed)
        self.view.pasted.connect(self.take)
        self.field.entered.connect(self._on_entered)
        self.field.changed.connect(self._name_paste)
        self.paste.clicked.connect(self._on_paste)
        self.assign.clicked.connect(self._on_assign)

    def _arrange(self) -> None:
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
        column.addWidget(self.field)
        column.addWidget(self.view, 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.assign.setText(screen.say("Assign presenters in rounds"))
        self.assign.setToolTip(screen.say("Every presenter hands over in turn, in as few rounds as they allow"))
        self.field.speak(screen)
        self.view.speak(screen, screen.say("Recipients"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()
        self.assign.setIcon(icons.icon("users", theme.ink_2, 16, disabled=theme.disabled))
        self.paste.setIcon(icons.icon("clipboard-paste", "#FFFFFF", 16, disabled=theme.disabled))

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a batch."""
        if self._row is not None and self._row.id != row.id:
            self.field.text.clear()
        self._row = row
        self.model.show_ceremony(row)
        self.field.expect((line.name for line in row.plaques if line.plaque), row.announced)
        self.assign.setEnabled(row.named > 0)
        self._name()

    def take(self, text: str) -> None:
        """Show what is pasted, also where nothing is missing: then it says why nothing is entered."""
        if text.strip() or self._is_open():
            self.field.show()
            self.field.put(text)

    def show_row(self, row: UUID) -> None:
        """Put the cursor on a plaque."""
        place = self.model.place_of(row)
        if place >= 0:
            self.view.select_row(place)

    def finish(self) -> None:
        """Nothing is typed here that is not a cell's."""

    def _name(self) -> None:
        row, screen = self._row, self._screen
        if row is None:
            return
        batch = screen.text(row.batch)
        self.section.setText(screen.say("{batch}: recipients", batch=batch) if batch else screen.say("Recipients"))
        self.count.setText(str(row.named) if row.announced is None else f"{row.named}/{row.announced}")
        self._name_paste()

    def _name_paste(self) -> None:
        row, screen = self._row, self._screen
        missing = (row.announced or 0) - row.named if row else 0
        if not self.field.is_empty:
            self.paste.setText(screen.say("Enter {count} names", count=len(self.field.pasted.names)))
        elif missing > 0:
            self.paste.setText(screen.say("Paste {count} names", count=missing))
        else:
            self.paste.setText(screen.say("Paste names"))
        self.paste.setEnabled(self.field.can_enter or self.field.is_empty)
        if self.field.is_empty and self.field.text.hasFocus() and not self._is_open():
            self.view.setFocus()
        self.field.setVisible(self._is_open() or not self.field.is_empty)

    def _is_open(self) -> bool:
        """Whether more names are awaited."""
        row = self._row
        return row is not None and (row.announced is None or row.named < row.announced)

    def _on_paste(self) -> None:
        if self.field.is_empty:
            self.take(QGuiApplication.clipboard().text())
        else:
            self.field.enter()

    def _on_entered(self, names: tuple[Text, ...]) -> None:
        from forumdesk.app.commands.plaques import NamePlaques, Recipient

        if self._row is not None and self._row.ceremony is not None:
            recipients = tuple(Recipient(name=name) for name in names)
            self.asked.emit(NamePlaques(ceremony=self._row.ceremony, recipients=recipients))
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(0, RECIPIENT))

    def _on_assign(self) -> None:
        from forumdesk.app.commands.plaques import AssignPresenters

        if self._row is not None and self._row.ceremony is not None:
            self.asked.emit(AssignPresenters(ceremony=self._row.ceremony))

    def _on_removed(self, place: int) -> None:
        from forumdesk.app.commands.plaques import RemovePlaque

        plaque = self.model.lines[place].plaque if 0 <= place < len(self.model.lines) else None
        if plaque is not None:
            self.asked.emit(RemovePlaque(id=plaque))

    def _on_moved(self, place: int, target: int) -> None:
        from forumdesk.app.commands.plaques import MovePlaque

        order = [line.plaque for line in self.model.lines if line.plaque]
        if place < len(order) and min(target, len(order) - 1) != place:
            moved = order[place]
            self.asked.emit(MovePlaque(id=moved, after=behind(order, moved, min(target, len(order) - 1))))
