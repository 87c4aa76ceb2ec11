"""A choice of a few, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segment(QWidget):
    """Joined buttons of which one is chosen; each has a code. `chosen` tells the code of a button that is pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.code))
        self._buttons: dict[str, QPushButton] = {}

    @property
    def code(self) -> str:
        """The code of what is chosen."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (code, word) pairs; what was chosen stays so, else the first one is."""
        before = self.code
        if list(self._buttons) != [code for code, _ in choices]:
            self._make([code for code, _ in choices])
        for code, word in choices:
            self._buttons[code].setText(word)
            self._buttons[code].setAccessibleName(word)
            self._hold_width(self._buttons[code])
        if not self.code:
            self._buttons[before if before in self._buttons else choices[0][0]].setChecked(True)

    def button(self, code: str) -> QPushButton:
        """The button for a code."""
        return self._buttons[code]

    def choose(self, code: str | None) -> None:
        """Choose one, or none."""
        self._group.setExclusive(code is not None)
        for each, button in self._buttons.items():
            button.setChecked(each == code)
        self._group.setExclusive(True)

    def _make(self, codes: Sequence[str]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()  # it is gone only when the event loop comes round
            button.deleteLater()
        self._buttons.clear()
        for place, code in enumerate(codes):
            button = QPushButton()
            button.setCheckable(True)
            end = "first" if place == 0 else "last" if place == len(codes) - 1 else "middle"
            button.setProperty("segment", end)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[code] = button

    def _hold_width(self, button: QPushButton) -> None:
        """The chosen word is bold: leave room for it, so that nothing moves."""
        font = button.font()
        font.setBold(True)
        button.setMinimumWidth(QFontMetrics(font).horizontalAdvance(button.text()) + 28)
