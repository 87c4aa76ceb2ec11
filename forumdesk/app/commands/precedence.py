"""The event's order of rank."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from msgspec import field

from forumdesk.app.commands.command import Command, new_id
from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.order import number, put
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.rules import pinyin, strokes
from forumdesk.store.work import Work


class Unranked(RuleBroken):
    """Somebody must be ranked by hand: there is no data for their name. Facts: names."""

    code = "unranked"
    sentence = NOOP("These names have no stroke data and must be ranked by hand first: {names}.")


class RankPerson(Command, frozen=True, kw_only=True):
    """Put a person behind another one in the order of rank, or first, and say why."""

    step = NOOP("Rank person")

    person: UUID
    after: UUID | None = None
    reason: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Move their row, or add it."""
        person = work.get(Person, self.person)
        row = work.only(Precedence, person_id=person.id)
        if row is None:
            row = work.add(Precedence(id=self.id, person_id=person.id))
        after = None
        if self.after is not None:
            after = work.only(Precedence, person_id=work.get(Person, self.after).id)
        row.reason = self.reason or row.reason
        put(work.all(Precedence), row, after)


class UnrankPerson(Command, frozen=True, kw_only=True):
    """Take a person out of the order of rank."""

    step = NOOP("Take out of the order of rank")

    person: UUID

    def run(self, work: Work) -> None:
        """Take their row out and close up."""
        row = work.only(Precedence, person_id=work.get(Person, self.person).id)
        if row is not None:
            number([other for other in work.all(Precedence) if other is not row])
            work.remove(row)


class SortPrecedence(Command, frozen=True, kw_only=True):
    """Sort those who are ranked by surname strokes, by pinyin, or by their organisations' official sequence."""

    step = NOOP("Sort the order of rank")

    by: Literal["strokes", "pinyin", "organisation"]

    def run(self, work: Work) -> None:
        """Renumber; `Unranked` names those whose strokes are not known, and nothing is changed."""
        ranked = work.all(Precedence)
        people = {row.person_id: work.get(Person, row.person_id) for row in ranked}
        match self.by:
            case "strokes":
                ordered = strokes.sort(
                    ranked,
                    name=lambda row: str(people[row.person_id].name),
                    boundary=lambda row: people[row.person_id].surname_length,
                )
                if ordered.unranked:
                    names = [str(people[row.person_id].name) for row in ordered.unranked]
                    raise Unranked(names="、".join(names))
                number(ordered.ranked)
            case "pinyin":
                number(sorted(ranked, key=lambda row: _pinyin(people[row.person_id])))
            case "organisation":
                places = _organisation_places(work)
                number(sorted(ranked, key=lambda row: (places.get(row.person_id, _LAST), row.position)))


def _pinyin(person: Person) -> str:
    return pinyin.sort_key(str(person.name), person.pinyin, person.surname_length)


_LAST = (1, 0, "9999-12-31")


def _organisation_places(work: Work) -> dict[UUID, tuple[int, int, str]]:
    """Each person's main organisation's official sequence, else its founding date; neither comes last."""
    organisations = {row.id: row for row in work.all(Organisation)}
    places = {}
    for post in reversed(work.all(Post)):  # the main post is first, and so written last
        organisation = organisations[post.organisation_id]
        founded = organisation.founded.isoformat() if organisation.founded else "9999-12-31"
        known = organisation.sequence is not None
        places[post.person_id] = (0 if known else 1, organisation.sequence or 0, founded)
    return places
