"""The frame in which is shown what a file would change, before it does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme


class Review(QDialog):
    """The file's name, counts, a `body` to fill, and two buttons. `wanted` says to go ahead."""

    wanted = Signal()

    def __init__(self, name: str, title: str, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.screen_of = screen
        head, self.counts = Label("section"), Label("second")
        head.setText(name)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.go, self.leave = QPushButton(), QPushButton(screen.say("Cancel"))
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (head, self.counts):
            column.addWidget(widget)
        column.addLayout(self.body, 1)
        column.addLayout(buttons)

    def offer(self, refused: int, *, anything: bool) -> None:
        """Let it be imported, where there is anything to; the button says how many stay out."""
        screen = self.screen_of
        others = screen.say("Import the others ({count} stay out)", count=refused)
        self.go.setText(others if refused else screen.say("Import"))
        self.go.setEnabled(anything)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(style_sheet(theme))

    def _on_go(self) -> None:
        self.wanted.emit()
        self.close()
