"""A word about what was just done, with the way back; it comes and goes by itself and takes no keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from forumdesk.ui.parts.text import ElidedLabel

SECONDS, HEIGHT, MOST_WIDTH, FROM_BOTTOM = 6, 40, 560, 24


class Toast(QFrame):
    """One at a time, over the foot of `ground`, for six seconds or until its button is pressed."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self.setObjectName("toast")
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(MOST_WIDTH)
        self._text, self.button = ElidedLabel(), QPushButton()
        self.button.setProperty("link", True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the same as Ctrl+Z
        self.button.clicked.connect(self._on_pressed)
        self._do: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        ground.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said at the moment."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str, button: str, do: Callable[[], None]) -> None:
        """Say a sentence; the button does `do`."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setText(button)
        self._do = do
        self._place()
        self.raise_()
        self.show()
        self._timer.start()

    def _on_pressed(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _place(self) -> None:
        ground = self._ground
        width = min(self.sizeHint().width(), MOST_WIDTH, ground.width() - 32)
        self.setFixedWidth(width)
        self.move((ground.width() - width) // 2, ground.height() - HEIGHT - FROM_BOTTOM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
