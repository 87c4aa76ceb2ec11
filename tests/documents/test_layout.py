"""Layouts as data: what they hold, and what no layout may say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from documents.forum_facts import GUESTS, THANKS
from documents.placing import placed
from forumdesk.documents.cards.compose import Piece, composed
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.kinds import KINDS, OCCASION
from forumdesk.documents.cards.layout import Layout, UnfitLayout, UnknownColour, UnknownField
from forumdesk.documents.cards.shipped import layouts, usual
from forumdesk.documents.model import Label
from forumdesk.documents.themes import THEMES

NAME = {"type": "text", "x": 10, "y": 20, "width": 80, "text": "{name}"}


def layout(*elements: dict[str, Any], **page: Any) -> Layout:
    """A small badge with these elements."""
    return Layout.of({"kind": "badge", "title": {}, "width": 100, "height": 140, "elements": list(elements), **page})


def labels(made: Layout, languages: str = "zh", guest: int = 0) -> list[tuple[float, str]]:
    """The texts on one badge and their baselines."""
    (stack,) = placed("badge", languages, GUESTS[guest : guest + 1], layout=made).body
    elements = (*stack.art, *stack.cards[0].elements)
    return [(each.y, each.spans[0].text) for each in elements if isinstance(each, Label)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_layout_and_samples_that_fill_it(kind: str) -> None:
    shared = {name: field.sample for name, field in OCCASION.items()}
    document = composed(
        usual(kind), shared, [Piece("sample", KINDS[kind].sample)], Manner(("zh", "en"), ("zh", "en"))
    )
    assert document.body[0].cards[0].elements


@pytest.mark.parametrize("name", layouts())
def test_a_layout_reads_what_it_writes(name: str) -> None:
    assert Layout.from_json(layouts()[name].to_json()) == layouts()[name]


@pytest.mark.parametrize(
    "text", ["{password}", "{name.first}", "{name!r}", "{name:>9}", "{0}", "{}", "{{name}}", "{name", "{__class__}"]
)
def test_a_layout_asks_for_nothing_but_the_fields_of_its_kind(text: str) -> None:
    with pytest.raises(UnknownField, match=r"\{organisation\}"):
        labels(layout({**NAME, "text": text}))


@pytest.mark.parametrize("text", ["{password}", "{name.first}"])
def test_codes_pictures_colours_and_conditions_are_held_to_the_same_fields(text: str) -> None:
    place = {"x": 1, "y": 1}
    for element in (
        {"type": "qr", "size": 10, "text": text, **place},
        {"type": "picture", "width": 10, "height": 10, "source": text, **place},
        {**NAME, "needs": [text]},
    ):
        with pytest.raises(UnknownField):
            labels(layout(element))
    with pytest.raises((UnknownField, UnknownColour)):
        labels(layout({**NAME, "colour": text}))


def test_a_colour_is_one_of_the_theme_s_or_written_out() -> None:
    labels(layout({**NAME, "colour": "accent"}, {**NAME, "colour": "#12ABEF"}))
    with pytest.raises(UnknownColour, match="puce"):
        labels(layout({**NAME, "colour": "puce"}))


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"width": 5}, "width"),
        ({"width": float("nan")}, "finite"),
        ({"elements": [{**NAME, "font": "x"}]}, "font"),
        ({"elements": [{"type": "script"}]}, "script"),
        ({"elements": [{**NAME, "size": 1e9}]}, "size"),
        ({"elements": [NAME] * 301}, "elements"),
        ({"panels": ["sideways"]}, "sideways"),
    ],
)
def test_what_is_no_layout_is_refused_with_the_place_that_is_wrong(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnfitLayout, match=reason):
        Layout.of({"kind": "badge", "title": {}, "width": 100, "height": 140, **values})
    with pytest.raises(UnfitLayout):
        Layout.from_json("no json")


def test_boxes_whose_fields_say_nothing_vanish_and_those_below_move_up() -> None:
    made = layout(
        NAME, {**NAME, "text": "{native}", "below": 7}, {**NAME, "text": "{title}", "below": 7},
        {**NAME, "y": 90, "text": "座位 {seat}"},
    )  # fmt: skip
    assert labels(made, guest=1) == [(20, "金賢坤"), (27, "김현곤"), (34, "院长")]
    assert labels(made, guest=0) == [(20, "张　洋"), (27, "业务负责人"), (90, "座位 3-12")]


def test_elements_stand_for_one_language_or_two_and_say_it_in_theirs() -> None:
    made = layout(
        {**NAME, "when": "one", "text": {"zh": "一种", "en": "one"}},
        {**NAME, "when": "two", "text": {"zh": "两种", "both": "两种 two"}},
        {**NAME, "language": "second", "text": "{name}"},
        {**NAME, "text": "{title} · {title:second}"},
        {**NAME, "both": {"y": 55}},
    )
    assert [text for _, text in labels(made, "en")] == ["one", "Head of Cooperation · 业务负责人", "Zhang Yang"]
    assert labels(made, "both")[0] == (20, "两种 two")
    assert (20, "Zhang Yang") in labels(made, "both")
    assert (55, "张　洋") in labels(made, "both")


def test_a_field_may_need_another_one_or_stand_in_for_it() -> None:
    made = usual("thanks")
    with_talk, without = (
        [each.spans[0].text for each in placed("thanks", "zh", (THANKS[at],)).body[0].cards[0].elements[2:3]]
        for at in (0, 2)
    )
    assert "题为" in with_talk[0]
    assert "并发表演讲" in without[0]
    assert made.kind == "thanks"


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_changes_type_ornament_and_colour_and_no_word(theme: str) -> None:
    sober, other = placed("thanks", "both"), placed("thanks", "both", theme=THEMES[theme])

    def words(document: Any) -> list[str]:
        return [
            each.spans[0].text
            for each in (*document.body[0].art, *document.body[0].cards[0].elements)
            if isinstance(each, Label)
        ]

    assert words(sober) == words(other)
    if theme != "sober":
        assert dict(sober.colours) != dict(other.colours)
        assert sober.body[0].art[:4] != other.body[0].art[:4]
    assert placed("thanks", theme=THEMES[theme].with_accent("#123456")).colours["accent"] == "#123456"


def test_layouts_are_kept_as_json_that_people_can_compare() -> None:
    values = json.loads(usual("badge").to_json())
    assert values["kind"] == "badge"
    assert values["elements"][0]["type"] == "rectangle"
