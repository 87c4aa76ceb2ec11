"""Keeping siblings in order: positions 1, 2, 3 … within their parent."""

from __future__ import annotations

from collections.abc import Sequence
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
