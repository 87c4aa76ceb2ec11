"""The signing book 签约文本夹, A4: for every copy of an agreement a cover, a title page and a page to sign.

In the copy it keeps, each party is named and signs first (alternat). A list of all copies closes the book.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forumdesk.documents import wording
from forumdesk.documents.booklet import PAPERS
from forumdesk.documents.booklet.page import Page
from forumdesk.documents.model import Block, Book, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.documents.programme.facts import NOTHING
from forumdesk.domain.text import Text

STATES = ("printed", "bound", "on-the-table", "signed", "exchanged")
"""What becomes of a copy, in order; there is a box to tick for each."""

GAP = 12.0  # mm between two parties that sign side by side
LABEL = 26.0  # mm from a label to what is written beside it
LINE = 15.0  # mm for a signature above its line


@dataclass(frozen=True, slots=True)
class Signatory:
    """A party: its organisation, who signs for it and as what."""

    organisation: Text
    name: Text = NOTHING
    post: Text = NOTHING


@dataclass(frozen=True, slots=True)
class SigningBook:
    """An agreement of two or more parties, as many copies as are signed, and how far they are (a code)."""

    key: str
    forum: Text
    title: Text
    date: dt.date
    place: Text
    parties: tuple[Signatory, ...]
    copies: int = 2
    state: str = "draft"


def alternat(parties: Sequence[Signatory], keeper: int) -> tuple[Signatory, ...]:
    """The parties in the order of the copy that number `keeper` keeps: it comes first, the others follow in turn."""
    return (*parties[keeper:], *parties[:keeper])


def signing_books(books: Sequence[SigningBook], *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """The books in one or both of the event's languages; `languages` are one or two codes of `pair`."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    page = Page(*PAPERS["A4"], sides, plain(books[0].forum.side(side)))
    return Document(
        title=f"{wording.word('signing book', language)} · {plain(books[0].forum.side(side))}",
        language=language,
        width=page.width,
        height=page.height,
        body=Book(tuple(flow for book in books for flow in _book(book, page))),
    )


def _book(book: SigningBook, page: Page) -> Iterator[Flow]:
    keepers = [number % len(book.parties) for number in range(max(book.copies, len(book.parties)))]
    for number, keeper in enumerate(keepers, start=1):
        parties = alternat(book.parties, keeper)
        yield _flow(page, page.height * 0.26, _cover(book, parties, number, len(keepers), page))
        yield _flow(page, page.height * 0.2, _title(book, parties, page))
        yield _flow(page, 34.0, _signatures(book, parties, page))
    yield _flow(page, page.top, _checklist(book, keepers, page))


def _flow(page: Page, top: float, blocks: Iterator[Block]) -> Flow:
    return Flow(page.margin, page.margin, top, page.top - 3.0, (), tuple(blocks), ())


def _texts(
    page: Page, text: Text, style: str, *, before: float = 0.0, second: str = "signing.second"
) -> Iterator[Row]:
    """A text in every language, centred, the first in the style given."""
    for place, own in enumerate(dict.fromkeys(text.side(side) for _, side in page.sides)):
        line = Line((Span(own, second if place else style),), align="centre", even=True)
        yield page.full(line, before=1.2 if place else before, keep=True, about=plain(own))


def _word(page: Page, key: str) -> Text:
    first, *others = page.words(key)
    words = {side: word for (_, side), word in zip(page.sides, (first, *others), strict=True)}
    return Text(words.get(0, ""), words.get(1, ""))


def _centre_rule(page: Page, before: float, after: float) -> Rule:
    return Rule(page.width / 2 - 9.0, 18.0, "accent", before=before, after=after)


def _cover(book: SigningBook, parties: Sequence[Signatory], number: int, count: int, page: Page) -> Iterator[Block]:
    yield from _texts(page, book.forum, "signing.kicker", second="signing.kicker")
    yield from _texts(page, book.title, f"signing.title.{page.alphabet}", before=8.0)
    yield _centre_rule(page, 10.0, 8.0)
    yield from _texts(page, parties[0].organisation, "signing.party", before=2.0)
    kept = Text(*(wording.kept_copy(number, count, code) for code in _pair(page)))
    yield from _texts(page, kept, "signing.caption", before=3.0, second="signing.caption")


def _pair(page: Page) -> tuple[str, str]:
    """The languages by their place in the event's pair; where only one is printed it stands for both."""
    codes = {side: code for code, side in page.sides}
    first = page.first[0]
    return codes.get(0, first), codes.get(1, first)


def _title(book: SigningBook, parties: Sequence[Signatory], page: Page) -> Iterator[Block]:
    yield from _texts(page, book.title, f"signing.title.{page.alphabet}")
    yield _centre_rule(page, 9.0, 9.0)
    for place, party in enumerate(parties):
        if place:
            yield from _texts(page, _word(page, "and"), "signing.caption", before=4.0, second="signing.caption")
        yield from _texts(page, party.organisation, "signing.party", before=4.0)
    when = Text(*(wording.date(book.date, code) for code in _pair(page)))
    yield from _texts(page, when, "signing.when", before=26.0, second="signing.when")
    yield from _texts(page, book.place, "signing.when", before=1.0, second="signing.when")


def _signatures(book: SigningBook, parties: Sequence[Signatory], page: Page) -> Iterator[Block]:
    yield from _texts(page, _word(page, "signature page"), f"booklet.heading.{page.alphabet}")
    yield from _texts(page, book.title, "signing.second", before=3.0)
    yield _centre_rule(page, 6.0, 10.0)
    width = (page.measure - GAP) / 2
    for start in range(0, len(parties), 2):
        beside = [
            (party, page.margin + place * (width + GAP)) for place, party in enumerate(parties[start : start + 2])
        ]
        yield from _beside(beside, width, page, before=18.0 if start else 6.0)


def _beside(
    parties: Sequence[tuple[Signatory, float]], width: float, page: Page, before: float
) -> Iterator[Row | Rule]:
    """One or two parties, each at its x, who sign on the same lines."""
    cells = tuple(Cell(x, width, tuple(_named(party.organisation, page))) for party, x in parties)
    about = parties[0][0].organisation.side(page.first[1])
    yield Row(cells, before=before, keep=True, about=about)
    for key in ("signature", "name", "post", "date"):
        label = Line((Span(wording.BLANK.join(dict.fromkeys(page.words(key))), "signing.caption"),))
        labels = tuple(Cell(x, LABEL, (label,)) for _, x in parties)
        values = tuple(
            Cell(x + LABEL, width - LABEL, tuple(_told(getattr(party, key, NOTHING), page))) for party, x in parties
        )
        yield Row((*labels, *values), before=LINE if key == "signature" else 5.0, keep=key != "date", about=about)
        for place, (_, x) in enumerate(parties):
            yield Rule(x, width, "line", before=0.0 if place else 1.8)


def _named(organisation: Text, page: Page) -> Iterator[Line]:
    for place, name in enumerate(dict.fromkeys(organisation.side(side) for _, side in page.sides)):
        yield Line((Span(name, "signing.second" if place else "signing.signs"),), even=True)


def _told(value: Text, page: Page) -> Iterator[Line]:
    for text in filter(None, dict.fromkeys(value.side(side) for _, side in page.sides)):
        yield Line((Span(text, "signing.value"),), even=True)


def _checklist(book: SigningBook, keepers: Sequence[int], page: Page) -> Iterator[Block]:
    first, *others = page.words("checklist")
    yield page.full(Line((Span(first, f"booklet.heading.{page.alphabet}"),)), keep=True)
    for other in others:
        yield page.full(Line((Span(other, "booklet.heading.second"),)), before=0.6, keep=True)
    yield page.full(Line((Span(book.title.side(page.first[1]), "booklet.text"),), even=True), before=3.0, keep=True)
    state = f"{page.words('state')[0]}{wording.BLANK}{page.words(book.state)[0]}"
    yield page.full(Line((Span(state, "booklet.post"),)), before=0.6, keep=True)
    step = 19.0
    left = page.margin + page.measure - step * len(STATES)
    heads = [Cell(page.margin, 10.0, (Line((Span(page.words("number")[0], "list.heading"),)),))]
    heads.append(Cell(page.margin + 12.0, 40.0, (Line((Span(page.words("kept by")[0], "list.heading"),)),)))
    heads += [
        Cell(left + step * place, step, (Line((Span(page.words(key)[0], "list.heading"),), align="centre"),))
        for place, key in enumerate(STATES)
    ]
    yield page.rule("accent", before=6.0, after=0.6)
    yield Row(tuple(heads), keep=True)
    yield page.rule("line", before=2.0, after=0.6)
    for number, keeper in enumerate(keepers, start=1):
        names = dict.fromkeys(book.parties[keeper].organisation.side(side) for _, side in page.sides)
        cells = [
            Cell(page.margin, 10.0, (Line((Span(str(number), "list.number"),)),)),
            Cell(page.margin + 12.0, left - page.margin - 14.0, tuple(
                Line((Span(name, "list.post.second" if place else "list.name"),), even=True)
                for place, name in enumerate(names)
            )),
            *(Cell(left + step * place, step, (Line((Span("□", "signing.box"),), align="centre"),))
              for place in range(len(STATES))),
        ]  # fmt: skip
        yield Row(tuple(cells), before=1.6, about=next(iter(names)))
        yield page.rule("faint", before=2.6, after=0.0)
