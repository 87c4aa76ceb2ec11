"""The line in which the desk says what could not be done, or what is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.text import Label
from forumdesk.ui.theme import Theme

SECONDS_OF_GOOD_NEWS = 8


class Notice(QFrame):
    """One sentence at a time, hidden while there is none. Good news leaves by itself, trouble when it is closed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme, self._tone = theme, ""
        self._mark, self._text = Label(), Label()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setFixedSize(24, 24)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS_OF_GOOD_NEWS * 1000)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What is said at the moment."""
        return "" if self.isHidden() else self._text.text()

    def say_trouble(self, sentence: str) -> None:
        """Say what could not be done; it stays until it is closed or something else is said."""
        self._say("trouble", sentence)

    def say_done(self, sentence: str) -> None:
        """Say what is done, for a while."""
        self._say("done", sentence)
        self._timer.start()

    def name_close(self, word: str) -> None:
        """How the closing button is called."""
        self._close.setAccessibleName(word)
        self._close.setToolTip(word)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        trouble = self._tone == "trouble"
        self._close.setIcon(icons.icon("x", theme.vermilion if trouble else theme.ink_2, 15))
        name, colour = ("circle-alert", theme.vermilion) if trouble else ("circle-check", theme.accent)
        self._mark.setPixmap(icons.picture(name, colour, 16, self.devicePixelRatioF()))

    def _say(self, tone: str, sentence: str) -> None:
        self._timer.stop()
        self._tone = tone
        self.setProperty("tone", tone)
        for widget in (self, self._text):
            self.style().unpolish(widget)
            self.style().polish(widget)
        self.wear(self._theme)
        self._text.setText(sentence)
        self.show()
