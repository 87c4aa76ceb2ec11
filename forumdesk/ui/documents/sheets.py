"""The pages of a PDF as pictures. PDFium can do one thing at a time, on whatever thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PDFIUM = Lock()
"""Held around every call: PDFium keeps its state for the whole process."""

POINTS_AN_INCH = 72
MOST_DOTS = 40_000_000
"""Of a page picture; one that would have more is drawn coarser. A4 at 300 dpi has 8.7 million."""

Size = tuple[float, float]
"""Width and height in points."""


def sizes(pdf: bytes) -> tuple[Size, ...]:
    """How large each page is."""
    with opened(pdf) as document:
        return tuple(document.get_page_size(number) for number in range(len(document)))


def picture(pdf: bytes, page: int, dots_a_point: float) -> QImage:
    """A page, counted from 0, drawn with so many dots a point."""
    with opened(pdf) as document:
        width, height = document.get_page_size(page)
        scale = min(dots_a_point, (MOST_DOTS / (width * height)) ** 0.5)
        drawn = document[page].render(scale=scale, prefer_bgrx=True)
        try:
            # The buffer goes when PDFium's bitmap does: the picture must be a copy.
            return QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
        finally:
            drawn.close()


@contextmanager
def opened(pdf: bytes) -> Iterator[PdfDocument]:
    """A PDF for PDFium, which is the caller's alone meanwhile; close its pages' bitmaps before it ends."""
    from pypdfium2 import PdfDocument

    with _PDFIUM:
        document = PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
