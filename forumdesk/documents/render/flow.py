"""Placing flowing rows on pages: what stands where, before anything is drawn.

A cursor runs down the page from baseline to baseline; a line's own pitch leads to it. Rows stay whole where
a page can hold them, rules stay with what follows, and the foot takes the last row along to a new page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from forumdesk.base.job import may_stop
from forumdesk.documents.model import Beside, Block, Book, Cell, Flow, Line, Photo, Row, Rule, Span
from forumdesk.documents.render.lines import broken
from forumdesk.documents.render.rows import Awaited, Placed, SetRow, aligned, set_cell, set_row
from forumdesk.documents.render.styles import MM

HEAD_BASELINE = 13.0  # the running head of later pages, and where their body begins, mm
HEAD_RULE = 15.4
BODY_TOP = 18.4
PAGE_BASELINE = 7.0  # the page number, above the page's lower edge
WHITE_STEP = 0.04
TYPE_STEP = 0.01
FRONT_WHITE = 0.75  # the heading of a document gives way less
CLEAR = 1.6
ROUNDING = 0.01
SHEET = 4  # pages of one folded sheet


@dataclass(slots=True)
class Sheet:
    """What stands on one page of `width` × `height` mm."""

    width: float
    height: float
    texts: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, Rule]] = field(default_factory=list)
    photos: list[tuple[float, float, Photo]] = field(default_factory=list)
    awaited: list[Awaited] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)


Set = tuple[Block, SetRow | None]


def laid_out(flow: Flow, width: float, height: float) -> Pages:
    """Place a flow on pages of `width` × `height` mm, numbered where there are several.

    White and then type give way, no more than needed, where that brings everything on one page.
    """
    pages = _fitted(flow, width, height)
    if len(pages.sheets) > 1:
        for number, sheet in enumerate(pages.sheets, start=1):
            _margins(flow, sheet, number, len(pages.sheets), first=number == 1)
    return pages


def book_laid_out(book: Book, width: float, height: float) -> tuple[list[Sheet], list[tuple[str, str]]]:
    """Place the parts of a book on its pages; the sheets in reading order, and what nobody can draw."""
    parts = [(flow, _fitted(flow, width, height)) for flow in book.parts]
    count = sum(len(pages.sheets) for _, pages in parts)
    if book.folded and count % SHEET:
        blank = book.filler or Flow(0, 0, 0, 0, (), (), ())
        parts[-1:-1] = [(blank, _fitted(blank, width, height)) for _ in range(-count % SHEET)]
    sheets = [sheet for _, pages in parts for sheet in pages.sheets]
    number = 0
    for flow, pages in parts:
        for sheet in pages.sheets:
            number += 1
            _margins(flow, sheet, number, len(sheets), first=sheet is pages.sheets[0])
    _tell_pages(sheets)
    return sheets, [lost for _, pages in parts for lost in pages.missing]


def _tell_pages(sheets: Sequence[Sheet]) -> None:
    """Write the numbers of pages where they are awaited, now that every mark has its page."""
    pages = {mark: number for number, sheet in enumerate(sheets, start=1) for mark, _ in sheet.marks}
    for sheet in sheets:
        for cell, y, line, after in reversed(sheet.awaited):
            number = broken((replace(line.spans[0], text=str(pages[line.page_of])),), cell.width * MM).lines[0]
            sheet.texts.insert(after, Placed(aligned(cell, line, number), y, number))


def _fitted(flow: Flow, width: float, height: float) -> Pages:
    width, height = flow.size or (width, height)
    pages = Pages(flow, width, height)
    if len(pages.sheets) == 1 or flow.tightest == flow.smallest == 1.0:
        return pages
    if len(Pages(flow, width, height, flow.tightest, flow.smallest).sheets) > 1:
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
        self.sheets = [Sheet(width, height)]
        self.missing: list[tuple[str, str]] = []
        self._white = white
        self._scale = scale
        self._repeated = flow.repeated
        self._resumed: tuple[Cell, ...] = ()
        self._at = 0  # the sheet in hand
        self._fresh = False  # nothing but heads on this page
        self._y = self._top = flow.top
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

    def _place(self, group: Sequence[Set], reserved: float) -> None:
        room = self._bottom + ROUNDING - self._y
        if self._height(group) + reserved > room and self.sheets[self._at].texts and not self._fresh:
            holds = self._height(group) <= self._bottom - self._top
            if holds or self._least(group) > room:
                self._turn()
        for block, made in group:
            if not self._fresh or isinstance(block, Beside):
                self._put(block, made)
            elif isinstance(block, Row):
                for over in block.headed:
                    self._fresh = False
                    self._put(over, self._set(over))
                self._put(block, self._set(replace(block, cells=(*block.resumed, *block.cells))))

    def _turn(self) -> None:
        """Go on to the next page, which another stream may have opened already."""
        self._at += 1
        self._fresh = True
        if self._at < len(self.sheets):
            self._y = self._top
            return
        self.sheets.append(Sheet(self.width, self.height))
        self._y = BODY_TOP
        for block in self._repeated:
            self._put(block, self._set(block))
        self._top = self._y
        if self._resumed:
            self._lay(set_row(Row(self._resumed), self._scale))
            self._y = self._top
        self._fresh = True

    def _set(self, block: Block) -> SetRow | None:
        may_stop()
        return set_row(block, self._scale) if isinstance(block, Row) else None

    def _height(self, blocks: Sequence[Set]) -> float:
        return sum(_before(block, self._white) + self._own_height(block, made) for block, made in blocks)

    def _own_height(self, block: Block, made: SetRow | None) -> float:
        if isinstance(block, Rule):
            return block.after
        if isinstance(block, Beside):
            return max(self._height([(one, self._set(one)) for one in stream]) for stream in block.streams)
        return made.height if made else 0.0

    def _least(self, group: Sequence[Set]) -> float:
        """The room a group needs to begin on a page that cannot hold it whole."""
        *before, (last, _) = group
        if not isinstance(last, Beside):
            return self._height(group)
        opening = [next(_groups(stream)) for stream in last.streams if stream]
        firsts = [self._height([(one, self._set(one)) for one in blocks]) for blocks in opening]
        return self._height(before) + _before(last, self._white) + max(firsts)

    def _put(self, block: Block, made: SetRow | None, white: float | None = None) -> None:
        self._y += 0.0 if self._fresh else _before(block, self._white if white is None else white)
        if isinstance(block, Rule):
            self.sheets[self._at].rules.append((self._y, block))
            self._y += block.after
        elif isinstance(block, Beside):
            self._put_beside(block)
        elif made is not None:
            self._lay(made)
            if block.mark:
                self.sheets[self._at].marks.append((block.mark, block.about))
            if made.missing and (block.about, made.missing) not in self.missing:
                self.missing.append((block.about, made.missing))
        self._fresh = False

    def _put_beside(self, block: Beside) -> None:
        start = (self._at, self._y)
        ends = [start]
        self._resumed = block.resumed
        for stream in block.streams:
            self._at, self._y = start
            self._fresh = False
            for group in _groups(stream):
                self._place([(one, self._set(one)) for one in group], 0.0)
            ends.append((self._at, self._y))
        self._at, self._y = max(ends)
        self._resumed = ()

    def _lay(self, made: SetRow) -> None:
        """Put a row down; one that no page can hold is cut between its lines."""
        top = self._y
        sheet = self.sheets[self._at]
        sheet.photos += [(x, top + y, photo) for x, y, photo in made.photos]
        read = len(sheet.texts)
        sheet.awaited += [Awaited(cell, top + y, line, read + after) for cell, y, line, after in made.awaited]
        whole = top + max((text.y for text in made.texts), default=0.0) <= self._bottom + ROUNDING
        for text in made.texts if whole else sorted(made.texts, key=lambda text: text.y):
            if top + text.y > self._bottom + ROUNDING:
                self._turn()
                top = self._y + 5.0 - text.y
            self.sheets[self._at].texts.append(Placed(text.x, top + text.y, text.line))
        self._y = top + made.height


def _margins(flow: Flow, sheet: Sheet, number: int, count: int, *, first: bool) -> None:
    """Number a page at its foot, and name at its head what goes on there."""
    whole = Cell(flow.left, sheet.width - flow.left - flow.right, ())
    if flow.number:
        page = (Span(flow.number.format(page=number, pages=count), "running.page"),)
        _margin(sheet, replace(whole, lines=(Line(page, align=flow.number_at),)), sheet.height - PAGE_BASELINE)
    if flow.note:
        _margin(sheet, replace(whole, lines=(Line(flow.note),)), sheet.height - PAGE_BASELINE)
    if flow.head and not first:
        _margin(sheet, replace(whole, lines=(Line(flow.head),)), HEAD_BASELINE)
        sheet.rules.append((HEAD_RULE, Rule(flow.left, whole.width, "line")))


def _margin(sheet: Sheet, cell: Cell, baseline: float) -> None:
    made, _ = set_cell(cell, 1.0)
    sheet.texts.append(Placed(made[0].x, baseline, made[0].line))


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks that stay on one page: rules and kept rows go with the row after them."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if isinstance(block, Beside) or (isinstance(block, Row) and not block.keep):
            yield group
            group = []
    if group:
        yield group


def _before(block: Block, white: float) -> float:
    """The white before a block; a rule keeps clear of the letters above it."""
    least = min(block.before, CLEAR) if isinstance(block, Rule) else 0.0
    return max(least, block.before * white)
