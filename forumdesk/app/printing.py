"""From the event to paper: plain facts, read in one moment, given to a builder and rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumdesk.app import paper_facts as facts_of
from forumdesk.app.languages import chosen
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.domain.event import Event
from forumdesk.store.store import Store
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents.model import Document

CERTIFICATES = ("thanks", "signing", "plaque")
"""The kinds of certificates, in the order they are printed."""


class UnknownDocument(Refused):
    """Nothing of that name is printed. Facts: document, known."""

    code = "unknown-document"
    sentence = NOOP("There is no document “{document}”; there are {known}.")


class UnknownPiece(Refused):
    """A document has no piece of that ID. Facts: piece."""

    code = "unknown-piece"
    sentence = NOOP("There is no piece with the ID {piece} to print.")


class NothingToPrint(Refused):
    """A document would have no page. Facts: document."""

    code = "nothing-to-print"
    sentence = NOOP("There is nothing to print for “{document}” yet.")


@dataclass(frozen=True, slots=True)
class NotPrintable:
    """Pieces that were announced but have no name yet: they are listed, never printed blank."""

    what: str
    count: int


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
        for who, field in self.shrunk:
            yield words.say("“{who}”: the {field} stands at its smallest size.", who=who, field=Term(field))
        for who, characters in self.missing_characters:
            yield words.say("“{who}”: no font has {characters}.", who=who, characters=characters)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: languages as codes, one forum or all, kinds and pieces or all."""

    languages: tuple[str, ...]
    forum: str | None = None
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def print_document(
    store: Store,
    document: str,
    out: Path,
    *,
    language: str | None = None,
    forum: str | None = None,
    kinds: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> Printed:
    """Print a document to a PDF file; a run that fails leaves the old file.

    `language` is one of the event's two codes or `both` (its first, where None is given); `forum` a title or
    ID; `kinds` and `only` choose among certificates. Raises `Refused` for what is unknown or empty.
    """
    builders: dict[str, Callable[[Look, Event, Order], tuple[Document, Sequence[NotPrintable]]]] = {
        "programme": _programme,
        "certificates": _certificates,
        "attendees": _attendees,
    }
    if document not in builders:
        raise UnknownDocument(document=document, known=", ".join(builders))
    with store.look() as look:
        event = look.all(Event)[0]
        order = Order(chosen(event, language), forum, kinds or CERTIFICATES, only)
        page, unprintable = builders[document](look, event, order)
    from forumdesk.documents.render.pdf import render

    with replacing(out) as fresh, fresh.open("wb") as file:
        printed = render(page, file)
    return Printed(printed.pages, printed.pieces, printed.shrunk, printed.missing, unprintable)


def _programme(look: Look, event: Event, order: Order) -> tuple[Document, Sequence[NotPrintable]]:
    from forumdesk.documents.programme import programme

    facts = facts_of.programme(look, event, order.forum)
    if not facts.days:
        raise NothingToPrint(document=Term("programme"))
    return programme(facts, pair=event.languages, languages=order.languages), ()


def _attendees(look: Look, event: Event, order: Order) -> tuple[Document, Sequence[NotPrintable]]:
    from forumdesk.documents.attendees import attendee_list

    facts = facts_of.attendees(look, event)
    if not facts.people:
        raise NothingToPrint(document=Term("attendees"))
    return attendee_list(facts, pair=event.languages, languages=order.languages), ()


def _certificates(look: Look, event: Event, order: Order) -> tuple[Document, Sequence[NotPrintable]]:
    from forumdesk.documents import certificate
    from forumdesk.documents.model import bound

    kinds: dict[str, tuple[Callable[[], Sequence[Any]], Callable[..., Document]]] = {
        "thanks": (lambda: facts_of.thanks(look, event), certificate.thanks_certificates),
        "signing": (lambda: facts_of.signings(look), certificate.signing_certificates),
        "plaque": (lambda: facts_of.awards(look), certificate.plaque_certificates),
    }
    occasion = facts_of.occasion(look, event)
    wanted, documents = set(order.only), []
    for kind in CERTIFICATES:
        gather, build = kinds[kind]
        found = gather() if kind in order.kinds else ()
        pieces = tuple(piece for piece in found if not order.only or piece.key in wanted)
        wanted -= {piece.key for piece in pieces}
        if pieces:
            documents.append(build(occasion, pieces, pair=event.languages, languages=order.languages))
    if wanted:
        raise UnknownPiece(piece=min(wanted))
    unprintable = [
        NotPrintable(what, count)
        for what, count in (facts_of.unnamed(look) if "plaque" in order.kinds and not order.only else ())
    ]
    if not documents:
        raise NothingToPrint(document=Term("certificates"))
    return bound(documents, documents[0].title), unprintable
