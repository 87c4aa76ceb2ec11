"""What is said of an overlap and of a gap, in the table, the strip and the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.rules.timing import clock
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow


def overlap_text(row: AgendaRow, screen: Screen) -> str:
    """By how much what lies before an item is too long."""
    if row.fixed:
        return screen.say(
            "Overlaps the next item by {minutes} min; it is fixed at {start}",
            minutes=row.overlap, start=clock(row.start),
        )  # fmt: skip
    return screen.say("Overlaps the next item by {minutes} min", minutes=row.overlap)


def own_overlap_text(row: AgendaRow, screen: Screen) -> str:
    """By how much the item before runs into this one."""
    return screen.say("The item before runs {minutes} min into this one", minutes=row.overlap)


def gap_text(row: AgendaRow, screen: Screen) -> str:
    """What lies empty before an item."""
    if row.protected:
        return screen.say("Gap of {minutes} min, protected", minutes=row.gap)
    return screen.say("Gap of {minutes} min", minutes=row.gap)
