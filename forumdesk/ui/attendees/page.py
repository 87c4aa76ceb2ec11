"""The attendees page: everybody on the list, as a spreadsheet of any length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from forumdesk.app.wording import say_code
from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.attendees.model import AttendeesModel
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.filter_bar import FilterBar
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.table import Table
from forumdesk.ui.parts.table_area import TableArea, nobody_fits
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme
from forumdesk.ui.wording import CATEGORIES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from forumdesk.store.work import Look
    from forumdesk.ui.parts.draft import Draft, Plan

ROW_HEIGHT = 32


class NotInOwnOrder(Refused):
    """Rows cannot be moved in an order that is not theirs."""

    code = "not-in-own-order"
    sentence = NOOP("Rows move in the list's own order: choose “Do not sort” and show everybody first.")


class AttendeesPage(Page):
    """One row an attendee. What is typed or pasted below the last row becomes new ones."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.head, self.add = Head(), QPushButton()
        self.add.setProperty("primary", True)
        self.add.setIconSize(QSize(16, 16))
        self.filters = FilterBar({"category": CATEGORIES, "status": STATUSES})
        self.model = AttendeesModel(screen, around.operations)
        self.table = Table(
            self.model, around, name="attendees", row_height=ROW_HEIGHT, plan=_plan, remove=_removal,
            choose=_choosing, move=_moving, fixed=self._fixed,
        )  # fmt: skip
        self.view = self.table.view
        self.area = TableArea(self.table, self.filters, around, name="attendees", empty=(_nobody, nobody_fits))
        self._sort, self._descending = "", False
        self._arrange()
        self.add.clicked.connect(self.area.go_to_new)
        self.filters.changed.connect(self._ask)
        self.table.sorted.connect(self._on_sorted)
        self.model.filled.connect(self._on_filled)
        self.view.selectionModel().selectionChanged.connect(self._count)
        around.operations.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        head = self.head.layout()
        assert head is not None
        head.addWidget(self.filters.search)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        for before, behind in pairwise([self.filters.search, self.add, *self.area.in_reading_order()]):
            self.setTabOrder(before, behind)

    def refresh(self) -> None:
        """Read the list anew."""
        self.model.refresh()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Attendees"))
        self.view.setAccessibleName(screen.say("Attendees"))
        self.add.setText(screen.say("Add attendee"))
        self.add.setAccessibleName(screen.say("Add attendee"))
        words = {key: say_code(screen.words, key[1]) for key in self.filters.chips}
        groups = {"category": screen.say("Category"), "status": screen.say("Status")}
        self.filters.name(screen.say("Search attendees"), groups, words)
        self.area.speak(screen)
        self._on_filled()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.area.wear(theme)
        self.add.setIcon(icons.icon("plus", "#FFFFFF", 16))

    def settle(self) -> None:
        """Take the keyboard to the table."""
        self.view.setFocus()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on an attendee, whatever the list was narrowed to."""
        if self.model.place_of(row) < 0 and self.filters.is_used:
            self.filters.clear()
        place = self.model.place_of(row)
        if place >= 0:
            self.view.select_row(place)

    def _ask(self) -> None:
        """Follow the filters and the order, from the top of what is found."""
        from forumdesk.store.screens.attendees import Query

        filters = self.filters
        self.model.ask(
            Query(
                filters.search.text().strip(), filters.codes("category"), filters.codes("status"),
                self._sort, self._descending,
            )
        )  # fmt: skip

    def _on_sorted(self, by: str, descending: bool) -> None:
        self._sort, self._descending = by, descending
        self._ask()

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.attendees import READS

        if changes.rows.keys() & READS:
            self.model.take_in(changes)

    def _on_filled(self) -> None:
        if self.model.is_read:
            self._count()
            self.area.know(self.model.total)

    def _count(self) -> None:
        """Say how many are on the list, how many of them are shown, and how many rows are chosen."""
        count, total, screen = self.model.count(), self.model.total, self.screen_of
        if count == total:
            said = screen.say("{count} people", count=count) if count else ""
        else:
            said = screen.say("{count} of {total} people", count=count, total=total)
        self.head.count.setText(self.area.counted(said))

    def _fixed(self) -> Trouble | None:
        """Rows move in the list's own order, where all of it is shown."""
        return NotInOwnOrder() if self._sort or self.filters.is_used else None


def _nobody(screen: Screen) -> str:
    return screen.say("Nobody is on the list yet")


def _plan(look: Look, draft: Draft, screen: Screen) -> Plan:
    from forumdesk.ui.attendees.entering import plan

    return plan(look, draft, screen)


def _choosing(ids: Sequence[Hashable], column: str, choice: int) -> list[object]:
    from forumdesk.ui.attendees.entering import choosing

    return list(choosing(ids, column, choice))


def _moving(look: Look, ids: Sequence[Hashable], after: Hashable | None) -> list[object]:
    from forumdesk.ui.attendees.entering import moving

    return list(moving(look, ids, after))


def _removal(look: Look, draft: Draft, screen: Screen) -> Plan:
    from forumdesk.ui.attendees.entering import removal

    return removal(look, draft, screen)
