"""Who attends, who sends a deputy, and who has come."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.furnished import at, done, furnish, key, refused, row, rows
from forumdesk.app.commands.attendees import (
    AddAttendee,
    CheckInAttendee,
    EditAttendee,
    MoveAttendees,
    RemoveAttendee,
    SetAttendance,
    SetCategory,
)
from forumdesk.app.commands.people import AddPerson
from forumdesk.domain.attendance import (
    AlreadyAttending,
    Attendance,
    Attendee,
    Category,
    CheckIn,
    DeputyNeeded,
)
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound

BOTH = (key("attendee"), key("attending li"))


@pytest.fixture
def store(event_store: Store) -> Store:
    furnish(event_store)
    done(event_store, RemoveAttendee(id=key("next attendee")))
    done(event_store, AddAttendee(id=key("attending li"), person=key("li"), category=Category.VIP))
    return event_store


def test_a_person_attends_once(store: Store) -> None:
    assert "李妍" in str(refused(store, AlreadyAttending, AddAttendee(person=key("li"))))


def test_the_list_keeps_the_order_in_which_it_was_entered(store: Store) -> None:
    done(store, AddAttendee(person=key("lund")))
    assert [attendee.person_id for attendee in rows(store, Attendee)] == [key("zhang"), key("li"), key("lund")]
    assert [attendee.position for attendee in rows(store, Attendee)] == [1, 2, 3]


def test_badge_seat_and_category_change_and_the_status_stays(store: Store) -> None:
    done(store, EditAttendee(id=key("attendee"), badge="007", seat="1排1座", category=Category.PRESS, note="x"))
    attendee = row(store, Attendee, "attendee")
    assert (attendee.badge, attendee.seat, attendee.category) == ("007", "1排1座", Category.PRESS)
    assert attendee.status is Attendance.INVITED


def test_several_confirm_at_once(store: Store) -> None:
    done(store, SetAttendance(attendees=BOTH, status=Attendance.CONFIRMED))
    assert {attendee.status for attendee in rows(store, Attendee)} == {Attendance.CONFIRMED}
    assert not done(store, SetAttendance(attendees=(), status=Attendance.DECLINED))


def test_several_become_guests_of_honour_at_once(store: Store) -> None:
    done(store, SetCategory(attendees=BOTH, category=Category.VIP))
    assert {attendee.category for attendee in rows(store, Attendee)} == {Category.VIP}
    refused(store, NotFound, SetCategory(attendees=(key("nobody"),), category=Category.VIP))


LISTED = ("a", "b", "c", "d", "e")


@pytest.fixture
def list_of_five(store: Store) -> Store:
    for each in BOTH:
        done(store, RemoveAttendee(id=each))
    for name in LISTED:
        done(store, AddPerson(id=key(f"person {name}"), name=Text(name, "")))
        done(store, AddAttendee(id=key(name), person=key(f"person {name}")))
    return store


@pytest.mark.parametrize(
    ("some", "after", "expected", "written"),
    [
        ("b", "c", "acbde", 2),
        ("d", "b", "abdce", 2),
        ("db", "d", "acbde", 2),
        ("ae", "c", "bcaed", 5),
        ("c", None, "cabde", 1),
        ("ab", "e", "cdeab", 2),
        ("b", "b", "abcde", 0),
        ("", "b", "abcde", 0),
        ("abcde", None, "abcde", 0),
    ],
)
def test_attendees_move_together_and_no_others_than_those_on_the_way_are_written(
    list_of_five: Store, some: str, after: str | None, expected: str, written: int
) -> None:
    move = MoveAttendees(attendees=tuple(map(key, some)), after=None if after is None else key(after))
    changes = done(list_of_five, move)
    assert [each.id for each in rows(list_of_five, Attendee)] == [key(name) for name in expected]
    assert len(changes.rows.get("attendee", ())) == written


def test_where_somebody_left_there_is_room_and_no_other_is_written(list_of_five: Store) -> None:
    done(list_of_five, RemoveAttendee(id=key("c")))
    changes = done(list_of_five, MoveAttendees(attendees=(key("e"),), after=key("b")))
    assert changes.rows["attendee"] == {key("e")}
    assert [each.id for each in rows(list_of_five, Attendee)] == [key(name) for name in "abed"]


def test_nobody_moves_behind_somebody_who_is_not_on_the_list(list_of_five: Store) -> None:
    refused(list_of_five, NotFound, MoveAttendees(attendees=(key("a"),), after=key("nobody")))
    refused(list_of_five, NotFound, MoveAttendees(attendees=(key("nobody"),)))


def test_who_sends_a_deputy_names_somebody_else(store: Store) -> None:
    sends = Attendance.SENDS_DEPUTY
    refused(store, DeputyNeeded, SetAttendance(attendees=BOTH, status=sends))
    refused(store, DeputyNeeded, SetAttendance(attendees=BOTH, status=sends, deputy=key("li")))
    refused(store, DeputyNeeded, SetAttendance(attendees=BOTH, status=Attendance.DECLINED, deputy=key("lund")))
    refused(store, DeputyNeeded, AddAttendee(person=key("lund"), status=sends))
    done(store, SetAttendance(attendees=BOTH, status=sends, deputy=key("lund")))
    assert {attendee.deputy_id for attendee in rows(store, Attendee)} == {key("lund")}


def test_who_comes_after_all_sends_no_deputy_any_more(store: Store) -> None:
    done(store, SetAttendance(attendees=BOTH, status=Attendance.SENDS_DEPUTY, deputy=key("lund")))
    done(store, SetAttendance(attendees=BOTH[:1], status=Attendance.CONFIRMED))
    done(store, CheckInAttendee(attendee=key("attending li")))
    assert [(each.status, each.deputy_id) for each in rows(store, Attendee)] == [
        (Attendance.CONFIRMED, None),
        (Attendance.ARRIVED, None),
    ]


def test_a_check_in_notes_the_moment_and_can_happen_again(store: Store) -> None:
    first, second = (datetime(2025, 9, 17, hour, 0, 0, 123456, tzinfo=UTC) for hour in (1, 6))
    done(at(store, first), CheckInAttendee(attendee=key("attendee")))
    done(at(store, second), CheckInAttendee(attendee=key("attendee")))
    assert {check_in.at for check_in in rows(store, CheckIn)} == {first, second}
    assert row(store, Attendee, "attendee").status is Attendance.ARRIVED


def test_who_is_taken_off_the_list_stays_a_person(store: Store) -> None:
    done(store, CheckInAttendee(attendee=key("attendee")))
    done(store, RemoveAttendee(id=key("attendee")))
    assert not rows(store, CheckIn)
    assert row(store, Person, "zhang")
