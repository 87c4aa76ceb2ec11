"""Elements of a layout made ready for one run, and filled with what the fields of each piece say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from forumdesk.documents import wording
from forumdesk.documents.cards.kinds import Kind, Pair, Told
from forumdesk.documents.cards.layout import (
    FIELD,
    AnyElement,
    Frame,
    PictureBox,
    QrCode,
    Rectangle,
    RingBox,
    Rule,
    TextBox,
    texts,
)
from forumdesk.documents.model import HINT, Box, Code, Element, Label, Picture, Ring, Span, Stroke, Style, plain
from forumdesk.documents.themes import SOBER, Area, Theme
from forumdesk.domain.text import Text

BREAK = "¦"  # how a layout writes a break that somebody chose
_BLANKS = " \u3000\u00a0"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is printed: the event's two languages and which of them, the theme, pictures by their key.

    `data_only` leaves out everything that no field stands in, for paper that was printed before.
    """

    pair: Pair
    languages: tuple[str, ...]
    theme: Theme = SOBER
    data_only: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def two(self) -> bool:
        """Whether a page speaks both languages."""
        return len(self.languages) > 1

    def language_of(self, box: TextBox) -> str:
        """The language a box is set in; the page's second where there is one."""
        return self.languages[-1 if box.language == "second" else 0]


def asked(element: AnyElement) -> frozenset[str]:
    """The fields whose wording an element shows."""
    return frozenset(name for text in texts(element) for name, _ in FIELD.findall(text))


def _filled(text: str, told: Told) -> str:
    """A text that is no wording, such as a colour or a code, with its fields."""
    return FIELD.sub(lambda found: told[found[1]].first, text) if "{" in text else text


class Filler:
    """An element that stands in the run, at its place among the layout's."""

    def __init__(self, place: int, element: AnyElement) -> None:
        self.place = place
        self.fields = asked(element) | {*element.needs, *element.unless}
        self.printed = element.printed
        self._needs = element.needs
        self._unless = element.unless

    def wanted(self, told: Told) -> bool:
        """Whether the fields it depends on say something, and the others nothing."""
        if not self._needs and not self._unless:
            return True
        return all(told[name] for name in self._needs) and not any(told[name] for name in self._unless)


class Shape(Filler):
    """Anything but text."""

    def __init__(self, place: int, element: AnyElement, manner: Manner) -> None:
        super().__init__(place, element)
        self._element = element
        self._manner = manner

    def shapes(self, told: Told) -> Iterator[Element]:
        """What is drawn for it; nothing where its picture or code is missing."""
        match self._element:
            case Rule(x=x, y=y, width=width, height=height, weight=weight, colour=colour):
                yield Stroke(((x, y), (x + width, y + height)), weight, _filled(colour, told))
            case Rectangle(x=x, y=y, width=width, height=height, weight=weight, colour=colour):
                shown = _filled(colour, told)
                corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
                yield Stroke(corners, weight, shown, closed=True) if weight else Box(x, y, width, height, shown)
            case RingBox(x=x, y=y, radius=radius, weight=weight, colour=colour, dash=dash):
                yield Ring(x, y, radius, weight, _filled(colour, told), dash)
            case QrCode(x=x, y=y, size=size, text=text):
                if content := _filled(text, told):
                    yield Code(x, y, size, content)
            case PictureBox(x=x, y=y, width=width, height=height, source=source, cover=cover):
                if (key := _filled(source, told)) in self._manner.pictures:
                    yield Picture(x, y, width, height, key, cover)
            case Frame(x=x, y=y, width=width, height=height):
                yield from self._manner.theme.frame(Area(x, y, width, height))


class Words(Filler):
    """A text box, its text taken apart once: words, and fields between them."""

    def __init__(self, place: int, box: TextBox, known: Kind, manner: Manner) -> None:
        super().__init__(place, box)
        language = manner.language_of(box)
        self._side = manner.pair.index(language)
        self._new = box.language == "second"
        self._second = manner.pair.index(manner.languages[-1]) if manner.two else 1 - self._side
        self.box = varied(box, manner)
        parts = FIELD.split(worded(self.box, manner).replace(BREAK, HINT))
        self._words = parts[::3]
        self._asked = [(name, bool(second)) for name, second in zip(parts[1::3], parts[2::3], strict=True)]
        self._alone = len(self._asked) == 1 and not any(self._words)
        self._person = self._alone and known.fields[self._asked[0][0]].person
        face = manner.theme.face(self.box.face)
        self._style = Style(face, self.box.size, self.box.colour, self.box.pitch, self.box.tracking)
        self._about = box.name or (known.fields[self._asked[0][0]].label if self._asked else "")

    def label(self, told: Told, y: float, *, follows: bool) -> Label | None:
        """The box's text on a baseline; None where it says nothing, or in a second language nothing new."""
        values = [self._value(told[name], second=second) for name, second in self._asked]
        if values and not any(values):
            return None
        text = self._words[0]
        for value, words in zip(values, self._words[1:], strict=True):
            text += value + words
        text = text.strip(_BLANKS)
        if not text:
            return None
        box, style = self.box, self._style
        if "{" in box.colour:
            style = replace(style, colour=_filled(box.colour, told))
        span = wording.name(text, style) if self._person else Span(text, style)
        fit = (box.align, box.lines, box.smallest, box.single, box.rise)
        return Label(box.x, y, box.width, (span,), *fit, follows, box.alike, self._about)

    def _value(self, text: Text, *, second: bool) -> str:
        """What a field says; amid words without the breaks somebody chose for it alone."""
        if second or (self._new and self._alone):
            side = self._second if second else self._side
            shown = text.side(side) if text.first and text.second and text.first != text.second else ""
        else:
            shown = text.side(self._side)
        return shown if self._alone else plain(shown)


def variants(box: TextBox, manner: Manner) -> tuple[str, ...]:
    """The variants that hold for a box in this run, the stronger one last."""
    names = ("west" * (not wording.east_asian(manner.language_of(box))), "both" * manner.two)
    return tuple(name for name in names if name and getattr(box, name) is not None)


def varied(box: TextBox, manner: Manner) -> TextBox:
    """The box as it is set in its language, on a page in one or in two."""
    for name in variants(box, manner):
        variant = getattr(box, name)
        changed = {name: getattr(variant, name) for name in variant.__struct_fields__}
        given = {name: value for name, value in changed.items() if value is not msgspec.UNSET}
        box = msgspec.structs.replace(box, **given)
    return box


def wording_of(box: TextBox, manner: Manner) -> str:
    """The code under which a box that has a text for each language has the one it shows, or nothing.

    Where it has none in its language that is English, or else the first there is.
    """
    if isinstance(box.text, str):
        return ""
    language = manner.language_of(box)
    order = ("both", language, "en") if manner.two and box.language == "first" else (language, "en")
    return next((code for code in order if code in box.text), next(iter(box.text), ""))


def worded(box: TextBox, manner: Manner) -> str:
    """The box's text as it is shown, before its fields are filled."""
    return box.text if isinstance(box.text, str) else box.text.get(wording_of(box, manner), "")
