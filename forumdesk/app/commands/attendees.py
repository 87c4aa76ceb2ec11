"""Who attends, as what, and whether they come."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType, field

from forumdesk.app.commands.command import Command, Edit, new_id
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.attendance import AlreadyAttending, Attendance, Attendee, Category, CheckIn, DeputyNeeded
from forumdesk.domain.order import moved
from forumdesk.domain.people import Person
from forumdesk.store.screens.attendees import positions
from forumdesk.store.work import NotFound, Work


class AddAttendee(Command, frozen=True, kw_only=True):
    """Put a person on the attendee list."""

    step = NOOP("Add attendee")

    person: UUID
    category: Category = Category.DELEGATE
    status: Attendance = Attendance.INVITED
    badge: str = ""
    seat: str = ""
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add their row; `AlreadyAttending` where there is one."""
        person = work.get(Person, self.person)
        if work.only(Attendee, person_id=person.id):
            raise AlreadyAttending(name=person.name)
        if self.status is Attendance.SENDS_DEPUTY:
            raise DeputyNeeded
        work.add(
            Attendee(
                id=self.id, person_id=person.id, position=work.next_position(Attendee), category=self.category,
                status=self.status, badge=self.badge, seat=self.seat, note=self.note,
            )
        )  # fmt: skip


class EditAttendee(Edit, frozen=True, kw_only=True):
    """Change an attendee's category, badge, seat or note."""

    step = NOOP("Edit attendee")

    category: Category | UnsetType = UNSET
    badge: str | UnsetType = UNSET
    seat: str | UnsetType = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        self.apply(work.get(Attendee, self.id))


class SetAttendance(Command, frozen=True, kw_only=True):
    """Say what is known of attendees' coming; one who sends a deputy names them."""

    step = NOOP("Set attendance")

    attendees: tuple[UUID, ...]
    status: Attendance
    deputy: UUID | None = None

    def run(self, work: Work) -> None:
        """Write the status of each; a deputy only where one is sent."""
        sends = self.status is Attendance.SENDS_DEPUTY
        if sends != (self.deputy is not None):
            raise DeputyNeeded
        deputy = None if self.deputy is None else work.get(Person, self.deputy).id
        found = work.some(Attendee, self.attendees)  # one by one, a whole list would take as many SELECTs
        for attendee_id in self.attendees:
            attendee = found.get(attendee_id) or work.get(Attendee, attendee_id)
            if sends and attendee.person_id == deputy:
                raise DeputyNeeded
            attendee.status, attendee.deputy_id = self.status, deputy


class SetCategory(Command, frozen=True, kw_only=True):
    """Say as what many attend."""

    step = NOOP("Set category")

    attendees: tuple[UUID, ...]
    category: Category

    def run(self, work: Work) -> None:
        """Write the category of each."""
        found = work.some(Attendee, self.attendees)
        for attendee_id in self.attendees:
            attendee = found.get(attendee_id) or work.get(Attendee, attendee_id)
            attendee.category = self.category


class MoveAttendees(Command, frozen=True, kw_only=True):
    """Put attendees, in the order in which they stand, behind another one or first in the list."""

    step = NOOP("Move attendees")

    attendees: tuple[UUID, ...]
    after: UUID | None = None

    def run(self, work: Work) -> None:
        """Give new positions to those who need one; behind one of themselves they gather there."""
        listed = positions(work)
        named = self.attendees if self.after is None else (*self.attendees, self.after)
        if unknown := [each for each in named if each not in listed]:
            raise NotFound(kind=Term("attendee"), id=unknown[0])
        new = moved(listed, set(self.attendees), self.after)
        for attendee_id, attendee in work.some(Attendee, new).items():
            attendee.position = new[attendee_id]


class CheckInAttendee(Command, frozen=True, kw_only=True):
    """Note that somebody came through the door."""

    step = NOOP("Check in")

    attendee: UUID
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add the time and set the status to arrived."""
        attendee = work.get(Attendee, self.attendee)
        work.add(CheckIn(id=self.id, attendee_id=attendee.id, at=work.now))
        attendee.status, attendee.deputy_id = Attendance.ARRIVED, None


class RemoveAttendee(Command, frozen=True, kw_only=True):
    """Take somebody off the attendee list; the person stays."""

    step = NOOP("Remove attendee")

    id: UUID

    def run(self, work: Work) -> None:
        """Take their row out."""
        work.remove(work.get(Attendee, self.id))
