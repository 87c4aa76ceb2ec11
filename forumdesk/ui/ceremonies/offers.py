"""What is offered while somebody types: people and organisations that are known, or a few states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from shiboken6 import isValid

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP

if TYPE_CHECKING:
    from forumdesk.store.screens.typed_names import Offer
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.screen import Screen

Answer = Callable[[Sequence[str]], None]


class Offers(Protocol):
    """Something that completes a text."""

    def ask(self, typed: str, answer: Answer) -> None:
        """Say what the text could become: now, or when it is found."""


class NoSuchState(Refused):
    """A state is one of a few words. Facts: typed, known."""

    code = "no-such-state"
    sentence = NOOP("“{typed}” is none of the states: {known}.")


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


class States:
    """A few codes with their words."""

    def __init__(self, words: dict[str, str], screen: Screen) -> None:
        self._words, self.screen = words, screen

    def ask(self, typed: str, answer: Answer) -> None:
        """All of them, as long as nothing else is typed."""
        words = [self.word(code) for code in self._words]
        answer([word for word in words if typed.strip() in word] if typed not in words else words)

    def word(self, code: str) -> str:
        """What a code is called."""
        return self.screen.words.say(self._words.get(code, code))

    def code(self, typed: str) -> str:
        """The code of a word; `NoSuchState` for any other."""
        for code in self._words:
            if typed.strip() in (self.word(code), code):
                return code
        raise NoSuchState(typed=typed, known=self.screen.say(", ").join(self.word(code) for code in self._words))


class OfferEdit(QLineEdit):
    """A line that offers what it could become; `taken` when one of the offers is chosen."""

    taken = Signal()

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers, self._list = offers, QStringListModel(self)
        completer = QCompleter(self._list, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        self.textEdited.connect(self._ask)
        completer.activated.connect(self._on_chosen)
        self.returnPressed.connect(self._on_return)

    @property
    def offered(self) -> list[str]:
        """What is offered now."""
        return list(self._list.stringList())

    def _ask(self, typed: str) -> None:
        self._offers.ask(typed, lambda words: self._offer(typed, words))

    def _offer(self, typed: str, words: Sequence[str]) -> None:
        if not isValid(self) or self.text() != typed:
            return  # somebody went on typing, or away
        self._list.setStringList(list(words))
        if words and self.hasFocus():
            self.completer().complete()
        else:
            self._popup.hide()

    def _on_chosen(self, word: str) -> None:
        self.setText(word)
        self.setModified(True)
        self.taken.emit()

    def _on_return(self) -> None:
        if not (self._popup.isVisible() and self._popup.currentIndex().isValid()):
            self._popup.hide()
            self.taken.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A few states are offered at once."""
        super().focusInEvent(event)
        if isinstance(self._offers, States) and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._ask(self.text())
