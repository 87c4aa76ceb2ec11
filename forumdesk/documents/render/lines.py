"""Setting text in lines over the faces' own widths: who draws which characters, and what stands on which line."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from forumdesk.documents.model import HINT, Span
from forumdesk.documents.render.faces import REPLACEMENT, Glyph, chain
from forumdesk.documents.render.paragraph import NOT_AT_END, Atom, Kind, Paragraph
from forumdesk.documents.render.script import (
    AMBIGUOUS,
    IDEOGRAPHIC_SPACE,
    TIED,
    cleaned,
    eastern,
    pieces,
    wide,
)
from forumdesk.documents.render.styles import STYLES, Style

_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


class Run(NamedTuple):
    """Characters of one face: what is drawn, its width in points, what it reads as where that differs."""

    font: str
    style: Style
    drawn: str
    width: float
    reads: str = ""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it will be drawn: its width, and how far it hangs out to the left, in points."""

    runs: tuple[Run, ...]
    width: float
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Broken:
    """Lines, the characters nobody can draw, and whether a word had to be cut to fit."""

    lines: tuple[SetLine, ...]
    missing: str = ""
    cut: bool = False


@functools.lru_cache(maxsize=20_000)
def broken(spans: tuple[Span, ...], measure: float, *, even: bool = False, scale: float = 1.0) -> Broken:
    """Break spans into lines of at most `measure` points. Nothing is dropped but spaces at line ends."""
    texts = [_Text.of(span, scale) for span in spans]
    glyphs = [text.glyphs(text.shown) for text in texts]
    missing = "".join(text.missing() for text in texts)
    if sum(text.advance(drawn) for text, drawn in zip(texts, glyphs, strict=True)) <= measure:
        runs = [run for text, drawn in zip(texts, glyphs, strict=True) for run in text.runs(text.shown, drawn)]
        return Broken((_line(runs),), missing)
    atoms = [atom for number, text in enumerate(texts) for atom in text.parts(number)]
    breaks = Paragraph(atoms, measure, even).asked()
    cut = False
    if not breaks:
        whole = [atom for number, text in enumerate(texts) for atom in text.atoms(number)]
        atoms = list(_fitting(whole, texts, measure))
        breaks = Paragraph(atoms, measure, even).breaks()
        cut = len(atoms) > len(whole)
    lines = tuple(_atoms_line(atoms[start:end], texts) for start, end in itertools.pairwise(breaks))
    return Broken(lines, missing, cut)


class _Text(NamedTuple):
    """A span made ready: its style at its scale, its text with and without hints, whose quotes it has."""

    style: Style
    hinted: str
    shown: str
    western: bool
    reads: str

    @classmethod
    def of(cls, span: Span, scale: float) -> _Text:
        style = STYLES[span.style]
        if scale != 1.0:
            style = replace(style, size=style.size * scale)
        text = span.text if span.reads else cleaned(span.text)
        return cls(style, text, text.replace(HINT, ""), not eastern(text), span.reads)

    def missing(self) -> str:
        """The characters that nobody can draw."""
        lost = chain(self.style.face).lost
        return "".join([character for character in self.shown if character in lost]) if lost else ""

    def width(self, text: str) -> float:
        """The width of a part of this text, in points."""
        return self.advance(self.glyphs(text))

    def glyphs(self, text: str) -> list[Glyph]:
        """How each character of a part of this text is drawn."""
        faces = chain(self.style.face)
        glyphs = faces.glyphs(text.replace(TIED, " "), self.western)
        if "’" in text and not self.western:
            for mark in _APOSTROPHE.finditer(text):  # Xi’an in a Chinese text
                (glyphs[mark.start()],) = faces.glyphs("’", True)
        return glyphs

    def advance(self, glyphs: Sequence[Glyph]) -> float:
        """The width of glyphs in points, each with the tracking behind it."""
        return (sum([glyph.advance for glyph in glyphs]) + len(glyphs) * self.style.tracking) * self.style.size

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
        return "wide" if wide(piece[0]) or (piece in AMBIGUOUS and not self.western) else "word"

    def runs(self, part: str, glyphs: Sequence[Glyph]) -> list[Run]:
        """A part of this text split by who draws it. What nobody can draw still reads as itself."""
        style = self.style
        part = part.replace(TIED, " ")
        if not chain(style.face).lost and len({glyph.font for glyph in glyphs}) == 1:
            return [Run(glyphs[0].font, style, part, self.advance(glyphs), self.reads)]
        runs: list[Run] = []
        at = 0
        for (font, missing), group in itertools.groupby(glyphs, key=_who_draws):
            same = list(group)
            text = part[at : at + len(same)]
            at += len(same)
            if missing:
                width = self.advance(same[:1])
                runs += [Run(font, style, REPLACEMENT, width, character) for character in text]
            else:
                runs.append(Run(font, style, text, self.advance(same)))
        return _with_reading(runs, self.reads) if self.reads else runs


def _who_draws(glyph: Glyph) -> tuple[str, bool]:
    return glyph.font, glyph.missing


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
    for number, group in itertools.groupby(atoms[start:end], key=lambda atom: atom.span):
        text = "".join([atom.text for atom in group])
        runs += texts[number].runs(text, texts[number].glyphs(text))
    return _line(runs)


def _line(runs: Sequence[Run]) -> SetLine:
    tracking = runs[-1].style.tracking * runs[-1].style.size if runs else 0.0  # none behind the last character
    return SetLine(tuple(runs), sum([run.width for run in runs]) - tracking, _hang(runs))


def _hang(runs: Sequence[Run]) -> float:
    """Half an em for an opening mark that is drawn in the right half of its square."""
    if not runs or runs[0].drawn[0] not in NOT_AT_END:
        return 0.0
    first = runs[0]
    for western in (False, True):
        (glyph,) = chain(first.style.face).glyphs(first.drawn[0], western)
        if glyph.font == first.font:
            return first.style.size / 2 if glyph.advance == 1.0 else 0.0
    return 0.0
