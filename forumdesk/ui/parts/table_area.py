"""A table with all that belongs to it: chips that narrow it, saved views, its columns, what it says when empty."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.actions import keys_of
from forumdesk.ui.page import Around
from forumdesk.ui.parts.empty_state import EmptyState
from forumdesk.ui.parts.filter_bar import FilterBar
from forumdesk.ui.parts.head import MARGIN
from forumdesk.ui.parts.row_grip import WIDTH as GRIP
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.table import Table
from forumdesk.ui.parts.views_menu import ViewsMenu
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

SIDE, BUTTON, GAP = 16, 24, 8


class TableArea(QWidget):
    """Chips above, and at their right the views and the columns; the table below. A page puts the search in its head.

    `name` is what settings know the table by. While it is `empty` it says the first where no row is there at all,
    and the second where all are hidden.
    """

    def __init__(
        self,
        table: Table,
        filters: FilterBar,
        around: Around,
        *,
        name: str,
        empty: tuple[Callable[[Screen], str], Callable[[Screen], str]],
    ) -> None:
        super().__init__()
        self.table, self.view, self.filters = table, table.view, filters
        self._nothing, self._none_fits = empty
        self._screen, self._total, self._has_rows = table.model.screen, 0, False
        self.empty = EmptyState(self.view, HEADING_HEIGHT + self.view.verticalHeader().defaultSectionSize())
        self.views = ViewsMenu(table.columns, filters, around.settings, name, refuse=around.refuse, parent=self)
        self.saved, self.columns = QToolButton(), QToolButton()
        self._arrange()
        self.open_saved = QAction(self)
        self.open_saved.setShortcut(QKeySequence("Alt+V"))
        self.open_saved.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.open_saved)
        self.open_saved.triggered.connect(lambda: _open(self.views.menu(self._screen), self.saved))
        self.saved.clicked.connect(self.open_saved.trigger)
        self.columns.clicked.connect(self._open_columns)
        filters.search.onward.connect(self._on_onward)
        self.empty.button.clicked.connect(self._on_next_step)

    def _arrange(self) -> None:
        chips, rows = QHBoxLayout(), QHBoxLayout()
        chips.setContentsMargins(MARGIN, 0, MARGIN, 10)
        chips.setSpacing(GAP)
        chips.addWidget(self.filters, 1)
        for button in (self.saved, self.columns):
            button.setFixedSize(BUTTON, BUTTON)
            button.setIconSize(QSize(17, 17))
            chips.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        rows.setContentsMargins(SIDE - (GRIP if self.view.grip else 0), 0, SIDE, 0)
        rows.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(chips)
        column.addLayout(rows, 1)

    def in_reading_order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [*self.filters.chips.values(), self.saved, self.columns, self.view]

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        word = screen.say("Columns and sorting")
        self.columns.setToolTip(word)
        self.columns.setAccessibleName(word)
        word = screen.say("Saved views")
        self.open_saved.setText(word)
        self.saved.setAccessibleName(word)
        self.saved.setToolTip(f"{word} ({keys_of(self.open_saved)})")
        self.table.speak(screen)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.table.wear(theme)
        self.filters.wear(theme)
        self.saved.setIcon(icons.icon("eye", theme.ink_2, 17))
        self.columns.setIcon(icons.icon("columns-3", theme.ink_2, 17))

    def go_to_new(self) -> None:
        """Put the cursor where a new row is typed or pasted."""
        self.view.setFocus()
        self.view.setCurrentIndex(self.table.model.index(self.table.model.count(), 0))
        self.view.scrollToBottom()

    def know(self, total: int) -> None:
        """Know how many rows there are in all: the table says so where none of them is shown."""
        self._total = total
        screen, model = self._screen, self.table.model
        if not self._has_rows:  # until then the cursor may be where a new row is typed
            self._has_rows = bool(model.count())
            self.view.setCurrentIndex(model.index(0, 0))
        self.empty.setVisible(not model.count())
        if total:
            sentence = screen.say("No row has all that is searched for and chosen above.")
            self.empty.say(self._none_fits(screen), sentence, screen.say("Show everything"))
        else:
            sentence = screen.say(
                "Copy the rows in Excel, with the columns in the order of the headings, and paste them here; "
                "or type a name above."
            )
            self.empty.say(self._nothing(screen), sentence, screen.say("Paste from Excel"))

    def counted(self, said: str) -> str:
        """How many rows are chosen, behind what else is said."""
        chosen = len(self.view.chosen_items())
        return f"{said} · {self._screen.say('{count} rows chosen', count=chosen)}" if chosen > 1 else said

    def _on_onward(self) -> None:
        """Of several tables with one search the one that is shown takes the keyboard."""
        if self.view.isVisible():
            self.view.setFocus()

    def _on_next_step(self) -> None:
        if self._total:
            self.filters.clear()
            self.view.setFocus()
        else:
            self.go_to_new()
            self.table.paste()

    def _open_columns(self) -> None:
        column = max(0, self.view.currentIndex().column())
        _open(self.table.columns.menu(column, self._screen), self.columns)


def nobody_fits(screen: Screen) -> str:
    """Of a table of people: all are hidden."""
    return screen.say("Nobody fits")


def _open(menu: QMenu, below: QWidget) -> None:
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))
