"""What the overview shows: the agenda to scale, who walks on when, and what is still missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import Appearance, Cue
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace
from forumdesk.domain.text import Text
from forumdesk.store.screens import agenda
from forumdesk.store.screens.agenda import AgendaRow
from forumdesk.store.work import Look

READS = agenda.READS | {"attendee", "cue", "event", "hall", "party", "stage_call", "stage_place"}
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""

_COMING = (Attendance.CONFIRMED, Attendance.ARRIVED)


@dataclass(frozen=True, slots=True)
class CallRow:
    """Who walks on together in an item; `places` is how many, of whom `names` are known."""

    id: UUID
    item: UUID
    title: Text
    names: tuple[Text, ...]
    places: int
    stays: bool


@dataclass(frozen=True, slots=True)
class CueRow:
    """Something a department does in an item."""

    item: UUID
    kind: str
    label: Text


@dataclass(frozen=True, slots=True)
class OnStage:
    """Somebody who appears or walks on, first in `item`; `status` is empty where they are on no attendee list."""

    id: UUID
    name: Text
    status: str
    item: UUID

    @property
    def is_coming(self) -> bool:
        """Whether that is settled."""
        return self.status in _COMING


@dataclass(frozen=True, slots=True)
class Overview:
    """The event at a glance. `halls` by forum; `signatures` by item: how many parties sign, and who is named."""

    title: Text
    venue: Text
    starts: date
    time_zone: str
    items: tuple[AgendaRow, ...]
    halls: Mapping[UUID, Text]
    calls: Mapping[UUID, tuple[CallRow, ...]]
    cues: Mapping[UUID, tuple[CueRow, ...]]
    people: tuple[OnStage, ...]
    signatures: Mapping[UUID, tuple[int, int]]


def overview(look: Look, forum: UUID | None = None, day: date | None = None) -> Overview:
    """All of the event, or of one forum or day, in one look; people in the order in which they come on."""
    event = look.all(Event)[0]
    items = agenda.agenda(look, forum=forum, day=day)
    halls = look.rows(select(Forum.id, Hall.name).join(Hall, Hall.id == Forum.hall_id))
    return Overview(
        title=event.title, venue=event.venue, starts=event.starts, time_zone=event.time_zone, items=items,
        halls={row.id: row.name for row in halls},
        calls=_calls(look), cues=_cues(look), people=_people(look, items), signatures=_signatures(look),
    )  # fmt: skip


def _calls(look: Look) -> Mapping[UUID, tuple[CallRow, ...]]:
    places = select(StagePlace.call_id, Person.name).join(Person, Person.id == StagePlace.person_id)
    names: defaultdict[UUID, list[Text]] = defaultdict(list)
    for row in look.rows(places.order_by(StagePlace.call_id, StagePlace.position, StagePlace.id)):
        names[row.call_id].append(row.name)
    calls: defaultdict[UUID, list[CallRow]] = defaultdict(list)
    for call in look.all(StageCall):
        known = tuple(names[call.id])
        number = max(call.places or 0, len(known))
        calls[call.item_id].append(CallRow(call.id, call.item_id, call.title, known, number, call.stays))
    return {item: tuple(rows) for item, rows in calls.items()}


def _cues(look: Look) -> Mapping[UUID, tuple[CueRow, ...]]:
    found = look.rows(
        select(Cue.item_id, Cue.kind, Cue.label).order_by(Cue.item_id, Cue.offset_seconds, Cue.position)
    )
    cues: defaultdict[UUID, list[CueRow]] = defaultdict(list)
    for row in found:
        cues[row.item_id].append(CueRow(row.item_id, row.kind, row.label))
    return {item: tuple(rows) for item, rows in cues.items()}


def _people(look: Look, items: tuple[AgendaRow, ...]) -> tuple[OnStage, ...]:
    """Everybody once, where they are first seen."""
    who = (Person.id, Person.name, Attendee.status)
    appear = select(Appearance.item_id, *who).join(Person, Person.id == Appearance.person_id)
    walk_on = select(StageCall.item_id, *who).join(StagePlace, StagePlace.call_id == StageCall.id)
    walk_on = walk_on.join(Person, Person.id == StagePlace.person_id)
    order = {item.id: place for place, item in enumerate(items)}
    found = [
        row
        for query, table in ((appear, Appearance), (walk_on, StagePlace))
        for row in look.rows(query.outerjoin(Attendee, Attendee.person_id == Person.id).order_by(table.position))
        if row.item_id in order
    ]
    seen: dict[UUID, OnStage] = {}
    for row in sorted(found, key=lambda row: order[row.item_id]):
        seen.setdefault(row.id, OnStage(row.id, row.name, str(row.status.value) if row.status else "", row.item_id))
    return tuple(seen.values())


def _signatures(look: Look) -> Mapping[UUID, tuple[int, int]]:
    parties: Counter[UUID] = Counter()
    named: Counter[UUID] = Counter()
    for row in look.rows(
        select(Ceremony.item_id, Party.signatory_id)
        .join(Agreement, Agreement.ceremony_id == Ceremony.id)
        .join(Party, Party.agreement_id == Agreement.id)
    ):
        parties[row.item_id] += 1
        named[row.item_id] += row.signatory_id is not None
    return {item: (count, named[item]) for item, count in parties.items()}
