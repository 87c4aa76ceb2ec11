"""Opening a database: the pragmas and the BEGIN of SQLite, the lock and the zone of PostgreSQL."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from forumdesk.base.errors import Unavailable
from forumdesk.base.words import NOOP
from forumdesk.store.marks import BUSY_SECONDS

_WRITER_LOCK = int.from_bytes(b"FORUM", "big")
"""PostgreSQL's advisory lock that puts writers in a queue, as SQLite's own lock does."""


class DriverMissing(Unavailable):
    """Database servers need a package that event files do without. Facts: module."""

    code = "driver-missing"
    sentence = NOOP("A database server needs the package {module}: install “forumdesk[postgresql]”.")


def sqlite_engine(path: Path, *, writable: bool = True) -> Engine:
    """An engine on an event file; it never creates one.

    `synchronous=EXTRA` also syncs the folder when the rollback journal is removed: without it a power cut
    could bring the step before the last one back. WAL is avoided: it fails on network folders.
    """
    uri = f"file:{_quoted(path)}?mode={'rw' if writable else 'ro'}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect)

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = file_identity(path)
        for pragma in (
            "synchronous=EXTRA",
            "foreign_keys=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "checkout")
    def on_checkout(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        # A restore or a folder that is kept in step may have put another file in this one's place: what is
        # written to the old one now would be lost. The pool opens the new one instead.
        if record.info["file"] != file_identity(path):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # Left to itself the driver begins late, and a migration would not be one transaction.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def file_identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that takes its name; None where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()))


def postgresql_engine(url: str) -> Engine:
    """An engine on a PostgreSQL database, where writers queue for one lock and readers see one moment."""
    try:
        engine = create_engine(url)
    except ModuleNotFoundError as error:
        raise DriverMissing(module=error.name) from error

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            # Each statement sees what is committed before it, whatever the server's default: under any other level
            # the moment of waiting for the lock would be the one that is read.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    return engine


def is_url(target: str) -> bool:
    """Whether a target names a database server rather than a file."""
    return target.startswith(("postgresql://", "postgresql+psycopg://"))


def pragma(connection: Connection, name: str) -> Any:
    """The value of one of SQLite's pragmas."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()
