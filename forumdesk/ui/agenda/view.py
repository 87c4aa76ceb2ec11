"""The rundown's table: rows are dragged to another place, a line showing where they will fall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from forumdesk.ui.agenda.model import KIND, LANGUAGE, PIN, PIN_WIDTH, TIME, WHO, AgendaModel, Note
from forumdesk.ui.agenda.painter import AgendaPainter
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow

ROW_HEIGHT, NOTE_HEIGHT = 36, 24
KIND_WIDTH = {"zh": 80}
OTHER_KIND_WIDTH, OTHER_WHO_WIDTH, OTHER_LANGUAGE_WIDTH = 112, 124, 48
LEAST_WIDTH = 16


class AgendaView(RowView):
    """`dropped` says which item falls where: behind an item, or to the head of another one's day."""

    dropped = Signal(object, object, object)

    least = 80

    def __init__(self, model: AgendaModel) -> None:
        super().__init__(model, ROW_HEIGHT)
        self.agenda = model
        self.painter = AgendaPainter(self, model)
        self.setItemDelegate(self.painter)
        self.horizontalHeader().setMinimumSectionSize(LEAST_WIDTH)
        self.setColumnWidth(PIN, PIN_WIDTH)
        self._line = QColor(LIGHT.accent)
        self._pressed: tuple[AgendaRow, QPoint] | None = None
        self._gap: int | None = None

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.painter.wear(theme)
        self._line = QColor(theme.accent)
        self.viewport().update()

    def speak(self, language: str) -> None:
        """Make room for the words of a language."""
        self.setColumnWidth(KIND, KIND_WIDTH.get(language, OTHER_KIND_WIDTH))
        self.setColumnWidth(WHO, 112 if language in KIND_WIDTH else OTHER_WHO_WIDTH)
        self.setColumnWidth(LANGUAGE, 44 if language in KIND_WIDTH else OTHER_LANGUAGE_WIDTH)

    def lay_rows(self) -> None:
        """Give notes their height and the whole width."""
        self.clearSpans()
        for place in range(len(self.agenda.lines)):
            is_item = self.agenda.is_item(place)
            self.setRowHeight(place, ROW_HEIGHT if is_item else NOTE_HEIGHT)
            if not is_item:
                self.setSpan(place, TIME, 1, self.agenda.columnCount() - TIME)

    def in_sight(self) -> list[tuple[int, AgendaRow | Note]]:
        """The lines that can be seen, with their places."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = len(self.agenda.lines) - 1 if last < 0 else last
        return [(place, self.agenda.lines[place]) for place in range(max(0, first), last + 1)]

    def is_in_use(self) -> bool:
        """Whether the keyboard is here or in what stands beside it: the inspector shows the chosen row."""
        focus, page = QApplication.focusWidget(), self.parentWidget()
        return focus is not None and page is not None and page.isAncestorOf(focus)

    @property
    def is_dragging(self) -> bool:
        """Whether a row is on its way."""
        return self._gap is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row may be taken up here."""
        super().mousePressEvent(event)
        place = self.rowAt(event.position().toPoint().y())
        row = self.agenda.item_at(place)
        can = event.button() is Qt.MouseButton.LeftButton and self.agenda.before_trial is None
        self._pressed = (row, event.position().toPoint()) if row and can else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the row that was taken up."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._gap is None and (at - self._pressed[1]).manhattanLength() < QApplication.startDragDistance():
            return
        if self.state() == QAbstractItemView.State.EditingState:
            return
        self._scroll_towards(at.y())
        self._show_gap(self._gap_at(at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row fall."""
        gap, pressed = self._gap, self._pressed
        self._pressed = None
        self._show_gap(None)
        super().mouseReleaseEvent(event)
        if gap is None or pressed is None:
            return
        after, head = self._neighbours(self.agenda.lines[:gap])
        if after is None and head is None:  # above everything: the head of the first day
            head = self.agenda.items[0]
        self.dropped.emit(pressed[0], after, head)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits and carries nothing."""
        self._pressed = None
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of a row that is on its way."""
        if event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._pressed = None
            self._show_gap(None)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where a carried one would fall."""
        super().paintEvent(event)
        if self._gap is None:
            return
        count = len(self.agenda.lines)
        top = self.rowViewportPosition(self._gap) if self._gap < count else self._bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(0, max(0, top - 1), self.viewport().width(), 2, self._line)
        painter.fillRect(0, max(0, top - 4), 3, 8, self._line)

    def showEvent(self, event: QShowEvent) -> None:
        """Rows have their heights from the first moment."""
        super().showEvent(event)
        self.lay_rows()

    def _bottom(self) -> int:
        last = len(self.agenda.lines) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last)

    def _gap_at(self, y: int) -> int:
        """The number of the line above which a row falls that is let go at that height."""
        for place in range(len(self.agenda.lines)):
            if y < self.rowViewportPosition(place) + self.rowHeight(place) // 2:
                return place
        return len(self.agenda.lines)

    def _show_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.setCursor(Qt.CursorShape.ArrowCursor if gap is None else Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def _scroll_towards(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < ROW_HEIGHT // 2:
            bar.setValue(bar.value() - ROW_HEIGHT // 2)
        elif y > self.viewport().height() - ROW_HEIGHT // 2:
            bar.setValue(bar.value() + ROW_HEIGHT // 2)

    def _neighbours(self, above: Sequence[AgendaRow | Note]) -> tuple[AgendaRow | None, AgendaRow | None]:
        """The item above a gap; or, right below the heading of a day, none and an item of that day."""
        for line in reversed(above):
            if not isinstance(line, Note):
                return line, None
            if line.about == "day":
                return None, line.row
        return None, None
