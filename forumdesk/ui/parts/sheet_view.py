"""A table in which cells are chosen, typed, copied and filled as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QMenu, QWidget

from forumdesk.ui.parts.cell_field import CellField, Leave, leaving
from forumdesk.ui.parts.chosen import Chosen
from forumdesk.ui.parts.row_grip import RowGrip
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.table_model import Index, TableModel
from forumdesk.ui.screen import Screen

NARROWEST = 56
MOST_KEPT = 2_000
"""So many chosen cells find their places in another order within some 50 ms; of more only the cursor stays."""

_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_SELECT = QItemSelectionModel.SelectionFlag


class SheetView(RowView):
    """Shift and arrows or the mouse choose a block, Shift+Space whole rows, Ctrl+Space whole columns.

    Enter and Tab go on as in Excel, inside a block round and round; Tab from the last cell leaves the table, and
    so does F6. Typing, F2 or a double click edits; Ctrl+Enter types into the whole selection, and so does F2 where
    the chosen cells differ. The clipboard, filling and moving rows are asked for by signals.

    `moved` says in front of which place the chosen rows are wanted, `set_asked` the column and the number of
    the choice that all of them shall have.
    """

    by_cells = True
    least = 144

    typed_everywhere = Signal(str)
    moved = Signal(int)
    set_asked = Signal(int, int)
    copy_asked, cut_asked, paste_asked, fill_asked, clear_asked, remove_asked = (Signal() for _ in range(6))

    def __init__(self, model: TableModel[Any], row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(model, row_height, parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._tabbed_from = -1
        self._is_typed = False
        self.grip: RowGrip | None = None
        self.columns_menu: Callable[[int], QMenu] | None = None
        """What can be done with a column, for the menu of the cells."""
        across = self.horizontalHeader()
        across.setMinimumSectionSize(NARROWEST)
        across.setSectionsClickable(True)
        across.setSectionsMovable(True)
        for place, column in enumerate(model.columns):
            if column.width:
                across.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
        self._keys = {
            "copy": self._action("Ctrl+C", self.copy_asked.emit),
            "cut": self._action("Ctrl+X", self.cut_asked.emit),
            "paste": self._action("Ctrl+V", self.paste_asked.emit),
            "fill": self._action("Ctrl+D", self.fill_asked.emit),
            "clear": self._action("Del", self.clear_asked.emit),
            "remove": self._action("Ctrl+-", self.remove_asked.emit),
            "up": self._action("Alt+Up", lambda: self._step(-1)),
            "down": self._action("Alt+Down", lambda: self._step(1)),
            "rows": self._action("Shift+Space", self.select_rows),
            "columns": self._action("Ctrl+Space", self.select_columns),
            "menu": self._action("Shift+F10", self.open_menu),
            "out": self._action("F6", self.leave),
            "back": self._action("Shift+F6", self.leave_backwards),
        }

    def let_move(self) -> None:
        """Give the rows an edge to drag them by."""
        height = self.verticalHeader().defaultSectionSize()
        self.grip = RowGrip(self)
        self.grip.dropped.connect(self.moved)
        self.setVerticalHeader(self.grip)
        self.grip.setSelectionModel(QItemSelectionModel(self.rows, self.grip))
        self.setCornerButtonEnabled(False)
        self.grip.setMinimumSectionSize(16)
        self.grip.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.grip.setDefaultSectionSize(height)

    def _action(self, keys: str, do: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)
        return action

    def speak(self, screen: Screen) -> None:
        """Name what its keys do."""
        for name, word in {
            "copy": screen.say("Copy cells"),
            "cut": screen.say("Cut cells"),
            "paste": screen.say("Paste cells"),
            "fill": screen.say("Fill down"),
            "clear": screen.say("Empty cells"),
            "remove": screen.say("Remove rows"),
            "up": screen.say("Move up"),
            "down": screen.say("Move down"),
            "rows": screen.say("Choose whole rows"),
            "columns": screen.say("Choose whole columns"),
            "menu": screen.say("Menu of the cells"),
            "out": screen.say("Leave the table"),
            "back": screen.say("Leave the table backwards"),
        }.items():
            self._keys[name].setText(word)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen cells."""
        self.menu().popup(event.globalPos())

    def open_menu(self) -> None:
        """The same by keyboard, below the current cell: not every system has a key for it."""
        below = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu().popup(self.viewport().mapToGlobal(below))

    def menu(self) -> QMenu:
        """What can be done with the chosen cells, and the choices that their rows can be given."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._keys[name] for name in ("copy", "cut", "paste", "fill", "clear", "remove")])
        if self.grip:
            menu.addSeparator()
            menu.addActions([self._keys["up"], self._keys["down"]])
        menu.addSeparator()
        screen = self.rows.screen
        for place, column in enumerate(self.rows.columns):
            if column.choices:
                choices = menu.addMenu(column.heading(screen))
                for number, word in enumerate(column.choices(screen)):
                    if number not in column.one_by_one:
                        choices.addAction(word).triggered.connect(partial(self._ask_to_set, place, number))
        if self.columns_menu:
            columns = self.columns_menu(max(0, self.currentIndex().column()))
            columns.setTitle(screen.say("Columns"))
            menu.addMenu(columns)
        return menu

    def _ask_to_set(self, column: int, choice: int, _checked: bool = False) -> None:
        self.set_asked.emit(column, choice)

    def _step(self, by: int) -> None:
        """Wish the chosen rows one place up or down."""
        if chosen := self.chosen_items():
            ends = chosen.bands[0].rows.start, chosen.bands[-1].rows.stop - 1
            first, last = self.rows.stretch(ends[0])[0], self.rows.stretch(ends[1])[1]
            self.moved.emit(self.rows.stretch(first - 1)[0] if by < 0 else self.rows.stretch(last + 1)[1] + 1)

    def columns_shown(self) -> list[int]:
        """The columns that are not hidden, from left to right."""
        across = self.horizontalHeader()
        logical = (across.logicalIndex(place) for place in range(across.count()))
        return [column for column in logical if not self.isColumnHidden(column)]

    def chosen(self) -> Chosen:
        """The chosen cells; hidden columns are not meant."""
        ranges = self.selectionModel().selection().toList()
        blocks = [(range(each.top(), each.bottom() + 1), range(each.left(), each.right() + 1)) for each in ranges]
        return Chosen.of(blocks, self.columns_shown())

    def chosen_items(self) -> Chosen:
        """The same without the row that invites."""
        return self.chosen().between(0, self.rows.count())

    def choose_less(self) -> None:
        """Choose the cursor's cell alone, where every cell would have to be found again in another order."""
        if self.chosen().cells > MOST_KEPT:
            self.selectionModel().select(self.currentIndex(), _SELECT.ClearAndSelect)

    def gap_at(self, y: int) -> int:
        """The place in front of which something is let go: the upper half of a row is in front of it."""
        row = self.rowAt(y)
        if not self.rows.is_item(row):
            return self.rows.count()
        return row + (y > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    def select_block(self, top: int, bottom: int, columns: list[int]) -> None:
        """Choose the cells of some columns between two rows; the cursor stays where it is."""
        chosen = QItemSelection()
        for column in columns:
            chosen.select(self.rows.index(top, column), self.rows.index(bottom, column))
        self.selectionModel().select(chosen, _SELECT.ClearAndSelect)

    def select_rows(self) -> None:
        """Choose the whole rows of what is chosen."""
        self.selectionModel().select(self.selectionModel().selection(), _SELECT.Select | _SELECT.Rows)

    def select_columns(self) -> None:
        """Choose the whole columns of what is chosen."""
        self.selectionModel().select(self.selectionModel().selection(), _SELECT.Select | _SELECT.Columns)

    def leave(self) -> None:
        """Hand the keyboard on to what comes behind the table."""
        self.setTabKeyNavigation(False)
        self.focusNextChild()
        self.setTabKeyNavigation(True)

    def leave_backwards(self) -> None:
        """Hand the keyboard back to what comes before the table."""
        self.setTabKeyNavigation(False)
        self.focusPreviousChild()
        self.setTabKeyNavigation(True)

    def edit(self, index: Index, *how: Any) -> Any:
        """Know whether a letter began to type: that writes into the one cell, as in Excel."""
        self._is_typed = bool(how) and how[0] == QAbstractItemView.EditTrigger.AnyKeyPressed
        return super().edit(index, *how)

    def type_everywhere(self, text: str) -> None:
        """Wish a text in every chosen cell."""
        self.typed_everywhere.emit(text)

    def many_word(self, index: Index) -> str:
        """What a field says that stands for several chosen cells of its column which differ; empty: it does not."""
        column = self.rows.columns[index.column()]
        chosen = Chosen() if self._is_typed else self.chosen_items()
        if len(chosen) < 2 or index.row() not in chosen:
            return ""
        shown = (self.rows.row_at(place) for place in chosen.places)
        texts = (None if row is None else column.text(row, self.rows.screen) for row in shown)
        first = next(texts)
        differ = first is None or any(text != first for text in texts)
        return self.rows.screen.say("Multiple values") if differ else ""

    def leave_field(self, to: object) -> None:
        """End typing and go on, or write the text into all that is chosen."""
        editor = self.sender() if isinstance(self.sender(), CellField) else self.indexWidget(self.currentIndex())
        assert isinstance(editor, CellField) and isinstance(to, Leave)
        if to is Leave.EVERYWHERE and not editor.stands_for_many:
            self.typed_everywhere.emit(editor.meant)
        elif to is not Leave.DISCARD:
            self.commitData(editor)
        self.closeEditor(editor, _NO_HINT)
        self.setFocus()
        if to not in (Leave.EVERYWHERE, Leave.DISCARD):
            self.go(to)

    def go(self, to: Leave) -> bool:
        """Put the cursor on the next cell in a direction, as Enter and Tab do; False at the table's end."""
        here, chosen, shown = self.currentIndex(), self.chosen(), self.columns_shown()
        if chosen.cells > 1:
            step = 1 if to in (Leave.DOWN, Leave.RIGHT) else -1
            down = to in (Leave.UP, Leave.DOWN)
            next_one = self.rows.index(*chosen.beside((here.row(), here.column()), step, shown, down=down))
            self.selectionModel().setCurrentIndex(next_one, _SELECT.NoUpdate)
            return True
        row = here.row()
        at = shown.index(here.column()) if here.column() in shown else 0
        if to in (Leave.UP, Leave.DOWN):
            row += 1 if to is Leave.DOWN else -1
            if self._tabbed_from in shown and to is Leave.DOWN:
                at = shown.index(self._tabbed_from)
            self._tabbed_from = -1
        else:
            began = self._tabbed_from if self._tabbed_from >= 0 else here.column()
            at += 1 if to is Leave.RIGHT else -1
            row, at = row + at // len(shown), at % len(shown)
            self._tabbed_from = began
        if not 0 <= row < self.rows.rowCount():
            return False
        began = self._tabbed_from
        self.setCurrentIndex(self.rows.index(row, shown[at]))
        self._tabbed_from = began
        return True

    def setCurrentIndex(self, index: Index) -> None:
        """Put the cursor on a cell and choose it alone, whatever keys are held meanwhile."""
        here = self.rows.index(index.row(), index.column())
        self.selectionModel().setCurrentIndex(here, _SELECT.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet; others are the table's own."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # an editor lets some of its keys through
        to = leaving(event)
        arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if to in (Leave.UP, Leave.DOWN, Leave.LEFT, Leave.RIGHT) and not arrow:
            if not self.go(to):
                self.leave() if to is Leave.RIGHT else self.leave_backwards()
            return
        if to is not None and not arrow:
            event.ignore()
            return
        self._tabbed_from = -1
        # What the rows' own view does with Enter is not wanted here.
        super(RowView, self).keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where those that are dragged would go."""
        super().paintEvent(event)
        if self.grip and self.grip.gap >= 0:
            top = self.rowViewportPosition(self.grip.gap) if self.grip.gap < self.rows.rowCount() else self.height()
            painter = QPainter(self.viewport())
            painter.fillRect(0, top - 1, self.viewport().width(), 2, self.painter.colour("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins a new row of Tabs."""
        self._tabbed_from = -1
        super().mousePressEvent(event)
