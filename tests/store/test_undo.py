"""Taking steps back and doing them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddItem, MoveItem
from forumdesk.app.commands.event import AddHall, EditForum, EditHall, RemoveHall
from forumdesk.app.commands.people import AddPerson, RemovePerson
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Hall
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.journal import Conflict, NothingToRedo, NothingToUndo
from forumdesk.store.opening import open_store
from forumdesk.store.store import Dangling, Store
from store.small import FORUM, hall, names_of_halls

DAY = date(2025, 9, 17)


@pytest.fixture
def colleague(event_target: str, event_store: Store) -> Iterator[Store]:
    """The same event, opened by somebody else."""
    store = open_store(event_target, actor="colleague")
    yield store
    store.close()


def test_undo_and_redo_restore_the_content_exactly(event_store: Store) -> None:
    bus, hall_id, item, person = Bus(event_store), uuid4(), uuid4(), uuid4()
    digests = [event_store.digest()]
    for command in (
        AddHall(id=hall_id, name=Text("大厅", "Hall"), seats=300),
        EditForum(id=FORUM, hall=hall_id),
        EditHall(id=hall_id, seats=None),
        AddPerson(id=person, name=Text("王小明"), spellings=("Wang", "王曉明")),
        AddItem(id=item, forum=FORUM, date=DAY, kind="opening"),
        AddItem(forum=FORUM, date=DAY, kind="keynote", fixed_start=600),
        AddAppearance(item=item, person=person),
        MoveItem(item=item, after=None),
        RemovePerson(id=person, everywhere=True),
    ):
        bus.run(command)
        digests.append(event_store.digest())
    assert len(set(digests)) == 10
    for digest in reversed(digests[:-1]):
        bus.undo()
        assert event_store.digest() == digest
    with pytest.raises(NothingToUndo):
        bus.undo()
    for digest in digests[1:]:
        bus.redo()
        assert event_store.digest() == digest
    with pytest.raises(NothingToRedo):
        bus.redo()


def test_undo_and_redo_say_which_rows_they_touched(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅")
    undone, redone = event_store.undo(), event_store.redo()
    assert undone.rows == redone.rows == {"hall": {hall_id}}
    assert undone.title == "Add hall"


def test_the_founding_step_cannot_be_undone(event_target: str) -> None:
    founder = open_store(event_target, actor="founder")
    assert [step.title for step in founder.history()] == ["Found the event"]
    with pytest.raises(NothingToUndo):
        founder.undo()
    founder.close()


def test_undoing_a_removal_brings_the_same_row_back(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=300)
    before = event_store.digest()
    Bus(event_store).run(RemoveHall(id=hall_id))
    event_store.undo()
    assert event_store.digest() == before
    with event_store.look() as look:
        assert look.get(Hall, hall_id).seats == 300


def test_a_new_step_drops_what_its_actor_had_undone(event_store: Store) -> None:
    hall(event_store, "一")
    event_store.undo()
    hall(event_store, "二")
    with pytest.raises(NothingToRedo):
        event_store.redo()
    assert names_of_halls(event_store) == ["二"]
    assert [step.state for step in event_store.history(2)] == ["done", "dropped"]


def test_a_new_step_leaves_what_somebody_else_had_undone(event_store: Store, colleague: Store) -> None:
    hall(event_store, "一")
    event_store.undo()
    hall(colleague, "二")
    event_store.redo()
    assert names_of_halls(event_store) == ["一", "二"]


def test_everybody_undoes_their_own_steps(event_store: Store, colleague: Store) -> None:
    hall(event_store, "一")
    hall(colleague, "二")
    event_store.undo()
    assert names_of_halls(event_store) == ["二"]
    with pytest.raises(NothingToUndo):
        event_store.undo()
    colleague.undo()
    assert names_of_halls(event_store) == []


def test_undo_is_refused_where_somebody_has_changed_the_cell_since(event_store: Store, colleague: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    Bus(event_store).run(EditHall(id=hall_id, seats=2))
    Bus(colleague).run(EditHall(id=hall_id, seats=3))
    before = event_store.digest()
    with pytest.raises(Conflict) as refused:
        event_store.undo()
    assert refused.value.facts == {"title": "Edit hall", "kind": "hall", "field": "seats"}
    assert event_store.digest() == before


def test_undo_works_where_somebody_has_changed_another_cell_of_the_row(event_store: Store, colleague: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    Bus(event_store).run(EditHall(id=hall_id, seats=2))
    Bus(colleague).run(EditHall(id=hall_id, note="stage left"))
    event_store.undo()
    with event_store.look() as look:
        row = look.get(Hall, hall_id)
        assert (row.seats, row.note) == (1, "stage left")


def test_undo_is_refused_where_somebody_has_removed_the_row(event_store: Store, colleague: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    Bus(event_store).run(EditHall(id=hall_id, seats=2))
    Bus(colleague).run(RemoveHall(id=hall_id))
    with pytest.raises(Conflict):
        event_store.undo()


def test_redo_is_refused_where_somebody_has_changed_the_cell_since(event_store: Store, colleague: Store) -> None:
    hall_id = hall(event_store, "大厅", seats=1)
    Bus(event_store).run(EditHall(id=hall_id, seats=2))
    event_store.undo()
    Bus(colleague).run(EditHall(id=hall_id, seats=3))
    with pytest.raises(Conflict):
        event_store.redo()


def test_undoing_an_addition_that_others_refer_to_is_refused(event_store: Store, colleague: Store) -> None:
    hall_id = hall(event_store, "大厅")
    Bus(colleague).run(EditForum(id=FORUM, hall=hall_id))
    before = event_store.digest()
    with pytest.raises(Dangling):
        event_store.undo()
    assert event_store.digest() == before
    colleague.undo()
    event_store.undo()
    assert names_of_halls(event_store) == []


def test_two_moves_into_one_agenda_are_found_out(event_store: Store, colleague: Store) -> None:
    first, second = uuid4(), uuid4()
    for item in (first, second):
        Bus(event_store).run(AddItem(id=item, forum=FORUM, date=DAY, kind="report"))
    Bus(event_store).run(MoveItem(item=second, after=first))
    Bus(colleague).run(MoveItem(item=second, after=None))
    with pytest.raises(Conflict) as refused:
        event_store.undo()
    assert refused.value.facts["field"] == "arrangement" or refused.value.facts["kind"] == AgendaItem.__tablename__


def test_undo_of_another_window_of_the_same_person_is_seen(event_target: str, event_store: Store) -> None:
    second_window = open_store(event_target, actor="tester")
    hall(event_store, "大厅")
    second_window.undo()
    assert names_of_halls(event_store) == []
    event_store.redo()
    assert names_of_halls(second_window) == ["大厅"]
    second_window.close()


def test_an_import_of_two_thousand_rows_is_undone_and_redone_as_one_step(event_store: Store) -> None:
    before = event_store.digest()
    with event_store.work("Import") as work:
        work.add_rows(Person, [{"name_first": f"来宾{n}"} for n in range(2_000)])
    after = event_store.digest()
    event_store.undo()
    assert event_store.digest() == before
    event_store.redo()
    assert event_store.digest() == after
