"""Who is coming."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, one_of, refers_to


class Category(StrEnum):
    """As what somebody attends."""

    VIP = "vip"
    SPEAKER = "speaker"
    DELEGATE = "delegate"
    PRESS = "press"
    STAFF = "staff"


class Attendance(StrEnum):
    """What is known of somebody's coming."""

    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    SENDS_DEPUTY = "sends-deputy"
    ARRIVED = "arrived"


class Attendee(Entity):
    """A person at the event, once. The position keeps the order in which the list was entered."""

    __tablename__ = "attendee"

    person_id: Mapped[UUID] = belongs_to("person", unique=True)
    position: Mapped[int] = mapped_column(default=0)
    category: Mapped[Category] = mapped_column(one_of(Category), default=Category.DELEGATE)
    status: Mapped[Attendance] = mapped_column(one_of(Attendance), default=Attendance.INVITED)
    deputy_id: Mapped[UUID | None] = refers_to("person", optional=True)
    badge: Mapped[str] = mapped_column(default="")
    seat: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class AlreadyAttending(RuleBroken):
    """A person attends an event once. Facts: name."""

    code = "already-attending"
    sentence = NOOP("{name} is on the attendee list already.")


class DeputyNeeded(RuleBroken):
    """Who sends a deputy names one, and not themselves."""

    code = "deputy-needed"
    sentence = NOOP("Name the deputy, somebody else, for an attendee who sends one.")


class CheckIn(Entity):
    """When somebody came through the door."""

    __tablename__ = "check_in"

    attendee_id: Mapped[UUID] = belongs_to("attendee")
    at: Mapped[datetime]
