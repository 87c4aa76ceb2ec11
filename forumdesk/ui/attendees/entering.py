"""What texts typed or pasted into the attendee list come to: commands, and the cells that are refused and why.

It runs where the event is read, never on the window's thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from forumdesk.app.commands.attendees import (
    AddAttendee,
    EditAttendee,
    MoveAttendees,
    RemoveAttendee,
    SetAttendance,
    SetCategory,
)
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import EditPerson
from forumdesk.base.words import Term
from forumdesk.domain.attendance import AlreadyAttending, Attendance, Category
from forumdesk.store.screens.attendees import AttendeeRow, rows
from forumdesk.store.work import Look
from forumdesk.ui.attendees.model import COLUMNS
from forumdesk.ui.parts.draft import Draft, Line, Plan
from forumdesk.ui.parts.entering import given
from forumdesk.ui.people.entering import OF_THE_PERSON, EnteringPeople
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import CATEGORIES, STATUSES

OF_THE_ATTENDEE = ("badge", "seat", "note")


def plan(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft comes to."""
    return _Attendees(look, draft, screen).plan()


def choosing(ids: Iterable[Any], column: str, choice: int) -> list[Command]:
    """The command that gives many one status or category, by its number among those offered."""
    if column == "status":
        return [SetAttendance(attendees=tuple(ids), status=Attendance(STATUSES[choice]))]
    return [SetCategory(attendees=tuple(ids), category=Category(CATEGORIES[choice]))]


def moving(_: Look, ids: Iterable[Any], after: Any) -> list[Command]:
    """The command that puts attendees behind another one, or first."""
    return [MoveAttendees(attendees=tuple(ids), after=after)]


def removal(_: Look, draft: Draft, _screen: Screen) -> Plan:
    """Take people off the list."""
    return Plan(draft.step, [RemoveAttendee(id=line.id) for line in draft.lines if isinstance(line.id, UUID)])


class _Attendees(EnteringPeople[AttendeeRow]):
    """The attendee list."""

    kind = Term("attendee")

    def __init__(self, look: Look, draft: Draft, screen: Screen) -> None:
        known = rows(look, [line.id.hex for line in draft.lines if isinstance(line.id, UUID)])
        super().__init__(look, draft, screen, COLUMNS, known.values())
        self._entered: set[UUID] = set()

    def edit(self, line: Line, row: AttendeeRow, texts: dict[str, str]) -> set[str]:
        """Change the person, their main post and how they attend."""
        done = self.edit_person(line, row, texts, OF_THE_PERSON) | self.edit_post(line, row, texts)
        if category := self.category(line, self.who(row), texts):
            self.categories.setdefault(category, []).append(row.id)
            done.add("category")
        if changes := given(texts, OF_THE_ATTENDEE):
            self.wish(EditAttendee(id=row.id, **changes))
            done |= changes.keys()
        if status := self.status(line, self.who(row), texts):
            self.statuses.setdefault(status, []).append(row.id)
            done.add("status")
        return done

    def add(self, line: Line) -> None:
        """A new attendee, and where nobody of that name is at that organisation yet, a new person."""
        new = self.begin(line)
        if new is None:
            return
        name, who, texts = new
        known = self.known_person(name, texts.get("organisation", ""))
        if known is not None and (known.attends or known.id in self._entered):
            self.refuse(line, who, "", AlreadyAttending(name=who))
            return
        if known is None:
            person = self.add_person(name, texts, OF_THE_PERSON)
        else:
            person = known.id
            if details := given(texts, OF_THE_PERSON):
                self.wish(EditPerson(id=person, **details))
        self._entered.add(person)
        attends: dict[str, Any] = given(texts, OF_THE_ATTENDEE)
        if category := self.category(line, who, texts):
            attends["category"] = category
        if status := self.status(line, who, texts):
            attends["status"] = status
        self.wish(AddAttendee(person=person, **attends))
        self.tell_new(line, who, texts)
