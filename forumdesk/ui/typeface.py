"""The screen's typeface. ForumDesk Sans: all digits have one width, so times line up by themselves."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from forumdesk.base.places import resources

SANS, LATIN = "ForumDesk Sans", "ForumDesk Sans Latin"
SIZE = 13
"""px at 100 %: everything that is no title, label or chip."""


@cache
def load() -> None:
    """Make the fonts of the project known to Qt; once for a process."""
    for stem in ("ForumDeskSans", "ForumDeskSansLatin"):
        for style in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"{stem}-{style}.ttf"))


def face(language: str, size: int = SIZE) -> QFont:
    """The font for a language of the screen, `size` in px.

    Quotes, dots and ellipses are full width in the Chinese face; English takes them from the Latin one.
    """
    font = QFont([SANS, LATIN] if language in ("zh", "ja", "ko") else [LATIN, SANS])
    font.setPixelSize(size)
    return font


def sized(font: QFont, size: int, *, bold: bool = False) -> QFont:
    """The same face in another size (px)."""
    other = QFont(font)
    other.setPixelSize(size)
    other.setBold(bold)
    return other
