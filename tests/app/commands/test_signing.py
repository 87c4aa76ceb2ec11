"""Agreements and their parties."""

from __future__ import annotations

import pytest

from app.furnished import done, furnish, key, refused, row, rows
from forumdesk.app.commands.signing import (
    AddAgreement,
    AddParty,
    EditAgreement,
    EditParty,
    MoveAgreement,
    MoveParty,
    RemoveAgreement,
    RemoveParty,
    Signs,
)
from forumdesk.domain.order import NotInThisList
from forumdesk.domain.signing import Agreement, AgreementState, Party, Side
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def parties(store: Store, agreement: str = "agreement") -> list[tuple[object, Side]]:
    return [(party.organisation_id, party.side) for party in rows(store, Party, agreement_id=key(agreement))]


def test_an_agreement_comes_with_its_parties_in_order(store: Store) -> None:
    both = (
        Signs(organisation=key("ministry"), side=Side.GUEST, signatory=key("lund"), assistant=key("li")),
        Signs(organisation=key("park"), side=Side.HOST),
    )
    done(store, AddAgreement(id=key("new"), ceremony=key("ceremony signing"), title=Text("协议"), parties=both))
    assert parties(store, "new") == [(key("ministry"), Side.GUEST), (key("park"), Side.HOST)]
    guest, host = rows(store, Party, agreement_id=key("new"))
    assert (guest.signatory_id, guest.assistant_id, host.signatory_id) == (key("lund"), key("li"), None)
    assert row(store, Agreement, "new").position == 3


def test_the_papers_of_an_agreement_go_from_draft_to_exchanged(store: Store) -> None:
    for state in AgreementState:
        done(store, EditAgreement(id=key("agreement"), state=state))
    done(store, EditAgreement(id=key("agreement"), languages=("zh", "en", "pt"), copies=6))
    agreement = row(store, Agreement, "agreement")
    assert (agreement.state, agreement.languages, agreement.copies) == (
        AgreementState.EXCHANGED,
        ("zh", "en", "pt"),
        6,
    )


def test_agreements_are_signed_in_the_order_they_are_put(store: Store) -> None:
    done(store, MoveAgreement(id=key("agreement"), after=key("next agreement")))
    assert [each.id for each in rows(store, Agreement)] == [key("next agreement"), key("agreement")]
    done(store, RemoveAgreement(id=key("next agreement")))
    assert not parties(store, "next agreement")


def test_a_third_party_joins_and_a_party_leaves(store: Store) -> None:
    signs = Signs(organisation=key("ministry"), side=Side.HOST)
    done(store, AddParty(agreement=key("agreement"), party=signs))
    done(store, MoveParty(id=signs.id))
    assert [organisation for organisation, _ in parties(store)] == [key("ministry"), key("park"), key("company")]
    done(store, RemoveParty(id=key("agreement host")))
    assert [organisation for organisation, _ in parties(store)] == [key("ministry"), key("company")]
    refused(store, NotInThisList, MoveParty(id=signs.id, after=key("next agreement host")))


def test_a_party_changes_who_signs_and_who_assists(store: Store) -> None:
    done(store, EditParty(id=key("agreement host"), signatory=key("zhang"), assistant=key("lund")))
    done(store, EditParty(id=key("agreement host"), organisation=key("ministry"), side=Side.GUEST))
    done(store, EditParty(id=key("agreement host"), signatory=None))
    party = row(store, Party, "agreement host")
    assert (party.organisation_id, party.side, party.signatory_id, party.assistant_id) == (
        key("ministry"),
        Side.GUEST,
        None,
        key("lund"),
    )
    done(store, EditParty(id=key("agreement host"), assistant=None))
