"""What a table of the desk is made of: columns as data, and rows that are known by their ids."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from forumdesk.base.errors import Refused
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.offer_edit import Offers
from forumdesk.ui.screen import Screen


class Row(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> Hashable:
        """What it is known by, whatever else changes."""


R = TypeVar("R", bound=Row)
T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
IdOf = Callable[[int], Hashable | None]
"""The id of the row in a place; None behind the last."""


_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: its heading, its width in px (0: what is left), what it shows and how it is edited.

    `edit` makes the command that a typed text means; it raises `Refused` for a text that means none. Where
    several cells of a row make one wish (a name in two languages), the column is `typed` instead: its table
    plans them together (see `draft`). `choices` are the words it takes, `offers` what completes others; `name` is
    what settings, sorting and drafts know it by; `key` what it is sorted by, where that is not its text. A `hidden`
    one is shown when the user asks for it. `one_by_one` are the numbers of choices that no menu gives to many rows.
    """

    heading: Callable[[Screen], str]
    width: int
    cell: Callable[[R, Screen], Cell]
    value: Callable[[R, Screen], str] | None = None
    edit: Callable[[R, str, Screen], object] | None = None
    right: bool = False
    name: str = ""
    typed: bool = False
    choices: Callable[[Screen], Sequence[str]] | None = None
    hidden: bool = False
    key: Callable[[R], Any] | None = None
    offers: Offers | None = None
    one_by_one: tuple[int, ...] = ()

    def text(self, row: R, screen: Screen) -> str:
        """What is edited or copied: the value, or else what is shown."""
        return self.value(row, screen) if self.value else self.cell(row, screen).text


def typed(
    name: str,
    heading: Callable[[Screen], str],
    width: int,
    value: Callable[[R, Screen], str],
    *,
    cell: Callable[[R, Screen], Cell] | None = None,
    **how: Any,
) -> Column[R]:
    """A column whose texts the table plans; without `cell` they are shown as they are."""
    shown = cell or (lambda row, screen: Cell(value(row, screen)))
    return Column(heading, width, shown, value, name=name, typed=True, **how)


def second(value: Callable[[R, Screen], str]) -> Callable[[R, Screen], Cell]:
    """Show a text less loudly."""
    return lambda row, screen: Cell(value(row, screen), Tone.SECOND)


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows under columns. An edit changes nothing here: it asks for a command, and what that did comes back.

    With an `invitation` there is one more row behind the last, which says it and takes what makes a new row.
    """

    asked = Signal(object)
    refused = Signal(object)
    typed = Signal(int, int, str)
    """Row, column and text, of columns that are `typed`."""

    def __init__(
        self, columns: Sequence[Column[R]], screen: Screen, invitation: Callable[[Screen], str] | None = None
    ) -> None:
        super().__init__()
        self.columns, self.screen, self.invitation = columns, screen, invitation
        self.first_typed = next((place for place, column in enumerate(columns) if column.typed), 0)

    @abstractmethod
    def count(self) -> int:
        """How many rows there are, without the one that invites."""

    @abstractmethod
    def row_at(self, place: int) -> R | None:
        """The row in a place; None while it is not known, and behind the last."""

    def knows(self, places: range) -> bool:  # noqa: ARG002
        """Whether the rows in some places are known; the others are on their way."""
        return True

    @abstractmethod
    def id_at(self, place: int) -> Hashable | None:
        """The id of the row in a place; None behind the last."""

    def stretch(self, place: int) -> tuple[int, int]:
        """The first and last place of the rows that move together with one."""
        return place, place

    @abstractmethod
    def ids_now(self) -> IdOf:
        """What `id_at` says now, whenever and on whichever thread it is asked for."""

    @abstractmethod
    def place_of(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""

    @abstractmethod
    def fetch(
        self, places: Sequence[int], make: Callable[[list[R | None]], T], answer: Callable[[T], None], title: str = ""
    ) -> None:
        """Make something of the rows in some places, known or not; None are those that are gone.

        `make` may run on another thread. Where that takes long, `title` tells the user of it.
        """

    def speak(self, screen: Screen) -> None:
        """Show the same rows in another language."""
        self.screen = screen
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.tell_all()

    def tell_all(self) -> None:
        """Let the views draw every row anew."""
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(self.columns) - 1))

    def cell(self, row: int, column: int) -> Cell:
        """How a cell is drawn."""
        found = self.row_at(row)
        if found is not None:
            return self.columns[column].cell(found, self.screen)
        if self.invitation is not None and row == self.count() and column == self.first_typed:
            return Cell(self.invitation(self.screen), Tone.THIRD)
        return Cell("")

    def column_named(self, name: str) -> int:
        """The number of a column, or -1."""
        return next((place for place, column in enumerate(self.columns) if column.name == name), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are, with the one that invites."""
        return 0 if parent is not None and parent.isValid() else self.count() + (self.invitation is not None)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The text of a cell, or what is edited there."""
        if role == _DISPLAY:
            return self.cell(index.row(), index.column()).text
        if role == _EDIT:
            column, row = self.columns[index.column()], self.row_at(index.row())
            return column.value(row, self.screen) if column.value and row is not None else None
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Ask for the command that a typed text means; nothing, where it is what stands there already."""
        column, row = self.columns[index.column()], self.row_at(index.row())
        if role != _EDIT or value == (self.data(index, _EDIT) or ""):
            return False
        if column.typed:
            self.typed.emit(index.row(), index.column(), str(value))
            return True
        if column.edit is None or row is None:
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
        column = self.columns[index.column()]
        if column.typed or (column.edit is not None and self.is_item(index.row())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def is_item(self, place: int) -> bool:
        """Whether a row is one to work with; others only tell something."""
        return 0 <= place < self.count()
