"""The booklet 会议手册, A4 or A5: cover, contents, notes and contacts, agenda, speakers, guests.

A part that has nothing to tell is left out, and so is its line in the contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from forumdesk.documents import wording
from forumdesk.documents.booklet.agenda import agenda, day_mark, day_title
from forumdesk.documents.booklet.facts import Biography, Booklet, Group, Guest
from forumdesk.documents.booklet.front import back, contents, cover, notes, writing
from forumdesk.documents.booklet.page import Page
from forumdesk.documents.booklet.people import biographies, group_title, guest_mark, guests
from forumdesk.documents.model import Book, Document, Flow, plain
from forumdesk.documents.programme.facts import Programme

__all__ = ["PAPERS", "Biography", "Booklet", "Group", "Guest", "booklet", "folded_programme"]

PAPERS = MappingProxyType(
    {"A4": (210.0, 297.0, 25.0, 24.0, (26.0, 34.0)), "A5": (148.0, 210.0, 16.0, 18.0, (20.0, 26.0))}
)
"""Width, height, margins at the sides and at the top, and the size of a photo, in mm."""


def booklet(
    facts: Booklet,
    *,
    pair: tuple[str, str],
    languages: tuple[str, ...],
    paper: str = "A4",
    folded: bool = False,
    photos: Mapping[str, bytes] = MappingProxyType({}),
) -> Document:
    """The booklet in one or both of the event's languages; `folded` imposes it on sheets of twice the size."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    title = plain(facts.programme.title.side(side))
    page = Page(*PAPERS[paper], sides, title)
    parts = tuple(_parts(facts, page, photos))
    opening = (cover(facts.programme, page, "booklet"), contents(_entries(facts, page), page))
    closing = (back(facts.programme, page),) if folded else ()
    return Document(
        title=f"{title} · {wording.word('booklet', language)}",
        language=language,
        width=page.width,
        height=page.height,
        body=Book((*opening, *parts, *closing), filler=writing(page) if folded else None, folded=folded),
    )


def folded_programme(facts: Programme, *, pair: tuple[str, str], languages: tuple[str, ...]) -> Document:
    """A programme to slip into a pocket: A4 sheets, each folded once to four pages of A5."""
    sides = tuple((code, pair.index(code)) for code in languages)
    language, side = sides[0]
    title = plain(facts.title.side(side))
    page = Page(*PAPERS["A5"], sides, title)
    parts = (cover(facts, page, "programme"), agenda(facts.days, page), back(facts, page))
    return Document(title, language, page.width, page.height, Book(parts, filler=writing(page), folded=True))


def _has_notes(facts: Booklet) -> bool:
    """Whether there is more to know than the day and the hall, which stand over the agenda."""
    return bool(facts.hints or facts.contacts or len({day.hall for day in facts.programme.days}) > 1)


def _parts(facts: Booklet, page: Page, photos: Mapping[str, bytes]) -> Iterator[Flow]:
    if _has_notes(facts):
        yield notes(facts, page)
    yield agenda(facts.programme.days, page)
    if facts.biographies:
        yield biographies(facts.biographies, page, photos)
    if facts.guests:
        yield guests(facts.guests, page)


def _entries(facts: Booklet, page: Page) -> Iterator[tuple[str, str, bool]]:
    def entry(key: str) -> tuple[str, str, bool]:
        return key, wording.BLANK.join(dict.fromkeys(page.words(key))), False

    if _has_notes(facts):
        yield entry("notes")
    if facts.contacts:
        yield "contacts", wording.BLANK.join(dict.fromkeys(page.words("contacts"))), True
    yield entry("agenda")
    if len(facts.programme.days) > 1:
        yield from ((day_mark(number), day_title(day, page), True) for number, day in enumerate(facts.programme.days))
    if facts.biographies:
        yield entry("biographies")
    if facts.guests:
        yield entry("guests")
        grouped = [group for group in facts.guests if group.category]
        yield from ((guest_mark(group), group_title(group, page), True) for group in grouped)
