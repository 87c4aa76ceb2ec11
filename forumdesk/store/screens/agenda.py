"""What the agenda page shows: every item with its times, who appears and what is still unnamed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from forumdesk.domain.text import Text
from forumdesk.rules.timing import Slot, delay, lay_out
from forumdesk.store.reading import Reader, row_day, row_id, written
from forumdesk.store.screens.posts import NO_POST, PostLine, main_posts, organisations

READS = frozenset(
    {
        "agenda_item", "agreement", "appearance", "ceremony", "cue", "forum",
        "organisation", "person", "plaque", "post", "unveiled",
    }
)  # fmt: skip
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""


@dataclass(frozen=True, slots=True)
class Speaks:
    """Somebody in an item: name, role (a code), and the post they appear in."""

    person: UUID
    name: Text
    role: str
    post: PostLine


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An agenda item as it came to lie; times in minutes after midnight of its date.

    `gap` and `overlap` (minutes) lie before it; `announced` and `named` count what a ceremony hands over.
    `issuer` is the organisation that stands for it where nobody does. `cues` are the kinds of what the
    departments do in it, each once, in the order of their moments.
    """

    id: UUID
    forum: UUID
    forum_title: Text
    date: dt.date
    start: int
    end: int
    minutes: int
    kind: str
    title: Text
    people: tuple[Speaks, ...]
    issuer: PostLine
    language: str
    fixed: bool
    gap: int
    protected: bool
    overlap: int
    announced: int | None
    named: int
    cues: tuple[str, ...]

    @property
    def day(self) -> tuple[UUID, dt.date]:
        """What it can be moved within: one day of one forum."""
        return self.forum, self.date


@dataclass(frozen=True, slots=True)
class Trial:
    """A delay to be tried: an item that would begin so many minutes later."""

    item: UUID
    minutes: int


class _Item(NamedTuple):
    id: UUID
    forum: UUID
    forum_title: Text
    day_start: int
    date: dt.date
    kind: str
    title: Text
    slot: Slot
    language: str
    issuer: UUID | None


class _Appearance(NamedTuple):
    item: UUID
    person: UUID
    name: Text
    role: str
    title: Text
    place: UUID | None


def agenda(
    look: Reader, trial: Trial | None = None, *, forum: UUID | None = None, day: dt.date | None = None
) -> tuple[AgendaRow, ...]:
    """Every item of every forum, or of one, and of every day, or of one, in the order of forums, days and positions.

    With a `trial` the times are those the delay would make; nothing is written.
    """
    items = list(_items(look, forum, day))
    appearances = list(_appearances(look, forum, day))
    named = {item.issuer for item in items} | {row.place for row in appearances}
    issuers = organisations(look, {each for each in named if each})
    people = _people(look, appearances, issuers)
    ceremonies, cues = _ceremonies(look), _cues(look)
    rows: list[AgendaRow] = []
    for _, of_day in groupby(items, key=lambda item: (item.forum, item.date)):
        planned = list(of_day)
        slots = [item.slot for item in planned]
        late = next((place for place, item in enumerate(planned) if trial and item.id == trial.item), None)
        if trial and late is not None:
            slots = delay(slots, late, trial.minutes)
        for item, placed in zip(planned, lay_out(slots, planned[0].day_start), strict=True):
            announced, known = ceremonies.get(item.id, (None, 0))
            issuer = issuers.get(item.issuer, NO_POST) if item.issuer else NO_POST
            rows.append(
                AgendaRow(
                    id=item.id, forum=item.forum, forum_title=item.forum_title, date=item.date,
                    start=placed.start, end=placed.end, minutes=item.slot.minutes,
                    kind=item.kind, title=item.title, language=item.language,
                    people=people.get(item.id, ()), issuer=issuer,
                    fixed=item.slot.fixed_start is not None, gap=placed.gap,
                    protected=item.slot.protected and item.slot.gap > 0, overlap=placed.overlap,
                    announced=announced, named=known, cues=cues.get(item.id, ()),
                )
            )  # fmt: skip
    return tuple(rows)


def _items(look: Reader, forum: UUID | None, day: dt.date | None) -> Iterator[_Item]:
    found = look.tuples(
        "SELECT item.id, forum.id, forum.title_first, forum.title_second, forum.day_start, item.date, item.kind,"
        " item.title_first, item.title_second, item.minutes, item.gap, item.fixed_start, item.protected,"
        " item.language, item.organisation_id"
        f" FROM agenda_item AS item JOIN forum ON forum.id = item.forum_id{_only(forum, day)}"
        " ORDER BY forum.position, forum.id, item.date, item.position, item.id"
    )
    for each, of, *of_title, starts, date, kind, first, second, minutes, gap, fixed, kept, language, issuer in found:
        yield _Item(
            row_id(each), row_id(of), Text(*of_title), starts, row_day(date), kind, Text(first, second),
            Slot(minutes, gap, fixed, bool(kept)), language, row_id(issuer) if issuer else None,
        )  # fmt: skip


def _only(forum: UUID | None, day: dt.date | None) -> str:
    """Only the items of a forum or a day."""
    wanted = (("item.forum_id", forum), ("item.date", day))
    terms = [f"{column} = {written(value)}" for column, value in wanted if value is not None]
    return f" WHERE {' AND '.join(terms)}" if terms else ""


def _appearances(look: Reader, forum: UUID | None, day: dt.date | None) -> Iterator[_Appearance]:
    """Who appears in which of the items wanted, in order."""
    found = look.tuples(
        "SELECT appearance.item_id, appearance.person_id, person.name_first, person.name_second, appearance.role,"
        " appearance.title_first, appearance.title_second, appearance.organisation_id"
        " FROM appearance JOIN person ON person.id = appearance.person_id"
        f" JOIN agenda_item AS item ON item.id = appearance.item_id{_only(forum, day)}"
        " ORDER BY appearance.item_id, appearance.position, appearance.id"
    )
    for item, person, *name, role, first, second, place in found:
        yield _Appearance(
            row_id(item), row_id(person), Text(*name), role, Text(first, second), row_id(place) if place else None
        )


def _people(
    look: Reader, appearances: Sequence[_Appearance], places: Mapping[UUID, PostLine]
) -> Mapping[UUID, tuple[Speaks, ...]]:
    """Who appears in each item, each in the post they appear in."""
    posts = main_posts(look, {row.person for row in appearances})
    by_item: dict[UUID, list[Speaks]] = {}
    for row in appearances:
        usual = posts.get(row.person, NO_POST)
        place = places.get(row.place, usual) if row.place else usual
        post = PostLine(place.organisation, place.short, row.title or usual.title)
        by_item.setdefault(row.item, []).append(Speaks(row.person, row.name, row.role, post))
    return {item: tuple(people) for item, people in by_item.items()}


def _cues(look: Reader) -> Mapping[UUID, tuple[str, ...]]:
    """The kinds of each item's cues, each once, in the order of their moments."""
    by_item: dict[UUID, dict[str, None]] = {}
    for item, kind in look.tuples("SELECT item_id, kind FROM cue ORDER BY offset_seconds, position"):
        by_item.setdefault(row_id(item), {})[kind] = None
    return {item: tuple(kinds) for item, kinds in by_item.items()}


def _ceremonies(look: Reader) -> Mapping[UUID, tuple[int | None, int]]:
    """How many each item announced, and how many of them are known by name."""
    found = look.tuples(
        "SELECT item_id, announced, (SELECT count(*) FROM agreement WHERE ceremony_id = ceremony.id)"
        " + (SELECT count(*) FROM plaque WHERE ceremony_id = ceremony.id)"
        " + (SELECT count(*) FROM unveiled WHERE ceremony_id = ceremony.id) FROM ceremony"
    )
    return {row_id(item): (announced, named) for item, announced, named in found}
