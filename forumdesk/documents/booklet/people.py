"""People in a booklet: who speaks, with photo and life; who attends, by category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from forumdesk.base.job import may_stop
from forumdesk.documents import wording
from forumdesk.documents.booklet.facts import Biography, Group, Guest
from forumdesk.documents.booklet.page import Page
from forumdesk.documents.model import Block, Cell, Flow, Line, Photo, Row, Span
from forumdesk.domain.text import Text

BESIDE_PHOTO = 6.0
NAME = 32.0  # mm from a guest's name to the post
ORGANISATION_NAME_POST = ((0.0, 0.4), (0.42, 0.26), (0.7, 0.3))  # parts of the measure: begin and width
BETWEEN_PEOPLE, BETWEEN_GROUPS = 7.0, 7.5


def biographies(people: tuple[Biography, ...], page: Page, photos: Mapping[str, bytes]) -> Flow:
    """Photo at the left, name, post and life beside it; nobody is split between pages."""
    indent = page.photo[0] + BESIDE_PHOTO if any(person.photo in photos for person in people) else 0.0
    rows = []
    for number, person in enumerate(people):
        cells = [Cell(page.margin + indent, page.measure - indent, tuple(_life(person, page)))]
        if person.photo in photos:
            cells.insert(0, Cell(page.margin, page.photo[0], (), photo=Photo(*page.photo, photos[person.photo])))
        about = person.name.side(page.first[1])
        rows.append(Row(tuple(cells), before=BETWEEN_PEOPLE if number else 0.0, about=about))
    return page.part("biographies", tuple(rows))


def _life(person: Biography, page: Page) -> Iterator[Line]:
    told = dict.fromkeys((person.name.side(at), person.post.side(at), person.text.side(at)) for _, at in page.sides)
    for place, (name, post, text) in enumerate(told):
        yield Line((wording.name(name, "booklet.second" if place else f"booklet.person.{page.alphabet}"),))
        if post:
            yield Line((Span(post, "booklet.post"),), even=True)
        for number, paragraph in enumerate(filter(None, map(str.strip, text.splitlines()))):
            yield Line((Span(paragraph, "booklet.life" if number or not post else "booklet.life.first"),))


def guests(groups: tuple[Group, ...], page: Page) -> Flow:
    """Everybody who attends, a category or an organisation after the other."""
    by_category = bool(groups[0].category)
    return page.part("guests", tuple(_categories(groups, page) if by_category else _organisations(groups, page)))


def _categories(groups: tuple[Group, ...], page: Page) -> Iterator[Block]:
    for number, group in enumerate(groups):
        title = Span(group_title(group, page), "booklet.section")
        heading = Line((title,), (Span(str(len(group.people)), "booklet.count"),), gap=2.6)
        before = BETWEEN_GROUPS if number else 0.0
        rule = page.rule("faint", before=1.9, after=0.8)
        yield page.full(heading, before=before, keep=True, mark=guest_mark(group), about=title.text)
        yield rule
        rows = [replace(_guest(person, page), headed=(page.full(Line((title,))), rule)) for person in group.people]
        yield from two_together(rows)


def _organisations(groups: tuple[Group, ...], page: Page) -> Iterator[Block]:
    """An organisation stands beside the first of its people, and again where they go on over a page."""
    organisation, name, post = (
        (page.margin + at * page.measure, width * page.measure) for at, width in ORGANISATION_NAME_POST
    )
    for number, group in enumerate(groups):
        if number:
            yield page.rule("faint", before=2.2, after=0.9)
        whose = Cell(*organisation, _told(group.organisation, "booklet.post", page))
        for place, person in enumerate(group.people):
            first, *others = dict.fromkeys(person.name.side(side) for _, side in page.sides)
            names = [Line((wording.name(first, "booklet.guest"),), even=True)]
            names += [Line((Span(other, "booklet.post.second"),)) for other in others]
            cells = (Cell(*name, tuple(names)), Cell(*post, _told(person.post, "booklet.post", page)))
            row = Row(cells, before=0.9, about=first)
            yield replace(row, resumed=(whose,)) if place else replace(row, cells=(whose, *cells))


def _told(text: Text, style: str, page: Page) -> tuple[Line, ...]:
    """A text in every language of the booklet, a line each."""
    texts = dict.fromkeys(text.side(side) for _, side in page.sides if text)
    return tuple(
        Line((Span(each, f"{style}.second" * bool(at) or style),), even=True) for at, each in enumerate(texts)
    )


def group_title(group: Group, page: Page) -> str:
    """What the people of a category are called together, in every language of the booklet."""
    return wording.BLANK.join(dict.fromkeys(wording.people_of(group.category, code) for code, _ in page.sides))


def two_together(rows: Sequence[Row]) -> list[Row]:
    """Rows of a list of which none is left alone by a page's end, neither the first nor the last."""
    return [replace(row, keep=place in (0, len(rows) - 2)) for place, row in enumerate(rows)]


def guest_mark(group: Group) -> str:
    """What the contents know a category by."""
    return f"guests {group.category}"


def _guest(person: Guest, page: Page) -> Row:
    may_stop()
    told = list(dict.fromkeys((person.name.side(at), person.post.side(at)) for _, at in page.sides))
    lines = []
    for place, (name, post) in enumerate(told):
        style = "booklet.post.second" if place else "booklet.post"
        tail = (Span(post, style),) if post else ()
        again = name if name != told[0][0] else ""
        named = Span(again, style) if place else wording.name(name, "booklet.guest")
        lines.append(Line((named,), tail, tab=page.margin + NAME, gap=2.6))
    return page.full(*lines, before=0.9, about=person.name.side(page.first[1]))
