"""The pairs of a signing as table rows: the host party at the left, the guest party at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.ui.ceremonies.names import Known, name_of
from forumdesk.ui.ceremonies.table import Offering, OrderedModel
from forumdesk.ui.ceremonies.wishes import Asked
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.ceremonies import CeremonyRow, PairRow, Signer

(
    NUMBER, HOST, HOST_SIGNATORY, HOST_ASSISTANT, GUEST, COUNTRY, GUEST_SIGNATORY, GUEST_ASSISTANT, STATE,
) = range(9)  # fmt: skip
SignerOf = Callable[["PairRow"], "Signer | None"]
Writes = Callable[[UUID, UUID | None], "Command"]
PERSON = 84


class PairModel(OrderedModel["PairRow"]):
    """The agreements of one signing. A party that is typed into an empty line is a new agreement."""

    def __init__(self, known: Known, screen: Screen) -> None:
        self._known = known
        self.ceremony: UUID | None = None
        super().__init__(self._columns(), screen)

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a signing's pairs."""
        self.ceremony = row.ceremony
        self.show_rows(row.pairs)

    def _columns(self) -> tuple[Column[PairRow], ...]:
        return (
            Column(lambda s: s.say("No."), 44, _number),
            self._party("host", _host, lambda s: s.say("Host party")),
            self._signs(_host),
            self._assists(_host),
            self._party("guest", _guest, lambda s: s.say("Guest party")),
            Offering(
                lambda s: s.say("Country"), 120,
                lambda row, s: Cell(s.text(row.guest.country) if row.guest else "", Tone.SECOND),
                lambda row, s: s.exactly(row.guest.country) if row.guest else "",
                _edit_country, where=lambda row: row.guest is not None,
            ),
            self._signs(_guest),
            self._assists(_guest),
            Offering(
                lambda s: s.say("State"), 84, self._state_cell, lambda row, _: self._known.agreement.word(row.state),
                self._edit_state, offers=self._known.agreement,
                where=lambda row: row.agreement is not None and row.number > 0,
            ),
        )  # fmt: skip

    def _party(self, side: str, signer: SignerOf, heading: Callable[[Screen], str]) -> Column[PairRow]:
        def value(row: PairRow, screen: Screen) -> str:
            party = signer(row)
            return screen.text(party.name) if party else ""

        def cell(row: PairRow, screen: Screen) -> Cell:
            if row.agreement is None and side == "host":
                return Cell(screen.say("Not entered yet"), Tone.THIRD)
            return Cell(value(row, screen))

        def edit(row: PairRow, typed: str, screen: Screen) -> Asked:
            from forumdesk.app.commands.signing import AddAgreement, AddParty, EditParty, RemoveParty, Signs
            from forumdesk.domain.signing import Side

            party = signer(row)

            def then(organisation: UUID) -> list[Command]:
                signs = Signs(organisation=organisation, side=Side(side))
                if party is not None:
                    return [EditParty(id=party.id, organisation=organisation)]
                if row.agreement is not None:
                    return [AddParty(agreement=row.agreement, party=signs)]
                assert self.ceremony is not None
                return [AddAgreement(ceremony=self.ceremony, parties=(signs,))]

            if party is not None and not typed.strip():
                return RemoveParty(id=party.id)
            return self._known.organisation(typed, screen, then)

        return Offering(heading, 0, cell, value, edit, offers=self._known.organisations)

    def _signs(self, signer: SignerOf) -> Column[PairRow]:
        return self._person(signer, "signatory", lambda s: s.say("Signatory"), _signed)

    def _assists(self, signer: SignerOf) -> Column[PairRow]:
        return self._person(signer, "assistant", lambda s: s.say("Assistant"), _assisted)

    def _person(
        self, signer: SignerOf, part: str, heading: Callable[[Screen], str], write: Writes
    ) -> Column[PairRow]:
        def value(row: PairRow, screen: Screen) -> str:
            party = signer(row)
            return name_of(getattr(party, part), screen) if party else ""

        def edit(row: PairRow, typed: str, screen: Screen) -> Asked:
            party = signer(row)
            assert party is not None
            if not typed.strip():
                return write(party.id, None)
            return self._known.person(typed, screen, lambda person: [write(party.id, person)])

        return Offering(
            heading, PERSON, lambda row, s: Cell(value(row, s), Tone.SECOND), value, edit,
            offers=self._known.people, where=lambda row: signer(row) is not None,
        )  # fmt: skip

    def _state_cell(self, row: PairRow, _: Screen) -> Cell:
        if not (row.agreement and row.number):
            return Cell("")
        return Cell(self._known.agreement.word(row.state), Tone.INK if row.state != "draft" else Tone.SECOND)

    def _edit_state(self, row: PairRow, typed: str, _: Screen) -> Asked:
        from forumdesk.app.commands.signing import EditAgreement
        from forumdesk.domain.signing import AgreementState

        assert row.agreement is not None
        return EditAgreement(id=row.agreement, state=AgreementState(self._known.agreement.code(typed)))


def _host(row: PairRow) -> Signer | None:
    return row.host


def _guest(row: PairRow) -> Signer | None:
    return row.guest


def _number(row: PairRow, _: Screen) -> Cell:
    return Cell(str(row.number) if row.number else "", Tone.SECOND)


def _edit_country(row: PairRow, typed: str, screen: Screen) -> Asked:
    from forumdesk.app.commands.people import EditOrganisation

    assert row.guest is not None
    return EditOrganisation(id=row.guest.organisation, country=screen.written(row.guest.country, typed.strip()))


def _signed(party: UUID, person: UUID | None) -> Command:
    from forumdesk.app.commands.signing import EditParty

    return EditParty(id=party, signatory=person)


def _assisted(party: UUID, person: UUID | None) -> Command:
    from forumdesk.app.commands.signing import EditParty

    return EditParty(id=party, assistant=person)
