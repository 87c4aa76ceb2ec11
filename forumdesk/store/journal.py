"""The journal: every step with the cells it changed. Undo, redo, history and audit are this one table."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.entity import Entity, one_of
from forumdesk.store.cells import Cells, decode_row, encode_row, journalled_tables, read_cells


class StepState(StrEnum):
    """Where a step stands. A new step of the same actor drops those that were undone."""

    DONE = NOOP("done")
    UNDONE = NOOP("undone")
    DROPPED = NOOP("dropped")


class Step(Entity):
    """One named change, whole or not at all.

    `number` orders steps whatever the clock says. `stamp` grows whenever a step is done, undone or redone, so
    that another process can ask what happened since. A founding step made the file; it is never undone.
    """

    __tablename__ = "step"
    journalled = False

    number: Mapped[int] = mapped_column(unique=True)
    stamp: Mapped[int] = mapped_column(index=True)
    title: Mapped[str]
    actor: Mapped[str]
    at: Mapped[datetime]
    state: Mapped[StepState] = mapped_column(one_of(StepState), default=StepState.DONE)
    founding: Mapped[bool] = mapped_column(default=False)
    changes: Mapped[int] = mapped_column(default=0)
    """How many rows it touched."""


class Change(Entity):
    """One row's old and new cells as JSON; no old ones: it was added, no new ones: it was removed."""

    __tablename__ = "change"
    journalled = False

    step_number: Mapped[int] = mapped_column(index=True)
    kind: Mapped[str]
    row_id: Mapped[UUID]
    before: Mapped[str | None]
    after: Mapped[str | None]


STEPS, CHANGES = Entity.metadata.tables["step"], Entity.metadata.tables["change"]


class Conflict(Refused):
    """A cell no longer reads as the step left it: somebody changed it since. Facts: title, kind, field."""

    code = "conflict"
    sentence = NOOP("“{title}” cannot be taken back or done again: somebody has changed this {kind} since.")


class NothingToUndo(Refused):
    """The actor has no step left to undo."""

    code = "nothing-to-undo"
    sentence = NOOP("There is nothing to undo.")


class NothingToRedo(Refused):
    """The actor has undone nothing since the last new step."""

    code = "nothing-to-redo"
    sentence = NOOP("There is nothing to redo.")


class JournalBypassed(Exception):
    """A bug: somebody wrote to the database behind the journal's back."""


@dataclass(slots=True)
class _Row:
    before: Cells | None
    after: Cells | None = None
    known: bool = False
    """`after` is certain and need not be read."""


class Recorder:
    """Watches a session and knows, at the end, each touched row's cells before and after.

    Both images come from the database, in one SELECT a table: attribute history forgets what a flush in the
    middle of a step has written.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, dict[UUID, _Row]] = {}

    def before_flush(self, *_: object) -> None:
        """Take the images of what is about to be written."""
        session = self._session
        for entity in session.new:
            if entity.journalled:
                row = self._rows.setdefault(entity.__tablename__, {}).setdefault(entity.id, _Row(None))
                row.known = False
        touched: dict[str, set[UUID]] = {}
        for entity in (*session.dirty, *session.deleted):
            if entity.journalled and (entity in session.deleted or session.is_modified(entity)):
                touched.setdefault(entity.__tablename__, set()).add(entity.id)
        for name, ids in touched.items():
            rows = self._rows.setdefault(name, {})
            unseen = ids - rows.keys()
            images = read_cells(session.connection(), Entity.metadata.tables[name], unseen)
            rows.update({row_id: _Row(cells) for row_id, cells in images.items()})
            for row_id in ids & rows.keys():
                rows[row_id].known = False

    def added(self, table: Table, values: list[dict[str, Any]]) -> None:
        """Note rows that came through the bulk door, with every column's value."""
        rows = self._rows.setdefault(table.name, {})
        names = [column.name for column in table.columns]
        for each in values:
            rows[each["id"]] = _Row(None, encode_row(table, [each[name] for name in names]), known=True)

    def changes(self) -> list[tuple[str, UUID, Cells | None, Cells | None]]:
        """Every row that really differs: kind, id, and the cells that changed (all, for a whole row)."""
        found = []
        connection = self._session.connection()
        for name, rows in self._rows.items():
            unread = [row_id for row_id, row in rows.items() if not row.known]
            images = read_cells(connection, Entity.metadata.tables[name], unread)
            for row_id, row in rows.items():
                before, after = row.before, row.after if row.known else images.get(row_id)
                if before is not None and after is not None:
                    differing = [cell for cell in after if after[cell] != before[cell]]
                    before = {cell: before[cell] for cell in differing}
                    after = {cell: after[cell] for cell in differing}
                if before != after:
                    found.append((name, row_id, before, after))
        return found


def write_step(
    connection: Connection,
    title: str,
    actor: str,
    at: datetime,
    changes: list[tuple[str, UUID, Cells | None, Cells | None]],
    *,
    founding: bool = False,
) -> ChangeSet:
    """Append a step and drop what its actor had undone."""
    number = (connection.scalar(select(func.max(STEPS.c.number))) or 0) + 1
    connection.execute(
        update(STEPS).where(STEPS.c.actor == actor, STEPS.c.state == StepState.UNDONE).values(state=StepState.DROPPED)
    )
    step = Step(
        number=number, stamp=next_stamp(connection), title=title, actor=actor, at=at,
        founding=founding, changes=len(changes),
    )  # fmt: skip
    connection.execute(insert(STEPS), {column.name: getattr(step, column.name) for column in STEPS.columns})
    connection.execute(
        insert(CHANGES),
        [
            {
                "id": _change_id(step.id, place),
                "step_number": number,
                "kind": kind,
                "row_id": row_id,
                "before": _dump(before),
                "after": _dump(after),
            }
            for place, (kind, row_id, before, after) in enumerate(changes)
        ],
    )
    removes = any(after is None for _, _, _, after in changes)
    return _changeset(title, number, [(kind, row_id) for kind, row_id, _, _ in changes], removes=removes)


def _change_id(step: UUID, place: int) -> UUID:
    """A change's id follows from its step's: 100,000 random ones would take a second."""
    return UUID(int=(step.int + place + 1) % (1 << 128))


def next_stamp(connection: Connection) -> int:
    """The number of the next happening."""
    return (connection.scalar(select(func.max(STEPS.c.stamp))) or 0) + 1


def replay(connection: Connection, actor: str, *, back: bool) -> ChangeSet:
    """Undo (`back`) the actor's last done step, or redo the first of those undone.

    Raises `NothingToUndo`, `NothingToRedo`, or `Conflict` where a cell has moved on; then nothing is changed.
    """
    wanted = (STEPS.c.actor == actor) & ~STEPS.c.founding
    if back:
        pick = select(STEPS).where(wanted, STEPS.c.state == StepState.DONE).order_by(STEPS.c.number.desc())
    else:
        pick = select(STEPS).where(wanted, STEPS.c.state == StepState.UNDONE).order_by(STEPS.c.number)
    step = connection.execute(pick.limit(1)).one_or_none()
    if step is None:
        raise NothingToUndo if back else NothingToRedo
    tables = journalled_tables()
    by_kind: dict[str, list[tuple[UUID, Cells | None, Cells | None]]] = {}
    for row in connection.execute(select(CHANGES).where(CHANGES.c.step_number == step.number)):
        here, there = _load(row.after), _load(row.before)
        if not back:
            here, there = there, here
        by_kind.setdefault(row.kind, []).append((row.row_id, here, there))
    for kind, rows in by_kind.items():
        _turn(connection, tables[kind], rows, step.title)
    connection.execute(
        update(STEPS)
        .where(STEPS.c.number == step.number)
        .values(state=StepState.UNDONE if back else StepState.DONE, stamp=next_stamp(connection))
    )
    touched = [(kind, row_id) for kind, rows in by_kind.items() for row_id, _, _ in rows]
    return _changeset(step.title, step.number, touched)


def _turn(
    connection: Connection,
    table: Table,
    rows: list[tuple[UUID, Cells | None, Cells | None]],
    title: str,
) -> None:
    """Turn rows of one table from `here` cells to `there` cells, having made sure that they are `here`."""
    now = read_cells(connection, table, [row_id for row_id, _, _ in rows])
    gone: list[UUID] = []
    back: list[dict[str, Any]] = []
    for row_id, here, there in rows:
        current = now.get(row_id)
        if here is None or current is None:
            if here is not None or current is not None:
                raise Conflict(title=Term(title), kind=Term(table.name), field="id")
        else:
            for name, cell in here.items():
                if current[name] != cell:
                    raise Conflict(title=Term(title), kind=Term(table.name), field=name)
        if there is None:
            gone.append(row_id)
        elif here is None:
            back.append(decode_row(table, there))
        else:
            connection.execute(update(table).where(table.c.id == row_id).values(decode_row(table, there)))
    if gone:
        connection.execute(delete(table).where(table.c.id == _bound_id(table)), [{"gone": each} for each in gone])
    if back:
        connection.execute(insert(table), back)


def _bound_id(table: Table) -> Any:
    from sqlalchemy import bindparam

    return bindparam("gone", type_=table.c.id.type)


def history(connection: Connection, limit: int | None = None) -> list[Any]:
    """The steps, newest first: rows with the columns of `Step`."""
    return list(connection.execute(select(STEPS).order_by(STEPS.c.number.desc()).limit(limit)))


def touched_since(connection: Connection, stamp: int) -> ChangeSet:
    """What happened after `stamp`, whoever did it, as one set of changes."""
    steps = list(connection.execute(select(STEPS).where(STEPS.c.stamp > stamp).order_by(STEPS.c.stamp)))
    if not steps:
        return ChangeSet()
    numbers = [step.number for step in steps]
    rows = connection.execute(select(CHANGES.c.kind, CHANGES.c.row_id).where(CHANGES.c.step_number.in_(numbers)))
    return _changeset(steps[-1].title, steps[-1].number, [(row.kind, row.row_id) for row in rows])


def written_since(connection: Connection, stamp: int) -> set[str]:
    """The tables that what happened after `stamp` wrote to."""
    steps = select(STEPS.c.number).where(STEPS.c.stamp > stamp)
    return set(connection.scalars(select(CHANGES.c.kind).where(CHANGES.c.step_number.in_(steps)).distinct()))


def _changeset(title: str, number: int, rows: Collection[tuple[str, UUID]], *, removes: bool = False) -> ChangeSet:
    by_kind: dict[str, set[UUID]] = {}
    for kind, row_id in rows:
        by_kind.setdefault(kind, set()).add(row_id)
    return ChangeSet(title, number, {kind: frozenset(ids) for kind, ids in by_kind.items()}, removes)


def _dump(cells: Cells | None) -> str | None:
    return None if cells is None else msgspec.json.encode(cells).decode()


def _load(text: str | None) -> Cells | None:
    return None if text is None else json.loads(text)
