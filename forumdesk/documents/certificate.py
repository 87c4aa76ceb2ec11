"""Certificates, A4 landscape: thanks to a speaker, a signing, the award of a plaque. One page a piece.

The grid is that of the design's page "Paper": axis at 148.5 mm, two parties at 87.5 and 209.5, the seal's place
about (209.5, 173.4), a QR code with the piece's key at (24, 170). What all pieces share is drawn once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from forumdesk.documents import wording
from forumdesk.documents.model import Box, Card, Code, Document, Element, Label, Ring, Span, Stack, Stroke, plain
from forumdesk.domain.text import Text

WIDTH, HEIGHT = 297.0, 210.0
AXIS, FIRST, SECOND = 148.5, 87.5, 209.5
PARTY_WIDTH, TEXT_WIDTH = 100.0, 212.0
NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all pieces of a run share: the forum, its day and place, and who issues them."""

    forum: Text
    date: dt.date
    place: Text = NOTHING
    issuers: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Thanks:
    """A speaker's thanks: `post` is organisation and title already joined, `talk` the title of the talk."""

    key: str
    name: Text
    post: Text = NOTHING
    talk: Text = NOTHING
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a signing; the signatory may be unknown."""

    organisation: Text
    country: Text = NOTHING
    signatory: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Signing:
    """An agreement between two parties, in the order of its signing."""

    key: str
    first: Party
    second: Party
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Award:
    """A plaque for an organisation: the plaque's wording and batch."""

    key: str
    organisation: Text
    wording: Text = NOTHING
    batch: Text = NOTHING
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class _Voice:
    """The languages of a run: the leading one, and the second where there are two."""

    pair: tuple[str, str]
    languages: tuple[str, ...]

    @property
    def lead(self) -> str:
        return self.languages[0]

    @property
    def second(self) -> str:
        return self.languages[1] if len(self.languages) > 1 else ""

    def of(self, text: Text, language: str) -> str:
        return text.side(self.pair.index(language))

    def style(self, name: str) -> str:
        return f"certificate.{name}.{wording.alphabet(self.lead)}"

    def other(self, text: Text) -> str:
        """The wording in the second language, where there is one and it says something else."""
        return self.of(text, self.second) if self.second and text.first and text.second else ""


def thanks_certificates(
    occasion: Occasion, pieces: tuple[Thanks, ...], *, pair: tuple[str, str], languages: tuple[str, ...]
) -> Document:
    """Thanks for speaking, one page a speaker; `languages` are one or two codes of `pair`."""
    voice = _Voice(pair, languages)

    def citation(piece: Thanks, language: str) -> str:
        forum, talk = plain(voice.of(occasion.forum, language)), plain(voice.of(piece.talk, language))
        return wording.thanks_citation(occasion.date, forum, talk, language)

    cards = tuple(
        Card(
            piece.key,
            (
                *_recipient(voice, piece.name, piece.post, person=True),
                *_text(voice, [citation(piece, language) for language in languages], 121.0, 136.5),
                *_number(voice, piece.key, piece.number),
            ),
        )
        for piece in pieces
    )
    art = (*_art(voice, occasion, "thanks title"), *_issuers(voice, occasion))
    return _document(voice, occasion, "thanks title", art, cards)


def plaque_certificates(
    occasion: Occasion, pieces: tuple[Award, ...], *, pair: tuple[str, str], languages: tuple[str, ...]
) -> Document:
    """Certificates that go with plaques, one page a recipient organisation."""
    voice = _Voice(pair, languages)

    def citation(piece: Award, language: str) -> str:
        forum, plaque = plain(voice.of(occasion.forum, language)), plain(voice.of(piece.wording, language))
        batch = voice.of(piece.batch, language)
        return wording.plaque_citation(occasion.date, forum, plaque, batch, language)

    cards = tuple(
        Card(
            piece.key,
            (
                *_recipient(voice, piece.organisation, NOTHING, person=False),
                *_text(voice, [citation(piece, language) for language in languages], 121.0, 136.5),
                *_number(voice, piece.key, piece.number),
            ),
        )
        for piece in pieces
    )
    art = (*_art(voice, occasion, "plaque title"), *_issuers(voice, occasion))
    return _document(voice, occasion, "plaque title", art, cards)


def signing_certificates(
    occasion: Occasion,
    pieces: tuple[Signing, ...],
    *,
    pair: tuple[str, str],
    languages: tuple[str, ...],
    citation: Text = NOTHING,
) -> Document:
    """Certificates of a signing, one page an agreement; `citation` replaces our own wording where it is given."""
    voice = _Voice(pair, languages)
    texts = [
        voice.of(citation, language)
        or wording.signing_citation(occasion.date, voice.of(occasion.place, language), language)
        for language in languages
    ]
    art = (*_art(voice, occasion, "signing title"), *_text(voice, texts, 80.1, 92.0), *_between(voice))
    cards = tuple(
        Card(
            piece.key,
            (
                *_party(voice, piece.first, FIRST, field="first party"),
                *_party(voice, piece.second, SECOND, field="second party"),
                *_number(voice, piece.key, piece.number),
            ),
        )
        for piece in pieces
    )
    return _document(voice, occasion, "signing title", art, cards)


def _document(
    voice: _Voice, occasion: Occasion, title: str, art: tuple[Element, ...], cards: tuple[Card, ...]
) -> Document:
    about = f"{wording.word(title, voice.lead)} · {plain(voice.of(occasion.forum, voice.lead))}"
    return Document(about, voice.lead, WIDTH, HEIGHT, (Stack(art, cards),))


def _art(voice: _Voice, occasion: Occasion, title: str) -> Iterator[Element]:
    """Frame, heading and the seal's place."""
    yield from _frame()
    forum = Span(voice.of(occasion.forum, voice.lead), voice.style("kicker"))
    yield Label(AXIS, 30.0, 220.0, (forum,), smallest=9.0, field="forum")
    yield Label(AXIS, 50.0, 230.0, (Span(wording.word(title, voice.lead), voice.style("title")),))
    if voice.second:
        capitals = Span(wording.capitals(title, voice.second), "certificate.capitals")
        yield Label(AXIS, 59.8, 220.0, (capitals,))
    else:
        yield Box(AXIS - 12, 57.4, 24.0, 0.4, "teal")
    yield Ring(SECOND, 173.4, 20.0, 0.25, "vermilion", dash=1.4)
    yield Label(SECOND, 165.6, 30.0, (Span(wording.word("seal", voice.lead), "certificate.seal"),))
    day = Span(wording.date(occasion.date, voice.lead), voice.style("date"))
    yield Label(SECOND, 175.6, 37.0, (day,), smallest=9.0, field="date")


def _frame() -> Iterator[Element]:
    yield _rectangle(11.0, 0.65)
    near, step = 13.2, 8.4
    left, right, top, bottom = near, WIDTH - near, near, HEIGHT - near
    corners = (
        *((left + step, top), (right - step, top), (right - step, top + step), (right, top + step)),
        *((right, bottom - step), (right - step, bottom - step), (right - step, bottom), (left + step, bottom)),
        *((left + step, bottom - step), (left, bottom - step), (left, top + step), (left + step, top + step)),
    )
    yield Stroke(corners, 0.22, "teal", closed=True)
    for x in (14.8, WIDTH - 18.0):
        for y in (14.8, HEIGHT - 18.0):
            yield Box(x, y, 3.2, 3.2, "teal")


def _rectangle(inset: float, width: float) -> Stroke:
    right, bottom = WIDTH - inset, HEIGHT - inset
    return Stroke(((inset, inset), (right, inset), (right, bottom), (inset, bottom)), width, "teal", closed=True)


def _text(voice: _Voice, texts: list[str], lead: float, second: float) -> Iterator[Label]:
    """The citation: the leading language large, the second small below."""
    style = voice.style("text")
    yield Label(AXIS, lead, TEXT_WIDTH, (Span(texts[0], style),), lines=2, smallest=11.0, rise=0.5, field="text")
    if voice.second:
        small = (Span(texts[1], "certificate.text.second"),)
        yield Label(AXIS, second, TEXT_WIDTH, small, lines=2, smallest=8.0, rise=0.5, field="text")


def _recipient(voice: _Voice, name: Text, post: Text, *, person: bool) -> Iterator[Label]:
    """Who receives the piece, large on the axis, with the second language and the post below."""
    shown = voice.of(name, voice.lead)
    span = wording.name(shown, "certificate.name") if person else Span(shown, "certificate.name")
    below = [voice.other(name), voice.of(post, voice.lead), voice.other(post)]
    y = top = 84.0 if voice.second and post else 92.0
    yield Label(AXIS, y, TEXT_WIDTH, (span,), lines=2, smallest=18.0, rise=1.0, field="name")
    for text, field in zip(below, ("name", "post", "post"), strict=True):
        if text and text != shown:
            y += 8.6 if y == top else 6.2
            small = (Span(text, "certificate.name.second"),)
            yield Label(AXIS, y, TEXT_WIDTH, small, lines=1, smallest=8.0, field=field)


def _between(voice: _Voice) -> Iterator[Element]:
    """What stands between two parties, and the lines they sign on."""
    for top in (103.0, 119.0):
        yield Stroke(((AXIS, top), (AXIS, top + 7.0)), 0.12, "line")
    yield Label(AXIS, 116.6, 16.0, (Span(wording.word("and", voice.lead), voice.style("and")),))
    for x in (FIRST, SECOND):
        yield Stroke(((x - 42.5, 145.0), (x + 42.5, 145.0)), 0.25, "ink")


def _party(voice: _Voice, party: Party, x: float, field: str) -> Iterator[Label]:
    shown = voice.of(party.organisation, voice.lead)
    name = (Span(shown, "certificate.party"),)
    yield Label(x, 113.6, PARTY_WIDTH, name, lines=2, smallest=14.0, rise=0.85, field=field)
    other = voice.other(party.organisation)
    country = wording.BLANK.join(
        dict.fromkeys(text for text in (voice.of(party.country, voice.lead), voice.other(party.country)) if text)
    )
    y = 122.2
    for text in (other if other != shown else "", country):
        if text:
            small = (Span(text, "certificate.party.second"),)
            yield Label(x, y, PARTY_WIDTH, small, lines=2, smallest=8.0, follows=True, field=field)
            y += 5.6
    caption = wording.BLANK.join(wording.word("signatory", language) for language in voice.languages)
    if party.signatory:
        caption = f"{caption}{wording.BLANK}{voice.of(party.signatory, voice.lead)}"
    yield Label(x, 150.4, 85.0, (Span(caption, "certificate.caption"),), smallest=7.0, field=field)


def _issuers(voice: _Voice, occasion: Occasion) -> Iterator[Label]:
    """Who issues the piece, above the place of their seal."""
    if occasion.issuers:
        names = wording.listed([voice.of(issuer, voice.lead) for issuer in occasion.issuers], voice.lead)
        spans = (Span(names, voice.style("issuer")),)
        yield Label(SECOND, 149.6, 100.0, spans, lines=3, smallest=8.0, rise=1.0, field="issuer")


def _number(voice: _Voice, key: str, number: Text) -> Iterator[Element]:
    """The code that check-in reads, and the number that people read."""
    yield Code(24.0, 170.0, 15.0, key)
    if number:
        separator = wording.BLANK if wording.east_asian(voice.lead) else " "
        shown = f"{wording.word('serial', voice.lead)}{separator}{voice.of(number, voice.lead)}"
        first = (Span(shown, "certificate.number"),)
        yield Label(42.0, 176.2, 90.0, first, align="left", smallest=7.0, field="number")
        other = voice.other(number)
        if other and other != voice.of(number, voice.lead):
            second = (Span(f"{wording.word('serial', voice.second)} {other}", "certificate.number.second"),)
            yield Label(42.0, 181.1, 90.0, second, align="left", smallest=7.0, field="number")
