"""Scripts of other forums, in other manners: what stands in them is found, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.reading import read
from rules.script.invented import EVERY, PORTS, SNOW, Invented, lines_of


def of(found: list[Finding], *whats: What) -> list[Finding]:
    return [one for one in found if one.what in whats]


@pytest.fixture(params=EVERY)
def script(request: pytest.FixtureRequest) -> Invented:
    return EVERY[request.param]


def test_head_guests_and_items_are_found(script: Invented) -> None:
    found = read(script.lines)
    assert tuple(one.text for one in of(found, What.THEME, What.DATE, What.TIME, What.PLACE)) == script.head
    assert tuple((one.text, one.organisation, one.title) for one in of(found, What.GUEST)) == script.guests
    assert tuple(one.role for one in of(found, What.ITEM)) == script.items


def test_who_speaks_stands_on_stage_and_sits_on_the_panel(script: Invented) -> None:
    found = read(script.lines)
    cast = of(found, What.APPEARANCE)
    assert tuple(one.text for one in cast if one.role == "speaker") == script.speakers
    assert tuple(one.text for one in cast if one.role in ("moderator", "panelist")) == script.panel
    assert tuple(one.text for one in of(found, What.STAGE)) == script.stage


def test_pairs_cues_and_announced_counts_are_found(script: Invented) -> None:
    found = read(script.lines)
    assert tuple((one.text, one.second) for one in of(found, What.PAIR)) == script.pairs
    assert tuple(one.text for one in of(found, What.CUE)) == script.cues
    assert tuple(one.value for one in of(found, What.COUNT) if one.role == "announced") == script.announced
    assert tuple(one.text for one in of(found, What.MENTION)) == script.mentions


def test_a_name_spelt_otherwise_above_a_turn_is_told() -> None:
    assert [one.text for one in of(read(PORTS.lines), What.SPELLING)] == ["玛丽亚·科斯达"]


def test_what_the_times_of_the_head_leave_goes_to_those_who_speak() -> None:
    items = of(read(SNOW.lines), What.ITEM)
    minutes = {one.role: one.value or 0 for one in items}
    assert sum(minutes.values()) == 150
    assert min(minutes["remarks"], minutes["keynote"]) > 60
    assert max(minutes["signing"], minutes["plaque"]) < 5


@pytest.mark.parametrize(
    "text",
    [
        "主持人：有请" + "部长张三、" * 4000,
        "主持人：" + "（" * 20_000,
        "MC: " + "Abc " * 5000,
        "主持人：有请" + " 张" * 10_000,
    ],
    ids=["people", "brackets", "words", "gaps"],
)
def test_a_paragraph_without_an_end_is_read_in_pieces(text: str) -> None:
    assert of(read(lines_of(text)), What.LINE)


@pytest.mark.parametrize("text", ["", "？", "主持人：", "（合影）", "主持人：有请", "A: B", "：", "一、签约仪式\n与"])
def test_next_to_nothing_is_read_too(text: str) -> None:
    assert all(part in one.source for one in read(lines_of(text)) for part in one.texts)


PIECES = [line.text for script in EVERY.values() for line in script.lines]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=60)), max_size=25))
def test_every_string_of_a_reading_stands_in_the_line_it_names(pieces: list[str]) -> None:
    lines = lines_of("\n".join(pieces))
    texts = {line.number: line.text for line in lines}
    for one in read(lines):
        assert one.source in texts[one.line]
        assert all(part in one.source for part in one.texts)


@given(st.text(alphabet="主持人：有请、与（）“”《》,.:;()A张三李四副主任长园和一二3\n 　", max_size=300))
def test_any_order_of_its_signs_is_read(text: str) -> None:
    lines = lines_of(text)
    assert all(part in one.source for one in read(lines) for part in one.texts)
