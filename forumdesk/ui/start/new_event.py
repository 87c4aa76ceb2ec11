"""Beginning an event: its title in both languages, its day, and the file it goes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.errors import Trouble
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen

WIDTH, FIELD, SUFFIX = 520, 30, ".forum"


@dataclass(frozen=True, slots=True)
class Wish:
    """An event to be founded in a new file; `day` as 2025-03-28."""

    path: str
    title: str
    title_second: str
    day: str
    zone: str = "Asia/Shanghai"


class NewEvent(QDialog):
    """Three fields. `wished` says what is to be founded; whoever does it closes the dialog or refuses."""

    wished = Signal(object)

    def __init__(self, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setWindowTitle(screen.say("New event"))
        self.setFixedWidth(WIDTH)
        self.title, self.title_second, self.day = QLineEdit(), QLineEdit(), QLineEdit(_today())
        self.trouble = Label("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.create_file, self._cancel = QPushButton(screen.say("Choose a file and begin…")), QPushButton()
        self.create_file.setProperty("primary", True)
        self.create_file.setDefault(True)
        self.create_file.setEnabled(False)
        self.create_file.clicked.connect(self._on_create)
        self._cancel.setText(screen.say("Cancel"))
        self._cancel.clicked.connect(self.close)
        self.title.textChanged.connect(lambda text: self.create_file.setEnabled(bool(text.strip())))
        head = Label("title")
        head.setText(screen.say("New event"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        column.addWidget(head)
        column.addSpacing(12)
        for field, word in (
            (self.title, screen.say("Title in Chinese")),
            (self.title_second, screen.say("Title in English")),
            (self.day, screen.say("First day")),
        ):
            label = Label("second")
            label.setText(word)
            label.setBuddy(field)
            field.setAccessibleName(word)
            field.setFixedHeight(FIELD)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(8)
        self.title_second.setPlaceholderText(screen.say("May follow later"))
        self.day.setFixedWidth(140)
        column.addWidget(self.trouble)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.create_file)
        column.addLayout(buttons)

    def refuse(self, trouble: Trouble) -> None:
        """Say why it cannot be founded so; what was typed stays."""
        self.trouble.setText(trouble.say(self._screen.words))
        self.trouble.show()
        self.create_file.setEnabled(True)

    def _on_create(self) -> None:
        title = self.title.text().strip()
        name = re.sub(r'[\x00-\x1f/\\:*?"<>|]', " ", title).strip() or "forum"
        folder = Path(platformdirs.user_documents_dir())
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.windowTitle(),
            str(folder / f"{name}{SUFFIX}"),
            f"{self._screen.say('Event files')} (*{SUFFIX})",
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
        self.create_file.setEnabled(False)
        self.trouble.hide()
        self.wished.emit(Wish(str(path), title, self.title_second.text().strip(), self.day.text().strip()))


def _today() -> str:
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)
