"""Where things of a day lie on the picture: the scale, its hours, sections, and what shares a lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.ui import wording

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.overview import CallRow

CEREMONIES = {"plaque": "award", "unveiling": "hand", "signing": "pen-line", "launch": "rocket"}
"""The kinds of items that have a ceremony, and their icons."""

STEPS = (15, 30, 60, 120, 240)
"""How many minutes may lie between two labelled times."""

LABEL_ROOM = 120
"""px from one labelled time to the next, at least."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes after midnight, from `start` to `end`, along `width` px that begin at `left`."""

    start: int
    end: int
    left: int
    width: int

    def x(self, minutes: float) -> int:
        """Where a time lies."""
        return self.left + round((minutes - self.start) * self.width / max(1, self.end - self.start))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Left edge and width of a time, without the px that keeps it from the next."""
        left = self.x(start)
        return left, max(2, self.x(end) - left - 2)

    @property
    def step(self) -> int:
        """How many minutes lie between two labelled times, so that their labels have room."""
        px = self.width / max(1, self.end - self.start)
        return next((step for step in STEPS if step * px >= LABEL_ROOM), STEPS[-1])

    def marks(self, step: int) -> list[int]:
        """The times on the scale that are multiples of `step` minutes."""
        first = -(-self.start // step) * step
        return list(range(first, self.end + 1, step))


@dataclass(frozen=True, slots=True)
class Section:
    """Items of one family in a row; the frame of a programme is none."""

    family: str
    kind: str
    start: int


def sections(rows: Sequence[AgendaRow]) -> list[Section]:
    """The sections of a rundown, each named after its first item's kind."""
    found = []
    for family, run in groupby(rows, key=lambda row: wording.FAMILIES.get(row.kind, "frame")):
        first = next(run)
        if family != "frame":
            found.append(Section(family, first.kind, first.start))
    return found


def leads_to(call: CallRow, row: AgendaRow) -> tuple[str, UUID]:
    """The page, and the row there, where it is settled who walks on in an item."""
    return ("ceremonies", call.id) if row.kind in CEREMONIES else ("agenda", row.id)


def shared(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For spans by their start: on which line of a lane each lies, and how many lines the lane has there.

    Spans that touch nothing have the lane to themselves.

    >>> shared([(0, 8), (20, 30), (20, 36), (30, 36)])
    [(0, 1), (0, 2), (1, 2), (0, 2)]
    """
    placed: list[tuple[int, int]] = []
    cluster: list[int] = []
    ends: list[int] = []
    for number, (start, end) in enumerate(spans):
        if ends and start >= max(ends):
            placed = _with_lines(placed, cluster, len(ends))
            cluster, ends = [], []
        line = next((line for line, taken in enumerate(ends) if taken <= start), len(ends))
        ends[line : line + 1] = [end]
        cluster.append(number)
        placed.append((line, 1))
    return _with_lines(placed, cluster, len(ends))


def _with_lines(placed: list[tuple[int, int]], cluster: Sequence[int], lines: int) -> list[tuple[int, int]]:
    return [(line, lines if number in cluster else of) for number, (line, of) in enumerate(placed)]
