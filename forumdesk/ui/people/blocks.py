"""What cards are made of: headed blocks, labelled fields, links and small buttons."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.ui import icons
from forumdesk.ui.parts.field import INSET
from forumdesk.ui.parts.text import Label, plain
from forumdesk.ui.theme import Theme

ICON, SIDE = 15, 24


class IconButton(QToolButton):
    """An icon with a name for the tool tip and the screen reader."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(SIDE, SIDE)
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def name(self, word: str) -> None:
        """How it is called."""
        self.setAccessibleName(word)
        self.setToolTip(plain(word))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setIcon(icons.icon(self._picture, theme.ink_2, ICON, disabled=theme.disabled))


class Link(QPushButton):
    """A button that reads as a link, on one line that ends in an ellipsis where it has no room."""

    def __init__(self, text: str = "", *, trouble: bool = False) -> None:
        super().__init__()
        self.full = ""
        self.setProperty("link", True)
        if trouble:
            self.setProperty("tone", "trouble")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name(text)

    def name(self, text: str) -> None:
        """What it says and how it is called."""
        self.full = text
        self.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all it says."""
        return QSize(self.fontMetrics().horizontalAdvance(self.full) + 10, 24)

    def minimumSizeHint(self) -> QSize:
        """A few characters will do."""
        return QSize(24, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, max(self.width() - 8, 8))
        self.setText(fits.replace("&", "&&"))
        self.setToolTip(plain(self.full) if fits != self.full else "")
        self.updateGeometry()


class Block(QWidget):
    """A part of a card under a hairline: heading, count, what stands at the right, and below it the body."""

    def __init__(self, *tools: QWidget) -> None:
        super().__init__()
        self.heading, self.count = Label("heading"), Label("amount")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        rule = QFrame()
        rule.setObjectName("rule")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(INSET, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        for tool in tools:
            head.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(rule)
        column.addWidget(self._head)
        column.addLayout(self.body)

    def be_bare(self) -> None:
        """Have no heading."""
        self._head.hide()


class Labelled(QWidget):
    """A field with its label above it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.label, self.field = Label("label"), field
        self.label.setIndent(INSET)
        self.label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(field)
        self.setFocusProxy(field)

    def name(self, word: str) -> None:
        """Name the field, for eyes and for screen readers."""
        self.label.setText(word)
        self.field.setAccessibleName(word)


def side_by_side(*parts: QWidget) -> QHBoxLayout:
    """Parts of equal width on one line."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


def in_reading_order(*parts: QWidget) -> None:
    """Let Tab go from one to the next: what is made later would come last on the page."""
    for one, following in pairwise(parts):
        QWidget.setTabOrder(one, following)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; what is in it goes when nobody uses it any more."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
