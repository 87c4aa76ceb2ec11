"""How the board is drawn: only what is in sight, every text laid out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from forumdesk.rules.timing import clock
from forumdesk.ui import icons, wording
from forumdesk.ui.agenda.board_plan import BETWEEN, GUTTER, HEAD, Fall, Plan
from forumdesk.ui.agenda.hatch import draw_gap, draw_overlap
from forumdesk.ui.agenda.kinds import family
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.board import Column

BAR, LINE, MARK, SMALL, TEXT = 3, 16, 13, 11, 12
INSIDE, LEAST_LINE = 7, 13
TWICE = 5
"""px: the band beside a column whose hall two forums hold at once."""
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class BoardPainter:
    """Draws a plan in a theme's colours and in the words of a screen."""

    def __init__(self, font: Callable[[], QFont], screen: Screen) -> None:
        self._font = font
        self.screen, self.theme, self.ratio = screen, LIGHT, 1.0
        self._cut: dict[tuple[str, int, bool], str] = {}

    def forget(self) -> None:
        """Lay out all texts anew: the words or the face are others."""
        self._cut.clear()

    def draw_ground(self, painter: QPainter, plan: Plan, sight: QRect) -> None:
        """Half hours, and hairlines between the columns."""
        line, first, last = QColor(self.theme.hairline), plan.first, plan.last
        for minute in range(first, last + 1, 30):
            y = plan.y(minute)
            if sight.top() <= y <= sight.bottom():
                painter.fillRect(QRect(sight.left(), y, sight.width(), 1), line)
        for number in self._in_sight(plan, sight):
            painter.fillRect(QRect((number + 1) * plan.width - 1, sight.top(), 1, sight.height()), line)

    def draw_column(self, painter: QPainter, plan: Plan, number: int, sight: QRect, chosen: UUID | None) -> None:
        """A forum's items that are in sight, what lies between and over them."""
        column, free = plan.board.columns[number], 0
        for start, end in column.twice:
            box = plan.box(number, start, end)
            draw_overlap(painter, QRectF(box.right() + BETWEEN - TWICE, box.top(), TWICE, box.height()), self.theme)
        rows = column.rows
        for place, row in enumerate(rows):
            box, begins = plan.box(number, row.start, row.end), max(free, row.start + row.overlap)
            free = max(free, row.end)
            if row.gap and place:
                gap = plan.box(number, row.start - row.gap, row.start)
                if gap.intersects(sight):
                    draw_gap(painter, QRectF(gap), self.theme)
            if not box.intersects(sight):
                continue
            ends = min(
                (other.start for other in rows[place + 1 : place + 3] if other.start < row.end), default=row.end
            )
            self.draw_block(painter, box, row, self._clear(plan, number, begins, ends), row.id in plan.board.clashes)
        for row in rows:
            if row.overlap:
                over = plan.box(number, row.start, row.start + row.overlap)
                if over.intersects(sight):
                    draw_overlap(painter, QRectF(over), self.theme)
            if row.id == chosen:
                self._outline(painter, plan.box(number, row.start, row.end))

    def draw_block(self, painter: QPainter, box: QRect, row: AgendaRow, clear: QRect, clashes: bool) -> None:
        """An item in its family's colours; its words stand where nothing lies over it."""
        theme, colours = self.theme, self.theme.families[family(row.kind)]
        painter.fillRect(box, QColor(colours.tint))
        painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), QColor(colours.ink))
        if clear.height() < LEAST_LINE:
            return
        room, right = clear.adjusted(BAR + INSIDE, 0, -INSIDE, 0), clear.right() - MARK - 4
        for shown, icon, colour in ((clashes, "users", theme.vermilion), (row.fixed, "pin", theme.accent)):
            if shown:
                at = QPoint(right, clear.top() + min(3, (clear.height() - MARK) // 2))
                painter.drawPixmap(at, icons.picture(icon, colour, MARK, self.ratio))
                right -= MARK + 3
                room.setRight(right)
        painter.setPen(QColor(colours.ink))
        texts = list(filter(None, (self.screen.text(row.title), wording.who(row, self.screen))))
        if clear.height() < 2 * LINE:
            is_low = clear.height() < LINE + 8
            line = QRect(room.left(), clear.top() + 3, room.width(), LINE)
            line = QRect(room.left(), clear.top(), room.width(), clear.height()) if is_low else line
            self._write(painter, line, f"{clock(row.start)}  {[*texts, self._kind(row)][0]}", SMALL)
            return
        line = QRect(room.left(), clear.top() + (3 if clear.height() >= 2 * LINE + 6 else 0), room.width(), LINE)
        self._write(painter, line, f"{wording.span(row.start, row.end)}  {self._kind(row)}", SMALL)
        line.setRight(clear.right() - INSIDE)
        for text, ink in zip(texts, (theme.ink, theme.ink_2), strict=False):
            line.translate(0, LINE)
            if line.bottom() <= clear.bottom():
                painter.setPen(QColor(ink))
                self._write(painter, line, text, TEXT)

    def draw_hours(self, painter: QPainter, plan: Plan, sight: QRect) -> None:
        """The hours at the left, which stay where they are when the board is scrolled across."""
        painter.setFont(sized(self._font(), SMALL))
        painter.setPen(QColor(self.theme.ink_2))
        for minute in range(plan.first, plan.last + 1, 30):
            y = plan.y(minute)
            if sight.top() - LINE <= y <= sight.bottom() + LINE:
                painter.drawText(QRect(0, y - 8, GUTTER - 8, 16), RIGHT, clock(minute))

    def draw_heads(self, painter: QPainter, plan: Plan, sight: QRect, chosen: UUID | None) -> None:
        """The halls, and below them the forums that hold them; they stay in sight."""
        for number in self._in_sight(plan, sight):
            column, following = plan.board.columns[number], plan.board.columns[number + 1 : number + 2]
            box = QRect(number * plan.width, 0, plan.width - 1, HEAD - 1)
            if column.forum == chosen:
                painter.fillRect(box, QColor(self.theme.selected))
            self._draw_head(painter, box, column)
            shared = column.hall is not None and any(other.hall == column.hall for other in following)
            top = HEAD // 2 if shared else 0
            painter.fillRect(QRect(box.right() + 1, top, 1, HEAD - top), QColor(self.theme.hairline))

    def _draw_head(self, painter: QPainter, box: QRect, column: Column) -> None:
        theme, side = self.theme, BETWEEN + INSIDE
        line = QRect(box.left() + side, 9, box.width() - 2 * side, 20)
        painter.setPen(QColor(theme.ink_2))
        self._write(painter, line.translated(0, 22), self.screen.text(column.title), TEXT)
        if column.twice:
            picture = icons.picture("triangle-alert", theme.vermilion, MARK + 1, self.ratio)
            painter.drawPixmap(line.right() - MARK, line.top() + 3, picture)
            line.setRight(line.right() - MARK - 6)
        painter.setPen(QColor(theme.vermilion if column.twice else theme.ink if column.hall else theme.amber))
        hall = self.screen.text(column.hall_name) if column.hall else self.screen.say("No hall yet")
        self._write(painter, line, hall, 13, bold=True)

    def draw_fall(self, painter: QPainter, plan: Plan, falls: Fall) -> None:
        """A line where an item falls that is let go now."""
        y, left = plan.y(falls.start), falls.column * plan.width
        painter.fillRect(QRect(left + BETWEEN, y - 1, plan.width - 2 * BETWEEN, 2), QColor(self.theme.accent))
        painter.setBrush(QColor(self.theme.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPoint(left + BETWEEN, y), 4, 4)

    def _kind(self, row: AgendaRow) -> str:
        return wording.chip(row.kind, self.screen).text

    def _clear(self, plan: Plan, number: int, start: int, end: int) -> QRect:
        return plan.box(number, start, end) if end > start else QRect()

    def _outline(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), 3, 3)

    def _in_sight(self, plan: Plan, sight: QRect) -> range:
        return range(
            max(0, sight.left() // plan.width), min(len(plan.board.columns), sight.right() // plan.width + 1)
        )

    def _write(self, painter: QPainter, room: QRect, text: str, size: int, *, bold: bool = False) -> None:
        font = sized(self._font(), size, bold=bold)
        painter.setFont(font)
        known = (text, room.width(), bold)
        if known not in self._cut:
            cut = partial(QFontMetrics(font).elidedText, text, Qt.TextElideMode.ElideRight)
            self._cut[known] = cut(room.width())
        painter.drawText(room, LEFT, self._cut[known])
