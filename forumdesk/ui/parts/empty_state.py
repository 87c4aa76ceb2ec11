"""What stands in the middle of an empty table: why it is empty, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.parts.text import Label

WIDTH = 460


class EmptyState(QWidget):
    """A title, a sentence and a button, in the middle of a table's rows; rows above stay in reach."""

    def __init__(self, over: QAbstractScrollArea, top: int) -> None:
        super().__init__(over)
        self._over, self._top = over, top
        self.title, self.sentence, self.button = Label("section"), Label("empty"), QPushButton()
        self.sentence.setWordWrap(True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self.title, self.sentence):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        over.installEventFilter(self)
        self.hide()

    def say(self, title: str, sentence: str, button: str) -> None:
        """Say why, what to do and how the button is called."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self._place()

    def eventFilter(self, over: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(over, event)

    def _place(self) -> None:
        width = min(WIDTH, self._over.width() - 16)
        height = self._column.heightForWidth(width)
        free = self._over.height() - self._top
        self.setGeometry((self._over.width() - width) // 2, self._top + max(0, (free - height) // 3), width, height)
