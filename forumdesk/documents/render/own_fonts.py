"""A font file that a user brings: whether it can be set, embedded and cut down to what a page shows."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP

MEGABYTE, MOST_MEGABYTES = 1 << 20, 32
TRUETYPE, POSTSCRIPT, COLLECTION = (b"\0\1\0\0", b"true"), b"OTTO", b"ttcf"
MAY_NOT_BE_EMBEDDED, MAY_NOT_BE_CUT, ONLY_BITMAPS = 0x0002, 0x0100, 0x0200
"""Bits of `fsType` in a font's table OS/2."""


class NoFont(Refused):
    """Bytes that are no TrueType font, or a damaged one."""

    code = "no-font"
    sentence = NOOP("This is no font, or a damaged one; choose a TrueType file (.ttf).")


class FontOfOtherKind(Refused):
    """Outlines that the renderer cannot draw."""

    code = "font-of-other-kind"
    sentence = NOOP("Fonts with PostScript outlines (.otf) and collections (.ttc) cannot be used; choose a .ttf.")


class FontForbids(Refused):
    """The font's licence bits do not allow to embed a part of it in a PDF. Facts: name."""

    code = "font-forbids"
    sentence = NOOP("The maker of “{name}” does not allow it to be embedded in documents; choose another font.")


class FontTooLarge(Refused):
    """More bytes than a font needs. Facts: most."""

    code = "font-too-large"
    sentence = NOOP("The font file is larger than {most} MB; choose a smaller one.")


def name_of(content: bytes) -> str:
    """What a font file calls itself. Every glyph was read; raises `Refused` for one that papers cannot use."""
    if len(content) > MOST_MEGABYTES * MEGABYTE:
        raise FontTooLarge(most=MOST_MEGABYTES)
    if content[:4] in (POSTSCRIPT, COLLECTION):
        raise FontOfOtherKind
    if content[:4] not in TRUETYPE:
        raise NoFont
    tables = _tables(content)
    face = _read(content)
    name = _text(face.fullName) or _text(face.name)
    if _licence(content, tables) & (MAY_NOT_BE_EMBEDDED | MAY_NOT_BE_CUT | ONLY_BITMAPS):
        raise FontForbids(name=name)
    return name


def _tables(content: bytes) -> dict[bytes, tuple[int, int]]:
    """Where each table begins and how long it is; all lie inside the file."""
    try:
        (count,) = struct.unpack_from(">H", content, 4)
        found = [struct.unpack_from(">4s4xLL", content, 12 + 16 * number) for number in range(count)]
    except struct.error:
        raise NoFont from None
    if any(start + length > len(content) for _, start, length in found):
        raise NoFont
    return {tag: (start, length) for tag, start, length in found}


def _licence(content: bytes, tables: dict[bytes, tuple[int, int]]) -> int:
    start, length = tables.get(b"OS/2", (0, 0))
    return int.from_bytes(content[start + 8 : start + 10], "big") if length >= 10 else 0


def _read(content: bytes) -> Any:
    """The face, once all its glyphs could be cut out of it."""
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        face = TTFontFile(BytesIO(content))
        face.makeSubset(sorted(face.charToGlyph))
    except (TTFError, struct.error, LookupError, ValueError, TypeError, AttributeError) as error:
        raise NoFont from error
    if not face.charToGlyph:
        raise NoFont
    return face


def _text(name: bytes | str) -> str:
    """A name without what cannot be shown."""
    text = name.decode("utf-8", "replace") if isinstance(name, bytes) else name
    return "".join(filter(str.isprintable, text)).strip()[:80]
