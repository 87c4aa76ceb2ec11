"""What the people page shows: everybody with their names, main post and attendance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Person, Precedence
from forumdesk.domain.text import Text
from forumdesk.rules.pinyin import sort_key
from forumdesk.store.screens.posts import NO_POST, PostLine, main_posts
from forumdesk.store.work import Look

READS = frozenset({"attendee", "organisation", "person", "post", "precedence"})
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; `category` and `status` are codes, empty for somebody who is not on the attendee list."""

    id: UUID
    name: Text
    post: PostLine
    category: str
    status: str


def people(look: Look) -> tuple[PersonRow, ...]:
    """Everybody: first those with a rank, in its order, then the rest by pinyin."""
    found = look.rows(
        select(Person.id, Person.name, Person.pinyin, Attendee.category, Attendee.status, Precedence.position)
        .outerjoin(Attendee, Attendee.person_id == Person.id)
        .outerjoin(Precedence, Precedence.person_id == Person.id)
    )
    posts = main_posts(look)
    found.sort(key=lambda row: _place(row.position, row.name, row.pinyin, row.id))
    return tuple(
        PersonRow(
            row.id, row.name, posts.get(row.id, NO_POST),
            str(row.category.value) if row.category else "", str(row.status.value) if row.status else "",
        )
        for row in found
    )  # fmt: skip


def _place(rank: int | None, name: Text, pinyin: str, row_id: UUID) -> tuple[bool, int, str, int]:
    if rank is not None:
        return False, rank, "", 0
    return True, 0, sort_key(str(name), override=pinyin), row_id.int
