"""The pieces an order means, gathered from the event in one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forumdesk.app.printing.kinds import DOCUMENTS, OPTIONS, Kind, kinds_of
from forumdesk.app.printing.layouts import setting_of
from forumdesk.app.printing.order import NotPrintable, Order, Piece, Setting
from forumdesk.app.printing.record import Past, past, printed_in
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.event import Event
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents.model import Document


class UnknownDocument(Refused):
    """Nothing of that name is printed. Facts: document, known."""

    code = "unknown-document"
    sentence = NOOP("There is no document “{document}”; there are {known}.")


class UnknownPiece(Refused):
    """A document has no piece of that ID or name. Facts: piece."""

    code = "unknown-piece"
    sentence = NOOP("There is no piece with the ID or name “{piece}” to print.")


class UnknownBatch(Refused):
    """No piece of a document belongs to that batch. Facts: batch."""

    code = "unknown-batch"
    sentence = NOOP("Nothing to print belongs to a batch “{batch}”.")


class NotTaken(Refused):
    """An order chooses what its document leaves no choice of. Facts: document, option."""

    code = "not-taken"
    sentence = NOOP("“{document}” is printed without a choice of {option}.")


class UnknownPaper(Refused):
    """A document is not set on that paper. Facts: paper, known."""

    code = "unknown-paper"
    sentence = NOOP("There is no paper “{paper}” for it; there are {known}.")


class NothingStale(Refused):
    """Whatever was printed of a document still holds. Facts: document."""

    code = "nothing-stale"
    sentence = NOOP("Nothing of “{document}” has changed since it was printed.")


class NothingRemains(Refused):
    """Whatever there is of a document was printed before. Facts: document."""

    code = "nothing-remains"
    sentence = NOOP("Everything of “{document}” has been printed already.")


@dataclass(frozen=True, slots=True)
class Pieces:
    """What an order comes to: pieces of each kind, in the order they are printed in, and how they are set."""

    order: Order
    setting: Setting
    by_kind: Sequence[tuple[Kind, Sequence[Piece]]]
    not_printable: Sequence[NotPrintable]

    def names(self) -> dict[str, str]:
        """What people call each piece, by its key, in the language it is printed in."""
        side = self.setting.pair.index(self.setting.languages[0])
        return {piece.key: piece.label.side(side) for _, pieces in self.by_kind for piece in pieces}

    def on_pages(self, first: int, last: int, of: int) -> Pieces:
        """The pieces that are whole on some of so many pages: all of them, or those with a page each."""
        if (first, last) == (1, of):
            return self
        pages = iter(range(1, of + 1))
        alone = of == sum(len(pieces) for _, pieces in self.by_kind)
        kept = [(kind, [piece for piece in pieces if first <= next(pages) <= last]) for kind, pieces in self.by_kind]
        return replace(self, by_kind=kept if alone else ())

    def document(self) -> Document:
        """All of them, bound as one."""
        from forumdesk.documents.model import OwnFont, bound

        documents = [self._worn(kind.build(pieces, self.setting)) for kind, pieces in self.by_kind]
        whole = documents[0] if len(documents) == 1 else bound(documents, documents[0].title)
        return replace(whole, fonts=tuple(OwnFont(*font) for font in self.setting.fonts))

    def _worn(self, document: Document) -> Document:
        """A document that chose no colours in those of the event's theme."""
        from forumdesk.documents.themes import THEMES

        theme = THEMES[self.setting.theme].with_accent(self.setting.accent)
        return document if document.colours else replace(document, colours=theme.colours)


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
    papers = list(dict.fromkeys(paper for kind in kinds for paper in kind.papers))
    if order.paper is not None and order.paper not in papers:
        raise UnknownPaper(paper=order.paper, known=", ".join(papers))
    event = look.all(Event)[0]
    setting = setting_of(look, event, order, [kind.name for kind in kinds])
    if order.template is not None:
        kinds = [kind for kind in kinds if kind.name in setting.layouts]
    found = _chosen(look, order, setting, [(kind, kind.gather(look, event, setting)) for kind in kinds])
    unnamed = [each for kind in kinds for each in kind.unnamed(look)] if not order.is_choice else []
    return Pieces(order, setting, [(kind, pieces) for kind, pieces in found if pieces], unnamed)


Found = Sequence[tuple[Kind, Sequence[Piece]]]


def _chosen(look: Look, order: Order, setting: Setting, found: Found) -> Found:
    """Of what was found, the pieces an order chooses."""
    if order.batch is not None:
        found = [(kind, [piece for piece in pieces if order.batch in _sides(piece.batch)]) for kind, pieces in found]
        if not any(pieces for _, pieces in found):
            raise UnknownBatch(batch=order.batch)
    if wanted := set(order.only):
        found = [(kind, [piece for piece in pieces if wanted & _called(piece)]) for kind, pieces in found]
        if unknown := wanted - {name for _, pieces in found for piece in pieces for name in _called(piece)}:
            raise UnknownPiece(piece=min(unknown))
    if order.stale:
        before = past(look, [kind for kind, _ in found])
        found = [(kind, _stale(pieces, before[kind.name].get(setting.language, {}))) for kind, pieces in found]
        if not any(pieces for _, pieces in found):
            raise NothingStale(document=Term(order.document))
    if order.remaining:
        printed = {kind.name: printed_in(look, kind, setting.language) for kind, _ in found}
        found = [(kind, [piece for piece in pieces if piece.key not in printed[kind.name]]) for kind, pieces in found]
        if not any(pieces for _, pieces in found):
            raise NothingRemains(document=Term(order.document))
    return found


def _stale(pieces: Sequence[Piece], before: Mapping[str, Past]) -> Sequence[Piece]:
    return [piece for piece in pieces if piece.key in before and before[piece.key].stale]


def _called(piece: Piece) -> set[str]:
    """What an order may call a piece: its key, or its name in either language."""
    return {piece.key, *filter(None, _sides(piece.label))}


def _sides(text: Text) -> tuple[str, str]:
    return text.first, text.second
