"""What the ceremonies page shows: signings, awards, launches and unveilings, and who stands on stage in them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import CEREMONIES, AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Forum
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, Party, Side
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace, Unveiled
from forumdesk.domain.text import Text
from forumdesk.rules.on_stage import Call, Standing, on_stage, staying
from forumdesk.store.screens.posts import MOST_PARAMETERS, NO_POST, PostLine, main_posts
from forumdesk.store.work import Look

READS = frozenset(
    {
        "agenda_item", "agreement", "appearance", "ceremony", "forum", "organisation", "party", "person",
        "plaque", "post", "stage_call", "stage_place", "unveiled",
    }
)  # fmt: skip
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""

ROLES = {"plaque": "presenter", "launch": "launcher", "unveiling": "unveiler", "signing": "signatory"}
"""What those who are called on stage appear as, by the kind of item."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person with their main post."""

    id: UUID
    name: Text
    post: PostLine


@dataclass(frozen=True, slots=True)
class Signer:
    """One party of an agreement: an organisation, its country, who signs for it and who assists."""

    id: UUID
    organisation: UUID
    name: Text
    country: Text
    signatory: Someone | None
    assistant: Someone | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """A line of a signing: the host party and the guest party beside it.

    An agreement with more parties goes on in further lines; only its first has a `number`. A line that is only
    announced has an `agreement` of None, and neither party.
    """

    id: tuple[UUID | None, int]
    number: int
    agreement: UUID | None
    title: Text
    copies: int
    state: str
    host: Signer | None
    guest: Signer | None


@dataclass(frozen=True, slots=True)
class PlaqueRow:
    """A plaque; one that is only announced has neither `plaque` nor name. `mark` is the number on it."""

    id: UUID | int
    number: int
    plaque: UUID | None
    organisation: UUID | None
    name: Text
    wording: Text
    representative: Someone | None
    presenter: Someone | None
    artwork: str
    mark: str


@dataclass(frozen=True, slots=True)
class UnveiledRow:
    """Something unveiled or launched; what is only announced has neither `unveiled` nor name."""

    id: UUID | int
    number: int
    unveiled: UUID | None
    name: Text


@dataclass(frozen=True, slots=True)
class CallRow:
    """People who walk on together, whether they stay, and the stage once they have come."""

    id: UUID
    title: Text
    people: tuple[Someone, ...]
    places: int | None
    stays: bool
    stage: Standing[Someone]


@dataclass(frozen=True, slots=True)
class CeremonyRow:
    """A ceremonial item, by whose id it is known; `ceremony` is None where nothing is written of it yet.

    Times are minutes after midnight. `appears` are those whom the programme names, by their appearances' ids.
    `leaves` is the stage that the next item begins with, and `then` the next item's first call, if it has one.
    """

    id: UUID
    ceremony: UUID | None
    kind: str
    title: Text
    start: int
    end: int
    batch: Text
    announced: int | None
    device: Text
    countdown: int | None
    second_at: str
    pairs: tuple[PairRow, ...]
    plaques: tuple[PlaqueRow, ...]
    unveiled: tuple[UnveiledRow, ...]
    calls: tuple[CallRow, ...]
    appears: tuple[tuple[UUID, UUID], ...]
    leaves: Standing[Someone]
    next_start: int | None
    then: Standing[Someone] | None

    @property
    def named(self) -> int:
        """How many agreements, plaques or things are entered."""
        entered = {row.agreement for row in self.pairs}, {row.plaque for row in self.plaques}
        return sum(len(ids - {None}) for ids in (*entered, {row.unveiled for row in self.unveiled}))

    @property
    def crowd(self) -> int:
        """How many stand on stage when the most do."""
        return max((len(call.stage) for call in self.calls), default=0)

    def holds(self, row: UUID) -> bool:
        """Whether an id is that of the item, its ceremony, or anything that hangs from it."""
        inner = (
            *(pair.agreement for pair in self.pairs),
            *(plaque.plaque for plaque in self.plaques),
            *(thing.unveiled for thing in self.unveiled),
            *(call.id for call in self.calls),
        )
        return row in (self.id, self.ceremony, *inner)


def ceremonies(look: Look, forum: UUID | None = None, day: dt.date | None = None) -> tuple[CeremonyRow, ...]:
    """Every ceremonial item, or those of one forum or day, in the order of forums, days and positions."""
    return _Reading(look).rows(forum, day)


class _Reading:
    """One look at everything the page needs."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._ceremonies = {row.item_id: row for row in look.all(Ceremony)}
        self._agreements = _grouped(look.all(Agreement), "ceremony_id")
        self._parties = _grouped(look.all(Party), "agreement_id")
        self._plaques = _grouped(look.all(Plaque), "ceremony_id")
        self._unveiled = _grouped(look.all(Unveiled), "ceremony_id")
        self._calls = _grouped(look.all(StageCall), "item_id")
        self._places = _grouped(look.all(StagePlace), "call_id")
        self._appearances = _grouped(look.all(Appearance), "item_id")
        self._organisations = self._read_organisations()
        self._people = self._read_people()

    def rows(self, forum: UUID | None, day: dt.date | None) -> tuple[CeremonyRow, ...]:
        """The ceremonies, each with its place in the day."""
        rows: list[CeremonyRow] = []
        for rundown in _rundowns(self._look, forum, day):
            rows.extend(self._day(rundown))
        return tuple(rows)

    def _day(self, rundown: Rundown) -> Iterable[CeremonyRow]:
        calls = [self._called(item) for item in rundown.items]
        stages, times = on_stage(calls), rundown.times()
        for place, item in enumerate(rundown.items):
            if item.kind not in CEREMONIES:
                continue
            ceremony = self._ceremonies.get(item.id) or Ceremony(item_id=item.id)
            known = item.id in self._ceremonies
            follows = place + 1 < len(rundown.items)
            yield CeremonyRow(
                id=item.id, ceremony=ceremony.id if known else None, kind=item.kind, title=item.title,
                start=times[place].start, end=times[place].end, batch=ceremony.batch,
                announced=ceremony.announced, device=ceremony.device, countdown=ceremony.countdown,
                second_at=ceremony.second_at,
                pairs=self._pairs(ceremony) if item.kind == "signing" else (),
                plaques=self._plaque_rows(ceremony) if item.kind == "plaque" else (),
                unveiled=self._unveiled_rows(ceremony) if CEREMONIES[item.kind] == "unveiled" else (),
                calls=tuple(
                    CallRow(row.id, row.title, tuple(call.people), row.places, row.stays, stage)
                    for row, call, stage in zip(self._calls[item.id], calls[place], stages[place], strict=True)
                ),
                appears=tuple(
                    (row.id, row.person_id) for row in self._appearances[item.id] if row.role == ROLES[item.kind]
                ),
                leaves=staying(calls[place]) if follows else Standing(),
                next_start=times[place + 1].start if follows else None,
                then=stages[place + 1][0] if follows and stages[place + 1] else None,
            )  # fmt: skip

    def _called(self, item: AgendaItem) -> list[Call[Someone]]:
        return [
            Call([self._people[place.person_id] for place in self._places[row.id]], row.places, row.stays)
            for row in self._calls[item.id]
        ]

    def _pairs(self, ceremony: Ceremony) -> tuple[PairRow, ...]:
        rows: list[PairRow] = []
        agreements = self._agreements[ceremony.id]
        for number, agreement in enumerate(agreements, start=1):
            parties = self._parties[agreement.id]
            hosts = [self._signer(party) for party in parties if party.side is Side.HOST]
            guests = [self._signer(party) for party in parties if party.side is Side.GUEST]
            for line, (host, guest) in enumerate(_side_by_side(hosts, guests)):
                shown = 0 if line else number
                rows.append(
                    PairRow(
                        (agreement.id, line), shown, agreement.id, agreement.title, agreement.copies,
                        agreement.state.value, host, guest,
                    )
                )  # fmt: skip
        for number in _missing(ceremony, len(agreements)):
            rows.append(PairRow((None, number), number, None, Text(), 0, "", None, None))
        return tuple(rows)

    def _signer(self, party: Party) -> Signer:
        organisation = self._organisations[party.organisation_id]
        return Signer(
            party.id, organisation.id, organisation.name, organisation.country,
            self._someone(party.signatory_id), self._someone(party.assistant_id),
        )  # fmt: skip

    def _plaque_rows(self, ceremony: Ceremony) -> tuple[PlaqueRow, ...]:
        plaques = self._plaques[ceremony.id]
        entered = (
            PlaqueRow(
                row.id, number, row.id, row.organisation_id, self._organisations[row.organisation_id].name,
                row.wording, self._someone(row.representative_id), self._someone(row.presenter_id),
                row.artwork.value, row.number,
            )
            for number, row in enumerate(plaques, start=1)
        )  # fmt: skip
        missing = (
            PlaqueRow(number, number, None, None, Text(), Text(), None, None, "", "")
            for number in _missing(ceremony, len(plaques))
        )
        return *entered, *missing

    def _unveiled_rows(self, ceremony: Ceremony) -> tuple[UnveiledRow, ...]:
        things = self._unveiled[ceremony.id]
        entered = (UnveiledRow(row.id, number, row.id, row.name) for number, row in enumerate(things, start=1))
        missing = (UnveiledRow(number, number, None, Text()) for number in _missing(ceremony, len(things)))
        return *entered, *missing

    def _someone(self, person: UUID | None) -> Someone | None:
        return None if person is None else self._people[person]

    def _read_people(self) -> Mapping[UUID, Someone]:
        """Those who are named somewhere in a ceremony."""
        wanted = {place.person_id for places in self._places.values() for place in places}
        for party in (party for parties in self._parties.values() for party in parties):
            wanted |= {person for person in (party.signatory_id, party.assistant_id) if person}
        for plaque in (plaque for plaques in self._plaques.values() for plaque in plaques):
            wanted |= {person for person in (plaque.representative_id, plaque.presenter_id) if person}
        query = select(Person.id, Person.name)
        if len(wanted) < MOST_PARAMETERS:
            query = query.where(Person.id.in_(wanted))
        posts = main_posts(self._look, wanted)
        return {row.id: Someone(row.id, row.name, posts.get(row.id, NO_POST)) for row in self._look.rows(query)}

    def _read_organisations(self) -> Mapping[UUID, Organisation]:
        wanted = {party.organisation_id for parties in self._parties.values() for party in parties}
        wanted |= {plaque.organisation_id for plaques in self._plaques.values() for plaque in plaques}
        query = select(Organisation)
        if len(wanted) < MOST_PARAMETERS:
            query = query.where(Organisation.id.in_(wanted))
        return {organisation.id: organisation for (organisation,) in self._look.rows(query)}


R = TypeVar("R")


def _grouped(rows: Sequence[R], parent: str) -> Mapping[UUID, list[R]]:
    found: dict[UUID, list[R]] = defaultdict(list)
    for row in rows:
        found[getattr(row, parent)].append(row)
    return found


def _side_by_side(hosts: Sequence[Signer], guests: Sequence[Signer]) -> Iterable[tuple[Signer | None, Signer | None]]:
    """One line at least: an agreement without parties is there, too."""
    return list(zip_longest(hosts, guests)) or [(None, None)]


def _missing(ceremony: Ceremony, entered: int) -> range:
    """The numbers of those that are announced and not entered."""
    return range(entered + 1, (ceremony.announced or 0) + 1)


def _rundowns(look: Look, forum: UUID | None, day: dt.date | None) -> Iterable[Rundown]:
    """Every day of every forum, or of one, that something is planned on, in the order of forums and days."""
    forums = {each.id: each for each in look.all(Forum)}
    wanted = {name: value for name, value in (("forum_id", forum), ("date", day)) if value is not None}
    found = sorted(look.all(AgendaItem, **wanted), key=lambda item: (forums[item.forum_id].position, item.date))
    for (forum_id, _), items in groupby(found, key=lambda item: (item.forum_id, item.date)):
        yield Rundown.of(forums[forum_id], items)
