"""The line of a ceremony's own facts: batch, announced count, device, countdown and the rule of the rostrum."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.ui.ceremonies.states import HANDS
from forumdesk.ui.parts.field import INSET, ChoiceField, LineField, name_field, whole_number
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow

WIDTHS = {"batch": 120, "announced": 72, "device": 176, "countdown": 88, "second_at": 232}
"""px at the most; a longer text scrolls in its field."""

LEAST = 64
COUNTED_ALOUD = ("launch", "unveiling")


class Facts(QWidget):
    """Labelled fields side by side. Each change is a command, said by `asked`."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CeremonyRow | None = None
        self.batch, self.device = LineField(), LineField()
        self.announced = LineField(_optional(whole_number(0, 10_000)), _written)
        self.countdown = LineField(_optional(whole_number(1, 60)), _written)
        self.second_at = ChoiceField()
        for field in (self.batch, self.device, self.announced, self.countdown):
            field.setPlaceholderText("–")
        self._fields = {name: getattr(self, name) for name in WIDTHS}
        self._labels = {name: Label("label") for name in WIDTHS}
        self._blocks: dict[str, QWidget] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for name, field in self._fields.items():
            line.addWidget(self._block(name, field))
        line.addStretch(1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        if self._row is not None:
            self.finish()
        self._screen = screen
        words = {
            "batch": screen.say("Batch"),
            "announced": screen.say("Announced"),
            "device": screen.say("Device"),
            "countdown": screen.say("Countdown, s"),
            "second_at": screen.say("Rostrum order"),
        }
        for name, word in words.items():
            name_field(self._labels[name], self._fields[name], word)
        self.second_at.offer([(code, screen.words.say(word)) for code, word in HANDS.items()])
        if self._row is not None:
            self._begin(self._row)

    def finish(self) -> None:
        """Take what is typed in any of them."""
        for field in self._fields.values():
            field.finish()

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a ceremony, or news of it."""
        same = self._row is not None and self._row.id == row.id
        if same:
            self._row = row
            for name, value in self._values(row).items():
                self._fields[name].show_value(value)
        else:
            self.finish()
            self._row = row
            self._begin(row)
        self._blocks["countdown"].setVisible(row.kind in COUNTED_ALOUD)
        self._blocks["second_at"].setVisible(row.kind != "signing")
        self.setVisible(row.ceremony is not None)

    def _begin(self, row: CeremonyRow) -> None:
        for name, value in self._values(row).items():
            self._fields[name].begin(value)

    def _values(self, row: CeremonyRow) -> dict[str, Any]:
        screen = self._screen
        return {
            "batch": screen.exactly(row.batch),
            "announced": row.announced,
            "device": screen.exactly(row.device),
            "countdown": row.countdown,
            "second_at": row.second_at,
        }

    def _block(self, name: str, field: QWidget) -> QWidget:
        block, label = QWidget(), self._labels[name]
        label.setIndent(INSET)
        field.setMinimumWidth(min(WIDTHS[name], LEAST))
        field.setMaximumWidth(WIDTHS[name])
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label)
        column.addWidget(field)
        self._blocks[name] = block
        changed, refused = field.changed, getattr(field, "refused", None)  # type: ignore[attr-defined]
        changed.connect(lambda value: self._on_changed(name, value))
        if refused is not None:
            refused.connect(self.refused)
        return block

    def _on_changed(self, name: str, value: Any) -> None:
        from forumdesk.app.commands.ceremonies import EditCeremony

        row = self._row
        if row is None or row.ceremony is None:
            return
        written: dict[str, Any] = {name: value}
        if name in ("batch", "device"):
            before: Text = getattr(row, name)
            written = {name: self._screen.written(before, value)}
        self.asked.emit(EditCeremony(id=row.ceremony, **written))


def _optional(read: Callable[[str], int]) -> Callable[[str], int | None]:
    """Reads a number, or nothing from an empty field."""
    return lambda text: read(text) if text.strip() else None


def _written(number: int | None) -> str:
    return "" if number is None else str(number)
