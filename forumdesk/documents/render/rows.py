"""Setting the rows of a flow: the lines of every cell, and its photos, by their place under the row's top."""

from __future__ import annotations

from typing import NamedTuple

from forumdesk.documents.model import Cell, Line, Photo, Row, Span
from forumdesk.documents.render.lines import SetLine, broken
from forumdesk.documents.render.styles import MM, style

LEAST_BESIDE = 0.4  # a tail narrower than this part of its cell goes below instead
CAPITAL = 0.26  # a photo's upper edge stands this many mm above the baseline for every point of the type beside it
_ENDLESS = 1e6


class Placed(NamedTuple):
    """A line by its left end and baseline, in mm from the page's top left corner."""

    x: float
    y: float
    line: SetLine


class Awaited(NamedTuple):
    """A page's number that is not known yet: its cell, baseline and line, and how many texts are read before it."""

    cell: Cell
    y: float
    line: Line
    after: int


class SetRow(NamedTuple):
    """A row by places under its top: lines, photos, numbers to come; its last baseline; what nobody can draw."""

    texts: tuple[Placed, ...]
    height: float
    missing: str
    photos: tuple[tuple[float, float, Photo], ...] = ()
    awaited: tuple[Awaited, ...] = ()


def set_row(row: Row, scale: float) -> SetRow:
    """Break every cell of a row into lines that share their first baseline."""
    texts: list[Placed] = []
    photos: list[tuple[float, float, Photo]] = []
    awaited: list[Awaited] = []
    height = 0.0
    lost = ""
    opening = [cell.lines[0].spans for cell in row.cells if cell.lines]
    first = scale * max(map(pitch, opening), default=0.0)
    top = first - scale * CAPITAL * max((style(spans[0].style).size for spans in opening if spans), default=0.0)
    for cell in row.cells:
        if cell.lines and cell.lines[0].page_of:
            awaited.append(Awaited(cell, first, cell.lines[0], len(texts)))
            continue
        made, missing = set_cell(cell, scale, first)
        texts += made
        lost += missing
        if made and not cell.hanging:
            height = max(height, made[-1].y)
        if cell.photo:
            photos.append((cell.x, top, cell.photo))
            height = max(height, top + cell.photo.height)
    return SetRow(tuple(texts), max(height, first), lost, tuple(photos), tuple(awaited))


def set_cell(cell: Cell, scale: float, first: float = 0.0) -> tuple[list[Placed], str]:
    """Break the lines of a cell and place them under its top, the first at the pitch its row shares."""
    placed: list[Placed] = []
    missing = ""
    y = 0.0
    for line in cell.lines:
        head = broken(line.spans, cell.width * MM, even=line.even, scale=scale)
        missing += head.missing
        for text in head.lines:
            y += scale * pitch(line.spans) if placed else first
            placed.append(Placed(aligned(cell, line, text), y, text))
        if line.tail:
            tail, lost = _tail(cell, line, placed[-1], scale)
            missing += lost
            placed += tail
            y = placed[-1].y
    return placed, missing


def _tail(cell: Cell, line: Line, head: Placed, scale: float) -> tuple[list[Placed], str]:
    """Set a tail beside the end of its text, wrapping in what room is left, or else below."""
    y, step = head.y, scale * pitch(line.tail)
    start = max(line.tab, head.x + head.line.width / MM + line.gap)
    room = cell.x + cell.width - start
    whole = broken(line.tail, _ENDLESS, scale=scale)
    if whole.lines[0].width / MM <= room:
        return [Placed(start, y, whole.lines[0])], whole.missing
    below = max(line.tab, cell.x)
    if room <= 0 or (start > below and room < LEAST_BESIDE * cell.width):
        start, room, y = below, cell.x + cell.width - below, y + step
    made = broken(line.tail, room * MM, even=True, scale=scale)
    return [Placed(start, y + number * step, text) for number, text in enumerate(made.lines)], made.missing


def pitch(spans: tuple[Span, ...]) -> float:
    """The way to the baseline of a line of these, in mm."""
    return style(spans[0].style).pitch if spans else 0.0


def aligned(cell: Cell, line: Line, text: SetLine) -> float:
    """Where a line begins in its cell."""
    spare = cell.width - text.width / MM
    if line.align == "right":
        return cell.x + spare
    if line.align == "centre":
        return cell.x + spare / 2
    return cell.x - text.hang / MM
