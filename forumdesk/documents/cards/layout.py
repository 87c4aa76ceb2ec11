"""A print layout as data: what stands where on a card, in mm from its trimmed top left corner.

Text is literal with `{fields}` of the document's kind, a field in the second language as `{name:second}`, and `¦`
where a line may best break. No field reaches into anything: there are these names and no others.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.documents.model import Align

Length = Annotated[float, Meta(ge=0, le=3000, description="mm")]
Place = Annotated[float, Meta(ge=-3000, le=3000, description="mm")]
Points = Annotated[float, Meta(ge=0, le=2000, description="points")]
Size = Annotated[float, Meta(ge=1, le=2000, description="points")]
Side = Annotated[float, Meta(ge=10, le=3000, description="mm")]
Em = Annotated[float, Meta(ge=-0.5, le=3, description="em")]
Part = Annotated[float, Meta(ge=0, le=1)]
Lines = Annotated[int, Meta(ge=1, le=40)]
Many = Annotated[int, Meta(ge=1, le=40)]
Face = Literal["serif 400", "serif 600", "serif 700", "sans 400", "sans 700", "kai"]
Words = Annotated[str, Meta(max_length=2000)] | dict[str, Annotated[str, Meta(max_length=2000)]]
"""A text for every language, or one for each by its code; `both` where a page speaks two."""

MOST_ELEMENTS = 300
COLOURS = (
    "ink",
    "title",
    "second",
    "third",
    "accent",
    "deep",
    "vermilion",
    "line",
    "faint",
    "tint",
    "white",
    "brushed",
)
"""The colours a theme knows by name; any other is written as #RRGGBB or is a field that holds one."""

FIELD = re.compile(r"\{([a-z_]+)(:second)?\}")
_BRACES = re.compile(r"[{}]")
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class UnfitLayout(Refused):
    """A layout that says something no layout can. Facts: reason."""

    code = "unfit-layout"
    sentence = NOOP("The layout cannot be used: {reason}.")


class UnknownField(Refused):
    """A layout asks for what its document does not tell. Facts: field, place, known."""

    code = "unknown-field"
    sentence = NOOP("There is no field {field} in this document ({place}); there are {known}.")


class UnknownColour(Refused):
    """Not a colour of the themes, a #RRGGBB or a field. Facts: colour, place, known."""

    code = "unknown-colour"
    sentence = NOOP("“{colour}” is no colour ({place}); write #RRGGBB or one of {known}.")


class Element(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all elements share: a name for reports, and when they stand.

    `when` is for pages in one language or in two. `needs` are fields that must say something, `unless` fields that
    must not. What is not `printed` is a guide: seen on the screen, left out by the printer.
    """

    name: Annotated[str, Meta(max_length=60)] = ""
    when: Literal["", "one", "two"] = ""
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    printed: bool = True


class Variant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What differs in a text box for Western writing, or on a page in two languages."""

    x: Place | UnsetType = UNSET
    y: Place | UnsetType = UNSET
    width: Length | UnsetType = UNSET
    align: Align | UnsetType = UNSET
    face: Face | UnsetType = UNSET
    size: Size | UnsetType = UNSET
    colour: str | UnsetType = UNSET
    tracking: Em | UnsetType = UNSET
    pitch: Length | UnsetType = UNSET
    lines: Lines | UnsetType = UNSET
    smallest: Points | UnsetType = UNSET
    single: Points | UnsetType = UNSET
    rise: Part | UnsetType = UNSET
    below: Length | UnsetType = UNSET
    room: Length | UnsetType = UNSET


class TextBox(Element, frozen=True, kw_only=True, tag="text"):
    """Text on a baseline `y`, aligned about `x`; it fits as a `Label` does. A box whose text is empty vanishes.

    With `below` it stands so many mm under the last line above it, or `room` mm where that one asks for more, and
    moves up where others vanish. Boxes `alike` by the same word are set in one size. `language` is whose wording
    the fields take: the page's first or its second.
    """

    x: Place
    y: Place = 0.0
    width: Length
    text: Words
    language: Literal["first", "second"] = "first"
    align: Align = "centre"
    face: Face = "serif 400"
    size: Size = 12.0
    colour: str = "ink"
    tracking: Em = 0.0
    pitch: Length = 5.0
    lines: Lines = 1
    smallest: Points = 0.0
    single: Points = 0.0
    rise: Part = 0.0
    below: Length = 0.0
    room: Length = 0.0
    alike: Annotated[str, Meta(max_length=60)] = ""
    west: Variant | None = None
    both: Variant | None = None


class PictureBox(Element, frozen=True, kw_only=True, tag="picture"):
    """A picture: a field that holds its key, such as `{logo}` or `{photo}`, or the ID of one kept for layouts."""

    x: Place
    y: Place
    width: Length
    height: Length
    source: Annotated[str, Meta(max_length=60)]
    cover: bool = False


class Rule(Element, frozen=True, kw_only=True, tag="rule"):
    """A straight line from (x, y), `width` to the right and `height` down."""

    x: Place
    y: Place
    width: Place = 0.0
    height: Place = 0.0
    weight: Length = 0.2
    colour: str = "line"


class Rectangle(Element, frozen=True, kw_only=True, tag="rectangle"):
    """A filled rectangle, or with a `weight` its outline."""

    x: Place
    y: Place
    width: Length
    height: Length
    weight: Length = 0.0
    colour: str = "accent"


class RingBox(Element, frozen=True, kw_only=True, tag="ring"):
    """A circle's outline about (x, y)."""

    x: Place
    y: Place
    radius: Length
    weight: Length = 0.25
    colour: str = "vermilion"
    dash: Length = 0.0


class QrCode(Element, frozen=True, kw_only=True, tag="qr"):
    """A QR code, its top left corner at (x, y)."""

    x: Place
    y: Place
    size: Length
    text: Annotated[str, Meta(max_length=300)] = "{key}"


class Frame(Element, frozen=True, kw_only=True, tag="frame"):
    """The ornament about a page, drawn in the manner of the theme."""

    x: Place
    y: Place
    width: Length
    height: Length


AnyElement = TextBox | PictureBox | Rule | Rectangle | RingBox | QrCode | Frame


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Several pieces on one page of paper, row by row from its top left, with marks to cut along."""

    width: Side
    height: Side
    columns: Many
    rows: Many
    left: Length = 0.0
    top: Length = 0.0
    gap_x: Length = 0.0
    gap_y: Length = 0.0
    marks: bool = False


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A layout for one kind of document. `width` and `height` are those of a piece when it is trimmed.

    Artwork has `bleed` beyond the trim and a margin of `slug` for marks. `panels` are what a sheet is folded to,
    from the top: the piece upright, turned on its head, or left blank. `background` is a picture of pre-printed
    paper to place things on: it is seen on the screen only.
    """

    kind: str
    title: dict[str, str]
    width: Side
    height: Side
    bleed: Length = 0.0
    slug: Length = 0.0
    panels: tuple[Literal["upright", "turned", "blank"], ...] = ("upright",)
    sheet: Sheet | None = None
    background: str = ""
    elements: Annotated[tuple[AnyElement, ...], Meta(max_length=MOST_ELEMENTS)] = ()

    @classmethod
    def from_json(cls, text: str) -> Layout:
        """The layout that an event keeps. Raises `UnfitLayout` with the place that is wrong."""
        try:
            values = json.loads(text)
        except ValueError as error:
            raise UnfitLayout(reason=str(error)) from error
        return cls.of(values)

    @classmethod
    def of(cls, values: Any) -> Layout:
        """The layout that tables of values describe, as a file holds them. Raises `UnfitLayout`."""
        if not all(map(math.isfinite, _numbers(values))):
            raise UnfitLayout(reason="a number is not finite")
        try:
            return msgspec.convert(values, cls)
        except msgspec.ValidationError as error:
            raise UnfitLayout(reason=re.sub("`([^`]*)`", r"“\1”", str(error)).rstrip(".")) from error

    def to_json(self) -> str:
        """For the event's file: the same layout, the same text."""
        return msgspec.json.encode(self).decode()

    def check(self, fields: Mapping[str, object]) -> None:
        """Refuse fields and colours that do not exist, and braces that hold none."""
        known = ", ".join(f"{{{name}}}" for name in fields)
        for number, element in enumerate(self.elements):
            place = f"elements[{number}]"
            asked = [*element.needs, *element.unless]
            for text in texts(element):
                asked += [name for name, _ in FIELD.findall(text)]
                if _BRACES.search(FIELD.sub("", text)):
                    raise UnknownField(field=text, place=place, known=known)
            for name in asked:
                if name not in fields:
                    raise UnknownField(field=f"{{{name}}}", place=place, known=known)
            for colour in _colours(element):
                if colour not in COLOURS and not _HEX.fullmatch(colour) and not FIELD.fullmatch(colour):
                    raise UnknownColour(colour=colour, place=place, known=", ".join(COLOURS))

    def own_pictures(self) -> Iterator[tuple[str, str]]:
        """Where it shows pictures that are kept for layouts, and their IDs."""
        if self.background:
            yield "background", self.background
        for number, element in enumerate(self.elements):
            if isinstance(element, PictureBox) and not FIELD.fullmatch(element.source):
                yield f"elements[{number}].source", element.source


def _numbers(values: Any) -> Iterator[float]:
    match values:
        case float():
            yield values
        case dict():
            for value in values.values():
                yield from _numbers(value)
        case list():
            for value in values:
                yield from _numbers(value)


def texts(element: AnyElement) -> Iterator[str]:
    """Everything in an element that may hold fields."""
    if isinstance(element, TextBox):
        yield from element.text.values() if isinstance(element.text, dict) else (element.text,)
    elif isinstance(element, QrCode):
        yield element.text
    elif isinstance(element, PictureBox):
        yield element.source
    yield from (colour for colour in _colours(element) if "{" in colour)


def _colours(element: AnyElement) -> Iterator[str]:
    if isinstance(element, TextBox | Rule | Rectangle | RingBox):
        yield element.colour
    if isinstance(element, TextBox):
        yield from (
            variant.colour
            for variant in (element.west, element.both)
            if variant is not None and isinstance(variant.colour, str)
        )
