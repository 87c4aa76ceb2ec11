"""Ceremonies: their batch and device, what is unveiled, and who walks on."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID, uuid5

from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.command import Command, Count, Edit, Move, Words, named, new_id
from forumdesk.app.wording import term
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.agenda import CEREMONIES, AgendaItem
from forumdesk.domain.entity import Entity
from forumdesk.domain.order import number
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import MoreNamedThanAnnounced, Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import (
    Ceremony,
    NoCeremony,
    OtherCeremony,
    SecondCeremony,
    StageCall,
    StagePlace,
    StandsTwice,
    Unveiled,
)
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
        """Add its row; `NoCeremony` for an item of another kind, `SecondCeremony` where there is one."""
        item = work.get(AgendaItem, self.item)
        if item.kind not in CEREMONIES:
            raise NoCeremony(kind=term(item.kind))
        if work.only(Ceremony, item_id=item.id):
            raise SecondCeremony
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
        announced_suffices(work, ceremony)


def ceremony_of(work: Work, ceremony_id: UUID, thing: type[Entity]) -> Ceremony:
    """A ceremony from which things of that kind hang; otherwise `OtherCeremony`."""
    ceremony = work.get(Ceremony, ceremony_id)
    kind = work.get(AgendaItem, ceremony.item_id).kind
    if CEREMONIES.get(kind) != thing.__tablename__:
        raise OtherCeremony(kind=term(kind), thing=Term(thing.__tablename__))
    return ceremony


def announced_suffices(work: Work, ceremony: Ceremony) -> None:
    """Raise `MoreNamedThanAnnounced` where a batch names more than were announced."""
    if ceremony.announced is None:
        return
    named = sum(len(work.all(kind, ceremony_id=ceremony.id)) for kind in (Agreement, Plaque, Unveiled))
    if named > ceremony.announced:
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
        """Add it as the ceremony's last; `OtherCeremony` where nothing is unveiled or launched in it."""
        named(self.name)
        ceremony = ceremony_of(work, self.ceremony, Unveiled)
        owner = None if self.organisation is None else work.get(Organisation, self.organisation)
        work.add(
            Unveiled(
                id=self.id, ceremony_id=ceremony.id, position=work.next_position(Unveiled, ceremony_id=ceremony.id),
                name=self.name, organisation_id=owner and owner.id,
            )
        )  # fmt: skip
        announced_suffices(work, ceremony)


class EditUnveiled(Edit, frozen=True, kw_only=True):
    """Change what is unveiled."""

    step = NOOP("Edit unveiling")

    name: Words = UNSET
    organisation: UUID | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        named(self.name)
        row = work.get(Unveiled, self.id)
        self.apply(row, "organisation")
        if not isinstance(self.organisation, UnsetType):
            row.organisation_id = self.organisation and work.get(Organisation, self.organisation).id


class MoveUnveiled(Move, frozen=True, kw_only=True):
    """Put something behind another thing of the same unveiling, or first."""

    step = NOOP("Move unveiling")

    def run(self, work: Work) -> None:
        """Renumber what is unveiled."""
        self.place(work, Unveiled, "ceremony_id")


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
        call = StageCall(
            id=self.id, item_id=item.id, position=work.next_position(StageCall, item_id=item.id),
            title=self.title, side=self.side, places=self.places, stays=self.stays,
        )  # fmt: skip
        _stand(work, work.add(call), self.people)


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
            _stand(work, call, self.people)


def _stand(work: Work, call: StageCall, people: tuple[UUID, ...]) -> None:
    """Let exactly these people walk on; a place's id follows from its call and person, so it is the same anywhere."""
    places = {place.person_id: place for place in work.all(StagePlace, call_id=call.id)}
    standing: list[StagePlace] = []
    for person in (work.get(Person, person_id) for person_id in people):
        place = places.pop(person.id, None)
        if place is None:
            if any(other.person_id == person.id for other in standing):
                raise StandsTwice(name=person.name)
            place = work.add(StagePlace(id=uuid5(call.id, str(person.id)), call_id=call.id, person_id=person.id))
        standing.append(place)
    number(standing)
    for place in places.values():
        work.remove(place)


class MoveStageCall(Move, frozen=True, kw_only=True):
    """Put a stage call behind another one of the same item, or first."""

    step = NOOP("Move stage call")

    def run(self, work: Work) -> None:
        """Renumber the item's calls."""
        self.place(work, StageCall, "item_id")


class RemoveStageCall(Command, frozen=True, kw_only=True):
    """Remove a stage call."""

    step = NOOP("Remove stage call")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out, with its places."""
        work.remove(work.get(StageCall, self.id))
