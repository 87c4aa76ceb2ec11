"""What is said in an item, paragraph by paragraph, and how long that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.rules.spoken import reading_minutes
from forumdesk.ui.agenda.buttons import IconButton
from forumdesk.ui.agenda.section import Section, drop
from forumdesk.ui.parts.field import TextField
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda_item import SpokenLine

ROUND_SECONDS = 5


class Paragraph(QWidget):
    """Something said, in the language of the screen, and a button that takes it out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field, self.remove = TextField(lines=True), IconButton("x")
        self.remove.wear(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.field, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.remove.wear(theme)


class Script(Section):
    """The paragraphs of one item."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._item: UUID | None = None
        self._interpreted = False
        self._lines: tuple[SpokenLine, ...] = ()
        self.paragraphs: dict[UUID, Paragraph] = {}
        self.draft = TextField(lines=True)
        self.draft.changed.connect(self._on_draft)
        self.draft.hide()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.finish()
        if screen.side != self._screen.side:
            for line in self._lines:
                self.paragraphs[line.id].field.begin(screen.exactly(line.text))
        self._screen = screen
        self.heading.setText(screen.say("MC script"))
        self.plus.name(screen.say("Add script line"))
        self.draft.setAccessibleName(screen.say("New paragraph of the script"))
        self.draft.setPlaceholderText(screen.say("What is said"))
        self._show()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        for paragraph in self.paragraphs.values():
            paragraph.wear(theme)

    def show_lines(self, item: UUID, lines: tuple[SpokenLine, ...], *, interpreted: bool) -> None:
        """Show what is said in an item."""
        if item != self._item:
            self.draft.begin("")
            self.draft.hide()
        self._item, self._lines, self._interpreted = item, lines, interpreted
        self._show()

    def add(self) -> None:
        """Begin to write a paragraph."""
        self.draft.show()
        self.draft.setFocus()

    def finish(self) -> None:
        """Take what is typed."""
        for paragraph in self.paragraphs.values():
            paragraph.field.finish()
        self.draft.finish()

    def _show(self) -> None:
        screen = self._screen
        kept = {line.id for line in self._lines}
        for row_id in self.paragraphs.keys() - kept:
            drop(self.paragraphs.pop(row_id), self.plus)
        for number, line in enumerate(self._lines, start=1):
            paragraph = self.paragraphs.get(line.id) or self._made(line.id)
            paragraph.field.show_value(screen.exactly(line.text))
            paragraph.field.setPlaceholderText(screen.text(line.text))
            paragraph.field.setAccessibleName(screen.say("Paragraph {number} of the script", number=number))
            paragraph.remove.name(screen.say("Remove script line"))
        self.arrange([*(self.paragraphs[line.id] for line in self._lines), self.draft])
        self._count()

    def _count(self) -> None:
        screen = self._screen
        if not self._lines:
            self.amount.setText("")
            return
        said = "\n".join(screen.text(line.text) for line in self._lines)
        needed = 60 * reading_minutes(said, screen.language, self._interpreted)
        rounded = max(ROUND_SECONDS, round(needed / ROUND_SECONDS) * ROUND_SECONDS)
        minutes, seconds = divmod(rounded, 60)
        length = screen.say("{seconds} s", seconds=seconds)
        if minutes:
            length = screen.say("{minutes} min {seconds} s", minutes=minutes, seconds=seconds)
        count = len(self._lines)
        self.amount.setText(screen.say("{count} paragraphs, about {duration}", count=count, duration=length))

    def _made(self, row_id: UUID) -> Paragraph:
        from forumdesk.app.commands.script import RemoveScriptLine

        paragraph = self.paragraphs[row_id] = Paragraph(self.theme)
        paragraph.field.changed.connect(lambda text: self._edit(row_id, text))
        paragraph.remove.clicked.connect(lambda: self.asked.emit(RemoveScriptLine(id=row_id)))
        return paragraph

    def _edit(self, row_id: UUID, text: str) -> None:
        from forumdesk.app.commands.script import EditScriptLine

        line = next(line for line in self._lines if line.id == row_id)
        self.asked.emit(EditScriptLine(id=row_id, text=self._screen.written(line.text, text)))

    def _on_draft(self, text: str) -> None:
        from forumdesk.app.commands.script import AddScriptLine

        self.draft.begin("")
        self.draft.hide()
        if self._item is not None and text:
            self.asked.emit(AddScriptLine(item=self._item, text=self._screen.written(Text(), text)))
