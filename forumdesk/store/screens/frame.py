"""What the frame of the desk shows on every page: which event this is, its forums, and what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Ceremony, StageCall, Unveiled
from forumdesk.domain.text import Text
from forumdesk.store.journal import Step, StepState
from forumdesk.store.work import Look


@dataclass(frozen=True, slots=True)
class ForumLine:
    """A forum, the hall it is in, and the days something of it is on."""

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


def frame(look: Look, actor: str) -> Frame:
    """The frame as `actor` sees it: everybody undoes their own steps."""
    event = look.all(Event)[0]
    own = select(Step.title).where(Step.actor == actor, Step.founding.is_(False)).limit(1)
    undo = look.rows(own.where(Step.state == StepState.DONE).order_by(Step.number.desc()))
    redo = look.rows(own.where(Step.state == StepState.UNDONE).order_by(Step.number))
    return Frame(
        id=event.id, title=event.title, kicker=event.kicker, languages=event.languages, starts=event.starts,
        forums=_forums(look),
        undo=undo[0].title if undo else None, redo=redo[0].title if redo else None,
    )  # fmt: skip


def day_of(look: Look, row: UUID) -> tuple[UUID, date] | None:
    """The forum and the day that an agenda item, or something of its ceremony, belongs to; None for anything else."""
    part = look.find(Agreement, row) or look.find(Plaque, row) or look.find(Unveiled, row)
    inside = look.find(StageCall, row) or look.find(Ceremony, part.ceremony_id if part else None)
    item = look.find(AgendaItem, inside.item_id if inside else row)
    return (item.forum_id, item.date) if item else None


def _forums(look: Look) -> tuple[ForumLine, ...]:
    halls = {hall.id: hall.name for hall in look.all(Hall)}
    days: dict[UUID, list[date]] = {}
    for forum_id, day in look.rows(select(AgendaItem.forum_id, AgendaItem.date).distinct().order_by(AgendaItem.date)):
        days.setdefault(forum_id, []).append(day)
    return tuple(
        ForumLine(
            forum.id, forum.title, halls[forum.hall_id] if forum.hall_id else Text(), tuple(days.get(forum.id, ()))
        )
        for forum in look.all(Forum)
    )
