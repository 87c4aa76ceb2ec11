"""The field in which a cell of a sheet is typed, with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

ITEM_HEIGHT, LEAST_WIDTH = 28, 132


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
    """A line of text. Where there are choices they are listed below, those that hold what is typed."""

    left = Signal(object)

    def __init__(self, choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.stands_for_many = False
        self._choices, self._room = list(choices), parent
        self.list = QListWidget(parent)
        self.list.setObjectName("choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(self._on_clicked)
        self.textEdited.connect(self._offer)
        self.destroyed.connect(self.list.deleteLater)

    @property
    def meant(self) -> str:
        """What is typed; of choices, the first that holds it."""
        typed = self.text()
        if not typed.strip() or typed in self._choices:
            return typed
        return next(iter(self._fitting(typed)), typed)

    def stand_for_many(self, word: str) -> None:
        """Be empty, and say so: what is typed goes into all that is chosen, and nothing typed changes nothing."""
        self.stands_for_many = True
        self.setPlaceholderText(word)

    def _fitting(self, typed: str) -> list[str]:
        return [choice for choice in self._choices if typed.strip().casefold() in choice.casefold()]

    def _offer(self, typed: str = "") -> None:
        """List the choices, below the field or, where there is no room, above it."""
        fitting = self._fitting(typed)
        if not fitting:
            self.list.hide()
            return
        self.list.clear()
        self.list.addItems(fitting)
        if self.text() in fitting:
            self.list.setCurrentRow(fitting.index(self.text()))
        field, height = self.geometry(), len(fitting) * ITEM_HEIGHT + 4
        below = field.bottom() + 4 + height <= self._room.height()
        top = field.bottom() + 4 if below else field.top() - 4 - height
        self.list.setGeometry(QRect(field.left(), top, max(field.width(), LEAST_WIDTH), height))
        self.list.show()
        self.list.raise_()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.setText(item.text())
        self.left.emit(Leave.DOWN)

    def event(self, event: QEvent) -> bool:
        """Leave by the keys of a spreadsheet; Up and Down go through the choices."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.list.isVisible() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                self.setText(self.list.currentItem().text())
                return True
            to = leaving(event)
            if to is not None:
                event.accept()
                self.left.emit(to)
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """All choices are there at first."""
        super().showEvent(event)
        self._offer()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The list goes where the field goes."""
        super().moveEvent(event)
        if self.list.isVisible():
            self._offer(self.text() if self.isModified() else "")

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the field."""
        super().hideEvent(event)
        self.list.hide()
