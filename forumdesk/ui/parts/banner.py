"""Trouble with the file, the disk or the server: it stays in sight until it is over."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from forumdesk.ui import icons
from forumdesk.ui.parts.text import Label
from forumdesk.ui.theme import LIGHT, Theme


class Banner(QFrame):
    """One sentence across the top of the page, and beside it a way out, where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._theme = LIGHT
        self._mark, self._text, self.button = Label(), Label(), QPushButton()
        self._text.setWordWrap(True)
        self.button.setProperty("link", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said at the moment."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str) -> None:
        """Say what is wrong, until `hide`."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._mark.setPixmap(icons.picture("triangle-alert", theme.amber, 16, self.devicePixelRatioF()))
