"""The calls of a ceremony, one behind the other, as tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CallRow

MOST_WIDTH = 220


class CallTabs(QWidget):
    """One tab a call. `chosen` and `moved` (with the place it should have) tell a call's id."""

    chosen = Signal(object)
    moved = Signal(object, int)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: tuple[CallRow, ...] = ()
        self.buttons: dict[UUID, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self.add = QToolButton()
        self.add.setFixedSize(28, 28)
        self.add.setIconSize(QSize(16, 16))
        self.add.clicked.connect(self.added)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(line)
        self.left = self._action("Alt+Left", -1)
        self.right = self._action("Alt+Right", 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.add.setToolTip(screen.say("Add a stage call"))
        self.add.setAccessibleName(screen.say("Add a stage call"))
        self.left.setText(screen.say("Move the stage call forward"))
        self.right.setText(screen.say("Move the stage call back"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.add.setIcon(icons.icon("plus", theme.ink_2, 16))

    def show_calls(self, calls: Sequence[CallRow], chosen: UUID | None) -> None:
        """Show these calls, one of them chosen."""
        self._calls = tuple(calls)
        if list(self.buttons) != [call.id for call in calls]:
            had_focus = any(button.hasFocus() for button in self.buttons.values())
            self._make()
            if had_focus and chosen in self.buttons:
                self.buttons[chosen].setFocus()
        if chosen in self.buttons:
            self.buttons[chosen].setChecked(True)
        self._name()

    def _make(self) -> None:
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = {call.id: self._tab(place, call.id) for place, call in enumerate(self._calls)}

    def _tab(self, place: int, call: UUID) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setProperty("tab", True)
        button.clicked.connect(lambda: self.chosen.emit(call))
        self._group.addButton(button)
        self._row.insertWidget(place, button)
        button.show()  # now, not with the next layout: it may have to take the keyboard
        return button

    def _name(self) -> None:
        for number, call in enumerate(self._calls, start=1):
            title = self._screen.text(call.title) or self._screen.say("Stage call")
            button = self.buttons[call.id]
            font = button.font()
            font.setBold(True)
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(f"{number}  {title}", Qt.TextElideMode.ElideRight, MOST_WIDTH)
            button.setText(shown.replace("&", "&&"))
            button.setAccessibleName(title)
            button.setFixedWidth(metrics.horizontalAdvance(shown) + 4)

    def _action(self, keys: str, by: int) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._move(by))
        self.addAction(action)
        return action

    def _move(self, by: int) -> None:
        chosen = next((place for place, call in enumerate(self._calls) if self.buttons[call.id].isChecked()), -1)
        if chosen >= 0 and 0 <= chosen + by < len(self._calls):
            self.moved.emit(self._calls[chosen].id, chosen + by)
