"""Whole lists at once, by the bulk door."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

import msgspec

from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.command import MOST_CHARACTERS, Command, named, told
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.attendance import AlreadyAttending, Attendance, Attendee, DeputyNeeded
from forumdesk.domain.people import Organisation, Person, Post, SurnameTooLong
from forumdesk.domain.text import Text
from forumdesk.store.screens.lists import holders
from forumdesk.store.work import NotFound, Work

_UNFIT = re.compile(rb"\\u00|\\[bfr]|\x7f|\xc2[\x80-\x9f]")
"""Control characters as JSON holds them."""


class EnterPeople(Command, frozen=True, kw_only=True):
    """Enter many new people at once, with new organisations, the posts they hold and how they attend."""

    step = NOOP("Enter people")

    organisations: tuple[AddOrganisation, ...] = ()
    people: tuple[AddPerson, ...] = ()
    posts: tuple[AddPost, ...] = ()
    attendees: tuple[AddAttendee, ...] = ()

    def check(self) -> None:
        """Look at all texts together, and at each by itself only where something is wrong with one."""
        try:
            whole = msgspec.json.encode(self)
        except UnicodeEncodeError:  # half a character
            super().check()
            return
        longest = max(map(len, whole.replace(b'\\"', b"  ").split(b'"')))
        if longest > MOST_CHARACTERS or _UNFIT.search(whole):
            super().check()
            return
        with told(type(self)):
            msgspec.json.decode(whole, type=type(self))

    def run(self, work: Work) -> None:
        """Add their rows behind those that are there; each as the command for one would."""
        for name in (*(each.name for each in self.organisations), *(each.name for each in self.people)):
            named(name)
        _there(
            work,
            Person,
            [*(each.person for each in self.posts), *(each.person for each in self.attendees)],
            self.people,
        )
        _there(work, Organisation, [each.organisation for each in self.posts], self.organisations)
        work.add_rows(Organisation, map(_cells, self.organisations))
        work.add_rows(Person, self._people())
        work.add_rows(Post, self._posts(work))
        work.add_rows(Attendee, self._attendees(work))

    def _people(self) -> Iterator[dict[str, Any]]:
        for each in self.people:
            length = each.surname_length or 0
            if any(length > len(name) for name in (each.name.first, each.name.second) if name):
                raise SurnameTooLong(name=str(each.name), length=length)
            yield _cells(each)

    def _posts(self, work: Work) -> Iterator[dict[str, Any]]:
        new = {each.id for each in self.people}
        held = Counter(holders(work, Post, (each.person for each in self.posts if each.person not in new)))
        for each in self.posts:
            held[each.person] += 1
            yield {
                "id": each.id, "person_id": each.person, "organisation_id": each.organisation,
                "title_first": each.title.first, "title_second": each.title.second, "position": held[each.person],
            }  # fmt: skip

    def _attendees(self, work: Work) -> Iterator[dict[str, Any]]:
        people = {each.id: each.name for each in self.people}
        known = (each.person for each in self.attendees if each.person not in people)
        attending = set(holders(work, Attendee, known))
        for position, each in enumerate(self.attendees, start=work.next_position(Attendee)):
            if each.person in attending:
                raise AlreadyAttending(name=people.get(each.person) or work.get(Person, each.person).name)
            if each.status is Attendance.SENDS_DEPUTY:
                raise DeputyNeeded
            attending.add(each.person)
            yield {
                "id": each.id, "person_id": each.person, "position": position, "category": each.category,
                "status": each.status, "badge": each.badge, "seat": each.seat, "note": each.note,
            }  # fmt: skip


def _there(
    work: Work,
    kind: type[Person] | type[Organisation],
    ids: Sequence[UUID],
    new: Iterable[AddPerson | AddOrganisation],
) -> None:
    """Raise `NotFound` for an id that is neither one of the new rows' nor one of the event's."""
    old = dict.fromkeys(ids)
    for each in new:
        old.pop(each.id, None)
    found = work.some(kind, old)
    for each_id in old:
        if each_id not in found:
            raise NotFound(kind=Term(kind.__tablename__), id=each_id)


def _cells(command: Command) -> dict[str, Any]:
    """A command's fields by the columns of the same name, of a text its two halves."""
    cells: dict[str, Any] = {}
    for name, value in msgspec.structs.asdict(command).items():
        if isinstance(value, Text):
            cells[f"{name}_first"], cells[f"{name}_second"] = value.first, value.second
        else:
            cells[name] = value
    return cells
