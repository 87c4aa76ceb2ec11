"""Chosen cells as bands of rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.ui.parts.chosen import Band, Chosen

SHOWN = [2, 0, 1, 4]
BLOCKS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 8), st.integers(1, 4)).map(lambda pair: range(pair[0], sum(pair))),
        st.tuples(st.integers(0, 4), st.integers(1, 3)).map(lambda pair: range(pair[0], sum(pair))),
    ),
    max_size=4,
)


@given(BLOCKS)
def test_bands_hold_each_shown_cell_of_the_blocks_once_and_from_left_to_right(
    blocks: list[tuple[range, range]],
) -> None:
    chosen = Chosen.of(blocks, SHOWN)
    cells = {(row, column) for rows, columns in blocks for row in rows for column in columns if column in SHOWN}
    listed = [(row, column) for row, columns in chosen for column in columns]
    assert listed == sorted(cells, key=lambda cell: (cell[0], SHOWN.index(cell[1])))
    assert chosen.cells == len(cells) and chosen.places == sorted({row for row, _ in cells})
    assert len(chosen) == len(chosen.places) and all(place in chosen for place in chosen.places)
    assert set(chosen.columns(SHOWN)) == {column for _, column in cells}
    assert all(
        one.rows.stop < other.rows.start or one.columns != other.columns for one, other in pairwise(chosen.bands)
    )


@given(BLOCKS, st.booleans())
def test_one_step_after_the_other_visits_all_cells_once_and_comes_back(
    blocks: list[tuple[range, range]], down: bool
) -> None:
    chosen = Chosen.of(blocks, SHOWN)
    if not chosen:
        return
    here = first = chosen.beside((-1, -1), 1, SHOWN, down=down)
    visited = []
    for _ in range(chosen.cells):
        visited.append(here)
        assert chosen.beside(chosen.beside(here, 1, SHOWN, down=down), -1, SHOWN, down=down) == here
        here = chosen.beside(here, 1, SHOWN, down=down)
    assert here == first

    def order(cell: tuple[int, int]) -> tuple[int, int]:
        across = SHOWN.index(cell[1])
        return (across, cell[0]) if down else (cell[0], across)

    assert visited == sorted(((row, column) for row, columns in chosen for column in columns), key=order)


@pytest.mark.parametrize(("first", "last", "left"), [(0, 9, [1, 2, 3, 7]), (2, 7, [2, 3]), (4, 7, [])])
def test_a_stretch_of_places_is_cut_out(first: int, last: int, left: list[int]) -> None:
    chosen = Chosen((Band(range(1, 4), (0,)), Band(range(7, 8), (0, 1))))
    assert chosen.between(first, last).places == left
