"""What the inspector of an agenda item shows: who appears, what happens when, and what is said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import AgendaItem, Appearance, Cue
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.people import Person
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.stage import Ceremony
from forumdesk.domain.text import Text
from forumdesk.store.screens.posts import NO_POST, PostLine, main_posts, organisations
from forumdesk.store.work import Look

READS = frozenset({"agenda_item", "appearance", "ceremony", "cue", "organisation", "person", "post", "script_line"})
"""The kinds of rows that are looked at: a change of any other leaves the inspector as it is."""


@dataclass(frozen=True, slots=True)
class AppearanceLine:
    """Somebody in the item. `title` is what they are called for this once; `post` is what is printed."""

    id: UUID
    person: UUID
    name: Text
    role: str
    title: Text
    post: PostLine


@dataclass(frozen=True, slots=True)
class CueLine:
    """Something a department does, `seconds` after the item's start."""

    id: UUID
    kind: str
    label: Text
    seconds: int
    department: Text


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A paragraph of the script."""

    id: UUID
    text: Text


@dataclass(frozen=True, slots=True)
class ItemCard:
    """What the rundown's row does not tell of an item. `gap` (minutes) is what is wanted before it."""

    id: UUID
    gap: int
    protected: bool
    interpreted: bool
    abstract: Text
    note: str
    batch: Text
    appearances: tuple[AppearanceLine, ...]
    cues: tuple[CueLine, ...]
    script: tuple[SpokenLine, ...]


def item_card(look: Look, item_id: UUID) -> ItemCard | None:
    """An item with all that is part of it, or None where it is gone."""
    item = look.find(AgendaItem, item_id)
    if item is None:
        return None
    ceremony = look.only(Ceremony, item_id=item_id)
    cues = sorted(look.all(Cue, item_id=item_id), key=lambda cue: cue.offset_seconds)
    return ItemCard(
        id=item.id,
        gap=item.gap,
        protected=item.protected,
        interpreted=item.interpreted,
        abstract=item.abstract,
        note=item.note,
        batch=ceremony.batch if ceremony else Text(),
        appearances=_appearances(look, item_id),
        cues=tuple(CueLine(cue.id, cue.kind, cue.label, cue.offset_seconds, cue.department) for cue in cues),
        script=tuple(SpokenLine(line.id, line.text) for line in look.all(ScriptLine, item_id=item_id)),
    )


def first_day(look: Look, forum: UUID | None, day: dt.date | None) -> tuple[UUID, dt.date] | None:
    """Where the first item of an empty agenda goes: the forum and day given, else the first ones."""
    forums = look.all(Forum)
    chosen = next((each for each in forums if each.id == forum), forums[0] if forums else None)
    if chosen is None:
        return None
    return chosen.id, day or next(iter(chosen.days), look.all(Event)[0].starts)


def _appearances(look: Look, item_id: UUID) -> tuple[AppearanceLine, ...]:
    found = look.rows(
        select(
            Appearance.id,
            Appearance.person_id,
            Appearance.role,
            Appearance.title,
            Appearance.organisation_id,
            Person.name,
        )
        .join(Person, Person.id == Appearance.person_id)
        .where(Appearance.item_id == item_id)
        .order_by(Appearance.position, Appearance.id)
    )
    posts = main_posts(look, {row.person_id for row in found})
    names = organisations(look, {row.organisation_id for row in found if row.organisation_id})
    lines = []
    for row in found:
        usual = posts.get(row.person_id, NO_POST)
        place = names.get(row.organisation_id, usual)
        post = PostLine(place.organisation, place.short, row.title or usual.title)
        lines.append(AppearanceLine(row.id, row.person_id, row.name, row.role, row.title, post))
    return tuple(lines)
