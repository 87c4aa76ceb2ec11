"""QR codes, with the middle of their levels of correction."""

from __future__ import annotations

from typing import Any, NamedTuple

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP

_BITS = b"0" + b"1" * 255  # dark and light pixels
SHOWN = 20
"""Characters of a text that is too long, by which people know it."""


class CodeTooLong(Refused):
    """More text than the largest code holds. Facts: begin, count."""

    code = "code-too-long"
    sentence = NOOP("No QR code holds the {count} characters of “{begin}…”; let it say less.")


class Modules(NamedTuple):
    """The modules of a code: how many a side has, and its rows as hexadecimal bits where 0 is dark."""

    side: int
    rows: str


def modules(text: str) -> Modules:
    """The code of a text. Raises `CodeTooLong`."""
    import zxingcpp

    try:
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    except ValueError as error:
        raise CodeTooLong(begin=text[:SHOWN], count=len(text)) from error
    image: Any = code.to_image(add_quiet_zones=False)
    side = image.shape[0]
    padding = "0" * (-side % 8)
    digits = side * (side + len(padding)) // 4
    pixels = bytes(image).translate(_BITS).decode("ascii")
    bits = "".join([pixels[at : at + side] + padding for at in range(0, side * side, side)])
    return Modules(side, f"{int(bits, 2):0{digits}X}")
