"""Which event files were opened last, in a file of the user's own."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from forumdesk.base import places
from forumdesk.base.errors import Trouble
from forumdesk.base.files import replacing
from forumdesk.domain.text import Text

MOST = 12


class Recent(msgspec.Struct, frozen=True):
    """An event file: where it was, and what the event was called there."""

    path: str
    title: Text

    @property
    def is_missing(self) -> bool:
        """Whether nothing is there any more, or nobody can look."""
        try:
            return not Path(self.path).is_file()
        except OSError:
            return True


def recent_files() -> tuple[Recent, ...]:
    """The files opened last, the newest first; none where the list cannot be read."""
    try:
        return msgspec.json.decode(_place().read_bytes(), type=tuple[Recent, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def remember(path: Path, title: Text) -> None:
    """Put a file at the head of the list. A list that cannot be written is none the user would miss."""
    own = Recent(str(path.absolute()), title)
    _write((own, *(other for other in recent_files() if other.path != own.path)))


def forget(path: str) -> None:
    """Take a file off the list; the file itself stays."""
    _write(tuple(other for other in recent_files() if other.path != path))


def _write(files: tuple[Recent, ...]) -> None:
    place = _place()
    with contextlib.suppress(Trouble, OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, mode=0o600) as fresh:
            fresh.write_bytes(msgspec.json.encode(files[:MOST]))


def _place() -> Path:
    return places.settings() / "recent.json"
