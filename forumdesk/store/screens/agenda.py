"""What the agenda page shows: every item with its times, who appears and what is still unnamed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, union_all

from forumdesk.domain.agenda import AgendaItem, Appearance, Cue, Rundown
from forumdesk.domain.event import Forum
from forumdesk.domain.people import Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Ceremony, Unveiled
from forumdesk.domain.text import Text
from forumdesk.rules.timing import lay_out
from forumdesk.store.screens.posts import NO_POST, PostLine, main_posts, organisations
from forumdesk.store.work import Look

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


def agenda(
    look: Look, trial: Trial | None = None, *, forum: UUID | None = None, day: dt.date | None = None
) -> tuple[AgendaRow, ...]:
    """Every item of every forum, or of one, and of every day, or of one, in the order of forums, days and positions.

    With a `trial` the times are those the delay would make; nothing is written.
    """
    days = list(rundowns(look, forum, day))
    appearances = _appearances(look, forum, day)
    items = (item for rundown in days for item in rundown.items)
    places = {row.organisation_id for row in (*items, *appearances) if row.organisation_id}
    issuers = organisations(look, places)
    people = _people(look, appearances, issuers)
    ceremonies = _ceremonies(look)
    cues = _cues(look)
    rows: list[AgendaRow] = []
    for rundown in days:
        late = next((item for item in rundown.items if trial and item.id == trial.item), None)
        slots = rundown.delayed(late, trial.minutes) if trial and late else [item.slot for item in rundown.items]
        for item, placed in zip(rundown.items, lay_out(slots, rundown.forum.day_start), strict=True):
            announced, named = ceremonies.get(item.id, (None, 0))
            issuer = issuers.get(item.organisation_id, NO_POST) if item.organisation_id else NO_POST
            rows.append(
                AgendaRow(
                    id=item.id, forum=rundown.forum.id, forum_title=rundown.forum.title, date=item.date,
                    start=placed.start, end=placed.end, minutes=item.minutes,
                    kind=item.kind, title=item.title, language=item.language,
                    people=people.get(item.id, ()), issuer=issuer,
                    fixed=item.fixed_start is not None, gap=placed.gap,
                    protected=item.protected and item.gap > 0, overlap=placed.overlap,
                    announced=announced, named=named, cues=cues.get(item.id, ()),
                )
            )  # fmt: skip
    return tuple(rows)


def rundowns(look: Look, forum: UUID | None = None, day: dt.date | None = None) -> Iterator[Rundown]:
    """Every day of every forum, or of one, that something is planned on, in the order of forums and days."""
    forums = {each.id: each for each in look.all(Forum)}
    found = sorted(
        look.all(AgendaItem, **_only(forum, day)), key=lambda item: (forums[item.forum_id].position, item.date)
    )
    for (forum_id, _), items in groupby(found, key=lambda item: (item.forum_id, item.date)):
        yield Rundown.of(forums[forum_id], items)


def _only(forum: UUID | None, day: dt.date | None) -> dict[str, Any]:
    """Which columns of an item equal what."""
    return {name: value for name, value in (("forum_id", forum), ("date", day)) if value is not None}


def _appearances(look: Look, forum: UUID | None, day: dt.date | None) -> list[Any]:
    """Who appears in which of the items wanted, in order."""
    return look.rows(
        select(
            Appearance.item_id,
            Appearance.person_id,
            Appearance.role,
            Appearance.title,
            Appearance.organisation_id,
            Person.name,
        )
        .join(Person, Person.id == Appearance.person_id)
        .join(AgendaItem, AgendaItem.id == Appearance.item_id)
        .filter_by(**_only(forum, day))
        .order_by(Appearance.item_id, Appearance.position, Appearance.id)
    )


def _people(
    look: Look, appearances: Sequence[Any], places: Mapping[UUID, PostLine]
) -> Mapping[UUID, tuple[Speaks, ...]]:
    """Who appears in each item, each in the post they appear in."""
    posts = main_posts(look, {row.person_id for row in appearances})
    by_item: dict[UUID, list[Speaks]] = {}
    for row in appearances:
        usual = posts.get(row.person_id, NO_POST)
        place = places.get(row.organisation_id, usual)
        post = PostLine(place.organisation, place.short, row.title or usual.title)
        by_item.setdefault(row.item_id, []).append(Speaks(row.person_id, row.name, row.role, post))
    return {item: tuple(people) for item, people in by_item.items()}


def _cues(look: Look) -> Mapping[UUID, tuple[str, ...]]:
    """The kinds of each item's cues, each once, in the order of their moments."""
    by_item: dict[UUID, dict[str, None]] = {}
    for row in look.rows(select(Cue.item_id, Cue.kind).order_by(Cue.offset_seconds, Cue.position)):
        by_item.setdefault(row.item_id, {})[row.kind] = None
    return {item: tuple(kinds) for item, kinds in by_item.items()}


def _ceremonies(look: Look) -> Mapping[UUID, tuple[int | None, int]]:
    """How many each item announced, and how many of them are known by name."""
    counts = union_all(
        *(
            select(kind.ceremony_id, func.count().label("named")).group_by(kind.ceremony_id)
            for kind in (Agreement, Plaque, Unveiled)
        )
    )
    named: Counter[UUID] = Counter()
    for ceremony_id, count in look.rows(counts):
        named[ceremony_id] += count
    ceremonies = look.rows(select(Ceremony.id, Ceremony.item_id, Ceremony.announced))
    return {row.item_id: (row.announced, named[row.id]) for row in ceremonies}
