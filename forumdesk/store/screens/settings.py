"""What can be set for the event as a whole: its names, place and time, and where and when its forums are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import FONT, Asset, Event, Forum, Hall, OrganiserRole
from forumdesk.domain.people import Organisation
from forumdesk.domain.text import Text
from forumdesk.store.screens import pictures
from forumdesk.store.work import Look

READS = frozenset({"agenda_item", "asset", "event", "forum", "hall", "organisation", "organiser_role"})
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""


@dataclass(frozen=True, slots=True)
class ForumFacts:
    """A forum; `day_start` in minutes after midnight; how many `items` it has, on which of its `days` (`busy`)."""

    id: UUID
    title: Text
    hall: UUID | None
    day_start: int
    items: int
    days: tuple[date, ...]
    busy: frozenset[date]


@dataclass(frozen=True, slots=True)
class HallFacts:
    """A hall; `seats` where they are known."""

    id: UUID
    name: Text
    seats: int | None


@dataclass(frozen=True, slots=True)
class OrganiserFacts:
    """An organisation's part (`role` is a code) in one forum, or where that is None in the whole event."""

    id: UUID
    name: Text
    role: str
    forum: UUID | None


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font file that came with the event."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class EventFacts:
    """The event, logo and seal by their SHA-256, its forums and organisers in order, halls and fonts."""

    title: Text
    kicker: Text
    venue: Text
    hints: Text
    contacts: Text
    starts: date
    time_zone: str
    theme: str
    accent: str
    logo: str
    seal: str
    forums: tuple[ForumFacts, ...]
    halls: tuple[HallFacts, ...]
    organisers: tuple[OrganiserFacts, ...]
    fonts: tuple[FontFacts, ...]


def event_facts(look: Look) -> EventFacts:
    """Read them."""
    event = look.all(Event)[0]
    return EventFacts(
        event.title, event.kicker, event.venue, event.hints, event.contacts, event.starts, event.time_zone,
        event.theme, event.accent,
        pictures.named(look, event.logo_id), pictures.named(look, event.seal_id),
        _forums(look), tuple(HallFacts(hall.id, hall.name, hall.seats) for hall in look.all(Hall)),
        _organisers(look), _fonts(look),
    )  # fmt: skip


def _forums(look: Look) -> tuple[ForumFacts, ...]:
    counts = select(AgendaItem.forum_id, AgendaItem.date, func.count()).group_by(AgendaItem.forum_id, AgendaItem.date)
    planned: defaultdict[UUID, dict[date, int]] = defaultdict(dict)
    for forum_id, day, count in look.rows(counts.order_by(AgendaItem.date)):
        planned[forum_id][day] = count
    return tuple(
        ForumFacts(
            forum.id, forum.title, forum.hall_id, forum.day_start,
            sum(planned[forum.id].values()), tuple(sorted({*planned[forum.id], *forum.days})),
            frozenset(planned[forum.id]),
        )
        for forum in look.all(Forum)
    )  # fmt: skip


def _organisers(look: Look) -> tuple[OrganiserFacts, ...]:
    parts = select(OrganiserRole.id, Organisation.name, OrganiserRole.role, OrganiserRole.forum_id).join(
        Organisation, Organisation.id == OrganiserRole.organisation_id
    )
    found = look.rows(parts.order_by(OrganiserRole.position, OrganiserRole.id))
    return tuple(OrganiserFacts(row.id, row.name, row.role, row.forum_id) for row in found)


def _fonts(look: Look) -> tuple[FontFacts, ...]:
    """By their names, as papers ask them."""
    fonts = sorted(look.all(Asset, kind=FONT), key=lambda font: font.name)
    return tuple(FontFacts(font.id, font.name) for font in fonts)
