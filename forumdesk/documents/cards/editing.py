"""Changing a layout: what a user drags, and what he types, as new elements of the same kind.

Nothing is changed in place. What is seen is what changes: where a text box has a size of its own for Western
writing and is seen in it, a new size is that one's.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET
from msgspec.structs import replace

from forumdesk.documents.cards.fill import Manner, variants, varied, wording_of
from forumdesk.documents.cards.layout import (
    AnyElement,
    Frame,
    Layout,
    PictureBox,
    QrCode,
    Rectangle,
    RingBox,
    Rule,
    TextBox,
)
from forumdesk.documents.model import Align
from forumdesk.documents.themes import Area

Kind = Literal["text", "picture", "rule", "rectangle", "ring", "qr", "frame"]
KINDS: dict[Kind, type[AnyElement]] = {
    "text": TextBox, "picture": PictureBox, "rule": Rule, "rectangle": Rectangle, "ring": RingBox, "qr": QrCode,
    "frame": Frame,
}  # fmt: skip

MM_A_POINT = 25.4 / 72
ASCENT, DESCENT = 0.88, 0.24
"""Of a line of text, in parts of its size: where its box begins above the baseline and ends below."""
SMALLEST = 1.0
"""mm that a box keeps when it is made smaller by hand."""
_PARTS: dict[Align, float] = {"left": 0.0, "centre": 0.5, "right": 1.0}


def area(element: AnyElement, manner: Manner, y: float | None = None) -> Area:
    """The room an element takes, in mm; of text on a baseline `y` all the lines it may have."""
    match element:
        case TextBox():
            box = varied(element, manner)
            size, more = box.size * MM_A_POINT, box.pitch * (box.lines - 1)
            top = (box.y if y is None else y) - box.rise * more - ASCENT * size
            return Area(left(box), top, box.width, (ASCENT + DESCENT) * size + more)
        case RingBox():
            return Area(
                element.x - element.radius, element.y - element.radius, 2 * element.radius, 2 * element.radius
            )
        case QrCode():
            return Area(element.x, element.y, element.size, element.size)
        case _:
            return Area(element.x, element.y, element.width, element.height)


def left(box: TextBox) -> float:
    """Where a text box begins, in mm; its `x` is what it is aligned about."""
    return box.x - _PARTS[box.align] * box.width


def changed(element: AnyElement, manner: Manner, **values: Any) -> AnyElement:
    """An element with other values; of a text box those that hold where it is seen."""
    if isinstance(element, TextBox):
        for name in reversed(variants(element, manner)):
            variant = getattr(element, name)
            own = {each: value for each, value in values.items() if getattr(variant, each, UNSET) is not UNSET}
            element = replace(element, **{name: replace(variant, **own)})
            values = {each: value for each, value in values.items() if each not in own}
    return replace(element, **values)


def placed(box: TextBox, manner: Manner, *, begins: float, width: float, align: Align) -> AnyElement:
    """A text box that begins there, is so wide and aligned so."""
    return changed(box, manner, x=_fine(begins + _PARTS[align] * width), width=_fine(width), align=align)


def aligned(box: TextBox, manner: Manner, align: Align) -> AnyElement:
    """A text box aligned in another way, in the same room."""
    seen = varied(box, manner)
    return placed(box, manner, begins=left(seen), width=seen.width, align=align)


def reworded(box: TextBox, manner: Manner, text: str) -> TextBox:
    """A text box with another text in the language it is seen in, or in all where it has one for all."""
    code = wording_of(box, manner)
    if isinstance(box.text, dict):
        return replace(box, text={**box.text, code or manner.language_of(box): text})
    return replace(box, text=text)


def moved(element: AnyElement, manner: Manner, across: float, down: float) -> AnyElement:
    """An element so many mm elsewhere; a text that hangs below others hangs deeper or less deep."""
    if not isinstance(element, TextBox):
        return replace(element, x=_fine(element.x + across), y=_fine(element.y + down))
    seen = varied(element, manner)
    values = {"x": _fine(seen.x + across)}
    if not seen.below:
        values["y"] = _fine(seen.y + down)
    elif down:
        values["below"] = max(0.1, _fine(seen.below + down))
    return changed(element, manner, **values)


def resized(element: AnyElement, manner: Manner, to: Area) -> AnyElement:
    """An element that takes other room: a text more or fewer lines, a ring or a code the wider side."""
    width, height = max(SMALLEST, to.width), max(SMALLEST, to.height)
    match element:
        case TextBox():
            seen, before = varied(element, manner), area(element, manner)
            grown = round((height - before.height) / seen.pitch) if seen.pitch else 0
            made = placed(element, manner, begins=to.x, width=width, align=seen.align)
            return changed(made, manner, lines=min(40, max(1, seen.lines + grown)))
        case RingBox():
            radius = _fine(max(width, height) / 2)
            return replace(element, x=_fine(to.x + radius), y=_fine(to.y + radius), radius=radius)
        case QrCode():
            return replace(element, x=_fine(to.x), y=_fine(to.y), size=_fine(max(width, height)))
        case Rule():
            return replace(element, x=_fine(to.x), y=_fine(to.y), width=_fine(to.width), height=_fine(to.height))
        case _:
            return replace(element, x=_fine(to.x), y=_fine(to.y), width=_fine(width), height=_fine(height))


def fresh(kind: Kind, layout: Layout, text: str) -> AnyElement:
    """A new element in the middle of the page; `text` is what a text box says."""
    middle, height = layout.width / 2, layout.height / 2
    side = min(layout.width, layout.height) / 5
    corner = {"x": _fine(middle - side / 2), "y": _fine(height - side / 2)}
    values: dict[Kind, dict[str, Any]] = {
        "text": {"x": middle, "y": height, "width": _fine(layout.width / 2), "text": text},
        "picture": {**corner, "width": side, "height": side, "source": "{logo}"},
        "rule": {"x": _fine(middle - side), "y": height, "width": 2 * side},
        "rectangle": {**corner, "width": side, "height": side, "weight": 0.25},
        "ring": {"x": middle, "y": height, "radius": side / 2},
        "qr": {**corner, "size": side},
        "frame": {"x": 5, "y": 5, "width": layout.width - 10, "height": layout.height - 10},
    }
    return KINDS[kind](**values[kind])


def kind_of(element: AnyElement) -> Kind:
    """What an element is."""
    return next(kind for kind, of in KINDS.items() if isinstance(element, of))


def with_element(layout: Layout, place: int, element: AnyElement) -> Layout:
    """A layout with another element at a place."""
    return replace(layout, elements=(*layout.elements[:place], element, *layout.elements[place + 1 :]))


def with_new(layout: Layout, element: AnyElement) -> Layout:
    """A layout with one element more, above all others."""
    return replace(layout, elements=(*layout.elements, element))


def _fine(length: float) -> float:
    """Hundredths of a mm: finer than any printer, and short to read."""
    return round(length, 2)
