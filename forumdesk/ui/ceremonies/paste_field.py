"""The place for a pasted list: it says what it would enter before Enter enters it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.ui.ceremonies.names import as_text
from forumdesk.ui.ceremonies.pasting import Pasted, RefusedLine, read_names
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen

EMPTY_HEIGHT, LINE, MOST_LINES, MOST_REASONS = 36, 21, 6, 3


class PasteField(QWidget):
    """A field that grows with its list. `entered` says the names; `changed` that there is another list now."""

    entered = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there: tuple[Text, ...] = ()
        self._announced: int | None = None
        self.text = _Lines()
        self.summary, self.reasons = Label("second"), Label("missing")
        self.reasons.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for part in (self.text, self.summary, self.reasons):
            column.addWidget(part)
        self.text.textChanged.connect(self._read)
        self.text.taken.connect(self.enter)
        self.pasted = Pasted((), ())

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.text.setAccessibleName(screen.say("List of recipients"))
        self._read()

    def expect(self, there: Iterable[Text], announced: int | None) -> None:
        """Know which names are entered, of how many that were announced."""
        self._there, self._announced = tuple(there), announced
        self._read()

    @property
    def can_enter(self) -> bool:
        """Whether Enter would enter something."""
        return bool(self.pasted.names) and not self.pasted.is_too_long

    @property
    def is_empty(self) -> bool:
        """Whether nothing is pasted."""
        return not self.text.toPlainText().strip()

    def put(self, text: str) -> None:
        """Take a text from the clipboard in the place of what was there, and the keyboard with it."""
        self.text.setPlainText(text)
        self.text.setFocus()

    def enter(self) -> None:
        """Enter what can be."""
        if self.can_enter:
            names = self.pasted.names
            self.text.clear()
            self.entered.emit(names)

    def _read(self) -> None:
        screen, missing = self._screen, (self._announced or 0) - len(self._there)
        self.pasted = read_names(
            self.text.toPlainText(), self._there, self._announced, lambda name: as_text(name, screen)
        )
        lines = min(self.text.blockCount(), MOST_LINES)
        self.text.setFixedHeight(EMPTY_HEIGHT if lines == 1 else LINE * lines + 14)
        self.text.setPlaceholderText(
            screen.say("Paste {count} names here: one a line, or two columns from Excel", count=missing)
            if missing > 0
            else screen.say("Paste names here: one a line, or two columns from Excel")
        )
        self.summary.setVisible(not self.is_empty)
        self.reasons.setVisible(bool(self.pasted.refused))
        self.summary.setText(self._say_summary())
        self.reasons.setText("\n".join(self._say_reasons()))
        self.changed.emit()

    def _say_summary(self) -> str:
        screen, count = self._screen, len(self.pasted.names)
        if self.pasted.is_too_long:
            return screen.say("Nothing is entered: shorten the list, or raise the announced count first.")
        if not count:
            return screen.say("Nothing here can be entered.")
        return screen.say("Enter takes {count} names in one step; Escape drops the list.", count=count)

    def _say_reasons(self) -> list[str]:
        refused = self.pasted.refused
        said = [self._say(each) for each in refused[:MOST_REASONS]]
        more = len(refused) - len(said)
        return [*said, self._screen.say("And {count} more lines.", count=more)] if more else said

    def _say(self, refused: RefusedLine) -> str:
        return self._screen.words.say(
            refused.sentence,
            line=refused.line, name=refused.name, columns=refused.columns, announced=refused.announced,
        )  # fmt: skip


class _Lines(QPlainTextEdit):
    """Plain lines: Enter takes them, Shift+Enter begins another, Escape drops all."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.document().setDocumentMargin(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take, drop or type."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
