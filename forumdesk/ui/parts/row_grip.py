"""The edge of a sheet by which whole rows are chosen and dragged to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.ui.parts.sheet_view import SheetView

WIDTH, DOT, APART = 16, 2, 4
_SELECT = QItemSelectionModel.SelectionFlag


class RowGrip(QHeaderView):
    """A press chooses the row, with Shift all rows up to it; a drag asks to put the chosen ones elsewhere.

    `dropped` says in front of which place. `gap` is that place while a drag is under way, else -1.
    """

    dropped = Signal(int)

    def __init__(self, view: SheetView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._from = self.gap = -1
        self.wear(LIGHT)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._ground, self._dots = QColor(theme.surface), QColor(theme.ink_3)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Six dots in front of the row under the pointer or the cursor."""
        painter.fillRect(rect, self._ground)
        if not self._view.rows.is_item(row) or row not in (self._view.hovered, self._view.currentIndex().row()):
            return
        left, top = rect.center().x() - APART // 2, rect.center().y() - APART
        for across in (0, APART):
            for down in (0, APART, 2 * APART):
                painter.fillRect(left + across, top + down, DOT, DOT, self._dots)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row, unless it is one of many that are chosen already."""
        row = self._view.rowAt(event.position().toPoint().y())
        if event.button() != Qt.MouseButton.LeftButton or not self._view.rows.is_item(row):
            return
        self._view.setFocus()
        first = self._view.columns_shown()[0]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            here = self._view.currentIndex().row()
            self._view.select_block(min(here, row), max(here, row), list(range(len(self._view.rows.columns))))
        elif row not in self._view.chosen():
            chosen = _SELECT.ClearAndSelect | _SELECT.Rows
            self._view.selectionModel().setCurrentIndex(self._view.rows.index(row, first), chosen)
        self._from = row

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the rows would go, and scroll on at the edges."""
        if self._from < 0:
            return
        y = min(max(0, event.position().toPoint().y()), self._view.viewport().height() - 1)
        self.gap = self._view.gap_at(y)
        if (row := self._view.rowAt(y)) >= 0:
            self._view.scrollTo(self._view.rows.index(row, self._view.currentIndex().column()))
        self._view.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let the rows go."""
        gap, self._from, self.gap = self.gap, -1, -1
        self._view.viewport().update()
        if gap >= 0:
            self.dropped.emit(gap)
