"""From the event to paper: pieces, read in one moment, given to their builders and rendered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from forumdesk.app.languages import chosen
from forumdesk.app.printing.kinds import DOCUMENTS, KINDS, OPTIONS, Kind, kinds_of
from forumdesk.app.printing.layouts import chosen_layouts
from forumdesk.app.printing.order import NotPrintable, Order, Piece, Setting
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents.model import Document

_FONTS = Lock()
"""ReportLab's fonts are read through one position each: two documents set at once would embed each other's glyphs."""


class UnknownDocument(Refused):
    """Nothing of that name is printed. Facts: document, known."""

    code = "unknown-document"
    sentence = NOOP("There is no document “{document}”; there are {known}.")


class UnknownPiece(Refused):
    """A document has no piece of that ID. Facts: piece."""

    code = "unknown-piece"
    sentence = NOOP("There is no piece with the ID {piece} to print.")


class UnknownBatch(Refused):
    """No piece of a document belongs to that batch. Facts: batch."""

    code = "unknown-batch"
    sentence = NOOP("Nothing to print belongs to a batch “{batch}”.")


class NotTaken(Refused):
    """An order chooses what its document leaves no choice of. Facts: document, option."""

    code = "not-taken"
    sentence = NOOP("“{document}” is printed without a choice of {option}.")


class NothingToPrint(Refused):
    """A document would have no page. Facts: document."""

    code = "nothing-to-print"
    sentence = NOOP("There is nothing to print for “{document}” yet.")


@dataclass(frozen=True, slots=True)
class InStock:
    """All an event has to print, at one moment: the pieces of kinds that have many, each forum's ID and title."""

    pieces: Mapping[str, Sequence[Piece]]
    not_printable: Mapping[str, Sequence[NotPrintable]]
    attendees: int
    forums: Sequence[tuple[str, Text]]


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed, and what somebody should look at before it is handed over."""

    pages: int
    pieces: int
    shrunk: Sequence[tuple[str, str]]
    missing_characters: Sequence[tuple[str, str]]
    not_printable: Sequence[NotPrintable]

    def line(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "pages": self.pages,
            "pieces": self.pieces,
            "shrunk": [{"who": who, "field": field} for who, field in self.shrunk],
            "missing_characters": [{"who": who, "characters": text} for who, text in self.missing_characters],
            "not_printable": [{"what": piece.what, "count": piece.count} for piece in self.not_printable],
        }

    def remarks(self, words: Words) -> Iterator[str]:
        """What a person is told: one sentence a matter."""
        yield words.say("Pieces: {pieces}, pages: {pages}", pieces=self.pieces, pages=self.pages)
        for piece in self.not_printable:
            yield words.say(
                "“{what}”: {count} were announced without a name and are not printed.",
                what=piece.what,
                count=piece.count,
            )
        for who, what in self.shrunk:
            yield words.say("“{who}”: the {field} stands at its smallest size.", who=who, field=Term(what))
        for who, characters in self.missing_characters:
            yield words.say("“{who}”: no font has {characters}.", who=who, characters=characters)


@dataclass(frozen=True, slots=True)
class Pieces:
    """What an order comes to: pieces of each kind, in the order they are printed in, and how they are set."""

    setting: Setting
    by_kind: Sequence[tuple[Kind, Sequence[Piece]]]
    not_printable: Sequence[NotPrintable]

    def names(self) -> dict[str, str]:
        """What people call each piece, by its key, in the language it is printed in."""
        side = self.setting.pair.index(self.setting.languages[0])
        return {piece.key: piece.label.side(side) for _, pieces in self.by_kind for piece in pieces}

    def document(self) -> Document:
        """All of them, bound as one."""
        from forumdesk.documents.model import bound

        documents = [kind.build(pieces, self.setting) for kind, pieces in self.by_kind]
        return documents[0] if len(documents) == 1 else bound(documents, documents[0].title)


def print_document(store: Store, order: Order, out: Path) -> Printed:
    """Print a document to a PDF file, as `render_document` does; a run that fails leaves the old file."""
    pdf, printed = render_document(store, order)
    with replacing(out) as fresh:
        fresh.write_bytes(pdf)
    return printed


def render_document(store: Store, order: Order) -> tuple[bytes, Printed]:
    """A document as the bytes of a PDF, and what somebody should look at in it.

    Raises `Refused` for what is unknown or empty.
    """
    with store.look() as look:
        pieces = gathered(look, order)
    if not pieces.by_kind:
        raise NothingToPrint(document=Term(order.document))
    from forumdesk.documents.render.pdf import render

    pdf, names = BytesIO(), pieces.names()
    with _FONTS:
        printed = render(pieces.document(), pdf)
    return pdf.getvalue(), Printed(
        printed.pages,
        printed.pieces,
        [(names.get(who, who), what) for who, what in printed.shrunk],
        [(names.get(who, who), characters) for who, characters in printed.missing],
        pieces.not_printable,
    )


def gathered(look: Look, order: Order) -> Pieces:
    """The pieces an order means. Raises `Refused` for what the event or the document does not know."""
    kinds = list(kinds_of(order.document, order.kinds))
    if not kinds:
        raise UnknownDocument(document=order.document, known=", ".join(DOCUMENTS))
    for option in OPTIONS:
        if getattr(order, option) is not None:
            kinds = [kind for kind in kinds if option in kind.takes]
            if not kinds:
                raise NotTaken(document=Term(order.document), option=Term(option))
    event = look.all(Event)[0]
    layouts = chosen_layouts(look, order.template, [kind.name for kind in kinds])
    if order.template is not None:
        kinds = [kind for kind in kinds if kind.name in layouts]
    setting = Setting(
        event.languages,
        chosen(event, order.language),
        order.forum,
        order.paper,
        layouts,
        event.theme,
        event.accent,
        order.data_only,
    )
    found = [(kind, kind.gather(look, event, setting)) for kind in kinds]
    if order.batch is not None:
        found = [(kind, [piece for piece in pieces if order.batch in _sides(piece.batch)]) for kind, pieces in found]
        if not any(pieces for _, pieces in found):
            raise UnknownBatch(batch=order.batch)
    if wanted := set(order.only):
        found = [(kind, [piece for piece in pieces if piece.key in wanted]) for kind, pieces in found]
        if unknown := wanted - {piece.key for _, pieces in found for piece in pieces}:
            raise UnknownPiece(piece=min(unknown))
    unnamed = [each for kind in kinds for each in kind.unnamed(look)] if not order.only else []
    return Pieces(setting, [(kind, pieces) for kind, pieces in found if pieces], unnamed)


def pieces(store: Store, order: Order) -> list[dict[str, str]]:
    """The pieces of a document that `only` can choose among, in one language; none where it is all one piece."""
    with store.look() as look:
        found = gathered(look, order)
    side = found.setting.pair.index(found.setting.languages[0])
    return [
        {"id": piece.key, "kind": kind.name, "label": piece.label.side(side), "detail": piece.detail.side(side)}
        for kind, each in found.by_kind
        if kind.many
        for piece in each
    ]


def in_stock(look: Look) -> InStock:
    """All there is to print."""
    event = look.all(Event)[0]
    setting = Setting(event.languages, event.languages)
    return InStock(
        pieces={kind.name: kind.gather(look, event, setting) for kind in KINDS if kind.many},
        not_printable={kind.name: kind.unnamed(look) for kind in KINDS},
        attendees=look.count(Attendee),
        forums=[(str(forum.id), forum.title) for forum in look.all(Forum)],
    )


def _sides(text: Text) -> tuple[str, str]:
    return text.first, text.second
