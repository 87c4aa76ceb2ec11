"""The rundown as table rows: items, and notes between them where times overlap or leave a gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui import wording
from forumdesk.ui.agenda.kinds import cue_word, item_icons
from forumdesk.ui.agenda.note_texts import gap_text, overlap_text
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, Index, RowModel
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Mapping

    from forumdesk.store.screens.agenda import AgendaRow

MOST_MINUTES = 24 * 60
PIN_WIDTH = 26


class NoMinutes(Refused):
    """A length that is none. Facts: typed, most."""

    code = "no-minutes"
    sentence = NOOP("“{typed}” is no length: write whole minutes from 1 to {most}.")


@dataclass(frozen=True, slots=True)
class Note:
    """A line in front of an item: about the day it begins, the overlap or the gap before it."""

    about: str
    row: AgendaRow

    @property
    def id(self) -> Hashable:
        """One note of a sort an item."""
        return self.about, self.row.id

    @property
    def tone(self) -> Tone:
        """Only an overlap is trouble."""
        return Tone.VERMILION if self.about == "overlap" else Tone.SECOND

    def cell(self, screen: Screen) -> Cell:
        """What it says."""
        row = self.row
        if self.about == "day":
            text = f"{screen.text(row.forum_title)}  {wording.short_date(row.date, screen)}"
            return Cell(text, Tone.SECOND, icon="calendar-clock")
        if self.about == "overlap":
            return Cell(overlap_text(row, screen), self.tone, icon="triangle-alert")
        return Cell(gap_text(row, screen), self.tone, icon="shield" if row.protected else "")


def with_notes(rows: Sequence[AgendaRow]) -> list[AgendaRow | Note]:
    """The items with the notes that belong in front of them."""
    lines: list[AgendaRow | Note] = []
    several_days = len({row.day for row in rows}) > 1
    before = None
    for row in rows:
        if row.day != before:
            if several_days:
                lines.append(Note("day", row))
        elif row.overlap:
            lines.append(Note("overlap", row))
        elif row.gap:
            lines.append(Note("gap", row))
        lines.append(row)
        before = row.day
    return lines


class AgendaModel(RowModel["AgendaRow | Note"]):
    """The rundown. Titles and minutes are edited in place; while a delay is tried, nothing is."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(COLUMNS, screen)
        self.before_trial: Mapping[UUID, int] | None = None
        """When each item begins, while other times are only tried."""
        self.items: list[AgendaRow] = []
        """The agenda items, without the notes."""
        self.days: dict[tuple[UUID, dt.date], list[AgendaRow]] = {}
        """The items by their forum and day."""

    def show_agenda(self, rows: Sequence[AgendaRow]) -> None:
        """Take in the agenda as it is now."""
        self.items = list(rows)
        self.days = {day: list(of_day) for day, of_day in groupby(rows, key=lambda row: row.day)}
        self.show_rows(with_notes(rows))

    def item_at(self, place: int) -> AgendaRow | None:
        """The item in a table row, if it is one."""
        line = self.lines[place] if 0 <= place < len(self.lines) else None
        return None if isinstance(line, Note) else line

    def is_item(self, place: int) -> bool:
        """Notes are there to be read."""
        return self.item_at(place) is not None

    def tried(self, index: Index) -> str:
        """The times of an item that would change by the delay that is tried."""
        row = self.item_at(index.row()) if index.column() == TIME and self.before_trial is not None else None
        if row is None or self.before_trial is None or self.before_trial.get(row.id) == row.start:
            return ""
        return wording.span(row.start, row.end)

    def icons(self, index: Index) -> tuple[str, ...]:
        """The icons of an item's cues."""
        row = self.item_at(index.row()) if index.column() == CUES else None
        return item_icons(row.kind, row.cues) if row else ()

    def cell(self, row: int, column: int) -> Cell:
        """How a cell is drawn; cues and tried times the painter draws itself."""
        index = self.index(row, column)
        if (column == CUES and self.is_item(row)) or self.tried(index):
            return Cell("")
        cell = super().cell(row, column)
        if column == TIME and self.before_trial is not None and self.is_item(row):
            return Cell(cell.text, Tone.THIRD)
        return cell

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The text of a cell, also where the painter draws it; the tool tip says what may be cut or is an icon."""
        if role == int(Qt.ItemDataRole.DisplayRole):
            return super().cell(index.row(), index.column()).text
        if role == int(Qt.ItemDataRole.ToolTipRole) and index.column() in (TITLE, WHO, CUES):
            return plain(str(self.data(index))) or None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes are passed over by the cursor."""
        if index.isValid() and not self.is_item(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        flags = super().flags(index)
        return flags if self.before_trial is None else flags & ~Qt.ItemFlag.ItemIsEditable


def _column(
    heading: Callable[[Screen], str],
    width: int,
    cell: Callable[[AgendaRow, Screen], Cell],
    value: Callable[[AgendaRow, Screen], str] | None = None,
    edit: Callable[[AgendaRow, str, Screen], object] | None = None,
    *,
    right: bool = False,
    pin: bool = False,
) -> Column[AgendaRow | Note]:
    """A column for items; a note says its text in all of them, except in front where the pins are."""

    def shown(line: AgendaRow | Note, screen: Screen) -> Cell:
        if isinstance(line, Note):
            return Cell("", line.tone) if pin else line.cell(screen)
        return cell(line, screen)

    def valued(line: AgendaRow | Note, screen: Screen) -> str:
        return "" if isinstance(line, Note) or value is None else value(line, screen)

    def edited(line: AgendaRow | Note, text: str, screen: Screen) -> object:
        assert not isinstance(line, Note) and edit is not None
        return edit(line, text, screen)

    return Column(heading, width, shown, valued if value else None, edited if edit else None, right)


def _title(row: AgendaRow, screen: Screen) -> Cell:
    tag, tone = "", Tone.SECOND
    if row.announced is not None:
        tag = f"{row.named}/{row.announced}"
        tone = Tone.AMBER if row.named < row.announced else Tone.SECOND
    if row.title:
        return Cell(screen.text(row.title), tag=tag, tag_tone=tone)
    return Cell(wording.speaks(row, screen), Tone.THIRD, tag=tag, tag_tone=tone)


def _edit_title(row: AgendaRow, text: str, screen: Screen) -> object:
    from forumdesk.app.commands.agenda import EditItem

    return EditItem(id=row.id, title=screen.written(row.title, text.strip()))


def _edit_minutes(row: AgendaRow, text: str, _: Screen) -> object:
    from forumdesk.app.commands.agenda import EditItem

    try:
        minutes = int(text)
    except ValueError:
        minutes = 0
    if not 1 <= minutes <= MOST_MINUTES:
        raise NoMinutes(typed=text, most=MOST_MINUTES)
    return EditItem(id=row.id, minutes=minutes)


COLUMNS = (
    _column(lambda _: "", PIN_WIDTH, lambda row, _: Cell("", icon="pin" if row.fixed else ""), pin=True),
    _column(lambda screen: screen.say("Time"), 92, lambda row, _: Cell(wording.span(row.start, row.end))),
    _column(
        lambda screen: screen.say("Min"), 44,
        lambda row, _: Cell(str(row.minutes), Tone.SECOND, right=True),
        lambda row, _: str(row.minutes), _edit_minutes, right=True,
    ),
    _column(lambda screen: screen.say("Kind"), 80, lambda row, screen: wording.chip(row.kind, screen)),
    _column(
        lambda screen: screen.say("Item"), 0, _title,
        lambda row, screen: screen.exactly(row.title), _edit_title,
    ),
    _column(lambda screen: screen.say("People"), 112, lambda row, screen: Cell(wording.who(row, screen))),
    _column(
        lambda screen: screen.say("Lang"), 40,
        lambda row, screen: Cell(wording.short_language(row.language, screen), Tone.SECOND),
    ),
    _column(
        lambda screen: screen.say("Cues"), 92,
        lambda row, screen: Cell(screen.say(", ").join(cue_word(kind, screen) for kind in row.cues)),
    ),
)  # fmt: skip
PIN, TIME, MINUTES, KIND, TITLE, WHO, LANGUAGE, CUES = range(len(COLUMNS))
