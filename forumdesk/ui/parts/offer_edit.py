"""A field that lists what the text in it could become."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

ITEM_HEIGHT, LEAST_WIDTH = 28, 132
Answer = Callable[[Sequence[str]], None]


class Offers(Protocol):
    """Something that completes a text; `at_once`: before anything is typed."""

    at_once: bool

    def ask(self, typed: str, answer: Answer) -> None:
        """Say what the text could become: now, or when it is found."""


class Fixed:
    """A few words."""

    at_once = True

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)

    def ask(self, typed: str, answer: Answer) -> None:
        """All of them, as long as nothing else is typed."""
        answer(self.words if typed in self.words else self.holding(typed))

    def holding(self, typed: str) -> list[str]:
        """The words that hold what is typed."""
        return [word for word in self.words if typed.strip().casefold() in word.casefold()]


class OfferEdit(QLineEdit):
    """A line that lists what it could become; `taken` when one of these is clicked.

    Up and Down go through the list. It lies in the window itself, so that no pane cuts it off.
    """

    taken = Signal()

    def __init__(self, offers: Offers | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._on_clicked)
        self.textEdited.connect(self._ask)
        self.destroyed.connect(self.list.deleteLater)

    @property
    def offered(self) -> list[str]:
        """What is offered now."""
        return [self.list.item(place).text() for place in range(self.list.count())]

    def _ask(self, typed: str) -> None:
        if self._offers is not None:
            self._offers.ask(typed, lambda words: self._offer(typed, words))

    def _offer(self, typed: str, words: Sequence[str]) -> None:
        if not isValid(self) or self.text() != typed:
            return  # somebody went on typing, or away
        self.list.clear()
        self.list.addItems(list(words))
        if not (words and self.hasFocus()):
            self.list.hide()
            return
        if typed in words:
            self.list.setCurrentRow(list(words).index(typed))
        self.place_list()

    def place_list(self) -> None:
        """Lie below the field or, where there is no room, above it."""
        window, lines = self.window(), self.list.count()
        self.list.setParent(window)
        corner, height = self.mapTo(window, QPoint(0, 0)), lines * ITEM_HEIGHT + 4
        below = corner.y() + self.height() + 4
        top = below if below + height <= window.height() else corner.y() - 4 - height
        width = max(self.width(), self.list.sizeHintForColumn(0) + 16, LEAST_WIDTH)
        self.list.setGeometry(QRect(min(corner.x(), window.width() - width - 4), top, width, height))
        self.list.show()
        self.list.raise_()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.setText(item.text())
        self.setModified(True)
        self.list.hide()
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through what is offered; Escape first closes it."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.list.isVisible():
            count, row = self.list.count(), self.list.currentRow()
            self.list.setCurrentRow((row + step) % count if row >= 0 else (0 if step > 0 else count - 1))
            self.setText(self.list.currentItem().text())
            self.setModified(True)
        elif event.key() == Qt.Key.Key_Escape and self.list.isVisible():
            self.list.hide()
        else:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.hide()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A few choices are offered at once."""
        super().focusInEvent(event)
        if self._offers is not None and self._offers.at_once:
            self._ask(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the keyboard."""
        super().focusOutEvent(event)
        self.list.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the field."""
        super().hideEvent(event)
        self.list.hide()
