"""From the event to paper: pieces, read in one moment, given to their builders and rendered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from forumdesk.app.printing.order import Order
from forumdesk.app.printing.pieces import Pieces, gathered
from forumdesk.app.printing.record import record
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.job import Ticket, may_stop
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.store.store import Store

WAIT = 0.1
"""Seconds between two looks whether a job that waits is cancelled."""

_FONTS = Lock()


@contextmanager
def fonts_alone() -> Iterator[None]:
    """Wait until nobody else sets a document, and have the fonts alone.

    ReportLab reads each font through one position: two documents set at once would embed each other's glyphs.
    """
    while not _FONTS.acquire(timeout=WAIT):
        may_stop()
    try:
        yield
    finally:
        _FONTS.release()


class NothingToPrint(Refused):
    """A document would have no page. Facts: document."""

    code = "nothing-to-print"
    sentence = NOOP("There is nothing to print for “{document}” yet.")


class NobodyChosen(Refused):
    """An honour goes to people by name, never to everybody by default."""

    code = "nobody-chosen"
    sentence = NOOP("Say who receives it: appointments and honours are printed for those you choose by ID or name.")


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed, and what somebody should look at before it is handed over.

    `made_of` is what the pages tell, to be recorded if they go to the printer.
    """

    pages: int
    pieces: int
    shrunk: Sequence[tuple[str, str]]
    missing_characters: Sequence[tuple[str, str]]
    made_of: Pieces

    def line(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "pages": self.pages,
            "pieces": self.pieces,
            "shrunk": [{"who": who, "field": field} for who, field in self.shrunk],
            "missing_characters": [{"who": who, "characters": text} for who, text in self.missing_characters],
            "not_printable": [{"what": piece.what, "count": piece.count} for piece in self.made_of.not_printable],
        }

    def remarks(self, words: Words) -> Iterator[str]:
        """What a person is told: one sentence a matter."""
        yield words.say("Pieces: {pieces}, pages: {pages}", pieces=self.pieces, pages=self.pages)
        for piece in self.made_of.not_printable:
            yield words.say(
                "“{what}”: {count} were announced without a name and are not printed.",
                what=piece.what,
                count=piece.count,
            )
        for who, what in self.shrunk:
            yield words.say("“{who}”: the {field} stands at its smallest size.", who=who, field=Term(what))
        for who, characters in self.missing_characters:
            yield words.say("“{who}”: no font has {characters}.", who=who, characters=characters)


def print_document(
    store: Store, order: Order, out: Path, *, recorded: bool = False, ticket: Ticket | None = None
) -> Printed:
    """Print a document to a PDF file, as `render_document` does; a run that fails leaves the old file.

    A saved PDF is not a printed one, unless it is `recorded` as such.
    """
    ticket = ticket or Ticket()
    pdf, printed = render_document(store, order, ticket=ticket)
    with replacing(out) as fresh:
        fresh.write_bytes(pdf)
    if recorded:
        record(store, printed.made_of)
    return printed


def render_document(store: Store, order: Order, *, ticket: Ticket | None = None) -> tuple[bytes, Printed]:
    """A document as the bytes of a PDF, and what somebody should look at in it.

    Raises `Refused` for what is unknown or empty; a `ticket` is told of every piece, and may stop it.
    """
    ticket = ticket or Ticket()
    with ticket.at_work():
        return _rendered(store, order, ticket)


def _rendered(store: Store, order: Order, ticket: Ticket) -> tuple[bytes, Printed]:
    with store.look() as look:
        pieces = gathered(look, order)
    if not pieces.by_kind:
        raise NothingToPrint(document=Term(order.document))
    if not order.is_choice and any(kind.by_name for kind, _ in pieces.by_kind):
        raise NobodyChosen
    from forumdesk.documents.render.pdf import render

    pdf, names = BytesIO(), pieces.names()
    with fonts_alone():
        printed = render(pieces.document(), pdf, ticket)
    return pdf.getvalue(), Printed(
        printed.pages,
        sum(len(each) for _, each in pieces.by_kind),  # books of several are one flow of pages
        [(names.get(who, who), what) for who, what in printed.shrunk],
        [(names.get(who, who), characters) for who, characters in printed.missing],
        pieces,
    )
