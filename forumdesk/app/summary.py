"""What a file holds, in numbers."""

from __future__ import annotations

from typing import Any

from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Ceremony
from forumdesk.store.marks import SCHEMA
from forumdesk.store.store import StepLine, Store
from forumdesk.store.work import Look

_COUNTED = {
    "forums": Forum,
    "people": Person,
    "organisations": Organisation,
    "agenda_items": AgendaItem,
    "appearances": Appearance,
    "agreements": Agreement,
    "plaques_named": Plaque,
    "attendees": Attendee,
    "script_lines": ScriptLine,
}


def summary(store: Store) -> dict[str, Any]:
    """Title, languages, a count a kind, the schema and the last step, ready for JSON."""
    with store.look() as look:
        event = look.all(Event)[0]
        counts = {name: look.count(kind) for name, kind in _COUNTED.items()}
        counts["plaques_announced"] = announced(look, "plaque")
        counts["unveilings_announced"] = announced(look, "unveiling")
    return {
        "file": store.place,
        "schema": SCHEMA,
        "title": event.title.first,
        "title_second": event.title.second,
        "languages": list(event.languages),
        "date": event.starts.isoformat(),
        "counts": counts,
        "last_step": next((step_line(step) for step in store.history(limit=1)), None),
    }


def announced(look: Look, kind: str) -> int:
    """How many were announced in all ceremonies of a kind."""
    items = {item.id for item in look.all(AgendaItem, kind=kind)}
    return sum(ceremony.announced or 0 for ceremony in look.all(Ceremony) if ceremony.item_id in items)


def step_line(step: StepLine) -> dict[str, Any]:
    """A step of the history, ready for JSON."""
    return {
        "id": str(step.id),
        "title": step.title,
        "actor": step.actor,
        "at": step.at.isoformat(),
        "state": step.state,
        "changes": step.changes,
    }
