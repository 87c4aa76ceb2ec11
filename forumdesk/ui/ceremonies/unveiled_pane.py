"""What is launched, unveiled or released, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.ceremonies.names import as_text
from forumdesk.ui.ceremonies.order import behind
from forumdesk.ui.ceremonies.recipients import UnveiledModel
from forumdesk.ui.ceremonies.table import OrderedView
from forumdesk.ui.parts.field import HEIGHT
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow


class UnveiledPane(QWidget):
    """A table of names; a new one is typed into the field above it, or into a line that is only announced."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._row: CeremonyRow | None = None
        self.section, self.count = Label("section"), Label("count")
        self.name, self.add = QLineEdit(), QPushButton()
        self.name.setFixedSize(280, HEIGHT)
        self.add.setIconSize(QSize(16, 16))
        self.model = UnveiledModel(screen)
        self.view = OrderedView(self.model)
        self.model.asked.connect(self.asked)
        self.model.refused.connect(self.refused)
        self.view.moved.connect(self._on_moved)
        self.view.removed.connect(self._on_removed)
        self.name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.section)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.name)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.name.setPlaceholderText(screen.say("Another name"))
        self.name.setAccessibleName(screen.say("Another name"))
        self.add.setText(screen.say("Add"))
        self.view.speak(screen, screen.say("What is unveiled"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()
        self.add.setIcon(icons.icon("plus", theme.ink_2, 16))

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show what is unveiled."""
        self._row = row
        self.model.show_ceremony(row)
        self._name()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on one of them."""
        place = self.model.place_of(row)
        if place >= 0:
            self.view.select_row(place)

    def finish(self) -> None:
        """Nothing is typed here that is not a cell's."""

    def _name(self) -> None:
        row, screen = self._row, self._screen
        if row is None:
            return
        is_launch = row.kind == "launch"
        self.section.setText(screen.say("What is launched") if is_launch else screen.say("What is unveiled"))
        self.count.setText(str(row.named) if row.announced is None else f"{row.named}/{row.announced}")

    def _on_add(self) -> None:
        from forumdesk.app.commands.ceremonies import AddUnveiled

        typed = self.name.text().strip()
        if typed and self._row is not None and self._row.ceremony is not None:
            self.name.clear()
            self.asked.emit(AddUnveiled(ceremony=self._row.ceremony, name=as_text(typed, self._screen)))

    def _on_removed(self, place: int) -> None:
        from forumdesk.app.commands.ceremonies import RemoveUnveiled

        thing = self.model.lines[place].unveiled if 0 <= place < len(self.model.lines) else None
        if thing is not None:
            self.asked.emit(RemoveUnveiled(id=thing))

    def _on_moved(self, place: int, target: int) -> None:
        from forumdesk.app.commands.ceremonies import MoveUnveiled

        order = [line.unveiled for line in self.model.lines if line.unveiled]
        if place < len(order) and min(target, len(order) - 1) != place:
            moved = order[place]
            self.asked.emit(MoveUnveiled(id=moved, after=behind(order, moved, min(target, len(order) - 1))))
