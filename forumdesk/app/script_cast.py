"""Who is in a script: people and organisations that the event knows, and those it has to be told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import cast
from uuid import UUID

from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.command import Command, new_id
from forumdesk.app.commands.people import (
    AddOrganisation,
    AddPerson,
    AddPost,
    EditOrganisation,
    EditPerson,
    Honorific,
)
from forumdesk.app.commands.precedence import RankPerson
from forumdesk.domain.attendance import Attendee, Category
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.text import Text
from forumdesk.rules import names
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.titles import honorific_of, post
from forumdesk.rules.script.turns import same_person
from forumdesk.store.work import Look

ALIKE = 0.6
"""From which likeness on two names mean one organisation, where the same person has the same title at both."""

_CATEGORIES = {What.GUEST: Category.VIP, What.APPEARANCE: Category.SPEAKER, What.STAGE: Category.DELEGATE}


@dataclass(slots=True)
class _Someone:
    id: UUID
    names: list[str]
    spellings: tuple[str, ...] = ()
    posts: dict[UUID, str] = field(default_factory=dict)
    """Titles by organisation."""

    def is_called(self, name: str) -> bool:
        """Whether this is one of their names, letter by letter."""
        return any(names.key(each) == names.key(name) for each in (*self.names, *self.spellings) if each)


class Cast:
    """Finds people and organisations by name, and writes down what has to be entered of them, once."""

    def __init__(self, look: Look, side: int) -> None:
        self._side = side
        self._people = [
            _Someone(row.id, [row.name.first, row.name.second, row.native_name], row.spellings)
            for row in look.all(Person)
        ]
        by_id = {someone.id: someone for someone in self._people}
        for row in look.all(Post):
            by_id[row.person_id].posts[row.organisation_id] = row.title.side(side)
        self._organisations = {
            row.id: [row.name.first, row.name.second, row.short_name.first, row.short_name.second, *row.spellings]
            for row in look.all(Organisation)
        }
        self._spellings = {row.id: row.spellings for row in look.all(Organisation)}
        self._attending = {row.person_id for row in look.all(Attendee)}
        self._ranked = [row.person_id for row in look.all(Precedence)]

    def known(self, name: str) -> UUID | None:
        """The person of that name, or of one that differs by a letter of a long foreign one."""
        someone = self._find(name)
        return someone.id if someone else None

    def organisation(self, name: str) -> tuple[UUID, list[Command]]:
        """The organisation of that name, and what enters it where it is new."""
        if known := self._known_organisation(name):
            return known, []
        added = AddOrganisation(name=self._text(name))
        self._organisations[added.id], self._spellings[added.id] = [name], ()
        return added.id, [added]

    def _known_organisation(self, name: str) -> UUID | None:
        key = names.key(_bare(name))
        return next(
            (
                row
                for row, called in self._organisations.items()
                if any(names.key(_bare(each)) == key for each in called if each)
            ),
            None,
        )

    def guest(self, one: Finding, before: UUID | None) -> Iterator[Command]:
        """Enter somebody who was introduced, and rank them behind the one `before`, or behind all."""
        yield from self.enter(one)
        person = self.known(one.text)
        if person is None or person in self._ranked:
            return
        after = before if before in self._ranked else (self._ranked[-1] if self._ranked else None)
        self._ranked.insert(self._ranked.index(after) + 1 if after else 0, person)
        yield RankPerson(person=person, after=after, reason="introduced in this order")

    def enter(self, one: Finding) -> Iterator[Command]:
        """Enter a person with their posts as far as they are not known, and put them on the attendee list."""
        name = names_together(one.text)
        someone = self._find(name)
        if someone is None:
            someone = _Someone(new_id(), [name, one.second])
            self._people.append(someone)
            yield AddPerson(
                id=someone.id,
                name=self._text(name, one.second),
                honorific=cast(Honorific, honorific_of(one.honorific)),
            )
        else:
            yield from self.spelling(name)
        if one.organisation and one.title:
            yield from self._post(someone, one.organisation, one.title)
        if one.more and (further := post(one.more)) and further[0]:
            yield from self._post(someone, further[0], further[1])
        if (category := _CATEGORIES.get(one.what)) and someone.id not in self._attending:
            self._attending.add(someone.id)
            yield AddAttendee(person=someone.id, category=category)

    def spelling(self, name: str) -> Iterator[Command]:
        """Note another way in which somebody's name is written."""
        someone = self._find(name)
        if someone and not someone.is_called(name):
            someone.spellings = (*someone.spellings, name)
            yield EditPerson(id=someone.id, spellings=someone.spellings)

    def _post(self, someone: _Someone, name: str, title: str) -> Iterator[Command]:
        """A post, unless the person has it; at an organisation of like name it is that one, spelt otherwise."""
        key = names.key(_bare(name))
        for row, held in someone.posts.items():
            called = [names.key(_bare(each)) for each in self._organisations[row] if each]
            if held != title:
                continue
            if key in called:
                return
            if any(SequenceMatcher(None, key, each).ratio() >= ALIKE for each in called):
                if self._known_organisation(name) is None:
                    self._organisations[row].append(name)
                    self._spellings[row] = (*self._spellings[row], name)
                    yield EditOrganisation(id=row, spellings=self._spellings[row])
                return
        organisation, new = self.organisation(name)
        yield from new
        if organisation not in someone.posts:
            someone.posts[organisation] = title
            yield AddPost(person=someone.id, organisation=organisation, title=self._text(title))

    def _find(self, name: str) -> _Someone | None:
        exact = next((someone for someone in self._people if someone.is_called(name)), None)
        return exact or next(
            (someone for someone in self._people for each in someone.names if same_person(each, name)), None
        )

    def _text(self, text: str, other: str = "") -> Text:
        return Text(other, text) if self._side else Text(text, other)


def names_together(name: str) -> str:
    """A Chinese name without the spaces that print it to the width of three."""
    together = "".join(name.split())
    return together if names.is_han(together) else name


def _bare(name: str) -> str:
    """An organisation's name without the signs that differ from one script to the next."""
    return "".join(character for character in name if character not in '、，,“”"()（）')
