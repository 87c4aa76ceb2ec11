"""Agreements and their parties."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.ceremonies import announced_suffices, ceremony_of
from forumdesk.app.commands.command import Command, Edit, Move, Words, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.signing import Agreement, AgreementState, Party, Side
from forumdesk.domain.text import Text
from forumdesk.store.work import Work

Copies = Annotated[int, Meta(ge=1, le=20)]


class Signs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One party of a new agreement."""

    organisation: UUID
    side: Side
    signatory: UUID | None = None
    assistant: UUID | None = None
    id: UUID = field(default_factory=new_id)


class AddAgreement(Command, frozen=True, kw_only=True):
    """Add an agreement to a signing, with the parties that sign it."""

    step = NOOP("Add agreement")

    ceremony: UUID
    title: Text = Text()
    parties: tuple[Signs, ...] = ()
    copies: Copies = 2
    languages: tuple[str, ...] = ()
    state: AgreementState = AgreementState.DRAFT
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the signing's last; `OtherCeremony` where the ceremony is none of signing."""
        ceremony = ceremony_of(work, self.ceremony, Agreement)
        work.add(
            Agreement(
                id=self.id, ceremony_id=ceremony.id,
                position=work.next_position(Agreement, ceremony_id=ceremony.id), title=self.title,
                copies=self.copies, languages=self.languages, state=self.state, note=self.note,
            )
        )  # fmt: skip
        announced_suffices(work, ceremony)
        for position, party in enumerate(self.parties, start=1):
            work.add(_party(work, self.id, party, position))


def _party(work: Work, agreement: UUID, signs: Signs, position: int) -> Party:
    return Party(
        id=signs.id, agreement_id=agreement, organisation_id=work.get(Organisation, signs.organisation).id,
        side=signs.side, position=position, signatory_id=_person(work, signs.signatory),
        assistant_id=_person(work, signs.assistant),
    )  # fmt: skip


def _person(work: Work, person: UUID | None) -> UUID | None:
    return None if person is None else work.get(Person, person).id


class EditAgreement(Edit, frozen=True, kw_only=True):
    """Change an agreement's title, copies, languages or state."""

    step = NOOP("Edit agreement")

    title: Words = UNSET
    copies: Copies | UnsetType = UNSET
    languages: tuple[str, ...] | UnsetType = UNSET
    state: AgreementState | UnsetType = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        self.apply(work.get(Agreement, self.id))


class MoveAgreement(Move, frozen=True, kw_only=True):
    """Put an agreement behind another one of the same signing, or first."""

    step = NOOP("Move agreement")

    def run(self, work: Work) -> None:
        """Renumber the signing's agreements."""
        self.place(work, Agreement, "ceremony_id")


class RemoveAgreement(Command, frozen=True, kw_only=True):
    """Remove an agreement with its parties."""

    step = NOOP("Remove agreement")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Agreement, self.id))


class AddParty(Command, frozen=True, kw_only=True):
    """Add a party to an agreement."""

    step = NOOP("Add party")

    agreement: UUID
    party: Signs

    def run(self, work: Work) -> None:
        """Add it as the agreement's last party."""
        agreement = work.get(Agreement, self.agreement)
        position = work.next_position(Party, agreement_id=agreement.id)
        work.add(_party(work, agreement.id, self.party, position))


class EditParty(Edit, frozen=True, kw_only=True):
    """Change a party: its organisation, side, who signs and who assists."""

    step = NOOP("Edit party")

    organisation: UUID | UnsetType = UNSET
    side: Side | UnsetType = UNSET
    signatory: UUID | UnsetType | None = UNSET
    assistant: UUID | UnsetType | None = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        party = work.get(Party, self.id)
        self.apply(party, "organisation", "signatory", "assistant")
        if isinstance(self.organisation, UUID):
            party.organisation_id = work.get(Organisation, self.organisation).id
        if not isinstance(self.signatory, UnsetType):
            party.signatory_id = _person(work, self.signatory)
        if not isinstance(self.assistant, UnsetType):
            party.assistant_id = _person(work, self.assistant)


class MoveParty(Move, frozen=True, kw_only=True):
    """Put a party behind another one of the same agreement, or first."""

    step = NOOP("Move party")

    def run(self, work: Work) -> None:
        """Renumber the agreement's parties."""
        self.place(work, Party, "agreement_id")


class RemoveParty(Command, frozen=True, kw_only=True):
    """Take a party out of an agreement."""

    step = NOOP("Remove party")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Party, self.id))
