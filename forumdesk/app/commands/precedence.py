"""The event's order of rank."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from forumdesk.app.commands.command import Command, new_id
from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.order import number, put
from forumdesk.domain.people import NotRanked, Organisation, Person, Post, Precedence
from forumdesk.domain.text import Text
from forumdesk.rules import pinyin, strokes
from forumdesk.rules.names import is_han
from forumdesk.store.work import Work


class Unranked(RuleBroken):
    """Somebody must be ranked by hand and kept there: there is no data for their name. Facts: names."""

    code = "unranked"
    sentence = NOOP("These names have no stroke data; rank them by hand and keep them in place: {names}.")


class RankPerson(Command, frozen=True, kw_only=True):
    """Put a person behind another one in the order of rank, or first, and say why; behind themselves they stay."""

    step = NOOP("Rank person")

    person: UUID
    after: UUID | None = None
    reason: str | UnsetType = UNSET
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Move their row, or add it; `NotRanked` where the one in front has no rank."""
        person = work.get(Person, self.person)
        after = None
        if self.after is not None:
            before = work.get(Person, self.after)
            after = work.only(Precedence, person_id=before.id)
            if after is None:
                raise NotRanked(name=before.name)
        row = work.only(Precedence, person_id=person.id)
        if row is None:
            row = work.add(Precedence(id=self.id, person_id=person.id))
        if self.reason is not UNSET:
            row.reason = self.reason
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
    """Sort those who are ranked by surname strokes, by pinyin, or by their organisations' official sequence.

    Those in `keep` stay where they are, ranked by hand, and the others are sorted around them.
    """

    step = NOOP("Sort the order of rank")

    by: Literal["strokes", "pinyin", "organisation"]
    keep: tuple[UUID, ...] = ()

    def run(self, work: Work) -> None:
        """Renumber; `Unranked` names those whose strokes are not known, and nothing is changed."""
        kept = {work.get(Person, person_id).id for person_id in self.keep}
        ranked = work.all(Precedence)
        order = iter(_SORTS[self.by](work, [row for row in ranked if row.person_id not in kept]))
        number([row if row.person_id in kept else next(order) for row in ranked])


def _by_strokes(work: Work, ranked: list[Precedence]) -> list[Precedence]:
    people = {row.person_id: work.get(Person, row.person_id) for row in ranked}
    ordered = strokes.sort(
        ranked,
        name=lambda row: _chinese(people[row.person_id].name),
        boundary=lambda row: people[row.person_id].surname_length,
    )
    if ordered.unranked:
        raise Unranked(names="、".join(str(people[row.person_id].name) for row in ordered.unranked))
    return ordered.ranked


def _by_pinyin(work: Work, ranked: list[Precedence]) -> list[Precedence]:
    def reading(row: Precedence) -> str:
        person = work.get(Person, row.person_id)
        return pinyin.sort_key(_chinese(person.name), person.pinyin, person.surname_length)

    return sorted(ranked, key=reading)


def _by_organisation(work: Work, ranked: list[Precedence]) -> list[Precedence]:
    """By the main organisation's official sequence, else by its founding date; who has neither comes last."""
    organisations = {row.id: row for row in work.all(Organisation)}
    main = {post.person_id: organisations[post.organisation_id] for post in reversed(work.all(Post))}

    def place(row: Precedence) -> tuple[bool, int, date]:
        organisation = main.get(row.person_id)
        sequence = organisation and organisation.sequence
        founded = organisation and organisation.founded
        return sequence is None, sequence or 0, founded or date.max

    return sorted(ranked, key=place)


def _chinese(name: Text) -> str:
    """The wording in Chinese characters alone, whichever of the event's languages that is."""
    return next((wording for wording in (name.first, name.second) if is_han(wording)), str(name))


_SORTS = {"strokes": _by_strokes, "pinyin": _by_pinyin, "organisation": _by_organisation}
