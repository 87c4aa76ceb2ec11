"""Where pieces stand on their sheets, and the marks to cut and fold along."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.documents.cards.layout import Layout, Sheet
from forumdesk.documents.model import Element, Place, Ring, Stroke

CLEAR = 2.0  # mm between the bleed and a mark
MARK = 8.0
TICK = 5.0
FINE = 0.1


def page(layout: Layout) -> tuple[float, float]:
    """Width and height of the page a layout prints on: a sheet, or the piece unfolded with its margin for marks."""
    if layout.sheet is not None:
        return layout.sheet.width, layout.sheet.height
    return layout.width + 2 * layout.slug, layout.height * len(layout.panels) + 2 * layout.slug


def slots(layout: Layout) -> tuple[tuple[Place, ...], ...]:
    """The places of each piece of a page, row by row; a folded one stands on several panels."""
    return tuple(
        tuple(
            Place(x, y + number * layout.height, panel == "turned")
            for number, panel in enumerate(layout.panels)
            if panel != "blank"
        )
        for x, y in _corners(layout)
    )


def _corners(layout: Layout) -> Iterator[tuple[float, float]]:
    """The top left corner of every piece of a page."""
    sheet = layout.sheet
    if sheet is None:
        yield layout.slug, layout.slug
        return
    for row in range(sheet.rows):
        for column in range(sheet.columns):
            across, down = layout.width + sheet.gap_x, layout.height * len(layout.panels) + sheet.gap_y
            yield sheet.left + column * across, sheet.top + row * down


def marks(layout: Layout) -> Iterator[Element]:
    """What is drawn on the page beside the pieces, in mm from the page's top left corner."""
    if layout.slug:
        yield from _crop_marks(layout)
    if layout.sheet is not None and layout.sheet.marks:
        yield from _cut_marks(layout, layout.sheet)
    for left, top in _corners(layout):
        for fold in range(1, len(layout.panels)):
            y = top + fold * layout.height
            for x in (left, left + layout.width - TICK):
                yield Stroke(((x, y), (x + TICK, y)), 0.15, "third")


def _crop_marks(layout: Layout) -> Iterator[Element]:
    """Corner marks outside the bleed, and a register mark in the middle of each side."""
    width, height = page(layout)
    near = layout.slug - layout.bleed - CLEAR
    far = max(0.0, near - MARK)
    for x in (layout.slug, width - layout.slug):
        for ends in ((far, near), (height - near, height - far)):
            yield Stroke(((x, ends[0]), (x, ends[1])), FINE, "ink")
    for y in (layout.slug, height - layout.slug):
        for ends in ((far, near), (width - near, width - far)):
            yield Stroke(((ends[0], y), (ends[1], y)), FINE, "ink")
    middle, arm = near / 2, min(near / 2, 4.0)
    across, down = width / 2, height / 2
    for x, y in ((across, middle), (across, height - middle), (middle, down), (width - middle, down)):
        yield Ring(x, y, arm * 0.6, FINE, "ink")
        yield Stroke(((x - arm, y), (x + arm, y)), FINE, "ink")
        yield Stroke(((x, y - arm), (x, y + arm)), FINE, "ink")


def _cut_marks(layout: Layout, sheet: Sheet) -> Iterator[Element]:
    """A tick at both ends of every cut; where the pieces reach the paper's edge it lies on the cut itself."""
    corners = list(_corners(layout))
    piece = layout.height * len(layout.panels)
    xs = sorted({edge for x, _ in corners for edge in (x, x + layout.width)})
    ys = sorted({edge for _, y in corners for edge in (y, y + piece)})
    for x in xs:
        for start, end in _ticks(ys[0], ys[-1], sheet.height) if 0 < x < sheet.width else ():
            yield Stroke(((x, start), (x, end)), FINE, "third")
    for y in ys:
        for start, end in _ticks(xs[0], xs[-1], sheet.width) if 0 < y < sheet.height else ():
            yield Stroke(((start, y), (end, y)), FINE, "third")


def _ticks(first: float, last: float, end: float) -> Iterator[tuple[float, float]]:
    """From where to where the two ticks of a cut reach, on paper that ends at `end`."""
    yield max(0.0, first - TICK), max(first - 1, TICK)
    yield min(last + 1, end - TICK), min(end, last + TICK)
