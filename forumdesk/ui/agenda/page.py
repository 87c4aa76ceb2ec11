"""The agenda page: the rundown of the event."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout

from forumdesk.base.changes import ChangeSet
from forumdesk.ui import wording
from forumdesk.ui.agenda.model import TIME, TITLE, AgendaModel
from forumdesk.ui.pages import Around, Page
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.work import Look

ROW_HEIGHT, NOTE_HEIGHT, SIDE = 36, 24, 16


class AgendaPage(Page):
    """Items in order, their times derived. Alt and an arrow move the item under the cursor."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.head = Head()
        self.model = AgendaModel(screen)
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
        self._up, self._down = self._action("Alt+Up", self.move_up), self._action("Alt+Down", self.move_down)
        around.operations.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the agenda anew."""
        self.around.operations.look(_agenda, self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Agenda"))
        self.view.setAccessibleName(screen.say("Agenda"))
        self._up.setText(screen.say("Move up"))
        self._down.setText(screen.say("Move down"))
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
        """Put the cursor on an item."""
        place = self.model.place_of(row)
        if place >= 0:
            self.view.select_row(place)

    def move_up(self) -> None:
        """Put the item under the cursor before the one before it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the item under the cursor behind the next one."""
        self._move(1)

    def _move(self, by: int) -> None:
        from forumdesk.app.commands.agenda import MoveItem

        item = self.model.item_at(self.view.currentIndex().row())
        if item is None:
            return
        day = [other.id for other in self.model.items if other.day == item.day]
        target = day.index(item.id) + by
        if not 0 <= target < len(day):
            return
        day.remove(item.id)
        self.around.operations.run(MoveItem(item=item.id, after=day[target - 1] if target else None))

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.agenda import READS

        if changes.rows.keys() & READS:
            self.refresh()

    def _show(self, rows: tuple[AgendaRow, ...]) -> None:
        self.model.show_agenda(rows)
        self.view.clearSpans()
        for place in range(len(self.model.lines)):
            is_item = self.model.is_item(place)
            self.view.setRowHeight(place, ROW_HEIGHT if is_item else NOTE_HEIGHT)
            if not is_item:
                self.view.setSpan(place, TIME, 1, self.model.columnCount() - TIME)
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, TITLE))
        self._count()

    def _count(self) -> None:
        rows, screen = self.model.items, self.screen_of
        if not rows:
            self.head.count.setText("")
            return
        length = wording.duration(sum(row.minutes + row.gap for row in rows), screen)
        self.head.count.setText(screen.say("{count} items, {duration}", count=len(rows), duration=length))

    def _action(self, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(do)
        self.view.addAction(action)
        return action


def _agenda(look: Look) -> tuple[AgendaRow, ...]:
    from forumdesk.store.screens.agenda import agenda

    return agenda(look)
