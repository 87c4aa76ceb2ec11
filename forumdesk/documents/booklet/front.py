"""What stands around the programme: cover, contents, notes, contacts, pages to write on, the back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.documents import wording
from forumdesk.documents.booklet.facts import Booklet
from forumdesk.documents.booklet.page import Page
from forumdesk.documents.model import Block, Cell, Flow, Line, Row, Rule, Span, plain
from forumdesk.documents.programme.facts import Programme
from forumdesk.domain.text import Text

LABEL = 24.0  # mm from a label to what it names


def cover(facts: Programme, page: Page, what: str) -> Flow:
    """Event, title, what it is, when and where; the organisers at the foot."""
    return Flow(
        left=page.margin,
        right=page.margin,
        top=page.height * 0.24,
        bottom=page.top - 3.0,
        front=tuple(_cover(facts, page, what)),
        blocks=(),
        head=(),
        foot=tuple(_organisers(facts, page)),
    )


def _cover(facts: Programme, page: Page, what: str) -> Iterator[Block]:
    _, side = page.first
    size = "large" if page.width > 180 else "small"
    if kicker := facts.kicker.side(side):
        yield page.full(Line((Span(kicker, f"leaflet.kicker.{page.alphabet}"),)))
    title = Line((Span(facts.title.side(side), f"booklet.cover.{page.alphabet}.{size}"),), even=True)
    yield page.full(title, before=3.6, about=plain(facts.title.side(side)))
    if (other := facts.title.side(1 - side)) != facts.title.side(side):
        yield page.full(Line((Span(other, "leaflet.subtitle"),), even=True), before=2.4)
    yield Rule(page.margin, 18.0, "accent", before=9.0, after=6.0)
    words = dict.fromkeys(page.words(what))
    yield page.full(Line((Span(wording.BLANK.join(words), "booklet.what"),)))
    for code, at in page.sides:
        lines = (wording.days(facts.days[0].date, facts.days[-1].date, code), facts.days[0].venue.side(at))
        for number, line in enumerate(filter(None, lines)):
            yield page.full(Line((Span(line, "booklet.when"),)), before=0.0 if number else 2.4)


def _organisers(facts: Programme, page: Page) -> Iterator[Block]:
    if facts.organisers:
        yield page.rule("line", before=6.0, after=1.4)
    for part in facts.organisers:
        for number, (code, side) in enumerate(page.sides):
            label = Line((Span(wording.word(part.role, code), "leaflet.organiser.label"),))
            names = Line((Span(wording.listed([name.side(side) for name in part.names], code), "leaflet.organiser"),))
            cells = (
                Cell(page.margin, LABEL - 1, (label,)),
                Cell(page.margin + LABEL, page.measure - LABEL, (names,)),
            )
            yield Row(cells, before=0.0 if number else 0.6)


def contents(entries: Iterable[tuple[str, str, bool]], page: Page) -> Flow:
    """The contents: a mark, its words, and whether it is a part of the entry before."""
    rows: list[Block] = []
    number = (Span("", "booklet.entry.page"),)
    for mark, words, inner in entries:
        style, indent = ("booklet.entry.inner", 5.0) if inner else ("booklet.entry", 0.0)
        text = Cell(page.margin + indent, page.measure - indent - 14.0, (Line((Span(words, style),)),))
        place = Cell(page.margin + page.measure - 12.0, 12.0, (Line(number, align="right", page_of=mark),))
        if rows and not inner:
            rows.append(page.rule("faint", before=2.6, after=0.4))
        rows.append(Row((text, place), before=0.6 if inner else 1.0, about=words))
    return page.part("contents", tuple(rows))


def notes(facts: Booklet, page: Page) -> Flow:
    """When and where, hall by hall, what guests should know, and whom to call."""
    days = facts.programme.days
    rows: list[Row] = []
    for code, side in page.sides:
        halls = dict.fromkeys(day.hall.side(side) for day in days if day.hall)
        lines = {
            "when": wording.days(days[0].date, days[-1].date, code),
            "where": days[0].venue.side(side),
            "halls": ("、" if wording.east_asian(code) else ", ").join(halls),
        }
        for number, (key, value) in enumerate((key, value) for key, value in lines.items() if value):
            label = Cell(page.margin, LABEL - 2, (Line((Span(wording.word(key, code), "booklet.label"),)),))
            text = Cell(page.margin + LABEL, page.measure - LABEL, (Line((Span(value, "booklet.text"),)),))
            rows.append(Row((label, text), before=1.4 if number or not rows else 5.0, about=value))
    return page.part("notes", (*rows, *_paragraphs(facts.hints, page, before=7.0), *_contacts(facts.contacts, page)))


def _contacts(text: Text, page: Page) -> Iterator[Block]:
    """Whom to call, under a heading of its own."""
    if not text:
        return
    words = page.words("contacts")
    heading = Line((Span(wording.BLANK.join(dict.fromkeys(words)), "booklet.section"),))
    yield page.full(heading, before=9.0, keep=True, mark="contacts", about=words[0])
    yield page.rule("faint", before=1.9, after=0.8)
    yield from _paragraphs(text, page)


def _paragraphs(text: Text, page: Page, before: float = 0.0) -> Iterator[Row]:
    sides = [side for _, side in page.sides]
    for own in dict.fromkeys(text.side(side) for side in sides):
        for paragraph in filter(None, map(str.strip, own.splitlines())):
            yield page.full(Line((Span(paragraph, "booklet.text"),)), before=before, about=paragraph[:20])
            before = 2.2
        before = 6.0


def writing(page: Page) -> Flow:
    """A page with lines to write on."""
    pitch = 9.0
    room = page.height - 2 * page.top - 22.0
    lines = tuple(page.rule("faint", before=pitch, after=0.0) for _ in range(int(room / pitch)))
    heading = page.full(Line((Span(wording.BLANK.join(page.words("writing")), "booklet.what"),)))
    return Flow(page.margin, page.margin, page.top, page.top - 3.0, (heading, *lines), (), (), number="{page}",
                number_at="centre")  # fmt: skip


def back(facts: Programme, page: Page) -> Flow:
    """The last page of a folded booklet: only the title, at the foot."""
    lines = [Span(plain(facts.title.side(side)), "booklet.back") for _, side in page.sides]
    foot = tuple(page.full(Line((line,))) for line in dict.fromkeys(lines))
    rule = Rule(page.margin, 18.0, "accent", before=0.0, after=2.0)
    return Flow(page.margin, page.margin, page.top, page.top - 3.0, (), (), (), foot=(rule, *foot))
