"""A table of as many rows as there are: it knows every id, and the rows that were looked at lately.

The ids come from one query, sorted and filtered by the database; rows come a page at a time, when they are first
drawn. Nothing is read on the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Signal

from forumdesk.base.changes import ChangeSet
from forumdesk.base.ids import Ids
from forumdesk.base.job import Ticket
from forumdesk.ui.parts.table_model import Column, IdOf, TableModel
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations

PAGE = 100
MOST_ROWS = 5_000
"""How many rows are kept; those that came first leave first."""

R = TypeVar("R", bound="Any")
T = TypeVar("T")


@dataclass(frozen=True)
class Source(Generic[R]):
    """Where rows come from: the ids that a query finds, how many there are in all, rows by id (as hex texts).

    `touched` says whether a row looks different after a change, `position` where it stands in the list's own order,
    `kind` which table the ids are of.
    """

    kind: str
    ids: Callable[[Look, Any], Ids]
    total: Callable[[Look], int]
    rows: Callable[[Look, Sequence[str]], Mapping[str, R]]
    touched: Callable[[R, ChangeSet], bool]
    position: Callable[[R], int]


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """What a query found, with the rows of the first page, and where its ids differ from those known before.

    They are the same before the place `first` and in the last `behind` places.
    """

    ids: Ids
    total: int
    rows: Mapping[str, R]
    first: int
    behind: int


@dataclass(frozen=True, slots=True)
class Again(Generic[R]):
    """Rows that a change touched, as they are now; those that are `gone`; whether others may stand elsewhere."""

    rows: Mapping[str, R]
    gone: Sequence[str]
    is_moved: bool


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
        self.ids = Ids()
        self.total = 0
        self.is_read = False
        self._rows: dict[str, R] = {}
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
        self._operations.look(partial(_again, self._source, dict(self._rows), changes), self._on_again)

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

    def knows(self, places: range) -> bool:
        """Whether the rows in some places are known; the others are read."""
        known = [self.row_at(place) is not None for place in places if place < len(self.ids)]
        self._fetch_wanted()
        return all(known)

    def id_at(self, place: int) -> Hashable | None:
        """The id of the row in a place."""
        return UUID(self.ids[place]) if 0 <= place < len(self.ids) else None

    def ids_now(self) -> IdOf:
        """What `id_at` says now."""
        ids = self.ids
        return lambda place: UUID(ids[place]) if place < len(ids) else None

    def place_of(self, row_id: Hashable) -> int:
        """The number of the row with that id, or -1."""
        return self.ids.place(row_id.hex) if isinstance(row_id, UUID) else -1

    def fetch(
        self, places: Sequence[int], make: Callable[[list[R | None]], T], answer: Callable[[T], None], title: str = ""
    ) -> None:
        """Make something of the rows in some places; many are a job, which no step has to wait for."""
        ids, source, operations = self.ids, self._source, self._operations

        def made(look: Look, ticket: Ticket | None = None) -> T:
            wanted = [ids[place] for place in places if place < len(ids)]
            rows: list[R | None] = []
            for first in range(0, len(wanted), PAGE):
                some = wanted[first : first + PAGE]
                rows += map(source.rows(look, some).get, some)
                if ticket:
                    ticket.step(len(rows), len(wanted))
            return make(rows)

        def made_beside(ticket: Ticket) -> T:
            with operations.store.look() as look:
                return made(look, ticket)

        if len(places) > MOST_ROWS:
            operations.job(title, made_beside, answer)
        else:
            operations.look(made, answer)

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
        if len(old) == len(ids) > first:
            self._reorder(ids)
            return
        if len(old) - behind > first:
            self.beginRemoveRows(QModelIndex(), first, len(old) - behind - 1)
            self.ids = Ids(old.between(0, first).text + old.between(len(old) - behind, len(old)).text)
            self.endRemoveRows()
        if len(ids) - behind > first:
            self.beginInsertRows(QModelIndex(), first, len(ids) - behind - 1)
            self.ids = ids
            self.endInsertRows()
        self.tell_all()

    def _reorder(self, ids: Ids) -> None:
        """Take as many ids in the place of those before. What points at one that is gone stays where it is."""
        self.layoutAboutToBeChanged.emit()
        before, old = self.persistentIndexList(), self.ids
        self.ids = ids
        known = {row: old[row] for index in before if (row := index.row()) < len(old)}
        places = ids.places(set(known.values()))
        after = [self.index(places.get(known.get(index.row(), ""), index.row()), index.column()) for index in before]
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
        ids = [row_id for row_id in self.ids.between(first, last) if row_id not in self._rows]
        self._operations.look(lambda look: self._source.rows(look, ids), self._on_rows)

    def _on_rows(self, rows: Mapping[str, R]) -> None:
        self._fetches = False
        self._keep(rows)
        self.tell_all()

    def _on_again(self, again: Again[R]) -> None:
        for row_id in again.gone:
            self._rows.pop(row_id, None)
        self._keep(again.rows)
        if again.is_moved:
            self.refresh()
        if again.rows:
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


def _find(source: Source[R], query: object, old: Ids, look: Look) -> Found[R]:
    ids = source.ids(look, query)
    first, behind = old.alike(ids)
    return Found(ids, source.total(look), source.rows(look, list(ids.between(0, PAGE))), first, behind)


def _again(source: Source[R], known: Mapping[str, R], changes: ChangeSet, look: Look) -> Again[R]:
    stale = [row_id for row_id, row in known.items() if source.touched(row, changes)]
    rows = source.rows(look, stale)
    gone = [row_id for row_id in stale if row_id not in rows]
    unread = any(row_id.hex not in known for row_id in changes.rows.get(source.kind, ()))
    moved = any(source.position(row) != source.position(known[row_id]) for row_id, row in rows.items())
    return Again(rows, gone, is_moved=bool(gone) or unread or moved)
