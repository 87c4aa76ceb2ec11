"""From the event to paper: plain facts, read in one moment, given to a builder and rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from forumdesk.app import paper_facts as facts_of
from forumdesk.app.languages import chosen
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

DOCUMENTS = ("programme", "certificates", "attendees")
"""What can be printed."""

_FONTS = Lock()
"""ReportLab's fonts are read through one position each: two documents set at once would embed each other's glyphs."""

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
class Piece:
    """A page of its own: `id` chooses it, `label` and `detail` (a post, the other party) tell people which it is."""

    id: str
    kind: str
    label: Text
    detail: Text

    def line(self, side: int) -> dict[str, str]:
        """Ready for JSON, in the event's first (0) or second (1) language."""
        return {
            "id": self.id,
            "kind": self.kind,
            "label": self.label.side(side),
            "detail": self.detail.side(side),
        }


@dataclass(frozen=True, slots=True)
class InStock:
    """All an event has to print, at one moment; `forums` are their IDs and titles."""

    pieces: Sequence[Piece]
    not_printable: Sequence[NotPrintable]
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
class Order:
    """What is asked for: languages as codes, one forum or all, kinds and pieces or all."""

    languages: tuple[str, ...]
    forum: str | None = None
    kinds: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """A document before it is set; `names` are what people call its pieces, by ID."""

    document: Document
    not_printable: Sequence[NotPrintable] = ()
    names: Mapping[str, str] = field(default_factory=dict)


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
    """Print a document to a PDF file, as `render_document` does; a run that fails leaves the old file."""
    pdf, printed = render_document(store, document, language=language, forum=forum, kinds=kinds, only=only)
    with replacing(out) as fresh:
        fresh.write_bytes(pdf)
    return printed


def render_document(
    store: Store,
    document: str,
    *,
    language: str | None = None,
    forum: str | None = None,
    kinds: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
) -> tuple[bytes, Printed]:
    """A document as the bytes of a PDF, and what somebody should look at in it.

    `language` is one of the event's two codes or `both` (its first, where None is given); `forum` a title or
    ID; `kinds` and `only` choose among certificates. Raises `Refused` for what is unknown or empty.
    """
    builders: dict[str, Callable[[Look, Event, Order], _Made]] = {
        "programme": _programme,
        "certificates": _certificates,
        "attendees": _attendees,
    }
    if document not in builders:
        raise UnknownDocument(document=document, known=", ".join(DOCUMENTS))
    with store.look() as look:
        event = look.all(Event)[0]
        order = Order(chosen(event, language), forum, kinds or CERTIFICATES, only)
        made = builders[document](look, event, order)
    from forumdesk.documents.render.pdf import render

    pdf = BytesIO()
    with _FONTS:
        printed = render(made.document, pdf)
    return pdf.getvalue(), Printed(
        printed.pages,
        printed.pieces,
        [(made.names.get(who, who), what) for who, what in printed.shrunk],
        [(made.names.get(who, who), characters) for who, characters in printed.missing],
        made.not_printable,
    )


def pieces(
    store: Store, document: str, *, language: str | None = None, kinds: tuple[str, ...] = ()
) -> list[dict[str, str]]:
    """The pieces of a document that `only` can choose among, in one language; none where it is all one piece."""
    if document not in DOCUMENTS:
        raise UnknownDocument(document=document, known=", ".join(DOCUMENTS))
    with store.look() as look:
        event = look.all(Event)[0]
        side = event.languages.index(chosen(event, language)[0])
        found = _pieces(look, event, kinds or CERTIFICATES) if document == "certificates" else ()
    return [piece.line(side) for piece in found]


def in_stock(look: Look) -> InStock:
    """All there is to print."""
    return InStock(
        pieces=_pieces(look, look.all(Event)[0], CERTIFICATES),
        not_printable=_unnamed(look),
        attendees=look.count(Attendee),
        forums=[(str(forum.id), forum.title) for forum in look.all(Forum)],
    )


def _programme(look: Look, event: Event, order: Order) -> _Made:
    from forumdesk.documents.programme import programme

    facts = facts_of.programme(look, event, order.forum)
    if not facts.days:
        raise NothingToPrint(document=Term("programme"))
    return _Made(programme(facts, pair=event.languages, languages=order.languages))


def _attendees(look: Look, event: Event, order: Order) -> _Made:
    from forumdesk.documents.attendees import attendee_list

    facts = facts_of.attendees(look, event)
    if not facts.people:
        raise NothingToPrint(document=Term("attendees"))
    return _Made(attendee_list(facts, pair=event.languages, languages=order.languages))


def _certificates(look: Look, event: Event, order: Order) -> _Made:
    from forumdesk.documents import certificate
    from forumdesk.documents.model import bound

    builders: dict[str, Callable[..., Document]] = {
        "thanks": certificate.thanks_certificates,
        "signing": certificate.signing_certificates,
        "plaque": certificate.plaque_certificates,
    }
    side = event.languages.index(order.languages[0])
    occasion = facts_of.occasion(look, event)
    wanted, documents = set(order.only), []
    names: dict[str, str] = {}
    for kind in CERTIFICATES:
        found = _gathered(look, event, kind) if kind in order.kinds else ()
        chosen_ones = tuple(facts for facts in found if not order.only or facts.key in wanted)
        if chosen_ones:
            documents.append(builders[kind](occasion, chosen_ones, pair=event.languages, languages=order.languages))
            names |= {facts.key: _piece(kind, facts).label.side(side) for facts in chosen_ones}
    if unknown := wanted - names.keys():
        raise UnknownPiece(piece=min(unknown))
    if not documents:
        raise NothingToPrint(document=Term("certificates"))
    unprintable = _unnamed(look) if "plaque" in order.kinds and not order.only else ()
    return _Made(bound(documents, documents[0].title), unprintable, names)


def _pieces(look: Look, event: Event, kinds: Sequence[str]) -> Sequence[Piece]:
    return [_piece(kind, facts) for kind in CERTIFICATES if kind in kinds for facts in _gathered(look, event, kind)]


def _gathered(look: Look, event: Event, kind: str) -> Sequence[Any]:
    """The facts of every certificate of a kind."""
    gather: dict[str, Callable[[], Sequence[Any]]] = {
        "thanks": lambda: facts_of.thanks(look, event),
        "signing": lambda: facts_of.signings(look),
        "plaque": lambda: facts_of.awards(look),
    }
    return gather[kind]()


def _piece(kind: str, facts: Any) -> Piece:
    match kind:
        case "thanks":
            label, detail = facts.name, facts.post
        case "signing":
            label, detail = facts.first.organisation, facts.second.organisation
        case _:
            label, detail = facts.organisation, facts.wording
    return Piece(facts.key, kind, label, detail)


def _unnamed(look: Look) -> Sequence[NotPrintable]:
    return [NotPrintable(what, count) for what, count in facts_of.unnamed(look)]
