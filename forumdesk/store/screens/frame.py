"""What the frame of the desk shows on every page: which event this is, its forums, and what can be undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from forumdesk.domain.text import Text
from forumdesk.store.reading import Reader, row_day, row_id, written


@dataclass(frozen=True, slots=True)
class ForumLine:
    """A forum, the hall it is in, and the days it is planned for, or something of it is on."""

    id: UUID
    title: Text
    hall: Text
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The event, its forums in order, and the names of the steps undo and redo would turn."""

    id: UUID
    title: Text
    kicker: Text
    languages: tuple[str, str]
    starts: date
    forums: tuple[ForumLine, ...]
    undo: str | None
    redo: str | None


def frame(look: Reader) -> Frame:
    """The frame as whoever looks sees it: everybody undoes their own steps."""
    ((event, *title, kicker_first, kicker_second, first_language, second_language, starts),) = look.tuples(
        "SELECT id, title_first, title_second, kicker_first, kicker_second, first_language, second_language, starts"
        " FROM event"
    )
    own = "SELECT title FROM step WHERE actor = :actor AND NOT founding AND state = "
    undo = look.tuples(own + "'done' ORDER BY number DESC LIMIT 1", actor=look.actor)
    redo = look.tuples(own + "'undone' ORDER BY number LIMIT 1", actor=look.actor)
    return Frame(
        id=row_id(event), title=Text(*title), kicker=Text(kicker_first, kicker_second),
        languages=(first_language, second_language), starts=row_day(starts), forums=_forums(look),
        undo=undo[0][0] if undo else None, redo=redo[0][0] if redo else None,
    )  # fmt: skip


def day_of(look: Reader, row: UUID) -> tuple[UUID, date] | None:
    """The forum and the day that an agenda item, or something of its ceremony, belongs to; None for anything else."""
    parts = " UNION ".join(
        f"SELECT ceremony_id FROM {table} WHERE id = {written(row)}" for table in ("agreement", "plaque", "unveiled")
    )
    found = look.tuples(
        f"SELECT forum_id, date FROM agenda_item WHERE id = {written(row)}"
        f" OR id IN (SELECT item_id FROM stage_call WHERE id = {written(row)})"
        f" OR id IN (SELECT item_id FROM ceremony WHERE id IN ({parts}))"
    )
    return (row_id(found[0][0]), row_day(found[0][1])) if found else None


def _forums(look: Reader) -> tuple[ForumLine, ...]:
    days: dict[UUID, set[date]] = {}
    for forum, day in look.tuples("SELECT DISTINCT forum_id, date FROM agenda_item"):
        days.setdefault(row_id(forum), set()).add(row_day(day))
    found = look.tuples(
        "SELECT forum.id, forum.title_first, forum.title_second,"
        " COALESCE(hall.name_first, ''), COALESCE(hall.name_second, ''), forum.days"
        " FROM forum LEFT JOIN hall ON hall.id = forum.hall_id ORDER BY forum.position, forum.id"
    )
    return tuple(
        ForumLine(
            row_id(forum), Text(first, second), Text(*hall),
            tuple(sorted(days.get(row_id(forum), set()) | set(map(row_day, json.loads(planned))))),
        )
        for forum, first, second, *hall, planned in found
    )  # fmt: skip
