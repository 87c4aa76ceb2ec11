"""Drawing stacks of cards: the art they share once, as a form that every page shows, then what is each one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from forumdesk.base.job import Ticket
from forumdesk.documents.model import (
    Box,
    Card,
    Code,
    Document,
    Element,
    Label,
    Picture,
    Place,
    Ring,
    Stack,
    Stroke,
)
from forumdesk.documents.render.codes import Modules, modules
from forumdesk.documents.render.guides import hide_on_paper
from forumdesk.documents.render.labels import Fitted, fitted_together
from forumdesk.documents.render.pen import Pen
from forumdesk.documents.render.pictures import Pictures
from forumdesk.documents.render.printed import Printed
from forumdesk.documents.render.styles import MM

TOGETHER = 50
"""How many pieces are made ready before they are drawn: in turn, it takes a fifth longer."""


class Ready(NamedTuple):
    """A piece whose labels are fitted and whose codes are made, in the order in which they stand on it."""

    card: Card
    texts: Sequence[Fitted]
    codes: Sequence[Modules]


def stacked(document: Document, stacks: Iterable[Stack], canvas: Any, pen: Pen, ticket: Ticket) -> Printed:
    """Draw every stack, page by page; the ticket is told of each piece."""
    printed = Printed()
    drawing = _Drawing(document, canvas, pen, printed)
    of = sum(len(stack.cards) for stack in stacks)
    for place, stack in enumerate(stacks):
        guides = drawing.form(f"guides{place}", stack, stack.guides) if stack.guides else ""
        if guides:
            hide_on_paper(canvas, guides)
        sheet = drawing.form(f"sheet{place}", None, stack.sheet) if stack.sheet else ""
        art = drawing.form(f"art{place}", stack, stack.art) if stack.art else ""
        forms, sheets = [form for form in (guides, art) if form], [form for form in (sheet,) if form]
        for number, piece in enumerate(_made_ready(stack.cards)):
            ticket.step(printed.pieces, of)
            slot = number % len(stack.slots)
            drawing.piece(piece, stack.slots[slot], stack.size, forms)
            printed.pieces += 1
            if slot == len(stack.slots) - 1 or number == len(stack.cards) - 1:
                drawing.page(sheets)
    return printed


def _made_ready(cards: Sequence[Card]) -> Iterator[Ready]:
    for first in range(0, len(cards), TOGETHER):
        some = cards[first : first + TOGETHER]
        codes = [[modules(each.text) for each in card.elements if isinstance(each, Code)] for card in some]
        texts = [fitted_together([each for each in card.elements if isinstance(each, Label)]) for card in some]
        yield from map(Ready, some, texts, codes)


class _Drawing:
    """One document while it is drawn."""

    def __init__(self, document: Document, canvas: Any, pen: Pen, printed: Printed) -> None:
        self._document = document
        self._canvas = canvas
        self._pen = pen
        self._printed = printed
        self._pictures = Pictures(pen, document.pictures)

    def form(self, name: str, stack: Stack | None, elements: tuple[Element, ...]) -> str:
        """Draw what is shared once, known in reports by the document's title; gives back the form's name."""
        page = self._document
        if stack is None:
            box = (0.0, 0.0, page.width * MM, page.height * MM)
        else:
            (width, height), beyond, top = stack.size, page.inset * MM, page.height * MM
            box = (-beyond, top - height * MM - beyond, width * MM + beyond, top + beyond)
        self._canvas.beginForm(name, *box)
        self._elements(next(_made_ready([Card(page.title, elements)])), report=True)
        self._pen.flush()
        self._canvas.endForm()
        return name

    def page(self, forms: list[str]) -> None:
        """Draw what belongs to the page, and turn to the next."""
        for form in forms:
            self._pen.form(form)
        self._pen.flush()
        self._canvas.showPage()
        self._printed.pages += 1

    def piece(self, piece: Ready, places: tuple[Place, ...], size: tuple[float, float], forms: list[str]) -> None:
        """Draw a piece at all its places; what it has to report is reported once."""
        for number, place in enumerate(places):
            moved = place != Place()
            if moved:
                self._pen.put(place, size)
            for form in forms:
                self._pen.form(form)
            self._elements(piece, report=number == 0)
            if moved:
                self._pen.lift()

    def _elements(self, piece: Ready, *, report: bool) -> None:
        grown, texts, codes = 0.0, iter(piece.texts), iter(piece.codes)
        for element in piece.card.elements:
            match element:
                case Label():
                    down = grown if element.follows else 0.0
                    grown = self._label(piece.card.key, element, next(texts), down, report=report)
                case Stroke():
                    self._pen.stroke(element)
                case Box():
                    self._pen.box(element)
                case Ring():
                    self._pen.ring(element)
                case Code():
                    self._pen.code(element, next(codes))
                case Picture():
                    self._pictures.draw(element)

    def _label(self, key: str, label: Label, made: Fitted, down: float, *, report: bool) -> float:
        """Draw a label so far down; gives back how far what follows it has to go."""
        for placed in made.lines:
            self._pen.text(placed.x, placed.y + down, placed.line)
        if report and made.at_minimum:
            self._printed.shrunk.append((key, label.field))
        if report and made.missing:
            self._printed.missing.append((key, made.missing))
        return down + made.growth
