"""One event, several programs at once."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from uuid import UUID

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import EditForum
from forumdesk.domain.event import Hall
from forumdesk.domain.text import Text
from forumdesk.store import engine
from forumdesk.store.failures import Busy
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store
from store.small import FORUM, found_small, hall, names_of_halls

SPAWN = multiprocessing.get_context("spawn")
"""Not forked: a fork would take open connections along."""


@pytest.fixture
def other_window(event_target: str) -> Iterator[Store]:
    """The same event through a connection of its own."""
    store = open_store(event_target, actor="colleague")
    yield store
    store.close()


def in_another_process(job: Callable[..., None], *facts: object) -> BaseProcess:
    """Start a job in a new process."""
    process = SPAWN.Process(target=job, args=facts)
    process.start()
    return process


def ended(process: BaseProcess) -> bool:
    """Wait for a process; whether it came to a good end."""
    process.join(60)
    good = process.exitcode == 0
    process.kill()  # one that hangs would go on writing under the tests after this one
    process.join()
    process.close()
    return good


def add_halls(target: str, actor: str, count: int) -> None:
    """Add halls, each in a step that reads what is there first, as a command does."""
    store = open_store(target, actor=actor)
    for _ in range(count):
        with store.work("Add hall") as work:
            work.add(Hall(name=Text(str(work.count(Hall)))))
    store.close()


def test_two_writers_in_two_processes_queue_and_none_reads_what_is_out_of_date(
    event_target: str, event_store: Store
) -> None:
    writers = [in_another_process(add_halls, event_target, actor, 25) for actor in ("one", "two")]
    assert [ended(writer) for writer in writers] == [True, True]
    assert sorted(int(name) for name in names_of_halls(event_store)) == list(range(50))
    steps = event_store.history()
    assert [step.number for step in steps] == list(range(51, 0, -1))
    assert {step.actor for step in steps} == {"founder", "one", "two"}


def test_the_steps_of_another_process_are_news(event_target: str, event_store: Store) -> None:
    stamp, _ = event_store.news(0)
    assert ended(in_another_process(add_halls, event_target, "colleague", 2))
    new_stamp, changes = event_store.news(stamp)
    with event_store.look() as look:
        halls = {hall.id for hall in look.all(Hall)}
    assert new_stamp == stamp + 2
    assert changes.rows == {"hall": halls}
    assert event_store.news(new_stamp) == (new_stamp, changes.__class__())


def test_an_undo_elsewhere_is_news_too(event_store: Store, other_window: Store) -> None:
    hall_id = hall(other_window, "大厅")
    stamp, _ = event_store.news(0)
    other_window.undo()
    later, changes = event_store.news(stamp)
    assert later == stamp + 1 == event_store.stamp()
    assert changes.rows == {"hall": {hall_id}}
    other_window.redo()
    assert event_store.news(later)[1].rows == {"hall": {hall_id}}


def test_no_news_is_no_change_and_ones_own_steps_are_news_as_well(event_store: Store) -> None:
    stamp, _ = event_store.news(0)
    for _ in range(3):
        assert not event_store.news(stamp)[1]
    hall_id = hall(event_store, "大厅")
    assert event_store.news(stamp)[1].rows == {"hall": {hall_id}}


def test_a_reader_sees_one_moment_however_long_it_looks(event_target: str, event_store: Store) -> None:
    hall(event_store, "一")
    with event_store.look() as look:
        seen = look.count(Hall)
        writing = threading.Thread(target=add_halls, args=(event_target, "colleague", 1))
        writing.start()
        writing.join(0.3)  # on a file it waits for the reader, on a server it is through
        assert look.count(Hall) == seen == 1
    writing.join()
    assert len(names_of_halls(event_store)) == 2


def test_a_file_that_another_program_holds_is_reported_as_locked(
    sqlite_target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(sqlite_target, found_small).close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    holder, store = open_store(sqlite_target), open_store(sqlite_target)
    with holder.work("Holds it") as work:
        work.count(Hall)
        with pytest.raises(Busy) as refused:
            hall(store, "大厅")
    assert str(refused.value) == f"{sqlite_target} is locked by another program; close it there and try again."
    hall(store, "大厅")
    assert names_of_halls(store) == ["大厅"]
    holder.close()
    store.close()


@pytest.mark.postgresql
def test_the_same_content_has_the_same_digest_on_both_databases(sqlite_target: str, postgresql_url: str) -> None:
    digests = []
    for target in (sqlite_target, postgresql_url):
        store = create(target, found_small, actor="tester")
        with store.work("Halls") as work:
            for n, name in enumerate(("大厅", "Zürich", "a\nb", "𠮷野", "")):
                work.add(Hall(id=UUID(int=100 + n), name=Text(name, "'x'"), seats=n or None))
        Bus(store).run(EditForum(id=FORUM, hall=UUID(int=100)))
        digests.append(store.digest())
        store.close()
    assert digests[0] == digests[1]
