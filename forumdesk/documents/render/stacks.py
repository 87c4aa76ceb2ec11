"""Drawing stacks of cards: the art they share once, as a form that every page shows, then what is each one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

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
from forumdesk.documents.render.guides import hide_on_paper
from forumdesk.documents.render.labels import fitted
from forumdesk.documents.render.pen import Pen
from forumdesk.documents.render.pictures import Pictures
from forumdesk.documents.render.printed import Printed
from forumdesk.documents.render.styles import MM


def stacked(document: Document, stacks: Iterable[Stack], canvas: Any, pen: Pen, ticket: Ticket) -> Printed:
    """Draw every stack, page by page; the ticket is told of each piece."""
    printed = Printed()
    drawing = _Drawing(document, canvas, pen, printed)
    of = sum(len(stack.cards) for stack in stacks)
    for number, stack in enumerate(stacks):
        guides = drawing.form(f"guides{number}", stack, stack.guides) if stack.guides else ""
        if guides:
            hide_on_paper(canvas, guides)
        sheet = drawing.form(f"sheet{number}", None, stack.sheet) if stack.sheet else ""
        art = drawing.form(f"art{number}", stack, stack.art) if stack.art else ""
        for first in range(0, len(stack.cards), len(stack.slots)):
            for card, places in zip(stack.cards[first:], stack.slots, strict=False):
                ticket.step(printed.pieces, of)
                drawing.card(card, places, stack.size, [form for form in (guides, art) if form])
                printed.pieces += 1
            if sheet:
                pen.form(sheet)
            pen.flush()
            canvas.showPage()
            printed.pages += 1
    return printed


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
        self._elements(Card(page.title, elements), report=True)
        self._pen.flush()
        self._canvas.endForm()
        return name

    def card(self, card: Card, places: tuple[Place, ...], size: tuple[float, float], forms: list[str]) -> None:
        """Draw a piece at all its places; what it has to report is reported once."""
        for number, place in enumerate(places):
            moved = place != Place()
            if moved:
                self._pen.put(place, size)
            for form in forms:
                self._pen.form(form)
            self._elements(card, report=number == 0)
            if moved:
                self._pen.lift()

    def _elements(self, card: Card, *, report: bool) -> None:
        grown = 0.0
        for element in card.elements:
            match element:
                case Label():
                    grown = self._label(card.key, element, grown if element.follows else 0.0, report=report)
                case Stroke():
                    self._pen.stroke(element)
                case Box():
                    self._pen.box(element)
                case Ring():
                    self._pen.ring(element)
                case Code():
                    self._pen.code(element)
                case Picture():
                    self._pictures.draw(element)

    def _label(self, key: str, label: Label, down: float, *, report: bool) -> float:
        """Draw a label so far down; gives back how far what follows it has to go."""
        made = fitted(label)
        for placed in made.lines:
            self._pen.text(placed.x, placed.y + down, placed.line)
        if report and made.at_minimum:
            self._printed.shrunk.append((key, label.field))
        if report and made.missing:
            self._printed.missing.append((key, made.missing))
        return down + made.growth
