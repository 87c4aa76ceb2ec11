"""Setting text in lines over the faces' own widths: who draws which characters, and what stands on which line."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from forumdesk.documents.model import HINT, OwnFont, Span, Style
from forumdesk.documents.render.faces import NARROW_APOSTROPHE, OWN_FONTS, REPLACEMENT, Chain, chain
from forumdesk.documents.render.paragraph import NOT_AT_END, Atom, Kind, Paragraph
from forumdesk.documents.render.script import (
    AMBIGUOUS,
    IDEOGRAPHIC_SPACE,
    cleaned,
    eastern,
    pieces,
    wide,
)
from forumdesk.documents.render.styles import style as named

_INSIDE_LATIN = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


class Run(NamedTuple):
    """Characters of one face: what is drawn, its width in points, what it reads as where that differs."""

    font: str
    style: Style
    drawn: str
    width: float
    reads: str = ""


class SetLine(NamedTuple):
    """One line as it will be drawn: its width, and how far it hangs out to the left, in points."""

    runs: tuple[Run, ...]
    width: float
    hang: float = 0.0


class Broken(NamedTuple):
    """Lines, the characters nobody can draw, and whether a word had to be cut to fit."""

    lines: tuple[SetLine, ...]
    missing: str = ""
    cut: bool = False


def broken(spans: tuple[Span, ...], measure: float, *, even: bool = False, scale: float = 1.0) -> Broken:
    """As `broken_once`, for text that stands on a page again and again while it is laid out."""
    return _broken(spans, measure, even, scale, OWN_FONTS.get())


@functools.lru_cache(maxsize=2_000)
def _broken(spans: tuple[Span, ...], measure: float, even: bool, scale: float, _fonts: tuple[OwnFont, ...]) -> Broken:
    return broken_once(spans, measure, even=even, scale=scale)


def broken_once(spans: tuple[Span, ...], measure: float, *, even: bool = False, scale: float = 1.0) -> Broken:
    """Break spans into lines of at most `measure` points. Nothing is dropped but spaces at line ends."""
    texts = [_Text.of(span, scale) for span in spans]
    if sum([text.width(text.shown) for text in texts]) <= measure:
        line = _line([run for text in texts for run in text.runs(text.shown)])
        return Broken((line,), "".join([text.missing() for text in texts]))
    atoms = [atom for number, text in enumerate(texts) for atom in text.parts(number)]
    breaks = Paragraph(atoms, measure, even).asked()
    cut = False
    if not breaks:
        whole = [atom for number, text in enumerate(texts) for atom in text.atoms(number)]
        atoms = list(_fitting(whole, texts, measure))
        breaks = Paragraph(atoms, measure, even).breaks()
        cut = len(atoms) > len(whole)
    lines = tuple(_atoms_line(atoms[start:end], texts) for start, end in itertools.pairwise(breaks))
    return Broken(lines, "".join([text.missing() for text in texts]), cut)


def natural_width(spans: tuple[Span, ...]) -> float:
    """How wide spans are on one line, in points."""
    texts = [_Text.of(span, 1.0) for span in spans]
    return sum([text.width(text.shown) for text in texts])


class _Text(NamedTuple):
    """A span made ready: its style at its scale, its text with and without hints, the faces it is drawn in."""

    style: Style
    hinted: str
    shown: str
    faces: Chain
    reads: str

    @classmethod
    def of(cls, span: Span, scale: float) -> _Text:
        style = named(span.style)
        if scale != 1.0:
            style = replace(style, size=style.size * scale)
        text = span.text if span.reads else cleaned(span.text)
        western = not eastern(text)
        if "’" in text and not western:
            text = _INSIDE_LATIN.sub(NARROW_APOSTROPHE, text)
        return cls(style, text, text.replace(HINT, ""), chain(style.face, western), span.reads)

    def missing(self) -> str:
        """The characters that nobody can draw."""
        lost = self.faces.lost
        return "".join([character for character in self.shown if character in lost]) if lost else ""

    def width(self, text: str) -> float:
        """The width of a part of this text in points, with the tracking behind each character."""
        return (self.faces.advance(text) + len(text) * self.style.tracking) * self.style.size

    def parts(self, number: int) -> Iterator[Atom]:
        """What stands between the breaks that somebody chose; `number` is the span's."""
        for place, part in enumerate(self.hinted.split(HINT)):
            ink = part.rstrip(" " + IDEOGRAPHIC_SPACE)
            if ink:
                yield Atom(ink, self.width(ink), "word", place > 0, number)
            if len(ink) < len(part):
                yield Atom(part[len(ink) :], self.width(part[len(ink) :]), "space", span=number)

    def atoms(self, number: int) -> Iterator[Atom]:
        """What lines are made of; `number` is the span's."""
        if self.reads:
            yield Atom(self.shown, self.width(self.shown), "word", span=number)
            return
        hinted = False
        for piece in pieces(self.hinted):
            if piece == HINT:
                hinted = True
                continue
            yield Atom(piece, self.width(piece), self._kind(piece), hinted, number)
            hinted = False

    def _kind(self, piece: str) -> Kind:
        if piece in (" ", IDEOGRAPHIC_SPACE):
            return "space"
        return "wide" if wide(piece[0]) or (piece in AMBIGUOUS and not self.faces.western) else "word"

    def runs(self, part: str) -> tuple[Run, ...]:
        """A part of this text split by who draws it."""
        return _runs(self.faces, self.style, part, self.reads)


@functools.lru_cache(maxsize=1_000)  # what stands on every card is split once
def _runs(faces: Chain, style: Style, text: str, reads: str) -> tuple[Run, ...]:
    """A text split by who draws it. What nobody can draw still reads as itself."""
    size, tracking = style.size, style.tracking
    runs = [
        Run(font, style, share, (advance + len(share) * tracking) * size)
        for font, share, advance in faces.shares(text)
    ]
    if faces.lost or NARROW_APOSTROPHE in text:
        runs = [_drawn(run, faces) for run in runs]
    return tuple(_with_reading(runs, reads) if reads else runs)


def _drawn(run: Run, faces: Chain) -> Run:
    """A run as it is drawn where a character stands for another one."""
    if run.drawn[:1] in faces.lost:
        return run._replace(drawn=REPLACEMENT * len(run.drawn), reads=run.drawn)
    return run._replace(drawn=run.drawn.replace(NARROW_APOSTROPHE, "’"))


def _with_reading(runs: list[Run], reads: str) -> list[Run]:
    """Give the reading to the first run; the others read as nothing of their own."""
    first, *others = runs
    return [first._replace(reads=reads), *(run._replace(reads=HINT) for run in others)]


def _fitting(atoms: Sequence[Atom], texts: Sequence[_Text], measure: float) -> Iterator[Atom]:
    """Cut what is wider than a whole line, such as an address, character by character."""
    for atom in atoms:
        text = texts[atom.span]
        if atom.width <= measure or text.reads:
            yield atom
        else:
            yield from (Atom(one, text.width(one), "wide", span=atom.span) for one in atom.text)


def _atoms_line(atoms: Sequence[Atom], texts: Sequence[_Text]) -> SetLine:
    start, end = 0, len(atoms)
    while end > start and atoms[end - 1].kind == "space":
        end -= 1
    while start < end and atoms[start].text == " ":
        start += 1
    runs: list[Run] = []
    for number, group in itertools.groupby(atoms[start:end], key=attrgetter("span")):
        runs += texts[number].runs("".join([atom.text for atom in group]))
    return _line(runs)


def _line(runs: Sequence[Run]) -> SetLine:
    tracking = runs[-1].style.tracking * runs[-1].style.size if runs else 0.0  # none behind the last character
    return SetLine(tuple(runs), sum([run.width for run in runs]) - tracking, _hang(runs))


def _hang(runs: Sequence[Run]) -> float:
    """Half an em for an opening mark that is drawn in the right half of its square."""
    if not runs or runs[0].drawn[0] not in NOT_AT_END:
        return 0.0
    style, mark = runs[0].style, runs[0].drawn[0]
    faces = chain(style.face, western=False)
    full = faces.fonts(mark) == [runs[0].font] and faces.advance(mark) == 1.0
    return style.size / 2 if full else 0.0
