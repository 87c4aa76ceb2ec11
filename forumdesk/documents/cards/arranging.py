"""Several boxes of a layout at once: moved, lined up, spread evenly, drawn above or below others, copied.

Which element is meant is said by its place among the layout's; areas and shifts are in mm.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from forumdesk.documents.cards import editing
from forumdesk.documents.cards.fill import Manner, varied
from forumdesk.documents.cards.layout import AnyElement, Layout, TextBox
from forumdesk.documents.themes import Area

Line = Literal["left", "centre", "right", "top", "middle", "bottom"]
LINES: Mapping[Line, tuple[int, float]] = {
    "left": (0, 0.0), "centre": (0, 0.5), "right": (0, 1.0), "top": (1, 0.0), "middle": (1, 0.5), "bottom": (1, 1.0),
}  # fmt: skip
"""Across (0) or down (1), and at which part of each box."""
Shift = tuple[float, float]
COPY_APART = 3.0
"""mm that a copy lies to the right of and below what it was made from."""


def around(areas: Collection[Area]) -> Area:
    """The smallest area that holds all of them."""
    left, top = min(each.x for each in areas), min(each.y for each in areas)
    right, bottom = max(each.x + each.width for each in areas), max(each.y + each.height for each in areas)
    return Area(left, top, right - left, bottom - top)


def lined_up(areas: Sequence[Area], line: Line, within: Area) -> list[Shift]:
    """How each area moves so that they share an edge or an axis with `within`."""
    side, part = LINES[line]
    target = within[side] + part * within[side + 2]
    ways = [target - (each[side] + part * each[side + 2]) for each in areas]
    return [(way, 0.0) if side == 0 else (0.0, way) for way in ways]


def spread(areas: Sequence[Area], side: int) -> list[Shift]:
    """How each area moves so that the gaps between them are equal, across (0) or down (1); the outer two stay."""
    order = sorted(range(len(areas)), key=lambda place: areas[place][side] + areas[place][side + 2] / 2)
    whole = around(areas)
    gap = (whole[side + 2] - sum(each[side + 2] for each in areas)) / max(1, len(areas) - 1)
    shifts: list[Shift] = [(0.0, 0.0)] * len(areas)
    at = whole[side]
    for place in order:
        way = at - areas[place][side]
        shifts[place] = (way, 0.0) if side == 0 else (0.0, way)
        at += areas[place][side + 2] + gap
    return shifts


def shifted(layout: Layout, manner: Manner, shifts: Mapping[int, Shift]) -> Layout:
    """A layout in which some elements lie elsewhere. A text that hangs below one that is moved goes along anyway."""
    elements, carried = [], 0.0
    for place, element in enumerate(layout.elements):
        across, down = shifts.get(place, (0.0, 0.0))
        if isinstance(element, TextBox):
            if not varied(element, manner).below:
                carried = 0.0
            if place in shifts:
                down, carried = down - carried, down
        elements.append(editing.moved(element, manner, across, down) if place in shifts else element)
    return replace(layout, elements=tuple(elements))


def without(layout: Layout, places: Collection[int]) -> Layout:
    """A layout without some of its elements."""
    kept = (element for place, element in enumerate(layout.elements) if place not in places)
    return replace(layout, elements=tuple(kept))


def restacked(layout: Layout, places: Collection[int], by: int) -> tuple[Layout, tuple[int, ...]]:
    """A layout in which elements are drawn above (or below) so many others more, and the places they have then."""
    order, step = list(range(len(layout.elements))), 1 if by > 0 else -1
    for _ in range(abs(by)):
        for at in range(len(order) - 2, -1, -1) if step > 0 else range(1, len(order)):
            if order[at] in places and order[at + step] not in places:
                order[at], order[at + step] = order[at + step], order[at]
    made = replace(layout, elements=tuple(layout.elements[place] for place in order))
    return made, tuple(order.index(place) for place in places)


def copied(layout: Layout, manner: Manner, areas: Mapping[int, Area]) -> tuple[Layout, tuple[int, ...]]:
    """A layout with copies of the elements that take these areas, above all others, and the copies' places."""
    copies = [_copy(layout.elements[place], manner, areas[place]) for place in sorted(areas)]
    first = len(layout.elements)
    return replace(layout, elements=(*layout.elements, *copies)), tuple(range(first, first + len(copies)))


def _copy(element: AnyElement, manner: Manner, area: Area) -> AnyElement:
    """The same a little apart; a text that hung below others stands by itself."""
    if isinstance(element, TextBox) and varied(element, manner).below:
        element = editing.changed(element, manner, below=0.0)
        down = area.y - editing.area(element, manner).y
        element = editing.moved(element, manner, 0.0, down)
    return editing.moved(element, manner, COPY_APART, COPY_APART)
