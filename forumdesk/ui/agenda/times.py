"""When an item is: start, length, end and the gap before it, each a field that re-times the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.rules.timing import MIDNIGHT, clock
from forumdesk.ui import wording
from forumdesk.ui.agenda.buttons import IconButton
from forumdesk.ui.agenda.model import MOST_MINUTES
from forumdesk.ui.parts.field import INSET, ChoiceField, LineField, NumberField, name_field
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.agenda_item import ItemCard

CLOCK_WIDTH, NUMBER_WIDTH = 54, 48
_CLOCK = re.compile(r"(\d{1,2})[:：.]?(\d{2})")


class NoTime(Refused):
    """A text is no time of day. Facts: typed."""

    code = "no-time"
    sentence = NOOP("“{typed}” is no time: write it as 09:30.")


class EndsTooEarly(Refused):
    """An item ends after it starts. Facts: start."""

    code = "ends-too-early"
    sentence = NOOP("The item starts at {start}: it must end later than that.")


def read_clock(text: str) -> int:
    """Minutes after midnight of “9:30” or “0930”; raises `NoTime`."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise NoTime(typed=text)
    return int(match[1]) * 60 + int(match[2])


def behind_midnight(minute: int, start: int) -> int:
    """The minute of the clock that lies nearest to an item's start: a day may go on past midnight."""
    return min((minute, minute + MIDNIGHT), key=lambda each: abs(each - start))


class Times(QWidget):
    """Start with its pin, length, end, gap with its shield; below, the language."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row: AgendaRow | None = None
        self.labels = {name: Label("label") for name in ("start", "length", "end", "gap", "language")}
        self.start, self.end = LineField(read_clock, clock), LineField(read_clock, clock)
        self.length, self.gap = NumberField(1, MOST_MINUTES), NumberField(0, MOST_MINUTES)
        self.pin, self.shield = IconButton("pin", "link-2"), IconButton("shield")
        self.language, self.interpreted = ChoiceField(), QPushButton()
        self.start.begin(0)
        self.end.begin(0)
        for field in (self.start, self.end):
            field.setFixedWidth(CLOCK_WIDTH)
        for number in (self.length, self.gap):
            number.setFixedWidth(NUMBER_WIDTH)
        for button in (self.pin, self.shield, self.interpreted):
            button.setCheckable(True)
        self.interpreted.setProperty("toggle", True)
        self._lay_out()
        self._connect()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        name_field(self.labels["start"], self.start, screen.say("Start"))
        name_field(self.labels["length"], self.length, screen.say("Minutes"))
        name_field(self.labels["end"], self.end, screen.say("End"))
        name_field(self.labels["gap"], self.gap, screen.say("Gap before"))
        name_field(self.labels["language"], self.language, screen.say("Language"))
        self.pin.name(screen.say("Fixed start"))
        self.shield.name(screen.say("Protect the gap from delays"))
        self.interpreted.setText(screen.say("Interpreted"))
        self.interpreted.setToolTip(screen.say("Consecutive interpretation: everything is said twice"))
        self._screen = screen
        self.language.offer([(code, wording.long_language(code, screen)) for code in wording.LANGUAGES])

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.pin.wear(theme)
        self.shield.wear(theme)

    def show_item(self, row: AgendaRow, card: ItemCard, *, anew: bool) -> None:
        """Show an item's times; `anew`: it is another item than before."""
        self._row = row
        numbers = row.start, row.minutes, row.end, card.gap
        for field, value in zip((self.start, self.length, self.end, self.gap), numbers, strict=True):
            if anew:
                field.begin(value)
            else:
                field.show_value(value)
        self.language.show_value(row.language)
        self.pin.setChecked(row.fixed)
        self.shield.setChecked(card.protected)
        self.shield.setEnabled(card.gap > 0 or card.protected)
        self.interpreted.setChecked(card.interpreted)
        self.wear(self._theme)

    def finish(self) -> None:
        """Take what is typed."""
        for field in (self.start, self.length, self.end, self.gap):
            field.finish()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for place, (name, field, button) in enumerate(
            (("start", self.start, self.pin), ("length", self.length, None), ("end", self.end, None),
             ("gap", self.gap, self.shield))
        ):  # fmt: skip
            self.labels[name].setContentsMargins(INSET, 0, 0, 0)
            grid.addWidget(self.labels[name], 0, place)
            cell = QHBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(field)
            if button:
                cell.addWidget(button)
            cell.addStretch(1)
            grid.addLayout(cell, 1, place)
            grid.setColumnStretch(place, 1)
        self.labels["language"].setContentsMargins(INSET, 0, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.labels["language"])
        line.addWidget(self.language)
        line.addWidget(self.interpreted)
        line.addStretch(1)
        grid.addLayout(line, 2, 0, 1, 4)

    def _connect(self) -> None:
        for field in (self.start, self.end, self.length, self.gap):
            field.refused.connect(self.refused.emit)
        self.start.changed.connect(self._on_start)
        self.end.changed.connect(self._on_end)
        self.length.changed.connect(lambda minutes: self._edit(minutes=minutes))
        self.gap.changed.connect(lambda gap: self._edit(gap=gap))
        self.language.changed.connect(lambda language: self._edit(language=language))
        self.pin.clicked.connect(lambda on: self._edit(fixed_start=self._row.start if on and self._row else None))
        self.shield.clicked.connect(lambda on: self._edit(protected=on))
        self.interpreted.clicked.connect(lambda on: self._edit(interpreted=on))

    def _on_start(self, minute: int) -> None:
        if self._row is not None:
            self._edit(fixed_start=behind_midnight(minute, self._row.start))

    def _on_end(self, minute: int) -> None:
        if self._row is None:
            return
        minutes = behind_midnight(minute, self._row.start) - self._row.start
        if minutes < 1:
            self.end.begin(self._row.end)
            self.refused.emit(EndsTooEarly(start=clock(self._row.start)))
            return
        self._edit(minutes=minutes)

    def _edit(self, **what: object) -> None:
        import msgspec

        from forumdesk.app.commands.agenda import EditItem

        if self._row is not None:
            self.asked.emit(msgspec.structs.replace(EditItem(id=self._row.id), **what))
