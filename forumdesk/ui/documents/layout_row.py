"""Which layout a document is printed on, and what can be done with that."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.parts.framed_choice import FramedChoice
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.domain.text import Text

TOOL, ICON = 28, 16
MORE = {"add": NOOP("Add from a file…"), "save": NOOP("Save to a file…"), "remove": NOOP("Remove")}


class LayoutRow(QWidget):
    """Offers the layouts of a document. `changed` says that another is chosen, `asked` what is to be done with it.

    That is `edit` (a copy, where it ships with the program) or one of `MORE`.
    """

    changed = Signal()
    asked = Signal(str)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._awaited = screen, ""
        self.choice, self.edit, self.more, self.menu = FramedChoice(), QPushButton(), QToolButton(), QMenu(self)
        self.edit.setObjectName("link")
        self.edit.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.setFixedSize(TOOL, TOOL)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.actions_of_more = {code: self.menu.addAction("") for code in MORE}
        for code, action in self.actions_of_more.items():
            action.triggered.connect(lambda _=False, code=code: self.asked.emit(code))
        self.choice.changed.connect(lambda _: self.changed.emit())
        self.edit.clicked.connect(lambda: self.asked.emit("edit"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.choice, 1)
        row.addWidget(self.edit)
        row.addWidget(self.more)

    @property
    def chosen(self) -> str:
        """The layout that is chosen, as an order calls it; nothing before there was any choice."""
        return str(self.choice.value)

    def choose(self, layout: str) -> None:
        """Choose a layout; a new one may be heard of only later."""
        self.choice.value = self._awaited = layout

    def show_layouts(self, known: Sequence[tuple[str, Text]], usual: str) -> None:
        """Offer the layouts of a document; one that is gone gives way to the usual one."""
        self.setVisible(bool(known))
        if not known:
            return
        screen, names = self._screen, {name for name, _ in known}
        if self._awaited in names:
            self._awaited = ""
        if not self.chosen or self.chosen not in {*names, self._awaited}:
            self.choice.value = usual
        self.choice.offer([(name, screen.text(title)) for name, title in known])
        ships = not is_own(self.chosen)
        word = screen.say("Edit a copy…") if ships else screen.say("Edit…")
        self.edit.setText(word)
        self.edit.setAccessibleName(word)
        self.actions_of_more["remove"].setVisible(not ships)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        for part, word in ((self.choice, screen.say("Layout")), (self.more, screen.say("More about the layout"))):
            part.setAccessibleName(word)
            part.setToolTip(word)
        for code, action in self.actions_of_more.items():
            action.setText(screen.words.say(MORE[code]))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.choice.wear(theme)
        self.more.setIcon(icons.icon("ellipsis", theme.ink_2, ICON))


def is_own(layout: str) -> bool:
    """Whether a layout is the event's own, which is called by its ID."""
    try:
        return bool(UUID(layout))
    except ValueError:
        return False
