"""People and organisations that may have been entered twice: pairs to look at, never merged by themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar
from uuid import UUID

from forumdesk.base.words import NOOP
from forumdesk.domain.people import Organisation, Person
from forumdesk.rules import names
from forumdesk.store.work import Look

T = TypeVar("T", bound=Hashable)

READS = frozenset({"organisation", "person"})
"""The kinds of rows that are looked at."""

REASONS = {
    "name": NOOP("the same name"),
    "near": NOOP("names that differ by one letter"),
    "phone": NOOP("the same phone number"),
    "email": NOOP("the same e-mail address"),
}
"""Why two entries may be one, and how that is said; the strongest first."""

SHORTEST_NEAR, SHORTEST_PHONE, MOST_ALIKE = 4, 7, 20
"""A letter more or less tells nothing between shorter names; digits of a phone number; and what more entries
share than so many is no mark of one person, such as the number of a front desk."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry is known by: its names, other spellings, and contact data, as they were typed."""

    id: UUID
    names: tuple[str, ...]
    spellings: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""

    @property
    def chinese(self) -> frozenset[str]:
        """Its names in Chinese characters."""
        return frozenset(filter(names.is_han, ("".join(name.split()) for name in self.names)))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one, and why: codes of `REASONS`."""

    one: UUID
    other: UUID
    reasons: tuple[str, ...]


def people_twice(look: Look) -> list[Pair]:
    """Pairs among the people of the event."""
    return pairs(
        [
            Entry(row.id, (row.name.first, row.name.second, row.native_name), row.spellings, row.phone, row.email)
            for row in look.all(Person)
        ]
    )


def organisations_twice(look: Look) -> list[Pair]:
    """Pairs among the organisations of the event; a short name counts like the official one."""
    return pairs(
        [
            Entry(
                row.id, (row.name.first, row.name.second, row.short_name.first, row.short_name.second), row.spellings
            )
            for row in look.all(Organisation)
        ]
    )  # fmt: skip


def pairs(entries: Sequence[Entry]) -> list[Pair]:
    """Those that share a name, a spelling, a phone number or an address, or whose names differ by one letter.

    Two who are called differently in Chinese characters do not become one because their names sound alike.
    Near names count only where they are not Chinese: 东城区 and 西城区 differ by a letter, too.
    """
    place = {entry.id: number for number, entry in enumerate(entries)}
    found: dict[tuple[UUID, UUID], set[str]] = defaultdict(set)
    for one, other, reason in (*_same_names(entries), *_near_names(entries), *_same_contacts(entries)):
        first, second = sorted((one.id, other.id), key=place.__getitem__)
        found[first, second].add(reason)
    order = list(REASONS)
    return [
        Pair(one, other, tuple(sorted(reasons, key=order.index)))
        for (one, other), reasons in sorted(found.items(), key=lambda item: [place[each] for each in item[0]])
    ]


Alike = tuple[Entry, Entry, str]


def _same_names(entries: Sequence[Entry]) -> Iterator[Alike]:
    keyed = ((names.key(name), entry) for entry in entries for name in (*entry.names, *entry.spellings))
    for one, other in _together((key, entry) for key, entry in keyed if key):
        apart = one.chinese and other.chinese and not one.chinese & other.chinese
        if not apart or _spelt(one, other) or _spelt(other, one):
            yield one, other, "name"


def _spelt(one: Entry, other: Entry) -> bool:
    """Whether somebody said that one entry's Chinese name is another spelling of the other's."""
    return bool(one.chinese & set(map(names.key, other.spellings)))


def _near_names(entries: Sequence[Entry]) -> Iterator[Alike]:
    """Names a letter apart have a text in common that each becomes by leaving out one letter, or none."""
    written = [(name, entry) for entry in entries if not entry.chinese for name in entry.names]
    left_out = (
        (shorter, (key, entry))
        for name, entry in written
        for key in (names.key(name),)
        if len(key) >= SHORTEST_NEAR
        for shorter in {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}
    )
    for (key, one), (other_key, other) in _together(left_out):
        if one is not other and names.near(key, other_key) == 1 and _digits(key) == _digits(other_key):
            yield one, other, "near"


def _same_contacts(entries: Sequence[Entry]) -> Iterator[Alike]:
    phones = ((_digits(entry.phone), entry) for entry in entries)
    for one, other in _together((phone, entry) for phone, entry in phones if len(phone) >= SHORTEST_PHONE):
        yield one, other, "phone"
    emails = ((entry.email.strip().casefold(), entry) for entry in entries)
    for one, other in _together((email, entry) for email, entry in emails if email):
        yield one, other, "email"


def _together(keyed: Iterable[tuple[str, T]]) -> Iterator[tuple[T, T]]:
    """Every two that share a key, unless more than a few do."""
    groups: dict[str, dict[T, None]] = defaultdict(dict)
    for key, one in keyed:
        groups[key][one] = None
    for group in groups.values():
        if len(group) <= MOST_ALIKE:
            yield from combinations(group, 2)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
