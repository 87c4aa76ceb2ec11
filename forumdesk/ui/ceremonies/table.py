"""Tables of this page: rows with a place among their kind, and cells that offer what could be typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QWidget

from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.parts.row_model import Column, Index, Row, RowModel
from forumdesk.ui.parts.row_painter import RowPainter
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.screen import Screen

ROW_HEIGHT = 32
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Offering(Column[R]):
    """A column that can be edited only in some rows: `where` says in which."""

    where: Callable[[R], bool] = lambda _: True


class OrderedModel(RowModel[R]):
    """Rows that can be dragged, and edited where their columns say so."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be edited, and its row dragged."""
        flags = super().flags(index)
        if not (index.isValid() and self.is_item(index.row())):
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        column = self.columns[index.column()]
        if isinstance(column, Offering) and not column.where(self.lines[index.row()]):
            flags &= ~Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


class OrderedView(RowView):
    """Alt and an arrow, or a drag, asks for another place; Delete for removal.

    `moved` says the row and the place it should have; `removed` the row.
    """

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, model: RowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(model, ROW_HEIGHT, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.painter = OfferPainter(self)
        self.setItemDelegate(self.painter)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.up = self.action("Alt+Up", lambda: self._ask_move(-1))
        self.down = self.action("Alt+Down", lambda: self._ask_move(1))
        self.take_out = self.action("Delete", lambda: self.removed.emit(self.currentIndex().row()))

    def speak(self, screen: Screen, name: str) -> None:
        """Be called `name`, and name the actions."""
        self.setAccessibleName(name)
        self.up.setText(screen.say("Move up"))
        self.down.setText(screen.say("Move down"))
        self.take_out.setText(screen.say("Remove"))
        self.rows.speak(screen)

    def action(self, keys: str, do: Callable[[], None]) -> QAction:
        """Something that keys do while the table has the keyboard, and its menu."""
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action

    def stay_in_order(self) -> None:
        """Let nobody move rows."""
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.removeAction(self.up)
        self.removeAction(self.down)

    def _ask_move(self, by: int) -> None:
        place = self.currentIndex().row()
        if place >= 0 and 0 <= place + by < self.rows.rowCount():
            self.moved.emit(place, place + by)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the place where the row was let go; the model changes when the step is done."""
        start, place = self.currentIndex().row(), self.place_at(event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if start >= 0:
            target = place - 1 if place > start else place
            if target != start:
                self.moved.emit(start, target)

    def place_at(self, y: int) -> int:
        """The gap between rows that is nearest to a height in the view: 0 is before the first row."""
        row = self.rowAt(y)
        if row < 0:
            return self.rows.rowCount()
        return row + (y > self.rowViewportPosition(row) + self.rowHeight(row) // 2)


class OfferPainter(RowPainter):
    """Edits with offers where a column has some."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field that offers, or a plain one."""
        view = self.parent()
        assert isinstance(view, RowView)
        column = view.rows.columns[index.column()]
        if not column.offers:
            return super().createEditor(parent, option, index)
        field = OfferEdit(column.offers, parent)
        field.taken.connect(lambda: self._take(field))
        return field

    def _take(self, field: OfferEdit) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)
