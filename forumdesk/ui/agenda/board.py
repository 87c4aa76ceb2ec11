"""The board: a day's halls as columns, drawn to scale; items are dragged in a column or across."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollBar, QToolTip

from forumdesk.rules.timing import clock
from forumdesk.ui import wording
from forumdesk.ui.agenda.board_painter import BoardPainter
from forumdesk.ui.agenda.board_plan import GUTTER, HEAD, Fall, Plan, across, fall
from forumdesk.ui.agenda.note_texts import overlap_text
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.board import Board, Column

EDGE, SCROLL_MS, SCROLL_STEP = 32, 30, 24
"""px from an edge at which dragging scrolls on, and how often by how many px."""
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class BoardView(QAbstractScrollArea):
    """One day. `chosen` tells that another item or forum is under the cursor; `fell` which item was let go where."""

    chosen = Signal()
    fell = Signal(object, object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.forum: UUID | None = None
        """The forum whose column the cursor is in."""
        self._item: UUID | None = None
        self._screen = screen
        self._pressed: tuple[AgendaRow, QPoint] | None = None
        self._falls: Fall | None = None
        self._at = QPoint()
        self.painter = BoardPainter(self.font, screen)
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.wear(LIGHT)

    def show_board(self, board: Board) -> None:
        """Take in a day as it is now; the cursor stays on its item."""
        self.plan = Plan.of(board, self.viewport().size())
        if self.plan.place_of(self.forum) < 0:
            self.forum = board.columns[0].forum if board.columns else None
        if self.row is None:
            self._item = self.column.rows[0].id if self.column and self.column.rows else None
        else:
            self.forum = self.row.forum
        self._fit()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = self.painter.screen = screen
        self.setAccessibleName(screen.say("Halls side by side, drawn to scale"))
        self.painter.forget()
        self.viewport().update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.painter.theme = theme
        self.viewport().update()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The forums of the day, as they stand side by side."""
        return self.plan.board.columns if self.plan else ()

    @property
    def column(self) -> Column | None:
        """The column that the cursor is in."""
        return next((column for column in self.columns if column.forum == self.forum), None)

    @property
    def row(self) -> AgendaRow | None:
        """The item under the cursor."""
        return next((row for column in self.columns for row in column.rows if row.id == self._item), None)

    @property
    def is_dragging(self) -> bool:
        """Whether an item is on its way."""
        return self._falls is not None

    def choose(self, item: UUID) -> bool:
        """Put the cursor on an item and bring it into sight; False where it is not on the board."""
        for column in self.columns:
            for row in column.rows:
                if row.id == item:
                    self._put_cursor(column.forum, row)
                    return True
        return False

    def choose_forum(self, forum: UUID) -> None:
        """Put the cursor on a forum's first item."""
        column = next((column for column in self.columns if column.forum == forum), None)
        if column is not None and forum != self.forum:
            self._put_cursor(forum, column.rows[0] if column.rows else None)

    def box_of(self, item: UUID) -> QRect:
        """Where an item is drawn, in the viewport."""
        assert self.plan is not None
        for number, column in enumerate(self.columns):
            for row in column.rows:
                if row.id == item:
                    return self.plan.box(number, row.start, row.end).translated(self._origin)
        raise LookupError(item)

    def go_across(self, by: int) -> None:
        """Let the item under the cursor fall in the column beside, at the time it has now."""
        row = self.row
        if self.plan is not None and row is not None:
            falls = across(self.plan.board, row, self.plan.place_of(row.forum), by)
            if falls is not None:
                self.fell.emit(row, falls)

    def tip(self, row: AgendaRow) -> str:
        """What is told of an item."""
        screen = self._screen
        title = screen.text(row.title) or wording.speaks(row, screen)
        lines = [wording.span(row.start, row.end), title, wording.who(row, screen)]
        if row.overlap:
            lines.append(overlap_text(row, screen))
        for place in self.plan.board.clashes.get(row.id, ()) if self.plan else ():
            text = screen.say(
                "{name} is also needed in “{forum}”, {span}",
                name=screen.text(place.name), forum=screen.text(place.forum_title),
                span=wording.span(place.start, place.end),
            )  # fmt: skip
            lines.append(text)
        return plain("\n".join(filter(None, lines)))

    @property
    def _origin(self) -> QPoint:
        """Where the top left corner of the day lies in the viewport."""
        return QPoint(GUTTER - self.horizontalScrollBar().value(), HEAD - self.verticalScrollBar().value())

    def _fit(self) -> None:
        """Give the scroll bars their ranges."""
        if self.plan is None:
            return
        size, room = self.plan.size, self.viewport().size() - QSize(GUTTER, HEAD)
        for bar, whole, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(SCROLL_STEP)
        self.viewport().update()

    def _put_cursor(self, forum: UUID, row: AgendaRow | None) -> None:
        self.forum, self._item = forum, row.id if row else None
        self.setAccessibleDescription(self.tip(row) if row else "")
        self._bring_into_sight()
        self.viewport().update()
        self.chosen.emit()

    def _bring_into_sight(self) -> None:
        assert self.plan is not None
        left = self.plan.place_of(self.forum) * self.plan.width
        _show(self.horizontalScrollBar(), left, left + self.plan.width)
        if row := self.row:
            _show(self.verticalScrollBar(), self.plan.y(row.start) - EDGE, self.plan.y(row.end) + EDGE)

    def _step(self, across: int, down: int) -> None:
        """Put the cursor on the neighbour: the next item, or the one at this time in the next column."""
        column, row = self.column, self.row
        if self.plan is None or column is None:
            return
        if down and row is not None:
            place = column.rows.index(row) + down
            if 0 <= place < len(column.rows):
                self._put_cursor(column.forum, column.rows[place])
        elif across and 0 <= (number := self.plan.place_of(column.forum) + across) < len(self.columns):
            beside = self.columns[number]
            time = row.start if row else beside.day_start
            near = min(beside.rows, key=lambda other: abs(other.start - time), default=None)
            self._put_cursor(beside.forum, near)

    def _drag_to(self, at: QPoint) -> None:
        """Show where the item falls that is dragged."""
        assert self.plan is not None
        assert self._pressed is not None
        row, grip = self._pressed
        spot = at - self._origin
        column = self.plan.column(spot.x())
        top = self.plan.minute(spot.y() - grip.y())
        self._falls, self._at = fall(self.plan.board, row, column, top, self.plan.minute(spot.y())), at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if not self._scroll.isActive():
            self._scroll.start()
        self.viewport().update()

    def _scroll_on(self) -> None:
        room = self.viewport().rect().adjusted(GUTTER + EDGE, HEAD + EDGE, -EDGE, -EDGE)
        across = (self._at.x() > room.right()) - (self._at.x() < room.left())
        down = (self._at.y() > room.bottom()) - (self._at.y() < room.top())
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by * SCROLL_STEP)
        if self._pressed is not None and (across or down):
            self._drag_to(self._at)

    def _end_drag(self) -> None:
        self._pressed = self._falls = None
        self._scroll.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _item_at(self, at: QPoint) -> AgendaRow | None:
        if self.plan is None or at.x() < GUTTER or at.y() < HEAD:
            return None
        return self.plan.row_at(at - self._origin)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the item under the pointer, or the forum whose column it is."""
        at = event.position().toPoint()
        row = self._item_at(at)
        if row is not None:
            self._put_cursor(row.forum, row)
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = row, at - self.box_of(row.id).topLeft()
        elif self.plan is not None and self.columns and at.x() >= GUTTER:
            column = self.columns[self.plan.column((at - self._origin).x())]
            self._put_cursor(column.forum, None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, once the pointer went a little way."""
        at = event.position().toPoint()
        if self._pressed is None:
            shape = Qt.CursorShape.OpenHandCursor if self._item_at(at) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        row, grip = self._pressed
        way = at - grip - self.box_of(row.id).topLeft()
        if self.is_dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._drag_to(at)

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        """Let fall what is dragged."""
        pressed, falls = self._pressed, self._falls
        self._end_drag()
        if pressed is not None and falls is not None:
            self.fell.emit(pressed[0], falls)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours; Escape puts back what is dragged."""
        if event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._end_drag()
        elif event.key() in ARROWS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        ):  # fmt: skip
            self._step(*ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell of the item under the pointer, or of the forum whose head it is."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._item_at(event.pos())
            text = self.tip(row) if row else self._tip_of_head(event.pos())
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_of_head(self, at: QPoint) -> str:
        if self.plan is None or at.y() >= HEAD or at.x() < GUTTER or not self.columns:
            return ""
        column, screen = self.columns[self.plan.column((at - self._origin).x())], self._screen
        lines = [screen.text(column.hall_name), screen.text(column.title)]
        for start, end in column.twice:
            lines.append(
                screen.say("Another forum holds the hall too, {start} to {end}", start=clock(start), end=clock(end))
            )
        return plain("\n".join(filter(None, lines)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room there is."""
        super().resizeEvent(event)
        if self.plan is not None:
            self.plan = Plan.of(self.plan.board, self.viewport().size())
            self._fit()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what is in sight: the day, and over it the hours and the heads, which stay."""
        painter, plan, theme, room = QPainter(self.viewport()), self.plan, self.painter.theme, self.viewport().rect()
        painter.fillRect(room, QColor(theme.surface))
        if plan is None:
            return
        self.painter.ratio = self.devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        origin = self._origin
        body = room.adjusted(GUTTER, HEAD, 0, 0)
        sight = body.translated(-origin)
        painter.save()
        painter.setClipRect(body)
        painter.translate(origin)
        self.painter.draw_ground(painter, plan, sight)
        last = min(len(self.columns) - 1, sight.right() // plan.width)
        for number in range(max(0, sight.left() // plan.width), last + 1):
            self.painter.draw_column(painter, plan, number, sight, self._item)
        if self._falls is not None and self._pressed is not None:
            self._draw_dragged(painter, plan, self._falls, self._pressed)
        painter.restore()
        self._draw_edges(painter, plan, room, sight)

    def _draw_dragged(self, painter: QPainter, plan: Plan, falls: Fall, pressed: tuple[AgendaRow, QPoint]) -> None:
        row, grip = pressed
        box = QRect(self._at - grip - self._origin, plan.box(0, row.start, row.end).size())
        painter.setOpacity(0.8)
        self.painter.draw_block(painter, box, row, box, clashes=False)
        painter.setOpacity(1)
        self.painter.draw_fall(painter, plan, falls)

    def _draw_edges(self, painter: QPainter, plan: Plan, room: QRect, sight: QRect) -> None:
        theme = self.painter.theme
        painter.save()
        painter.setClipRect(QRect(0, HEAD, GUTTER, room.height() - HEAD))
        painter.translate(0, self._origin.y())
        self.painter.draw_hours(painter, plan, sight)
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(GUTTER, 0, room.width() - GUTTER, HEAD))
        painter.translate(self._origin.x(), 0)
        self.painter.draw_heads(painter, plan, sight, self.forum)
        painter.restore()
        painter.fillRect(QRect(0, HEAD - 1, room.width(), 1), QColor(theme.hairline_strong))
        if self.hasFocus():
            painter.fillRect(QRect(0, HEAD - 2, room.width(), 2), QColor(theme.focus))


def _show(bar: QScrollBar, start: int, end: int) -> None:
    """Scroll as little as brings a stretch into sight."""
    if start < bar.value():
        bar.setValue(start)
    elif end > bar.value() + bar.pageStep():
        bar.setValue(end - bar.pageStep())
