"""Where things lie on the board, and where an item falls that is let go there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.board import Board, Column

GUTTER, HEAD, TOP, BOTTOM = 56, 60, 10, 24
"""px: the hours at the left, hall and forum at the top, and what stays free above and below the day."""
NARROWEST, WIDEST, BETWEEN = 152, 264, 4
LEAST_SCALE, MOST_SCALE = 2.8, 5.0
"""px a minute: five minutes have room for a line, and a short day does not fill the screen."""
SNAP = 5
"""Minutes to which a fixed start is dragged."""


@dataclass(frozen=True, slots=True)
class Fall:
    """Where an item falls: which column, how many of its other items lie before it, when it begins there."""

    column: int
    place: int
    start: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A board in px, drawn in a window of some size. Heights and widths are without head and gutter."""

    board: Board
    first: int
    last: int
    scale: float
    width: int

    @classmethod
    def of(cls, board: Board, room: QSize) -> Plan:
        """As large as the room allows, and not smaller than can be read; whole hours around the day."""
        rows = [row for column in board.columns for row in column.rows]
        starts = [row.start for row in rows] or [column.day_start for column in board.columns] or [9 * 60]
        first = min(starts) // 30 * 30
        last = max([row.end for row in rows] or [first + 120])
        scale = (room.height() - HEAD - TOP - BOTTOM) / max(1, last - first)
        width = (room.width() - GUTTER) // max(1, len(board.columns))
        return cls(board, first, last, min(MOST_SCALE, max(LEAST_SCALE, scale)), min(WIDEST, max(NARROWEST, width)))

    @property
    def size(self) -> QSize:
        """Everything below the head and beside the hours."""
        height = TOP + round((self.last - self.first) * self.scale) + BOTTOM
        return QSize(self.width * len(self.board.columns), height)

    def y(self, minute: float) -> int:
        """Where a time lies."""
        return TOP + round((minute - self.first) * self.scale)

    def minute(self, y: float) -> float:
        """Which time lies there."""
        return self.first + (y - TOP) / self.scale

    def column(self, x: float) -> int:
        """The number of the column there, the nearest one where there is none."""
        return max(0, min(len(self.board.columns) - 1, int(x) // self.width))

    def box(self, column: int, start: int, end: int) -> QRect:
        """A stretch of time in a column."""
        top = self.y(start)
        return QRect(column * self.width + BETWEEN, top, self.width - 2 * BETWEEN, max(self.y(end) - top - 1, 3))

    def row_at(self, at: QPoint) -> AgendaRow | None:
        """The item drawn there; of two that overlap, the one that is drawn on top."""
        if not 0 <= at.x() < self.size.width():
            return None
        column = self.column(at.x())
        rows = reversed(self.board.columns[column].rows)
        return next((row for row in rows if self.box(column, row.start, row.end).contains(at)), None)

    def place_of(self, forum: object) -> int:
        """The number of a forum's column, or -1."""
        return next((n for n, column in enumerate(self.board.columns) if column.forum == forum), -1)


def fall(board: Board, row: AgendaRow, column: int, top: float, at: float) -> Fall:
    """Where an item falls: `top` is the time its upper edge is at, `at` the time under the pointer.

    A linked item falls behind what the pointer has passed the middle of; a fixed one takes its pin along.
    """
    others = others_of(board.columns[column], row)
    if row.fixed:
        start = max(0, round(top / SNAP) * SNAP)
        return Fall(column, sum(other.start <= start for other in others), start)
    place = sum((other.start + other.end) / 2 <= at for other in others)
    return Fall(column, place, others[place - 1].end if place else board.columns[column].day_start)


def across(board: Board, row: AgendaRow, column: int, by: int) -> Fall | None:
    """Where an item falls in a column at the side, at the time it has now; None where there is no column."""
    if not 0 <= column + by < len(board.columns):
        return None
    others = others_of(board.columns[column + by], row)
    place = sum(other.start < row.start for other in others)
    return Fall(column + by, place, row.start)


def others_of(column: Column, row: AgendaRow) -> list[AgendaRow]:
    """A column's items without one."""
    return [other for other in column.rows if other.id != row.id]
