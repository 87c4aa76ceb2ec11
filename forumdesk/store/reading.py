"""Reading an event in plain SQL, by its driver alone where that must do.

What the desk shows first is read so: SQLAlchemy takes half a second to import and to map all entities, in which the
first page of a file is long there. The queries are the same on SQLite and PostgreSQL; ids, dates and truths are not,
and are made of what either driver gives by `row_id`, `row_day` and `bool`.
"""

from __future__ import annotations

import contextlib
import getpass
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from forumdesk.store import files


class Reader(Protocol):
    """One moment of an event, as `actor` sees it."""

    @property
    def actor(self) -> str:
        """Who looks."""

    def tuples(self, query: str, /, **facts: Any) -> list[tuple[Any, ...]]:
        """The rows of a SELECT as the driver has them; `facts` fill its `:names`, all of them texts."""


class FileReader:
    """One moment of an event file, read without SQLAlchemy."""

    def __init__(self, connection: sqlite3.Connection, actor: str) -> None:
        self._connection, self.actor = connection, actor

    def tuples(self, query: str, /, **facts: Any) -> list[tuple[Any, ...]]:
        """The rows of a SELECT."""
        return self._connection.execute(query, facts).fetchall()


@contextlib.contextmanager
def reading_file(path: Path) -> Iterator[FileReader]:
    """Read one moment of a file. Raises `Trouble` where it cannot be read."""
    with files.bare(path) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("BEGIN")
        yield FileReader(connection, os_user())


def os_user() -> str:
    """Who works on this machine, as the journal names them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def row_id(value: Any) -> UUID:
    """An id; SQLite has them as 32 hex digits."""
    return value if isinstance(value, UUID) else UUID(value)


def row_day(value: Any) -> date:
    """A date; SQLite has them as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def written(value: UUID | date) -> str:
    """An id or a date as SQL has it."""
    return f"'{value.hex}'" if isinstance(value, UUID) else f"'{value.isoformat()}'"


def listed(ids: Iterable[UUID]) -> str:
    """Some ids as SQL has them, for IN."""
    return f"({', '.join(map(written, ids))})"
