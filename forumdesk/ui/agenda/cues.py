"""What happens when in an item: cues in the order of their moments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.agenda.kinds import cue_choices, cue_icon, cue_word
from forumdesk.ui.agenda.section import Entry, Section, drop
from forumdesk.ui.parts.field import INSET, ChoiceField, LineField, PairField, name_field
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda_item import CueLine

ICON, MOMENT_WIDTH, FIELD_WIDTH = 15, 36, 84
_MOMENT = re.compile(r"(\d{1,4})(?:[:：.](\d{1,2}))?")
MOST_SECONDS = 24 * 3600


class NoMoment(Refused):
    """A text is no moment of an item. Facts: typed."""

    code = "no-moment"
    sentence = NOOP("“{typed}” is no moment: write minutes and seconds after the item's start, such as 3:30.")


def read_moment(text: str) -> int:
    """Seconds after the item's start of “3:30”, or of “3” minutes; raises `NoMoment`."""
    match = _MOMENT.fullmatch(text.strip())
    minutes, seconds = (int(match[1]), int(match[2] or 0)) if match else (0, 60)
    if seconds >= 60 or minutes * 60 + seconds > MOST_SECONDS:
        raise NoMoment(typed=text)
    return minutes * 60 + seconds


def write_moment(seconds: int) -> str:
    """3:30 of seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"


class CueEntry(Entry):
    """Moment, icon, words, department; opened, all of them as fields."""

    def __init__(self, row_id: UUID) -> None:
        super().__init__(row_id)
        self._shown: tuple[CueLine, Screen] | None = None
        self.moment_words, self.picture = Label(), Label()
        self.words, self.who = ElidedLabel(), Label("small")
        self.moment_words.setFixedWidth(MOMENT_WIDTH)
        self.picture.setFixedWidth(ICON + 2)
        self.line.addWidget(self.moment_words)
        self.line.addWidget(self.picture)
        self.line.addWidget(self.words, 1)
        self.line.addWidget(self.who)

    def make(self) -> None:
        """The moment, the kind, the words and the department."""
        self.moment_label, self.moment = Label("label"), LineField(read_moment, write_moment)
        self.moment.begin(0)
        self.moment.setFixedWidth(FIELD_WIDTH)
        self.kind_label, self.kind = Label("label"), ChoiceField()
        self.label_label, self.label = Label("label"), PairField()
        self.department_label, self.department = Label("label"), PairField()
        self._lay_form()
        self._connect()
        self._show_fields()

    def show_line(self, line: CueLine, screen: Screen, theme: Theme) -> None:
        """Show what happens, in a screen's language."""
        self.moment_words.setText(write_moment(line.seconds))
        self.picture.setPixmap(icons.picture(cue_icon(line.kind), theme.ink_2, ICON, self.devicePixelRatioF()))
        self.words.setText(screen.text(line.label) or cue_word(line.kind, screen))
        self.who.setText(screen.text(line.department))
        parts = self.moment_words.text(), self.words.text(), self.who.text()
        self.setAccessibleName(" ".join(filter(None, parts)))
        self._shown = line, screen
        if self.is_made:
            self._show_fields()

    def _show_fields(self) -> None:
        if self._shown is None:
            return
        line, screen = self._shown
        name_field(self.moment_label, self.moment, screen.say("Moment"))
        self.moment.show_value(line.seconds)
        name_field(self.kind_label, self.kind, screen.say("Kind"))
        self.kind.offer(cue_choices(screen))
        self.kind.show_value(line.kind)
        for label, field, word, value in (
            (self.label_label, self.label, screen.say("What happens"), line.label),
            (self.department_label, self.department, screen.say("Department"), line.department),
        ):
            label.setText(word)
            field.speak(screen, word)
            field.show_value(value)
        self.remove.name(screen.say("Remove cue"))

    def finish(self) -> None:
        """Take what is typed."""
        for field in (self.moment, self.label, self.department) if self.is_made else ():
            field.finish()

    def _lay_form(self) -> None:
        short = QHBoxLayout()
        short.setSpacing(8)
        for label, field, stretch in ((self.moment_label, self.moment, 0), (self.kind_label, self.kind, 1)):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label)
            column.addWidget(field)
            short.addLayout(column, stretch)
        self.form.addLayout(short)
        for part in (self.label_label, self.label, self.department_label, self.department):
            self.form.addWidget(part)
        for label in (self.moment_label, self.kind_label, self.label_label, self.department_label):
            label.setContentsMargins(INSET, 4, 0, 0)
        self.end_form()

    def _connect(self) -> None:
        from forumdesk.app.commands.agenda import EditCue

        row_id, ask = self.row_id, self.asked.emit
        self.moment.changed.connect(lambda seconds: ask(EditCue(id=row_id, offset_seconds=seconds)))
        self.moment.refused.connect(self.refused.emit)
        self.kind.changed.connect(lambda kind: ask(EditCue(id=row_id, kind=kind)))
        self.label.changed.connect(lambda label: ask(EditCue(id=row_id, label=label)))
        self.department.changed.connect(lambda department: ask(EditCue(id=row_id, department=department)))


class Cues(Section):
    """The cues of one item."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._item: UUID | None = None
        self._lines: tuple[CueLine, ...] = ()
        self._added: UUID | None = None
        self.entries: dict[UUID, CueEntry] = {}

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.heading.setText(screen.say("Cues"))
        self.plus.name(screen.say("Add cue"))
        self._show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self._show()

    def show_lines(self, item: UUID, lines: tuple[CueLine, ...]) -> None:
        """Show what happens in an item."""
        self._item, self._lines = item, lines
        self._show()

    def add(self) -> None:
        """Add a cue at the moment of the last one, and open it."""
        from forumdesk.app.commands.agenda import AddCue

        if self._item is not None:
            last = self._lines[-1].seconds if self._lines else 0
            command = AddCue(item=self._item, kind="on-stage", offset_seconds=last)
            self._added = command.id
            self.asked.emit(command)

    def finish(self) -> None:
        """Take what is typed."""
        for entry in self.entries.values():
            entry.finish()

    def _show(self) -> None:
        kept = {line.id for line in self._lines}
        for row_id in self.entries.keys() - kept:
            drop(self.entries.pop(row_id), self.plus)
        self.amount.setText(str(len(self._lines)) if self._lines else "")
        for line in self._lines:
            entry = self.entries.get(line.id) or self._made(line.id)
            entry.show_line(line, self._screen, self.theme)
        self.arrange([self.entries[line.id] for line in self._lines])
        if self._added in self.entries:
            self.entries[self._added].open()
            self.entries[self._added].moment.setFocus()
            self.entries[self._added].moment.selectAll()
            self._added = None

    def _made(self, row_id: UUID) -> CueEntry:
        entry = self.entries[row_id] = CueEntry(row_id)
        entry.asked.connect(self.asked.emit)
        entry.refused.connect(self.refused.emit)
        entry.removed.connect(lambda: self._remove(row_id))
        return entry

    def _remove(self, row_id: UUID) -> None:
        from forumdesk.app.commands.agenda import RemoveCue

        self.asked.emit(RemoveCue(id=row_id))
