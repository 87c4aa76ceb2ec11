"""Plaques: announced by count, named one by one or by a pasted list, handed over by presenters."""

from __future__ import annotations

from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType, field

from forumdesk.app.commands.ceremonies import room_for
from forumdesk.app.commands.command import Command, Edit, Words, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.order import put
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import ArtworkState, Plaque
from forumdesk.domain.stage import Ceremony, NoCeremony
from forumdesk.domain.text import Text
from forumdesk.store.work import Work


def _award(work: Work, ceremony_id: UUID) -> Ceremony:
    ceremony = work.get(Ceremony, ceremony_id)
    kind = work.get(AgendaItem, ceremony.item_id).kind
    if kind != "plaque":
        raise NoCeremony(kind=kind)
    return ceremony


class AwardPlaque(Command, frozen=True, kw_only=True):
    """Name one recipient of a batch."""

    step = NOOP("Award plaque")

    ceremony: UUID
    organisation: UUID
    number: str = ""
    wording: Text = Text()
    representative: UUID | None = None
    presenter: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the batch's last; `MoreNamedThanAnnounced` where the batch is full."""
        ceremony = _award(work, self.ceremony)
        others = work.all(Plaque, ceremony_id=ceremony.id)
        room_for(ceremony, len(others) + 1)
        row = Plaque(
            id=self.id, ceremony_id=ceremony.id, number=self.number, wording=self.wording,
            organisation_id=work.get(Organisation, self.organisation).id,
            representative_id=self.representative and work.get(Person, self.representative).id,
            presenter_id=self.presenter and work.get(Person, self.presenter).id,
        )  # fmt: skip
        put(others, work.add(row), others[-1] if others else None)


class Recipient(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A recipient in a list: an organisation's name, found among those entered or entered now."""

    name: Text
    id: UUID = field(default_factory=new_id)
    organisation: UUID = field(default_factory=new_id)
    """The id of the organisation, where it is a new one."""


class NamePlaques(Command, frozen=True, kw_only=True):
    """Name the recipients of a batch from a list, in order; organisations not known yet are entered."""

    step = NOOP("Name plaque recipients")

    ceremony: UUID
    recipients: tuple[Recipient, ...]

    def run(self, work: Work) -> None:
        """Add one plaque a recipient behind those that are there."""
        ceremony = _award(work, self.ceremony)
        others = work.all(Plaque, ceremony_id=ceremony.id)
        room_for(ceremony, len(others) + len(self.recipients))
        known = {
            name: organisation.id
            for organisation in work.all(Organisation)
            for name in (organisation.name.first, organisation.name.second, *organisation.spellings)
            if name
        }
        for position, recipient in enumerate(self.recipients, start=len(others) + 1):
            organisation = known.get(recipient.name.first or recipient.name.second)
            if organisation is None:
                organisation = recipient.organisation
                work.add(Organisation(id=organisation, name=recipient.name, kind="park"))
                known[recipient.name.first or recipient.name.second] = organisation
            work.add(
                Plaque(id=recipient.id, ceremony_id=ceremony.id, position=position, organisation_id=organisation)
            )


class EditPlaque(Edit, frozen=True, kw_only=True):
    """Change a plaque."""

    step = NOOP("Edit plaque")

    organisation: UUID | UnsetType = UNSET
    number: str | UnsetType = UNSET
    wording: Words = UNSET
    representative: UUID | UnsetType | None = UNSET
    presenter: UUID | UnsetType | None = UNSET
    artwork: ArtworkState | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        plaque = work.get(Plaque, self.id)
        self.apply(plaque, "organisation", "representative", "presenter")
        if isinstance(self.organisation, UUID):
            plaque.organisation_id = work.get(Organisation, self.organisation).id
        if not isinstance(self.representative, UnsetType):
            plaque.representative_id = self.representative and work.get(Person, self.representative).id
        if not isinstance(self.presenter, UnsetType):
            plaque.presenter_id = self.presenter and work.get(Person, self.presenter).id


class AssignPresenters(Command, frozen=True, kw_only=True):
    """Let the presenters of an award hand over in turn, in the order they appear, for as many rounds as it takes."""

    step = NOOP("Assign presenters")

    ceremony: UUID

    def run(self, work: Work) -> None:
        """Give every plaque of the batch its presenter."""
        ceremony = _award(work, self.ceremony)
        presenters = work.all(Appearance, item_id=ceremony.item_id, role="presenter")
        for place, plaque in enumerate(work.all(Plaque, ceremony_id=ceremony.id)):
            plaque.presenter_id = presenters[place % len(presenters)].person_id if presenters else None


class MovePlaque(Command, frozen=True, kw_only=True):
    """Put a plaque behind another one of the same batch, or first."""

    step = NOOP("Move plaque")

    id: UUID
    after: UUID | None = None

    def run(self, work: Work) -> None:
        """Renumber the batch."""
        plaque = work.get(Plaque, self.id)
        after = None if self.after is None else work.get(Plaque, self.after)
        put(work.all(Plaque, ceremony_id=plaque.ceremony_id), plaque, after)


class RemovePlaque(Command, frozen=True, kw_only=True):
    """Take a recipient out of a batch."""

    step = NOOP("Remove plaque")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Plaque, self.id))
