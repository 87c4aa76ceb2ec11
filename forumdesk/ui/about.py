"""What the program is made of, in a window: versions to quote, and the licence of every part."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.app.about import parts, versions
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme

WIDTH, HEIGHT, LIST, MARK = 760, 520, 260, 48


class AboutDialog(QDialog):
    """The mark and the versions above; below, every part and its licence."""

    def __init__(self, theme: Theme, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(style_sheet(theme))
        self.setWindowTitle(screen.say("About ForumDesk"))
        self.resize(WIDTH, HEIGHT)
        mark, name, self.versions = Label("section"), Label("section"), Label("second")
        mark.setPixmap(QApplication.windowIcon().pixmap(MARK, MARK))
        told = versions()
        name.setText(f"ForumDesk {told.pop('ForumDesk')}")
        self.versions.setText(" · ".join(f"{what} {version}" for what, version in told.items()))
        self.versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what = Label("second")
        what.setText(
            screen.say("The desk for forum organisers. It stands on the work of others, under these licences:")
        )
        self._parts = parts()
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.list.setAccessibleName(screen.say("Parts"))
        self.list.setObjectName("contents")
        self.list.setFixedWidth(LIST)
        self.list.addItems([f"{part.name} {part.version}".strip() for part in self._parts])
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(screen.say("Licence"))
        self.list.currentRowChanged.connect(self._on_part)
        self.list.setCurrentRow(0)
        leave = QPushButton(screen.say("Close"))
        leave.clicked.connect(self.close)
        leave.setDefault(True)

        head, names = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(16)
        names.setSpacing(2)
        head.addWidget(mark)
        names.addStretch(1)
        names.addWidget(name)
        names.addWidget(self.versions)
        names.addStretch(1)
        head.addLayout(names, 1)
        both, buttons = QHBoxLayout(), QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list)
        both.addWidget(self.text, 1)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(what)
        column.addLayout(both, 1)
        column.addLayout(buttons)

    def _on_part(self, row: int) -> None:
        part = self._parts[row]
        self.text.setPlainText("\n\n".join(filter(None, (part.licence, part.text))))
