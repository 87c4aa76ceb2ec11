"""The agenda in a booklet: a forum or day after the other, labels above, times at the left."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.documents import wording
from forumdesk.documents.booklet.page import Page
from forumdesk.documents.model import Block, Cell, Flow, Line, Row, Span
from forumdesk.documents.programme.facts import Day, Item, Speaker, headline, label, note, sections

TIME = 15.0  # mm from a time to what happens
AFTER_NAME = 26.0
BETWEEN_ITEMS, BETWEEN_SECTIONS, BETWEEN_DAYS = 2.0, 4.4, 11.0


def agenda(days: tuple[Day, ...], page: Page) -> Flow:
    """Every day under its own heading."""
    blocks: list[Block] = []
    for number, day in enumerate(days):
        blocks += _day(day, page, number)
    return page.part("agenda", tuple(blocks))


def day_mark(number: int) -> str:
    """What the contents know a day by."""
    return f"day {number}"


def day_title(day: Day, page: Page) -> str:
    """A day's forum, or its date where the event has only one."""
    titles = (day.title.side(side) or wording.date(day.date, language) for language, side in page.sides)
    return wording.BLANK.join(dict.fromkeys(titles))


def _day(day: Day, page: Page, number: int) -> Iterator[Block]:
    before = BETWEEN_DAYS if number else 0.0
    titles = dict.fromkeys(day.title.side(side) for _, side in page.sides if day.title)
    mark = day_mark(number)
    for place, title in enumerate(titles):
        style = "booklet.second" if place else "booklet.day"
        line = Line((Span(title, style),), even=True)
        yield page.full(line, before=before, keep=True, mark="" if place else mark, about=title)
        before = 0.8
    for place, (code, side) in enumerate(page.sides):
        when = wording.when(day.date, day.start, day.end, code)
        where = wording.place(day.venue.side(side), day.hall.side(side), code)
        told = (wording.BLANK if wording.east_asian(code) else ", ").join(part for part in (when, where) if part)
        own = mark if not titles and not place else ""
        yield page.full(
            Line((Span(told, "booklet.day.when"),), even=True), before=before, keep=True, mark=own, about=told
        )
        before = 0.4
    yield page.rule("line", before=2.6, after=1.6)
    yield from _items(day.items, page)


def _items(items: tuple[Item, ...], page: Page) -> Iterator[Row]:
    before = 0.0
    for key, group in sections(items):
        names = dict.fromkeys(label(key, group, *side) for side in page.sides) if key else {}
        if names:
            line = Line((Span(wording.BLANK.join(names), "booklet.section"),))
            yield page.full(line, before=before, keep=True, about=next(iter(names)))
            before = 0.6
        for item in group:
            yield from _item(item, page, before)
            before = BETWEEN_ITEMS
        before = BETWEEN_SECTIONS


def _item(item: Item, page: Page, before: float) -> Iterator[Row]:
    """A row for the title, or for the first speaker where there is none, for each further one, for each paragraph."""
    x, width = page.margin + TIME, page.measure - TIME
    time = Cell(page.margin, TIME - 1, (Line((Span(wording.time(item.start), "booklet.time"),)),))
    rows = [tuple(_title(item, page))] if item.title or not item.people else []
    rows += [tuple(_person(person, page, x, large=not rows)) for person in item.people]
    rows += [(line,) for line in _abstract(item, page)]
    about = headline(item, *page.first) or item.people[0].name.side(page.first[1])
    for number, lines in enumerate(rows):
        cells = (Cell(x, width, lines),)
        if number == 0:
            yield Row((time, *cells), before=before, keep=len(rows) > 1, about=about)
        else:
            yield Row(cells, before=0.5, keep=number < len(rows) - 1, about=about, resumed=(time,))


def _title(item: Item, page: Page) -> Iterator[Line]:
    titles = dict.fromkeys((headline(item, *side), note(item, *side)) for side in page.sides)
    for place, (title, counted) in enumerate(titles):
        style = "booklet.second" if place else f"booklet.item.{page.alphabet}"
        tail = (Span(counted, "booklet.post.second" if place else "booklet.post"),) if counted else ()
        yield Line((Span(title, style),), tail, gap=3.0, even=True)


def _abstract(item: Item, page: Page) -> Iterator[Line]:
    """What it is about, a line a paragraph, in each language of the booklet."""
    for place, text in enumerate(dict.fromkeys(item.abstract.side(side) for _, side in page.sides)):
        for paragraph in filter(None, map(str.strip, text.splitlines())):
            yield Line((Span(paragraph, "booklet.post.second" if place else "booklet.post"),))


def _person(person: Speaker, page: Page, x: float, *, large: bool) -> Iterator[Line]:
    told = []
    for code, side in page.sides:
        name, post, role = person.name.side(side), person.post.side(side), wording.role(person.role, code)
        told.append((name, ("，" if wording.east_asian(code) else ", ").join(part for part in (post, role) if part)))
    style = f"booklet.item.{page.alphabet}" if large else "booklet.name"
    for place, (name, post) in enumerate(dict.fromkeys(told)):
        if place:
            again = name if name != told[0][0] else ""
            yield Line((Span(", ".join(part for part in (again, post) if part), "booklet.post.second"),))
        else:
            tail = (Span(post, "booklet.post"),) if post else ()
            yield Line((wording.name(name, style),), tail, tab=x + AFTER_NAME, gap=2.6)
