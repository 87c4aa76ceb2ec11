"""To the printer: the pages as pictures of 300 dots an inch, so that paper shows what the preview shows.

The system's own `lp` would take the PDF, but it is not on every system and cannot be tried without one.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from forumdesk.base.errors import Unavailable
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP
from forumdesk.ui.documents.sheets import POINTS_AN_INCH, Size, picture, sizes

DOTS_AN_INCH, MM_AN_INCH = 300, 25.4


class PrinterFailed(Unavailable):
    """The printer takes nothing. Facts: printer."""

    code = "printer-failed"
    sentence = NOOP("The printer {printer} takes no pages; look whether it is connected.")


def set_page(printer: QPrinter, size: Size) -> None:
    """Offer the paper a document is made for; whoever prints may choose another."""
    width, height = size
    upright = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageSize(upright)
    printer.setPageOrientation(turned)
    printer.setFullPage(True)


def put_on_paper(
    printer: QPrinter, pdf: bytes, ticket: Ticket, offset: tuple[float, float] = (0.0, 0.0)
) -> tuple[int, int]:
    """Print the pages the printer was told to, in true size where the paper is large enough; says the first and last.

    What is cancelled on the way ends with the page in hand; before the first, nothing is printed. All is moved to the
    right and down by `offset`, in mm.
    """
    pages = sizes(pdf)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(pages), len(pages))
    moved = [mm * printer.resolution() / MM_AN_INCH for mm in offset]
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed(printer=printer.printerName() or printer.outputFileName())
    try:
        for number in range(first - 1, last):
            if number >= first and ticket.cancelled:
                return first, number
            ticket.step(number - first + 1, last - first + 1)
            if number >= first:
                printer.newPage()
            image = picture(pdf, number, DOTS_AN_INCH / POINTS_AN_INCH)
            painter.drawImage(_place(printer, pages[number]).translated(*moved), image)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return first, last


def _place(printer: QPrinter, page: Size) -> QRectF:
    """Where a page lies on the paper, in the printer's dots: in the middle, made smaller if it must be."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / POINTS_AN_INCH
    fits = min(1.0, paper.width() / (page[0] * dots), paper.height() / (page[1] * dots))
    width, height = page[0] * dots * fits, page[1] * dots * fits
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
