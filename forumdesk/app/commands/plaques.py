"""Plaques: announced by count, named one by one or by a pasted list, handed over by presenters."""

from __future__ import annotations

from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType, field

from forumdesk.app.commands.ceremonies import announced_suffices, ceremony_of
from forumdesk.app.commands.command import Command, Edit, Move, Words, named, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import Appearance
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import ArtworkState, NoPresenters, Plaque
from forumdesk.domain.text import Text
from forumdesk.rules.precedence import rounds
from forumdesk.store.work import Work


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
        ceremony = ceremony_of(work, self.ceremony, Plaque)
        work.add(
            Plaque(
                id=self.id, ceremony_id=ceremony.id, position=work.next_position(Plaque, ceremony_id=ceremony.id),
                number=self.number, wording=self.wording,
                organisation_id=work.get(Organisation, self.organisation).id,
                representative_id=self.representative and work.get(Person, self.representative).id,
                presenter_id=self.presenter and work.get(Person, self.presenter).id,
            )
        )  # fmt: skip
        announced_suffices(work, ceremony)


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
        ceremony = ceremony_of(work, self.ceremony, Plaque)
        known = {
            name: organisation.id
            for organisation in work.all(Organisation)
            for name in (organisation.name.first, organisation.name.second, *organisation.spellings)
            if name
        }
        begin = work.next_position(Plaque, ceremony_id=ceremony.id)
        for position, recipient in enumerate(self.recipients, start=begin):
            named(recipient.name)
            name = Text(recipient.name.first.strip(), recipient.name.second.strip())
            organisation = known.get(str(name))
            if organisation is None:
                organisation = known[str(name)] = recipient.organisation
                work.add(Organisation(id=organisation, name=name))
            work.add(
                Plaque(id=recipient.id, ceremony_id=ceremony.id, position=position, organisation_id=organisation)
            )
        announced_suffices(work, ceremony)


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
    """Let the presenters of an award hand over in the order they appear, in as few rounds as they allow."""

    step = NOOP("Assign presenters")

    ceremony: UUID

    def run(self, work: Work) -> None:
        """Give every plaque of the batch its presenter; `NoPresenters` where nobody appears as one."""
        ceremony = ceremony_of(work, self.ceremony, Plaque)
        presenters = work.all(Appearance, item_id=ceremony.item_id, role="presenter")
        if not presenters:
            raise NoPresenters
        plaques = work.all(Plaque, ceremony_id=ceremony.id)
        for round_ in rounds(len(plaques), len(presenters)):
            for place, presenter in zip(round_, presenters, strict=False):
                plaques[place].presenter_id = presenter.person_id


class MovePlaque(Move, frozen=True, kw_only=True):
    """Put a plaque behind another one of the same batch, or first."""

    step = NOOP("Move plaque")

    def run(self, work: Work) -> None:
        """Renumber the batch."""
        self.place(work, Plaque, "ceremony_id")


class RemovePlaque(Command, frozen=True, kw_only=True):
    """Take a recipient out of a batch."""

    step = NOOP("Remove plaque")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Plaque, self.id))
