"""Who or what is wanted in two forums at once: people with appearances, halls with programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Use:
    """`who` (a person or a hall) is needed for `what` in the forum `where`, from `start` until before `end`.

    Times are minutes since an epoch day: the date's ordinal * 1440 + minutes after midnight. `label` is for
    showing. Raises `ValueError` for an end before its start.
    """

    who: Hashable
    start: int
    end: int
    where: Hashable
    what: Hashable
    label: object = ""

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.what!r} ends before it starts")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two uses of the same person or hall that overlap, the earlier first; they share `start` until `end`."""

    first: Use
    second: Use

    @property
    def start(self) -> int:
        """When the second begins."""
        return self.second.start

    @property
    def end(self) -> int:
        """When one of the two is over."""
        return min(self.first.end, self.second.end)


def double_booked(uses: Iterable[Use]) -> list[Clash]:
    """Find every two uses of one person or hall that overlap in different forums, by the time of the clash.

    One forum may use its hall or a person twice at a time (a moderator who also speaks); back to back is no
    clash, and what takes no time clashes with nothing.

    >>> lund = [Use("Lund", 540, 548, "main", "remarks"), Use("Lund", 545, 560, "parks", "talk")]
    >>> [(clash.start, clash.end) for clash in double_booked(lund)]
    [(545, 548)]
    """
    by_who: defaultdict[Hashable, list[Use]] = defaultdict(list)
    for use in uses:
        if use.end > use.start:
            by_who[use.who].append(use)
    clashes = [clash for group in by_who.values() for clash in _sweep(group)]
    return sorted(clashes, key=lambda clash: clash.start)


def _sweep(uses: list[Use]) -> list[Clash]:
    """Walk through one person's uses by start; what still runs elsewhere then is a clash."""
    clashes = []
    running: defaultdict[Hashable, list[tuple[int, int, Use]]] = defaultdict(list)  # by forum, first to end on top
    for number, use in enumerate(sorted(uses, key=lambda use: use.start)):
        for where, others in list(running.items()):
            while others and others[0][0] <= use.start:
                heappop(others)
            if not others:
                del running[where]
            elif where != use.where:
                clashes += [Clash(other, use) for _, _, other in sorted(others)]
        heappush(running[use.where], (use.end, number, use))
    return clashes
