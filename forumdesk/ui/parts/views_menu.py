"""Saved views of a table: what it is narrowed to, its order and its columns, under a name.

They belong to the user, not to the event: who looks at the press of this year wants to see that of the next.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui.parts.columns_menu import ColumnsMenu
from forumdesk.ui.parts.filter_bar import FilterBar
from forumdesk.ui.screen import Screen

LONGEST = 60
"""Characters of a view's name: it stands in a menu."""

View = dict[str, Any]


class ViewThere(Refused):
    """Two views of one table would have the same name. Facts: name."""

    code = "view-there"
    sentence = NOOP("There is a view “{name}” already; choose another name.")


class ViewsMenu(QObject):
    """The views of the table `name`, and everything that can be done with them. `refuse` says what cannot."""

    def __init__(
        self,
        columns: ColumnsMenu,
        filters: FilterBar,
        settings: QSettings,
        name: str,
        *,
        refuse: Callable[[Refused], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._columns, self._filters, self._window = columns, filters, parent
        self._settings, self._key, self._refuse = settings, f"views/{name}", refuse

    @property
    def views(self) -> dict[str, View]:
        """The views by name, in the order they were saved; none of what somebody else wrote into the file."""
        try:
            kept = json.loads(str(self._settings.value(self._key, "{}")))
            return {str(name): view for name, view in kept.items() if isinstance(view, dict)}
        except (ValueError, AttributeError):
            return {}

    @property
    def current(self) -> View:
        """How the table is seen now."""
        return {"filters": self._filters.state, "columns": self._columns.state}

    def menu(self, screen: Screen) -> QMenu:
        """Everything as at first, the views, the one that is seen checked, and what can be done with that."""
        menu, views, current = QMenu(self._window), self.views, self.current
        _add(menu, screen.say("Everything, as at first"), self.show_all)
        menu.addSeparator()
        seen = next((name for name, view in views.items() if view == current), "")
        for name in views:
            action = _add(menu, name.replace("&", "&&"), partial(self.choose, name))
            action.setCheckable(True)
            action.setChecked(name == seen)
        menu.addSeparator()
        _add(menu, screen.say("Save this view…"), partial(self._on_save, screen))
        for word, do in (
            (screen.say("Rename “{name}”…", name=seen), partial(self._on_rename, screen, seen)),
            (screen.say("Delete “{name}”", name=seen), partial(self.delete, seen)),
        ):
            _add(menu, word.replace("&", "&&"), do).setVisible(bool(seen))
        return menu

    def save(self, name: str) -> None:
        """Keep how the table is seen now; another view of that name is replaced."""
        self._write({**self.views, name: self.current})

    def choose(self, name: str) -> None:
        """See the table as a view has it."""
        view = self.views[name]
        self._columns.take(view.get("columns"))
        self._filters.take(view.get("filters"))

    def show_all(self) -> None:
        """See everything, in the first order and columns."""
        self._columns.reset()
        self._columns.sort("", descending=False)
        self._filters.clear()

    def rename(self, old: str, new: str) -> None:
        """Give a view another name; its place among the others stays."""
        if new != old and new in self.views:
            self._refuse(ViewThere(name=new))
            return
        self._write({new if name == old else name: view for name, view in self.views.items()})

    def delete(self, name: str) -> None:
        """Forget a view; the table is seen as before."""
        self._write({other: view for other, view in self.views.items() if other != name})

    def _on_save(self, screen: Screen) -> None:
        if name := self._asked(screen.say("Save this view"), screen, ""):
            self.save(name)

    def _on_rename(self, screen: Screen, old: str) -> None:
        if name := self._asked(screen.say("Rename the view"), screen, old):
            self.rename(old, name)

    def _asked(self, title: str, screen: Screen, name: str) -> str:
        given, is_given = QInputDialog.getText(
            self._window, title, screen.say("Name of the view"), QLineEdit.EchoMode.Normal, name
        )
        return " ".join(given.split())[:LONGEST] if is_given else ""

    def _write(self, views: dict[str, View]) -> None:
        self._settings.setValue(self._key, json.dumps(views, ensure_ascii=False))


def _add(menu: QMenu, word: str, do: Callable[[], None]) -> QAction:
    action = menu.addAction(word)
    action.triggered.connect(lambda _=False: do())
    return action
