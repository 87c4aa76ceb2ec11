"""A table of rows that are all in memory: what comes in anew is worked in, so that selection and editor stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QModelIndex

from forumdesk.ui.parts.table_model import Column, IdOf, Index, R, Row, TableModel
from forumdesk.ui.screen import Screen

__all__ = ["Column", "Index", "Row", "RowModel"]

T = TypeVar("T")


class RowModel(TableModel[R]):
    """A small table: agenda, people, a list in a panel."""

    def __init__(
        self, columns: Sequence[Column[R]], screen: Screen, invitation: Callable[[Screen], str] | None = None
    ) -> None:
        super().__init__(columns, screen, invitation)
        self.lines: list[R] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Take these rows in the place of those before, telling views only what differs."""
        if not (self.lines and rows):
            self._replace(rows)
            return
        kept = {row.id for row in rows}
        for first, last in reversed(_runs(line.id not in kept for line in self.lines)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.lines[first : last + 1]
            self.endRemoveRows()
        known = {line.id for line in self.lines}
        for first, last in _runs(row.id not in known for row in rows):
            self.beginInsertRows(QModelIndex(), first, last)
            self.lines[first:first] = rows[first : last + 1]
            self.endInsertRows()
        self._order_as(rows)
        self.tell_all()

    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    def row_at(self, place: int) -> R | None:
        """The row in a place."""
        return self.lines[place] if 0 <= place < len(self.lines) else None

    def id_at(self, place: int) -> Hashable | None:
        """The id of the row in a place."""
        row = self.row_at(place)
        return None if row is None else row.id

    def place_of(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""
        return next((place for place, row in enumerate(self.lines) if row.id == row_id), -1)

    def ids_now(self) -> IdOf:
        """What `id_at` says now."""
        ids = [line.id for line in self.lines]
        return lambda place: ids[place] if place < len(ids) else None

    def fetch(
        self,
        places: Sequence[int],
        make: Callable[[list[R | None]], T],
        answer: Callable[[T], None],
        title: str = "",  # noqa: ARG002
    ) -> None:
        """Make something of some rows, at once."""
        answer(make([self.row_at(place) for place in places]))

    def _replace(self, rows: Sequence[R]) -> None:
        """Take many rows at once, where none are there, or none come."""
        if self.lines:
            self.beginRemoveRows(QModelIndex(), 0, len(self.lines) - 1)
            self.lines = []
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self.lines = list(rows)
            self.endInsertRows()

    def _order_as(self, rows: Sequence[R]) -> None:
        places = {row.id: place for place, row in enumerate(rows)}
        if [places[line.id] for line in self.lines] == list(range(len(rows))):
            self.lines = list(rows)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [
            self.index(places[self.lines[index.row()].id], index.column()) if index.row() < len(rows) else index
            for index in before
        ]
        self.lines = list(rows)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _runs(marks: Iterable[bool]) -> list[tuple[int, int]]:
    """First and last place of each stretch that is marked."""
    stretches = (list(places) for is_marked, places in groupby(enumerate(marks), lambda each: each[1]) if is_marked)
    return [(places[0][0], places[-1][0]) for places in stretches]
