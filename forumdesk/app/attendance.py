"""The attendee list as rows of text, for paper and for export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from forumdesk.app.naming import posts_of_all
from forumdesk.base.job import may_stop
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Person, Precedence
from forumdesk.domain.text import Text
from forumdesk.store.work import Look


@dataclass(frozen=True, slots=True)
class Guest:
    """One attendee with what lists say of them."""

    id: UUID
    person: Person
    attendee: Attendee
    organisation: Text
    title: Text
    posts: Text


def guests(look: Look) -> Sequence[Guest]:
    """Everybody on the attendee list: those with a rank in their order, then the others as they were entered."""
    return look.once(guests, lambda: _guests(look))


def _guests(look: Look) -> Sequence[Guest]:
    posts = posts_of_all(look)
    people = {person.id: person for person in look.all(Person)}
    rank = {row.person_id: row.position for row in look.all(Precedence)}
    attendees = sorted(
        look.all(Attendee), key=lambda row: (row.person_id not in rank, rank.get(row.person_id, 0), row.position)
    )
    found = []
    for row in attendees:
        may_stop()
        person = people[row.person_id]
        found.append(Guest(row.id, person, row, *posts.main(person), posts.of(person)))
    return found
