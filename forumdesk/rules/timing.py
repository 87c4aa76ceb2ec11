"""When each agenda item starts: lengths, gaps and fixed starts in, times and overlaps out.

Times are minutes after midnight of the agenda's date; past midnight they go on beyond 1440.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

MIDNIGHT = 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """What is wanted of one item: its length, and its start, linked or fixed (all in minutes).

    `gap` is wanted before the item; a `protected` gap may not be eaten by a delay. Raises `ValueError`
    for a negative length, gap or start.
    """

    minutes: int
    gap: int = 0
    fixed_start: int | None = None
    protected: bool = False

    def __post_init__(self) -> None:
        if self.minutes < 0 or self.gap < 0 or (self.fixed_start or 0) < 0:
            raise ValueError(f"an item needs a length, gap and start of at least 0: {self}")


class Placed(NamedTuple):
    """Where an item came to lie (in minutes).

    `gap` is what is really left before it, `overlap` by how much it starts before what lies in front of
    it has ended, a protected gap included.
    """

    start: int
    end: int
    gap: int
    overlap: int


def lay_out(slots: Sequence[Slot], day_start: int = 9 * 60) -> list[Placed]:
    """Give every item of one forum and day its time.

    A linked item follows the end of the one before it plus its own gap, the first one `day_start` plus its
    gap; a fixed one starts when it says. Overlap counts against the latest end so far, because a long item
    may outlast the next.

    >>> day = lay_out([Slot(8), Slot(20, gap=5), Slot(15, fixed_start=600)])
    >>> [(clock(item.start), clock(item.end)) for item in day]
    [('09:00', '09:08'), ('09:13', '09:33'), ('10:00', '10:15')]
    """
    placed: list[Placed] = []
    previous_end = latest_end = day_start
    for slot in slots:
        first = not placed
        start = previous_end + slot.gap if slot.fixed_start is None else slot.fixed_start
        needed = latest_end + (slot.gap if slot.protected else 0)
        previous_end = start + slot.minutes
        placed.append(
            Placed(
                start,
                previous_end,
                gap=max(0, start - latest_end),
                overlap=0 if first else max(0, needed - start),
            )
        )
        latest_end = previous_end if first else max(latest_end, previous_end)
    return placed


def delay(slots: Sequence[Slot], index: int, minutes: int) -> list[Slot]:
    """Let item `index` start `minutes` later and say what that makes of the day.

    Its gap grows, or its fixed start moves. Unprotected gaps of the linked items behind absorb the delay
    until they are eaten; the next fixed start stays where it is, so an overlap may come of it. Raises
    `ValueError` for a delay of less than a minute or an item that is not there.

    >>> delay([Slot(30), Slot(30), Slot(30, gap=15)], 1, 10)[2].gap
    5
    """
    if minutes < 1:
        raise ValueError(f"a delay is at least a minute, not {minutes}")
    if not 0 <= index < len(slots):
        raise ValueError(f"there is no item {index} among {len(slots)}")
    late = list(slots)
    late[index] = _later(late[index], minutes)
    for place in range(index + 1, len(late)):
        slot = late[place]
        if slot.fixed_start is not None:
            break
        if not slot.protected:
            eaten = min(slot.gap, minutes)
            late[place] = replace(slot, gap=slot.gap - eaten)
            minutes -= eaten
    return late


def _later(slot: Slot, minutes: int) -> Slot:
    if slot.fixed_start is None:
        return replace(slot, gap=slot.gap + minutes)
    return replace(slot, fixed_start=slot.fixed_start + minutes)


def clock(minutes: int) -> str:
    """Write minutes after midnight as HH:MM; past midnight the clock begins again.

    >>> clock(545), clock(1470)
    ('09:05', '00:30')
    """
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours:02}:{rest:02}"
