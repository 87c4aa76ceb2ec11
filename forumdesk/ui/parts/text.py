"""Text from data on the screen: always as it is written, never as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """Plain text. `name` is its object name, by which the style sheet knows it."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)


class ElidedLabel(Label):
    """Plain text on one line that ends in an ellipsis where it has no room."""

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        return QSize(min(48, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def plain(text: str) -> str:
    """A text for places where Qt guesses whether it reads markup, such as tool tips."""
    return RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text
