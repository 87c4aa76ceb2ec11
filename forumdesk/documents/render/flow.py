"""Placing flowing rows on pages: what stands where, before anything is drawn.

A cursor runs down the page from baseline to baseline; a line's own pitch leads to it. Rows stay whole where
a page can hold them, rules stay with what follows, and the foot takes the last row along to a new page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from forumdesk.documents.model import Block, Cell, Flow, Line, Row, Rule, Span
from forumdesk.documents.render.lines import SetLine, broken
from forumdesk.documents.render.styles import MM, STYLES

HEAD_BASELINE = 13.0  # the running head of later pages, and where their body begins, mm
HEAD_RULE = 15.4
BODY_TOP = 18.4
PAGE_BASELINE = 7.0  # the page number, above the page's lower edge
WHITE_STEP = 0.04
TYPE_STEP = 0.01
FRONT_WHITE = 0.75  # the heading of a document gives way less
CLEAR = 1.6
ROUNDING = 0.01
LEAST_BESIDE = 0.4  # a tail narrower than this part of its cell goes below instead


class Placed(NamedTuple):
    """A line by its left end and baseline, in mm from the page's top left corner."""

    x: float
    y: float
    line: SetLine


@dataclass(slots=True)
class Sheet:
    """What stands on one page."""

    texts: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, Rule]] = field(default_factory=list)


class _SetRow(NamedTuple):
    """A row's lines by their place under the row's top, its last baseline, what nobody can draw."""

    texts: tuple[Placed, ...]
    height: float
    missing: str


def laid_out(flow: Flow, width: float, height: float) -> Pages:
    """Place a flow on pages of `width` × `height` mm.

    White and then type give way, no more than needed, where that brings everything on one page.
    """
    pages = Pages(flow, width, height)
    if len(pages.sheets) == 1 or len(Pages(flow, width, height, flow.tightest, flow.smallest).sheets) > 1:
        return pages
    white = scale = 1.0
    while len(pages.sheets) > 1:
        if white > flow.tightest:
            white = max(flow.tightest, white - WHITE_STEP)
        else:
            scale = max(flow.smallest, scale - TYPE_STEP)
        pages = Pages(flow, width, height, white, scale)
    return pages


class Pages:
    """Sheets filled one after the other, and what could not be drawn on them."""

    def __init__(self, flow: Flow, width: float, height: float, white: float = 1.0, scale: float = 1.0) -> None:
        self.width = width
        self.height = height
        self.sheets = [Sheet()]
        self.missing: list[tuple[str, str]] = []
        self._white = white
        self._scale = scale
        self._repeated = flow.repeated
        self._fresh = False  # nothing but heads on this page
        self._y = flow.top
        self._bottom = height - flow.bottom
        self._fill(flow)

    def _fill(self, flow: Flow) -> None:
        for block in flow.front:
            self._put(block, self._set(block), max(self._white, FRONT_WHITE))
        groups = list(_groups(flow.blocks))
        foot = [(block, self._set(block)) for block in flow.foot]
        foot_height = self._height(foot)
        for number, group in enumerate(groups):
            last = number == len(groups) - 1
            self._place([(block, self._set(block)) for block in group], foot_height if last else 0.0)
        self._y = max(self._y, self._bottom - foot_height)
        for block, made in foot:
            self._put(block, made)
        if len(self.sheets) > 1:
            self._number(flow)

    def _place(self, group: Sequence[tuple[Block, _SetRow | None]], reserved: float) -> None:
        needed = self._y + self._height(group) + reserved
        if needed > self._bottom + ROUNDING and self.sheets[-1].texts:
            self._turn()
        for block, made in group:
            if not self._fresh:
                self._put(block, made)
            elif isinstance(block, Row):
                self._put(block, self._set(replace(block, cells=(*block.resumed, *block.cells))))

    def _turn(self) -> None:
        self.sheets.append(Sheet())
        self._y = BODY_TOP
        self._fresh = True
        for block in self._repeated:
            self._put(block, self._set(block))
        self._fresh = True

    def _set(self, block: Block) -> _SetRow | None:
        if isinstance(block, Rule):
            return None
        texts: list[Placed] = []
        height = 0.0
        lost = ""
        first = self._scale * max((_pitch(cell.lines[0].spans) for cell in block.cells if cell.lines), default=0.0)
        for cell in block.cells:
            made, missing = _cell(cell, self._scale, first)
            texts += made
            if made and not cell.hanging:
                height = max(height, made[-1].y)
            lost += missing
        return _SetRow(tuple(texts), height, lost)

    def _height(self, blocks: Sequence[tuple[Block, _SetRow | None]]) -> float:
        return sum(
            _before(block, self._white) + (block.after if isinstance(block, Rule) else made.height if made else 0.0)
            for block, made in blocks
        )

    def _put(self, block: Block, made: _SetRow | None, white: float | None = None) -> None:
        self._y += 0.0 if self._fresh else _before(block, self._white if white is None else white)
        if isinstance(block, Rule):
            self.sheets[-1].rules.append((self._y, block))
            self._y += block.after
        elif made is not None:
            self._lay(made)
            if made.missing and (block.about, made.missing) not in self.missing:
                self.missing.append((block.about, made.missing))
        self._fresh = False

    def _lay(self, made: _SetRow) -> None:
        """Put a row down; one that no page can hold is cut between its lines."""
        top = self._y
        for text in sorted(made.texts, key=lambda text: text.y):
            if top + text.y > self._bottom + ROUNDING:
                self._turn()
                top = self._y + 5.0 - text.y
            self.sheets[-1].texts.append(Placed(text.x, top + text.y, text.line))
        self._y = top + made.height

    def _number(self, flow: Flow) -> None:
        width = self.width - flow.left - flow.right
        for number, sheet in enumerate(self.sheets, start=1):
            page = (Span(f"{number} / {len(self.sheets)}", "running.page"),)
            cell = Cell(flow.left, width, (Line(page, align="right"),))
            self._margin(sheet, cell, self.height - PAGE_BASELINE)
            if number > 1:
                self._margin(sheet, Cell(flow.left, width, (Line(flow.head),)), HEAD_BASELINE)
                sheet.rules.append((HEAD_RULE, Rule(flow.left, width, "line")))

    def _margin(self, sheet: Sheet, cell: Cell, baseline: float) -> None:
        made, _ = _cell(cell, 1.0)
        sheet.texts.append(Placed(made[0].x, baseline, made[0].line))


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stay on one page: rules and kept rows go with the row after them."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if isinstance(block, Row) and not block.keep:
            yield group
            group = []
    if group:
        yield group


def _before(block: Block, white: float) -> float:
    """The white before a block; a rule keeps clear of the letters above it."""
    least = min(block.before, CLEAR) if isinstance(block, Rule) else 0.0
    return max(least, block.before * white)


def _cell(cell: Cell, scale: float, first: float = 0.0) -> tuple[list[Placed], str]:
    """Break the lines of a cell and place them under its top, the first at the pitch its row shares."""
    placed: list[Placed] = []
    missing = ""
    y = 0.0
    for line in cell.lines:
        head = broken(line.spans, cell.width * MM, even=line.even, scale=scale)
        missing += head.missing
        for text in head.lines:
            y += scale * _pitch(line.spans) if placed else first
            placed.append(Placed(_aligned(cell, line, text), y, text))
        if line.tail:
            tail, lost = _tail(cell, line, placed[-1], scale)
            missing += lost
            placed += tail
            y = placed[-1].y
    return placed, missing


def _tail(cell: Cell, line: Line, head: Placed, scale: float) -> tuple[list[Placed], str]:
    """Set a tail beside the end of its text, wrapping in what room is left, or else below."""
    y, pitch = head.y, scale * _pitch(line.tail)
    start = max(line.tab, head.x + head.line.width / MM + line.gap)
    room = cell.x + cell.width - start
    whole = broken(line.tail, _ENDLESS, scale=scale)
    if whole.lines[0].width / MM <= room:
        return [Placed(start, y, whole.lines[0])], whole.missing
    below = max(line.tab, cell.x)
    if room <= 0 or (start > below and room < LEAST_BESIDE * cell.width):
        start, room, y = below, cell.x + cell.width - below, y + pitch
    made = broken(line.tail, room * MM, even=True, scale=scale)
    return [Placed(start, y + number * pitch, text) for number, text in enumerate(made.lines)], made.missing


_ENDLESS = 1e6


def _pitch(spans: tuple[Span, ...]) -> float:
    return STYLES[spans[0].style].pitch if spans else 0.0


def _aligned(cell: Cell, line: Line, text: SetLine) -> float:
    spare = cell.width - text.width / MM
    if line.align == "right":
        return cell.x + spare
    if line.align == "centre":
        return cell.x + spare / 2
    return cell.x - text.hang / MM
