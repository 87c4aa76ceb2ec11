"""Lengths and sizes typed as numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui.parts.field import LineField


class NoLength(Refused):
    """A number that is none, or out of bounds. Facts: typed, least, most."""

    code = "no-length"
    sentence = NOOP("“{typed}” does not fit here: write a number from {least} to {most}.")


class LengthField(LineField):
    """A number from `least` to `most`, or none where several differ.

    The arrows up and down step it and take it at once, with Shift tenfold.
    """

    def __init__(self, least: float, most: float, step: float) -> None:
        super().__init__(self._number, lambda value: "" if value is None else f"{value:g}")
        self._least, self._most, self._step = least, most, step
        self.begin(max(0.0, least))

    def _number(self, typed: str) -> float:
        try:
            number = float(typed.strip().replace(",", "."))
        except ValueError:
            number = float("nan")
        if not self._least <= number <= self._most:
            raise NoLength(typed=typed, least=f"{self._least:g}", most=f"{self._most:g}")
        return int(number) if isinstance(self._step, int) else round(number, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or type."""
        way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if way is None or self.value is None:
            super().keyPressEvent(event)
            return
        self.finish()
        stride = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        number = min(max(self.value + way * stride * self._step, self._least), self._most)
        self.selectAll()
        self.insert(self.write(round(number, 2)))
        self.finish()
