"""What keys do on the agenda page, in its table and on its board: they mean something else in a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage


class Keys:
    """The page's actions; the inspector offers those of them that are about its item."""

    def __init__(self, page: AgendaPage) -> None:
        self._page, deeds, view = page, page.deeds, page.halls.view
        self._up, self._down = (
            self._action("Alt+Up", deeds.move_up),
            self._action("Alt+Down", deeds.move_down),
        )
        self._left = self._action("Alt+Left", lambda: view.go_across(-1))
        self._right = self._action("Alt+Right", lambda: view.go_across(1))
        self._remove = self._action("Delete", deeds.remove_item)
        self._insert = self._action("Insert", deeds.add_item)
        self._split = self._action("Ctrl+Shift+X", deeds.split_item)
        self._pin = self._action("Ctrl+Shift+P", deeds.turn_pin)
        self._inside = self._action("Alt+Return", page.inspector.title.setFocus)
        page.inspector.add_actions([self._insert, self._split, self._pin, self._up, self._down, self._remove])

    def speak(self, screen: Screen) -> None:
        """Name them in another language."""
        self._up.setText(screen.say("Move up"))
        self._down.setText(screen.say("Move down"))
        self._left.setText(screen.say("Move to the forum at the left"))
        self._right.setText(screen.say("Move to the forum at the right"))
        self._remove.setText(screen.say("Remove"))
        self._insert.setText(screen.say("Add item"))
        self._split.setText(screen.say("Split in half"))
        self._inside.setText(screen.say("Go to the inspector"))
        self._pin.setText(screen.say("Fix or link the start"))

    def _action(self, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(self._page)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self._page.view.addAction(action)
        self._page.halls.view.addAction(action)
        return action
