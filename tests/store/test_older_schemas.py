"""Events as released programs left them: brought up to date, with everything in them and every step still to undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store import files
from forumdesk.store.journal import NothingToRedo, NothingToUndo
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store
from forumdesk.store.tables import METADATA

SCHEMAS = Path(__file__).parent / "schemas"
"""One event for each schema that was ever released, as SQL."""


@pytest.fixture(params=range(1, SCHEMA))
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An event of an older schema, opened."""
    path = tmp_path / "older.forum"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((SCHEMAS / f"{request.param}.sql").read_text(encoding="utf-8"))
    assert files.recognise(path, SCHEMA) == request.param
    store = open_store(str(path), actor="tester")
    yield store
    store.close()


def test_it_has_the_tables_of_today_and_is_sound(older: Store) -> None:
    with older.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []
    assert files.verify(Path(older.place), SCHEMA) == []


def test_what_was_entered_is_there(older: Store) -> None:
    with older.look() as look:
        (item,) = look.all(AgendaItem)
        (person,) = look.all(Person)
        (event,) = look.all(Event)
    assert (item.title, item.minutes, item.abstract) == (Text("主旨演讲", "Keynote"), 10, Text())
    assert (person.name, person.phone) == (Text("张洋", "Zhang Yang"), "+86 138")
    assert (event.venue, event.theme) == (Text("展示中心", "Centre"), "sober")


def test_every_step_is_still_undone_and_done_again(older: Store) -> None:
    older.redo()
    with pytest.raises(NothingToRedo):
        older.redo()
    last = older.digest()
    steps = 0
    while True:
        try:
            older.undo()
        except NothingToUndo:
            break
        steps += 1
    with older.look() as look:
        assert (look.count(AgendaItem), look.count(Person)) == (0, 0)
    for _ in range(steps):
        older.redo()
    assert (steps, older.digest()) == (6, last)
