"""What can be found in an event by typing: people, organisations and agenda items, as plain facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import Appearance
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.text import Text
from forumdesk.store.screens.agenda import READS as AGENDA_READS
from forumdesk.store.screens.agenda import AgendaRow, agenda
from forumdesk.store.screens.posts import NO_POST, PostLine, main_posts
from forumdesk.store.work import Look

READS = AGENDA_READS | {"organisation", "person", "post"}
"""The kinds of rows that are looked at: after a change of any other the same is found."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody: how the name is read (empty: as usual) and written otherwise, and in how many items they appear."""

    id: UUID
    name: Text
    pinyin: str
    surname_length: int | None
    spellings: tuple[str, ...]
    post: PostLine
    appears: int


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """An organisation by all its names."""

    id: UUID
    name: Text
    short_name: Text
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Findable:
    """Everything that can be found; each kind in an order that fits for equal matches."""

    people: tuple[FoundPerson, ...]
    organisations: tuple[FoundOrganisation, ...]
    items: tuple[AgendaRow, ...]


def findable(look: Look) -> Findable:
    """Read it all: those who appear often come first, organisations by name, items by time."""
    posts = main_posts(look)
    appears = Counter(row.person_id for row in look.rows(select(Appearance.person_id, Appearance.item_id).distinct()))
    people = [
        FoundPerson(
            row.id, row.name, row.pinyin, row.surname_length, row.spellings,
            posts.get(row.id, NO_POST), appears[row.id],
        )
        for row in look.rows(
            select(Person.id, Person.name, Person.pinyin, Person.surname_length, Person.spellings)
        )
    ]  # fmt: skip
    organisations = [
        FoundOrganisation(row.id, row.name, row.short_name, row.spellings)
        for row in look.rows(
            select(Organisation.id, Organisation.name, Organisation.short_name, Organisation.spellings)
        )
    ]
    people.sort(key=lambda person: (-person.appears, str(person.name), person.id.int))
    organisations.sort(key=lambda organisation: (str(organisation.name), organisation.id.int))
    return Findable(tuple(people), tuple(organisations), agenda(look))
