"""Where a box that is dragged lines up with the page or with other boxes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from forumdesk.documents.themes import Area


class Guide(NamedTuple):
    """A line that something stands on: as long as all that it joins."""

    reach: Area


def snapped(wanted: Area, handle: tuple[int, int], others: Sequence[Area], near: float) -> tuple[Area, list[Guide]]:
    """An area put to the next edge or axis no further than `near` mm, across and down apart, and the lines it met.

    Of a box that is moved its edges and its middle snap; of one that is pulled at a handle, the edges pulled.
    """
    column, row = handle
    moved = handle == (1, 1)
    guides = []
    if (moved or column != 1) and (
        across := _nearest(_stops(wanted.x, wanted.width, column, moved), others, near, 0)
    ):
        by, at = across
        wanted = _shifted(wanted, by, 0, column, moved)
        ends = [wanted, *(each for each in others if at in _lines(each.x, each.width))]
        top, bottom = min(each.y for each in ends), max(each.y + each.height for each in ends)
        guides.append(Guide(Area(at, top, 0.0, bottom - top)))
    if (moved or row != 1) and (down := _nearest(_stops(wanted.y, wanted.height, row, moved), others, near, 1)):
        by, at = down
        wanted = _shifted(wanted, by, 1, row, moved)
        ends = [wanted, *(each for each in others if at in _lines(each.y, each.height))]
        left, right = min(each.x for each in ends), max(each.x + each.width for each in ends)
        guides.append(Guide(Area(left, at, right - left, 0.0)))
    return wanted, guides


def _lines(start: float, length: float) -> tuple[float, float, float]:
    """An edge, the axis, the other edge."""
    return start, start + length / 2, start + length


def _stops(start: float, length: float, third: int, moved: bool) -> tuple[float, ...]:
    lines = _lines(start, length)
    return (lines[1], lines[0], lines[2]) if moved else (lines[third],)


def _nearest(stops: Sequence[float], others: Sequence[Area], near: float, side: int) -> tuple[float, float] | None:
    """By how much to shift, and the line that is met then; the axis wins over an edge as far away."""
    targets = [line for each in others for line in _lines(each[side], each[side + 2])]
    ways = [(target - stop, target) for stop in stops for target in targets if abs(target - stop) <= near]
    return min(ways, key=lambda way: abs(way[0])) if ways else None


def _shifted(area: Area, by: float, side: int, third: int, moved: bool) -> Area:
    place, length = ("x", "width") if side == 0 else ("y", "height")
    if moved or third == 0:
        area = area._replace(**{place: area[side] + by})
    if not moved:
        area = area._replace(**{length: area[side + 2] + (by if third == 2 else -by)})
    return area
