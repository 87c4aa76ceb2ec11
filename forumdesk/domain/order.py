"""Keeping siblings in order: positions 1, 2, 3 … within their parent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Ordered(Protocol):
    """Anything with a place among its siblings."""

    position: int


T = TypeVar("T", bound=Ordered)


def put(siblings: Sequence[T], one: T, after: T | None) -> None:
    """Place `one` behind `after` (first, where that is None) and number everybody anew.

    Only positions that differ are written, so that the journal holds what really moved.
    """
    rest = [sibling for sibling in siblings if sibling is not one]
    place = rest.index(after) + 1 if after is not None else 0
    number([*rest[:place], one, *rest[place:]])


def number(siblings: Sequence[T]) -> None:
    """Give positions 1 … n in the sequence's order."""
    for position, sibling in enumerate(siblings, start=1):
        if sibling.position != position:
            sibling.position = position
