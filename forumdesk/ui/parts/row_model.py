"""A table of rows known by their ids: what comes in anew is worked in, so that selection and editor stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from forumdesk.base.errors import Refused
from forumdesk.ui.parts.cells import Cell
from forumdesk.ui.screen import Screen


class Row(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> Hashable:
        """What it is known by, whatever else changes."""


R = TypeVar("R", bound=Row)
Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its heading, its width in px (0: what is left), what it shows and how it is edited.

    `edit` makes the command that a typed text means; it raises `Refused` for a text that means none.
    """

    heading: Callable[[Screen], str]
    width: int
    cell: Callable[[R, Screen], Cell]
    value: Callable[[R, Screen], str] | None = None
    edit: Callable[[R, str, Screen], object] | None = None
    right: bool = False


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows under columns. An edit changes nothing here: it asks for a command, and what that did comes back."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, columns: Sequence[Column[R]], screen: Screen) -> None:
        super().__init__()
        self.columns, self.screen = columns, screen
        self.lines: list[R] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Take these rows in the place of those before, telling views only what differs."""
        kept = {row.id for row in rows}
        for place in reversed(range(len(self.lines))):
            if self.lines[place].id not in kept:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.lines[place]
                self.endRemoveRows()
        known = {line.id for line in self.lines}
        for place, row in enumerate(rows):
            if row.id not in known:
                self.beginInsertRows(QModelIndex(), place, place)
                self.lines.insert(place, row)
                self.endInsertRows()
        self._order_as(rows)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))

    def speak(self, screen: Screen) -> None:
        """Show the same rows in another language."""
        self.screen = screen
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """How a cell is drawn."""
        return self.columns[column].cell(self.lines[row], self.screen)

    def place_of(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""
        return next((place for place, row in enumerate(self.lines) if row.id == row_id), -1)

    def _order_as(self, rows: Sequence[R]) -> None:
        places = {row.id: place for place, row in enumerate(rows)}
        if [places[line.id] for line in self.lines] == list(range(len(rows))):
            self.lines = list(rows)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(places[self.lines[index.row()].id], index.column()) for index in before]
        self.lines = list(rows)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The text of a cell, or what is edited there."""
        if role not in (_DISPLAY, _EDIT):
            return None
        column, row = self.columns[index.column()], self.lines[index.row()]
        if role == _EDIT:
            return column.value(row, self.screen) if column.value else None
        return column.cell(row, self.screen).text

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Ask for the command that a typed text means; nothing, where it is what stands there already."""
        column, row = self.columns[index.column()], self.lines[index.row()]
        if role != _EDIT or column.edit is None or value == self.data(index, _EDIT):
            return False
        try:
            self.asked.emit(column.edit(row, str(value), self.screen))
        except Refused as refused:
            self.refused.emit(refused)
            return False
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The headings of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].heading(self.screen)
        if role == _ALIGNMENT:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.columns[index.column()].edit is not None and self.is_item(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def is_item(self, place: int) -> bool:
        """Whether a row is one to work with; others only tell something."""
        return 0 <= place < len(self.lines)
