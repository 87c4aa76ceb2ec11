"""Faces, loaded once a process: which face draws a character, how wide it is, and what nobody can draw."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from forumdesk.base.places import resources

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

# Full width in the East Asian faces; in a Western text they come from the Latin face.
WESTERN_MARKS = frozenset("’‘“”…·—–")

# The Kai's Latin letters and digits all have one width and its quotes are narrow: the serif's fit better.
_NOT_FROM_KAI = frozenset(map(chr, range(0x21, 0x250))) | frozenset("“”‘’–")


class Glyph(NamedTuple):
    """Who draws a character (the face's name in ReportLab), its advance in em, and what is really drawn."""

    font: str
    advance: float
    drawn: str
    missing: bool


@functools.cache
def font(name: str) -> TTFont:
    """A face of `resources/fonts`, registered once. Raises OSError where the file is gone."""
    rl_config.useA85 = 0
    loaded = TTFont(f"ForumDesk{name}", str(resources() / "fonts" / f"ForumDesk{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@dataclass(frozen=True)
class Chain:
    """The faces asked in turn for one style of letter, what they answered, and what none of them has."""

    face: str
    western: dict[str, Glyph]
    eastern: dict[str, Glyph]
    lost: set[str]

    def glyphs(self, text: str, western: bool) -> list[Glyph]:
        """How each character is drawn; a replacement marked as missing where no face has it."""
        known = self.western if western else self.eastern
        return [known.get(character) or self._look_up(character, western) for character in text]

    def _look_up(self, character: str, western: bool) -> Glyph:
        known = self.western if western else self.eastern
        for name in self._order(character, western):
            face = font(name).face
            if ord(character) in face.charToGlyph:
                advance = face.charWidths.get(ord(character), face.defaultWidth) / 1000
                return known.setdefault(character, Glyph(f"ForumDesk{name}", advance, character, missing=False))
        self.lost.add(character)
        (replacement,) = self.glyphs(REPLACEMENT, western)
        return known.setdefault(character, replacement._replace(missing=True))

    def _order(self, character: str, western: bool) -> tuple[str, ...]:
        names = _CHAINS[self.face]
        if self.face == "kai" and character in _NOT_FROM_KAI:
            names = names[1:]
        if western and character in WESTERN_MARKS:
            latin = [name for name in names if "Latin" in name]
            names = (*latin, *names)
        return names


@functools.cache
def chain(face: str) -> Chain:
    """The chain of a face named in the style sheet, such as `serif 600`."""
    return Chain(face, {}, {}, set())
