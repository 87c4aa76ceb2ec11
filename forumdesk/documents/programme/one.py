"""The leaflet in one language: section label at 24 mm, time at 46, titles and names at 60.5, posts at 89.5."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.documents import wording
from forumdesk.documents.model import Block, Cell, Document, Flow, Line, Row, Rule, Span, plain
from forumdesk.documents.programme.facts import Day, Item, Programme, Speaker, headline, label, note, sections

MARGIN, WIDTH = 24.0, 162.0
TIME, BODY, POST = 46.0, 60.5, 89.5
AFTER_NAME = 2.6
BETWEEN_ITEMS, BETWEEN_SECTIONS, BETWEEN_PEOPLE = 1.35, 4.1, 0.55


def leaflet(facts: Programme, language: str, side: int) -> Document:
    """Build the leaflet in the language with that place in the event's pair."""
    title = facts.title.side(side)
    several = len(facts.days) > 1
    blocks: list[Block] = []
    for number, day in enumerate(facts.days):
        if several:
            blocks += _day(day, language, side, first=number == 0)
        blocks += _items(day.items, language, side)
    return Document(
        title=plain(title),
        language=language,
        width=210.0,
        height=297.0,
        body=Flow(
            left=MARGIN,
            right=MARGIN,
            top=17.7,
            bottom=15.3,
            front=tuple(_front(facts, language, side)),
            blocks=tuple(blocks),
            tightest=0.5,
            smallest=0.9,
            head=(Span(plain(title), "running.head"),),
            number=wording.pages(language),
            foot=tuple(_organisers(facts, language, side)),
        ),
    )


def _front(facts: Programme, language: str, side: int) -> Iterator[Block]:
    alphabet = wording.alphabet(language)
    kicker, title, other = facts.kicker.side(side), facts.title.side(side), facts.title.side(1 - side)
    if kicker:
        yield _full(Line((Span(kicker, f"leaflet.kicker.{alphabet}"),)))
    yield _full(Line((Span(title, f"leaflet.title.{alphabet}"),), even=True), before=2.8)
    if other != title:
        yield _full(Line((Span(other, "leaflet.subtitle"),), even=True), before=1.5)
    yield Rule(MARGIN, WIDTH, "accent", before=6.6, after=0.65)
    yield _when(facts.days, language, side)
    yield Rule(MARGIN, WIDTH, "line", before=3.65, after=2.5 if len(facts.days) == 1 else 1.2)


def _when(days: tuple[Day, ...], language: str, side: int) -> Row:
    first, last = days[0], days[-1]
    if len(days) == 1:
        when = wording.when(first.date, first.start, first.end, language)
        where = wording.place(first.venue.side(side), first.hall.side(side), language)
    else:
        when = wording.days(first.date, last.date, language)
        where = first.venue.side(side)
    left = Cell(MARGIN, 76.0, (Line((Span(when, "leaflet.when"),)),))
    right = Cell(MARGIN + 78.0, WIDTH - 78.0, (Line((Span(where, "leaflet.when"),), align="right"),))
    return Row((left, right), keep=True)


def _day(day: Day, language: str, side: int, first: bool) -> Iterator[Block]:
    if not first:
        yield Rule(MARGIN, WIDTH, "line", before=6.0, after=1.2)
    when = wording.when(day.date, day.start, day.end, language)
    where = wording.place(day.venue.side(side), day.hall.side(side), language)
    if day.title:
        yield _full(Line((Span(day.title.side(side), "leaflet.day"),), even=True), keep=True)
    separator = wording.BLANK if wording.east_asian(language) else ", "
    line = separator.join(part for part in (when, where) if part)
    yield _full(Line((Span(line, "leaflet.day.when"),)), before=0.6, keep=True)
    yield Rule(MARGIN, WIDTH, "faint", before=2.4, after=1.6)


def _items(items: tuple[Item, ...], language: str, side: int) -> Iterator[Row]:
    before = 0.0
    for key, group in sections(items):
        beside = label(key, group, language, side) if key else ""
        for item in group:
            yield from _item(item, _section(beside), language, side, opens=item is group[0], before=before)
            before = BETWEEN_ITEMS
        before = BETWEEN_SECTIONS


def _section(text: str) -> tuple[Cell, ...]:
    return (Cell(MARGIN, 21.0, (Line((Span(text, "leaflet.section"),)),)),) if text else ()


def _item(
    item: Item, section: tuple[Cell, ...], language: str, side: int, *, opens: bool, before: float
) -> Iterator[Row]:
    lines = _lines(item, language, side)
    opening = [next(lines)]
    if item.title and len(item.people) == 1:
        opening += lines
    time = Cell(TIME, 13.0, (Line((Span(wording.time(item.start), "leaflet.time"),)),))
    cells = (time, Cell(BODY, MARGIN + WIDTH - BODY, tuple(opening)))
    about = headline(item, language, side) or item.people[0].name.side(side)
    if opens:
        yield Row((*section, *cells), before=before, about=about)
    else:
        yield Row(cells, before=before, about=about, resumed=section)
    gap = 0.0 if item.title else BETWEEN_PEOPLE
    for line in lines:
        cell = Cell(BODY, MARGIN + WIDTH - BODY, (line,))
        yield Row((cell,), before=gap, about=line.spans[0].reads or line.spans[0].text, resumed=(*section, time))


def _lines(item: Item, language: str, side: int) -> Iterator[Line]:
    """The title with its count and then the people, or the people alone as large as a title."""
    alphabet = wording.alphabet(language)
    title, counted = headline(item, language, side), note(item, language, side)
    count = (Span(counted, "leaflet.post"),) if counted else ()
    if title:
        yield Line((Span(title, f"leaflet.item.{alphabet}"),), tail=count, gap=4.0, even=True)
    for person in item.people:
        yield _person(person, "leaflet.name" if title else f"leaflet.item.{alphabet}", language, side)
    if count and not title:
        yield Line(count)


def _person(person: Speaker, style: str, language: str, side: int) -> Line:
    """A name with the post beside it; the role stands behind a Chinese name and behind a Western post."""
    name, post = wording.name(person.name.side(side), style), person.post.side(side)
    role = wording.role(person.role, language)
    spans: tuple[Span, ...] = (name,)
    if role and wording.east_asian(language):
        spans = (name, Span(wording.BLANK + role, "leaflet.role"))
    elif role:
        post = ", ".join(part for part in (post, role) if part)
    return Line(spans, (Span(post, "leaflet.post"),) if post else (), tab=POST, gap=AFTER_NAME)


def _organisers(facts: Programme, language: str, side: int) -> Iterator[Block]:
    if facts.organisers:
        yield Rule(MARGIN, WIDTH, "line", before=7.0, after=1.1)
    for part in facts.organisers:
        names = wording.listed([name.side(side) for name in part.names], language)
        title = Cell(MARGIN, 21.0, (Line((Span(wording.word(part.role, language), "leaflet.organiser.label"),)),))
        yield Row((title, Cell(TIME, MARGIN + WIDTH - TIME, (Line((Span(names, "leaflet.organiser"),)),))))


def _full(line: Line, before: float = 0.0, keep: bool = True) -> Row:
    return Row((Cell(MARGIN, WIDTH, (line,)),), before=before, keep=keep)
