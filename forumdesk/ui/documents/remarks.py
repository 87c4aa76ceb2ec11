"""What somebody should look at before a document goes out, by person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.words import Term
from forumdesk.ui import icons
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.app.printing.making import Printed

HEIGHT, ICON = 176, 16
MOST = 100
"""Remarks that are listed; of more, only their number is said."""


class Remarks(QWidget):
    """A heading with a count, and below it who and what. Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._theme, self._printed = LIGHT, None
        self.heading, self.count = Label("heading"), Label("label")
        self._lines: list[tuple[str, str]] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._area)
        self.hide()

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Who and what, as it is listed."""
        return self._lines

    def show_printed(self, printed: Printed | None, screen: Screen) -> None:
        """List what is to be looked at."""
        self.heading.setText(screen.say("Before printing"))
        self._area.setAccessibleName(screen.say("Before printing"))
        self._lines = list(_lines(printed, screen)) if printed else []
        self.count.setText(str(len(self._lines)))
        self._fill()
        self.setVisible(bool(self._lines))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        inside.setObjectName("remarks")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for who, what in self._lines[:MOST]:
            column.addLayout(self._remark(who, what))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setFixedHeight(min(HEIGHT, inside.sizeHint().height()))

    def _remark(self, who: str, what: str) -> QHBoxLayout:
        mark, name, text = Label(), Label(), Label("second")
        mark.setPixmap(icons.picture("circle-alert", self._theme.amber, ICON, self.devicePixelRatioF()))
        for label, words in ((name, who), (text, what)):
            label.setText(words)
            label.setWordWrap(True)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(name)
        words_column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_column, 1)
        return row


def _lines(printed: Printed, screen: Screen) -> Iterator[tuple[str, str]]:
    for who, what in printed.shrunk:
        yield who, screen.say("The {field} stands at its smallest size.", field=Term(what))
    for who, characters in printed.missing_characters:
        yield who, screen.say("No font has {characters}; a box stands for it.", characters=characters)
