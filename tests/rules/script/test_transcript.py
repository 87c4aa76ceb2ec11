"""The record of a real forum, read against its facts, where both lie beside the project."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.prose import Line
from forumdesk.rules.script.reading import read
from forumdesk.rules.script.turns import same_person

FORUM = Path(__file__).parents[4] / "shared" / "forum-2025"
pytestmark = pytest.mark.skipif(not FORUM.is_dir(), reason="the record is not beside the project")


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    return tomllib.loads((FORUM / "facts.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    text = re.sub(r"\[bookmark: \w+\]", "", (FORUM / "transcript.txt").read_text(encoding="utf-8"))
    return read([Line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()])


def of(found: list[Finding], *whats: What, role: str = "") -> list[Finding]:
    return [one for one in found if one.what in whats and one.role.startswith(role)]


def test_the_head_says_theme_date_time_and_place(found: list[Finding], facts: dict[str, Any]) -> None:
    theme, date, time, place = (one.text for one in of(found, What.THEME, What.DATE, What.TIME, What.PLACE))
    assert theme == facts["event"]["title"].replace("园区", "园")  # the head spells it so
    assert (date, time) == ("2025年3月28日", "上午 09：00-12：20")
    assert place == f"{facts['event']['venue']}·{facts['event']['hall']}"


def test_all_14_guests_are_introduced_in_order_with_organisation_and_title(
    found: list[Finding], facts: dict[str, Any]
) -> None:
    guests = of(found, What.GUEST)
    assert [one.text for one in guests] == [one["name"] for one in facts["guests"]]
    assert [one.title for one in guests] == [one["title"] for one in facts["guests"]]
    for one, fact in zip(guests, facts["guests"], strict=True):
        assert one.honorific == fact.get("honorific", one.honorific)
        assert one.organisation in (fact["organisation"], *fact.get("organisation_variants", ()))


def test_the_organisers_and_the_host_are_read(found: list[Finding], facts: dict[str, Any]) -> None:
    named = [(one.role, one.text) for one in of(found, What.ORGANISER)]
    assert named == [(part["role"], name) for part in facts["event"]["organisers"] for name in part["names"]]
    (host,) = of(found, What.APPEARANCE, role="mc")
    master = facts["master_of_ceremonies"]
    assert (host.text, host.organisation, host.title) == (master["name"], master["organisation"], master["title"])


def test_every_item_that_has_words_in_the_record_is_found(found: list[Finding], facts: dict[str, Any]) -> None:
    kinds = [one["kind"] for one in facts["agenda"] if "the record holds no text" not in one.get("note", "")]
    items = of(found, What.ITEM)
    assert [one.role for one in items] == kinds
    assert sum(one.value or 0 for one in items) == 200
    speakers = [one["people"] for one in facts["agenda"] if one["kind"] in ("remarks", "keynote", "report")]
    spoken = [[one.text] for one in of(found, What.APPEARANCE, role="speaker")]
    assert [each for each in speakers if each not in (["于英杰"], ["辛国斌"])] == spoken
    keynotes = [one["title"] for one in facts["agenda"] if one["kind"] == "keynote"]
    assert [one.text for one in items if one.role == "keynote"] == keynotes


def test_19_times_one_of_18_people_is_on_stage(found: list[Finding], facts: dict[str, Any]) -> None:
    called = [name for item in facts["agenda"] for name in item.get("on_stage", ())]
    stage = of(found, What.STAGE)
    assert [one.text for one in stage] == called
    assert (len(called), len(set(called))) == (19, 18)
    posts = {one["name"]: (one["organisation"], one["title"]) for one in (*facts["guests"], *facts["people"])}
    same = [one for one in stage if (one.organisation, one.title) == posts[one.text]]
    assert len(same) >= 16  # the others stand on stage for a shorter name of their organisation


def test_the_7_pairs_sign_in_order(found: list[Finding], facts: dict[str, Any]) -> None:
    pairs = of(found, What.PAIR)
    assert [one.text for one in pairs] == [one["host"] for one in facts["signings"]]
    for pair, fact in zip(pairs, facts["signings"], strict=True):
        assert pair.second.endswith(fact["guest"].replace(" ", ""))


def test_the_moderator_and_5_panelists_are_named(found: list[Finding], facts: dict[str, Any]) -> None:
    panel = next(one for one in facts["agenda"] if one["kind"] == "roundtable")
    assert [one.text for one in of(found, What.APPEARANCE, role="moderator")] == [panel["moderator"]]
    assert [one.text for one in of(found, What.APPEARANCE, role="panelist")] == panel["people"]
    (ilan,) = (one for one in of(found, What.APPEARANCE, role="panelist") if one.second)
    assert (ilan.second, ilan.more) == ("IlanMaor", "以色列中国商会主席")


def test_the_12_cues_in_brackets_are_found_with_their_kinds(found: list[Finding]) -> None:
    assert [one.role for one in of(found, What.CUE)] == [
        *("video", "on-stage", "launch", "photo", "video", "sign"),
        *("photo", "video", "plaques", "photo", "on-stage", "unveil"),
    ]


def test_the_spoken_counts_are_told_apart(found: list[Finding]) -> None:
    assert [one.value for one in of(found, What.COUNT, role="announced")] == [7, 17, 14]
    assert [one.value for one in of(found, What.COUNT, role="called")] == [17]
    assert {one.value for one in of(found, What.COUNT, role="said")} == {40, 17, 14}
    assert [one.text for one in of(found, What.BATCH)] == ["首批", "第二批"]
    assert [one.value for one in of(found, What.COUNTDOWN)] == [3, 3]
    assert len(of(found, What.STAY)) == 1


def test_whom_the_facts_do_not_name_is_a_mention_only(found: list[Finding], facts: dict[str, Any]) -> None:
    known = {one["name"] for one in (*facts["guests"], *facts["people"])} | {facts["master_of_ceremonies"]["name"]}
    parts = of(found, What.GUEST, What.APPEARANCE, What.STAGE)
    assert {one.text for one in parts} == known
    mentions = [one.text for one in of(found, What.MENTION)]
    assert mentions == ["陈鸿波", "薛其坤", "孙军", "赵中伟"]
    assert not [name for name in mentions if any(same_person(name, other) for other in known)]


def test_everybody_who_speaks_has_turns(found: list[Finding], facts: dict[str, Any]) -> None:
    turns = of(found, What.TURN)
    speakers = {one.text for one in of(found, What.APPEARANCE) if one.role != "mc"}
    assert all(any(same_person(turn.text.split("/")[0], name) for name in speakers) for turn in turns)
    assert len(turns) == 8 + 20


def test_nothing_is_in_it_that_is_not_in_the_record(found: list[Finding]) -> None:
    text = (FORUM / "transcript.txt").read_text(encoding="utf-8")
    assert not [one for one in found if any(part not in one.source for part in one.texts)]
    assert not [one for one in found if one.source not in text]
