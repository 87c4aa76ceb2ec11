"""What a list that comes in is held against: everybody with their posts, and whether they attend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Person, Post
from forumdesk.store.work import MOST_PARAMETERS, Look


def people(look: Look) -> Sequence[Any]:
    """Everybody: id, name, native name, spellings, honorific, pinyin, phone, e-mail, ID number, biography, note."""
    return look.rows(
        select(
            Person.id, Person.name, Person.native_name, Person.spellings, Person.honorific, Person.pinyin,
            Person.phone, Person.email, Person.id_number, Person.biography, Person.note,
        )
    )  # fmt: skip


def posts(look: Look) -> Sequence[Any]:
    """Every post, the main one of each person first: id, person, organisation, title."""
    return look.rows(
        select(Post.id, Post.person_id, Post.organisation_id, Post.title).order_by(Post.position, Post.id)
    )


def attendees(look: Look) -> Sequence[Any]:
    """Everybody who attends: id, person, category, status, badge, seat, note."""
    return look.rows(
        select(
            Attendee.id, Attendee.person_id, Attendee.category, Attendee.status, Attendee.badge, Attendee.seat,
            Attendee.note,
        )
    )  # fmt: skip


def holders(look: Look, kind: type[Post] | type[Attendee], people: Iterable[UUID]) -> Iterator[UUID]:
    """Of these people those who have rows of a kind, once for each row."""
    wanted = list(dict.fromkeys(people))
    for first in range(0, len(wanted), MOST_PARAMETERS):
        some = kind.person_id.in_(wanted[first : first + MOST_PARAMETERS])
        yield from look.column(select(kind.person_id).where(some))
