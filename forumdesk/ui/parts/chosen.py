"""Which cells of a table are chosen: bands of rows, so that a hundred thousand rows are as quick to tell as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise


@dataclass(frozen=True, slots=True)
class Band:
    """Rows one below the other of which the same columns are chosen, these from left to right."""

    rows: range
    columns: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.rows) * len(self.columns)

    def cell(self, number: int) -> tuple[int, int]:
        """The place of a cell, counted row by row."""
        return self.rows[number // len(self.columns)], self.columns[number % len(self.columns)]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Bands from top to bottom. Taken one by one, they are places of rows, each with its columns."""

    bands: tuple[Band, ...] = ()

    @classmethod
    def of(cls, blocks: Sequence[tuple[range, range]], shown: Sequence[int]) -> Chosen:
        """Blocks of rows and columns, which may overlap; only columns that are `shown`, from left to right, count."""
        bands: list[Band] = []
        cuts = sorted({edge for rows, _ in blocks for edge in (rows.start, rows.stop)})
        for first, last in pairwise(cuts):
            across = {column for rows, columns in blocks if first in rows for column in columns}
            band = Band(range(first, last), tuple(column for column in shown if column in across))
            if bands and bands[-1].columns == band.columns and bands[-1].rows.stop == first:
                bands[-1] = Band(range(bands[-1].rows.start, last), band.columns)
            elif band.columns:
                bands.append(band)
        return cls(tuple(bands))

    def __iter__(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        return ((place, band.columns) for band in self.bands for place in band.rows)

    def __len__(self) -> int:
        return sum(len(band.rows) for band in self.bands)

    def __contains__(self, place: object) -> bool:
        return any(place in band.rows for band in self.bands)

    @property
    def cells(self) -> int:
        """How many cells are chosen."""
        return sum(map(len, self.bands))

    @property
    def places(self) -> list[int]:
        """The places of the rows in which anything is chosen."""
        return list(chain.from_iterable(band.rows for band in self.bands))

    def columns(self, shown: Iterable[int]) -> list[int]:
        """The columns in which anything is chosen, of those `shown`."""
        return [column for column in shown if any(column in band.columns for band in self.bands)]

    def between(self, first: int, last: int) -> Chosen:
        """What is chosen from one place up to, but not in, another."""
        cut = ((range(max(band.rows.start, first), min(band.rows.stop, last)), band.columns) for band in self.bands)
        return Chosen(tuple(Band(rows, columns) for rows, columns in cut if rows))

    def beside(self, cell: tuple[int, int], step: int, shown: Iterable[int], *, down: bool) -> tuple[int, int]:
        """The chosen cell so many steps behind another, round and round: along the rows, or `down` the columns.

        It is the first where the other is not chosen.
        """
        lanes = list(self.bands)
        if down:
            lanes = [
                Band(band.rows, (column,))
                for column in self.columns(shown)
                for band in self.bands
                if column in band.columns
            ]
        (row, column), before, at = cell, 0, -step
        for lane in lanes:
            if row in lane.rows and column in lane.columns:
                at = before + lane.rows.index(row) * len(lane.columns) + lane.columns.index(column)
            before += len(lane)
        at = (at + step) % before
        for lane in lanes:
            if at < len(lane):
                return lane.cell(at)
            at -= len(lane)
        raise AssertionError("a number below the count of all cells lies in one of the lanes")
