"""The attendees page: everybody on the list, as a spreadsheet of any length."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from forumdesk.app.wording import say_code
from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.actions import keys_of
from forumdesk.ui.attendees.model import CATEGORIES, FIRST_NAME, STATUSES, AttendeesModel
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.empty_state import EmptyState
from forumdesk.ui.parts.filter_bar import FilterBar
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_grip import WIDTH as GRIP
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.table import Table
from forumdesk.ui.parts.views_menu import ViewsMenu
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from forumdesk.store.work import Look
    from forumdesk.ui.parts.draft import Draft, Plan

ROW_HEIGHT, SIDE, MARGIN, BUTTON = 32, 16, 24, 30


class NotInOwnOrder(Refused):
    """Rows cannot be moved in an order that is not theirs."""

    code = "not-in-own-order"
    sentence = NOOP("Rows move in the list's own order: choose “Do not sort” and show everybody first.")


class AttendeesPage(Page):
    """One row an attendee. What is typed or pasted below the last row becomes new ones."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.head, self.add = Head(), QPushButton()
        self.saved, self.columns = QToolButton(), QToolButton()
        self.add.setProperty("primary", True)
        self.add.setIconSize(QSize(16, 16))
        for button in (self.saved, self.columns):
            button.setFixedSize(BUTTON, BUTTON)
            button.setIconSize(QSize(17, 17))
        self.filters = FilterBar({"category": CATEGORIES, "status": STATUSES})
        self.model = AttendeesModel(screen, around.operations)
        self.table = Table(
            self.model, around, name="attendees", row_height=ROW_HEIGHT, plan=_plan, remove=_removal,
            choose=_choosing, move=_moving, fixed=self._fixed,
        )  # fmt: skip
        self.view = self.table.view
        self.views = ViewsMenu(
            self.table.columns, self.filters, around.settings, "attendees", refuse=around.refuse, parent=self
        )
        self._open_saved = QAction(self)
        self._open_saved.setShortcut(QKeySequence("Alt+V"))
        self._open_saved.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._open_saved)
        self.empty = EmptyState(self.view, HEADING_HEIGHT + ROW_HEIGHT)
        self._sort, self._descending = "", False
        self._arrange()
        self.add.clicked.connect(self.go_to_new)
        self.columns.clicked.connect(self._open_columns)
        self.saved.clicked.connect(self._open_saved.trigger)
        self._open_saved.triggered.connect(self._open_views)
        self.filters.changed.connect(self._ask)
        self.filters.search.onward.connect(self.view.setFocus)
        self.table.sorted.connect(self._on_sorted)
        self.empty.button.clicked.connect(self._on_next_step)
        self.model.filled.connect(self._on_filled)
        self.view.selectionModel().selectionChanged.connect(self._count)
        around.operations.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        head = self.head.layout()
        assert head is not None
        head.addWidget(self.filters.search)
        head.addWidget(self.saved)
        head.addWidget(self.columns)
        head.addWidget(self.add)
        narrowing = QHBoxLayout()
        narrowing.setContentsMargins(MARGIN, 0, MARGIN, 10)
        narrowing.addWidget(self.filters)
        table = QVBoxLayout()
        table.setContentsMargins(SIDE - GRIP, 0, SIDE, 0)
        table.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(narrowing)
        column.addLayout(table, 1)
        order: list[QWidget] = [
            self.filters.search,
            self.saved,
            self.columns,
            self.add,
            *self.filters.chips.values(),
            self.view,
        ]
        for before, behind in pairwise(order):
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
        word = screen.say("Columns and sorting")
        self.columns.setToolTip(word)
        self.columns.setAccessibleName(word)
        word = screen.say("Saved views")
        self._open_saved.setText(word)
        self.saved.setAccessibleName(word)
        self.saved.setToolTip(f"{word} ({keys_of(self._open_saved)})")
        words = {key: say_code(screen.words, key[1]) for key in self.filters.chips}
        groups = {"category": screen.say("Category"), "status": screen.say("Status")}
        self.filters.name(screen.say("Search attendees"), groups, words)
        self.table.speak(screen)
        self._on_filled()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.table.wear(theme)
        self.filters.wear(theme)
        self.add.setIcon(icons.icon("plus", "#FFFFFF", 16))
        self.saved.setIcon(icons.icon("eye", theme.ink_2, 17))
        self.columns.setIcon(icons.icon("columns-3", theme.ink_2, 17))

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

    def go_to_new(self) -> None:
        """Put the cursor where a new name is typed or pasted."""
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(self.model.count(), FIRST_NAME))
        self.view.scrollToBottom()

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
        if not self.model.is_read:
            return
        count, total, screen = self.model.count(), self.model.total, self.screen_of
        self._count()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, FIRST_NAME))
        self.empty.setVisible(not count)
        if count:
            return
        if total:
            self.empty.say(
                screen.say("Nobody fits"),
                screen.say("Nobody on the list has all that is searched for and chosen above."),
                screen.say("Show everybody"),
            )
        else:
            self.empty.say(
                screen.say("Nobody is on the list yet"),
                screen.say(
                    "Copy the rows in Excel, with the columns in the order of the headings, and paste them here; "
                    "or type a name above."
                ),
                screen.say("Paste from Excel"),
            )

    def _count(self) -> None:
        """Say how many are on the list, how many of them are shown, and how many rows are chosen."""
        count, total, screen = self.model.count(), self.model.total, self.screen_of
        if count == total:
            said = screen.say("{count} people", count=count) if count else ""
        else:
            said = screen.say("{count} of {total} people", count=count, total=total)
        chosen = len(self.view.chosen_rows())
        if chosen > 1:
            said += " · " + screen.say("{count} rows chosen", count=chosen)
        self.head.count.setText(said)

    def _fixed(self) -> Trouble | None:
        """Rows move in the list's own order, where all of it is shown."""
        return NotInOwnOrder() if self._sort or self.filters.is_used else None

    def _on_next_step(self) -> None:
        if self.model.total:
            self.filters.clear()
            self.view.setFocus()
        else:
            self.go_to_new()
            self.table.paste()

    def _open_views(self) -> None:
        menu = self.views.menu(self.screen_of)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.saved.mapToGlobal(self.saved.rect().bottomLeft()))

    def _open_columns(self) -> None:
        menu = self.table.columns.menu(max(0, self.view.currentIndex().column()), self.screen_of)
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))


def _plan(look: Look, draft: Draft, screen: Screen) -> Plan:
    from forumdesk.ui.attendees.entering import plan

    return plan(look, draft, screen)


def _choosing(ids: Sequence[Hashable], column: str, choice: int) -> list[object]:
    from forumdesk.ui.attendees.entering import choosing

    return list(choosing(ids, column, choice))


def _moving(ids: Sequence[Hashable], after: Hashable | None) -> list[object]:
    from forumdesk.ui.attendees.entering import moving

    return list(moving(ids, after))


def _removal(ids: Sequence[Hashable]) -> list[object]:
    from forumdesk.ui.attendees.entering import removal

    return list(removal(ids))
