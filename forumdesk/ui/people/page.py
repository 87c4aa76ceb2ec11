"""The people page: everybody at the event, in order of rank, then by pinyin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble
from forumdesk.ui.operations import Operations
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.people.model import PeopleModel
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from forumdesk.store.screens.people import PersonRow
    from forumdesk.store.work import Look

ROW_HEIGHT, SIDE = 32, 16


class PeoplePage(QWidget):
    """One row a person."""

    def __init__(self, operations: Operations, screen: Screen, refuse: Callable[[Trouble], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._operations, self._screen = operations, screen
        self.head = Head()
        self.model = PeopleModel(screen)
        self.model.asked.connect(operations.run)
        self.model.refused.connect(refuse)
        self.view = RowView(self.model, ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        table = QVBoxLayout()
        table.setContentsMargins(SIDE, 0, SIDE, 0)
        table.addWidget(self.view)
        column.addLayout(table, 1)
        operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the people anew."""
        self._operations.look(_people, self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.head.title.setText(screen.say("People"))
        self.view.setAccessibleName(screen.say("People"))
        self.model.speak(screen)
        self._count()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.people import READS

        if changes.rows.keys() & READS:
            self.refresh()

    def _show(self, rows: tuple[PersonRow, ...]) -> None:
        self.model.show_rows(rows)
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._count()

    def _count(self) -> None:
        count = len(self.model.lines)
        self.head.count.setText(self._screen.say("{count} people", count=count) if count else "")


def _people(look: Look) -> tuple[PersonRow, ...]:
    from forumdesk.store.screens.people import people

    return people(look)
