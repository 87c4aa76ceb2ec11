"""The store: one event in one database, looked at and worked on in transactions."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.pool import PoolProxiedConnection

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.store import journal
from forumdesk.store.engine import file_identity, is_url, postgresql_engine, sqlite_engine
from forumdesk.store.failures import unavailable
from forumdesk.store.memory import Memory
from forumdesk.store.reading import os_user
from forumdesk.store.work import Look, Work


class Dangling(Refused):
    """A change would leave a row that names another one which does not exist."""

    code = "dangling"
    sentence = NOOP("The change was refused: something it names does not exist, or exists twice.")


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step as the history shows it."""

    id: UUID
    number: int
    title: str
    actor: str
    at: datetime
    state: str
    changes: int


class Store:
    """One event. Every writer queues for one lock; every reader sees one moment."""

    def __init__(
        self,
        engine: Engine,
        place: str,
        *,
        actor: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.engine = engine
        self.place = place
        self.actor = actor or os_user()
        self._clock = clock
        self.memory = Memory()
        """For whoever looks for the same again and again, as the desk does at each change."""
        self._watcher: PoolProxiedConnection | None = None
        self._version = -1

    def close(self) -> None:
        """Let go of the database."""
        if self._watcher is not None:
            self._watcher.close()
        self.engine.dispose()

    @contextlib.contextmanager
    def work(self, title: str, *, founding: bool = False) -> Iterator[Work]:
        """One step named `title`: committed and journalled when the block ends well, else nothing happened."""
        with self._transaction() as connection, _session(connection) as session:
            work = Work(session, self._clock(), self.actor)
            yield work
            session.flush()
            changes = work.recorder.changes()
            if changes:
                work.changes = journal.write_step(connection, title, self.actor, work.now, changes, founding=founding)

    @contextlib.contextmanager
    def look(self, memory: Memory | None = None) -> Iterator[Look]:
        """Read one moment of the event; what is asked `once` may be remembered from an earlier one."""
        file = None if is_url(self.place) else file_identity(Path(self.place))
        with (
            memory.lock if memory else contextlib.nullcontext(),
            self.told(),
            self.engine.connect() as connection,
            _session(connection) as session,
        ):
            if memory:
                memory.turn_to(connection, file)
            yield Look(session, memory or Memory(), self.actor)

    def undo(self) -> ChangeSet:
        """Take back the actor's last step; `Conflict` where somebody has changed one of its cells since."""
        with self._transaction() as connection:
            return journal.replay(connection, self.actor, back=True)

    def redo(self) -> ChangeSet:
        """Do again what was undone last; `Conflict` as for undo."""
        with self._transaction() as connection:
            return journal.replay(connection, self.actor, back=False)

    def history(self, limit: int | None = None) -> list[StepLine]:
        """The steps, newest first."""
        with self.told(), self.engine.connect() as connection:
            return [
                StepLine(row.id, row.number, row.title, row.actor, row.at, str(row.state), row.changes)
                for row in journal.history(connection, limit)
            ]

    def stamp(self) -> int:
        """The number of the last happening: a step done, undone or redone by anybody."""
        with self.told(), self.engine.connect() as connection:
            return connection.scalar(select(func.max(journal.STEPS.c.stamp))) or 0

    def news(self, since: int) -> tuple[int, ChangeSet]:
        """The stamp now, and what happened after `since`, in this process or another.

        On a file this costs one read of its change counter as long as nothing has happened. The watching
        connection is kept for it, so call this from one thread only.
        """
        if self.engine.dialect.name == "sqlite":
            with self.told():
                version = self._data_version()
            if version == self._version and since:
                return since, ChangeSet()
            self._version = version
        with self.told(), self.engine.connect() as connection:
            stamp = connection.scalar(select(func.max(journal.STEPS.c.stamp))) or 0
            return stamp, journal.touched_since(connection, since) if stamp != since else ChangeSet()

    def digest(self) -> str:
        """The SHA-256 of everything the event holds, pictures by theirs; the same wherever the same is held."""
        from forumdesk.store.contents import carried, digest_of, rows_of

        with self.look() as look:
            return digest_of(
                (name, rows_of(look, kind)) for name, kind in sorted(carried().items()) if kind.journalled
            )

    def _data_version(self) -> int:
        if self._watcher is not None and self._watcher.info["file"] != file_identity(Path(self.place)):
            self._watcher.close()  # it watches a file that another one has replaced
            self._watcher, self._version = None, -1
        if self._watcher is None:
            # Outside any transaction: inside one the number would stand still.
            self._watcher = self.engine.raw_connection()
        (version,) = self._watcher.cursor().execute("PRAGMA data_version").fetchone()
        return int(version)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A writing transaction that holds the one lock from its beginning."""
        with (
            self.told(),
            self.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Turn what a driver raises into what a user can be told."""
        try:
            yield
        except IntegrityError as error:
            raise Dangling from error
        except DBAPIError as error:
            raise unavailable(self.place, error.orig) from error


def _session(connection: Connection) -> Session:
    return Session(bind=connection, expire_on_commit=False, join_transaction_mode="rollback_only")


def connect(target: str, *, writable: bool = True) -> Engine:
    """An engine on an event file or a database server; nothing is read yet."""
    return postgresql_engine(target) if is_url(target) else sqlite_engine(Path(target), writable=writable)
