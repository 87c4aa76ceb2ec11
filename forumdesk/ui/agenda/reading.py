"""What the agenda page asks the event; it runs where the event is read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.ui.scope import Scope

if TYPE_CHECKING:
    import datetime as dt

    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.agenda_item import ItemCard
    from forumdesk.store.work import Look

Trying = tuple[UUID, int]
"""An item and by how many minutes it is tried to begin later."""


def agenda_rows(look: Look, trying: Trying | None, scope: Scope) -> tuple[AgendaRow, ...]:
    """The items of the forums and days that are looked at, as a delay that is tried would make them."""
    from forumdesk.store.screens.agenda import Trial, agenda

    return agenda(look, Trial(*trying) if trying else None, forum=scope.forum, day=scope.day)


def card_of(item: UUID, look: Look) -> ItemCard | None:
    """All that the inspector shows of an item; None where it is gone."""
    from forumdesk.store.screens.agenda_item import item_card

    return item_card(look, item)


def day_to_begin(scope: Scope, look: Look) -> tuple[UUID, dt.date] | None:
    """The forum and day that a first item belongs to."""
    from forumdesk.store.screens.agenda_item import first_day

    return first_day(look, scope.forum, scope.day)
