"""The field in which a cell of a sheet is typed, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


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


class CellField(QLineEdit):
    """A line of text. Where there are choices it lists those that hold what is typed, and all at first."""

    left = Signal(object)

    def __init__(self, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        if choices:
            completer = QCompleter(self._choices, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self._on_chosen)
            self.setCompleter(completer)
            QTimer.singleShot(0, self, self._offer)

    @property
    def meant(self) -> str:
        """What is typed; of choices, the first that holds it."""
        typed = self.text()
        if not typed.strip() or typed in self._choices:
            return typed
        return next((choice for choice in self._choices if typed.strip().casefold() in choice.casefold()), typed)

    @property
    def is_offering(self) -> bool:
        """Whether the list of choices is open."""
        popup = self.completer().popup() if self._choices else None
        return popup is not None and popup.isVisible()

    def _offer(self) -> None:
        if not self.isModified() and self.hasFocus():
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def _on_chosen(self, choice: str) -> None:
        self.setText(choice)
        self.left.emit(Leave.DOWN)

    def event(self, event: QEvent) -> bool:
        """Leave by the keys of a spreadsheet; the list of choices hands its keys here, too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            to = leaving(event)
            if to is not None:
                event.accept()
                self.left.emit(to)
                return True
        return super().event(event)
