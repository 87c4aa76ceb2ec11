"""A table of as many rows as there are: it knows every id, and the rows that were looked at lately.

The ids come from one query, sorted and filtered by the database; rows come a page at a time, when they are first
drawn. Nothing is read on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Signal

from forumdesk.base.changes import ChangeSet
from forumdesk.ui.parts.table_model import Column, TableModel
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations

PAGE = 100
FEW = 10
"""So many rows are sooner looked for one by one than among all of a hundred thousand."""

MOST_ROWS = 5_000
"""How many rows are kept; those that came first leave first."""

R = TypeVar("R", bound="Any")
T = TypeVar("T")


@dataclass(frozen=True)
class Source(Generic[R]):
    """Where rows come from: the ids (as hex texts) that a query finds, how many there are in all, rows by id.

    `touched` says whether a row looks different after a change, `position` where it stands in the list's own order,
    `kind` which table the ids are of.
    """

    kind: str
    ids: Callable[[Look, Any], list[str]]
    total: Callable[[Look], int]
    rows: Callable[[Look, Sequence[str]], Mapping[str, R]]
    touched: Callable[[R, ChangeSet], bool]
    position: Callable[[R], int]


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """What a query found, with the rows of the first page, and where its ids differ from those known before.

    They are the same before the place `first` and in the last `behind` places; `is_reordered`: the same in
    another order.
    """

    ids: list[str]
    total: int
    rows: Mapping[str, R]
    first: int
    behind: int
    is_reordered: bool


class PagedModel(TableModel[R]):
    """Rows under columns, in the order and choice of `query`, which only the source understands."""

    filled = Signal()
    """Ids came: those of the query, or of one that was asked for just before it."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        screen: Screen,
        operations: Operations,
        *,
        source: Source[R],
        query: object,
        invitation: Callable[[Screen], str] | None = None,
    ) -> None:
        super().__init__(columns, screen, invitation)
        self._operations, self._source, self.query = operations, source, query
        self.ids: list[str] = []
        self.total = 0
        self.is_read = False
        self._rows: dict[str, R] = {}
        self._places: dict[str, int] | None = None
        self._wanted: dict[int, None] = {}
        self._asks = self._asks_again = self._fetches = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fetch_wanted)
        operations.failed.connect(self._on_failed)

    def ask(self, query: object) -> None:
        """Show what another query finds."""
        self.query = query
        self.refresh()

    def refresh(self) -> None:
        """Read the ids anew. Of several wishes in a row only the last one is followed."""
        if self._asks:
            self._asks_again = True
            return
        self._asks = True
        self._operations.look(partial(_find, self._source, self.query, self.ids), self._on_found)

    def take_in(self, changes: ChangeSet) -> None:
        """Read again what a change touched of the rows known here; the order stays until rows were moved."""
        stale = [row_id for row_id, row in self._rows.items() if self._source.touched(row, changes)]
        new = changes.rows.get(self._source.kind, frozenset())
        unread = {row_id.hex for row_id in new} - self._rows.keys()
        if any(row_id not in self.places for row_id in unread):
            for row_id in stale:
                del self._rows[row_id]
            self.refresh()
        elif stale or new:
            answer = partial(self._on_again, is_moved=bool(unread))
            self._operations.look(partial(_again, self._source, stale), answer)

    @property
    def places(self) -> dict[str, int]:
        """Where each id stands."""
        if self._places is None:
            self._places = {row_id: place for place, row_id in enumerate(self.ids)}
        return self._places

    def count(self) -> int:
        """How many rows the query found."""
        return len(self.ids)

    def row_at(self, place: int) -> R | None:
        """The row in a place, if it is known; else it will be read."""
        if not 0 <= place < len(self.ids):
            return None
        row = self._rows.get(self.ids[place])
        if row is None:
            page = place // PAGE
            self._wanted.pop(page, None)
            self._wanted[page] = None
            if not self._fetches and not self._soon.isActive():
                self._soon.start()
        return row

    def id_at(self, place: int) -> Hashable | None:
        """The id of the row in a place."""
        return UUID(self.ids[place]) if 0 <= place < len(self.ids) else None

    def ids_in(self, places: Sequence[int]) -> Callable[[], list[Hashable]]:
        """The ids of the rows now in some places; a hundred thousand are made where they are asked for."""
        ids = self.ids
        return lambda: [UUID(ids[place]) for place in places if place < len(ids)]

    def place_of(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""
        return self.places.get(row_id.hex, -1) if isinstance(row_id, UUID) else -1

    def fetch(self, places: Sequence[int], make: Callable[[list[R]], T], answer: Callable[[T], None]) -> None:
        """Make something of the rows in some places; they are read, and it is made, off the window's thread."""
        ids = [self.ids[place] for place in places if place < len(self.ids)]
        self._operations.look(partial(_make, self._source, ids, make), answer)

    def _on_found(self, found: Found[R]) -> None:
        self._asks = False
        self._keep(found.rows)
        self.total, self.is_read = found.total, True
        self._show(found)
        if self._asks_again:
            self._asks_again = False
            self.refresh()
        self.filled.emit()

    def _show(self, found: Found[R]) -> None:
        """Take other ids, telling views of no more than the stretch that differs."""
        old, ids, first, behind = self.ids, found.ids, found.first, found.behind
        if found.is_reordered:
            self._reorder(ids)
            return
        if len(old) - behind > first:
            self.beginRemoveRows(QModelIndex(), first, len(old) - behind - 1)
            self.ids, self._places = old[:first] + old[len(old) - behind :], None
            self.endRemoveRows()
        if len(ids) - behind > first:
            self.beginInsertRows(QModelIndex(), first, len(ids) - behind - 1)
            self.ids, self._places = ids, None
            self.endInsertRows()
        self.tell_all()

    def _reorder(self, ids: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        before, old = self.persistentIndexList(), self.ids
        self.ids, self._places = ids, None
        rows = {index.row() for index in before if index.row() < len(old)}
        find = ids.index if len(rows) < FEW else self.places.__getitem__
        places = {row: find(old[row]) for row in rows}
        after = [self.index(places.get(index.row(), index.row()), index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _fetch_wanted(self) -> None:
        """Read the page that was looked for last: whoever scrolls on does not wait for those between."""
        if self._fetches or not self._wanted:
            return
        page, _ = self._wanted.popitem()
        next_to = next((other for other in (page + 1, page - 1) if other in self._wanted), page)
        self._wanted.clear()
        first, last = min(page, next_to) * PAGE, (max(page, next_to) + 1) * PAGE
        self._fetches = True
        ids = [row_id for row_id in self.ids[first:last] if row_id not in self._rows]
        self._operations.look(lambda look: self._source.rows(look, ids), self._on_rows)

    def _on_rows(self, rows: Mapping[str, R]) -> None:
        self._fetches = False
        self._keep(rows)
        self.tell_all()

    def _on_again(self, again: tuple[int, Mapping[str, R]], *, is_moved: bool) -> None:
        total, rows = again
        position, known = self._source.position, self._rows
        is_moved |= any(position(row) != position(known[row_id]) for row_id, row in rows.items() if row_id in known)
        self._keep(rows)
        if is_moved or total != self.total:
            self.refresh()
        self.tell_all()

    def _on_failed(self, _: object) -> None:
        """A look that failed answers nobody; the next one may."""
        self._asks = self._asks_again = self._fetches = False

    def _keep(self, rows: Mapping[str, R]) -> None:
        for row_id, row in rows.items():
            self._rows.pop(row_id, None)
            self._rows[row_id] = row
        for row_id in list(self._rows)[: max(0, len(self._rows) - MOST_ROWS)]:
            del self._rows[row_id]


def _find(source: Source[R], query: object, old: list[str], look: Look) -> Found[R]:
    ids = source.ids(look, query)
    shorter = min(len(old), len(ids))
    pairs = enumerate(zip(old, ids, strict=False))
    first = next((at for at, (one, other) in pairs if one != other), shorter)
    ends = enumerate(zip(reversed(old), reversed(ids), strict=False))
    behind = min(next((at for at, (one, other) in ends if one != other), shorter), shorter - first)
    is_reordered = len(old) == len(ids) and first < len(old) and set(old).issuperset(ids)
    return Found(ids, source.total(look), source.rows(look, ids[:PAGE]), first, behind, is_reordered)


def _again(source: Source[R], ids: Sequence[str], look: Look) -> tuple[int, Mapping[str, R]]:
    return source.total(look), source.rows(look, ids)


def _make(source: Source[R], ids: Sequence[str], make: Callable[[list[R]], T], look: Look) -> T:
    rows = source.rows(look, ids)
    return make([rows[row_id] for row_id in ids if row_id in rows])
