"""What is offered while somebody types: people and organisations that are known, or a few choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from forumdesk.app.wording import NoSuchChoice

if TYPE_CHECKING:
    from forumdesk.store.screens.typed_names import Offer
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.screen import Screen

ITEM_HEIGHT = 28
Answer = Callable[[Sequence[str]], None]


class Offers(Protocol):
    """Something that completes a text."""

    def ask(self, typed: str, answer: Answer) -> None:
        """Say what the text could become: now, or when it is found."""


class Names:
    """Names of the event, found on the thread that reads it. What was offered once is known by its words."""

    def __init__(
        self, operations: Operations, like: Callable[[Look, str], tuple[Offer, ...]], screen: Screen
    ) -> None:
        self._operations, self._like, self.screen = operations, like, screen
        self._known: dict[str, UUID] = {}

    def ask(self, typed: str, answer: Answer) -> None:
        """Look for names that hold what is typed."""
        wanted = typed.strip()
        if not wanted:
            answer([])
            return
        self._operations.look(lambda look: self._like(look, wanted), lambda found: answer(self._words(found)))

    def chosen(self, typed: str) -> UUID | None:
        """The one that was offered in these words."""
        return self._known.get(typed.strip())

    def _words(self, found: tuple[Offer, ...]) -> list[str]:
        names = [self.screen.text(each.name) for each in found]
        often = Counter(names)
        words: list[str] = []
        for each, name in zip(found, names, strict=True):
            where = self.screen.text(each.where)
            word = f"{name} · {where}" if often[name] > 1 and where else name
            self._known[word] = each.id
            words.append(word)
        return words


class Choices:
    """A few codes with their words."""

    def __init__(self, words: dict[str, str], screen: Screen) -> None:
        self.words, self.screen = words, screen

    def ask(self, typed: str, answer: Answer) -> None:
        """All of them, as long as nothing else is typed."""
        words = [self.word(code) for code in self.words]
        holding = [word for word in words if typed.strip().casefold() in word.casefold()]
        answer(words if typed in words else holding)

    def word(self, code: str) -> str:
        """What a code is called."""
        return self.screen.words.say(self.words.get(code, code))

    def code(self, typed: str) -> str:
        """The code of a word; `NoSuchChoice` for any other."""
        for code in self.words:
            if typed.strip() in (self.word(code), code):
                return code
        raise NoSuchChoice(typed=typed, choices=self.screen.say(", ").join(self.word(code) for code in self.words))


class OfferEdit(QLineEdit):
    """A line that lists what it could become; `taken` when one of these is clicked.

    Up and Down go through the list. It lies in the window itself, so that no pane cuts it off.
    """

    taken = Signal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
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
        self._place(len(words))

    def _place(self, lines: int) -> None:
        """Lie below the field or, where there is no room, above it."""
        window = self.window()
        self.list.setParent(window)
        corner, height = self.mapTo(window, QPoint(0, 0)), lines * ITEM_HEIGHT + 4
        below = corner.y() + self.height() + 4
        top = below if below + height <= window.height() else corner.y() - 4 - height
        width = max(self.width(), self.list.sizeHintForColumn(0) + 16)
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
        if isinstance(self._offers, Choices):
            self._ask(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the keyboard."""
        super().focusOutEvent(event)
        self.list.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the field."""
        super().hideEvent(event)
        self.list.hide()
