"""The people page: everybody at the event, in order of rank, then by pinyin."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from forumdesk.base.changes import ChangeSet
from forumdesk.ui.pages import Around, Page
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.people.model import PeopleModel
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.people import PersonRow
    from forumdesk.store.work import Look

ROW_HEIGHT, SIDE = 32, 16


class PeoplePage(Page):
    """One row a person."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.head = Head()
        self.model = PeopleModel(screen)
        self.model.asked.connect(around.operations.run)
        self.model.refused.connect(around.refuse)
        self.view = RowView(self.model, ROW_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        table = QVBoxLayout()
        table.setContentsMargins(SIDE, 0, SIDE, 0)
        table.addWidget(self.view)
        column.addLayout(table, 1)
        around.operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the people anew."""
        self.around.operations.look(_people, self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("People"))
        self.view.setAccessibleName(screen.say("People"))
        self.model.speak(screen)
        self._count()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()

    def settle(self) -> None:
        """Take the keyboard to the table."""
        self.view.setFocus()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on a person."""
        place = self.model.place_of(row)
        if place >= 0:
            self.view.select_row(place)

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
        self.head.count.setText(self.screen_of.say("{count} people", count=count) if count else "")


def _people(look: Look) -> tuple[PersonRow, ...]:
    from forumdesk.store.screens.people import people

    return people(look)
