"""The board on the agenda page: which day it shows, what is said of it, and what is let fall on it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.ui import wording
from forumdesk.ui.agenda.board import BoardView
from forumdesk.ui.agenda.board_plan import Fall
from forumdesk.ui.agenda.buttons import LinkButton
from forumdesk.ui.page import Around
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.board import Board
    from forumdesk.store.work import Look


class Halls(QWidget):
    """The halls of one day. `shown` says that it was read, `asked` what is to be done.

    The day is the one that is chosen for all pages, else that of the item last gone to, else the event's first.
    """

    shown = Signal()
    asked = Signal(object)

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__()
        self._around, self._screen = around, screen
        self._day: dt.date | None = None
        self._wanted: UUID | None = None
        self._forum: UUID | None = None
        self._scope = Scope()
        self.view = BoardView(screen)
        self.clashes = LinkButton(warning=True)
        self.clashes.clicked.connect(self.next_clash)
        self.view.fell.connect(self._on_fell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def refresh(self, scope: Scope) -> None:
        """Read the day anew; where one forum is chosen, go to its column."""
        if scope != self._scope:
            self._forum = scope.forum
        self._scope = scope
        self._around.operations.look(partial(_board, scope.day or self._day), self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.view.speak(screen)
        self._count_clashes()

    def show_row(self, item: UUID) -> None:
        """Put the cursor on an item, now or when its day is there."""
        self._wanted = None if self.view.choose(item) else item
        if self._wanted is not None:
            self._around.operations.look(partial(_day_of, item), self._on_day)

    def next_clash(self) -> None:
        """Go to the next item somebody of which is needed in another hall at the same time."""
        if self.view.plan is not None:
            items = [row.id for column in self.view.columns for row in column.rows]
            here = items.index(self.view.row.id) if self.view.row else -1
            clashes = self.view.plan.board.clashes
            self.view.choose(next(item for item in items[here + 1 :] + items if item in clashes))
            self.view.setFocus()

    @property
    def place(self) -> tuple[UUID, dt.date] | None:
        """The forum and the day that the cursor is in."""
        plan, forum = self.view.plan, self.view.forum
        return (forum, plan.board.day) if plan is not None and forum is not None else None

    @property
    def summary(self) -> str:
        """What there is on the board."""
        if self.view.plan is None:
            return ""
        count = sum(len(column.rows) for column in self.view.columns)
        day = wording.short_date(self.view.plan.board.day, self._screen)
        return self._screen.say("{day}, {count} items", day=day, count=count)

    def _show(self, board: Board) -> None:
        self.view.show_board(board)
        self._count_clashes()
        if self._forum is not None:
            self.view.choose_forum(self._forum)
            self._forum = None
        if self._wanted is not None and self.view.choose(self._wanted):
            self._wanted = None
        self.shown.emit()

    def _count_clashes(self) -> None:
        clashes = self.view.plan.board.clashes if self.view.plan else {}
        people = {place.name for places in clashes.values() for place in places}
        self.clashes.name(self._screen.say("{count} in two halls at once", count=len(people)))
        self.clashes.setVisible(bool(people))

    def _on_day(self, place: tuple[UUID, dt.date] | None) -> None:
        if place is not None:
            self._day = place[1]
            self.refresh(self._scope)

    def _on_fell(self, row: AgendaRow, falls: Fall) -> None:
        command = self._let_fall(row, falls)
        if command is not None:
            self.asked.emit(command)

    def _let_fall(self, row: AgendaRow, falls: Fall) -> Command | None:
        from forumdesk.ui.agenda.wishes import let_fall

        return let_fall(self.view.plan.board, row, falls) if self.view.plan else None


def _board(day: dt.date | None, look: Look) -> Board:
    from forumdesk.store.screens.board import board

    return board(look, day)


def _day_of(item: UUID, look: Look) -> tuple[UUID, dt.date] | None:
    from forumdesk.store.screens.frame import day_of

    return day_of(look, item)
