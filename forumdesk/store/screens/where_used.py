"""Where a person or an organisation stands: every place that names them, in the order of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.event import Event, Forum, OrganiserRole
from forumdesk.domain.people import Person, Post, Precedence
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace, Unveiled
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

READS = frozenset(
    {
        "agenda_item", "agreement", "appearance", "attendee", "ceremony", "event", "forum", "organisation",
        "organiser_role", "party", "person", "plaque", "post", "precedence", "stage_call", "stage_place", "unveiled",
    }
)  # fmt: skip
"""The kinds of rows that are looked at."""

PARTS = {
    "assistant": NOOP("Assists at signing"),
    "call": NOOP("Stage call"),
    "deputy": NOOP("Deputy"),
    "issuer": NOOP("Issuer"),
    "party": NOOP("Signing party"),
    "rank": NOOP("Order of rank"),
    "unveiled": NOOP("Unveiled"),
    "host": NOOP("Host"),
    "organiser": NOOP("Organiser"),
    "co-organiser": NOOP("Co-organiser"),
    "supporter": NOOP("Supporter"),
}
"""Parts that are no roles of an appearance, and what they are called."""


@dataclass(frozen=True, slots=True)
class Use:
    """One place: the part played there (a code), where to go for it, and what it is called there.

    `page` and `row` are what the desk turns to; `start` is in minutes after midnight, where the place has a
    time. `kind` is that of the agenda item, said where it has no title. `binds` says that the person or
    organisation cannot be removed while it stands there.
    """

    part: str
    page: str
    row: UUID
    title: Text
    start: int | None = None
    kind: str = ""
    number: int | None = None
    binds: bool = True


def person_uses(look: Look, person: UUID) -> tuple[Use, ...]:
    """Everywhere a person stands: in items and ceremonies by time, then as a deputy, then in the order of rank."""
    places = _Places(look)
    in_items = [
        *(
            places.use(row.role, "agenda", row.item_id)
            for row in look.rows(
                select(Appearance.item_id, Appearance.role)
                .where(Appearance.person_id == person)
                .order_by(Appearance.position, Appearance.id)
            )
        ),
        *_signings(look, places, person),
        *_plaques(look, places, person),
        *(
            places.use("call", "ceremonies", row.item_id)
            for row in look.rows(
                select(StageCall.item_id)
                .join(StagePlace, StagePlace.call_id == StageCall.id)
                .where(StagePlace.person_id == person)
                .order_by(StageCall.position, StageCall.id)
            )
        ),
    ]
    sent_by = look.rows(
        select(Person.id, Person.name)
        .join(Attendee, Attendee.person_id == Person.id)
        .where(Attendee.deputy_id == person)
        .order_by(Attendee.position, Attendee.id)
    )
    rank = look.rows(select(Precedence.position).where(Precedence.person_id == person))
    return (
        *places.ordered(in_items),
        *(Use("deputy", "people", row.id, row.name) for row in sent_by),
        *(Use("rank", "people", person, Text(), number=row.position, binds=False) for row in rank),
    )


def organisation_uses(look: Look, organisation: UUID) -> tuple[Use, ...]:
    """Everywhere an organisation stands but in posts: as organiser, then in items and ceremonies by time."""
    places = _Places(look)
    event = look.all(Event)[0].title
    in_items = [
        *(
            places.use("issuer", "agenda", row.id)
            for row in look.rows(select(AgendaItem.id).where(AgendaItem.organisation_id == organisation))
        ),
        *(
            places.use("speaker", "agenda", row.item_id)
            for row in look.rows(select(Appearance.item_id).where(Appearance.organisation_id == organisation))
        ),
        *(
            places.use("party", "ceremonies", row.item_id)
            for row in look.rows(_in_agreements(Party.organisation_id == organisation))
        ),
        *(
            places.use(part, "ceremonies", row.item_id)
            for part, kind in (("recipient", Plaque), ("unveiled", Unveiled))
            for row in look.rows(
                select(Ceremony.item_id)
                .join(kind, kind.ceremony_id == Ceremony.id)
                .where(kind.organisation_id == organisation)
            )
        ),
    ]
    return (
        *(
            Use(row.role, "overview", row.id, look.get(Forum, row.forum_id).title if row.forum_id else event)
            for row in look.all(OrganiserRole, organisation_id=organisation)
        ),
        *places.ordered(in_items),
    )


def members(look: Look, organisation: UUID) -> tuple[tuple[UUID, Text, Text], ...]:
    """The people with a post at an organisation: id, name and title there."""
    return tuple(
        (row.person_id, row.name, row.title)
        for row in look.rows(
            select(Post.person_id, Person.name, Post.title)
            .join(Person, Person.id == Post.person_id)
            .where(Post.organisation_id == organisation)
            .order_by(Post.position, Post.id)
        )
    )


class _Places:
    """Every agenda item with its derived start."""

    def __init__(self, look: Look) -> None:
        self._items: dict[UUID, tuple[int, int, AgendaItem]] = {}
        forums = {forum.id: forum for forum in look.all(Forum)}
        items = sorted(
            look.all(AgendaItem), key=lambda item: (forums[item.forum_id].position, item.date, item.position)
        )
        for (forum, _), day in groupby(items, key=lambda item: (item.forum_id, item.date)):
            rundown = Rundown.of(forums[forum], day)
            for item, placed in zip(rundown.items, rundown.times(), strict=True):
                self._items[item.id] = len(self._items), placed.start, item

    def use(self, part: str, page: str, item_id: UUID) -> Use:
        """A part in an item."""
        _, start, item = self._items[item_id]
        return Use(part, page, item_id, item.title, start, item.kind)

    def ordered(self, uses: Iterable[Use]) -> list[Use]:
        """Uses in items, in the order of the day; what says the same twice stands once."""
        return sorted(dict.fromkeys(uses), key=lambda use: self._items[use.row][0])


def _signings(look: Look, places: _Places, person: UUID) -> Iterator[Use]:
    for row in look.rows(_in_agreements(or_(Party.signatory_id == person, Party.assistant_id == person))):
        if row.signatory_id == person:
            yield places.use("signatory", "ceremonies", row.item_id)
        if row.assistant_id == person:
            yield places.use("assistant", "ceremonies", row.item_id)


def _in_agreements(where: Any) -> Any:
    return (
        select(Ceremony.item_id, Party.signatory_id, Party.assistant_id)
        .join(Agreement, Agreement.ceremony_id == Ceremony.id)
        .join(Party, Party.agreement_id == Agreement.id)
        .where(where)
        .order_by(Agreement.position, Party.position, Party.id)
    )


def _plaques(look: Look, places: _Places, person: UUID) -> Iterator[Use]:
    found = look.rows(
        select(Ceremony.item_id, Plaque.representative_id, Plaque.presenter_id)
        .join(Plaque, Plaque.ceremony_id == Ceremony.id)
        .where(or_(Plaque.representative_id == person, Plaque.presenter_id == person))
        .order_by(Plaque.position, Plaque.id)
    )
    for row in found:
        if row.representative_id == person:
            yield places.use("recipient", "ceremonies", row.item_id)
        if row.presenter_id == person:
            yield places.use("presenter", "ceremonies", row.item_id)
