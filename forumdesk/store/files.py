"""Event files: telling them from other files, making, opening, copying and restoring them."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from forumdesk.base import places
from forumdesk.base.errors import Refused
from forumdesk.base.files import CannotOpen, CannotWrite, NoSuchFile, replacing
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.store.failures import DamagedFile, unavailable
from forumdesk.store.marks import APPLICATION_ID, BUSY_SECONDS

_HEADER = b"SQLite format 3\x00"
SUFFIX = ".forum"
PRIVATE = 0o600
"""An event holds what people entrusted to its organisers: nobody else on the machine may read it."""


class IsFolder(Refused):
    """The path is a folder. Facts: path."""

    code = "is-a-folder"
    sentence = NOOP("{path} is a folder, not an event file.")


class EmptyFile(Refused):
    """A file of no bytes. Facts: path."""

    code = "empty-file"
    sentence = NOOP("{path} is empty: it holds no event. A backup may still have it.")


class NotAnEvent(Refused):
    """Some other program's file. Facts: path."""

    code = "not-an-event"
    sentence = NOOP("{path} is not an event file of ForumDesk.")


class NewerFile(Refused):
    """Made by a newer program. Facts: path, found, known."""

    code = "newer-file"
    sentence = NOOP(
        "{path} was made by a newer ForumDesk (schema {found}; this one knows {known}). Open it with that one."
    )


class AlreadyThere(Refused):
    """A new file would cover an old one. Facts: path."""

    code = "already-there"
    sentence = NOOP("{path} exists already and is left as it is; choose another name.")


class FilesOnly(Refused):
    """A database server has backups and checks of its own."""

    code = "files-only"
    sentence = NOOP("This works on event files; a database server has its own backups and checks.")


class HashDiffers(Refused):
    """A backup is not what it was when it was made. Facts: path."""

    code = "hash-differs"
    sentence = NOOP("{path} has changed since it was made: its SHA-256 differs from the one kept beside it.")


class Finding(NamedTuple):
    """Something `verify` has to say."""

    code: str
    message: str


def recognise(path: Path, known: int) -> int:
    """The schema number of an event file; a sentence for everything that is none. Changes no byte.

    Where a journal lies beside it, SQLite first takes back the step that was interrupted, as at every opening.
    """
    if path.is_dir():
        raise IsFolder(path=path)
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NoSuchFile(path=path) from None
    except OSError as error:
        raise CannotOpen(path=path, reason=error.strerror) from error
    if not header:
        raise EmptyFile(path=path)
    if not header.startswith(_HEADER) or int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAnEvent(path=path)
    with bare(path) as connection:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > known:
        raise NewerFile(path=path, found=found, known=known)
    return int(found)


def event_of(path: Path) -> tuple[UUID, Text, int] | None:
    """The id of a file's event, what it is called, and the stamp of what happened last, at a glance.

    None where nobody has founded one.
    """
    stamp = "(SELECT max(stamp) FROM step)"
    with bare(path) as connection:
        found = connection.execute(f"SELECT id, title_first, title_second, {stamp} FROM event").fetchone()
    return (UUID(found[0]), Text(*found[1:3]), found[3] or 0) if found else None


@contextlib.contextmanager
def bare(path: Path, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """A bare connection for what lies below the store: checking, copying and a first glance."""
    from urllib.parse import quote

    if mode == "rw" and not os.access(path, os.W_OK):
        mode = "ro"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise unavailable(str(path), error) from error


def copy(source: Path, target: Path) -> str:
    """A consistent copy of an event, also while others write to it; returns its SHA-256.

    The hash is kept beside it in `{name}.sha256`, in the format of sha256sum: SQLite's own checks miss most
    damage, a hash misses none.
    """
    with replacing(target, mode=PRIVATE) as fresh:
        _copy_pages(source, fresh, target)
        digest = sha256(fresh)
        hash_file(target).unlink(missing_ok=True)  # rather none, for a moment, than that of another copy
    with replacing(hash_file(target)) as fresh:
        fresh.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
    return digest


def _copy_pages(source: Path, fresh: Path, target: Path) -> None:
    """Copy an event into an empty file that is to become `target`, which is named where the disk is full."""
    with bare(source) as old, contextlib.closing(sqlite3.connect(fresh)) as new:
        try:
            old.backup(new)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE):
                raise CannotWrite(path=target, reason=error) from error
            raise


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_file(path: Path) -> Path:
    """Where the hash of a backup is kept."""
    return path.with_name(path.name + ".sha256")


def hash_differs(path: Path) -> bool:
    """Whether a hash is kept beside the file and the file is no longer what it was."""
    kept = hash_file(path)
    return kept.is_file() and kept.read_text(encoding="utf-8").split()[:1] != [sha256(path)]


def verify(path: Path, known: int) -> list[Finding]:
    """Everything that is wrong with an event file or a backup; nothing, where it is sound."""
    findings = []
    recognise(path, known)
    if hash_differs(path):
        findings.append(Finding("hash-differs", str(HashDiffers(path=path))))
    try:
        with bare(path, "ro") as connection:
            for (line,) in connection.execute("PRAGMA integrity_check"):
                if line != "ok":
                    findings.append(Finding("integrity", str(line)))
            for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                findings.append(Finding("dangling", f"{table} row {rowid} names a {parent} that does not exist"))
            findings += _lost_pictures(connection)
    except DamagedFile as damage:
        findings.append(Finding(damage.code, str(damage)))
    return findings


def _lost_pictures(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Pictures whose bytes are gone, or are not those whose SHA-256 names them."""
    import hashlib

    for kind, sha256 in connection.execute(
        "SELECT kind, sha256 FROM asset WHERE sha256 NOT IN (SELECT sha256 FROM asset_bytes) ORDER BY sha256"
    ):
        yield Finding("picture-missing", f"the {kind} with the SHA-256 {sha256} is missing")
    for sha256, content in connection.execute("SELECT sha256, content FROM asset_bytes ORDER BY sha256"):
        if hashlib.sha256(content).hexdigest() != sha256:
            yield Finding("picture-differs", f"the picture with the SHA-256 {sha256} has changed since it was put in")


def restore(backup: Path, target: Path, known: int) -> Path | None:
    """Put a backup in the place of `target`; what was there is copied to the backups first, and named.

    Raises `HashDiffers` where the backup is not what it was when it was made, `DamagedFile` where it is
    unsound. A damaged `target` is no obstacle: its bytes are kept as they are.
    """
    for finding in verify(backup, known):
        if finding.code == HashDiffers.code:
            raise HashDiffers(path=backup)
        raise DamagedFile(path=backup, reason=finding.message)
    kept = _keep(target, backup, known) if target.exists() else None
    with replacing(target, mode=PRIVATE) as fresh:
        _copy_pages(backup, fresh, target)
    return kept


def _keep(target: Path, backup: Path, known: int) -> Path:
    """Copy what a restore is about to replace."""
    try:
        recognise(target, known)
        kept = backup_place(target, "before-restore")
        copy(target, kept)
    except (EmptyFile, DamagedFile):
        kept = backup_place(backup, "before-restore").with_suffix(".damaged")
        with replacing(kept, mode=PRIVATE) as fresh:
            shutil.copyfile(target, fresh)
        journal = target.with_name(target.name + "-journal")
        if journal.exists():  # it must not be played back into the restored file
            shutil.move(journal, kept.with_name(kept.name + "-journal"))
    return kept


def backup_place(path: Path, why: str, now: datetime | None = None) -> Path:
    """Where a backup of an event goes: a folder of the user's, by the file's own id, outside its own folder."""
    with bare(path, "ro") as connection:
        row = connection.execute("SELECT id FROM event").fetchone()
    file_id = str(UUID(row[0])) if row else "unfounded"
    folder = places.data() / "backups" / file_id
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%fZ")
    return folder / f"{path.stem} {why} {stamp}{SUFFIX}"
