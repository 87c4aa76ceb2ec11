"""Double bookings of people and halls across parallel forums."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.clashes import Clash, Use, double_booked

DAY = datetime.date(2025, 3, 28).toordinal() * 1440


@st.composite
def use(draw):
    start = draw(st.integers(0, 40))
    end = start + draw(st.integers(0, 15))
    return Use(draw(st.sampled_from("AB")), start, end, draw(st.sampled_from(["x", "y", "z"])), draw(st.integers()))


def test_a_speaker_in_two_forums_at_once_is_double_booked():
    remarks = Use("艾巴·伦德", DAY + 548, DAY + 556, "主论坛", "致辞", "Remarks")
    talk = Use("艾巴·伦德", DAY + 550, DAY + 570, "园区论坛", "报告", "Talk")
    (clash,) = double_booked([talk, remarks])
    assert clash == Clash(remarks, talk)
    assert (clash.start, clash.end) == (DAY + 550, DAY + 556)


def test_two_forums_cannot_hold_one_hall():
    uses = [Use("畅春厅", 540, 740, "A", "A"), Use("畅春厅", 600, 660, "B", "B")]
    assert [(clash.start, clash.end) for clash in double_booked(uses)] == [(600, 660)]


def test_back_to_back_is_no_clash():
    assert double_booked([Use("周力", 540, 570, "A", 1), Use("周力", 570, 600, "B", 2)]) == []


def test_one_forum_may_use_a_person_twice_at_a_time():
    assert double_booked([Use("张洋", 540, 600, "A", 1), Use("张洋", 540, 600, "A", 2)]) == []


def test_different_people_do_not_clash():
    assert double_booked([Use("张洋", 540, 600, "A", 1), Use("周力", 540, 600, "B", 2)]) == []


def test_what_takes_no_time_clashes_with_nothing():
    assert double_booked([Use("张洋", 550, 550, "A", 1), Use("张洋", 540, 600, "B", 2)]) == []


def test_days_are_far_apart():
    assert (
        double_booked([Use("张洋", DAY + 540, DAY + 600, "A", 1), Use("张洋", DAY + 1980, DAY + 2040, "B", 2)]) == []
    )


def test_a_programme_past_midnight_clashes_with_the_next_morning():
    night, morning = Use("张洋", DAY + 1380, DAY + 1530, "A", 1), Use("张洋", DAY + 1440, DAY + 1500, "B", 2)
    assert double_booked([night, morning]) == [Clash(night, morning)]


def test_three_forums_at_once_are_three_clashes_in_the_order_they_happen():
    uses = [Use("张洋", 540 + n, 600, "ABC"[n], n) for n in range(3)]
    pairs = [(clash.first.what, clash.second.what) for clash in double_booked(uses)]
    assert pairs == [(0, 1), (0, 2), (1, 2)]


def test_who_and_where_may_be_anything_that_can_be_told_apart():
    clashes = double_booked([Use(("hall", 1), 0, 10, 1, None), Use(("hall", 1), 5, 15, "B", object())])
    assert len(clashes) == 1


def test_an_end_before_its_start_is_refused():
    with pytest.raises(ValueError, match="ends before"):
        Use("张洋", 600, 540, "A", "talk")


@given(st.lists(use(), max_size=25))
def test_the_sweep_finds_what_comparing_every_pair_finds(uses):
    expected = Counter(
        frozenset((one, other))
        for one, other in combinations(uses, 2)
        if one.who == other.who and one.where != other.where and max(one.start, other.start) < min(one.end, other.end)
    )
    found = double_booked(uses)
    assert Counter(frozenset((clash.first, clash.second)) for clash in found) == expected
    assert all(clash.first.start <= clash.second.start == clash.start < clash.end for clash in found)
    assert [clash.start for clash in found] == sorted(clash.start for clash in found)
