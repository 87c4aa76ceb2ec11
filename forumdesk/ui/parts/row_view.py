"""The table of a page: rows of fixed height, edited in place, everything by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from forumdesk.ui.parts.row_painter import RowPainter
from forumdesk.ui.parts.table_model import Index, TableModel

HEADING_HEIGHT = 28
PATIENCE = 50
"""ms for which what was scrolled into sight may be waited for before it is painted without its texts."""


class RowView(QTableView):
    """Shows rows, of which one is chosen. Typing, F2, Enter or a double click edits; Tab goes on to the next cell."""

    by_cells = False
    """Whether cells are chosen, and not whole rows."""

    least = 120
    """px that a column keeps which takes what the others leave."""

    def __init__(self, model: TableModel[Any], row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.hovered = -1
        model.layoutAboutToBeChanged.connect(self.choose_less)  # before the selection hears of it
        self.setModel(model)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # To draw a heading Qt looks whether all its cells are chosen, one by one; the headings show no choice.
            header.setSelectionModel(QItemSelectionModel(model, header))
        self.painter = RowPainter(self)
        self.setItemDelegate(self.painter)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_headers(row_height)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._paint_again)
        model.dataChanged.connect(self._paint_again)

    def _set_headers(self, row_height: int) -> None:
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(16)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(row_height)
        across = self.horizontalHeader()
        across.setFixedHeight(HEADING_HEIGHT)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(32)
        for place, column in enumerate(self.rows.columns):
            stretches = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(place, mode)
            if not stretches:
                self.setColumnWidth(place, column.width)

    def select_row(self, place: int) -> None:
        """Put the cursor on a row, in the column where it is, and bring it into sight."""
        index = self.rows.index(place, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def choose_less(self) -> None:
        """The rows are about to stand in another order."""

    def is_in_use(self) -> bool:
        """Whether the keyboard is here, in a cell or in its editor."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def many_word(self, index: Index) -> str:  # noqa: ARG002
        """What a field says that stands for several cells; empty: it stands for its own."""
        return ""

    def type_everywhere(self, text: str) -> None:
        """A field that stands for several cells was left with a text."""

    def leave_field(self, to: object) -> None:
        """A field of the sheet was left by a key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits the cell; Alt and an arrow belong to whoever moves rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # An editor lets its Enter through; the cell behind it is not to be edited anew.
            editable = self.rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
            if editable and self.state() != QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        self.painter.begin()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint rows that have to be read once, when they are there, and not also before."""
        height = self.verticalHeader().defaultSectionSize()
        top = self.verticalScrollBar().value()
        if dy and not self.rows.knows(range(top // height, (top + self.viewport().height()) // height + 1)):
            self.viewport().setUpdatesEnabled(False)
            if not self._patience.isActive():
                self._patience.start()
        super().scrollContentsBy(dx, dy)

    def _paint_again(self) -> None:
        self._patience.stop()
        self.viewport().setUpdatesEnabled(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Know the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        self.fit_columns()
        super().resizeEvent(event)

    def fit_columns(self) -> None:
        """Columns that take what is left keep a width one can read; a narrow window scrolls."""
        across = self.horizontalHeader()
        shown = [place for place in range(len(self.rows.columns)) if not across.isSectionHidden(place)]
        wide = [place for place in shown if self.rows.columns[place].width == 0]
        left = self.viewport().width() - sum(across.sectionSize(place) for place in shown if place not in wide)
        fits = left >= self.least * len(wide)
        for place in wide:
            mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(place, mode)
            if not fits:
                across.resizeSection(place, self.least)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the whole rows anew: the cursor is also a bar at their edge."""
        super().currentChanged(current, previous)
        self.viewport().update()
