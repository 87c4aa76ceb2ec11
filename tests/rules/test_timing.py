"""Times of an agenda: linked and fixed starts, gaps, overlaps, delays."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.timing import Placed, Slot, clock, delay, lay_out

minutes = st.integers(0, 180)
linked = st.builds(Slot, minutes, gap=st.integers(0, 30), protected=st.booleans())
fixed = st.builds(Slot, minutes, gap=st.integers(0, 30), fixed_start=st.integers(0, 2000), protected=st.booleans())
days = st.lists(linked | fixed, max_size=12)


@st.composite
def delayed_days(draw):
    slots = draw(st.lists(linked | fixed, min_size=1, max_size=12))
    return slots, draw(st.integers(0, len(slots) - 1)), draw(st.integers(1, 90))


# ---- laying out ---------------------------------------------------------------------------------


def test_a_morning_of_linked_items_follows_on_without_a_break():
    assert lay_out([Slot(8), Slot(8), Slot(14)]) == [
        Placed(540, 548, gap=0, overlap=0),
        Placed(548, 556, gap=0, overlap=0),
        Placed(556, 570, gap=0, overlap=0),
    ]


def test_an_empty_day_has_no_times():
    assert lay_out([]) == []


def test_the_first_linked_item_starts_at_the_start_of_the_day_and_its_gap():
    assert lay_out([Slot(10, gap=15)], day_start=14 * 60) == [Placed(855, 865, gap=15, overlap=0)]


def test_a_fixed_start_leaves_a_gap_after_a_short_morning():
    assert lay_out([Slot(30), Slot(20, fixed_start=600)])[1] == Placed(600, 620, gap=30, overlap=0)


def test_a_fixed_start_overlaps_when_the_morning_is_too_long():
    assert lay_out([Slot(75), Slot(20, fixed_start=600)])[1] == Placed(600, 620, gap=0, overlap=15)


def test_a_linked_item_follows_a_fixed_one_wherever_that_lies():
    assert lay_out([Slot(75), Slot(20, fixed_start=600), Slot(5)])[2].start == 620


def test_a_protected_gap_before_a_fixed_start_counts_as_time_that_is_needed():
    squeezed = [Slot(55), Slot(20, gap=10, fixed_start=600, protected=True)]
    assert lay_out(squeezed)[1] == Placed(600, 620, gap=5, overlap=5)


def test_an_unprotected_gap_before_a_fixed_start_may_vanish_silently():
    assert lay_out([Slot(55), Slot(20, gap=10, fixed_start=600)])[1] == Placed(600, 620, gap=5, overlap=0)


def test_a_long_item_overlaps_all_it_outlasts_and_not_only_the_next():
    long, short, after = lay_out([Slot(120), Slot(10, fixed_start=600), Slot(10)])
    assert (long.end, short.overlap, after.start, after.overlap) == (660, 60, 610, 50)


def test_the_first_item_of_a_day_overlaps_nothing_however_early_it_is_fixed():
    early, after = lay_out([Slot(20, gap=30, fixed_start=480, protected=True), Slot(10)])
    assert early == Placed(480, 500, gap=0, overlap=0)
    assert after == Placed(500, 510, gap=0, overlap=0)


def test_a_fixed_start_past_midnight_goes_on_counting():
    assert lay_out([Slot(60, fixed_start=1410), Slot(30)])[1] == Placed(1470, 1500, gap=0, overlap=0)


@pytest.mark.parametrize("wrong", [{"minutes": -1}, {"minutes": 5, "gap": -1}, {"minutes": 5, "fixed_start": -1}])
def test_nothing_in_a_slot_is_negative(wrong):
    with pytest.raises(ValueError, match="at least 0"):
        Slot(**wrong)


@given(st.lists(st.builds(Slot, minutes), min_size=1), st.integers(0, 1440))
def test_linked_items_without_gaps_are_contiguous(slots, day_start):
    placed = lay_out(slots, day_start)
    assert placed[0].start == day_start
    assert all(one.end == two.start for one, two in pairwise(placed))


@given(days)
def test_every_item_keeps_its_length_its_fixed_start_and_a_gap_or_an_overlap_that_add_up(slots):
    latest = None
    for slot, item in zip(slots, lay_out(slots), strict=True):
        assert item.end - item.start == slot.minutes
        assert slot.fixed_start in (None, item.start)
        if latest is not None:
            assert item.gap == max(0, item.start - latest)
            assert item.overlap >= max(0, latest - item.start)
        latest = max(latest or item.end, item.end)


@given(days, days)
def test_times_depend_only_on_what_lies_in_front(slots, others):
    assert lay_out(slots + others)[: len(slots)] == lay_out(slots)


@given(st.lists(linked, max_size=12))
def test_a_day_without_fixed_starts_has_no_overlaps_and_every_gap_it_wants(slots):
    placed = lay_out(slots)
    assert [item.gap for item in placed] == [slot.gap for slot in slots]
    assert not any(item.overlap for item in placed)


# ---- a delay ------------------------------------------------------------------------------------


def test_a_delay_is_absorbed_by_the_coffee_break_and_leaves_the_rest_where_it_was():
    morning = [Slot(30), Slot(30), Slot(30, gap=20), Slot(30)]
    late = lay_out(delay(morning, 1, 15))
    assert [item.start for item in lay_out(morning)] == [540, 570, 620, 650]
    assert [item.start for item in late] == [540, 585, 620, 650]


def test_what_the_break_cannot_absorb_moves_the_rest():
    assert [s.gap for s in delay([Slot(30), Slot(30, gap=10), Slot(30, gap=2)], 0, 15)] == [15, 0, 0]


def test_a_protected_changeover_survives_the_delay():
    slots = [Slot(30), Slot(30, gap=10, protected=True), Slot(30, gap=5)]
    assert [slot.gap for slot in delay(slots, 0, 4)] == [4, 10, 1]


def test_a_fixed_start_stays_and_the_delay_shows_as_an_overlap():
    slots = [Slot(60), Slot(30, fixed_start=600), Slot(30, gap=10)]
    late = delay(slots, 0, 7)
    assert late[1:] == slots[1:]
    assert lay_out(late)[1].overlap == 7


def test_a_fixed_item_that_is_late_itself_moves_its_fixed_start():
    late = delay([Slot(60), Slot(30, fixed_start=600), Slot(30)], 1, 12)
    assert late[1] == Slot(30, fixed_start=612)
    assert lay_out(late)[2].start == 642


def test_trying_a_delay_leaves_the_agenda_as_it_is():
    slots = [Slot(30), Slot(30, gap=10)]
    delay(slots, 0, 5)
    assert slots == [Slot(30), Slot(30, gap=10)]


@pytest.mark.parametrize(("index", "late"), [(0, 0), (0, -5), (-1, 5), (2, 5)])
def test_a_delay_needs_a_minute_and_an_item_that_is_there(index, late):
    with pytest.raises(ValueError, match=r"delay|no item"):
        delay([Slot(10), Slot(10)], index, late)


@given(delayed_days())
def test_a_delay_moves_its_item_by_just_that_much_and_none_earlier(case):
    slots, index, late = case
    before, after = lay_out(slots), lay_out(delay(slots, index, late))
    assert after[index].start == before[index].start + late
    assert after[:index] == before[:index]
    assert all(new.start >= old.start for old, new in zip(before, after, strict=True))


@given(delayed_days())
def test_a_delay_leaves_lengths_and_protected_gaps_alone(case):
    slots, index, late = case
    for place, (old, new) in enumerate(zip(slots, delay(slots, index, late), strict=True)):
        assert (new.minutes, new.protected) == (old.minutes, old.protected)
        if old.protected:
            assert new.gap >= old.gap
        if place != index:
            assert new.fixed_start == old.fixed_start


@given(
    st.lists(linked, min_size=2, max_size=10).filter(lambda day: any(s.gap and not s.protected for s in day[1:])),
    st.data(),
)
def test_a_delay_with_enough_unprotected_gap_leaves_the_end_of_the_day_unchanged(slots, data):
    spare = sum(slot.gap for slot in slots[1:] if not slot.protected)
    late = delay(slots, 0, data.draw(st.integers(1, spare)))
    assert lay_out(late)[-1].end == lay_out(slots)[-1].end


# ---- clock and spoken length --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after_midnight", "written"),
    [(0, "00:00"), (540, "09:00"), (1439, "23:59"), (1440, "00:00"), (1470, "00:30")],
)
def test_the_clock_writes_two_digits_and_begins_again_at_midnight(after_midnight, written):
    assert clock(after_midnight) == written
