"""What stands where on the first page of a PDF, in mm from its top left corner."""

from __future__ import annotations

from ctypes import byref, c_double
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from forumdesk.documents.themes import Area

POINTS_A_MM = 72 / 25.4


def origins(pdf: bytes) -> list[tuple[str, float, float]]:
    """Every character and where it is set."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        height, text = document[0].get_height(), document[0].get_textpage()
        for number in range(text.count_chars()):
            x, y = c_double(), c_double()
            raw.FPDFText_GetCharOrigin(text.raw, number, byref(x), byref(y))
            character = chr(raw.FPDFText_GetUnicode(text.raw, number))
            if not character.isspace():
                found.append((character, x.value / POINTS_A_MM, (height - y.value) / POINTS_A_MM))
    return found


def lines(pdf: bytes) -> list[str]:
    """What stands on each baseline, from the top."""
    spots = sorted((round(y, 1), x, character) for character, x, y in origins(pdf))
    return ["".join(character for _, _, character in line) for _, line in groupby(spots, key=lambda spot: spot[0])]


def boxes(pdf: bytes) -> list[Area]:
    """The room of every path."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[0].get_height() / POINTS_A_MM
        for each in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = (side / POINTS_A_MM for side in each.get_bounds())
            found.append(Area(left, height - top, right - left, top - bottom))
    return found
