"""Plaques: 17 announced, named one by one or by a pasted list, handed over by nine."""

from __future__ import annotations

from itertools import islice
from uuid import UUID

import pytest

from app.furnished import DAY, done, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddItem
from forumdesk.app.commands.ceremonies import AddCeremony, EditCeremony
from forumdesk.app.commands.people import AddOrganisation, AddPerson
from forumdesk.app.commands.plaques import (
    AssignPresenters,
    AwardPlaque,
    EditPlaque,
    MovePlaque,
    NamePlaques,
    Recipient,
    RemovePlaque,
)
from forumdesk.domain.people import Organisation
from forumdesk.domain.plaques import ArtworkState, MoreNamedThanAnnounced, NoPresenters, Plaque
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.store import Store
from store.small import FORUM

AWARD = key("award")


@pytest.fixture
def store(event_store: Store) -> Store:
    """An award with 17 announced and nobody named."""
    bus = Bus(event_store)
    bus.run(AddItem(id=key("item"), forum=FORUM, date=DAY, kind="plaque"))
    bus.run(AddCeremony(id=AWARD, item=key("item"), announced=17))
    return event_store


def recipients(*names: str) -> NamePlaques:
    return NamePlaques(ceremony=AWARD, recipients=tuple(Recipient(name=Text(name)) for name in names))


def numbered(count: int) -> NamePlaques:
    return recipients(*(f"园区{number}" for number in range(1, count + 1)))


def named(store: Store) -> list[str]:
    with store.look() as look:
        return [str(look.get(Organisation, plaque.organisation_id).name) for plaque in look.all(Plaque)]


def presenters(store: Store, count: int) -> list[UUID]:
    ids = [key(f"presenter {number}") for number in range(count)]
    for person in ids:
        Bus(store).run(AddPerson(id=person, name=Text("领导")))
        Bus(store).run(AddAppearance(item=key("item"), person=person, role="presenter"))
    return ids


def test_five_of_17_are_named_from_a_list_and_their_organisations_entered(store: Store) -> None:
    done(store, numbered(5))
    assert named(store) == ["园区1", "园区2", "园区3", "园区4", "园区5"]
    assert len(rows(store, Organisation)) == 5


def test_17_can_be_named_and_18_cannot(store: Store) -> None:
    assert refused(store, MoreNamedThanAnnounced, numbered(18)).facts == {"announced": 17, "named": 18}
    done(store, numbered(17))
    refused(store, MoreNamedThanAnnounced, recipients("第十八"))
    refused(store, MoreNamedThanAnnounced, AwardPlaque(ceremony=AWARD, organisation=rows(store, Organisation)[0].id))


def test_the_announced_count_cannot_fall_below_the_names(store: Store) -> None:
    done(store, numbered(5))
    refused(store, MoreNamedThanAnnounced, EditCeremony(id=AWARD, announced=4))
    done(store, EditCeremony(id=AWARD, announced=5))


def test_a_recipient_that_is_known_is_not_entered_twice(store: Store) -> None:
    done(store, AddOrganisation(id=key("known"), name=Text("苏州工业园区", "SIP"), spellings=("苏州园区",)))
    done(store, recipients("苏州工业园区 ", "苏州园区", "SIP", "新园区", "新园区"))
    assert named(store) == ["苏州工业园区"] * 3 + ["新园区"] * 2
    assert len(rows(store, Organisation)) == 2


def test_a_recipient_without_a_name_spoils_the_list(store: Store) -> None:
    refused(store, NameNeeded, recipients("园区1", " "))


def test_names_that_come_later_stand_behind_the_others_even_after_one_was_removed(store: Store) -> None:
    done(store, numbered(3))
    done(store, RemovePlaque(id=rows(store, Plaque)[0].id))
    done(store, recipients("后来一", "后来二"))
    assert named(store) == ["园区2", "园区3", "后来一", "后来二"]


def test_plaques_are_handed_over_in_the_order_they_are_put(store: Store) -> None:
    done(store, numbered(3))
    first, _, third = rows(store, Plaque)
    done(store, MovePlaque(id=third.id))
    done(store, MovePlaque(id=first.id, after=third.id))
    assert named(store) == ["园区3", "园区1", "园区2"]


def test_nine_presenters_hand_over_17_plaques_in_a_round_of_nine_and_one_of_eight(store: Store) -> None:
    nine = presenters(store, 9)
    done(store, numbered(17))
    done(store, AssignPresenters(ceremony=AWARD))
    assert [plaque.presenter_id for plaque in rows(store, Plaque)] == [*nine, *nine[:8]]


def test_the_rounds_are_as_even_as_they_can_be(store: Store) -> None:
    four = presenters(store, 4)
    done(store, numbered(9))
    done(store, AssignPresenters(ceremony=AWARD))
    given = (plaque.presenter_id for plaque in rows(store, Plaque))
    assert [list(islice(given, 3)) for _ in range(3)] == [four[:3]] * 3


def test_without_presenters_nobody_is_assigned_and_none_is_wiped_out(store: Store) -> None:
    done(store, numbered(2))
    refused(store, NoPresenters, AssignPresenters(ceremony=AWARD))


def test_a_plaque_is_awarded_edited_and_taken_back(store: Store) -> None:
    person, _ = presenters(store, 2)
    Bus(store).run(AddOrganisation(id=key("park"), name=Text("园区")))
    Bus(store).run(AddOrganisation(id=key("other"), name=Text("另一园区")))
    done(store, AwardPlaque(id=key("plaque"), ceremony=AWARD, organisation=key("park"), representative=person))
    done(store, EditPlaque(id=key("plaque"), presenter=person, representative=None, artwork=ArtworkState.MADE))
    done(store, EditPlaque(id=key("plaque"), organisation=key("other"), number="017", wording=Text("示范园区")))
    plaque = row(store, Plaque, "plaque")
    assert (plaque.organisation_id, plaque.number, plaque.artwork) == (key("other"), "017", ArtworkState.MADE)
    assert (plaque.presenter_id, plaque.representative_id) == (person, None)
    done(store, EditPlaque(id=key("plaque"), presenter=None, representative=person))
    done(store, RemovePlaque(id=key("plaque")))
    assert not rows(store, Plaque)
