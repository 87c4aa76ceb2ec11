"""What the cards of the people page show: all that is known of one person or one organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.text import Text
from forumdesk.rules import pinyin
from forumdesk.rules.names import is_han
from forumdesk.store.screens import pictures, where_used
from forumdesk.store.screens.where_used import Use
from forumdesk.store.work import Look

READS = where_used.READS
"""The kinds of rows that are looked at."""


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post of a person."""

    id: UUID
    organisation_id: UUID
    organisation: Text
    title: Text


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person. `category`, `status` and `attendee` are empty for somebody who is not on the attendee list.

    `photo` is the picture's SHA-256, `reading` the pinyin of the Chinese name as it is read without an override,
    `ambiguous` the characters a reader may stumble over, each with its readings, the one taken first.
    """

    id: UUID
    name: Text
    native_name: str
    spellings: tuple[str, ...]
    honorific: str
    surname_length: int | None
    pinyin: str
    reading: str
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...]
    email: str
    phone: str
    id_number: str
    biography: Text
    note: str
    photo: str
    posts: tuple[PostRow, ...]
    attendee: UUID | None
    category: str
    status: str
    deputy: Text
    rank: int | None
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation; `logo` is its SHA-256, `people` are those with a post there: id, name and title."""

    id: UUID
    name: Text
    short_name: Text
    spellings: tuple[str, ...]
    kind: str
    country: Text
    founded: date | None
    sequence: int | None
    note: str
    logo: str
    people: tuple[tuple[UUID, Text, Text], ...]
    uses: tuple[Use, ...]


def person_card(look: Look, person_id: UUID) -> PersonCard | None:
    """All of a person, or None where they are gone."""
    person = look.find(Person, person_id)
    if person is None:
        return None
    attendee = look.only(Attendee, person_id=person_id)
    rank = look.only(Precedence, person_id=person_id)
    deputy = look.find(Person, attendee.deputy_id) if attendee else None
    han = next((name for name in (person.name.first, person.name.second) if is_han(name)), "")
    boundary = min(person.surname_length, len(han)) if person.surname_length else None
    return PersonCard(
        id=person.id, name=person.name, native_name=person.native_name, spellings=person.spellings,
        honorific=person.honorific, surname_length=person.surname_length, pinyin=person.pinyin,
        reading=pinyin.reading(han, boundary) if han else "",
        ambiguous=pinyin.ambiguous(han, boundary),
        email=person.email, phone=person.phone, id_number=person.id_number, biography=person.biography,
        note=person.note, photo=pictures.named(look, person.photo_id), posts=_posts(look, person_id),
        attendee=attendee.id if attendee else None,
        category=attendee.category.value if attendee else "", status=attendee.status.value if attendee else "",
        deputy=deputy.name if deputy else Text(), rank=rank.position if rank else None,
        uses=where_used.person_uses(look, person_id),
    )  # fmt: skip


def organisation_card(look: Look, organisation_id: UUID) -> OrganisationCard | None:
    """All of an organisation, or None where it is gone."""
    row = look.find(Organisation, organisation_id)
    if row is None:
        return None
    return OrganisationCard(
        id=row.id, name=row.name, short_name=row.short_name, spellings=row.spellings, kind=row.kind,
        country=row.country, founded=row.founded, sequence=row.sequence, note=row.note,
        logo=pictures.named(look, row.logo_id),
        people=where_used.members(look, organisation_id),
        uses=where_used.organisation_uses(look, organisation_id),
    )  # fmt: skip


def _posts(look: Look, person_id: UUID) -> tuple[PostRow, ...]:
    found = look.rows(
        select(Post.id, Post.organisation_id, Organisation.name, Post.title)
        .join(Organisation, Organisation.id == Post.organisation_id)
        .where(Post.person_id == person_id)
        .order_by(Post.position, Post.id)
    )
    return tuple(PostRow(row.id, row.organisation_id, row.name, row.title) for row in found)
