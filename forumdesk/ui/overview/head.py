"""The head of the overview: the date, how far it is, the event and where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.ui import wording
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

DATE_SIZE, SIDE_SIZE = 28, 15
HEIGHT = 40


class DayHead(QWidget):
    """The date big, what is on at the right of it, and at the far right the days to choose from and to go."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.date, self.weekday = Label(), Label()
        self.title, self.place = ElidedLabel(), ElidedLabel()
        self.days = Segment()
        self.before, self.number, self.after = Label(), Label(), Label()
        self._bars = [_Bar(), _Bar()]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.date)
        row.addWidget(self.weekday)
        for bar, label in zip(self._bars, (self.title, self.place), strict=True):
            row.addWidget(bar)
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.days)
        row.addSpacing(8)
        for part in (self.before, self.number, self.after):
            row.addWidget(part)

    def say_date(self, day: dt.date, days_to_go: int, screen: Screen) -> None:
        """Say the date, and how many days there are until then."""
        date, locale = QDate(day.year, day.month, day.day), wording.locale(screen.words.language)
        self.date.setText(locale.toString(date, screen.say("d MMMM")))
        self.weekday.setText(locale.dayName(date.dayOfWeek()))
        sentence = {0: screen.say("Today"), 1: screen.say("Tomorrow")}.get(
            days_to_go, screen.say("{days} days to go", days=days_to_go) if days_to_go > 1 else screen.say("Over")
        )
        number = str(days_to_go) if days_to_go > 1 else ""
        before, _, after = sentence.partition(number) if number else (sentence, "", "")
        for label, text in ((self.before, before), (self.number, number), (self.after, after)):
            label.setText(text.strip())
            label.setVisible(bool(text.strip()))

    def say_event(self, title: str, place: str) -> None:
        """Say what is on, and where."""
        for bar, label, text in zip(self._bars, (self.title, self.place), (title, place), strict=True):
            label.setText(text)
            label.setVisible(bool(text))
            bar.setVisible(bool(text))

    def say_days(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer days, as (code, word) pairs; nothing where there is only one."""
        self.days.setVisible(bool(choices))
        if choices:
            self.days.offer(choices)
            self.days.button(chosen).setChecked(True)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for label, colour in (
            (self.date, theme.ink), (self.weekday, theme.ink_2), (self.title, theme.ink), (self.place, theme.ink_2),
            (self.before, theme.ink_2), (self.number, theme.accent), (self.after, theme.ink_2),
        ):  # fmt: skip
            size = DATE_SIZE if label in (self.date, self.number) else SIDE_SIZE
            weight = "bold" if size == DATE_SIZE else "normal"
            label.setStyleSheet(f"color: {colour}; font-size: {size}px; font-weight: {weight};")
        for bar in self._bars:
            bar.setStyleSheet(f"background: {theme.hairline_strong};")


class _Bar(QWidget):
    """A short line between two things that are said."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedSize(1, 18)
