"""The small buttons of the agenda page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.text import plain
from forumdesk.ui.theme import Theme

SIDE, ICON = 24, 16


class IconButton(QToolButton):
    """An icon with a name for the tool tip and the screen reader.

    Where it can be on, it is on in the accent, and off in another icon if one is given.
    """

    def __init__(self, icon_name: str, off_icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._off_icon = icon_name, off_icon or icon_name
        self.setFixedSize(SIDE, SIDE)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def name(self, word: str) -> None:
        """How it is called."""
        self.setAccessibleName(word)
        self.setToolTip(plain(word))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        name, colour = (self._icon, theme.accent) if self.isChecked() else (self._off_icon, theme.ink_2)
        self.setIcon(icons.icon(name, colour, ICON, disabled=theme.disabled))


class LinkButton(QPushButton):
    """A button that reads as a link; with `warning` in vermilion."""

    def __init__(self, *, warning: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("link", True)
        if warning:
            self.setProperty("tone", "warning")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def name(self, word: str) -> None:
        """What it says and how it is called."""
        self.setText(word)
        self.setAccessibleName(word)
