"""What can be set for the event as a whole: its names, place and time, and where and when its forums are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.text import Text
from forumdesk.store.screens import pictures
from forumdesk.store.work import Look

READS = frozenset({"event", "forum", "hall"})
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""


@dataclass(frozen=True, slots=True)
class ForumFacts:
    """A forum; `day_start` in minutes after midnight."""

    id: UUID
    title: Text
    hall: UUID | None
    day_start: int


@dataclass(frozen=True, slots=True)
class EventFacts:
    """The event, logo and seal by their SHA-256, its forums in order, and the halls by id."""

    title: Text
    kicker: Text
    venue: Text
    hints: Text
    contacts: Text
    starts: date
    time_zone: str
    logo: str
    seal: str
    forums: tuple[ForumFacts, ...]
    halls: dict[UUID, Text]


def event_facts(look: Look) -> EventFacts:
    """Read them."""
    event = look.all(Event)[0]
    return EventFacts(
        event.title, event.kicker, event.venue, event.hints, event.contacts, event.starts, event.time_zone,
        pictures.named(look, event.logo_id), pictures.named(look, event.seal_id),
        tuple(ForumFacts(each.id, each.title, each.hall_id, each.day_start) for each in look.all(Forum)),
        {hall.id: hall.name for hall in look.all(Hall)},
    )  # fmt: skip
