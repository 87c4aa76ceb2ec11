"""Which column of a list holds what, to be looked at and said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from forumdesk.ui.parts.field import ChoiceField, field_sheet
from forumdesk.ui.parts.text import ElidedLabel
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.lists.importing import Incoming

MOST, WIDTH, CHOICE_WIDTH = 60, 400, 200
"""Columns that are shown, and px."""


class Columns(QScrollArea):
    """A line a column: its head, a text from it, and the field it holds. `changed` tells all fields by column."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices: dict[int, ChoiceField] = {}

    def show_columns(self, incoming: Incoming, screen: Screen) -> None:
        """Show the columns of a list."""
        from forumdesk.app.lists.fields import codes_of, say_field

        fields = [("", screen.say("(leave out)"))]
        fields += [(code, say_field(screen.words, incoming.kind, code)) for code in codes_of(incoming.kind)]
        held = {at: code for code, at in incoming.fields.items()}
        inside, self.choices = QWidget(), {}
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for line, (at, name, sample) in enumerate(_columns(incoming)):
            head, example, choice = ElidedLabel(), ElidedLabel("second"), ChoiceField()
            head.setText(name)
            example.setText(sample)
            choice.setFixedWidth(CHOICE_WIDTH)
            choice.setAccessibleName(name)
            choice.offer(fields)
            choice.begin(held.get(at, ""))
            choice.changed.connect(lambda code, at=at: self._on_changed(at, code))
            grid.addWidget(head, 2 * line, 0)
            grid.addWidget(example, 2 * line + 1, 0)
            grid.addWidget(choice, 2 * line, 1, 2, 1)
            self.choices[at] = choice
        grid.setRowStretch(2 * len(self.choices), 1)
        self.setWidget(inside)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        ground = f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.surface}; }}"
        self.setStyleSheet(ground + choice_sheet(theme))

    def _on_changed(self, at: int, code: str) -> None:
        for other, choice in self.choices.items():
            if code and other != at and choice.value == code:
                choice.begin("")
        self.changed.emit({choice.value: each for each, choice in self.choices.items() if choice.value})


def choice_sheet(theme: Theme) -> str:
    """The style of choices whose edge shows before the pointer comes."""
    return f'{field_sheet(theme)} QComboBox[quiet="true"] {{ border-color: {theme.hairline_strong}; }}'


def _columns(incoming: Incoming) -> list[tuple[int, str, str]]:
    """The columns that hold anything: number, name, and the first text."""
    from forumdesk.app.lists.mapping import letters

    first = incoming.head.last + 1 if incoming.head else 0
    names = incoming.head.names if incoming.head else ()
    found = []
    rows = incoming.sheet.rows[first : first + 200]
    for at in range(min(MOST, max(map(len, [names, *rows]), default=0))):
        sample = next((row[at] for row in rows if at < len(row) and row[at].strip()), "")
        name = names[at] if at < len(names) else ""
        if name or sample:
            found.append((at, name or letters(at), " ".join(sample[:80].split())))
    return found
