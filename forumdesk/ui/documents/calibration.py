"""How far a printer misses the place on the paper, in mm; remembered for each printer of this user."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen

MOST = 20.0
LAST = "printer"
"""Remembers the name of the printer used last; the fields are about that one."""

Offset = tuple[float, float]
"""To the right and down, in mm."""


def last_printer(settings: QSettings) -> str:
    """The printer used last, or an empty name."""
    return str(settings.value(LAST) or "")


def offset_of(settings: QSettings, printer: str) -> Offset:
    """How far what a printer prints is to be moved."""
    right, _, down = str(settings.value(_key(printer)) or "").partition(" ")
    try:
        return float(right), float(down)
    except ValueError:
        return 0.0, 0.0


def _key(printer: str) -> str:
    return f"calibration/{printer.replace('/', ' ') or 'default'}"


class Calibration(QWidget):
    """Two fields, to the right and down, for the printer used last."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.label, self.right, self.down = ElidedLabel("second"), Millimetres(), Millimetres()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(6)
        row.addWidget(self.label, 1)
        for arrow, field in (("→", self.right), ("↓", self.down)):
            row.addSpacing(4)
            row.addWidget(_sign(arrow))
            row.addWidget(field)
            field.editingFinished.connect(self._remember)
        row.addWidget(_sign("mm"))
        self.show_printer()

    def show_printer(self) -> None:
        """Show the offset of the printer used last."""
        self.right.value, self.down.value = offset_of(self._settings, last_printer(self._settings))

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        printer = last_printer(self._settings)
        text = screen.say("Offset on {printer}", printer=printer) if printer else screen.say("Offset on paper")
        self.label.setText(text)
        self.label.setToolTip(screen.say("Print a page, measure how far it is off, and enter that here."))
        self.right.setAccessibleName(screen.say("To the right, in mm"))
        self.down.setAccessibleName(screen.say("Down, in mm"))

    def _remember(self) -> None:
        self._settings.setValue(_key(last_printer(self._settings)), f"{self.right.value:g} {self.down.value:g}")


def _sign(text: str) -> Label:
    sign = Label("second")
    sign.setText(text)
    return sign


class Millimetres(QLineEdit):
    """A length of at most so many mm, with a point and one decimal; no other key does anything."""

    def __init__(self) -> None:
        super().__init__()
        validator = QDoubleValidator(-MOST, MOST, 1, self)
        validator.setLocale(QLocale.c())
        self.setValidator(validator)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedSize(56, 28)

    @property
    def value(self) -> float:
        """What is typed; nothing is 0."""
        try:
            return float(self.text())
        except ValueError:
            return 0.0

    @value.setter
    def value(self, mm: float) -> None:
        self.setText(f"{mm:.1f}")
