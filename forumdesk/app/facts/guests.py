"""What certificates, cards, badges and labels of those who attend tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from forumdesk.app.attendance import guests
from forumdesk.app.facts.pictures import picture_key
from forumdesk.app.naming import posts_of_all
from forumdesk.base.job import may_stop
from forumdesk.domain.attendance import Attendance
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents.cards import facts as told

COMING = frozenset(Attendance) - {Attendance.DECLINED}
"""Whoever may sit at a table or wear a badge."""

THERE = frozenset({Attendance.CONFIRMED, Attendance.ARRIVED, Attendance.SENDS_DEPUTY})
"""Whoever takes part, in person or by a deputy."""


def told_guests(look: Look, statuses: Collection[Attendance]) -> Iterator[told.Guest]:
    """Everybody of these statuses in the order of the attendee list; for one who sends a deputy, the deputy."""
    from forumdesk.documents.cards.facts import Guest

    for guest in guests(look):
        may_stop()
        attendee, person = guest.attendee, guest.person
        if attendee.status not in statuses:
            continue
        organisation, title, post = guest.organisation, guest.title, guest.posts
        if attendee.status is Attendance.SENDS_DEPUTY and attendee.deputy_id is not None:
            person = look.get(Person, attendee.deputy_id)
            posts = posts_of_all(look)
            (organisation, title), post = posts.main(person), posts.of(person)
        yield Guest(
            key=str(attendee.id),
            name=person.name,
            native=person.native_name,
            organisation=organisation,
            title=title,
            post=post,
            category=attendee.category.value,
            number=Text(attendee.badge, attendee.badge),
            seat=attendee.seat,
            photo=picture_key(look, person.photo_id),
        )
