"""Many ids at once: a hundred thousand are one text, which a database makes and compares in a few milliseconds."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

WIDTH, FEW = 32, 10


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids in an order, each of 32 hex digits; `text` holds them one behind the other.

    >>> few = Ids("0" * 32 + "1" * 32)
    >>> len(few), few[1] == "1" * 32, few.place("1" * 32), few.place("2" * 32)
    (2, True, 1, -1)
    """

    text: str = ""

    def __len__(self) -> int:
        return len(self.text) // WIDTH

    def __getitem__(self, place: int) -> str:
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self.text[place * WIDTH : (place + 1) * WIDTH]

    def __iter__(self) -> Iterator[str]:
        return (self.text[at : at + WIDTH] for at in range(0, len(self.text), WIDTH))

    def between(self, first: int, last: int) -> Ids:
        """Those from one place up to, but not with, another."""
        return Ids(self.text[first * WIDTH : last * WIDTH])

    def places(self, wanted: Set[str]) -> dict[str, int]:
        """Where some ids stand, as far as they do. A few are sooner looked for one by one."""
        if len(wanted) < FEW:
            return {row_id: at for row_id in wanted if (at := self.place(row_id)) >= 0}
        return {row_id: at for at, row_id in enumerate(self) if row_id in wanted}

    def place(self, row_id: str) -> int:
        """Where an id stands, or -1."""
        at = self.text.find(row_id)
        while at % WIDTH and at > 0:  # the end of one id and the beginning of the next
            at = self.text.find(row_id, at + 1)
        return at // WIDTH

    def alike(self, other: Ids) -> tuple[int, int]:
        """How many are the same in both from the beginning on, and how many of the others from the end."""
        shorter = min(len(self), len(other))
        first = _most(shorter, lambda count: self.text.startswith(other.text[: count * WIDTH]))
        behind = _most(
            shorter - first, lambda count: self.text.endswith(other.text[len(other.text) - count * WIDTH :])
        )
        return first, behind


def _most(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to `most` for which something holds, as it does for all smaller ones."""
    return bisect(range(1, most + 1), False, key=lambda count: not holds(count))
