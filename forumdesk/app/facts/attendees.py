"""What the attendee list tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.app.attendance import guests
from forumdesk.domain.event import Event
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import attendees as page


def attendees(look: Look, event: Event) -> page.AttendeeList:
    """The attendee list."""
    from forumdesk.documents.attendees import Attendee, AttendeeList

    return AttendeeList(
        event=event.title,
        people=tuple(
            Attendee(guest.person.name, guest.posts, guest.attendee.category.value, guest.attendee.status.value)
            for guest in guests(look)
        ),
        when=Text(*(when_and_where(event, side) for side in (0, 1))),
    )


def when_and_where(event: Event, side: int) -> str:
    """The event's first day and its venue on one line."""
    from forumdesk.documents import wording

    language = event.languages[side]
    between = "\u3000" if wording.east_asian(language) else ", "
    parts = (wording.date(event.starts, language), event.venue.side(side))
    return between.join(part for part in parts if part)
