"""The smallest event there is: one empty forum. Quick to found, and enough for most tests."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import FoundEvent
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

EVENT, FORUM = UUID(int=1), UUID(int=2)
"""The ids of the small event and of its one forum."""


def found_small(store: Store) -> None:
    """Write the small event into new tables."""
    command = FoundEvent(id=EVENT, forum=FORUM, title=Text("小论坛", "Small forum"), starts=date(2025, 9, 17))
    Bus(store).run_all(command.step, [command], founding=True)
