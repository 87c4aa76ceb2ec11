"""The head of a sheet: sorting by a click, columns hidden, moved and made wider, remembered by the table's name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from forumdesk.ui.parts.sheet_view import NARROWEST, SheetView
from forumdesk.ui.screen import Screen


class ColumnsMenu(QObject):
    """`sorted` says by which column and whether descending; an empty name: in no order of a column's.

    A table whose order is a matter of its own does not sort.
    """

    sorted = Signal(str, bool)

    def __init__(self, view: SheetView, settings: QSettings, name: str, *, sorts: bool) -> None:
        super().__init__(view)
        self._sorts = sorts
        self._view, self._settings, self._key = view, settings, f"tables/{name}"
        self._by, self._descending = "", False
        self._restoring = False
        self._hidden_at_first = {column.name for column in view.rows.columns if column.hidden}
        self._across = across = view.horizontalHeader()
        across.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across.customContextMenuRequested.connect(self._on_context)
        if sorts:
            across.sectionClicked.connect(self._on_clicked)
        across.sectionMoved.connect(lambda *_: self._remember())
        across.sectionResized.connect(self._on_resized)
        self._show_sorting()
        self._restore()

    def menu(self, column: int, screen: Screen) -> QMenu:
        """What can be done with a column, and all columns to show or hide."""
        view, menu = self._view, QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = view.rows.columns[column].name
        shown = view.columns_shown()
        at = shown.index(column) if column in shown else -1
        for word, do, can in (
            (screen.say("Sort upwards"), partial(self.sort, name, descending=False), True),
            (screen.say("Sort downwards"), partial(self.sort, name, descending=True), True),
            (screen.say("Do not sort"), partial(self.sort, "", descending=False), bool(self._by)),
            (screen.say("Move column left"), partial(self.move, column, -1), at > 0),
            (screen.say("Move column right"), partial(self.move, column, 1), 0 <= at < len(shown) - 1),
        ):
            if self._sorts or do.func == self.move:
                _add(menu, word, do).setEnabled(can)
        menu.addSeparator()
        for place, each in enumerate(view.rows.columns):
            action = _add(menu, each.heading(screen), partial(self.toggle, place))
            action.setCheckable(True)
            action.setChecked(not view.isColumnHidden(place))
            action.setEnabled(len(shown) > 1 or view.isColumnHidden(place))
        menu.addSeparator()
        _add(menu, screen.say("All columns as at first"), self.reset)
        return menu

    def sort(self, name: str, *, descending: bool) -> None:
        """Sort by a column."""
        self._by, self._descending = name, descending
        self._show_sorting()
        self.sorted.emit(name, descending)

    def move(self, column: int, by: int) -> None:
        """Put a column before or behind the next one that is shown."""
        shown = self._view.columns_shown()
        other = shown[shown.index(column) + by]
        self._across.moveSection(self._across.visualIndex(column), self._across.visualIndex(other))

    def toggle(self, column: int) -> None:
        """Show a column, or hide it."""
        self._view.setColumnHidden(column, not self._view.isColumnHidden(column))
        if self._view.isColumnHidden(self._view.currentIndex().column()):
            self._view.setCurrentIndex(self._view.currentIndex().siblingAtColumn(self._view.columns_shown()[0]))
        self._view.fit_columns()
        self._remember()

    def reset(self) -> None:
        """All columns, in their first order and width."""
        self._lay([column.name for column in self._view.rows.columns], self._hidden_at_first, {})
        self._remember()

    @property
    def state(self) -> dict[str, Any]:
        """Order and sorting by name of column, what is hidden, and widths in px."""
        columns, across = self._view.rows.columns, self._across
        return {
            "order": [columns[across.logicalIndex(place)].name for place in range(across.count())],
            "hidden": [each.name for place, each in enumerate(columns) if self._view.isColumnHidden(place)],
            "widths": {
                each.name: across.sectionSize(place)
                for place, each in enumerate(columns)
                if each.width and not self._view.isColumnHidden(place)
            },
            "sorted": [self._by, self._descending],
        }

    def take(self, state: Any) -> None:
        """Lay the columns and sort as a state has it; what makes no sense in it is as at first."""
        self._lay_as(state)
        try:
            name, descending = state["sorted"]
        except (ValueError, TypeError, KeyError):
            name, descending = "", False
        known = self._view.rows.column_named(str(name)) >= 0
        self.sort(str(name) if known else "", descending=bool(descending) and known)
        self._remember()

    def _on_clicked(self, column: int) -> None:
        """Up, down, not at all."""
        name = self._view.rows.columns[column].name
        if self._by != name:
            self.sort(name, descending=False)
        elif not self._descending:
            self.sort(name, descending=True)
        else:
            self.sort("", descending=False)

    def _on_resized(self, column: int, *_: int) -> None:
        if self._view.rows.columns[column].width and not self._restoring:
            self._view.fit_columns()
        self._remember()

    def _on_context(self, at: QPoint) -> None:
        column = self._across.logicalIndexAt(at)
        if column >= 0:
            self.menu(column, self._view.rows.screen).popup(self._across.mapToGlobal(at))

    def _show_sorting(self) -> None:
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self._across.setSortIndicatorShown(bool(self._by))
        # Qt's arrow points down for values that go up; readers are used to the other way.
        self._across.setSortIndicator(self._view.rows.column_named(self._by), up if self._descending else down)

    def _remember(self) -> None:
        if self._restoring:
            return
        kept = {name: value for name, value in self.state.items() if name != "sorted"}
        self._settings.setValue(self._key, json.dumps(kept))

    def _restore(self) -> None:
        try:
            kept = json.loads(str(self._settings.value(self._key, "{}")))
        except ValueError:
            kept = {}
        self._lay_as(kept)

    def _lay_as(self, kept: Any) -> None:
        try:
            hidden = set(kept.get("hidden", self._hidden_at_first))
            self._lay(list(kept.get("order", [])), hidden, dict(kept.get("widths", {})))
        except (ValueError, TypeError, AttributeError):
            self._lay([], self._hidden_at_first, {})  # somebody wrote other things into the file

    def _lay(self, order: Iterable[str], hidden: set[str], widths: dict[str, int]) -> None:
        self._restoring = True
        view, columns = self._view, self._view.rows.columns
        known = [place for place in map(view.rows.column_named, order) if place >= 0]
        for place, column in enumerate(known):
            self._across.moveSection(self._across.visualIndex(column), place)
        for place, each in enumerate(columns):
            view.setColumnHidden(place, each.name in hidden and len(hidden) < len(columns))
            if each.width:
                view.setColumnWidth(place, max(NARROWEST, int(widths.get(each.name, each.width))))
        view.fit_columns()
        self._restoring = False


def _add(menu: QMenu, word: str, do: Callable[[], None]) -> QAction:
    action = menu.addAction(word)
    action.triggered.connect(lambda _=False: do())
    return action
