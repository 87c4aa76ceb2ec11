"""Ceremonies: their batch and device, what is unveiled, and who walks on."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.command import Command, Count, Edit, Words, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import CEREMONIES, AgendaItem
from forumdesk.domain.order import put
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import MoreNamedThanAnnounced, Plaque
from forumdesk.domain.stage import Ceremony, NoCeremony, StageCall, StagePlace, Unveiled
from forumdesk.domain.text import Text
from forumdesk.store.work import Work

Hand = Literal["left-hand", "right-hand"]
Entrance = Literal["", "left", "right"]
Countdown = Annotated[int, Meta(ge=1, le=60, description="seconds")]


class AddCeremony(Command, frozen=True, kw_only=True):
    """Give a ceremonial agenda item its ceremony: batch, announced count, device and countdown."""

    step = NOOP("Add ceremony")

    item: UUID
    batch: Text = Text()
    announced: Count | None = None
    device: Text = Text()
    countdown: Countdown | None = None
    second_at: Hand = "left-hand"
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row; `NoCeremony` for an item of another kind."""
        item = work.get(AgendaItem, self.item)
        if item.kind not in CEREMONIES:
            raise NoCeremony(kind=item.kind)
        work.add(
            Ceremony(
                id=self.id, item_id=item.id, batch=self.batch, announced=self.announced, device=self.device,
                countdown=self.countdown, second_at=self.second_at, note=self.note,
            )
        )  # fmt: skip


class EditCeremony(Edit, frozen=True, kw_only=True):
    """Change a ceremony; the announced count cannot fall below the names that are entered."""

    step = NOOP("Edit ceremony")

    batch: Words = UNSET
    announced: Count | UnsetType | None = UNSET
    device: Words = UNSET
    countdown: Countdown | UnsetType | None = UNSET
    second_at: Hand | UnsetType = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        ceremony = work.get(Ceremony, self.id)
        self.apply(ceremony)
        room_for(ceremony, len(work.all(Plaque, ceremony_id=ceremony.id)))
        room_for(ceremony, len(work.all(Unveiled, ceremony_id=ceremony.id)))


def room_for(ceremony: Ceremony, named: int) -> None:
    """Raise `MoreNamedThanAnnounced` where a batch would name more than were announced."""
    if ceremony.announced is not None and named > ceremony.announced:
        raise MoreNamedThanAnnounced(announced=ceremony.announced, named=named)


class RemoveCeremony(Command, frozen=True, kw_only=True):
    """Remove a ceremony with its agreements, plaques and unveilings."""

    step = NOOP("Remove ceremony")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out, with all that hangs from it."""
        work.remove(work.get(Ceremony, self.id))


class AddUnveiled(Command, frozen=True, kw_only=True):
    """Name something that is unveiled, launched or released."""

    step = NOOP("Add unveiling")

    ceremony: UUID
    name: Text
    organisation: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the ceremony's last."""
        ceremony = work.get(Ceremony, self.ceremony)
        others = work.all(Unveiled, ceremony_id=ceremony.id)
        room_for(ceremony, len(others) + 1)
        owner = None if self.organisation is None else work.get(Organisation, self.organisation)
        row = Unveiled(id=self.id, ceremony_id=ceremony.id, name=self.name, organisation_id=owner and owner.id)
        put(others, work.add(row), others[-1] if others else None)


class EditUnveiled(Edit, frozen=True, kw_only=True):
    """Change what is unveiled."""

    step = NOOP("Edit unveiling")

    name: Words = UNSET
    organisation: UUID | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        row = work.get(Unveiled, self.id)
        self.apply(row, "organisation")
        if not isinstance(self.organisation, UnsetType):
            row.organisation_id = self.organisation and work.get(Organisation, self.organisation).id


class RemoveUnveiled(Command, frozen=True, kw_only=True):
    """Take something out of an unveiling."""

    step = NOOP("Remove unveiling")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Unveiled, self.id))


class AddStageCall(Command, frozen=True, kw_only=True):
    """Say who walks on together in an item; `stays`: they remain for the next item."""

    step = NOOP("Add stage call")

    item: UUID
    title: Text = Text()
    side: Entrance = ""
    people: tuple[UUID, ...] = ()
    places: Count | None = None
    stays: bool = False
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the item's last call, people in the order given."""
        item = work.get(AgendaItem, self.item)
        others = work.all(StageCall, item_id=item.id)
        call = StageCall(
            id=self.id, item_id=item.id, title=self.title, side=self.side, places=self.places,
            stays=self.stays,
        )  # fmt: skip
        put(others, work.add(call), others[-1] if others else None)
        _stand(work, call, self.people)


class EditStageCall(Edit, frozen=True, kw_only=True):
    """Change a stage call; `people` replaces who walks on, in order."""

    step = NOOP("Edit stage call")

    title: Words = UNSET
    side: Entrance | UnsetType = UNSET
    people: tuple[UUID, ...] | UnsetType = UNSET
    places: Count | UnsetType | None = UNSET
    stays: bool | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        call = work.get(StageCall, self.id)
        self.apply(call, "people")
        if not isinstance(self.people, UnsetType):
            for place in work.all(StagePlace, call_id=call.id):
                work.remove(place)
            _stand(work, call, self.people)


def _stand(work: Work, call: StageCall, people: tuple[UUID, ...]) -> None:
    for position, person in enumerate(people, start=1):
        work.add(StagePlace(call_id=call.id, person_id=work.get(Person, person).id, position=position))


class RemoveStageCall(Command, frozen=True, kw_only=True):
    """Remove a stage call."""

    step = NOOP("Remove stage call")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out, with its places."""
        work.remove(work.get(StageCall, self.id))
