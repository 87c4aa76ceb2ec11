"""Changing a layout by hand: what is seen is what changes, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from forumdesk.documents.cards import editing
from forumdesk.documents.cards.fill import Manner, varied, worded
from forumdesk.documents.cards.layout import Layout, QrCode, Rectangle, RingBox, Rule, TextBox, Variant
from forumdesk.documents.themes import Area

PAIR = ("zh", "en")
ZH, EN, BOTH = (Manner(PAIR, codes) for codes in (("zh",), ("en",), PAIR))
BOX = TextBox(x=50.0, y=20.0, width=40.0, text="{name}", lines=2, pitch=6.0)


def text(element: Any) -> TextBox:
    """The same, known to be a text box."""
    assert isinstance(element, TextBox)
    return element


@pytest.mark.parametrize(("align", "begins"), [("left", 50.0), ("centre", 30.0), ("right", 10.0)])
def test_a_text_box_lies_where_its_text_is_aligned_about(align: Any, begins: float) -> None:
    made = editing.area(replace(BOX, align=align), ZH)
    assert (made.x, made.width) == (begins, 40.0)
    assert made.y < 20.0 < made.y + made.height


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_a_text_aligned_in_another_way_keeps_its_room(align: Any) -> None:
    made = editing.aligned(BOX, ZH, align)
    assert text(made).align == align
    assert editing.area(made, ZH) == editing.area(BOX, ZH)


def test_what_western_writing_has_of_its_own_is_changed_for_it_alone() -> None:
    box = replace(BOX, size=20.0, west=Variant(size=14.0))
    in_english = text(editing.changed(box, EN, size=12.0, colour="accent"))
    assert varied(in_english, ZH).size == 20.0
    assert varied(in_english, EN).size == 12.0
    assert varied(in_english, ZH).colour == "accent"
    assert text(editing.changed(box, ZH, size=18.0)).west == Variant(size=14.0)


def test_on_a_page_in_two_languages_a_box_is_moved_there_alone_if_it_stands_elsewhere_there() -> None:
    box = replace(BOX, both=Variant(y=84.0))
    moved = text(editing.moved(box, BOTH, 1.0, 2.0))
    assert (moved.x, moved.y, varied(moved, BOTH).y) == (51.0, 20.0, 86.0)


def test_text_in_each_language_is_changed_in_the_one_that_is_seen() -> None:
    box = replace(BOX, text={"zh": "感谢状", "en": "Thanks"})
    changed = editing.reworded(box, EN, "With thanks")
    assert (worded(changed, ZH), worded(changed, EN)) == ("感谢状", "With thanks")
    assert editing.reworded(BOX, EN, "{post}").text == "{post}"


def test_a_text_that_hangs_below_others_hangs_deeper() -> None:
    hanging = replace(BOX, y=0.0, below=6.0)
    moved = text(editing.moved(hanging, ZH, 0.0, 2.5))
    assert (moved.below, moved.y) == (8.5, 0.0)
    assert text(editing.moved(hanging, ZH, 0.0, -9.0)).below > 0


def test_a_text_box_pulled_down_holds_more_lines() -> None:
    before = editing.area(BOX, ZH)
    made = text(editing.resized(BOX, ZH, before._replace(height=before.height + 11.0, width=60.0)))
    assert (made.lines, made.width, editing.left(made)) == (4, 60.0, before.x)


@pytest.mark.parametrize(
    "element",
    [
        Rectangle(x=10.0, y=10.0, width=30.0, height=20.0),
        RingBox(x=20.0, y=20.0, radius=10.0),
        QrCode(x=10.0, y=10.0, size=20.0),
        Rule(x=10.0, y=10.0, width=30.0),
    ],
)
def test_what_is_moved_or_resized_takes_the_room_it_was_given(element: Any) -> None:
    before = editing.area(element, ZH)
    assert editing.area(editing.moved(element, ZH, 3.0, -4.0), ZH) == before._replace(x=before.x + 3, y=before.y - 4)
    wanted = before._replace(width=40.0, height=40.0)
    assert editing.area(editing.resized(element, ZH, wanted), ZH) == wanted


def test_nothing_gets_so_small_that_it_could_not_be_taken_hold_of_again() -> None:
    made = editing.resized(Rectangle(x=10.0, y=10.0, width=30.0, height=20.0), ZH, Area(10.0, 10.0, -5.0, 0.0))
    assert editing.area(made, ZH) == Area(10.0, 10.0, editing.SMALLEST, editing.SMALLEST)


def test_elements_are_added_on_top_of_each_other() -> None:
    layout = Layout(kind="badge", title={}, width=100.0, height=140.0)
    for kind in editing.KINDS:
        layout = editing.with_new(layout, editing.fresh(kind, layout, "Text"))
    assert [editing.kind_of(element) for element in layout.elements] == list(editing.KINDS)
    assert Layout.from_json(layout.to_json()) == layout
