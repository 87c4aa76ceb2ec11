"""A database server in the place of a file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, select, text

from forumdesk.base.errors import Unavailable
from forumdesk.domain.event import Hall
from forumdesk.domain.text import Text
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import NothingThere, create, open_store
from store.small import found_small, hall, names_of_halls

pytestmark = pytest.mark.postgresql


def test_a_database_without_an_event_is_refused(postgresql_url: str) -> None:
    with pytest.raises(NothingThere):
        open_store(postgresql_url)


def test_a_second_event_is_never_founded_in_a_database(postgresql_url: str) -> None:
    create(postgresql_url, found_small).close()
    with pytest.raises(files.AlreadyThere):
        create(postgresql_url, found_small)


def test_a_newer_database_is_refused_with_both_versions_named(postgresql_url: str) -> None:
    create(postgresql_url, found_small).close()
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{SCHEMA + 1:04}'"))
    engine.dispose()
    with pytest.raises(files.NewerFile) as refused:
        open_store(postgresql_url)
    assert (refused.value.facts["found"], refused.value.facts["known"]) == (SCHEMA + 1, SCHEMA)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(Unavailable) as refused:
        open_store("postgresql+psycopg://desk:secret@127.0.0.1:1/forum?connect_timeout=2")
    assert "127.0.0.1" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_the_actor_on_a_server_is_who_logged_in(postgresql_url: str) -> None:
    store = create(postgresql_url, found_small)
    assert [step.actor for step in store.history()] == ["postgres"]
    store.close()


def test_a_step_reads_what_was_committed_before_its_turn_whatever_level_the_server_is_set_to(
    postgresql_url: str,
) -> None:
    create(postgresql_url, found_small).close()
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        name = engine.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_isolation = 'repeatable read'"))
    first, second = open_store(postgresql_url, actor="first"), open_store(postgresql_url, actor="second")
    with ThreadPoolExecutor(1) as thread:
        with first.work("Add hall") as work:
            queued = thread.submit(hall, second, "二")
            waiting = select(text("count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
            while not work.rows(waiting)[0][0]:
                assert not queued.done()
            work.add(Hall(name=Text("一")))
        queued.result()
    assert sorted(names_of_halls(first)) == ["一", "二"]
    assert [step.number for step in first.history()] == [3, 2, 1]
    for store in (first, second):
        store.close()
    engine.dispose()
