"""What became of a document that is one piece: how often it was printed, and what has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.app.printing.record import Past

ICON, MOST = 16, 6
"""How many changes are told before the rest is only counted."""


class PastNote(QWidget):
    """Hidden while the document was never printed."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.mark, self.said, self.changes = Label(), Label("second"), Label("second")
        for label in (self.said, self.changes):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.said)
        words.addWidget(self.changes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_past(self, past: Past | None, screen: Screen) -> None:
        """Say what became of it."""
        self.setVisible(past is not None)
        if past is None:
            return
        from forumdesk.app.printing.stock import said

        self.mark.setVisible(past.stale)
        text = said(past, screen.words)
        self.said.setText(text[:1].upper() + text[1:])
        lines = [change.say(screen.words) for change in past.changes[:MOST]]
        if len(past.changes) > MOST:
            lines.append(screen.say("{count} more", count=len(past.changes) - MOST))
        self.changes.setText("\n".join(lines))
        self.changes.setVisible(bool(lines))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.mark.setPixmap(icons.picture("circle-alert", theme.amber, ICON, self.devicePixelRatioF()))
