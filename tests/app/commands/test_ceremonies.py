"""Ceremonies: what may hang from them, and who walks on."""

from __future__ import annotations

import pytest

from app.furnished import done, furnish, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.ceremonies import (
    AddCeremony,
    AddStageCall,
    AddUnveiled,
    EditCeremony,
    EditStageCall,
    EditUnveiled,
    MoveStageCall,
    MoveUnveiled,
    RemoveCeremony,
    RemoveStageCall,
    RemoveUnveiled,
)
from forumdesk.app.commands.plaques import AwardPlaque
from forumdesk.app.commands.signing import AddAgreement
from forumdesk.domain.plaques import MoreNamedThanAnnounced
from forumdesk.domain.signing import Agreement, Party
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
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.store import Store


@pytest.fixture
def store(event_store: Store) -> Store:
    return furnish(event_store)


def test_a_ceremonial_item_gets_its_one_ceremony(store: Store) -> None:
    done(store, AddCeremony(id=key("launching"), item=key("launch"), device=Text("启动台"), countdown=3))
    assert row(store, Ceremony, "launching").second_at == "left-hand"
    refused(store, SecondCeremony, AddCeremony(item=key("launch")))
    assert refused(store, NoCeremony, AddCeremony(item=key("remarks"))).facts == {"kind": "remarks"}


def test_a_removed_ceremony_makes_room_for_another(store: Store) -> None:
    done(store, RemoveCeremony(id=key("ceremony signing")))
    assert not rows(store, Agreement)
    assert not rows(store, Party)
    done(store, AddCeremony(item=key("signing")))


@pytest.mark.parametrize("wrong", ["ceremony signing", "ceremony plaque"])
def test_only_what_fits_a_ceremony_hangs_from_it(store: Store, wrong: str) -> None:
    refused(store, OtherCeremony, AddUnveiled(ceremony=key(wrong), name=Text("成果")))
    refused(store, OtherCeremony, AwardPlaque(ceremony=key("ceremony unveiling"), organisation=key("park")))
    refused(store, OtherCeremony, AddAgreement(ceremony=key("ceremony plaque")))


@pytest.mark.parametrize("kind", ["signing", "plaque", "unveiling"])
def test_a_batch_names_no_more_than_were_announced(store: Store, kind: str) -> None:
    ceremony = key(f"ceremony {kind}")
    one_more = {
        "signing": AddAgreement(ceremony=ceremony),
        "plaque": AwardPlaque(ceremony=ceremony, organisation=key("park")),
        "unveiling": AddUnveiled(ceremony=ceremony, name=Text("成果")),
    }[kind]
    error = refused(store, MoreNamedThanAnnounced, EditCeremony(id=ceremony, announced=1))
    assert error.facts == {"announced": 1, "named": 2}
    done(store, EditCeremony(id=ceremony, announced=2))
    assert refused(store, MoreNamedThanAnnounced, one_more).facts == {"announced": 2, "named": 3}
    done(store, EditCeremony(id=ceremony, announced=None))
    done(store, one_more)


def test_what_is_unveiled_has_a_name_and_a_place(store: Store) -> None:
    refused(store, NameNeeded, AddUnveiled(ceremony=key("ceremony unveiling"), name=Text()))
    refused(store, NameNeeded, EditUnveiled(id=key("unveiled"), name=Text(" ")))
    done(store, EditUnveiled(id=key("unveiled"), organisation=key("park")))
    done(store, EditUnveiled(id=key("unveiled"), name=Text("成果"), organisation=None))
    done(store, EditUnveiled(id=key("unveiled"), name=Text("成果一")))
    done(store, MoveUnveiled(id=key("next unveiled")))
    assert [str(each.name) for each in rows(store, Unveiled)] == ["next unveiled", "成果一"]
    done(store, RemoveUnveiled(id=key("next unveiled")))
    done(store, AddUnveiled(ceremony=key("ceremony unveiling"), name=Text("最后")))
    assert [str(each.name) for each in rows(store, Unveiled)] == ["成果一", "最后"]


# ---- stage calls --------------------------------------------------------------------------------


def walking_on(store: Store, call: str = "call") -> list[object]:
    return [place.person_id for place in rows(store, StagePlace, call_id=key(call))]


def test_people_walk_on_in_the_order_given(store: Store) -> None:
    done(store, AddStageCall(id=key("new"), item=key("launch"), people=(key("li"), key("lund")), places=7))
    assert walking_on(store, "new") == [key("li"), key("lund")]


def test_a_changed_call_keeps_the_places_of_those_who_stay(store: Store) -> None:
    before = {place.person_id: place.id for place in rows(store, StagePlace, call_id=key("call"))}
    done(store, EditStageCall(id=key("call"), people=(key("li"), key("lund"))))
    after = {place.person_id: place.id for place in rows(store, StagePlace, call_id=key("call"))}
    assert walking_on(store) == [key("li"), key("lund")]
    assert after[key("li")] == before[key("li")]
    done(store, EditStageCall(id=key("call"), people=(key("li"), key("zhang"))))
    assert {place.person_id: place.id for place in rows(store, StagePlace, call_id=key("call"))} == before
    done(store, EditStageCall(id=key("call"), people=()))
    assert walking_on(store) == []


def test_an_edit_that_names_nobody_leaves_everybody_on_stage(store: Store) -> None:
    done(store, EditStageCall(id=key("call"), stays=True, side="left", title=Text("上台")))
    assert walking_on(store) == [key("zhang"), key("li")]
    assert not done(store, EditStageCall(id=key("call"), people=(key("zhang"), key("li"))))


def test_nobody_walks_on_twice_in_one_call(store: Store) -> None:
    twice = (key("li"), key("lund"), key("li"))
    assert "李妍" in str(refused(store, StandsTwice, AddStageCall(item=key("launch"), people=twice)))
    refused(store, StandsTwice, EditStageCall(id=key("call"), people=twice))
    done(store, AddStageCall(item=key("unveiling"), people=(key("li"),)))  # in another call they may


def test_calls_follow_one_another_as_they_are_put(store: Store) -> None:
    done(store, MoveStageCall(id=key("next call")))
    assert [call.id for call in rows(store, StageCall)] == [key("next call"), key("call")]
    done(store, RemoveStageCall(id=key("call")))
    assert not walking_on(store)
    Bus(store).run(AddStageCall(id=key("last"), item=key("unveiling")))
    assert [call.id for call in rows(store, StageCall)] == [key("next call"), key("last")]
