"""Several boxes at once: lined up, spread, moved together, brought to the front, copied."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.documents.cards import arranging, editing
from forumdesk.documents.cards.fill import Manner
from forumdesk.documents.cards.layout import Layout, Rectangle, TextBox
from forumdesk.documents.themes import Area

ZH = Manner(("zh", "en"), ("zh",))
AREAS = [Area(10.0, 20.0, 30.0, 10.0), Area(50.0, 5.0, 20.0, 40.0), Area(90.0, 60.0, 5.0, 5.0)]
areas = st.builds(Area, *(st.integers(-500, 500).map(float),) * 2, *(st.integers(1, 300).map(float),) * 2)


def lay_out(*elements: Any) -> Layout:
    return Layout(kind="badge", title={}, width=100.0, height=140.0, elements=elements)


def moved(shifts: list[arranging.Shift], before: list[Area]) -> list[Area]:
    return [each._replace(x=each.x + by[0], y=each.y + by[1]) for each, by in zip(before, shifts, strict=True)]


@pytest.mark.parametrize("line", arranging.LINES)
def test_boxes_that_are_lined_up_share_that_edge_or_axis_with_what_holds_them(line: Any) -> None:
    whole = arranging.around(AREAS)
    assert whole == Area(10.0, 5.0, 85.0, 60.0)
    side, part = arranging.LINES[line]
    after = moved(arranging.lined_up(AREAS, line, whole), AREAS)
    assert {each[side] + part * each[side + 2] for each in after} == {whole[side] + part * whole[side + 2]}
    assert [each[1 - side] for each in after] == [each[1 - side] for each in AREAS]


@given(st.lists(areas, min_size=3, max_size=6, unique=True), st.sampled_from([0, 1]))
def test_boxes_that_are_spread_have_equal_gaps_in_their_old_order(before: list[Area], side: int) -> None:
    after = moved(arranging.spread(before, side), before)
    order = sorted(range(len(before)), key=lambda place: before[place][side] + before[place][side + 2] / 2)
    gaps = [after[right][side] - (after[left][side] + after[left][side + 2]) for left, right in pairwise(order)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps))
    first, last = after[order[0]], after[order[-1]]
    whole = arranging.around(before)
    assert first[side] == pytest.approx(whole[side])
    assert last[side] + last[side + 2] == pytest.approx(whole[side] + whole[side + 2])


def test_a_text_that_hangs_below_another_goes_along_once() -> None:
    head = TextBox(x=50.0, y=20.0, width=40.0, text="{name}")
    hanging = TextBox(x=50.0, below=6.0, width=40.0, text="{post}")
    layout = lay_out(head, hanging)
    both = arranging.shifted(layout, ZH, {0: (1.0, 4.0), 1: (1.0, 4.0)})
    assert [(each.x, each.y, each.below) for each in both.elements] == [(51.0, 24.0, 0.0), (51.0, 0.0, 6.0)]
    second = arranging.shifted(layout, ZH, {1: (0.0, 4.0)})
    assert [each.below for each in second.elements] == [0.0, 10.0]
    apart = arranging.shifted(layout, ZH, {0: (0.0, 4.0), 1: (0.0, 6.0)})
    assert [each.below for each in apart.elements] == [0.0, 8.0]


def test_boxes_go_to_the_front_and_back_in_their_own_order() -> None:
    layout = lay_out(*(Rectangle(x=float(number), y=0.0, width=1.0, height=1.0) for number in range(5)))

    def order(made: Layout) -> list[float]:
        return [each.x for each in made.elements]

    one_up, places = arranging.restacked(layout, (1, 2), 1)
    assert (order(one_up), places) == ([0, 3, 1, 2, 4], (2, 3))
    front, places = arranging.restacked(layout, (0, 2), 5)
    assert (order(front), places) == ([1, 3, 4, 0, 2], (3, 4))
    back, places = arranging.restacked(layout, (4, 2), -5)
    assert (order(back), places) == ([2, 4, 0, 1, 3], (1, 0))
    assert arranging.restacked(layout, (4,), 1) == (layout, (4,))
    assert arranging.without(layout, {0, 3}).elements == (layout.elements[1], layout.elements[2], layout.elements[4])


def test_a_copy_lies_a_little_apart_above_all_others_and_hangs_below_nothing() -> None:
    hanging = TextBox(x=50.0, below=6.0, width=40.0, text="{post}", align="left")
    layout = lay_out(TextBox(x=50.0, y=20.0, width=40.0, text="{name}"), hanging)
    stands = Area(50.0, 33.0, 40.0, editing.area(hanging, ZH).height)
    made, places = arranging.copied(layout, ZH, {1: stands})
    assert places == (2,)
    assert made.elements[:2] == layout.elements
    apart = arranging.COPY_APART
    after, wanted = editing.area(made.elements[2], ZH), stands._replace(x=50.0 + apart, y=33.0 + apart)
    assert tuple(after) == pytest.approx(tuple(wanted), abs=0.01)
