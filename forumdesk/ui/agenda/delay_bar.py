"""Trying a delay: how many minutes, what would come of it, and whether to keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QFrame, QHBoxLayout, QPushButton, QSpinBox

from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen

HEIGHT, MARGIN, USUAL, MOST = 44, 24, 10, 600


class DelayBar(QFrame):
    """`tried` with the minutes as they are typed, `applied` with those to write, `dropped` for none of it."""

    tried = Signal(int)
    applied = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delay")
        self.setFixedHeight(HEIGHT)
        self.before, self.behind, self.outcome = Label(), Label(), ElidedLabel("small")
        self.minutes = QSpinBox()
        self.minutes.setRange(1, MOST)
        self.minutes.setValue(USUAL)
        self.minutes.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.minutes.setFixedWidth(56)
        self.apply, self.cancel = QPushButton(), QPushButton()
        self.cancel.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 16, 0)
        row.setSpacing(8)
        for part in (self.before, self.minutes, self.behind):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.apply)
        self.minutes.valueChanged.connect(self.tried.emit)
        self.apply.clicked.connect(self._on_apply)
        self.cancel.clicked.connect(self.dropped.emit)
        self.hide()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.before.setText(screen.say("Delay"))
        self.before.setBuddy(self.minutes)
        self.minutes.setAccessibleName(screen.say("Delay in minutes"))
        self.behind.setText(screen.say("minutes"))
        self.apply.setText(screen.say("Apply"))
        self.cancel.setText(screen.say("Cancel"))

    def open(self) -> None:
        """Begin to try."""
        self.show()
        self.minutes.setFocus()
        self.minutes.selectAll()
        self.tried.emit(self.minutes.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Escape drops."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _on_apply(self) -> None:
        self.minutes.interpretText()
        self.applied.emit(self.minutes.value())
