"""People, organisations and posts: entered once, used everywhere, and removed without a trace when that is wanted."""

from __future__ import annotations

from datetime import date

import pytest

from app.furnished import done, example, furnish, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import AddAttendee, CheckInAttendee, SetAttendance
from forumdesk.app.commands.ceremonies import AddUnveiled
from forumdesk.app.commands.event import AddOrganiser
from forumdesk.app.commands.people import (
    AddOrganisation,
    AddPerson,
    AddPost,
    EditOrganisation,
    EditPerson,
    EditPost,
    MovePost,
    RemoveOrganisation,
    RemovePerson,
    RemovePost,
)
from forumdesk.app.commands.plaques import EditPlaque
from forumdesk.domain.agenda import Appearance
from forumdesk.domain.attendance import Attendance, Attendee, CheckIn
from forumdesk.domain.event import OrganiserRole
from forumdesk.domain.people import Organisation, Person, Post, Precedence, SurnameTooLong
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import StagePlace, Unveiled
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.store import Store
from forumdesk.store.work import StillUsed
from store.small import FORUM


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def test_a_person_is_kept_as_entered_to_the_last_sign(store: Store) -> None:
    fields = {
        "native_name": "김현곤",
        "spellings": ("金贤坤", "Kim, Hyun-gon"),
        "honorific": "mr",
        "surname_length": 1,
        "pinyin": "Jīn Xiánkūn",
        "phone": "+86 010 007",
        "email": "=cmd@example.org",
        "id_number": "11010519491231002X",
        "biography": Text("一行\n二行", "𠮷 e\u0301 \u200d 👩‍🔬"),
    }
    done(store, AddPerson(id=key("kim"), name=Text("金賢坤", "Kim Hyun-gon"), **fields))
    kim = row(store, Person, "kim")
    assert {name: getattr(kim, name) for name in fields} == fields


@pytest.mark.parametrize("name", [Text(), Text(" "), Text("\u3000", "\t\n")])
def test_nobody_and_nothing_is_entered_without_a_name(store: Store, name: Text) -> None:
    refused(store, NameNeeded, AddPerson(name=name))
    refused(store, NameNeeded, EditPerson(id=key("li"), name=name))
    refused(store, NameNeeded, AddOrganisation(name=name))
    refused(store, NameNeeded, EditOrganisation(id=key("park"), name=name))


def test_a_surname_is_no_longer_than_the_name(store: Store) -> None:
    refused(store, SurnameTooLong, AddPerson(name=Text("张洋", "Zhang Yang"), surname_length=3))
    refused(store, SurnameTooLong, EditPerson(id=key("li"), surname_length=3))
    done(store, EditPerson(id=key("zhang"), surname_length=3))
    error = refused(store, SurnameTooLong, EditPerson(id=key("zhang"), name=Text("张洋", "Zhang Yang")))
    assert error.facts == {"name": "张洋", "length": 3}
    done(store, EditPerson(id=key("zhang"), name=Text("张洋", "Zhang Yang"), surname_length=None))


def test_an_edit_leaves_alone_what_it_does_not_name(store: Store) -> None:
    done(store, EditPerson(id=key("li"), phone="007"))
    done(store, EditPerson(id=key("li"), email="li@example.org"))
    li = row(store, Person, "li")
    assert (li.phone, li.email, li.name) == ("007", "li@example.org", Text("李妍", "li"))
    assert not done(store, EditPerson(id=key("li"), email="li@example.org"))


def test_an_organisation_keeps_its_founding_date_until_it_is_taken_back(store: Store) -> None:
    done(store, EditOrganisation(id=key("park"), founded=date(1988, 5, 10), sequence=1))
    done(store, EditOrganisation(id=key("park"), sequence=None))
    park = row(store, Organisation, "park")
    assert (park.founded, park.sequence) == (date(1988, 5, 10), None)


# ---- posts --------------------------------------------------------------------------------------


def organisations_of(store: Store, person: str) -> list[object]:
    return [post.organisation_id for post in rows(store, Post, person_id=key(person))]


def test_the_first_post_is_the_main_one_and_another_can_take_its_place(store: Store) -> None:
    assert organisations_of(store, "zhang") == [key("park"), key("company")]
    done(store, MovePost(id=key("post company")))
    assert organisations_of(store, "zhang") == [key("company"), key("park")]


def test_a_new_post_is_the_last_even_after_one_was_removed(store: Store) -> None:
    done(store, RemovePost(id=key("post park")))
    done(store, AddPost(person=key("zhang"), organisation=key("ministry")))
    done(store, AddPost(person=key("zhang"), organisation=key("park")))
    assert organisations_of(store, "zhang") == [key("company"), key("ministry"), key("park")]


def test_a_post_changes_its_title_or_its_organisation(store: Store) -> None:
    done(store, EditPost(id=key("post park"), title=Text("副主任", "Deputy Director")))
    done(store, EditPost(id=key("post park"), organisation=key("ministry")))
    post = row(store, Post, "post park")
    assert (post.title, post.organisation_id) == (Text("副主任", "Deputy Director"), key("ministry"))


# ---- removing -----------------------------------------------------------------------------------


def test_a_person_in_use_is_not_removed_and_the_refusal_counts_the_places(store: Store) -> None:
    said = str(refused(store, StillUsed, RemovePerson(id=key("li"))))
    for place in ("appearance × 1", "party × 2", "stage place × 1"):
        assert place in said


def test_a_person_nobody_needs_goes_with_posts_rank_and_attendance(store: Store) -> None:
    done(store, AddPerson(id=key("guest"), name=Text("客人")))
    Bus(store).run(AddPost(person=key("guest"), organisation=key("park")))
    Bus(store).run(AddAttendee(id=key("attending guest"), person=key("guest")))
    Bus(store).run(CheckInAttendee(attendee=key("attending guest")))
    done(store, RemovePerson(id=key("guest")))
    assert not rows(store, Post, person_id=key("guest"))
    assert not rows(store, CheckIn)


def test_a_person_removed_everywhere_is_nowhere(store: Store) -> None:
    Bus(store).run(EditPlaque(id=key("plaque of park"), representative=key("li"), presenter=key("li")))
    done(store, RemovePerson(id=key("li"), everywhere=True))
    for kind in (Appearance, StagePlace, Precedence, Attendee):
        assert key("li") not in [each.person_id for each in rows(store, kind)]
    assert {party.signatory_id for party in rows(store, Party)} == {None}
    plaque = row(store, Plaque, "plaque of park")
    assert (plaque.representative_id, plaque.presenter_id) == (None, None)
    assert len(rows(store, Agreement)) == 2


def test_the_order_of_rank_closes_up_behind_a_person_who_is_removed(store: Store) -> None:
    done(store, RemovePerson(id=key("zhang"), everywhere=True))
    assert [(rank.person_id, rank.position) for rank in rows(store, Precedence)] == [(key("li"), 1)]


def test_who_sent_a_deputy_that_is_removed_has_declined_and_sends_nobody(store: Store) -> None:
    deputy = SetAttendance(attendees=(key("attendee"),), status=Attendance.SENDS_DEPUTY, deputy=key("lund"))
    done(store, deputy)
    assert "attendee × 1" in str(refused(store, StillUsed, RemovePerson(id=key("lund"))))
    done(store, RemovePerson(id=key("lund"), everywhere=True))
    attendee = row(store, Attendee, "attendee")
    assert (attendee.status, attendee.deputy_id) == (Attendance.DECLINED, None)


def test_an_organisation_removed_everywhere_takes_along_what_means_nothing_without_it(store: Store) -> None:
    ceremony = key("ceremony unveiling")
    Bus(store).run(AddUnveiled(id=key("by park"), ceremony=ceremony, name=Text("成果"), organisation=key("park")))
    refused(store, StillUsed, RemoveOrganisation(id=key("park")))
    done(store, RemoveOrganisation(id=key("park"), everywhere=True))
    for kind in (Post, Party, Plaque, OrganiserRole):
        assert key("park") not in [each.organisation_id for each in rows(store, kind)]
    assert row(store, Unveiled, "by park").organisation_id is None
    assert len(rows(store, Agreement)) == 2


def test_an_organisation_nobody_needs_is_simply_removed(store: Store) -> None:
    done(store, RemoveOrganisation(id=key("ministry")))
    assert key("ministry") not in [each.id for each in rows(store, Organisation)]


def test_an_organiser_of_a_forum_is_still_a_use(store: Store) -> None:
    Bus(store).run(AddOrganiser(organisation=key("ministry"), forum=FORUM))
    refused(store, StillUsed, RemoveOrganisation(id=key("ministry")))


def test_a_person_who_was_removed_everywhere_comes_back_everywhere_with_the_same_ids(store: Store) -> None:
    before = store.digest()
    Bus(store).run(example("RemovePerson", id=str(key("zhang"))))
    store.undo()
    assert store.digest() == before
