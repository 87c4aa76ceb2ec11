"""Files of the user's: reading them, and writing one so that a stopped run leaves the old one."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from forumdesk.base.errors import Refused, Unavailable
from forumdesk.base.words import NOOP


class NoSuchFile(Refused):
    """There is nothing at that path. Facts: path."""

    code = "no-such-file"
    sentence = NOOP("There is no file {path}.")


class CannotOpen(Unavailable):
    """The system refuses to read it. Facts: path, reason."""

    code = "cannot-open"
    sentence = NOOP("{path} cannot be read: {reason}.")


class CannotWrite(Unavailable):
    """An output could not be written. Facts: path, reason."""

    code = "cannot-write"
    sentence = NOOP("Cannot write {path}: {reason}.")


@contextlib.contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the disk says of a file that is being read into `NoSuchFile` or `CannotOpen`."""
    try:
        yield
    except FileNotFoundError as error:
        raise NoSuchFile(path=path) from error
    except OSError as error:
        raise CannotOpen(path=path, reason=error.strerror or error) from error


@contextlib.contextmanager
def replacing(path: Path, *, mode: int = 0o666, only_new: bool = False) -> Iterator[Path]:
    """Give a new path beside `path` to write to; swap it in, synced, when the block ends well.

    `mode` is the new file's, less the user's umask. `only_new` never covers a file, also not one that came
    meanwhile.

    Raises `CannotWrite` where the disk or the folder refuses. On any error the old file stays as it was.
    """
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        try:
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            yield fresh
            sync(fresh)
            if only_new:
                _appear(fresh, path)
            else:
                fresh.replace(path)
            sync(path.parent)
        except OSError as error:
            raise CannotWrite(path=path, reason=error.strerror or error) from error
    finally:
        fresh.unlink(missing_ok=True)


def _appear(fresh: Path, path: Path) -> None:
    """Give a file its name, unless something has that name."""
    try:
        os.link(fresh, path)  # a rename would cover what is there
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS):
            raise
        # A memory stick's file system knows no links: the check is the best there is.
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
        fresh.rename(path)


def sync(path: Path) -> None:
    """Wait until the disk holds a file's bytes, or a folder's names."""
    if path.is_dir() and os.name == "nt":
        return  # Windows keeps a folder's names safe by itself and cannot open it
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
