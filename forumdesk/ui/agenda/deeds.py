"""What is done to the rundown from the agenda page, each deed as one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.ui.agenda.notes import Fixes
from forumdesk.ui.agenda.reading import day_to_begin

if TYPE_CHECKING:
    import datetime as dt

    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.ui.agenda.page import AgendaPage


class Deeds:
    """Turns what keys, buttons and the mouse mean into commands."""

    def __init__(self, page: AgendaPage) -> None:
        self._page = page

    def move_up(self) -> None:
        """Put the item under the cursor before the one before it."""
        self._step(-1)

    def move_down(self) -> None:
        """Put the item under the cursor behind the next one."""
        self._step(1)

    def add_item(self) -> None:
        """Add an item behind the one under the cursor, and go to write its title."""
        row = self._page.item
        if row is not None:
            self._add(row, row.day)
        elif self._page.is_board:
            self._add(None, self._page.halls.place)
        else:
            self._page.around.operations.look(partial(day_to_begin, self._page.scope), partial(self._add, None))

    def remove_item(self) -> None:
        """Remove the item under the cursor; undo brings it back."""
        from forumdesk.app.commands.agenda import RemoveItem

        if self._page.item is not None:
            self._page.run(RemoveItem(id=self._page.item.id))

    def split_item(self) -> None:
        """Cut the item under the cursor in half."""
        from forumdesk.ui.agenda.wishes import halved

        if self._page.item is not None:
            self._page.run(halved(self._page.item))

    def turn_pin(self) -> None:
        """Fix the start of the item under the cursor, or link it again to what comes before."""
        from forumdesk.ui.agenda.wishes import turned

        if self._page.item is not None:
            self._page.run(turned(self._page.item))

    def drop(self, row: AgendaRow, after: AgendaRow | None, head: AgendaRow | None) -> None:
        """Put an item behind another one, of its own day or of another."""
        from forumdesk.ui.agenda.wishes import dropped

        self._page.run(dropped(self._page.model.items, row, after, head))

    def shorten(self, fixes: Fixes) -> None:
        """End an overlap by shortening what runs into the next item."""
        from forumdesk.ui.agenda.wishes import shortened

        self._page.run(shortened(fixes))

    def release(self, fixes: Fixes) -> None:
        """End an overlap by linking what begins too early."""
        from forumdesk.ui.agenda.wishes import released

        self._page.run(released(fixes))

    def _step(self, by: int) -> None:
        from forumdesk.ui.agenda.wishes import stepped

        if self._page.item is not None and not self._page.is_trying:
            self._page.run(stepped(self._page.day_of_item, self._page.item, by))

    def _add(self, behind: AgendaRow | None, day: tuple[UUID, dt.date] | None) -> None:
        from forumdesk.ui.agenda.wishes import added

        if day is not None:
            command = added(day, behind)
            self._page.run(command)
            self._page.go_to_title(command.id)
