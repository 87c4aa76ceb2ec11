"""The sign-in sheet 签到表, A4: a category or organisation after the other, with room to sign beside every name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from forumdesk.base.job import may_stop
from forumdesk.documents import wording
from forumdesk.documents.attendees import column_heads
from forumdesk.documents.booklet.facts import Group, Guest
from forumdesk.documents.booklet.people import two_together
from forumdesk.documents.model import Block, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.domain.text import Text

MARGIN, WIDTH = 20.0, 170.0
Columns = Mapping[str, tuple[float, float]]
BY_CATEGORY: Columns = MappingProxyType(
    {"number": (20.0, 9.0), "name": (30.0, 40.0), "organisation and title": (72.0, 66.0), "signature": (142.0, 48.0)}
)
BY_ORGANISATION: Columns = MappingProxyType(
    {
        "number": (20.0, 9.0),
        "organisation": (30.0, 48.0),
        "name": (80.0, 35.0),
        "post": (117.0, 34.0),
        "signature": (153.0, 37.0),
    }
)
ROOM = 3.0  # above and below what is printed: a row holds a signature
Sides = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who is expected, by category or organisation, under the event's title and a line of when and where."""

    event: Text
    when: Text
    groups: tuple[Group, ...]


def sign_in_sheet(facts: SignIn, *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """The sheet in one or both of the event's languages; `languages` are one or two codes of `pair`."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    title, event = wording.word("sign in", language), plain(facts.event.side(side))
    by_category = bool(facts.groups[0].category)
    heads = tuple(column_heads(BY_CATEGORY if by_category else BY_ORGANISATION, sides))
    groups = _categories(facts.groups, sides) if by_category else _organisations(facts.groups, sides)
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
            blocks=(*heads, *groups),
            repeated=heads,
            head=(Span(f"{title}{wording.BLANK}{event}", "running.head"),),
            number=wording.pages(language),
        ),
    )


def _front(facts: SignIn, sides: Sides) -> Iterator[Block]:
    language, side = sides[0]
    alphabet = wording.alphabet(language)
    yield _full(Line((Span(plain(facts.event.side(side)), f"leaflet.kicker.{alphabet}"),)))
    yield _full(Line((Span(wording.word("sign in", language), f"list.title.{alphabet}"),)), before=1.0)
    for code, _ in sides[1:]:
        yield _full(Line((Span(wording.word("sign in", code), "leaflet.subtitle"),)), before=0.8)
    yield Rule(MARGIN, WIDTH, "accent", before=5.6, after=0.65)
    count = sum(len(group.people) for group in facts.groups)
    people = Line((Span(wording.people(count, language), "leaflet.when"),), align="right")
    when = Line((Span(facts.when.side(side), "leaflet.when"),))
    yield Row((Cell(MARGIN, 128.0, (when,)), Cell(MARGIN + 130.0, WIDTH - 130.0, (people,))), keep=True)


def _full(line: Line, before: float = 0.0) -> Row:
    return Row((Cell(MARGIN, WIDTH, (line,)),), before=before, keep=True)


def _categories(groups: tuple[Group, ...], sides: Sides) -> Iterator[Block]:
    number = 0
    for place, group in enumerate(groups):
        names = dict.fromkeys(wording.people_of(group.category, code) for code, _ in sides)
        heading = Span(wording.BLANK.join(names), "booklet.section")
        count = Span(str(len(group.people)), "booklet.count")
        rule = Rule(MARGIN, WIDTH, "line", before=1.9, after=0.0)
        yield _full(Line((heading,), (count,), gap=2.6), before=6.5 if place else 1.5)
        yield rule
        headed = (_full(Line((heading,)), before=1.5), rule)
        people = enumerate(group.people, number + 1)
        rows = [replace(_person(at, person, BY_CATEGORY, sides), headed=headed) for at, person in people]
        for row in two_together(rows):
            yield row
            yield Rule(MARGIN, WIDTH, "faint", before=ROOM, after=0.0)
        number += len(rows)


def _organisations(groups: tuple[Group, ...], sides: Sides) -> Iterator[Block]:
    """An organisation stands beside the first of its people, and again where they go on over a page."""
    number, inner = 0, BY_ORGANISATION["name"][0]
    for group in groups:
        names = dict.fromkeys(group.organisation.side(side) for _, side in sides if group.organisation)
        lines = tuple(
            Line((Span(name, "list.post.second" if at else "list.post"),), even=True) for at, name in enumerate(names)
        )
        cells = (Cell(*BY_ORGANISATION["organisation"], lines),) if lines else ()
        for place, person in enumerate(group.people, start=1):
            number += 1
            row = _person(number, person, BY_ORGANISATION, sides)
            yield replace(row, resumed=cells) if place > 1 else replace(row, cells=(*cells, *row.cells))
            if place < len(group.people):
                yield Rule(inner, MARGIN + WIDTH - inner, "faint", before=ROOM, after=0.0)
        yield Rule(MARGIN, WIDTH, "line", before=ROOM, after=0.0)


def _person(number: int, person: Guest, columns: Columns, sides: Sides) -> Row:
    may_stop()
    names = list(dict.fromkeys(person.name.side(side) for _, side in sides))
    posts = list(dict.fromkeys(person.post.side(side) for _, side in sides if person.post))
    name = (wording.name(names[0], "list.name"), *(Span(other, "list.name.second") for other in names[1:]))
    post = (Span(text, "list.post.second" if at else "list.post") for at, text in enumerate(posts))
    cells = (
        Cell(*columns["number"], (Line((Span(str(number), "list.number"),)),)),
        Cell(*columns["name"], tuple(Line((span,), even=True) for span in name)),
        Cell(
            *columns["post" if "post" in columns else "organisation and title"],
            tuple(Line((span,), even=True) for span in post),
        ),
    )
    return Row(cells, before=ROOM - 0.4, about=names[0])
