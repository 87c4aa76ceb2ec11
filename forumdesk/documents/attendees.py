"""The list of attendees on paper, A4: name, organisation and title, category, status; a hairline a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forumdesk.base.job import may_stop
from forumdesk.documents import wording
from forumdesk.documents.model import Block, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.domain.text import Text

MARGIN, WIDTH = 20.0, 170.0
NUMBER, NAME, POST, CATEGORY, STATUS = (20.0, 9.0), (30.0, 45.0), (77.0, 70.0), (149.0, 20.0), (170.0, 20.0)
NOTHING = Text()
Sides = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person; `post` joins organisation and title, `category` and `status` are codes (vip, confirmed …)."""

    name: Text
    post: Text = NOTHING
    category: str = "delegate"
    status: str = "invited"


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """People in the order they are printed in, under the event's title and a line of when and where."""

    event: Text
    people: tuple[Attendee, ...]
    when: Text = NOTHING


def attendee_list(facts: AttendeeList, *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """The list in one or both of the event's languages; `languages` are one or two codes of `pair`."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    title = wording.word("attendees", language)
    event = plain(facts.event.side(side))
    return Document(
        title=f"{title} · {event}",
        language=language,
        width=210.0,
        height=297.0,
        body=Flow(
            left=MARGIN,
            right=MARGIN,
            top=17.7,
            bottom=17.0,
            front=tuple(_front(facts, sides)),
            blocks=(*_columns(sides), *_people(facts.people, sides)),
            head=(Span(f"{title}{wording.BLANK}{event}", "running.head"),),
            number=wording.pages(language),
            repeated=tuple(_columns(sides)),
        ),
    )


def _front(facts: AttendeeList, sides: Sides) -> Iterator[Block]:
    language, side = sides[0]
    alphabet = wording.alphabet(language)
    kicker = Line((Span(plain(facts.event.side(side)), f"leaflet.kicker.{alphabet}"),))
    title = Line((Span(wording.word("attendees", language), f"list.title.{alphabet}"),), even=True)
    yield Row((Cell(MARGIN, WIDTH, (kicker,)),), keep=True)
    yield Row((Cell(MARGIN, WIDTH, (title,)),), before=1.0, keep=True)
    if len(sides) > 1:
        second = Line((Span(wording.word("attendees", sides[1][0]), "leaflet.subtitle"),))
        yield Row((Cell(MARGIN, WIDTH, (second,)),), before=0.8, keep=True)
    yield Rule(MARGIN, WIDTH, "accent", before=5.6, after=0.65)
    count = Line((Span(wording.people(len(facts.people), language), "leaflet.when"),), align="right")
    cells = [Cell(MARGIN + 130.0, WIDTH - 130.0, (count,))]
    if facts.when:
        cells.insert(0, Cell(MARGIN, 128.0, (Line((Span(facts.when.side(side), "leaflet.when"),)),)))
    yield Row(tuple(cells), keep=True)


def _columns(sides: Sides) -> Iterator[Block]:
    keys = ("number", "name", "organisation and title", "category", "status")
    yield from column_heads(dict(zip(keys, (NUMBER, NAME, POST, CATEGORY, STATUS), strict=True)), sides)


def column_heads(columns: Mapping[str, tuple[float, float]], sides: Sides) -> Iterator[Block]:
    """The heads of a list's columns in every language, again on every page."""
    styles = ("list.heading", "list.heading.second")
    cells = tuple(
        Cell(
            x,
            width,
            tuple(
                Line((Span(wording.word(key, code), style),)) for style, (code, _) in zip(styles, sides, strict=False)
            ),
        )
        for key, (x, width) in columns.items()
    )
    yield Row(cells, before=5.0, keep=True)
    yield Rule(MARGIN, WIDTH, "line", before=2.0, after=0.7)


def _people(people: tuple[Attendee, ...], sides: Sides) -> Iterator[Block]:
    for number, person in enumerate(people, start=1):
        may_stop()
        if number > 1:
            yield Rule(MARGIN, WIDTH, "faint", before=2.1, after=0.5)
        cells = (
            Cell(*NUMBER, (Line((Span(str(number), "list.number"),)),)),
            Cell(*NAME, tuple(_names(person.name, sides))),
            Cell(*POST, tuple(_texts([person.post.side(side) for _, side in sides], "list.post"))),
            Cell(*CATEGORY, tuple(_texts([wording.word(person.category, code) for code, _ in sides], "list.mark"))),
            Cell(*STATUS, tuple(_texts([wording.word(person.status, code) for code, _ in sides], "list.mark"))),
        )
        yield Row(cells, about=person.name.side(sides[0][1]))


def _names(name: Text, sides: Sides) -> Iterator[Line]:
    names = list(dict.fromkeys(name.side(side) for _, side in sides))
    yield Line((wording.name(names[0], "list.name"),), even=True)
    for other in names[1:]:
        yield Line((Span(other, "list.name.second"),), even=True)


def _texts(texts: list[str], style: str) -> Iterator[Line]:
    first, *others = dict.fromkeys(texts)
    if first:
        yield Line((Span(first, style),), even=True)
    for other in others:
        yield Line((Span(other, f"{style}.second"),), even=True)
