"""The order of rank: by hand, by strokes, by pinyin, by organisation."""

from __future__ import annotations

from datetime import date

import pytest

from app.furnished import done, key, refused, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.commands.precedence import RankPerson, SortPrecedence, Unranked, UnrankPerson
from forumdesk.domain.people import NotRanked, Person, Precedence
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


def enter(store: Store, *names: Text, **fields) -> None:
    """Enter people and rank them in this order."""
    bus, before = Bus(store), None
    for name in names:
        bus.run(AddPerson(id=key(str(name)), name=name, **fields))
        bus.run(RankPerson(person=key(str(name)), after=before))
        before = key(str(name))


def ranked(store: Store) -> str:
    with store.look() as look:
        order = look.all(Precedence)
        assert [row.position for row in order] == list(range(1, len(order) + 1))
        return " ".join(str(look.get(Person, row.person_id).name) for row in order)


@pytest.fixture
def store(event_store: Store) -> Store:
    enter(event_store, *map(Text, ("张宇蕾", "李妍", "于英杰")))
    return event_store


def test_a_person_is_ranked_first_or_behind_another_with_the_reason(store: Store) -> None:
    done(store, RankPerson(person=key("于英杰"), reason="主宾"))
    assert ranked(store) == "于英杰 张宇蕾 李妍"
    done(store, RankPerson(person=key("于英杰"), after=key("张宇蕾")))
    assert ranked(store) == "张宇蕾 于英杰 李妍"
    assert [row.reason for row in rows(store, Precedence)] == ["", "主宾", ""]


def test_nobody_is_ranked_behind_one_without_a_rank(store: Store) -> None:
    Bus(store).run(AddPerson(id=key("lund"), name=Text("艾巴·伦德")))
    refused(store, NotRanked, RankPerson(person=key("李妍"), after=key("lund")))
    refused(store, NotRanked, RankPerson(person=key("lund"), after=key("lund")))
    assert not done(store, RankPerson(person=key("李妍"), after=key("李妍")))


def test_the_ranks_close_up_behind_one_who_leaves_the_order(store: Store) -> None:
    done(store, UnrankPerson(person=key("张宇蕾")))
    assert ranked(store) == "李妍 于英杰"
    assert not done(store, UnrankPerson(person=key("张宇蕾")))


# ---- sorting ------------------------------------------------------------------------------------


def test_surname_strokes_put_the_fewest_first_and_zhang_behind_li(store: Store) -> None:
    done(store, SortPrecedence(by="strokes"))
    assert ranked(store) == "于英杰 李妍 张宇蕾"
    assert not done(store, SortPrecedence(by="strokes"))


def test_names_without_stroke_data_are_listed_and_nobody_is_moved(store: Store) -> None:
    enter(store, Text("艾巴·伦德", "Ebba Lund"), Text("", "Ilan Maor"))
    error = refused(store, Unranked, SortPrecedence(by="strokes"))
    assert error.facts == {"names": "艾巴·伦德、Ilan Maor"}


def test_those_ranked_by_hand_keep_their_place_and_the_others_are_sorted_around_them(store: Store) -> None:
    enter(store, Text("艾巴·伦德"))
    assert ranked(store) == "艾巴·伦德 张宇蕾 李妍 于英杰"
    Bus(store).run(RankPerson(person=key("艾巴·伦德"), after=key("张宇蕾")))
    done(store, SortPrecedence(by="strokes", keep=(key("艾巴·伦德"),)))
    assert ranked(store) == "于英杰 艾巴·伦德 李妍 张宇蕾"


def test_a_surname_of_two_characters_stays_behind_those_who_bear_its_first_alone(event_store: Store) -> None:
    enter(event_store, Text("刘杨丹"), surname_length=2)
    enter(event_store, Text("刘阳"), Text("刘一"))
    done(event_store, SortPrecedence(by="strokes"))
    assert ranked(event_store) == "刘一 刘阳 刘杨丹"


def test_pinyin_knows_the_readings_of_surnames_and_what_a_person_says(event_store: Store) -> None:
    enter(event_store, Text("曾强"), Text("单平"), Text("Ebba Lund"), Text("李妍"))
    enter(event_store, Text("仇和"), pinyin="Chóu Hé")
    done(event_store, SortPrecedence(by="pinyin"))
    assert ranked(event_store) == "仇和 Ebba Lund 李妍 单平 曾强"


def test_the_chinese_name_is_sorted_whichever_of_the_two_languages_it_is(event_store: Store) -> None:
    enter(event_store, Text("Zhang Yulei", "张宇蕾"), Text("Li Yan", "李妍"))
    done(event_store, SortPrecedence(by="strokes"))
    assert ranked(event_store) == "Li Yan Zhang Yulei"


def test_organisations_rank_by_their_sequence_then_by_their_founding_and_strangers_last(store: Store) -> None:
    bus = Bus(store)
    enter(store, Text("无单位"), Text("无日期"))
    organisations = {
        "张宇蕾": {"founded": date(1999, 1, 1)},
        "李妍": {"founded": date(1988, 5, 10)},
        "于英杰": {"sequence": 2},
        "无日期": {},
    }
    for name, fields in organisations.items():
        bus.run(AddOrganisation(id=key(f"{name}的单位"), name=Text(name), **fields))
        bus.run(AddPost(person=key(name), organisation=key(f"{name}的单位")))
    bus.run(AddOrganisation(id=key("first"), name=Text("第一"), sequence=1))
    bus.run(AddPost(person=key("李妍"), organisation=key("first")))  # not the main post
    assert ranked(store) == "无单位 无日期 张宇蕾 李妍 于英杰"
    done(store, SortPrecedence(by="organisation"))
    assert ranked(store) == "于英杰 李妍 张宇蕾 无单位 无日期"
