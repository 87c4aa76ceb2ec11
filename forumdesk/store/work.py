"""Looking at the event, and one journalled transaction of work on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import nullcontext
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy import event as orm_event
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.sql.visitors import iterate

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Refused
from forumdesk.base.job import may_stop
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.entity import Entity
from forumdesk.store.journal import JournalBypassed, Recorder
from forumdesk.store.memory import Memory

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

_TABLE = re.compile(r"\b(?:FROM|JOIN) (\w+)")

MOST_PARAMETERS = 500
"""Values one SELECT is given; SQLite's limit was 999 for long."""


class NotFound(Refused):
    """There is no such row. Facts: kind, id."""

    code = "not-found"
    sentence = NOOP("There is no {kind} with the id {id}.")


class IdTaken(Refused):
    """A new row came with the id of another. Facts: kind, id."""

    code = "id-taken"
    sentence = NOOP("The id {id} belongs to another {kind} already.")


class StillUsed(Refused):
    """A row cannot be removed while others name it. Facts: kind, places (how many rows of which kind)."""

    code = "still-used"
    sentence = NOOP("This {kind} is still used ({places}); free it first, or remove it everywhere.")


class Look:
    """Reads one moment of the event for `actor`. Entities are for reading; what was read once is not read again.

    What it asks `once` its `memory` may know from an earlier look; without one nothing is remembered.
    """

    def __init__(self, session: Session, memory: Memory | None, actor: str) -> None:
        self._session, self._memory, self.actor = session, memory, actor
        self._tables: set[str] = set()
        """What was read for the answer that is being found out."""
        self._held: list[Entity] = []
        """What was asked for by its id: the session itself soon forgets, and the next command would read it again."""

    def find(self, kind: type[E], row_id: UUID | None) -> E | None:
        """The row with that id, or None (also for the id None)."""
        self._tables.add(kind.__tablename__)
        if row_id is None:
            return None
        # Of what waits to be written only a new row could be asked for: the others are known by their ids.
        with nullcontext() if self._session.new else self._session.no_autoflush:
            return self._session.get(kind, row_id)

    def get(self, kind: type[E], row_id: UUID) -> E:
        """The row with that id; `NotFound` where there is none."""
        found = self.find(kind, row_id)
        if found is None:
            raise NotFound(kind=Term(kind.__tablename__), id=row_id)
        self._held.append(found)
        return found

    def all(self, kind: type[E], /, **equals: Any) -> list[E]:
        """The rows whose columns equal the given values, by position where they have one, then by id."""

        def read() -> list[E]:
            may_stop()
            self._tables.add(kind.__tablename__)
            query = select(kind).filter_by(**equals)
            columns = kind.__table__.c
            order = [columns.position] if "position" in columns else []
            return list(self._session.scalars(query.order_by(*order, columns.id)))

        return list(self.once((kind, *equals.items()), read)) if kind.journalled else read()

    def some(self, kind: type[E], ids: Iterable[UUID]) -> dict[UUID, E]:
        """The rows with these ids, by id, in few SELECTs."""
        self._tables.add(kind.__tablename__)
        wanted = list(dict.fromkeys(ids))
        found: dict[UUID, E] = {}
        for start in range(0, len(wanted), MOST_PARAMETERS):
            some_of_them = kind.__table__.c.id.in_(wanted[start : start + MOST_PARAMETERS])
            found |= {row.id: row for row in self._session.scalars(select(kind).where(some_of_them))}
        return found

    def only(self, kind: type[E], /, **equals: Any) -> E | None:
        """The one row whose columns equal the given values, or None."""
        self._tables.add(kind.__tablename__)
        return self._session.scalars(select(kind).filter_by(**equals)).one_or_none()

    def count(self, kind: type[Entity]) -> int:
        """How many rows of a kind there are."""
        self._tables.add(kind.__tablename__)
        return self._session.scalar(select(func.count()).select_from(kind)) or 0

    def next_position(self, kind: type[Entity], /, **equals: Any) -> int:
        """The position behind the last of the rows whose columns equal the given values."""
        self._tables.add(kind.__tablename__)
        columns = kind.__table__.c
        last = select(func.max(columns.position)).where(*(columns[name] == value for name, value in equals.items()))
        return (self._session.scalar(last) or 0) + 1

    def rows(self, query: Any) -> list[Any]:
        """The rows of a SELECT, for read models."""
        self._note(query)
        return list(self._session.execute(query))

    def column(self, query: Any) -> list[Any]:
        """The first column of a SELECT."""
        self._note(query)
        return list(self._session.connection().scalars(query))

    def tuples(self, query: Any, /, **facts: Any) -> list[tuple[Any, ...]]:
        """The rows of a SELECT as the driver has them, no types applied: `rows` takes several times as long."""
        self._note(query)
        said = text(query) if isinstance(query, str) else query
        with self._session.connection().execute(said, facts) as result:
            assert result.cursor is not None
            return list(result.cursor.fetchall())

    def once(self, question: Hashable, find_out: Callable[[], T]) -> T:
        """The answer to a question about the event: remembered while it holds, else found out.

        It holds until one of the tables is written to that `find_out` reads through this look.
        """
        if self._memory is None:
            return find_out()
        known = self._memory.recall(question)
        if known is None:
            outer, self._tables = self._tables, set()
            try:
                answer = find_out()
                known = answer, frozenset(self._tables)
            finally:
                outer |= self._tables
                self._tables = outer
            self._memory.keep(question, *known)
        self._tables |= known[1]
        return known[0]

    def former(self, question: Hashable) -> Any:
        """What the answer to a question was when it was last found out; None where it never was."""
        return self._memory.former(question) if self._memory else None

    def _note(self, query: Any) -> None:
        if isinstance(query, str):
            self._tables.update(_TABLE.findall(query))
        else:
            self._tables |= {part.name for part in iterate(query) if isinstance(part, Table)}


class Work(Look):
    """One transaction that the journal records, begun at `now`. After it, `changes` says what it did."""

    def __init__(self, session: Session, now: datetime, actor: str) -> None:
        super().__init__(session, None, actor)  # it may write at any moment: nothing is remembered
        self.now = now
        self.changes = ChangeSet()
        self.recorder = Recorder(session)
        orm_event.listen(session, "before_flush", self.recorder.before_flush)
        orm_event.listen(session, "do_orm_execute", _refuse_bulk)

    def add(self, entity: E) -> E:
        """Put a new row in; `IdTaken` where its id belongs to another."""
        if self.find(type(entity), entity.id) is not None:
            raise IdTaken(kind=Term(entity.__tablename__), id=entity.id)
        self._session.add(entity)
        self._held.append(entity)
        return entity

    def add_rows(self, kind: type[Entity], rows: Iterable[dict[str, Any]]) -> int:
        """The bulk door: insert many rows by column name, journalled as their kind is; returns how many."""
        self._session.flush()
        table = kind.__table__
        assert isinstance(table, Table)
        defaults = {column.name: None if column.default is None else column.default.arg for column in table.columns}
        values = [{**defaults, **row, "id": row.get("id") or uuid4()} for row in rows]
        if values:
            self._session.connection().execute(insert(table), values)
            if kind.journalled:
                self.recorder.added(table, values)
        return len(values)

    def remove(self, entity: Entity, *, everywhere: bool = False) -> None:
        """Take a row out, with all that is part of it.

        Raises `StillUsed` where other rows name it, unless `everywhere`: then they let go of it, and those
        that mean nothing without it are taken out too.
        """
        self._session.flush()
        uses: dict[str, int] = {}
        for kind, column in _references(entity):
            for row in self.all(kind, **{column.name: entity.id}):
                if row in self._session.deleted:
                    continue
                if column.info.get("part"):
                    self.remove(row, everywhere=everywhere)
                elif not everywhere:
                    uses[kind.__tablename__] = uses.get(kind.__tablename__, 0) + 1
                elif column.nullable:
                    setattr(row, column.name, None)
                else:
                    self.remove(row, everywhere=True)
        if uses:
            places = {Term(kind): count for kind, count in sorted(uses.items())}
            raise StillUsed(kind=Term(entity.__tablename__), places=places)
        self._session.delete(entity)
        self._session.flush()

    def hand_over(self, old: Entity, new: Entity) -> None:
        """Let every row that names `old`, or is part of it, name `new` instead."""
        for kind, column in _references(old):
            for row in self.all(kind, **{column.name: old.id}):
                setattr(row, column.name, new.id)


def _references(entity: Entity) -> Iterable[tuple[type[Entity], Any]]:
    """Every kind and column that may name the entity."""
    for mapper in Entity.registry.mappers:
        for column in mapper.local_table.columns:
            if any(key.column.table is entity.__table__ for key in column.foreign_keys):
                yield mapper.class_, column


def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise JournalBypassed("write rows through add, remove or add_rows: the journal must see them")
