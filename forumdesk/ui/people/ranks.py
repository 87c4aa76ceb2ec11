"""The order of rank 礼宾次序: a numbered list to drag, to add to, and to sort."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.people.model import NAME, RankModel
from forumdesk.ui.people.names import NameField, Names
from forumdesk.ui.people.person_card import Nobody
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from forumdesk.store.screens.people import RankRow

By = Literal["strokes", "pinyin", "organisation"]
SORTS: tuple[By, ...] = ("strokes", "pinyin", "organisation")

ROW_HEIGHT, SIDE, FIELD_WIDTH = 32, 16, 216


class RankView(RowView):
    """Rows that can be dropped between others: `dropped` says which one in front of which place."""

    dropped = Signal(int, int)

    def __init__(self, model: RankModel) -> None:
        super().__init__(model, ROW_HEIGHT)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing moves here: what the command did comes back."""
        source = self.currentIndex().row()
        if source >= 0:
            self.dropped.emit(source, self.place_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def place_at(self, point: QPoint) -> int:
        """The place in front of which something is let go: the upper half of a row is in front of it."""
        row = self.rowAt(point.y())
        if row < 0:
            return self.rows.rowCount()
        middle = self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return row if point.y() < middle else row + 1


class RankList(QWidget):
    """The list with what is done to it. `asked` is a command, `refused` a name that nobody has, `told` a remark."""

    asked = Signal(object)
    refused = Signal(object)
    told = Signal(str)

    def __init__(self, screen: Screen, people: Names) -> None:
        super().__init__()
        self._people, self._screen = people, screen
        self._rows: tuple[RankRow, ...] = ()
        self.model = RankModel(screen)
        self.model.asked.connect(self.asked)
        self.view = RankView(self.model)
        self.view.dropped.connect(self._on_dropped)
        self.add = NameField(people)
        self.add.setProperty("quiet", False)
        self.add.setFixedWidth(FIELD_WIDTH)
        self.add.changed.connect(self._on_add)
        self.sort, self.sorts = QPushButton(), {by: QAction(self) for by in SORTS}
        menu = QMenu(self.sort)
        for by, action in self.sorts.items():
            action.triggered.connect(partial(self._sort, by))
            menu.addAction(action)
        self.sort.setMenu(menu)
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its arrow stands behind the words
        self.take_out = QPushButton()
        self.take_out.clicked.connect(self.unrank)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 0, 8, 8)
        bar.setSpacing(8)
        bar.addWidget(self.add)
        bar.addStretch(1)
        bar.addWidget(self.sort)
        bar.addWidget(self.take_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view)
        self._up = self._action("Alt+Up", partial(self._step, -1))
        self._down = self._action("Alt+Down", partial(self._step, 1))
        self._out = self._action("Delete", self.unrank)

    def show_ranks(self, rows: tuple[RankRow, ...]) -> None:
        """Take in the order as it is now."""
        self._rows = rows
        self.model.show_rows(rows)
        self.take_out.setEnabled(bool(rows))
        self.sort.setEnabled(len(rows) > 1)
        if rows and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, NAME))

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.model.speak(screen)
        self.view.setAccessibleName(screen.say("Order of rank"))
        self.add.setPlaceholderText(screen.say("Add a person…"))
        self.add.setAccessibleName(screen.say("Add a person…"))
        self.sort.setText(screen.say("Sort by"))
        self.sort.setAccessibleName(screen.say("Sort by"))
        words = screen.say("Surname strokes"), screen.say("Pinyin"), screen.say("Organisation")
        for action, word in zip(self.sorts.values(), words, strict=True):
            action.setText(word)
        self.take_out.setText(screen.say("Take out"))
        self.take_out.setAccessibleName(screen.say("Take out"))
        self._up.setText(screen.say("Move up"))
        self._down.setText(screen.say("Move down"))
        self._out.setText(screen.say("Take out"))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()
        self.add.wear(theme)
        self.sort.setIcon(icons.icon("chevron-down", theme.ink_2, 15, disabled=theme.disabled))

    def unrank(self) -> None:
        """Take the person under the cursor out of the order."""
        from forumdesk.app.commands.precedence import UnrankPerson

        place = self.view.currentIndex().row()
        if place >= 0:
            self.asked.emit(UnrankPerson(person=self.model.lines[place].id))

    def _on_add(self, typed: str) -> None:
        from forumdesk.app.commands.precedence import RankPerson

        if not typed:
            return
        person = self._people.meant(typed)
        if person is None:
            self.refused.emit(Nobody(typed=typed))
            return
        self.add.begin("")
        last = self._rows[-1].id if self._rows else None
        self.asked.emit(RankPerson(person=person, after=last))

    def _step(self, by: int) -> None:
        place = self.view.currentIndex().row()
        if place >= 0:
            self._on_dropped(place, place - 1 if by < 0 else place + 2)

    def _on_dropped(self, source: int, before: int) -> None:
        from forumdesk.app.commands.precedence import RankPerson

        if not 0 <= before <= len(self._rows) or before in (source, source + 1):
            return
        after = self._rows[before - 1].id if before else None
        self.asked.emit(RankPerson(person=self._rows[source].id, after=after))

    def _sort(self, by: By, _checked: bool = False) -> None:
        from forumdesk.app.commands.precedence import SortPrecedence

        keep = [row for row in self._rows if by == "strokes" and not row.strokes]
        self.asked.emit(SortPrecedence(by=by, keep=tuple(row.id for row in keep)))
        if keep:
            names = self._screen.say(", ").join(self._screen.text(row.name) for row in keep)
            self.told.emit(
                self._screen.say(
                    "These have no stroke data and keep their places, ranked by hand: {names}", names=names
                )
            )

    def _action(self, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.view.addAction(action)
        return action
