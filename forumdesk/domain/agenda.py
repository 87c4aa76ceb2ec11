"""The agenda: items in order, who appears in them, and what happens when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, refers_to, wording
from forumdesk.domain.event import Forum
from forumdesk.domain.order import number, placed
from forumdesk.domain.text import Text
from forumdesk.rules import timing

CEREMONIES = {"launch": "unveiled", "signing": "agreement", "plaque": "plaque", "unveiling": "unveiled"}
"""The kinds of items that may own a ceremony, and what hangs from it."""


class AgendaItem(Entity):
    """A part of the programme. Its start and end are derived (`Rundown`), never stored."""

    __tablename__ = "agenda_item"

    forum_id: Mapped[UUID] = belongs_to("forum")
    date: Mapped[date]
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="report")
    title: Mapped[Text] = wording("title")
    minutes: Mapped[int] = mapped_column(default=10)
    gap: Mapped[int] = mapped_column(default=0)
    """Minutes wanted between the previous item and this one."""
    protected: Mapped[bool] = mapped_column(default=False)
    """A changeover: a delay must not eat the gap."""
    fixed_start: Mapped[int | None]
    """Minutes after midnight of `date`, where the start is hard; otherwise it follows the previous end."""
    language: Mapped[str] = mapped_column(default="")
    interpreted: Mapped[bool] = mapped_column(default=False)
    """Consecutive interpretation: every sentence is said twice."""
    organisation_id: Mapped[UUID | None] = refers_to("organisation", optional=True)
    """Who issues it, where that is no person (an initiative)."""
    abstract: Mapped[Text] = wording("abstract")
    """What it is about, for the guests; `note` is for the crew."""
    note: Mapped[str] = mapped_column(default="")

    @property
    def slot(self) -> timing.Slot:
        """What the timing rules need to know."""
        return timing.Slot(self.minutes, self.gap, self.fixed_start, self.protected)


class ItemElsewhere(RuleBroken):
    """An item can only be placed behind one of the same forum and day."""

    code = "item-elsewhere"
    sentence = NOOP("The two agenda items are not in the same forum on the same day.")


class DelayTooShort(RuleBroken):
    """A delay is at least a minute. Facts: minutes."""

    code = "delay-too-short"
    sentence = NOOP("A delay must be at least one minute, not {minutes}.")


class SplitOutside(RuleBroken):
    """An item is split inside its own length. Facts: minutes, length."""

    code = "split-outside"
    sentence = NOOP("An item of {length} minutes cannot be split after {minutes}.")


@dataclass(frozen=True, slots=True)
class Rundown:
    """One day of one forum: its items in order, and the rules for changing them."""

    forum: Forum
    items: tuple[AgendaItem, ...]

    @classmethod
    def of(cls, forum: Forum, items: Iterable[AgendaItem]) -> Rundown:
        """Take a day's items in whatever order they come."""
        return cls(forum, tuple(sorted(items, key=lambda item: item.position)))

    def times(self) -> list[timing.Placed]:
        """Start, end, gap left and overlap of every item, in minutes after midnight."""
        return timing.lay_out([item.slot for item in self.items], self.forum.day_start)

    def put(self, item: AgendaItem, after: AgendaItem | None) -> None:
        """Insert or move an item behind another, or to the head of the day; what is linked behind re-times."""
        if after is not None and after not in self.items:
            raise ItemElsewhere
        order = placed(self.items, item, after)
        if order != list(self.items):
            number(order)
            self.forum.arrangement += 1

    def take(self, item: AgendaItem) -> None:
        """Take an item out of the day; what is linked behind it closes up."""
        number([other for other in self.items if other is not item])
        self.forum.arrangement += 1

    def split(self, item: AgendaItem, minutes: int, second_half: AgendaItem) -> None:
        """Cut an item after so many minutes; `second_half` takes the rest and stands right behind."""
        if not 0 < minutes < item.minutes:
            raise SplitOutside(minutes=minutes, length=item.minutes)
        second_half.minutes = item.minutes - minutes
        item.minutes = minutes
        self.put(second_half, item)

    def delayed(self, item: AgendaItem, minutes: int) -> list[timing.Slot]:
        """What the day would be if `item` began so much later: a trial, nothing is changed."""
        if minutes < 1:
            raise DelayTooShort(minutes=minutes)
        return timing.delay([each.slot for each in self.items], self.items.index(item), minutes)

    def delay(self, item: AgendaItem, minutes: int) -> None:
        """Let `item` begin so much later; unprotected gaps behind it absorb what they can."""
        for each, slot in zip(self.items, self.delayed(item, minutes), strict=True):
            each.gap, each.fixed_start = slot.gap, slot.fixed_start


class Appearance(Entity):
    """A person in an item, with a role, and where it differs the title or organisation for this appearance."""

    __tablename__ = "appearance"

    item_id: Mapped[UUID] = belongs_to("agenda_item")
    person_id: Mapped[UUID] = refers_to("person")
    role: Mapped[str] = mapped_column(default="speaker")
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[Text] = wording("title")
    organisation_id: Mapped[UUID | None] = refers_to("organisation", optional=True)


class Cue(Entity):
    """Something a department does at a moment of an item: video, lights, on stage, countdown, photo."""

    __tablename__ = "cue"

    item_id: Mapped[UUID] = belongs_to("agenda_item")
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="")
    label: Mapped[Text] = wording("label")
    offset_seconds: Mapped[int] = mapped_column(default=0)
    """Seconds after the item's start."""
    department: Mapped[Text] = wording("department")
