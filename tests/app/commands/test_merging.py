"""One person entered twice, one organisation under two names."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.furnished import done, furnish
from app.furnished import key as id_of
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance
from forumdesk.app.commands.attendees import AddAttendee, SetAttendance
from forumdesk.app.commands.merging import MergeOrganisations, MergePeople, SameTwice
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost, EditPerson
from forumdesk.app.commands.precedence import RankPerson
from forumdesk.app.sample import key
from forumdesk.domain.agenda import Appearance
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.signing import Party
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


def lund_again(store: Store) -> MergePeople:
    """The other spelling of one guest, entered as somebody else; the command that makes one of the two."""
    other, bus = uuid4(), Bus(store)
    with store.look() as look:
        lund = next(person for person in look.all(Person) if person.name.second == "Ebba Lund")
    bus.run(AddPerson(id=other, name=Text("艾巴·朗德"), phone="+34 1", note="two spellings"))
    bus.run(
        AddPost(
            person=other,
            organisation=key("organisation", "iasp"),
            title=Text("首席执行官", "Chief Executive Officer"),
        )
    )
    bus.run(AddPost(person=other, organisation=key("organisation", "torch"), title=Text("顾问")))
    bus.run(AddAttendee(person=other))
    bus.run(RankPerson(person=other))
    bus.run(AddAppearance(item=key("item", "closing"), person=other))
    for item in [row.item_id for row in appearances(store) if row.person_id == lund.id]:
        bus.run(AddAppearance(item=item, person=other))
    return MergePeople(keep=lund.id, drop=other)


def appearances(store: Store) -> list[Appearance]:
    with store.look() as look:
        return look.all(Appearance)


def test_two_spellings_of_one_guest_become_one_guest(sample_store: Store) -> None:
    merge = lund_again(sample_store)
    before = sample_store.digest()
    Bus(sample_store).run(merge)
    with sample_store.look() as look:
        assert look.find(Person, merge.drop) is None
        person = look.get(Person, merge.keep)
        assert person.name == Text("艾巴·伦德", "Ebba Lund")
        assert person.spellings.count("艾巴·朗德") == 1
        assert (person.phone, person.note) == ("+34 1", "two spellings")
        assert [post.title.first for post in look.all(Post, person_id=person.id)] == ["首席执行官", "顾问"]
        assert look.count(Attendee) == 40
        assert len(look.all(Precedence)) == 14
        items = [row.item_id for row in look.all(Appearance, person_id=person.id)]
        assert len(items) == len(set(items)) == 2
    sample_store.undo()
    assert sample_store.digest() == before
    sample_store.redo()


def test_what_only_the_other_had_is_taken_over(sample_store: Store) -> None:
    bus, one, other = Bus(sample_store), uuid4(), uuid4()
    bus.run(AddPerson(id=one, name=Text("王小明")))
    bus.run(AddPerson(id=other, name=Text("", "Wang Xiaoming")))
    bus.run(AddAttendee(person=other))
    bus.run(RankPerson(person=other))
    bus.run(MergePeople(keep=one, drop=other))
    with sample_store.look() as look:
        assert look.get(Person, one).name == Text("王小明", "Wang Xiaoming")
        assert look.only(Attendee, person_id=one)
        assert look.only(Precedence, person_id=one)


def test_an_organisation_under_two_names_becomes_one_everywhere(sample_store: Store) -> None:
    other = uuid4()
    Bus(sample_store).run(
        AddOrganisation(id=other, name=Text("LAUNCHRhein-Main"), short_name=Text("LRM"), note="sic")
    )
    with sample_store.look() as look:
        official = next(row for row in look.all(Organisation) if row.name.first == "LAUNCH Rhein-Main")
        parties = len(look.all(Party, organisation_id=official.id))
    before = sample_store.digest()
    Bus(sample_store).run(MergeOrganisations(keep=other, drop=official.id))
    with sample_store.look() as look:
        kept = look.get(Organisation, other)
        assert kept.short_name.first == "LRM"
        assert "LAUNCH Rhein-Main" in kept.spellings
        assert len(look.all(Party, organisation_id=other)) == parties == 1
        assert look.find(Organisation, official.id) is None
    sample_store.undo()
    assert sample_store.digest() == before


def test_nobody_is_merged_with_themselves(sample_store: Store) -> None:
    person, organisation = key("person", "xin-guobin"), key("organisation", "torch")
    for merge in (MergePeople(keep=person, drop=person), MergeOrganisations(keep=organisation, drop=organisation)):
        with pytest.raises(SameTwice):
            Bus(sample_store).run(merge)


def test_the_ranks_close_up_where_both_had_one(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, MergePeople(keep=id_of("li"), drop=id_of("zhang")))
    with store.look() as look:
        assert [(rank.person_id, rank.position) for rank in look.all(Precedence)] == [(id_of("li"), 1)]


def test_nobody_becomes_their_own_deputy(event_store: Store) -> None:
    store = furnish(event_store)
    sends = SetAttendance(attendees=(id_of("attendee"),), status=Attendance.SENDS_DEPUTY, deputy=id_of("lund"))
    Bus(store).run(sends)
    done(store, MergePeople(keep=id_of("zhang"), drop=id_of("lund")))
    with store.look() as look:
        attendee = look.get(Attendee, id_of("attendee"))
        assert (attendee.status, attendee.deputy_id) == (Attendance.CONFIRMED, None)


def test_a_surname_that_is_longer_than_the_name_that_stays_is_let_go(event_store: Store) -> None:
    store = furnish(event_store)
    Bus(store).run(EditPerson(id=id_of("zhang"), surname_length=3))
    done(store, MergePeople(keep=id_of("li"), drop=id_of("zhang")))
    with store.look() as look:
        assert look.get(Person, id_of("li")).surname_length is None
