"""Everything the palette can find, in the words of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.rules.timing import clock
from forumdesk.ui import wording
from forumdesk.ui.palette.matching import Key, Query, fit, name_key, text_key
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.domain.text import Text
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.search import Findable, FoundOrganisation, FoundPerson

GROUPS = {
    "people": NOOP("People"),
    "organisations": NOOP("Organisations"),
    "agenda": NOOP("Agenda and ceremonies"),
    "forums": NOOP("Forums"),
    "days": NOOP("Days"),
    "documents": NOOP("Documents"),
    "pages": NOOP("Pages"),
    "actions": NOOP("Actions"),
}
"""In the order in which they are shown."""

MOST = 6
"""Rows of one group."""

ICONS = {
    "keynote": "presentation", "report": "presentation", "launch": "power", "signing": "pen-line",
    "plaque": "award", "unveiling": "hand",
}  # fmt: skip
OTHER_ICON = "mic"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    `reading` is how its title is typed, where that is not how it is written; `right` stands at the right edge.
    It is chosen by going to a page and a row there, or by `do`.
    """

    group: str
    icon: str
    title: str
    second: str
    keys: tuple[Key, ...]
    reading: str = ""
    right: str = ""
    page: str = ""
    row: UUID | None = None
    do: Callable[[], object] | None = None


Hit = tuple[int, int, Entry]
"""How well an entry fits, the smaller the better, its place among equals, and the entry."""


def hits(asked: Query, entries: Iterable[Entry], unasked: Iterable[str] = ("pages", "actions")) -> list[Hit]:
    """Everything that fits; for no words at all only the groups `unasked`."""
    found = []
    for place, entry in enumerate(entries):
        if not asked.words and entry.group not in unasked:
            continue
        fits = fit(asked, entry.keys)
        if fits is not None:
            found.append((fits, place, entry))
    return found


def best(found: Iterable[Hit], most: int | None) -> list[tuple[str, list[Entry]]]:
    """The best of every group that has any, at `most` so many."""
    by_group: dict[str, list[Hit]] = {name: [] for name in GROUPS}
    for hit in found:
        by_group[hit[2].group].append(hit)
    few = (
        (name, nsmallest(len(group) if most is None else most, group, key=lambda hit: hit[:2]))
        for name, group in by_group.items()
    )
    return [(name, [entry for _, _, entry in group]) for name, group in few if group]


def entries_of(found: Findable, screen: Screen) -> tuple[Entry, ...]:
    """What an event holds, ready to be found. Slow for many people: not for the window's thread."""
    names: dict[Text, tuple[Key, ...]] = {}
    people = [_person(person, screen, names) for person in found.people]
    return tuple(
        chain(
            people,
            (_organisation(organisation, screen) for organisation in found.organisations),
            (_item(item, screen, names) for item in found.items),
        )
    )


def _person(person: FoundPerson, screen: Screen, names: dict[Text, tuple[Key, ...]]) -> Entry:
    own = name_key(person.name.first, person.pinyin, person.surname_length)
    keys = (own, *_keys((person.name.second, *person.spellings)))
    names[person.name] = keys
    title = screen.text(person.name)
    right = screen.say("Appears in {count}", count=person.appears) if person.appears else ""
    return Entry(
        "people", "user", title, wording.post(person.post, screen), keys,
        reading=own.typed if title == person.name.first and not title.isascii() else "",
        right=right, page="people", row=person.id,
    )  # fmt: skip


def _organisation(organisation: FoundOrganisation, screen: Screen) -> Entry:
    name, short = organisation.name, organisation.short_name
    texts = (name.first, name.second, short.first, short.second, *organisation.spellings)
    title, brief = screen.text(name), screen.text(short)
    return Entry(
        "organisations", "building-2", title, brief if brief != title else "", tuple(_keys(texts)),
        page="people", row=organisation.id,
    )  # fmt: skip


def _item(item: AgendaRow, screen: Screen, names: dict[Text, tuple[Key, ...]]) -> Entry:
    kind = say_code(screen.words, item.kind)
    own = _keys((item.title.first, item.title.second, kind))
    people = chain.from_iterable(names.get(person.name, ()) for person in item.people)
    title = screen.text(item.title)
    second = (wording.who(item, screen), kind) if title else (kind,)
    return Entry(
        "agenda", ICONS.get(item.kind, OTHER_ICON), title or wording.who(item, screen) or kind,
        "   ".join(filter(None, second)), (*own, *people), right=clock(item.start), page="agenda", row=item.id,
    )  # fmt: skip


def _keys(texts: Sequence[str]) -> Iterator[Key]:
    return (text_key(text) for text in dict.fromkeys(texts) if text)
