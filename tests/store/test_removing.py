"""Taking rows out that others name."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddItem
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.event import EditForum, RemoveForum, RemoveHall
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost, RemovePerson
from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.event import Forum, Hall
from forumdesk.domain.people import Organisation, Person, Post
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound, StillUsed
from store.small import FORUM, hall, recorded


def test_what_others_name_is_not_removed_and_the_refusal_says_where_it_is_used(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅")
    Bus(event_store).run(EditForum(id=FORUM, hall=hall_id))
    before = event_store.digest()
    with pytest.raises(StillUsed) as refused:
        Bus(event_store).run(RemoveHall(id=hall_id))
    assert refused.value.facts == {"kind": "hall", "places": {"forum": 1}}
    assert event_store.digest() == before


def test_removing_everywhere_frees_what_may_do_without(event_store: Store) -> None:
    hall_id = hall(event_store, "大厅")
    Bus(event_store).run(EditForum(id=FORUM, hall=hall_id))
    Bus(event_store).run(RemoveHall(id=hall_id, everywhere=True))
    with event_store.look() as look:
        assert look.find(Hall, hall_id) is None
        assert look.get(Forum, FORUM).hall_id is None
    changed = {(change.kind, change.after is None) for change in recorded(event_store)}
    assert changed == {("hall", True), ("forum", False)}


def _speaker(store: Store) -> tuple[Bus, object]:
    bus, person, organisation, item = Bus(store), uuid4(), uuid4(), uuid4()
    bus.run(AddPerson(id=person, name=Text("王小明")))
    bus.run(AddOrganisation(id=organisation, name=Text("科技园")))
    bus.run(AddPost(person=person, organisation=organisation))
    bus.run(AddAttendee(person=person))
    bus.run(AddItem(id=item, forum=FORUM, date=date(2025, 9, 17), kind="keynote"))
    return bus, (person, item)


def test_a_row_takes_with_it_what_is_part_of_it(event_store: Store) -> None:
    bus, (person, _) = _speaker(event_store)
    before = event_store.digest()
    bus.run(RemovePerson(id=person))
    with event_store.look() as look:
        assert [look.count(kind) for kind in (Person, Post, Attendee, Organisation)] == [0, 0, 0, 1]
    event_store.undo()
    assert event_store.digest() == before


def test_removing_everywhere_takes_out_what_means_nothing_without_it(event_store: Store) -> None:
    bus, (person, item) = _speaker(event_store)
    bus.run(AddAppearance(item=item, person=person))
    before = event_store.digest()
    with pytest.raises(StillUsed):
        bus.run(RemovePerson(id=person))
    assert event_store.digest() == before
    bus.run(RemovePerson(id=person, everywhere=True))
    with event_store.look() as look:
        assert [look.count(kind) for kind in (Person, Appearance, AgendaItem)] == [0, 0, 1]
    event_store.undo()
    assert event_store.digest() == before


def test_a_forum_goes_with_its_agenda_and_comes_back_with_it(event_store: Store) -> None:
    bus, (person, item) = _speaker(event_store)
    bus.run(AddAppearance(item=item, person=person))
    before = event_store.digest()
    bus.run(RemoveForum(id=FORUM))
    with event_store.look() as look:
        assert [look.count(kind) for kind in (Forum, AgendaItem, Appearance, Person)] == [0, 0, 0, 1]
    event_store.undo()
    assert event_store.digest() == before


def test_what_is_not_there_is_named_in_the_refusal(event_store: Store) -> None:
    missing = uuid4()
    with pytest.raises(NotFound) as refused:
        Bus(event_store).run(RemoveHall(id=missing))
    assert refused.value.facts == {"kind": "hall", "id": missing}
