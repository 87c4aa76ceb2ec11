"""What the frame of the desk shows on every page: which event this is, and what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.text import Text
from forumdesk.store.journal import Step, StepState
from forumdesk.store.work import Look


@dataclass(frozen=True, slots=True)
class Frame:
    """The event, the hall of its first forum, and the names of the steps undo and redo would turn."""

    title: Text
    kicker: Text
    languages: tuple[str, str]
    starts: date
    hall: Text
    undo: str | None
    redo: str | None


def frame(look: Look, actor: str) -> Frame:
    """The frame as `actor` sees it: everybody undoes their own steps."""
    event = look.all(Event)[0]
    halls = look.rows(select(Hall.name).join(Forum, Forum.hall_id == Hall.id).order_by(Forum.position).limit(1))
    own = select(Step.title).where(Step.actor == actor, Step.founding.is_(False)).limit(1)
    undo = look.rows(own.where(Step.state == StepState.DONE).order_by(Step.number.desc()))
    redo = look.rows(own.where(Step.state == StepState.UNDONE).order_by(Step.number))
    return Frame(
        title=event.title, kicker=event.kicker, languages=event.languages, starts=event.starts,
        hall=halls[0].name if halls else Text(),
        undo=undo[0].title if undo else None, redo=redo[0].title if redo else None,
    )  # fmt: skip
