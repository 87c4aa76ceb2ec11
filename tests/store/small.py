"""The smallest event there is, one empty forum, and what tests of the store ask of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import AddHall, FoundEvent
from forumdesk.domain.event import Hall
from forumdesk.domain.text import Text
from forumdesk.store.journal import Change
from forumdesk.store.store import Store

EVENT, FORUM = UUID(int=1), UUID(int=2)
"""The ids of the small event and of its one forum."""


def found_small(store: Store) -> None:
    """Write the small event into new tables."""
    command = FoundEvent(id=EVENT, forum=FORUM, title=Text("小论坛", "Small forum"), starts=date(2025, 9, 17))
    Bus(store).run_all(command.step, [command], founding=True)


def hall(store: Store, name: str, seats: int | None = None) -> UUID:
    """Add a hall as one step."""
    hall_id = uuid4()
    Bus(store).run(AddHall(id=hall_id, name=Text(name), seats=seats))
    return hall_id


def names_of_halls(store: Store) -> list[str]:
    """What halls there are, by name."""
    with store.look() as look:
        return sorted(str(each.name) for each in look.all(Hall))


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change as the journal keeps it, its cells read back."""

    kind: str
    row_id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def recorded(store: Store, number: int | None = None) -> list[Recorded]:
    """The changes of the step of that number, or of the last one."""
    number = number or store.history(1)[0].number
    with store.look() as look:
        return [
            Recorded(each.kind, each.row_id, _cells(each.before), _cells(each.after))
            for each in look.all(Change, step_number=number)
        ]


def _cells(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
