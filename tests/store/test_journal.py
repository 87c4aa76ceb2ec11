"""What a step leaves in the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, text, update

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import AddHall, EditForum, EditHall, RemoveHall
from forumdesk.base.errors import Refused
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.journal import JournalBypassed
from forumdesk.store.opening import open_store
from forumdesk.store.store import Dangling, Store
from store.small import EVENT, FORUM, hall, names_of_halls, recorded


def test_an_addition_is_recorded_with_every_cell(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=300)
    (change,) = recorded(event_store)
    assert (change.kind, change.row_id, change.before) == ("hall", hall_id, None)
    assert change.after == {
        "id": str(hall_id),
        "name_first": "大厅",
        "name_second": "",
        "seats": 300,
        "note": "",
    }


def test_a_change_is_recorded_with_the_cells_that_differ_only(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=300)
    Bus(event_store).run(EditHall(id=hall_id, name=Text("大厅"), seats=280))
    (change,) = recorded(event_store)
    assert (change.before, change.after) == ({"seats": 300}, {"seats": 280})


def test_a_removal_is_recorded_with_every_cell(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=300)
    Bus(event_store).run(RemoveHall(id=hall_id))
    (change,) = recorded(event_store)
    assert change.after is None
    assert change.before is not None
    assert change.before["seats"] == 300
    assert change.before.keys() == {"id", "name_first", "name_second", "seats", "note"}


def test_every_row_a_step_touches_is_in_the_journal_and_in_its_news(event_store: Store) -> None:
    old, new = hall(event_store, "旧"), uuid4()
    changes = Bus(event_store).run_all(
        "Three things",
        [AddHall(id=new, name=Text("新")), EditForum(id=FORUM, hall=new), RemoveHall(id=old)],
    )
    touched = {(change.kind, change.row_id) for change in recorded(event_store)}
    assert touched == {("hall", new), ("forum", FORUM), ("hall", old)}
    assert changes.rows == {"hall": {new, old}, "forum": {FORUM}}
    assert changes.title == "Three things"
    assert event_store.history(1)[0].changes == 3


def test_a_step_that_changes_nothing_is_not_recorded(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=300)
    before = event_store.history()
    changes = Bus(event_store).run(EditHall(id=hall_id, seats=300))
    assert not changes
    with event_store.work("There and back") as work:
        row = work.get(Hall, hall_id)
        row.seats = 1
        work.count(Hall)  # flushes
        row.seats = 300
    assert not work.changes
    assert event_store.history() == before


def test_a_block_that_fails_leaves_nothing(event_store: Store) -> None:
    before, history = event_store.digest(), event_store.history()
    with pytest.raises(ZeroDivisionError), event_store.work("Fails") as work:
        work.add(Hall(name=Text("大厅")))
        work.count(Hall)  # flushes
        work.get(Event, EVENT).title = Text("另一个")
        raise ZeroDivisionError
    assert (event_store.digest(), event_store.history()) == (before, history)
    assert not work.changes


def test_a_refused_command_leaves_nothing_of_those_before_it(event_store: Store) -> None:
    before = event_store.digest()
    with pytest.raises(Refused):
        Bus(event_store).run_all("Two", [AddHall(name=Text("大厅")), EditHall(id=uuid4(), seats=1)])
    assert event_store.digest() == before


def test_a_row_that_names_a_missing_one_is_refused_when_the_step_ends(event_store: Store) -> None:
    before = event_store.digest()
    with pytest.raises(Dangling), event_store.work("Dangles") as work:
        work.get(Forum, FORUM).hall_id = uuid4()
    assert event_store.digest() == before
    hall(event_store, "大厅")  # and the store goes on


def test_a_flush_in_the_middle_of_a_step_keeps_the_first_before_image(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    with event_store.work("In two goes") as work:
        row = work.get(Hall, hall_id)
        row.seats = 2
        work.count(Hall)  # flushes
        row.seats = 3
        row.note = "x"
    (change,) = recorded(event_store)
    assert change.before == {"seats": 1, "note": ""}
    assert change.after == {"seats": 3, "note": "x"}


def test_a_row_added_and_removed_in_one_step_leaves_no_change(event_store: Store) -> None:
    before = event_store.history()
    with event_store.work("Come and gone") as work:
        row = work.add(Hall(name=Text("大厅")))
        work.count(Hall)  # flushes
        work.remove(row)
    assert event_store.history() == before


def test_a_row_removed_and_added_again_in_one_step_is_a_change_of_cells(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    with event_store.work("Replaced") as work:
        work.remove(work.get(Hall, hall_id))
        work.add(Hall(id=hall_id, name=Text("大厅"), seats=2))
    (change,) = recorded(event_store)
    assert (change.before, change.after) == ({"seats": 1}, {"seats": 2})


def test_many_rows_come_through_the_bulk_door_into_the_journal(event_store: Store) -> None:
    rows = [{"name_first": f"来宾{n}", "email": f"{n}@example.org"} for n in range(2_000)]
    with event_store.work("Import") as work:
        assert work.add_rows(Person, rows) == 2_000
    assert event_store.history(1)[0].changes == 2_000
    changes = recorded(event_store)
    assert len({change.row_id for change in changes}) == 2_000
    assert {change.after["name_first"] for change in changes if change.after} == {f"来宾{n}" for n in range(2_000)}
    assert all(change.after and change.after["spellings"] == [] for change in changes)


def test_a_row_from_the_bulk_door_that_is_changed_in_the_same_step_is_recorded_as_it_ends(
    event_store: Store,
) -> None:
    hall_id = uuid4()
    with event_store.work("Import and correct") as work:
        work.add_rows(Hall, [{"id": hall_id, "name_first": "大厅", "seats": 1}])
        work.get(Hall, hall_id).seats = 2
    (change,) = recorded(event_store)
    assert change.before is None
    assert change.after is not None
    assert change.after["seats"] == 2


@pytest.mark.parametrize(
    "statement",
    [
        update(Hall).values(seats=1),
        delete(Hall),
        insert(Hall).values(id=uuid4(), name_first="", name_second="", note=""),
        text("UPDATE hall SET seats = 1"),
    ],
    ids=["update", "delete", "insert", "text"],
)
def test_a_bulk_statement_behind_the_journals_back_is_refused(event_store: Store, statement: object) -> None:
    hall(event_store, "大厅", seats=300)
    before = event_store.digest()
    with pytest.raises(JournalBypassed), event_store.work("Bulk") as work:
        work.rows(statement)
    assert event_store.digest() == before


def test_the_history_is_in_the_order_of_the_steps_when_the_clock_goes_backwards(event_target: str) -> None:
    now = datetime(2025, 10, 26, 1, 0, tzinfo=UTC)
    ticks = iter(now - timedelta(hours=hour) for hour in range(100))
    with_clock = open_store(event_target, actor="tester")
    store = Store(with_clock.engine, with_clock.place, actor="tester", clock=lambda: next(ticks))
    for name in ("一", "二", "三"):
        hall(store, name)
    history = store.history(3)
    assert [step.number for step in history] == [4, 3, 2]
    assert history[0].at < history[1].at < history[2].at
    store.undo()
    assert names_of_halls(store) == ["一", "二"]
    store.close()


def test_the_journal_survives_reopening(event_target: str) -> None:
    with_journal = open_store(event_target, actor="tester")
    founded = with_journal.digest()
    hall(with_journal, "大厅")
    history = with_journal.history()
    with_journal.close()
    reopened = open_store(event_target, actor="tester")
    assert reopened.history() == history
    reopened.undo()
    assert reopened.digest() == founded
    reopened.close()
