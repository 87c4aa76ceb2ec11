"""Beginning an event, or the next one: its title in both languages, its day, and the file it goes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.base import places
from forumdesk.base.errors import Trouble
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import long_language

if TYPE_CHECKING:
    from forumdesk.app.duplicating import Proposal

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
    """Three fields, filled in where the next event is `proposed`.

    `wished` says what is to be founded; whoever does it closes the dialog or refuses.
    """

    wished = Signal(object)

    def __init__(self, screen: Screen, parent: QWidget, proposed: Proposal | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.setWindowTitle(screen.say("Duplicate for the next event") if proposed else screen.say("New event"))
        self.setFixedWidth(WIDTH)
        self.title, self.title_second, self.day = QLineEdit(), QLineEdit(), QLineEdit(_today())
        if proposed:
            self.title.setText(proposed.title.first)
            self.title_second.setText(proposed.title.second)
            self.day.setText(proposed.starts.isoformat())
        self.trouble = Label("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.create_file, self._cancel = QPushButton(screen.say("Choose a file and begin…")), QPushButton()
        self.create_file.setProperty("primary", True)
        self.create_file.setDefault(True)
        self.create_file.setEnabled(bool(proposed))
        self.create_file.clicked.connect(self._on_create)
        self._cancel.setText(screen.say("Cancel"))
        self._cancel.clicked.connect(self.close)
        self.title.textChanged.connect(lambda text: self.create_file.setEnabled(bool(text.strip())))
        self._arrange(proposed)

    def refuse(self, trouble: Trouble) -> None:
        """Say why it cannot be founded so; what was typed stays."""
        self.trouble.setText(trouble.say(self._screen.words))
        self.trouble.show()
        self.create_file.setEnabled(True)

    def _arrange(self, proposed: Proposal | None) -> None:
        screen = self._screen
        head = Label("title")
        head.setText(self.windowTitle())
        carried = Label("second")
        carried.setWordWrap(True)
        carried.setText(
            screen.say(
                "People, organisations, the order of rank, halls and the shape of the agenda carry over; who spoke, "
                "signed or came, the script and what was printed do not. The old event stays as it is."
            )
        )
        carried.setVisible(bool(proposed))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(carried)
        column.addSpacing(12)
        languages = proposed.languages if proposed else ("zh", "en")
        first, second = (
            screen.say("{field} in {language}", field=screen.say("Event title"), language=long_language(code, screen))
            for code in languages
        )
        for field, word in ((self.title, first), (self.title_second, second), (self.day, screen.say("First day"))):
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

    def _on_create(self) -> None:
        title = self.title.text().strip()
        name = re.sub(r'[\x00-\x1f/\\:*?"<>|]', " ", title).strip() or "forum"
        folder = places.documents()
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
