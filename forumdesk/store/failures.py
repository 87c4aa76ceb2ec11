"""How a database fails: what its driver reports, in words for the user."""

from __future__ import annotations

import sqlite3

from forumdesk.base.errors import Unavailable
from forumdesk.base.words import NOOP


class Busy(Unavailable):
    """Another process holds the database for longer than a step takes. Facts: place."""

    code = "busy"
    sentence = NOOP("{place} is locked by another program; close it there and try again.")


class ReadOnly(Unavailable):
    """The file or its folder cannot be written. Facts: place."""

    code = "read-only"
    sentence = NOOP("{place} cannot be changed: the file or its folder is read-only. Save a copy elsewhere.")


class StoreFailed(Unavailable):
    """The disk or the server failed. Facts: place, reason."""

    code = "store-failed"
    sentence = NOOP("{place} cannot be read or written: {reason}.")


class DamagedFile(Unavailable):
    """SQLite cannot make sense of it. Facts: path, reason."""

    code = "damaged-file"
    sentence = NOOP("{path} is damaged ({reason}); restore a backup.")


def unavailable(place: str, cause: BaseException | None) -> Unavailable:
    """What to say when a driver reports `cause`."""
    code = getattr(cause, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy(place=place)
    if primary == sqlite3.SQLITE_READONLY:
        return ReadOnly(place=place)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedFile(path=place, reason=cause)
    reason = str(cause).strip().splitlines()
    return StoreFailed(place=place, reason=reason[0] if reason else type(cause).__name__)
