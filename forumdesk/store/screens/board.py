"""What the board shows: one day, its halls with the forums that hold them, and who or what is wanted twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.text import Text
from forumdesk.rules.clashes import Clash, Use, double_booked
from forumdesk.store.screens import agenda
from forumdesk.store.screens.agenda import AgendaRow
from forumdesk.store.work import Look

READS = agenda.READS | {"event", "hall"}
"""The kinds of rows that are looked at: a change of any other leaves the board as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A forum on the day and the hall it holds. `day_start` in minutes after midnight.

    `twice` are the times (minutes, start and end) at which another forum holds the same hall.
    """

    forum: UUID
    title: Text
    hall: UUID | None
    hall_name: Text
    day_start: int
    rows: tuple[AgendaRow, ...]
    twice: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody in an item who is needed in another forum's item at the same time, from `start` until `end`."""

    name: Text
    item: UUID
    forum_title: Text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Board:
    """One day; columns of one hall stand side by side. `clashes` by item."""

    day: dt.date
    columns: tuple[Column, ...]
    clashes: Mapping[UUID, tuple[Elsewhere, ...]]


def board(look: Look, day: dt.date | None = None) -> Board:
    """A day, by default the first one that something is planned on. A forum without any item is on every day."""
    if day is None:
        first = look.rows(select(AgendaItem.date).order_by(AgendaItem.date).limit(1))
        day = first[0].date if first else look.all(Event)[0].starts
    rows: defaultdict[UUID, list[AgendaRow]] = defaultdict(list)
    for row in agenda.agenda(look, day=day):
        rows[row.forum].append(row)
    planned = {row.forum_id for row in look.rows(select(AgendaItem.forum_id).distinct())}
    forums = [forum for forum in look.all(Forum) if forum.id in rows or forum.id not in planned]
    halls = {hall.id: hall.name for hall in look.all(Hall)}
    twice = _halls_twice(forums, rows)
    columns = [
        Column(
            forum=forum.id, title=forum.title, hall=forum.hall_id,
            hall_name=halls[forum.hall_id] if forum.hall_id else Text(),
            day_start=forum.day_start, rows=tuple(rows[forum.id]), twice=tuple(twice[forum.id]),
        )
        for forum in _side_by_side(forums)
    ]  # fmt: skip
    return Board(day, tuple(columns), _people_twice(rows))


def _side_by_side(forums: Iterable[Forum]) -> list[Forum]:
    """In order, but forums of one hall together, where the first of them stands; those without a hall last."""
    by_hall: defaultdict[UUID | None, list[Forum]] = defaultdict(list)
    for forum in forums:
        by_hall[forum.hall_id].append(forum)
    nowhere = by_hall.pop(None, [])
    return [forum for group in by_hall.values() for forum in group] + nowhere


def _halls_twice(
    forums: Iterable[Forum], rows: Mapping[UUID, list[AgendaRow]]
) -> Mapping[UUID, list[tuple[int, int]]]:
    uses = [
        Use(forum.hall_id, rows[forum.id][0].start, max(row.end for row in rows[forum.id]), forum.id, forum.id)
        for forum in forums
        if forum.hall_id and rows.get(forum.id)
    ]
    twice: defaultdict[UUID, list[tuple[int, int]]] = defaultdict(list)
    for clash in double_booked(uses):
        for use in (clash.first, clash.second):
            assert isinstance(use.where, UUID)
            twice[use.where].append((clash.start, clash.end))
    return twice


def _people_twice(rows: Mapping[UUID, list[AgendaRow]]) -> Mapping[UUID, tuple[Elsewhere, ...]]:
    every = {row.id: row for of_forum in rows.values() for row in of_forum}
    uses = [
        Use(speaks.person, row.start, row.end, row.forum, row.id, speaks.name)
        for row in every.values()
        for speaks in row.people
    ]
    found: defaultdict[UUID, list[Elsewhere]] = defaultdict(list)
    for clash in double_booked(uses):
        for own, other in ((clash.first, clash.second), (clash.second, clash.first)):
            assert isinstance(own.what, UUID)
            found[own.what].append(_elsewhere(clash, other, every))
    return {item: tuple(places) for item, places in found.items()}


def _elsewhere(clash: Clash, other: Use, every: Mapping[UUID, AgendaRow]) -> Elsewhere:
    assert isinstance(other.what, UUID)
    assert isinstance(other.label, Text)
    return Elsewhere(other.label, other.what, every[other.what].forum_title, clash.start, clash.end)
