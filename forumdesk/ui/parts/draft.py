"""What somebody is about to enter into a table, and what would come of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forumdesk.base.errors import Trouble
from forumdesk.ui.parts.chosen import Chosen


@dataclass(frozen=True, slots=True)
class Line:
    """Texts for cells of a row, by column name; the id None is a new row."""

    place: int
    id: Hashable | None
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """Texts for cells of several rows, as one step of that name. `outside` counts cells beyond the last column."""

    step: str
    lines: Sequence[Line]
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """Chosen cells, with the names of the columns and the ids of the rows at that moment.

    What is made of it takes as long as there are rows: that is for another thread than the window's.
    """

    chosen: Chosen
    names: Sequence[str]
    id_of: Callable[[int], Hashable | None]

    def ids(self) -> list[Hashable]:
        """The ids of the rows."""
        return [row_id for place in self.chosen.places if (row_id := self.id_of(place)) is not None]

    def draft(self, step: str, text_for: Callable[[str], str] | None = None) -> Draft:
        """A line a row, with a text for each of its chosen columns, or with none."""

        def texts(columns: Sequence[int]) -> Mapping[str, str]:
            return {self.names[column]: text_for(self.names[column]) for column in columns} if text_for else {}

        return Draft(step, [Line(place, self.id_of(place), texts(columns)) for place, columns in self.chosen])


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that would read `after` in the place of `before`; of a row that comes or goes all are told in one."""

    place: int
    who: str
    column: str
    before: str
    after: str
    is_new: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot read so, and why; `column` is empty where it is the whole row."""

    place: int
    who: str
    column: str
    text: str
    trouble: Trouble


@dataclass(slots=True)
class Plan:
    """The commands that a draft comes to, as one step, and what it says of them beforehand."""

    step: str
    commands: list[Any] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def added(self) -> int:
        """How many rows would be new."""
        return sum(change.is_new for change in self.changes)

    @property
    def removed(self) -> int:
        """How many rows would go."""
        return sum(change.is_gone for change in self.changes)

    @property
    def cells(self) -> int:
        """How many cells of rows that stay would change."""
        return len(self.changes) - self.added - self.removed


def spread(
    block: Sequence[Sequence[str]], places: int, columns: Sequence[str], whole: int
) -> tuple[list[dict[str, str]], int]:
    """A pasted block as texts by column, a dict a row, and how many of its cells have no column.

    `columns` are those from the current cell to the right, `places` and `whole` the rows and columns that are
    selected: a block that fits several times into the selection fills it, as in Excel.
    """
    height, width = len(block), max(map(len, block), default=0)
    if not width:
        return [], 0
    down = places // height if places % height == 0 else 1
    right = whole // width if whole % width == 0 else 1
    rows = [list(row) + [""] * (width - len(row)) for row in block]
    texts = [dict(zip(columns, row * max(right, 1), strict=False)) for row in rows] * max(down, 1)
    outside = sum(1 for row in block for text in row[len(columns) :] if text.strip())
    return texts, outside
