"""The event itself, its halls, forums and organisers."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import available_timezones

from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.command import ClockMinutes, Command, Edit, Move, Words, named, new_id, write_given
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.documents.themes import THEMES
from forumdesk.domain.event import (
    AlreadyFounded,
    Event,
    Forum,
    Hall,
    OrganiserRole,
    SameLanguageTwice,
)
from forumdesk.domain.order import put
from forumdesk.domain.people import Organisation
from forumdesk.domain.text import Text
from forumdesk.store.work import Work

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}$", description="ISO 639 code")]
Seats = Annotated[int, Meta(ge=1, le=1_000_000)]
Accent = Annotated[str, Meta(pattern=r"^(#[0-9A-Fa-f]{6})?$", description="#RRGGBB, or nothing for the theme's")]
Role = Literal["host", "organiser", "co-organiser", "supporter"]


class UnknownZone(Refused):
    """Not a time zone of the IANA database. Facts: zone."""

    code = "unknown-zone"
    sentence = NOOP("“{zone}” is no time zone; write one such as Asia/Shanghai.")


class UnknownTheme(Refused):
    """There is no such manner of printing. Facts: theme, known."""

    code = "unknown-theme"
    sentence = NOOP("There is no theme “{theme}”; there are {known}.")


def check_zone(zone: str) -> None:
    """Raise `UnknownZone` for what is no IANA zone."""
    if zone not in available_timezones():
        raise UnknownZone(zone=zone)


class FoundEvent(Command, frozen=True, kw_only=True):
    """Begin a file: the event and its first forum in it. Only for an empty file."""

    step = NOOP("Found the event")

    title: Text
    starts: date
    first_language: Language = "zh"
    second_language: Language = "en"
    time_zone: str = "Asia/Shanghai"
    kicker: Text = Text()
    venue: Text = Text()
    note: Text = Text()
    id: UUID = field(default_factory=new_id)
    forum: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add the event's one row and a forum of the same title; `AlreadyFounded` where there is one."""
        if work.count(Event):
            raise AlreadyFounded
        named(self.title)
        if self.first_language == self.second_language:
            raise SameLanguageTwice(language=self.first_language)
        check_zone(self.time_zone)
        work.add(
            Event(
                id=self.id, title=self.title, kicker=self.kicker, venue=self.venue, note=self.note,
                first_language=self.first_language, second_language=self.second_language,
                time_zone=self.time_zone, starts=self.starts,
            )
        )  # fmt: skip
        work.add(Forum(id=self.forum, title=self.title, position=1))


class EditEvent(Command, frozen=True, kw_only=True):
    """Change what is said of the event as a whole."""

    step = NOOP("Edit event")

    title: Words = UNSET
    kicker: Words = UNSET
    venue: Words = UNSET
    note: Words = UNSET
    hints: Words = UNSET
    contacts: Words = UNSET
    starts: date | UnsetType = UNSET
    time_zone: str | UnsetType = UNSET
    theme: str | UnsetType = UNSET
    accent: Accent | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields; `theme` and `accent` change how everything is printed."""
        named(self.title)
        if isinstance(self.theme, str) and self.theme not in THEMES:
            raise UnknownTheme(theme=self.theme, known=", ".join(THEMES))
        if isinstance(self.time_zone, str):
            check_zone(self.time_zone)
        write_given(self, work.all(Event)[0])


class AddHall(Command, frozen=True, kw_only=True):
    """Add a hall."""

    step = NOOP("Add hall")

    name: Text
    seats: Seats | None = None
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row."""
        named(self.name)
        work.add(Hall(id=self.id, name=self.name, seats=self.seats, note=self.note))


class EditHall(Edit, frozen=True, kw_only=True):
    """Change a hall."""

    step = NOOP("Edit hall")

    name: Words = UNSET
    seats: Seats | UnsetType | None = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        named(self.name)
        self.apply(work.get(Hall, self.id))


class RemoveHall(Command, frozen=True, kw_only=True):
    """Remove a hall; forums in it have none then, if `everywhere`."""

    step = NOOP("Remove hall")

    id: UUID
    everywhere: bool = False

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Hall, self.id), everywhere=self.everywhere)


Days = Annotated[tuple[date, ...], Meta(max_length=60)]
"""Days of a forum, in any order."""


class AddForum(Command, frozen=True, kw_only=True):
    """Add a forum: one programme in one hall."""

    step = NOOP("Add forum")

    title: Text
    hall: UUID | None = None
    day_start: ClockMinutes = 540
    days: Days = ()
    after: UUID | None = None
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row behind another forum, or at the head."""
        named(self.title)
        hall = None if self.hall is None else work.get(Hall, self.hall).id
        after = None if self.after is None else work.get(Forum, self.after)
        others = work.all(Forum)
        row = Forum(
            id=self.id, title=self.title, hall_id=hall, day_start=self.day_start, note=self.note,
            days=tuple(sorted(set(self.days))),
        )  # fmt: skip
        put(others, work.add(row), after)


class EditForum(Edit, frozen=True, kw_only=True):
    """Change a forum's title, hall, day start, days or note; days with items are its days in any case."""

    step = NOOP("Edit forum")

    title: Words = UNSET
    hall: UUID | UnsetType | None = UNSET
    day_start: ClockMinutes | UnsetType = UNSET
    days: Days | UnsetType = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields; another day start re-times the days that begin with it."""
        named(self.title)
        forum = work.get(Forum, self.id)
        self.apply(forum, "hall", "days")
        if not isinstance(self.days, UnsetType):
            forum.days = tuple(sorted(set(self.days)))
        if not isinstance(self.hall, UnsetType):
            forum.hall_id = None if self.hall is None else work.get(Hall, self.hall).id


class MoveForum(Move, frozen=True, kw_only=True):
    """Put a forum behind another one, or first."""

    step = NOOP("Move forum")

    def run(self, work: Work) -> None:
        """Renumber the forums."""
        self.place(work, Forum)


class RemoveForum(Command, frozen=True, kw_only=True):
    """Remove a forum with its agenda and its organisers' parts in it."""

    step = NOOP("Remove forum")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out, with what is part of it."""
        work.remove(work.get(Forum, self.id))


class AddOrganiser(Command, frozen=True, kw_only=True):
    """Name an organisation as host, organiser, co-organiser or supporter of the event or of one forum."""

    step = NOOP("Add organiser")

    organisation: UUID
    role: Role = "organiser"
    forum: UUID | None = None
    after: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it behind another organiser, or last."""
        organisation = work.get(Organisation, self.organisation)
        forum = None if self.forum is None else work.get(Forum, self.forum)
        others = work.all(OrganiserRole)
        after = work.get(OrganiserRole, self.after) if self.after else (others[-1] if others else None)
        row = OrganiserRole(id=self.id, organisation_id=organisation.id, forum_id=forum and forum.id, role=self.role)
        put(others, work.add(row), after)


class EditOrganiser(Edit, frozen=True, kw_only=True):
    """Change who an organiser is, in which role, and whether of one forum or (null) of the whole event."""

    step = NOOP("Edit organiser")

    organisation: UUID | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    forum: UUID | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        row = work.get(OrganiserRole, self.id)
        self.apply(row, "organisation", "forum")
        if isinstance(self.organisation, UUID):
            row.organisation_id = work.get(Organisation, self.organisation).id
        if not isinstance(self.forum, UnsetType):
            row.forum_id = None if self.forum is None else work.get(Forum, self.forum).id


class MoveOrganiser(Move, frozen=True, kw_only=True):
    """Put an organiser behind another one, or first."""

    step = NOOP("Move organiser")

    def run(self, work: Work) -> None:
        """Renumber the organisers."""
        self.place(work, OrganiserRole)


class RemoveOrganiser(Command, frozen=True, kw_only=True):
    """Take an organisation out of the organisers; the organisation stays."""

    step = NOOP("Remove organiser")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(OrganiserRole, self.id))
