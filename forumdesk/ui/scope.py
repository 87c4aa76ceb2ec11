"""What of the event the pages show: one forum or all of them, one day or all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from forumdesk.store.screens.frame import ForumLine, Frame


class Scope(NamedTuple):
    """A forum and a day; None stands for all of them."""

    forum: UUID | None = None
    day: dt.date | None = None

    @classmethod
    def of(cls, code: str) -> Scope:
        """The scope a `code` was made of; the whole event for anything else."""
        forum, _, day = code.partition(" ")
        try:
            return cls(UUID(forum) if forum else None, dt.date.fromisoformat(day) if day else None)
        except ValueError:
            return cls()

    @property
    def code(self) -> str:
        """One text, to be remembered."""
        return f"{self.forum or ''} {self.day or ''}"

    def holds(self, forum: UUID, day: dt.date) -> bool:
        """Whether something of that forum on that day is shown."""
        return self.forum in (None, forum) and self.day in (None, day)

    def within(self, frame: Frame) -> Scope:
        """What is left of it in an event: a forum that is gone, or a day without anything, is no choice."""
        forum = self.forum if self.forum in {each.id for each in frame.forums} else None
        return Scope(forum, self.day if self.day in days_of(frame, forum) else None)


def forum_of(frame: Frame, forum: UUID | None) -> ForumLine | None:
    """The forum with that id; where there is only one, that one."""
    if len(frame.forums) == 1:
        return frame.forums[0]
    return next((each for each in frame.forums if each.id == forum), None)


def days_of(frame: Frame, forum: UUID | None) -> list[dt.date]:
    """The days of a forum, or of them all, in order."""
    return sorted({day for each in frame.forums if forum in (None, each.id) for day in each.days})
