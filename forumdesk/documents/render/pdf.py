"""Document in, PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from forumdesk.base.job import Ticket, may_stop
from forumdesk.documents.model import Book, Document, Flow
from forumdesk.documents.render.canvas import LightCanvas
from forumdesk.documents.render.faces import font, with_fonts
from forumdesk.documents.render.flow import Sheet, book_laid_out, laid_out
from forumdesk.documents.render.pen import Pen
from forumdesk.documents.render.printed import Printed
from forumdesk.documents.render.stacks import stacked
from forumdesk.documents.render.styles import COLOURS, MM, RULES


def render(document: Document, out: BinaryIO, ticket: Ticket | None = None) -> Printed:
    """Write a document as PDF: same document, same bytes. Raises OSError where `out` cannot be written.

    A `ticket` is told of every piece, and may stop the work with `Cancelled`.
    """
    with with_fonts(document.fonts):
        return _rendered(document, out, ticket or Ticket())


def _rendered(document: Document, out: BinaryIO, ticket: Ticket) -> Printed:
    canvas = _canvas(document, out)
    pen = Pen(canvas, document.height, {**COLOURS, **document.colours})
    if isinstance(document.body, Flow):
        pages = laid_out(document.body, document.width, document.height)
        _flowed(pages.sheets, canvas, pen)
        printed = Printed(len(pages.sheets), 1, missing=pages.missing)
    elif isinstance(document.body, Book):
        sheets, missing = book_laid_out(document.body, document.width, document.height)
        (_folded if document.body.folded else _flowed)(sheets, canvas, pen)
        printed = Printed(len(sheets), 1, missing=missing)
    else:
        printed = stacked(document, document.body, canvas, pen, ticket)
    canvas.save()
    return printed


def _canvas(document: Document, out: BinaryIO) -> Any:
    canvas = LightCanvas(
        out,
        pagesize=(document.width * MM, document.height * MM),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 5),  # the first with layers
        initialFontName=font("Sans-Regular").fontName,  # else an unembedded Helvetica
        lang=document.language,
    )
    if document.inset:
        canvas.setTrimBox(_box(document, document.inset))
        canvas.setBleedBox(_box(document, document.inset - document.bleed))
    canvas.setTitle(document.title)
    canvas.setCreator("ForumDesk")
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _box(document: Document, inset: float) -> tuple[float, float, float, float]:
    """The page less so many mm on all sides, in points."""
    return inset * MM, inset * MM, (document.width - inset) * MM, (document.height - inset) * MM


def _flowed(sheets: Sequence[Sheet], canvas: Any, pen: Pen) -> None:
    for sheet in sheets:
        may_stop()
        canvas.setPageSize((sheet.width * MM, sheet.height * MM))
        for mark, about in sheet.marks:
            canvas.bookmarkPage(mark)
            canvas.addOutlineEntry(about, mark, level=0)
        _sheet(sheet, pen)
        pen.flush()
        canvas.showPage()


def _folded(sheets: Sequence[Sheet], canvas: Any, pen: Pen) -> None:
    """Draw pages two a side so that the stack, printed on both sides and folded once, reads in order.

    The other side of a sheet turns over its short edge. Each page is a form, so that its text stays whole.
    """
    width, height = sheets[0].width * MM, sheets[0].height * MM
    canvas.setPageSize((2 * width, height))
    for number, sheet in enumerate(sheets):
        canvas.beginForm(f"page{number}", 0, 0, width, height)
        _sheet(sheet, pen)
        pen.flush()
        canvas.endForm()
    last = len(sheets) - 1
    for side in range(len(sheets) // 2):
        for place, number in enumerate((last - side, side) if side % 2 == 0 else (side, last - side)):
            canvas.saveState()
            canvas.translate(place * width, 0)
            canvas.doForm(f"page{number}")
            canvas.restoreState()
        canvas.showPage()


def _sheet(sheet: Sheet, pen: Pen) -> None:
    pen.height = sheet.height
    for x, y, photo in sheet.photos:
        pen.photo(x, y, photo)
    for y, rule in sheet.rules:
        pen.rule(rule.x, y, rule.width, *RULES[rule.weight])
    for text in sheet.texts:
        pen.text(text.x, text.y, text.line)
