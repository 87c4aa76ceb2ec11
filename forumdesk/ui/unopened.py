"""An event that is opened later: the window comes first, what reads the event is imported behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.domain.text import Text

if TYPE_CHECKING:
    from forumdesk.store.reading import Reader
    from forumdesk.store.store import Store


class Unopened:
    """What is known of an event at a glance; `open` raises `Trouble` where more is wrong than a glance tells.

    `stamp` is that of what had happened last; whatever happens after it is news.
    """

    def __init__(self, target: str, event: UUID, title: Text, stamp: int, place: str) -> None:
        self.id, self.title, self.stamp, self.place = event, title, stamp, place
        self._target = target
        self._store: Store | None = None
        self._lock = Lock()

    def open(self) -> Store:
        """The store, for any thread but the window's."""
        from forumdesk.store.opening import open_store

        with self._lock:
            if self._store is None:
                self._store = open_store(self._target)
            return self._store

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Read one moment; a file is not opened for it. Raises `Trouble`."""
        if self._store is None and "://" not in self._target:
            from forumdesk.store.reading import reading_file

            with reading_file(Path(self._target)) as reader:
                yield reader
        else:
            with self.open().look() as look:
                yield look

    def close(self) -> None:
        """Let go of the database."""
        if self._store is not None:
            self._store.close()


def from_anywhere(target: str) -> str:
    """The same event, file or address, named for a program that runs in another folder; nothing stays nothing."""
    return str(Path(target).absolute()) if target and "://" not in target else target


def glance(target: str) -> Unopened:
    """Look at an event without SQLAlchemy where that will do. Raises `Trouble` for what cannot be opened."""
    if "://" in target:
        return _look(target)
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    path = Path(target)
    found = files.event_of(path) if files.recognise(path, SCHEMA) == SCHEMA else None
    return Unopened(target, *found, target) if found else _look(target)


def _look(target: str) -> Unopened:
    """Open an event on a server, or in a file that has to be brought up to date."""
    from forumdesk.domain.event import Event
    from forumdesk.store.opening import open_store

    store = open_store(target)
    try:
        stamp = store.stamp()
        with store.look() as look:
            event = look.all(Event)[0]
    finally:
        store.close()
    return Unopened(target, event.id, event.title, stamp, store.place)
