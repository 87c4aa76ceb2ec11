"""Agreements and their parties."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.command import Command, Edit, Words, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.order import put
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.signing import Agreement, AgreementState, Party, Side
from forumdesk.domain.stage import Ceremony, NoCeremony
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
        """Add it as the signing's last; `NoCeremony` where the ceremony is none of signing."""
        ceremony = work.get(Ceremony, self.ceremony)
        kind = work.get(AgendaItem, ceremony.item_id).kind
        if kind != "signing":
            raise NoCeremony(kind=kind)
        others = work.all(Agreement, ceremony_id=ceremony.id)
        row = Agreement(
            id=self.id, ceremony_id=ceremony.id, title=self.title, copies=self.copies,
            languages=self.languages, state=self.state, note=self.note,
        )  # fmt: skip
        put(others, work.add(row), others[-1] if others else None)
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


class MoveAgreement(Command, frozen=True, kw_only=True):
    """Put an agreement behind another one of the same signing, or first."""

    step = NOOP("Move agreement")

    id: UUID
    after: UUID | None = None

    def run(self, work: Work) -> None:
        """Renumber the signing's agreements."""
        agreement = work.get(Agreement, self.id)
        after = None if self.after is None else work.get(Agreement, self.after)
        put(work.all(Agreement, ceremony_id=agreement.ceremony_id), agreement, after)


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
        others = work.all(Party, agreement_id=agreement.id)
        row = _party(work, agreement.id, self.party, 0)
        put(others, work.add(row), others[-1] if others else None)


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


class RemoveParty(Command, frozen=True, kw_only=True):
    """Take a party out of an agreement."""

    step = NOOP("Remove party")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Party, self.id))
