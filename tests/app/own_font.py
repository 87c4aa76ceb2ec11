"""Font files made for tests out of one of the product's own."""

from __future__ import annotations

import struct

from app.furnished import FONT

LACKING = "\ue000"
"""A character of the private use area, which no face of the product has: as rare Han and logos have them."""


def table(tag: bytes) -> int:
    """Where a table's entry stands in the font's directory."""
    return FONT.index(tag, 12)


def with_bits(bits: int) -> bytes:
    """A font whose maker allows something else."""
    (start,) = struct.unpack_from(">L", FONT, table(b"OS/2") + 8)
    return FONT[: start + 8] + bits.to_bytes(2, "big") + FONT[start + 10 :]


def drawing(character: str) -> bytes:
    """A font that draws one character, as its 40th glyph."""
    code = ord(character)
    cmap = struct.pack(">HHHHL HHLLL LLL", 0, 1, 3, 10, 12, 12, 0, 28, 0, 1, code, code, 40)
    changed = bytearray(FONT + cmap)
    struct.pack_into(">LL", changed, table(b"cmap") + 8, len(FONT), len(cmap))
    return bytes(changed)
