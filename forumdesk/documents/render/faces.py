"""Faces, loaded once a process: which face draws a character, how wide it is, and what nobody can draw."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from unicodedata import bidirectional

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from forumdesk.base.places import resources
from forumdesk.documents.model import OwnFont

REPLACEMENT = "□"  # drawn where no face has the character, and reported

# Weights of the serif other than 600 lack the rarest Han: the 600 stands in before the sans does.
_CHAINS: dict[str, tuple[str, ...]] = {
    "serif 400": ("Serif-Regular", "SerifLatin-Regular", "Serif-SemiBold", "Sans-Regular"),
    "serif 600": ("Serif-SemiBold", "SerifLatin-SemiBold", "Sans-Bold"),
    "serif 700": ("Serif-Bold", "SerifLatin-Bold", "Serif-SemiBold", "Sans-Bold"),
    "sans 400": ("Sans-Regular", "SansLatin-Regular"),
    "sans 700": ("Sans-Bold", "SansLatin-Bold"),
    "kai": ("Kai-Regular", "Serif-Regular", "SerifLatin-Regular", "Serif-SemiBold", "Sans-Regular"),
}

NARROW_APOSTROPHE = "\ufdd0"  # the ’ of Xi’an in a Chinese text; no text holds this code
_STAND_INS = {NARROW_APOSTROPHE: "’", "\u00a0": " "}

# Full width in the East Asian faces; in a Western text they come from the Latin face.
WESTERN_MARKS = frozenset("’‘“”…·—–")

# The Kai's Latin letters and digits all have one width and its quotes are narrow: the serif's fit better.
_NOT_FROM_KAI = frozenset(map(chr, range(0x21, 0x250))) | frozenset("“”‘’–")


@functools.cache
def font(name: str) -> TTFont:
    """A face of `resources/fonts`, registered once. Raises OSError where the file is gone."""
    rl_config.useA85 = 0
    loaded = TTFont(f"ForumDesk{name}", str(resources() / "fonts" / f"ForumDesk{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@functools.lru_cache(maxsize=8)
def _own(own: OwnFont) -> TTFont:
    """A font that came with the event, registered."""
    loaded = TTFont(f"Own{own.key[:16]}", BytesIO(own.content), asciiReadable=False)
    loaded.face.name += b"-" + own.key[:16].encode()  # ReportLab takes faces of one name for one face
    pdfmetrics.registerFont(loaded)
    return loaded


OWN_FONTS: ContextVar[tuple[OwnFont, ...]] = ContextVar("own_fonts", default=())
"""What the document that is being set brought along."""


@contextmanager
def with_fonts(own: tuple[OwnFont, ...]) -> Iterator[None]:
    """Let these fonts draw what the product's own lack."""
    token = OWN_FONTS.set(own)
    try:
        yield
    finally:
        OWN_FONTS.reset(token)


class Chain:
    """The faces asked in turn for one style of letter, and what they answered: two dicts over characters.

    The answers differ between East Asian and Western texts, so each kind of text has its own chain.
    """

    def __init__(self, face: str, western: bool, own: tuple[OwnFont, ...] = ()) -> None:
        self.face = face
        self.western = western
        self.own = own
        self.lost: set[str] = set()  # what no face has
        self._fonts: dict[str, str] = {}
        self._advances: dict[str, float] = {}

    def advance(self, text: str) -> float:
        """The width of a text in em."""
        try:
            return sum(map(self._advances.__getitem__, text))
        except KeyError:
            self._look_up(text)
            return sum(map(self._advances.__getitem__, text))

    def fonts(self, text: str) -> list[str]:
        """The font that draws each character; what no face has is drawn as the replacement."""
        try:
            return list(map(self._fonts.__getitem__, text))
        except KeyError:
            self._look_up(text)
            return list(map(self._fonts.__getitem__, text))

    def shares(self, text: str) -> Iterator[tuple[str, str, float]]:
        """A text cut by who draws it: font, characters, width in em. Lost characters are shares of their own."""
        fonts = self.fonts(text)
        if not fonts:
            return
        if self.lost:
            keys = ["" if character in self.lost else font for character, font in zip(text, fonts, strict=True)]
        elif fonts.count(fonts[0]) == len(fonts):
            yield fonts[0], text, self.advance(text)
            return
        else:
            keys = fonts
        start = 0
        for _, group in itertools.groupby(keys):
            end = start + len(list(group))
            share = text[start:end]
            yield fonts[start], share, self.advance(share)
            start = end

    def _look_up(self, text: str) -> None:
        for character in set(text) - self._fonts.keys():
            stands_for = _STAND_INS.get(character, character)
            western = self.western or character == NARROW_APOSTROPHE
            found = self._first_with(stands_for, western)
            if found is None:
                self.lost.add(character)
                stands_for = REPLACEMENT
                found = self._first_with(REPLACEMENT, western) or font("Sans-Regular")
            self._fonts[character] = found.fontName
            self._advances[character] = found.face.charWidths.get(ord(stands_for), found.face.defaultWidth) / 1000

    def _first_with(self, character: str, western: bool) -> TTFont | None:
        own = () if bidirectional(character) in ("R", "AL") else self.own  # nobody here turns or joins letters
        faces = itertools.chain(map(font, self._order(character, western)), map(_own, own))
        return next((each for each in faces if ord(character) in each.face.charToGlyph), None)

    def _order(self, character: str, western: bool) -> tuple[str, ...]:
        names = _CHAINS[self.face]
        if character == "·" and self.face.startswith("sans"):
            return names[::-1]  # between the parts of a name it is narrow, as in the serif
        if self.face == "kai" and character in _NOT_FROM_KAI:
            names = names[1:]
        if western and character in WESTERN_MARKS:
            latin = [name for name in names if "Latin" in name]
            names = (*latin, *names)
        return names


def chain(face: str, western: bool) -> Chain:
    """The chain of a face named in the style sheet, such as `serif 600`, for one kind of text."""
    return _chain(face, western, OWN_FONTS.get())


@functools.lru_cache(maxsize=64)
def _chain(face: str, western: bool, own: tuple[OwnFont, ...]) -> Chain:
    return Chain(face, western, own)
