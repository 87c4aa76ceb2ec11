"""Breaking text into lines over the faces' own widths.

Marks may not start or end a line where Chinese practice forbids it (GB/T 15834, W3C clreq), English words
stay whole and none is left alone on a last line. Even lines are for titles: they break at a mark, or else as
evenly as whole words allow; a zero-width space in the text is a break somebody chose, and wins.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from forumdesk.documents.model import HINT, Span
from forumdesk.documents.render.compounds import COMPOUNDS
from forumdesk.documents.render.faces import chain
from forumdesk.documents.render.styles import STYLES, Style

_TIED = "\u00a0"
_IDEOGRAPHIC_SPACE = "\u3000"
_NOT_AT_START = frozenset("、，。．；：！？）〕］｝〉》」』】〗’”…—·％‰℃ー々ゝゞ,.;:!?)]}%")
_NOT_AT_END = frozenset("（〔［｛〈《「『【〖‘“([{￥＄№")
_HANGING = frozenset("“‘「『《（【〈〔")
_PAUSES = frozenset("·、，。；：！？—…）》”’,.;:!?")
_SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_INVISIBLE = frozenset("\u200c\u200d\u2060\ufeff\u00ad") | {chr(code) for code in range(0xFE00, 0xFE10)}
AMBIGUOUS = frozenset("“”‘’…—·")  # full width in an East Asian text, narrow in a Western one
_FAR = 1e9


@dataclass(frozen=True, slots=True)
class Run:
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
    missing: str
    cut: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """What a line cannot divide: a Han character, a word, a space."""

    text: str
    runs: tuple[Run, ...]
    width: float
    kind: str  # "wide", "word", "space"
    hinted: bool = False  # a break was asked for in front of it


def width(spans: Sequence[Span], scale: float = 1.0) -> float:
    """The width of spans on one line, in points."""
    return sum(atom.width for span in spans for atom in _atoms(span, scale)[0])


def eastern(text: str) -> bool:
    """Whether a text is set as Chinese, so that its quotes are full width: it has as much Han as Latin."""
    han = sum(_is_wide(character) and character.isalpha() for character in text)
    latin = sum(character.isalpha() and not _is_wide(character) for character in text)
    return han > 0 and 3 * han >= latin


@functools.lru_cache(maxsize=20_000)
def broken(spans: tuple[Span, ...], measure: float, *, even: bool = False, scale: float = 1.0) -> Broken:
    """Break spans into lines of at most `measure` points. Nothing is dropped but spaces at line ends."""
    atoms: list[_Atom] = []
    missing = ""
    for span in spans:
        more, lost = _atoms(span, scale)
        atoms += more
        missing += lost
    fitting = list(_fitting(atoms, measure))
    breaks = _breaks(fitting, measure, even)
    lines = tuple(_line(fitting[start:end]) for start, end in itertools.pairwise(breaks))
    return Broken(lines or (SetLine((), 0.0),), missing, cut=len(fitting) > len(atoms))


@functools.lru_cache(maxsize=20_000)
def _atoms(span: Span, scale: float) -> tuple[tuple[_Atom, ...], str]:
    style = STYLES[span.style]
    if scale != 1.0:
        style = replace(style, size=style.size * scale)
    if span.reads:
        runs, missing = _runs(span.text, style, in_western_text=False)
        whole = _with_reading(runs, span.reads)
        return (_Atom(span.text, whole, sum(run.width for run in whole), "word"),), missing
    text = _cleaned(span.text)
    in_western_text = not eastern(text)
    atoms, missing = [], ""
    hinted = False
    for piece in _pieces(text):
        if piece == HINT:
            hinted = True
            continue
        runs, lost = _runs(piece.replace(_TIED, " "), style, in_western_text)
        missing += lost
        wide = _is_wide(piece[0]) or (piece in AMBIGUOUS and not in_western_text)
        kind = "space" if piece in (" ", _IDEOGRAPHIC_SPACE) else "wide" if wide else "word"
        atoms.append(_Atom(piece, runs, sum(run.width for run in runs), kind, hinted))
        hinted = False
    return tuple(atoms), missing


def _cleaned(text: str) -> str:
    """Composed letters, single spaces, and none of the characters that are invisible by nature."""
    if any(unicodedata.combining(character) for character in text):
        text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[ \t\r\n\v\f\u2028\u2029]+", " ", text)
    return "".join(character for character in text if character not in _INVISIBLE)


def _pieces(text: str) -> Iterator[str]:
    """Spaces, wide characters and words, in order; a word may break behind a hyphen or slash inside it."""
    ambiguous_are_wide = eastern(text)
    word = ""
    for character in text:
        apart = character in (" ", _IDEOGRAPHIC_SPACE, HINT)
        wide = _is_wide(character) or (ambiguous_are_wide and character in AMBIGUOUS and not word[-1:].isascii())
        if apart or wide:
            if word:
                yield word
                word = ""
            yield character
            continue
        if len(word) > 2 and word[-1] in "-/–" and word[-2].isalpha() and character.isalpha():
            yield word
            word = ""
        word += character
    if word:
        yield word


@functools.cache
def _is_wide(character: str) -> bool:
    """Whether a line may break on either side: Han, kana, full-width marks; not Hangul, which has words."""
    code = ord(character)
    return (
        (0x2E80 <= code < 0xAC00 and not 0x3130 <= code < 0x3190)
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFE50
        or 0xFF00 <= code < 0xFFF0
        or 0x20000 <= code < 0x40000
        or character == "□"
    )


def _runs(text: str, style: Style, in_western_text: bool) -> tuple[tuple[Run, ...], str]:
    """Split a text by who draws it. The second is what nobody can draw; it still reads as itself."""
    faces = chain(style.face)
    runs: list[Run] = []
    missing = ""
    for character in text:
        glyph = faces.glyph(character, in_western_text)
        advance = (glyph.advance + style.tracking) * style.size
        reads = character if glyph.missing else ""
        missing += reads
        last = runs[-1] if runs else None
        if last and last.font == glyph.font and not reads and not last.reads:
            runs[-1] = Run(last.font, style, last.drawn + glyph.drawn, last.width + advance)
        else:
            runs.append(Run(glyph.font, style, glyph.drawn, advance, reads))
    return tuple(runs), missing


def _with_reading(runs: tuple[Run, ...], reads: str) -> tuple[Run, ...]:
    """Give the reading to the first run; the others read as nothing of their own."""
    first, *others = runs
    return (replace(first, reads=reads), *(replace(run, reads=HINT) for run in others))


def _fitting(atoms: Sequence[_Atom], measure: float) -> Iterator[_Atom]:
    """Cut what is wider than a whole line, such as an address, character by character."""
    for atom in atoms:
        if atom.width <= measure or len(atom.text) == 1 or any(run.reads for run in atom.runs):
            yield atom
            continue
        for run in atom.runs:
            glyphs = chain(run.style.face)
            for character in run.drawn:
                advance = (glyphs.glyph(character, True).advance + run.style.tracking) * run.style.size
                yield _Atom(character, (replace(run, drawn=character, width=advance),), advance, "wide")


def _breaks(atoms: Sequence[_Atom], measure: float, even: bool) -> list[int]:
    """Where lines start, and the end."""
    whole = sum(atom.width for atom in atoms)
    if whole <= measure:
        return [0, len(atoms)]
    plain = _Paragraph(atoms, measure).best()
    if not even:
        return plain
    return _Paragraph(atoms, measure, goal=min(measure, whole / (len(plain) - 1))).best()


class _Paragraph:
    """Atoms to be broken at a measure; a title also has a goal, the width all its lines should come near."""

    def __init__(self, atoms: Sequence[_Atom], measure: float, goal: float | None = None) -> None:
        self.atoms = atoms
        self.measure = measure
        self.goal = goal
        self.hinted = any(atom.hinted for atom in atoms)
        self.reach = [0.0, *itertools.accumulate(atom.width for atom in atoms)]

    def best(self) -> list[int]:
        """The breaks that were asked for, then the fewest lines, and of those the least ugly."""
        count = len(self.atoms)
        unreached = (count, count, _FAR)
        costs: list[tuple[int, int, float]] = [(0, 0, 0.0)] + [unreached] * count
        came = [0] * (count + 1)
        for end in range(1, count + 1):
            if end < count and not self._may_break(end):
                continue
            for start in range(end - 1, -1, -1):
                used = self.reach[self._trimmed(start, end)] - self.reach[start]
                if used > self.measure + 0.01 and end - start > 1:
                    break
                if costs[start] == unreached:
                    continue
                unasked, lines, ugliness = costs[start]
                unasked += self.hinted and end < count and not self.atoms[end].hinted
                cost = (unasked, lines + 1, ugliness + self._ugliness(start, end, used))
                if cost < costs[end]:
                    costs[end], came[end] = cost, start
        if costs[count] == unreached:
            return self._forced()
        breaks = [count]
        while breaks[-1]:
            breaks.append(came[breaks[-1]])
        return breaks[::-1]

    def _forced(self) -> list[int]:
        """For a row of marks that may break nowhere: cut where it must be."""
        breaks = [0]
        for end in range(1, len(self.reach)):
            if self.reach[end] - self.reach[breaks[-1]] > self.measure and end - 1 > breaks[-1]:
                breaks.append(end - 1)
        return [*breaks, len(self.atoms)]

    def _trimmed(self, start: int, end: int) -> int:
        while end > start + 1 and self.atoms[end - 1].kind == "space":
            end -= 1
        return end

    def _may_break(self, at: int) -> bool:
        before, after = self.atoms[at - 1], self.atoms[at]
        if after.kind == "space" or after.text[0] in _NOT_AT_START:
            return False  # a space stays at the end of its line, where it is not seen
        if before.kind == "space":
            return True
        if before.text[-1] in _NOT_AT_END:
            return False
        if after.hinted or "wide" in (before.kind, after.kind):
            return True
        return before.text[-1] in "-/–" and after.text[0].isalpha()

    def _ugliness(self, start: int, end: int, used: float) -> float:
        """How bad a line is: its distance from the goal, what it splits, what it leaves alone at the end."""
        last = end == len(self.atoms)
        ugly = 0.0
        if self.goal is not None:
            ugly += ((used - self.goal) / self.goal) ** 2
        elif not last:
            ugly += ((self.measure - used) / self.measure) ** 2
        if last and start and sum(atom.kind != "space" for atom in self.atoms[start:end]) == 1:
            ugly += 4.0
        return ugly if last else ugly + self._bad_break(end)

    def _bad_break(self, end: int) -> float:
        before, after = self.atoms[self._trimmed(0, end) - 1], self.atoms[end]
        bad = 0.0
        if before.text + after.text in COMPOUNDS:
            bad += 0.05 if self.goal is None else 0.4
        if before.text.lower() in _SMALL_WORDS:
            bad += 0.15
        if self.goal is not None and before.text[-1] in _PAUSES:
            bad -= 0.5
        if self.goal is not None and after.text[0] in _NOT_AT_END:
            bad -= 0.2
        if self.goal is not None and self.atoms[end - 1].kind == "space" and before.kind != after.kind:
            bad -= 0.3
        return bad


def _line(atoms: Sequence[_Atom]) -> SetLine:
    start, end = 0, len(atoms)
    while end > start and atoms[end - 1].kind == "space":
        end -= 1
    while start < end and atoms[start].text == " ":
        start += 1
    kept = atoms[start:end]
    runs: list[Run] = []
    for run in (run for atom in kept for run in atom.runs):
        last = runs[-1] if runs else None
        if last and (last.font, last.style, last.reads, run.reads) == (run.font, run.style, "", ""):
            runs[-1] = replace(last, drawn=last.drawn + run.drawn, width=last.width + run.width)
        else:
            runs.append(run)
    tracking = runs[-1].style.tracking * runs[-1].style.size if runs else 0.0  # none behind the last character
    return SetLine(tuple(runs), sum(run.width for run in runs) - tracking, _hang(kept))


def _hang(atoms: Sequence[_Atom]) -> float:
    """Half an em for an opening mark that is drawn in the right half of its square."""
    if not atoms or atoms[0].text[0] not in _HANGING:
        return 0.0
    style = atoms[0].runs[0].style
    glyph = chain(style.face).glyph(atoms[0].text[0], in_western_text=atoms[0].kind == "word")
    return style.size / 2 if glyph.advance == 1.0 else 0.0
