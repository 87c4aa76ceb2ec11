"""The agenda: items, their times, who appears in them and what happens when."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from msgspec import UNSET, UnsetType, field

from forumdesk.app.commands.command import (
    ClockMinutes,
    Command,
    Edit,
    Gap,
    Kind,
    Minutes,
    Move,
    Seconds,
    Words,
    new_id,
    write_given,
)
from forumdesk.app.wording import term
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import CEREMONIES, AgendaItem, Appearance, Cue, Rundown
from forumdesk.domain.event import Forum
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.stage import Ceremony, CeremonyStands
from forumdesk.domain.text import Text
from forumdesk.store.work import Look, Work


def rundown(work: Look, forum_id: UUID, day: dt.date) -> Rundown:
    """One day of one forum, with its rules."""
    return Rundown.of(work.get(Forum, forum_id), work.all(AgendaItem, forum_id=forum_id, date=day))


def rundown_of(work: Look, item: AgendaItem) -> Rundown:
    """The day an item belongs to."""
    return rundown(work, item.forum_id, item.date)


class AddItem(Command, frozen=True, kw_only=True):
    """Insert an agenda item behind another one, or at the head of its day; what is linked behind re-times."""

    step = NOOP("Add agenda item")

    forum: UUID
    date: dt.date
    kind: Kind
    title: Text = Text()
    minutes: Minutes = 10
    gap: Gap = 0
    protected: bool = False
    fixed_start: ClockMinutes | None = None
    language: str = ""
    interpreted: bool = False
    organisation: UUID | None = None
    abstract: Text = Text()
    note: str = ""
    after: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row and let the day place it."""
        issuer = None if self.organisation is None else work.get(Organisation, self.organisation)
        day = rundown(work, self.forum, self.date)
        after = None if self.after is None else work.get(AgendaItem, self.after)
        item = AgendaItem(
            id=self.id, forum_id=day.forum.id, date=self.date, kind=self.kind, title=self.title,
            minutes=self.minutes, gap=self.gap, protected=self.protected, fixed_start=self.fixed_start,
            language=self.language, interpreted=self.interpreted, organisation_id=issuer and issuer.id,
            abstract=self.abstract, note=self.note,
        )  # fmt: skip
        day.put(item, after)
        work.add(item)


class EditItem(Edit, frozen=True, kw_only=True):
    """Change an agenda item; another length or gap re-times what is linked behind it.

    A `fixed_start` of null links the start to the previous item's end again. An item that owns a ceremony
    keeps a kind that fits it.
    """

    step = NOOP("Edit agenda item")

    kind: Kind | UnsetType = UNSET
    title: Words = UNSET
    minutes: Minutes | UnsetType = UNSET
    gap: Gap | UnsetType = UNSET
    protected: bool | UnsetType = UNSET
    fixed_start: ClockMinutes | UnsetType | None = UNSET
    language: str | UnsetType = UNSET
    interpreted: bool | UnsetType = UNSET
    organisation: UUID | UnsetType | None = UNSET
    abstract: Words = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        item = work.get(AgendaItem, self.id)
        ceremonial = CEREMONIES.get(item.kind)
        self.apply(item, "organisation")
        if CEREMONIES.get(item.kind) != ceremonial and work.only(Ceremony, item_id=item.id):
            raise CeremonyStands(kind=term(item.kind))
        if not isinstance(self.organisation, UnsetType):
            item.organisation_id = self.organisation and work.get(Organisation, self.organisation).id


class MoveItem(Command, frozen=True, kw_only=True):
    """Put an agenda item behind another one, or at the head of its day; linked items behind both re-time.

    With `forum` or `date` it moves to another forum or day, with all that is part of it: who appears, cues,
    script, ceremony. With `fixed_start` its start is fixed there (null: linked) in the same step.
    """

    step = NOOP("Move agenda item")

    item: UUID
    after: UUID | None = None
    forum: UUID | None = None
    date: dt.date | None = None
    fixed_start: ClockMinutes | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Take it out of the one place and put it in the other."""
        item = work.get(AgendaItem, self.item)
        write_given(self, item, "item", "after", "forum", "date")
        after = None if self.after is None else work.get(AgendaItem, self.after)
        old = rundown_of(work, item)
        forum, day = self.forum or item.forum_id, self.date or item.date
        if (forum, day) == (item.forum_id, item.date):
            old.put(item, after)
            return
        new = rundown(work, forum, day)
        new.put(item, after)
        old.take(item)
        item.forum_id, item.date = forum, day


class RemoveItem(Command, frozen=True, kw_only=True):
    """Remove an agenda item with all that is part of it; what is linked behind it closes up."""

    step = NOOP("Remove agenda item")

    id: UUID

    def run(self, work: Work) -> None:
        """Take it out of its day."""
        item = work.get(AgendaItem, self.id)
        rundown_of(work, item).take(item)
        work.remove(item)


class SplitItem(Command, frozen=True, kw_only=True):
    """Cut an item in two after so many minutes; the second half keeps kind, title and language."""

    step = NOOP("Split agenda item")

    id: UUID
    minutes: Minutes
    second_half: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Shorten the first half and add the second."""
        item = work.get(AgendaItem, self.id)
        rest = AgendaItem(
            id=self.second_half, forum_id=item.forum_id, date=item.date, kind=item.kind, title=item.title,
            language=item.language, interpreted=item.interpreted,
        )  # fmt: skip
        rundown_of(work, item).split(item, self.minutes, rest)
        work.add(rest)


class DelayItem(Command, frozen=True, kw_only=True):
    """Let an item begin later; gaps behind it that are not protected absorb what they can."""

    step = NOOP("Apply a delay")

    item: UUID
    minutes: Minutes

    def run(self, work: Work) -> None:
        """Write the delay into the day's gaps and fixed starts."""
        item = work.get(AgendaItem, self.item)
        rundown_of(work, item).delay(item, self.minutes)


class AddAppearance(Command, frozen=True, kw_only=True):
    """Let a person appear in an item, with a role; title and organisation only where they differ this time."""

    step = NOOP("Add appearance")

    item: UUID
    person: UUID
    role: Kind = "speaker"
    title: Text = Text()
    organisation: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the item's last appearance."""
        item = work.get(AgendaItem, self.item)
        organisation = None if self.organisation is None else work.get(Organisation, self.organisation)
        work.add(
            Appearance(
                id=self.id, item_id=item.id, position=work.next_position(Appearance, item_id=item.id),
                person_id=work.get(Person, self.person).id, role=self.role, title=self.title,
                organisation_id=organisation and organisation.id,
            )
        )  # fmt: skip


class EditAppearance(Edit, frozen=True, kw_only=True):
    """Change who appears, as what, with which title for this appearance."""

    step = NOOP("Edit appearance")

    person: UUID | UnsetType = UNSET
    role: Kind | UnsetType = UNSET
    title: Words = UNSET
    organisation: UUID | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        row = work.get(Appearance, self.id)
        self.apply(row, "person", "organisation")
        if isinstance(self.person, UUID):
            row.person_id = work.get(Person, self.person).id
        if not isinstance(self.organisation, UnsetType):
            row.organisation_id = self.organisation and work.get(Organisation, self.organisation).id


class MoveAppearance(Move, frozen=True, kw_only=True):
    """Put an appearance behind another one of the same item, or first."""

    step = NOOP("Move appearance")

    def run(self, work: Work) -> None:
        """Renumber the item's appearances."""
        self.place(work, Appearance, "item_id")


class RemoveAppearance(Command, frozen=True, kw_only=True):
    """Take a person out of an item."""

    step = NOOP("Remove appearance")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Appearance, self.id))


class AddCue(Command, frozen=True, kw_only=True):
    """Add something a department does at a moment of an item."""

    step = NOOP("Add cue")

    item: UUID
    kind: Kind
    label: Text = Text()
    offset_seconds: Seconds = 0
    department: Text = Text()
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the item's last cue."""
        item = work.get(AgendaItem, self.item)
        work.add(
            Cue(
                id=self.id, item_id=item.id, position=work.next_position(Cue, item_id=item.id), kind=self.kind,
                label=self.label, offset_seconds=self.offset_seconds, department=self.department,
            )
        )  # fmt: skip


class EditCue(Edit, frozen=True, kw_only=True):
    """Change a cue."""

    step = NOOP("Edit cue")

    kind: Kind | UnsetType = UNSET
    label: Words = UNSET
    offset_seconds: Seconds | UnsetType = UNSET
    department: Words = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        self.apply(work.get(Cue, self.id))


class RemoveCue(Command, frozen=True, kw_only=True):
    """Remove a cue."""

    step = NOOP("Remove cue")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Cue, self.id))
