"""The sheet of keys: everything the desk and the open page can do, with the keys for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.ui.actions import MENUS, Actions, actions_of
from forumdesk.ui.page import Page
from forumdesk.ui.parts.text import Label
from forumdesk.ui.parts.veil import Veil
from forumdesk.ui.screen import Screen

WIDTH, HEAD, ROW, GROUP, SIDE = 720, 56, 28, 36, 24


class ShortcutSheet(Veil):
    """Two columns: at the left the desk's own actions, at the right how to move about and what the page can do."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk, WIDTH)
        self.title = Label("section")
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.addWidget(self.title)
        holder = QWidget()
        holder.setFixedHeight(HEAD)
        holder.setLayout(head)
        line = QFrame()
        line.setObjectName("line")
        self._scroll = QScrollArea()
        self._scroll.setObjectName("sheet")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(line)
        column.addWidget(self._scroll, 1)
        self._columns: list[list[tuple[str, list[tuple[str, str]]]]] = []

    @property
    def rows(self) -> dict[str, str]:
        """Every key on the sheet with its action's name."""
        return {keys: name for column in self._columns for _, lines in column for name, keys in lines}

    def show_keys(self, actions: Actions, page: Page, page_title: str, screen: Screen) -> None:
        """Fill the sheet and open it."""
        self.title.setText(screen.say("Keyboard shortcuts"))
        self._scroll.setAccessibleName(self.title.text())
        groups = {
            code: (screen.words.say(title), [(a.text(), _keys(a)) for kind, a in actions if kind.menu == code])
            for code, title in MENUS.items()
        }
        own = [(action.text(), _keys(action)) for action in actions_of(page)]
        left = [groups[code] for code in ("event", "edit", "view")]
        right = [groups["go"], (page_title, own), (screen.say("In tables"), _table_keys(screen)), groups["help"]]
        self._columns = [left, [(title, lines) for title, lines in right if lines]]
        self._scroll.setWidget(self._body())
        self.open()
        self._scroll.setFocus()

    def height_for(self, room: int) -> int:
        """As high as its longer column."""
        body = self._scroll.widget()
        return min(room, HEAD + 8 + (body.sizeHint().height() if body else 0))

    def _body(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(SIDE, 4, SIDE, 16)
        row.setSpacing(2 * SIDE)
        for groups in self._columns:
            column = QVBoxLayout()
            column.setSpacing(0)
            for title, lines in groups:
                heading = Label("second")
                heading.setText(title)
                heading.setFixedHeight(GROUP)
                heading.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
                column.addWidget(heading)
                for name, keys in lines:
                    column.addWidget(_Line(name, keys))
            column.addStretch(1)
            row.addLayout(column, 1)
        return body


class _Line(QWidget):
    """What is done, and the keys at the right."""

    def __init__(self, name: str, keys: str) -> None:
        super().__init__()
        self.setFixedHeight(ROW)
        what, cap = Label(), Label("keycap")
        what.setText(name)
        cap.setText(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(what, 1)
        row.addWidget(cap)


def _keys(action: QAction) -> str:
    return "  ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


def _table_keys(screen: Screen) -> list[tuple[str, str]]:
    """What every table does; Qt's own keys have no action of ours."""
    return [
        (screen.say("Edit the cell"), "F2  Enter"),
        (screen.say("Next cell"), "Tab"),
        (screen.say("Leave the cell as it was"), "Esc"),
    ]
