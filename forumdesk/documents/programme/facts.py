"""What a programme tells, and how its items gather in sections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from forumdesk.documents import wording
from forumdesk.domain.text import Text

NOTHING = Text()
CEREMONIES = frozenset({"launch", "initiative", "signing", "plaque", "unveiling"})
UNLABELLED = frozenset({"opening", "video", "break", "closing"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who appears in an item; `post` joins organisation and title, `role` is a code such as moderator."""

    name: Text
    post: Text = NOTHING
    role: str = "speaker"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: start in minutes after midnight, kind (a code), and an announced count of `unit`s.

    `label` is the section's wording for a kind this module does not know; `abstract` is there where it is printed.
    """

    start: int
    kind: str
    title: Text = NOTHING
    people: tuple[Speaker, ...] = ()
    batch: Text = NOTHING
    count: int | None = None
    unit: str = "item"
    label: Text = NOTHING
    abstract: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Day:
    """One forum on one day: hours in minutes after midnight, place, items; a title where there are several."""

    date: dt.date
    start: int
    end: int
    venue: Text
    hall: Text
    items: tuple[Item, ...]
    title: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Organisers:
    """Organisations in one role: host, organiser, co-organiser or supporter."""

    role: str
    names: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """What a leaflet tells: the event above (kicker), the title, its days or forums, who holds it."""

    kicker: Text
    title: Text
    days: tuple[Day, ...]
    organisers: tuple[Organisers, ...] = ()


def sections(items: tuple[Item, ...]) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Items of one kind in a row, with the key of their section; ceremonies share one, frames have none."""
    for key, group in groupby(items, key=_section):
        yield key, tuple(group)


def _section(item: Item) -> str:
    if item.kind in UNLABELLED:
        return ""
    return "ceremonies" if item.kind in CEREMONIES else item.kind


def label(key: str, items: tuple[Item, ...], language: str, side: int) -> str:
    """What stands beside a section; empty for openings, breaks and their like."""
    known = wording.word(key, language)
    return known if known != key else items[0].label.side(side) or key


def headline(item: Item, language: str, side: int) -> str:
    """The title of an item, or, where nobody speaks either, the name of its kind."""
    if item.title or item.people:
        return item.title.side(side)
    return item.label.side(side) or wording.word(item.kind, language)


def note(item: Item, language: str, side: int) -> str:
    """What was announced: 首批 7 对."""
    return wording.count(item.batch.side(side), item.count, item.unit, language)
