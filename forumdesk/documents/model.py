"""What a page is made of. Lengths are millimetres from the page's top left corner, type sizes live in styles.

A document either *flows* (rows on a grid, breaking over pages), is a *book* of several flows under one run of
page numbers, or is a stack of *cards* (one page a piece, everything at its place). Builders make it from facts;
only `render` knows fonts and widths. `readable` writes it as text for golden files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Literal, NamedTuple

HINT = "\u200b"  # a break somebody chose


def plain(text: str) -> str:
    """A text without the breaks somebody chose."""
    return text.replace(HINT, "")


Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """Face (family and weight), size in points, colour by name, line pitch in mm, tracking in em."""

    face: str
    size: float
    colour: str = "ink"
    pitch: float = 5.0
    tracking: float = 0.0

    def __str__(self) -> str:
        tracked = f" tracked {self.tracking:g}" * bool(self.tracking)
        return f"{self.face} {self.size:g}/{self.pitch:g} {self.colour}{tracked}"


@dataclass(frozen=True, slots=True)
class Span:
    """Literal text in a style; `reads` is what it says where that differs (张　洋 reads 张洋).

    A style is known by its name in the style sheet, or comes with a layout.
    """

    text: str
    style: str | Style
    reads: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Text that wraps to its cell, with an optional tail beside it (a post after a name).

    The tail starts at `tab` mm, or `gap` mm behind the text where that reaches further. An `even` line breaks
    where a title should, not where it must. With `page_of` it holds the number of the page where that mark stands.
    """

    spans: tuple[Span, ...]
    tail: tuple[Span, ...] = ()
    tab: float = 0.0
    gap: float = 0.0
    align: Align = "left"
    even: bool = False
    page_of: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of `width` × `height` mm, cut about its middle to that shape; `content` is a PNG or JPEG file."""

    width: float
    height: float
    content: bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines one below the other, or a photo, in a column of the grid; a `hanging` one may reach below its row."""

    x: float
    width: float
    lines: tuple[Line, ...]
    hanging: bool = False
    photo: Photo | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells whose first lines share a baseline; `keep` ties it to the next, `about` names it in reports.

    For a row that opens a page `resumed` are further cells, such as the time of the item it continues, and `headed`
    what stands above it again: the heading of its group. A `mark` names the page it stands on for a table of
    contents.
    """

    cells: tuple[Cell, ...]
    before: float = 0.0
    keep: bool = False
    about: str = ""
    resumed: tuple[Cell, ...] = ()
    headed: tuple[Row | Rule, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line of a named weight; it stays with what follows and never opens a page."""

    x: float
    width: float
    weight: str
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Streams of blocks that run down side by side from one top, each at its own pace; what follows is below all.

    They stay together where a page can hold them. `resumed` are cells for every page they go on to.
    """

    streams: tuple[tuple[Row | Rule, ...], ...]
    before: float = 0.0
    resumed: tuple[Cell, ...] = ()


Block = Row | Rule | Beside


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks between margins under a `front`; `foot` closes the last page, `head` runs on later ones.

    `repeated` opens the body of later pages. Where that brings everything on one page, the white between blocks
    may shrink to the part `tightest`, and then the type to the part `smallest`. `number` is what the foot of a
    page says of {page} and {pages}, at `number_at`; `note` stands at the foot's left. `size` is the page in mm
    where it is not the document's.
    """

    left: float
    right: float
    top: float
    bottom: float
    front: tuple[Block, ...]
    blocks: tuple[Block, ...]
    head: tuple[Span, ...]
    foot: tuple[Block, ...] = ()
    repeated: tuple[Block, ...] = ()
    tightest: float = 1.0
    smallest: float = 1.0
    number: str = ""
    number_at: Align = "right"
    note: tuple[Span, ...] = ()
    size: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """Flows one behind the other, each from a new page, with one run of page numbers.

    A `folded` book is imposed for saddle stitch, two pages a side: as many pages of `filler` as a whole number of
    sheets needs stand before the last part.
    """

    parts: tuple[Flow, ...]
    filler: Flow | None = None
    folded: bool = False


class Label(NamedTuple):
    """Text set by its baseline. It wraps to `lines` lines of `width`, then shrinks to `smallest` points.

    A name shrinks to `single` points on one line before it wraps. With several lines the first goes up by the part
    `rise` of what they add: 0 grows down, 1 up, a half both ways. One that `follows` moves down by what the label
    before it grew. Labels of a card that are `alike` by the same word are set in one size. `field` names it in
    reports.
    """

    x: float
    y: float
    width: float
    spans: tuple[Span, ...]
    align: Align = "centre"
    lines: int = 1
    smallest: float = 0.0
    single: float = 0.0
    rise: float = 0.0
    follows: bool = False
    alike: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from corner to corner of a path; `width` in mm."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle's outline about (x, y), dashed where `dash` (mm) is given."""

    x: float
    y: float
    radius: float
    width: float
    colour: str
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of `text`, `size` mm wide without its quiet zone, its top left corner at (x, y)."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document by its key; `cover` fills the box and cuts what reaches out, else it fits inside."""

    x: float
    y: float
    width: float
    height: float
    picture: str
    cover: bool = False


Element = Label | Stroke | Box | Ring | Code | Picture


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of a stack, known by a stable key."""

    key: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece's top left corner stands on its page; a `turned` one stands on its head there."""

    x: float = 0.0
    y: float = 0.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Stack:
    """Cards of `size` mm on the same static `art`; `guides` are seen on the screen and not printed.

    A page takes as many cards as it has `slots`, and a card stands at every place of its slot: a tent twice.
    `sheet` is what belongs to the page and not to a card, such as cut marks.
    """

    art: tuple[Element, ...]
    cards: tuple[Card, ...]
    size: tuple[float, float]
    slots: tuple[tuple[Place, ...], ...] = ((Place(),),)
    sheet: tuple[Element, ...] = ()
    guides: tuple[Element, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages the cards take."""
        return -(-len(self.cards) // len(self.slots))


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font file that came with the event; `key` is its SHA-256."""

    key: str
    content: bytes = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything `render` needs: title and language of the file, the page in mm, and what stands on it.

    The trimmed page lies `inset` mm inside the page, and its colour may reach `bleed` mm beyond the trim. `colours`
    stand in for those of the style sheet; `pictures` are the bytes of what the elements name. What the product's own
    faces lack is taken from `fonts`, in their order.
    """

    title: str
    language: str
    width: float
    height: float
    body: Flow | Book | tuple[Stack, ...]
    inset: float = 0.0
    bleed: float = 0.0
    colours: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    fonts: tuple[OwnFont, ...] = ()

    def readable(self) -> str:
        """The document as text, a line a thing, for golden files and their diffs."""
        boxes = f" inset {self.inset:g} bleed {self.bleed:g}" * bool(self.inset)
        head = f"{self.title} [{self.language}] {self.width:g} × {self.height:g} mm{boxes}"
        return "\n".join([head, *_body(self.body), ""])


def bound(documents: Sequence[Document], title: str) -> Document:
    """Stacks of one page size bound into one document, in the order given."""
    stacks = [stack for document in documents if isinstance(document.body, tuple) for stack in document.body]
    return replace(documents[0], title=title, body=tuple(stacks))


def _body(body: Flow | Book | tuple[Stack, ...]) -> Iterator[str]:
    match body:
        case Flow():
            yield from _flow(body)
        case Book():
            if body.folded:
                yield "folded"
            for flow in body.parts:
                yield "part"
                yield from _flow(flow)
            if body.filler:
                yield "filler"
                yield from _flow(body.filler)
        case _:
            yield from chain.from_iterable(map(_stack, body))


def _flow(flow: Flow) -> Iterator[str]:
    if flow.size:
        yield f"page {flow.size[0]:g} × {flow.size[1]:g} mm"
    yield f"margins {flow.left:g} {flow.right:g} {flow.top:g} {flow.bottom:g}"
    yield f"tightest {flow.tightest:g} smallest {flow.smallest:g}"
    yield f"head {_spans(flow.head)}"
    if flow.number:
        yield f"number {flow.number_at} {flow.number}"
    if flow.note:
        yield f"note {_spans(flow.note)}"
    for part, blocks in (
        ("front", flow.front),
        ("body", flow.blocks),
        ("repeated", flow.repeated),
        ("foot", flow.foot),
    ):
        if blocks:
            yield part
        for block in blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Rule):
        yield f"rule {block.weight} {block.x:g}+{block.width:g} before {block.before:g} after {block.after:g}"
        return
    if isinstance(block, Beside):
        yield f"beside before {block.before:g}"
        yield from _cells("  resumed ", block.resumed)
        for stream in block.streams:
            yield "  stream"
            for inner in stream:
                yield from (f"    {line}" for line in _block(inner))
        return
    mark = f" #{block.mark}" * bool(block.mark)
    yield f"row before {block.before:g}" + " keep" * block.keep + mark + f" · {block.about}" * bool(block.about)
    yield from _cells("  ", block.cells)
    yield from _cells("  resumed ", block.resumed)
    for over in block.headed:
        yield from _cells("  headed ", over.cells) if isinstance(over, Row) else ()


def _cells(mark: str, cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells:
        if cell.photo:
            yield f"{mark}{cell.x:g} photo {cell.photo.width:g}×{cell.photo.height:g}"
        for line in cell.lines:
            yield f"{mark}{cell.x:g}+{cell.width:g}{' hanging' * cell.hanging} {_line(line)}"


def _line(line: Line) -> str:
    marks = (
        [line.align] * (line.align != "left")
        + ["even"] * line.even
        + [f"page of {line.page_of}"] * bool(line.page_of)
    )
    tail = f" >{line.tab:g}/{line.gap:g}> {_spans(line.tail)}" if line.tail else ""
    return " ".join([*marks, _spans(line.spans)]) + tail


def _stack(stack: Stack) -> Iterator[str]:
    for part, elements in (("sheet", stack.sheet), ("guides", stack.guides), ("art", stack.art)):
        if elements or part == "art":
            yield part
        yield from (f"  {_element(element)}" for element in elements)
    if stack.slots != ((Place(),),):
        for slot in stack.slots:
            places = (f"{place.x:g},{place.y:g}" + " turned" * place.turned for place in slot)
            yield f"slot {' and '.join(places)}"
    for card in stack.cards:
        yield f"card {card.key}"
        yield from (f"  {_element(element)}" for element in card.elements)


def _element(element: Element) -> str:
    match element:
        case Label():
            return _label(element)
        case Stroke():
            points = " ".join(f"{x:g},{y:g}" for x, y in element.points)
            return f"stroke {element.width:g} {element.colour} {points}" + " closed" * element.closed
        case Box():
            return f"box {element.colour} {element.x:g},{element.y:g} {element.width:g}×{element.height:g}"
        case Ring():
            dash = f" dash {element.dash:g}" * bool(element.dash)
            return f"ring {element.width:g} {element.colour} {element.x:g},{element.y:g} r {element.radius:g}{dash}"
        case Code():
            return f"code {element.x:g},{element.y:g} +{element.size:g} {element.text}"
        case Picture():
            box = f"{element.x:g},{element.y:g} {element.width:g}×{element.height:g}"
            return f"picture {box} {element.picture[:12]}" + " cover" * element.cover


def _label(label: Label) -> str:
    limits = f" ≤{label.lines} lines" * (label.lines > 1) + f" ≥{label.smallest:g} pt" * bool(label.smallest)
    limits += f" one line ≥{label.single:g} pt" * bool(label.single)
    remarks = (
        " follows" * label.follows
        + f" rise {label.rise:g}" * bool(label.rise)
        + f" alike {label.alike}" * bool(label.alike)
        + f" ({label.field})" * bool(label.field)
    )
    return f"{label.align} {label.x:g},{label.y:g} +{label.width:g}{limits}{remarks} {_spans(label.spans)}"


def _spans(spans: tuple[Span, ...]) -> str:
    return " ".join(
        f"{span.style}«{span.text.replace(HINT, '¦')}»" + f"={span.reads}" * bool(span.reads) for span in spans
    )
