"""The strip: a day drawn to scale, so that lengths, gaps, overlaps and fixed starts read at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from forumdesk.rules.timing import clock
from forumdesk.ui import icons, wording
from forumdesk.ui.agenda.hatch import draw_gap, draw_overlap
from forumdesk.ui.agenda.kinds import family
from forumdesk.ui.agenda.note_texts import overlap_text
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow

WIDTH, HOURS, BLOCKS, BLOCK_WIDTH, BAR, PIN = 152, 54, 68, 70, 3, 13
TOP, BOTTOM = 10, 30
MOST_SCALE = 8.0
"""px a minute, where a day is short."""
TEXT_SIZE, LEAST_TEXT = 11, 12
HALF_HOUR, TEN_MINUTES = 30, 10


class Strip(QWidget):
    """One day of one forum. A click chooses an item; its times and title are told under the pointer."""

    chosen = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._theme = screen, LIGHT
        self._rows: list[AgendaRow] = []
        self._selected: UUID | None = None
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)

    def show_day(self, rows: Sequence[AgendaRow], selected: UUID | None) -> None:
        """Draw these items of one day, one of them outlined."""
        self._rows, self._selected = list(rows), selected
        self.update()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.setAccessibleName(screen.say("The day, drawn to scale"))
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def block_of(self, item: UUID) -> QRectF:
        """Where an item is drawn."""
        row = next(row for row in self._rows if row.id == item)
        return self._box(row.start, row.end)

    def item_at(self, at: QPointF) -> AgendaRow | None:
        """The item drawn there; of two that overlap, the one that is drawn on top."""
        return next((row for row in reversed(self._rows) if self._box(row.start, row.end).contains(at)), None)

    def sizeHint(self) -> QSize:
        """As wide as its hours and blocks."""
        return QSize(WIDTH, 400)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the item under the pointer."""
        row = self.item_at(event.position())
        if row:
            self.chosen.emit(row.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a block can be clicked."""
        on_block = self.item_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_block else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Tell of the item under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.item_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tip(row) if row else "", self)
            return True
        return super().event(event)

    def tip(self, row: AgendaRow) -> str:
        """What is told of an item."""
        title = self._screen.text(row.title) or wording.speaks(row, self._screen)
        lines = [wording.span(row.start, row.end), title, wording.who(row, self._screen)]
        if row.overlap:
            lines.append(overlap_text(row, self._screen))
        return plain("\n".join(filter(None, lines)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw hours, blocks, what lies between and over them, and pins."""
        if not self._rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_hours(painter)
        free = self._rows[0].start
        for row in self._rows:
            begins = max(free, row.start + row.overlap)
            ends = min((other.start for other in self._rows if row.start < other.start < row.end), default=row.end)
            self._draw_block(painter, row, begins, ends)
            free = max(free, row.end)
        for before, row in zip(self._rows, self._rows[1:], strict=False):
            if row.gap:
                draw_gap(painter, self._box(row.start - row.gap, row.start), self._theme)
            elif row.overlap and before is not row:
                draw_overlap(painter, self._box(row.start, row.start + row.overlap), self._theme)
        self._draw_marks(painter)

    @property
    def _scale(self) -> float:
        """px a minute."""
        length = max(row.end for row in self._rows) - self._first
        return min(MOST_SCALE, (self.height() - TOP - BOTTOM) / max(length, 1))

    @property
    def _first(self) -> int:
        return min(row.start for row in self._rows)

    def _y(self, minute: int) -> float:
        return TOP + (minute - self._first) * self._scale

    def _box(self, start: int, end: int) -> QRectF:
        top = self._y(start)
        return QRectF(BLOCKS, top, BLOCK_WIDTH, max(self._y(end) - top - 1, 2))

    def _draw_hours(self, painter: QPainter) -> None:
        painter.setFont(sized(self.font(), TEXT_SIZE))
        last = max(row.end for row in self._rows)
        first = -(-self._first // TEN_MINUTES) * TEN_MINUTES
        for minute in range(first, last + 1, TEN_MINUTES):
            y = self._y(minute)
            half = minute % HALF_HOUR == 0
            painter.setPen(QPen(QColor(self._theme.hairline_strong), 1))
            painter.drawLine(QPointF(BLOCKS - (8 if half else 5), y), QPointF(BLOCKS - 3, y))
            if half:
                painter.setPen(QColor(self._theme.ink_2))
                box = QRectF(0, y - 8, HOURS, 16)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock(minute))

    def _draw_block(self, painter: QPainter, row: AgendaRow, clear_from: int, clear_to: int) -> None:
        """A block in its family's colours; its words stand where nothing lies over it."""
        colours = self._theme.families[family(row.kind)]
        box = self._box(row.start, row.end)
        painter.fillRect(box, QColor(colours.tint))
        painter.fillRect(QRectF(box.left(), box.top(), BAR, box.height()), QColor(colours.ink))
        clear = self._box(clear_from, max(clear_from, clear_to))
        if clear.height() < LEAST_TEXT:
            return
        font = sized(self.font(), TEXT_SIZE)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        inner = clear.adjusted(BAR + 6, 0, -2, 0)
        if inner.height() > 2 * LEAST_TEXT:
            inner = QRectF(inner.left(), inner.top() + 4, inner.width(), 16)
        text = self._label(row, font, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_marks(self, painter: QPainter) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        for row in self._rows[1:]:
            if row.fixed:
                at = QPoint(BLOCKS - PIN - 1, round(self._y(row.start)) - PIN // 2)
                painter.fillRect(QRectF(at.x() - 1, at.y() - 1, PIN + 2, PIN + 2), QColor(theme.surface))
                painter.drawPixmap(at, icons.picture("pin", theme.accent, PIN, ratio))
        chosen = next((row for row in self._rows if row.id == self._selected), None)
        if chosen:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(chosen.start, chosen.end).adjusted(-1, -1, 1, 1), 3, 3)

    def _label(self, row: AgendaRow, font: QFont, width: int) -> str:
        """A speaker's name, the family name where there is no room for more; else what kind of item it is."""
        metrics, text = QFontMetrics(font), wording.chip(row.kind, self._screen).text
        if len(row.people) == 1 and family(row.kind) in ("remarks", "keynote", "report"):
            name = row.people[0].name
            text = self._screen.text(name).rpartition("·")[2]
            if metrics.horizontalAdvance(text) > width:
                text = _family_name(name.first, text)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _family_name(original: str, written: str) -> str:
    """The family name of a name in Latin letters: first where the original is an unbroken Chinese or Korean name."""
    words = written.split()
    return words[0 if " " not in original and "·" not in original else -1]
