"""From a path or a URL to a store that is safe to use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP
from forumdesk.store import files, tables
from forumdesk.store.engine import is_url, postgresql_engine, sqlite_engine
from forumdesk.store.marks import SCHEMA
from forumdesk.store.store import Store
from forumdesk.store.upgrade import migrate, server_schema

if TYPE_CHECKING:
    from alembic.config import Config

assert tables.METADATA.tables


class NothingThere(Refused):
    """A database on a server holds no event. Facts: place."""

    code = "nothing-there"
    sentence = NOOP("The database {place} holds no event yet.")


def open_store(target: str, *, actor: str | None = None) -> Store:
    """Open an event file or a database for work.

    An older file is first backed up and brought up to date; a newer or foreign one is refused, its bytes
    untouched; one that cannot be written is opened for reading.
    """
    if is_url(target):
        return _open_server(target, actor)
    path = Path(target)
    upgrade(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return Store(sqlite_engine(path, writable=writable), str(path), actor=actor)


def upgrade(path: Path, config: Config | None = None, schema: int = SCHEMA) -> Path | None:
    """Bring a file to schema number `schema`; returns the backup made before, or None where nothing was to do."""
    if files.recognise(path, schema) == schema:
        return None
    kept = files.backup_place(path, f"before-schema-{schema}")
    files.copy(path, kept)
    store = Store(sqlite_engine(path), str(path))
    with contextlib.closing(store), store.told():
        migrate(store.engine, config)
    return kept


def create(target: str, found: Callable[[Store], None], *, actor: str | None = None) -> Store:
    """Make a new event with tables of the newest schema; `found` puts the first rows in.

    A file appears whole or not at all, and never in the place of another (`AlreadyThere`).
    """
    if is_url(target):
        return _create_on_server(target, found, actor)
    path = Path(target)
    if path.exists() or path.is_symlink():
        raise files.AlreadyThere(path=path)
    with replacing(path, mode=files.PRIVATE, only_new=True) as fresh:
        store = Store(sqlite_engine(fresh), str(path), actor=actor)
        with contextlib.closing(store), store.told():
            migrate(store.engine)
            found(store)
    return open_store(target, actor=actor)


def _open_server(url: str, actor: str | None) -> Store:
    engine = postgresql_engine(url)
    place = engine.url.render_as_string(hide_password=True)
    store = Store(engine, place, actor=actor or engine.url.username)
    with _closed_on_trouble(store), store.told():
        found = server_schema(engine)
        if found == 0:
            raise NothingThere(place=place)
        if found > SCHEMA:
            raise files.NewerFile(path=place, found=found, known=SCHEMA)
        if found < SCHEMA:
            migrate(engine)
    return store


def _create_on_server(url: str, found: Callable[[Store], None], actor: str | None) -> Store:
    engine = postgresql_engine(url)
    place = engine.url.render_as_string(hide_password=True)
    store = Store(engine, place, actor=actor or engine.url.username)
    with _closed_on_trouble(store), store.told():
        if server_schema(engine):
            raise files.AlreadyThere(path=place)
        migrate(engine)
        found(store)
    return store


@contextlib.contextmanager
def _closed_on_trouble(store: Store) -> Iterator[None]:
    """Leave no connection behind where an opening fails."""
    try:
        yield
    except BaseException:
        store.close()
        raise
