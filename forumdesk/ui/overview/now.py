"""The line through the picture of a day that says what time it is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

WIDTH, LABEL = 48, 20


class NowLine(QWidget):
    """A line with the time on top. The pointer passes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self._theme = LIGHT
        self.hide()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def stand_at(self, x: int, height: int, text: str) -> None:
        """Stand at `x` px of the picture, over everything."""
        self.text = text
        self.setAccessibleName(text)
        self.setGeometry(x - WIDTH // 2, 0, WIDTH, height)
        self.raise_()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the time and the line."""
        painter, colour = QPainter(self), QColor(self._theme.accent_fill)
        painter.fillRect(QRect(WIDTH // 2 - 1, LABEL, 2, self.height() - LABEL), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRect(0, 0, WIDTH, LABEL), 4, 4)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.drawText(QRect(0, 0, WIDTH, LABEL), Qt.AlignmentFlag.AlignCenter, self.text)
