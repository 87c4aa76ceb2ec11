"""Document in, PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from forumdesk.documents.model import Book, Box, Card, Code, Document, Flow, Label, Ring, Stack, Stroke
from forumdesk.documents.render.faces import font
from forumdesk.documents.render.flow import Sheet, book_laid_out, laid_out
from forumdesk.documents.render.labels import fitted
from forumdesk.documents.render.pen import Pen
from forumdesk.documents.render.styles import MM, RULES


@dataclass(slots=True)
class Printed:
    """What a document became.

    `shrunk` are (key, field) of labels that stand at their smallest size or need more lines than they were
    given, `missing` are (key or row, characters) that no face has and a visible □ stands for.
    """

    pages: int = 0
    pieces: int = 0
    shrunk: list[tuple[str, str]] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)


def render(document: Document, out: BinaryIO) -> Printed:
    """Write a document as PDF: same document, same bytes. Raises OSError where `out` cannot be written."""
    canvas = _canvas(document, out)
    pen = Pen(canvas, document.height)
    if isinstance(document.body, Flow):
        pages = laid_out(document.body, document.width, document.height)
        _flowed(pages.sheets, canvas, pen)
        printed = Printed(len(pages.sheets), 1, missing=pages.missing)
    elif isinstance(document.body, Book):
        sheets, missing = book_laid_out(document.body, document.width, document.height)
        (_folded if document.body.folded else _flowed)(sheets, canvas, pen)
        printed = Printed(len(sheets), 1, missing=missing)
    else:
        printed = Printed()
        for number, stack in enumerate(document.body):
            _stacked(stack, canvas, pen, printed, art=f"art{number}", about=document.title)
    canvas.save()
    return printed


def _canvas(document: Document, out: BinaryIO) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(
        out,
        pagesize=(document.width * MM, document.height * MM),
        pageCompression=1,
        invariant=1,
        initialFontName=font("Sans-Regular").fontName,  # else an unembedded Helvetica
        lang=document.language,
    )
    canvas.setTitle(document.title)
    canvas.setCreator("ForumDesk")
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _flowed(sheets: Sequence[Sheet], canvas: Any, pen: Pen) -> None:
    for sheet in sheets:
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


def _stacked(stack: Stack, canvas: Any, pen: Pen, printed: Printed, *, art: str, about: str) -> None:
    """Draw a stack's cards, what they share once as the form `art`, known in reports as `about`."""
    printed.pages += len(stack.cards)
    printed.pieces += len(stack.cards)
    canvas.beginForm(art)
    _draw(Card(about, stack.art), pen, printed)
    pen.flush()
    canvas.endForm()
    for card in stack.cards:
        canvas.doForm(art)
        _draw(card, pen, printed)
        pen.flush()
        canvas.showPage()


def _draw(card: Card, pen: Pen, printed: Printed) -> None:
    grown = 0.0
    for element in card.elements:
        match element:
            case Label():
                grown = _label(card.key, element, grown if element.follows else 0.0, pen, printed)
            case Stroke():
                pen.stroke(element)
            case Box():
                pen.box(element)
            case Ring():
                pen.ring(element)
            case Code():
                pen.code(element)


def _label(key: str, label: Label, down: float, pen: Pen, printed: Printed) -> float:
    """Draw a label so far down; gives back how far what follows it has to go."""
    made = fitted(label)
    for placed in made.lines:
        pen.text(placed.x, placed.y + down, placed.line)
    if made.at_minimum:
        printed.shrunk.append((key, label.field))
    if made.missing:
        printed.missing.append((key, made.missing))
    return down + made.growth
