"""One day of one forum: inserting, moving, splitting and delaying its items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from forumdesk.domain.agenda import (
    CEREMONIES,
    AgendaItem,
    DelayTooShort,
    ItemElsewhere,
    Rundown,
    SplitOutside,
)
from forumdesk.domain.event import Forum
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock


def day(*items: AgendaItem) -> Rundown:
    for position, item in enumerate(items, start=1):
        item.position = position
    return Rundown.of(Forum(title=Text("分论坛")), items)


def item(name: str, minutes: int = 10, **fields) -> AgendaItem:
    return AgendaItem(title=Text(name), minutes=minutes, **fields)


def again(rundown: Rundown, *new: AgendaItem) -> Rundown:
    """The day as it is read the next time."""
    return Rundown.of(rundown.forum, [*rundown.items, *new])


def plan(rundown: Rundown) -> list[str]:
    times = rundown.times()
    return [f"{clock(time.start)} {each.title}" for time, each in zip(times, rundown.items, strict=True)]


def test_a_day_is_in_order_however_its_items_come():
    a, b, c = item("a", position=1), item("b", position=2), item("c", position=3)
    assert Rundown.of(Forum(), [c, a, b]).items == (a, b, c)


def test_an_item_put_between_two_pushes_what_is_linked_behind():
    a, b = item("a", 10), item("b", 20)
    morning = day(a, b)
    new = item("new", 15)
    morning.put(new, after=a)
    assert plan(again(morning, new)) == ["09:00 a", "09:10 new", "09:25 b"]


def test_a_moved_item_leaves_no_hole_and_a_fixed_start_stays():
    a, b, c, tea = item("a", 10), item("b", 20), item("c", 5), item("tea", fixed_start=600)
    morning = day(a, b, c, tea)
    morning.put(a, after=c)
    assert plan(again(morning)) == ["09:00 b", "09:20 c", "09:25 a", "10:00 tea"]


def test_every_change_of_order_is_another_arrangement():
    a, b = item("a"), item("b")
    morning = day(a, b)
    morning.put(b, after=None)
    assert morning.forum.arrangement == 1
    again(morning).take(a)
    assert morning.forum.arrangement == 2


def test_an_item_put_where_it_stands_changes_nothing_at_all():
    a, b, c = item("a"), item("b"), item("c")
    morning = day(a, b, c)
    morning.put(b, after=a)
    morning.put(b, after=b)
    morning.put(a, after=None)
    assert morning.forum.arrangement == 0
    assert [each.position for each in (a, b, c)] == [1, 2, 3]


def test_an_item_of_another_day_is_nobody_to_stand_behind():
    a, elsewhere = item("a"), item("elsewhere")
    morning = day(a)
    with pytest.raises(ItemElsewhere):
        morning.put(a, after=elsewhere)
    assert morning.forum.arrangement == 0


def test_what_follows_a_removed_item_closes_up():
    a, b, c = item("a", 10), item("b", 20), item("c", 5)
    morning = day(a, b, c)
    morning.take(b)
    assert [each.position for each in (a, c)] == [1, 2]
    assert plan(Rundown.of(morning.forum, [a, c])) == ["09:00 a", "09:10 c"]


def test_a_split_item_keeps_its_length_in_two_parts():
    a, b = item("a", 30), item("b")
    morning = day(a, b)
    rest = item("rest of a")
    morning.split(a, 20, rest)
    assert (a.minutes, rest.minutes) == (20, 10)
    assert plan(again(morning, rest)) == ["09:00 a", "09:20 rest of a", "09:30 b"]


@pytest.mark.parametrize("minutes", [0, 30, 31, -1])
def test_an_item_is_split_inside_its_own_length_only(minutes):
    a, rest = item("a", 30), item("rest")
    with pytest.raises(SplitOutside) as refusal:
        day(a).split(a, minutes, rest)
    assert refusal.value.facts == {"minutes": minutes, "length": 30}
    assert a.minutes == 30


def test_a_delay_is_tried_without_being_written():
    a, b = item("a"), item("b", gap=15)
    morning = day(a, b)
    assert [slot.gap for slot in morning.delayed(a, 10)] == [10, 5]
    assert (a.gap, b.gap, morning.forum.arrangement) == (0, 15, 0)


def test_an_applied_delay_is_absorbed_by_gaps_but_not_by_a_changeover():
    a, changeover, tea = item("a"), item("b", gap=5, protected=True), item("tea", gap=20)
    morning = day(a, changeover, tea)
    morning.delay(a, 10)
    assert [each.gap for each in (a, changeover, tea)] == [10, 5, 10]
    assert morning.forum.arrangement == 0  # the order is what it was


def test_delaying_a_fixed_item_moves_its_fixed_start():
    a = item("a", fixed_start=600)
    day(a).delay(a, 25)
    assert (a.fixed_start, a.gap) == (625, 0)


def test_a_delay_is_at_least_a_minute():
    a = item("a")
    with pytest.raises(DelayTooShort):
        day(a).delay(a, 0)


def test_only_ceremonial_items_own_a_ceremony():
    assert set(CEREMONIES) == {"launch", "signing", "plaque", "unveiling"}


@given(some.lists(some.integers(1, 60), min_size=1, max_size=8), some.data())
def test_moving_never_changes_how_long_a_day_of_linked_items_takes(lengths, data):
    items = [item(str(number), length) for number, length in enumerate(lengths)]
    morning = day(*items)
    moved = data.draw(some.sampled_from(items))
    morning.put(moved, after=data.draw(some.sampled_from([None, *items])))
    assert again(morning).times()[-1].end == 540 + sum(lengths)
