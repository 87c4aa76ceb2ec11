"""What would become of each row of a list, and its columns beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.app.lists.rows import Became, Outcome
from forumdesk.base.words import NOOP
from forumdesk.ui.lists.columns import Columns, choice_sheet
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.field import ChoiceField
from forumdesk.ui.parts.review import Review
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.lists.importing import Review as Found

ROW_HEIGHT = 28
SIZE = 1240, 660

KIND_NAMES = {
    "attendees": NOOP("Attendees"),
    "people": NOOP("People"),
    "organisations": NOOP("Organisations"),
    "plaques": NOOP("Plaques"),
    "agreements": NOOP("Agreements"),
}
_FIRST = (Became.REFUSED, Became.UPDATED, Became.ADDED, Became.UNCHANGED, Became.SKIPPED)
_TONES = {Became.REFUSED: Tone.VERMILION, Became.UNCHANGED: Tone.THIRD, Became.SKIPPED: Tone.THIRD}


@dataclass(frozen=True, slots=True)
class _Line:
    """A row and what becomes of it."""

    id: int
    outcome: Outcome
    kind: str
    names: Mapping[str, str]
    """What the file calls the columns of refused fields."""


def _tone(line: _Line) -> Tone:
    return _TONES.get(line.outcome.became, Tone.INK)


def _what(line: _Line, screen: Screen) -> Cell:
    icon = "circle-alert" if line.outcome.became is Became.REFUSED else ""
    return Cell(screen.words.say(line.outcome.became), _tone(line), icon=icon)


def _details(line: _Line, screen: Screen) -> Cell:
    from forumdesk.app.lists.fields import say_field

    parts = []
    for told in line.outcome.told:
        if told.trouble is not None:
            name = line.names.get(told.field) or say_field(screen.words, line.kind, told.field)
            parts.append(f"{name}: {told.trouble.say(screen.words)}")
        else:
            parts.append(f"{say_field(screen.words, line.kind, told.field)}: {told.before or '–'} → {told.after}")
    return Cell(" · ".join(parts).replace("\n", " "), _tone(line))


COLUMNS: tuple[Column[_Line], ...] = (
    Column(
        lambda s: s.say("Row"), 64, lambda line, _: Cell(str(line.outcome.row), _tone(line), right=True), right=True
    ),
    Column(lambda s: s.say("Who"), 136, lambda line, _: Cell(line.outcome.who, _tone(line))),
    Column(lambda s: s.say("Result"), 96, _what),
    Column(lambda s: s.say("What changes, or why not"), 0, _details),
)


class ListReview(Review):
    """Kind, sheet and ceremony of a list, its columns, and its rows by what becomes of them.

    `columns_changed` tells the fields by column, `asked` a `kind`, `sheet` or `ceremony` and which one is chosen.
    """

    columns_changed = Signal(object)
    asked = Signal(str, str)

    def __init__(self, name: str, screen: Screen, parent: QWidget) -> None:
        super().__init__(name, screen.say("Import a list"), screen, parent)
        self.resize(*SIZE)
        self.setMinimumSize(900, 480)
        self.columns = Columns()
        self.columns.changed.connect(self.columns_changed)
        self.choices = {what: ChoiceField() for what in ("kind", "sheet", "ceremony")}
        self.states = Segment()
        self.states.chosen.connect(lambda _: self._show_rows())
        self.model = RowModel(COLUMNS, screen)
        self.view = RowView(self.model, ROW_HEIGHT)
        self.view.setAccessibleName(screen.say("What becomes of each row"))
        self._lines: list[_Line] = []
        self._arrange(screen)

    def show_found(self, found: Found, ceremonies: Sequence[tuple[UUID, str]]) -> None:
        """Show what would become of a list."""
        incoming, screen = found.incoming, self.screen_of
        self.columns.show_columns(incoming, screen)
        self._offer("kind", [(code, screen.words.say(word)) for code, word in KIND_NAMES.items()], incoming.kind)
        self._offer("sheet", [(sheet, sheet) for sheet in incoming.sheet.sheets], incoming.sheet.name)
        self._offer("ceremony", [(str(row), title) for row, title in ceremonies], str(incoming.ceremony))
        self.choices["sheet"].setVisible(len(incoming.sheet.sheets) > 1)
        self.choices["ceremony"].setVisible(len(ceremonies) > 1)
        self.show_rows(found)

    def show_rows(self, found: Found) -> None:
        """Show what would become of the rows, the columns being what they are."""
        screen, counts = self.screen_of, found.counts
        self._lines = [
            _Line(
                place,
                outcome,
                found.incoming.kind,
                {told.field: found.incoming.column(told.field) for told in outcome.told},
            )
            for place, outcome in enumerate(found.outcomes)
        ]
        self.counts.setText(told(found, screen))
        present = [became for became in _FIRST if counts.get(became)]
        words = [(each.value, f"{screen.words.say(each)} {counts[each]}") for each in present]
        self.states.offer([("", screen.say("All rows")), *words])
        self.offer(len(found.refused), anything=bool(counts.get(Became.ADDED) or counts.get(Became.UPDATED)))
        self._show_rows()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        for choice in self.choices.values():
            choice.setStyleSheet(choice_sheet(theme))
        self.columns.wear(theme)
        self.view.painter.wear(theme)

    def _show_rows(self) -> None:
        chosen = self.states.code
        lines = [line for line in self._lines if chosen in ("", line.outcome.became.value)]
        if not chosen:
            lines.sort(key=lambda line: _FIRST.index(line.outcome.became))
        self.model.show_rows([])
        self.model.show_rows(lines)

    def _offer(self, what: str, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        self.choices[what].offer(choices)
        self.choices[what].begin(chosen)

    def _arrange(self, screen: Screen) -> None:
        names = {"kind": screen.say("Kind of list"), "sheet": screen.say("Sheet"), "ceremony": screen.say("Ceremony")}
        top = QHBoxLayout()
        top.setSpacing(12)
        for what, choice in self.choices.items():
            choice.setMinimumWidth(180)
            choice.setAccessibleName(names[what])
            choice.changed.connect(lambda code, what=what: self.asked.emit(what, code))
            top.addWidget(choice)
        top.addStretch(1)
        top.addWidget(self.states)
        left = QVBoxLayout()
        head = Label("label")
        head.setText(screen.say("Columns"))
        left.addWidget(head)
        left.addWidget(self.columns, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left)
        middle.addWidget(self.view, 1)
        self.body.addLayout(top)
        self.body.addLayout(middle, 1)


def told(found: Found, screen: Screen) -> str:
    """How many rows become what, in a sentence."""
    counts = found.counts
    parts = (
        screen.say("{count} {what}", count=counts[each], what=screen.words.say(each))
        for each in Became
        if each in counts
    )
    return screen.say(", ").join(parts)
