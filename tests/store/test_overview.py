"""What the overview reads."""

from __future__ import annotations

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import RemoveAttendee, SetAttendance
from forumdesk.app.commands.signing import EditParty
from forumdesk.app.sample import key
from forumdesk.domain.attendance import Attendance
from forumdesk.domain.signing import Party
from forumdesk.store.screens.overview import Overview, overview
from forumdesk.store.store import Store


def read(store: Store) -> Overview:
    with store.look() as look:
        return overview(look)


def test_everybody_on_stage_is_there_once_where_they_are_first_seen(sample_store: Store) -> None:
    people = read(sample_store).people
    assert len({person.id for person in people}) == len(people) == 34
    items = {person.id: person.item for person in people}
    assert items[key("person", "zhang-yulei")] == key("item", "keynote-zhang"), "not her later ceremonies"
    assert all(person.is_coming for person in people)


def test_whoever_is_invited_only_or_on_no_list_is_not_coming_yet(sample_store: Store) -> None:
    bus = Bus(sample_store)
    bus.run(SetAttendance(attendees=(key("attendee", "he-xingda"),), status=Attendance.DECLINED))
    bus.run(SetAttendance(attendees=(key("attendee", "guo-jie"),), status=Attendance.ARRIVED))
    bus.run(RemoveAttendee(id=key("attendee", "hou-ying")))
    unsure = {person.id: person.status for person in read(sample_store).people if not person.is_coming}
    assert unsure == {key("person", "he-xingda"): "declined", key("person", "hou-ying"): ""}


def test_calls_tell_who_walks_on_and_how_many_are_only_counted(sample_store: Store) -> None:
    calls = read(sample_store).calls[key("item", "plaque")]
    assert [(call.places, len(call.names), call.stays) for call in calls] == [(17, 0, False), (9, 9, True)]


def test_signatures_are_counted_a_party(sample_store: Store) -> None:
    signing = key("item", "signing")
    assert read(sample_store).signatures == {signing: (14, 0)}
    with sample_store.look() as look:
        party = look.all(Party)[0].id
    Bus(sample_store).run(EditParty(id=party, signatory=key("person", "guo-jie")))
    assert read(sample_store).signatures == {signing: (14, 1)}
