"""What the user is shown of a bug: a text they can read, keep and send; nothing leaves the machine by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.files import CannotWrite
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen

NAME = "forumdesk-report.txt"


class ReportDialog(QDialog):
    """A sentence, the report, and two buttons: Save… and Close."""

    def __init__(self, sentence: str, report: str, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say("Something went wrong"))
        self.resize(640, 440)
        head, self.about = Label("section"), Label("second")
        head.setText(sentence)
        head.setWordWrap(True)
        self.about.setText(
            screen.say("This report says where in the program it happened. It holds nothing of your event.")
        )
        self.about.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(screen.say("Report"))
        self.save, self.leave = QPushButton(screen.say("Save…")), QPushButton(screen.say("Close"))
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.close)
        self.leave.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.about)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def _on_save(self) -> None:
        place, _ = QFileDialog.getSaveFileName(self, self._screen.say("Save the report"), NAME)
        if not place:
            return
        try:
            Path(place).write_text(self.text.toPlainText(), encoding="utf-8")
        except OSError as error:
            self.about.setText(CannotWrite(path=place, reason=error.strerror or error).say(self._screen.words))
        else:
            self.about.setText(self._screen.say("{name} is saved.", name=Path(place).name))
