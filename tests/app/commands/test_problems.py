"""Findings of the checks that somebody accepts, until what was found changes."""

from __future__ import annotations

import pytest

from app.furnished import done, furnish, key, refused, rows
from forumdesk.app.bus import Bus
from forumdesk.app.checking import check
from forumdesk.app.commands.ceremonies import EditCeremony
from forumdesk.app.commands.problems import AcceptProblem, NoSuchProblem, WithdrawAcceptance
from forumdesk.domain.event import Acceptance
from forumdesk.store.store import Store


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def accepted(store: Store) -> set[object]:
    with store.look() as look:
        return {problem.id for problem in check(look) if problem.accepted}


def test_an_accepted_finding_counts_again_when_it_is_withdrawn(store: Store) -> None:
    assert accepted(store) == {key("forum")}
    done(store, WithdrawAcceptance(code="no-agenda", subject=key("forum")))
    assert accepted(store) == set()
    assert not done(store, WithdrawAcceptance(code="no-agenda", subject=key("forum")))


def test_an_acceptance_lapses_when_what_was_found_changes_and_can_be_given_anew(store: Store) -> None:
    again = AcceptProblem(code="not-named", subject=key("plaque"), reason="names come later")
    done(store, again)
    assert key("plaque") in accepted(store)
    Bus(store).run(EditCeremony(id=key("ceremony plaque"), announced=5))
    assert key("plaque") not in accepted(store)
    done(store, again)
    assert len(rows(store, Acceptance, code="not-named")) == 1


def test_nothing_is_accepted_that_is_not_found(store: Store) -> None:
    refused(store, NoSuchProblem, AcceptProblem(code="overlap", subject=key("remarks"), reason="x"))
    refused(store, NoSuchProblem, AcceptProblem(code="no-agenda", subject=key("plaque"), reason="x"))
