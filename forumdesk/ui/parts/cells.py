"""What a table cell looks like, as data: models say it, the painter draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Tone(Enum):
    """How loud a text is."""

    INK = auto()
    SECOND = auto()
    THIRD = auto()
    AMBER = auto()
    VERMILION = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and how it is drawn.

    With a `family` the text is a chip in that family's colours. `tag` is a small count behind the text, and
    `icon` the name of one in front of it, in the accent.
    """

    text: str
    tone: Tone = Tone.INK
    family: str = ""
    tag: str = ""
    tag_tone: Tone = Tone.SECOND
    icon: str = ""
    right: bool = False
