"""A schedule for calendars: iCalendar (RFC 5545), every time with its whole time zone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk import __version__
from forumdesk.exchange.schedule import Schedule, Talk

if TYPE_CHECKING:
    from icalendar import Event


def write_ics(schedule: Schedule, path: Path) -> None:
    """Write a calendar; an item keeps its UID in every export, so that a calendar replaces what it had.

    Raises `OSError` where the disk refuses.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//ForumDesk//ForumDesk {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", schedule.title)
    for talk in schedule.talks:
        calendar.add_component(_event(schedule, talk))
    calendar.add_missing_timezones()
    path.write_bytes(calendar.to_ical())


def _event(schedule: Schedule, talk: Talk) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", talk.id.urn)
    event.add("dtstamp", schedule.stamp)
    event.add("dtstart", talk.start)
    event.add("dtend", talk.end)
    event.add("summary", talk.title)
    if talk.room:
        event.add("location", talk.room)
    event.add("categories", [talk.kind])
    told = [talk.subtitle, *(f"{one.name} {one.post}".strip() for one in talk.speakers), talk.abstract]
    if any(told):
        event.add("description", "\n".join(filter(None, told)))
    return event
