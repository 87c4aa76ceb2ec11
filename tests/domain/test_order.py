"""Siblings keep their places: 1, 2, 3 … within their list."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as some

from forumdesk.domain.order import NotInThisList, number, placed, put


@dataclass(eq=False)
class Place:
    name: str
    position: int = 0
    written: int = 0

    def __setattr__(self, field: str, value: object) -> None:
        object.__setattr__(self, field, value)
        if field == "position":
            object.__setattr__(self, "written", getattr(self, "written", -1) + 1)


def row(names: str) -> list[Place]:
    return [Place(name, position) for position, name in enumerate(names, start=1)]


def names(siblings: list[Place]) -> str:
    return "".join(each.name for each in sorted(siblings, key=lambda each: each.position))


def test_one_moves_behind_another():
    siblings = row("abc")
    put(siblings, siblings[0], after=siblings[1])
    assert names(siblings) == "bac"


def test_behind_nobody_is_first():
    siblings = row("abc")
    put(siblings, siblings[2], after=None)
    assert names(siblings) == "cab"


def test_a_new_one_takes_its_place_among_the_others():
    siblings = row("ab")
    new = Place("x")
    put(siblings, new, after=siblings[0])
    assert names([*siblings, new]) == "axb"


def test_behind_itself_one_stays_where_it_is():
    siblings = row("abc")
    put(siblings, siblings[1], after=siblings[1])
    assert names(siblings) == "abc"


def test_a_stranger_is_nobody_to_stand_behind():
    siblings = row("ab")
    with pytest.raises(NotInThisList) as refusal:
        put(siblings, siblings[0], after=Place("stranger"))
    assert refusal.value.code == "not-in-this-list"
    assert names(siblings) == "ab"


def test_only_the_positions_that_differ_are_written():
    a, b, c, d = siblings = row("abcd")
    for each in siblings:
        each.written = 0
    put(siblings, d, after=b)
    assert [each.written for each in (a, b, c, d)] == [0, 0, 1, 1]


def test_numbering_closes_the_gaps_that_a_removal_left():
    siblings = [Place("a", 2), Place("b", 2), Place("c", 9)]
    number(siblings)
    assert [each.position for each in siblings] == [1, 2, 3]


@given(some.integers(1, 8), some.data())
def test_wherever_one_is_put_it_stands_right_behind_the_one_it_was_to_follow(count, data):
    siblings = row("abcdefgh"[:count])
    one = data.draw(some.sampled_from(siblings))
    after = data.draw(some.sampled_from([None, *(each for each in siblings if each is not one)]))
    order = placed(siblings, one, after)
    assert order.index(one) == (0 if after is None else order.index(after) + 1)
    assert [each for each in order if each is not one] == [each for each in siblings if each is not one]
