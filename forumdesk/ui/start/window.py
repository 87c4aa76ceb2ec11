"""The start page: what was open last, and the ways to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.words import Words
from forumdesk.ui import icons, typeface
from forumdesk.ui.parts.notice import Notice
from forumdesk.ui.parts.text import Label
from forumdesk.ui.rail import Mark
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.start.recent_list import RecentList
from forumdesk.ui.theme import Theme, chosen_theme, palette

SIZE, SIDE, BUTTONS = QSize(880, 600), 40, 232
WAYS = {
    "new": ("file-plus", "Ctrl+N"),
    "open": ("folder-open", "Ctrl+O"),
    "duplicate": ("calendar-clock", "Ctrl+Shift+N"),
    "sample": ("presentation", "Ctrl+Alt+O"),
}
"""The ways to begin: icon and keys, the same as in the desk's menu."""


class StartWindow(QWidget):
    """Recent files at the left, ways to begin at the right.

    `opened` says a file was chosen, `elsewhere` asks for `new`, `open`, `sample`, or to
    `duplicate` the chosen file.
    """

    opened = Signal(str)
    elsewhere = Signal(str)

    def __init__(self, words: Words, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("ForumDesk")
        self.resize(SIZE)
        self.setMinimumSize(640, 420)
        self.screen_of = Screen(words)
        QApplication.setFont(typeface.face(words.language))
        theme = chosen_theme(settings)
        self.notice = Notice(theme)
        self.title, self.heading, self.empty = Label("title"), Label("section"), Label("empty")
        self.files = RecentList()
        self.files.opened.connect(self.opened)
        self.files.forgotten.connect(self._on_forgotten)
        self.files.currentRowChanged.connect(self._on_chosen)
        self.ways = {name: QPushButton() for name in WAYS}
        for name, button in self.ways.items():
            button.setFixedWidth(BUTTONS)
            button.clicked.connect(partial(self.elsewhere.emit, name))
            QShortcut(QKeySequence(WAYS[name][1]), self, button.click)
        self.ways["new"].setProperty("primary", True)
        self._on_chosen()
        self._arrange()
        self._speak()
        self._wear(theme)

    def refresh(self) -> None:
        """List the files opened last."""
        from forumdesk.app.recent import recent_files

        files = recent_files()
        self.files.show_files(files, self.screen_of)
        self.files.setVisible(bool(files))
        self.empty.setVisible(not files)
        if files:
            self.files.setFocus()
        else:
            self.ways["sample"].setFocus()

    def _speak(self) -> None:
        screen = self.screen_of
        self.title.setText("ForumDesk")
        self.heading.setText(screen.say("Recent events"))
        self.files.setAccessibleName(screen.say("Recent events"))
        self.empty.setText(screen.say("Events you open are listed here. To look around, open the sample forum."))
        self.notice.name_close(screen.say("Close"))
        names = {
            "new": screen.say("New event…"),
            "open": screen.say("Open…"),
            "duplicate": screen.say("Duplicate for the next event…"),
            "sample": screen.say("Open the sample forum"),
        }
        for way, button in self.ways.items():
            button.setText(names[way])
            button.setAccessibleName(names[way])

    def _wear(self, theme: Theme) -> None:
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.files.wear(theme)
        self.notice.wear(theme)
        self.mark.wear(theme)
        for (icon, _), button in zip(WAYS.values(), self.ways.values(), strict=True):
            primary = bool(button.property("primary"))
            button.setIcon(icons.icon(icon, "#FFFFFF" if primary else theme.ink_2, 16))

    def _arrange(self) -> None:
        self.mark = Mark()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.mark)
        head.addWidget(self.title)
        head.addStretch(1)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.heading)
        left.addWidget(self.files, 1)
        left.addWidget(self.empty, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addSpacing(32)
        for button in self.ways.values():
            right.addWidget(button)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(SIDE)
        middle.addLayout(left, 1)
        middle.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 32, SIDE, 24)
        column.setSpacing(24)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.notice)

    def _on_chosen(self) -> None:
        self.ways["duplicate"].setEnabled(bool(self.files.chosen))

    def _on_forgotten(self, path: str) -> None:
        from forumdesk.app.recent import forget

        forget(path)
        self.refresh()
