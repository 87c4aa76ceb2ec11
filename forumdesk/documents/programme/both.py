"""The leaflet in two languages side by side, at 46.5 and 113.6 mm, row by row on shared baselines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forumdesk.documents import wording
from forumdesk.documents.model import Block, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.documents.programme.facts import (
    Day,
    Item,
    Organisers,
    Programme,
    Speaker,
    headline,
    label,
    note,
    sections,
)

MARGIN, WIDTH = 17.0, 176.0
TIME, SECOND_LABEL = 34.5, 25.5
BODY, END = 46.5, 193.0
RIGHT_OF = {"east": 113.6, "west": 129.5}  # where the right column starts, by what stands at the left
BETWEEN_COLUMNS = 3.6
TITLE = 80.0  # a title at the left breaks rather than run up to the other
BESIDE = {"east": 16.5, "west": 25.5}  # how far from the column's edge posts stand beside names
BETWEEN_ITEMS, BETWEEN_PEOPLE = 1.1, 0.2
Side = tuple[str, int]  # a language code and its place in the event's pair


def side_by_side(facts: Programme, left: Side, right: Side) -> Document:
    """Build the leaflet with one language at the left and the other at the right."""
    sides = (left, right)
    blocks: list[Block] = []
    for day in facts.days:
        if len(facts.days) > 1:
            blocks += _day(day, sides)
        blocks += _items(day.items, sides)
    head = wording.BLANK.join(dict.fromkeys(plain(facts.title.side(side)) for _, side in sides))
    return Document(
        title=plain(facts.title.side(left[1])),
        language=left[0],
        width=210.0,
        height=297.0,
        body=Flow(
            left=MARGIN,
            right=MARGIN,
            top=18.35,
            bottom=11.6,
            front=tuple(_front(facts, sides)),
            blocks=tuple(blocks),
            tightest=0.45,
            smallest=0.92,
            head=(Span(head, "running.head"),),
            number=wording.pages(sides[0][0]),
            foot=tuple(_organisers(facts, sides)),
        ),
    )


def _pair(
    sides: tuple[Side, Side],
    make: Callable[[float, str, int], tuple[Line, ...]],
    left: float = BODY,
    widest: float = END,
) -> tuple[Cell, Cell]:
    """The same thing in both columns; `make` gets the column's place, its language and its side."""
    right = RIGHT_OF[wording.alphabet(sides[0][0])]
    (first, one), (second, other) = sides
    return (
        Cell(left, min(widest, right - BETWEEN_COLUMNS - left), make(left, first, one)),
        Cell(right, END - right, make(right, second, other)),
    )


def _front(facts: Programme, sides: tuple[Side, Side]) -> Iterator[Block]:
    def kicker(_x: float, language: str, side: int) -> tuple[Line, ...]:
        return (Line((Span(facts.kicker.side(side), f"both.kicker.{wording.alphabet(language)}"),)),)

    def title(_x: float, language: str, side: int) -> tuple[Line, ...]:
        return (Line((Span(facts.title.side(side), f"both.title.{wording.alphabet(language)}"),), even=True),)

    def when(_x: float, language: str, side: int) -> tuple[Line, ...]:
        return tuple(Line((Span(text, "both.when"),)) for text in _when(facts.days, language, side) if text)

    if facts.kicker:
        yield Row(_pair(sides, kicker, MARGIN), keep=True)
    yield Row(_pair(sides, title, MARGIN, TITLE), before=0.65, keep=True)
    yield Rule(MARGIN, WIDTH, "accent", before=5.8, after=0.45)
    yield Row(_pair(sides, when, MARGIN), keep=True)
    if len(facts.days) > 1:
        yield Rule(MARGIN, WIDTH, "line", before=4.4)


def _when(days: tuple[Day, ...], language: str, side: int) -> tuple[str, str]:
    first, last = days[0], days[-1]
    if len(days) > 1:
        return wording.days(first.date, last.date, language), first.venue.side(side)
    where = wording.place(first.venue.side(side), first.hall.side(side), language)
    return wording.when(first.date, first.start, first.end, language), where


def _day(day: Day, sides: tuple[Side, Side]) -> Iterator[Block]:
    def heading(_x: float, language: str, side: int) -> tuple[Line, ...]:
        title = (Line((Span(day.title.side(side), "both.day"),), even=True),) if day.title else ()
        return (*title, *(Line((Span(text, "both.when"),)) for text in _when((day,), language, side) if text))

    yield Row(_pair(sides, heading, MARGIN), before=5.0, keep=True)


def _items(items: tuple[Item, ...], sides: tuple[Side, Side]) -> Iterator[Block]:
    for number, (key, group) in enumerate(sections(items)):
        yield Rule(MARGIN, WIDTH, "line", before=2.5 if number else 4.4, after=0.45)
        beside: tuple[Line, ...] = ()
        if key:
            styles = (f"both.section.{wording.alphabet(sides[0][0])}", "both.section.second")
            beside = tuple(
                Line((Span(label(key, group, language, side), style),))
                for style, (language, side) in zip(styles, sides, strict=True)
            )
        before = 0.0
        for item in group:
            hanging = len(group) > 1 or len(item.people) > 1
            section = (Cell(MARGIN, 17.2, beside, hanging),) if beside else ()
            yield from _item(item, section, item is group[0], sides, before)
            before = BETWEEN_ITEMS


def _item(
    item: Item, section: tuple[Cell, ...], opens: bool, sides: tuple[Side, Side], before: float
) -> Iterator[Row]:
    """One row, and a row more for each further speaker where the people stand for the title."""
    alone = not item.title and len(item.people) == 1
    many = () if item.title or alone else item.people

    def opening(x: float, language: str, side: int) -> tuple[Line, ...]:
        if many:
            return (_panelist(many[0], x, language, side),)
        if alone:
            return _speaker(item.people[0], language, side)
        return _titled(item, language, side)

    time = Cell(TIME, 12.0, (Line((Span(wording.time(item.start), "both.time"),)),))
    cells = (time, *_pair(sides, opening))
    about = headline(item, *sides[0]) or item.people[0].name.side(sides[0][1])
    if opens:
        yield Row((*section, *cells), before=before, about=about)
    else:
        yield Row(cells, before=before, about=about, resumed=section)
    for person in many[1:]:
        yield _further(person, (*section, time), sides)


def _further(person: Speaker, resumed: tuple[Cell, ...], sides: tuple[Side, Side]) -> Row:
    def line(x: float, language: str, side: int) -> tuple[Line, ...]:
        return (_panelist(person, x, language, side),)

    about = person.name.side(sides[0][1])
    return Row(_pair(sides, line), before=BETWEEN_PEOPLE, about=about, resumed=resumed)


def _titled(item: Item, language: str, side: int) -> tuple[Line, ...]:
    alphabet = wording.alphabet(language)
    counted = note(item, language, side)
    tail = (Span(counted, f"both.post.{alphabet}"),) if counted else ()
    title = Line((Span(headline(item, language, side), f"both.item.{alphabet}"),), tail, gap=2.2, even=True)
    return (title, *(_under(person, language, side) for person in item.people))


def _under(person: Speaker, language: str, side: int) -> Line:
    """A speaker on one line under the title."""
    name, post = person.name.side(side), _post(person, language, side)
    if not wording.east_asian(language):
        return Line((Span(", ".join(part for part in (name, post) if part), "both.post.west"),))
    tail = (Span(post, "both.post.east"),) if post else ()
    return Line((wording.name(name, "both.name.east"),), tail, gap=2.5)


def _speaker(person: Speaker, language: str, side: int) -> tuple[Line, ...]:
    """A speaker in place of a title, the post below."""
    alphabet, post = wording.alphabet(language), _post(person, language, side)
    name = Line((wording.name(person.name.side(side), f"both.item.{alphabet}"),))
    return (name, Line((Span(post, f"both.post.{alphabet}"),))) if post else (name,)


def _panelist(person: Speaker, x: float, language: str, side: int) -> Line:
    """One of several speakers, the post beside the name."""
    alphabet, post = wording.alphabet(language), _post(person, language, side)
    tail = (Span(post, f"both.post.{alphabet}"),) if post else ()
    name = wording.name(person.name.side(side), f"both.item.{alphabet}")
    return Line((name,), tail, tab=x + BESIDE[alphabet], gap=2.6)


def _post(person: Speaker, language: str, side: int) -> str:
    parts = (person.post.side(side), wording.role(person.role, language))
    return ("，" if wording.east_asian(language) else ", ").join(part for part in parts if part)


def _organisers(facts: Programme, sides: tuple[Side, Side]) -> Iterator[Block]:
    if facts.organisers:
        yield Rule(MARGIN, WIDTH, "line", before=5.0, after=0.45)
    for part in facts.organisers:
        yield _role(part, sides)


def _role(part: Organisers, sides: tuple[Side, Side]) -> Row:
    def names(_x: float, language: str, side: int) -> tuple[Line, ...]:
        text = wording.listed([name.side(side) for name in part.names], language)
        return (Line((Span(text, "both.organiser"),)),)

    first, second = (
        Line((Span(wording.word(part.role, language), style),))
        for style, (language, _) in zip(("both.organiser.label", "both.organiser.label.second"), sides, strict=True)
    )
    labels: tuple[Cell, ...] = (Cell(MARGIN, 8.0, (first,)), Cell(SECOND_LABEL, 20.0, (second,)))
    if not wording.east_asian(sides[0][0]):
        labels = (Cell(MARGIN, 20.0, (first, second)),)
    return Row((*labels, *_pair(sides, names)))
