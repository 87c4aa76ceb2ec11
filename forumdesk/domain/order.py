"""Keeping siblings in order: positions 1, 2, 3 … within their parent."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Protocol, TypeVar

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP


class NotInThisList(RuleBroken):
    """Things are placed behind one of their own list: an item's, a batch's, a person's."""

    code = "not-in-this-list"
    sentence = NOOP("It can only be placed behind something of the same list.")


class Ordered(Protocol):
    """Anything with a place among its siblings."""

    position: int


T = TypeVar("T", bound=Ordered)
K = TypeVar("K", bound=Hashable)


def placed(siblings: Sequence[T], one: T, after: T | None) -> list[T]:
    """The siblings with `one` behind `after`, or first where that is None; behind itself it stays where it is.

    Raises `NotInThisList` where `after` is none of them.
    """
    if after is not None and after not in siblings:
        raise NotInThisList
    if after is one:
        return list(siblings)
    rest = [sibling for sibling in siblings if sibling is not one]
    place = 0 if after is None else rest.index(after) + 1
    return [*rest[:place], one, *rest[place:]]


def put(siblings: Sequence[T], one: T, after: T | None) -> None:
    """Place `one` behind `after`, as `placed` does, and number everybody anew."""
    number(placed(siblings, one, after))


def number(siblings: Sequence[T]) -> None:
    """Give positions 1 … n in the sequence's order; only those that differ are written and journalled."""
    for position, sibling in enumerate(siblings, start=1):
        if sibling.position != position:
            sibling.position = position


def moved(positions: Mapping[K, int], some: Collection[K], after: K | None) -> dict[K, int]:
    """The positions that change, as few as can be, when `some` come to stand together behind `after`, or first.

    `positions` are everybody's, in order; `some` keep theirs among themselves, and where `after` is one of them they
    gather where it stands. They take numbers that are free there; where too few are, those on the way move up.

    >>> moved({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, {"b"}, after="c")
    {'c': 2, 'b': 3}
    >>> moved({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, {"c", "e"}, after=None)
    {'c': -1, 'e': 0}
    """
    listed = list(positions)
    place = 0 if after is None else listed.index(after) + 1
    front = [each for each in listed[:place] if each not in some]
    block = [each for each in listed if each in some]
    behind = [each for each in listed[place:] if each not in some]
    order = [*front, *block, *behind]
    if order == listed:
        return {}
    if len(set(positions.values())) < len(listed):
        new = dict(zip(order, range(1, len(order) + 1), strict=True))
    elif free := _free(positions, front[-1:], behind[:1], len(block)):
        new = dict(zip(block, free, strict=True))
    else:
        new = dict(zip(order, positions.values(), strict=True))
    return {each: position for each, position in new.items() if position != positions[each]}


def _free(positions: Mapping[K, int], before: list[K], behind: list[K], count: int) -> range:
    """So many numbers between those of two neighbours, of whom one may be missing; none where they do not fit."""
    if not before:
        return range(positions[behind[0]] - count, positions[behind[0]])
    first = positions[before[0]] + 1
    fits = not behind or positions[behind[0]] - first >= count
    return range(first, first + count) if fits else range(0)
