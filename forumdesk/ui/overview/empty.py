"""What the overview of an event says that has no agenda yet: the next steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.page import Around
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen


class NothingPlanned(QWidget):
    """Two sentences, and where to begin."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.title, self._what = Label("section"), Label("second")
        self.add, self.people, self.sample = QPushButton(), QPushButton(), QPushButton()
        self.add.setProperty("primary", "true")
        self.add.clicked.connect(lambda: around.go("agenda", None))
        self.people.clicked.connect(lambda: around.go("people", None))
        self.sample.clicked.connect(lambda: around.elsewhere("sample"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.people, self.sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._what, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addLayout(buttons)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.title.setText(screen.say("Nothing is planned yet"))
        self._what.setText(screen.say("Once the agenda has items, the day stands here to scale."))
        self.add.setText(screen.say("Add agenda items"))
        self.people.setText(screen.say("Add people"))
        self.sample.setText(screen.say("Open the sample forum"))
