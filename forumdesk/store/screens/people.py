"""What the people page lists: everybody, every organisation, and the order of rank."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.text import Text
from forumdesk.rules import pinyin, strokes
from forumdesk.rules.names import is_han
from forumdesk.store.screens.posts import MOST_PARAMETERS, NO_POST, PostLine, main_post_ids, main_posts
from forumdesk.store.work import Look

READS = frozenset({"attendee", "organisation", "person", "post", "precedence"})
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; `category` and `status` are codes, empty for somebody who is not on the attendee list.

    `reading` is what they say of their name's pinyin, `post_id` their main post, `attendee` their place on the list.
    `found_by` is what a search looks through: names, spellings, pinyin and its initials, in small letters.
    """

    id: UUID
    name: Text
    reading: str
    post: PostLine
    post_id: UUID | None
    attendee: UUID | None
    category: str
    status: str
    native_name: str
    phone: str
    email: str
    id_number: str
    note: str
    found_by: str

    @property
    def person(self) -> UUID:
        """Whose row it is."""
        return self.id


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation and how many people have a post there."""

    id: UUID
    name: Text
    short_name: Text
    country: Text
    kind: str
    people: int
    founded: date | None
    sequence: int | None
    spellings: tuple[str, ...]
    note: str
    found_by: str


@dataclass(frozen=True, slots=True)
class RankRow:
    """A person in the order of rank, by whose id the row is known; `strokes` says whether these are known."""

    id: UUID
    number: int
    name: Text
    post: PostLine
    reason: str
    strokes: bool
    found_by: str


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """All three lists, read at one moment."""

    people: tuple[PersonRow, ...]
    organisations: tuple[OrganisationRow, ...]
    ranks: tuple[RankRow, ...]


def people_rows(look: Look) -> PeopleRows:
    """The lists of the page."""
    everybody = people(look)
    by_id = {row.id: row for row in everybody}
    known = {row.id: row.surname_length for row in look.rows(select(Person.id, Person.surname_length))}
    ranks = look.rows(select(Precedence.person_id, Precedence.reason).order_by(Precedence.position, Precedence.id))
    return PeopleRows(
        everybody,
        organisations(look),
        tuple(
            RankRow(
                row.person_id, number, person.name, person.post, row.reason,
                strokes.sort_key(_chinese(person.name), known[row.person_id]) is not None, person.found_by,
            )
            for number, row in enumerate(ranks, start=1)
            for person in (by_id[row.person_id],)
        ),
    )  # fmt: skip


def people(look: Look, of: set[UUID] | None = None) -> tuple[PersonRow, ...]:
    """Everybody, or those in `of`: first those with a rank, in its order, then the rest by pinyin."""
    query = (
        select(
            Person.id, Person.name, Person.native_name, Person.spellings, Person.pinyin, Person.surname_length,
            Person.phone, Person.email, Person.id_number, Person.note,
            Attendee.id.label("attendee"), Attendee.category, Attendee.status, Precedence.position,
        )
        .outerjoin(Attendee, Attendee.person_id == Person.id)
        .outerjoin(Precedence, Precedence.person_id == Person.id)
    )  # fmt: skip
    if of is not None and len(of) < MOST_PARAMETERS:
        query = query.where(Person.id.in_(of))
    found = look.rows(query)
    posts, post_ids = main_posts(look, of), main_post_ids(look, of)
    found.sort(key=lambda row: _place(row.position, row.name, row.pinyin, row.id))
    return tuple(
        PersonRow(
            row.id, row.name, row.pinyin, posts.get(row.id, NO_POST), post_ids.get(row.id), row.attendee,
            str(row.category.value) if row.category else "", str(row.status.value) if row.status else "",
            row.native_name, row.phone, row.email, row.id_number, row.note,
            found_by(
                (row.name.first, row.name.second, row.native_name, *row.spellings), row.pinyin, row.surname_length
            ),
        )
        for row in found
    )  # fmt: skip


def organisations(look: Look) -> tuple[OrganisationRow, ...]:
    """Every organisation: first those in the official sequence, then the rest by pinyin."""
    members = Counter(
        post.organisation_id for post in look.rows(select(Post.organisation_id, Post.person_id).distinct())
    )
    found = look.all(Organisation)
    found.sort(key=lambda row: _place(row.sequence, row.name, "", row.id))
    return tuple(
        OrganisationRow(
            row.id, row.name, row.short_name, row.country, row.kind, members[row.id],
            row.founded, row.sequence, row.spellings, row.note,
            found_by(
                (row.name.first, row.name.second, row.short_name.first, row.short_name.second, *row.spellings)
            ),
        )
        for row in found
    )  # fmt: skip


def _place(rank: int | None, name: Text, reading: str, row_id: UUID) -> tuple[bool, int, str, int]:
    if rank is not None:
        return False, rank, "", row_id.int
    return True, 0, _sort_key(str(name), reading), row_id.int


@lru_cache(maxsize=1 << 17)
def _sort_key(name: str, reading: str) -> str:
    return pinyin.sort_key(name, override=reading)


@lru_cache(maxsize=1 << 17)
def found_by(names: tuple[str, ...], reading: str = "", boundary: int | None = None) -> str:
    """Names as they are written, and the Chinese ones by pinyin, with and without blanks, and by initials."""
    ways = [name for name in names if name]
    for name in names:
        han = "".join(filter(is_han, name))
        if not han:
            continue
        own, split = (reading, boundary) if name == names[0] and han == name else ("", None)
        spelt = pinyin.romanised(han, split, own)
        ways += [spelt, "".join(filter(str.isalpha, spelt)), pinyin.initials(han, split, own)]
    return "\n".join(dict.fromkeys(ways)).casefold()


def _chinese(name: Text) -> str:
    """The wording in Chinese characters alone, whichever of the event's languages that is."""
    return next((wording for wording in (name.first, name.second) if is_han(wording)), str(name))
