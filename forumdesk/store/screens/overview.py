"""What the overview shows: the agenda to scale, who walks on when, and what is still missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from forumdesk.domain.text import Text
from forumdesk.store.reading import Reader, row_day, row_id
from forumdesk.store.screens import agenda
from forumdesk.store.screens.agenda import AgendaRow

READS = agenda.READS | {"attendee", "cue", "event", "hall", "party", "stage_call", "stage_place"}
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""

_COMING = ("confirmed", "arrived")


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


def overview(look: Reader, forum: UUID | None = None, day: date | None = None) -> Overview:
    """All of the event, or of one forum or day, in one look; people in the order in which they come on."""
    ((*title, venue_first, venue_second, starts, time_zone),) = look.tuples(
        "SELECT title_first, title_second, venue_first, venue_second, starts, time_zone FROM event"
    )
    items = agenda.agenda(look, forum=forum, day=day)
    halls = look.tuples(
        "SELECT forum.id, hall.name_first, hall.name_second FROM forum JOIN hall ON hall.id = forum.hall_id"
    )
    return Overview(
        title=Text(*title), venue=Text(venue_first, venue_second), starts=row_day(starts), time_zone=time_zone,
        items=items, halls={row_id(each): Text(*name) for each, *name in halls},
        calls=_calls(look), cues=_cues(look), people=_people(look, items), signatures=_signatures(look),
    )  # fmt: skip


def _calls(look: Reader) -> Mapping[UUID, tuple[CallRow, ...]]:
    named = look.tuples(
        "SELECT place.call_id, person.name_first, person.name_second"
        " FROM stage_place AS place JOIN person ON person.id = place.person_id"
        " ORDER BY place.call_id, place.position, place.id"
    )
    names: defaultdict[UUID, list[Text]] = defaultdict(list)
    for call, *name in named:
        names[row_id(call)].append(Text(*name))
    found = look.tuples(
        "SELECT id, item_id, title_first, title_second, places, stays FROM stage_call ORDER BY position, id"
    )
    calls: defaultdict[UUID, list[CallRow]] = defaultdict(list)
    for each, of, *title, places, stays in found:
        call, item = row_id(each), row_id(of)
        known = tuple(names[call])
        calls[item].append(CallRow(call, item, Text(*title), known, max(places or 0, len(known)), bool(stays)))
    return {item: tuple(rows) for item, rows in calls.items()}


def _cues(look: Reader) -> Mapping[UUID, tuple[CueRow, ...]]:
    found = look.tuples(
        "SELECT item_id, kind, label_first, label_second FROM cue ORDER BY item_id, offset_seconds, position"
    )
    cues: defaultdict[UUID, list[CueRow]] = defaultdict(list)
    for of, kind, *label in found:
        item = row_id(of)
        cues[item].append(CueRow(item, kind, Text(*label)))
    return {item: tuple(rows) for item, rows in cues.items()}


def _people(look: Reader, items: tuple[AgendaRow, ...]) -> tuple[OnStage, ...]:
    """Everybody once, where they are first seen."""
    who = (
        "person.id, person.name_first, person.name_second, attendee.status FROM {0}"
        " JOIN person ON person.id = {1}.person_id LEFT JOIN attendee ON attendee.person_id = person.id"
        " ORDER BY {1}.position"
    )
    walk_on = "stage_call JOIN stage_place ON stage_place.call_id = stage_call.id"
    found = look.tuples("SELECT appearance.item_id, " + who.format("appearance", "appearance"))
    found += look.tuples("SELECT stage_call.item_id, " + who.format(walk_on, "stage_place"))
    order = {item.id: place for place, item in enumerate(items)}
    on = [(row_id(item), *rest) for item, *rest in found]
    seen: dict[UUID, OnStage] = {}
    for item, each, *name, status in sorted((row for row in on if row[0] in order), key=lambda row: order[row[0]]):
        person = row_id(each)
        seen.setdefault(person, OnStage(person, Text(*name), status or "", item))
    return tuple(seen.values())


def _signatures(look: Reader) -> Mapping[UUID, tuple[int, int]]:
    found = look.tuples(
        "SELECT ceremony.item_id, count(*), count(party.signatory_id) FROM ceremony"
        " JOIN agreement ON agreement.ceremony_id = ceremony.id JOIN party ON party.agreement_id = agreement.id"
        " GROUP BY ceremony.item_id"
    )
    return {row_id(item): (parties, named) for item, parties, named in found}
