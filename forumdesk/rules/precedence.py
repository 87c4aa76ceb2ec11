"""Who stands where: the rostrum, the two sides of a signing table, rounds of handing over.

An order of places is always seen from the audience, left to right, unless its name says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


class Side(Enum):
    """A hand of the person in question, who faces the audience (so it is the other side seen from there)."""

    LEFT_HAND = "left hand"
    RIGHT_HAND = "right hand"


def rostrum(ranked: Sequence[T], second_at: Side = Side.LEFT_HAND) -> list[T]:
    """Order people for a rostrum, seen from the audience, left to right.

    No. 1 takes the centre and No. 2 stands at No. 1's `second_at` hand; with an even number the two share
    the centre. The left hand is the custom at Chinese official meetings, the right hand that of
    international protocol.

    >>> rostrum([1, 2, 3, 4, 5, 6, 7])
    [7, 5, 3, 1, 2, 4, 6]
    >>> rostrum([1, 2, 3, 4, 5, 6, 7, 8])
    [7, 5, 3, 1, 2, 4, 6, 8]
    >>> rostrum([1, 2, 3], second_at=Side.RIGHT_HAND)
    [2, 1, 3]
    """
    seen = [*reversed(ranked[0::2]), *ranked[1::2]]
    return seen if second_at is Side.LEFT_HAND else from_stage(seen)


def from_stage(order: Sequence[T]) -> list[T]:
    """Turn the viewpoint round: what the audience sees left to right, as those on the stage see it, or back.

    >>> from_stage([7, 5, 3, 1, 2, 4, 6])
    [6, 4, 2, 1, 3, 5, 7]
    """
    return list(reversed(order))


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """Two parties at a table facing the audience: who is on the left and on the right seen from there."""

    left: T
    right: T


def signing_sides(host: T, guest: T, guest_at: Side = Side.RIGHT_HAND) -> Sides[T]:
    """Seat the two parties of a signing; the guest sits at the host's `guest_at` hand.

    At the host's right hand, as protocol has it, is at the left seen from the audience.

    >>> signing_sides(host="中关村生命园", guest="ApexBrasil")
    Sides(left='ApexBrasil', right='中关村生命园')
    """
    return Sides(guest, host) if guest_at is Side.RIGHT_HAND else Sides(host, guest)


def rounds(recipients: int, presenters: int) -> list[range]:
    """Share recipients out over as few rounds of handing over as the presenters allow, evenly.

    Each round is the range of recipients (counted from 0) who come up in it, at most one for each
    presenter; two rounds differ by one recipient at most, the fuller ones first. Raises `ValueError`
    without a presenter or for a negative number.

    >>> [len(round) for round in rounds(17, 9)], [len(round) for round in rounds(20, 9)]
    ([9, 8], [7, 7, 6])
    """
    if recipients < 0 or presenters < 1:
        raise ValueError(f"{recipients} recipients cannot be shared out over {presenters} presenters")
    if not recipients:
        return []
    count = -(-recipients // presenters)
    size, fuller = divmod(recipients, count)
    ends = [number * size + min(number, fuller) for number in range(count + 1)]
    return [range(start, end) for start, end in pairwise(ends)]
