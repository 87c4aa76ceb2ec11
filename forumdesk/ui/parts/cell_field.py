"""The field in which a cell of a sheet is typed, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QWidget

from forumdesk.ui.parts.offer_edit import Fixed, OfferEdit, Offers


class Leave(Enum):
    """Where to after a cell was typed."""

    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    EVERYWHERE = auto()
    """Nowhere: the text goes into every selected cell."""
    DISCARD = auto()


_KEYS = {
    Qt.Key.Key_Return: Leave.DOWN,
    Qt.Key.Key_Enter: Leave.DOWN,
    Qt.Key.Key_Down: Leave.DOWN,
    Qt.Key.Key_Up: Leave.UP,
    Qt.Key.Key_Tab: Leave.RIGHT,
    Qt.Key.Key_Backtab: Leave.LEFT,
    Qt.Key.Key_Escape: Leave.DISCARD,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def leaving(event: QKeyEvent) -> Leave | None:
    """What a key means in a field, if it leaves it."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    if key in _ENTER and modifiers & Qt.KeyboardModifier.ControlModifier:
        return Leave.EVERYWHERE
    if key in _ENTER and modifiers & Qt.KeyboardModifier.ShiftModifier:
        return Leave.UP
    return _KEYS.get(key)


class CellField(OfferEdit):
    """A line of text. What it could become is listed below it: the column's choices, or what its offers find."""

    left = Signal(object)

    def __init__(self, choices: Sequence[str], offers: Offers | None, parent: QWidget) -> None:
        self._choices = Fixed(choices)
        super().__init__(self._choices if choices else offers, parent)
        self.stands_for_many = False
        self.taken.connect(lambda: self.left.emit(Leave.DOWN))

    @property
    def meant(self) -> str:
        """What is typed; of choices, the first that holds it."""
        typed = self.text()
        if not typed.strip() or typed in self._choices.words:
            return typed
        return next(iter(self._choices.holding(typed)), typed)

    def stand_for_many(self, word: str) -> None:
        """Be empty, and say so: what is typed goes into all that is chosen, and nothing typed changes nothing."""
        self.stands_for_many = True
        self.setPlaceholderText(word)

    def event(self, event: QEvent) -> bool:
        """Leave by the keys of a spreadsheet; Up and Down go through what is offered."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chooses = self.list.isVisible() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            to = None if chooses else leaving(event)
            if to is not None:
                event.accept()
                self.left.emit(to)
                return True
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list goes where the field goes."""
        super().moveEvent(event)
        if self.list.isVisible():
            self.place_list()
