"""Fields for inspectors: quiet until the pointer or the keyboard comes, and one change however much is typed.

A field shows a value of the event. What is typed stays its own, with its own undo, until Enter or until the
keyboard leaves; then `changed` says the new value, once. Escape brings the old one back. News of the value
never overwrites what is being typed. A text that means no value raises `Refused` in `read`: then `refused`
says it, and the text stays for mending.

Whoever holds fields puts `field_sheet(theme)` on a widget around them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import Template
from typing import Any

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

INSET = 8
"""px between a field's edge and its text: labels above it stand in by as much."""
HEIGHT = 30
MARK = 2
"""px that Qt leaves beside the text of a line for the writing mark."""

_SHEET = Template("""
QLineEdit[quiet="true"], QTextEdit[quiet="true"], QComboBox[quiet="true"] {
    color: $ink; background: transparent; border: 1px solid transparent; border-radius: 6px;
    selection-background-color: $accent_fill; selection-color: #FFFFFF;
}
QLineEdit[quiet="true"] { padding: 0 5px; }
QTextEdit[quiet="true"] { padding: 3px 7px; }
QComboBox[quiet="true"] { padding: 0 0 0 7px; }
QLineEdit[quiet="true"][tone="second"], QTextEdit[quiet="true"][tone="second"] { color: $ink_2; }
QLineEdit[quiet="true"]:hover, QTextEdit[quiet="true"]:hover, QComboBox[quiet="true"]:hover {
    border-color: $control;
}
QLineEdit[quiet="true"]:focus, QTextEdit[quiet="true"]:focus, QComboBox[quiet="true"]:focus {
    color: $ink; background: $surface; border: 2px solid $focus;
}
QLineEdit[quiet="true"]:focus { padding: 0 4px; }
QTextEdit[quiet="true"]:focus { padding: 2px 6px; }
QComboBox[quiet="true"]:focus { padding: 0 0 0 6px; }
QLineEdit[quiet="true"][wrong="true"], QTextEdit[quiet="true"][wrong="true"] { border-color: $vermilion; }
QLineEdit[quiet="true"]:disabled, QTextEdit[quiet="true"]:disabled, QComboBox[quiet="true"]:disabled {
    color: $disabled_text; border-color: transparent;
}
QComboBox[quiet="true"]::drop-down { border: none; width: 16px; }
QComboBox QAbstractItemView {
    color: $ink; background: $surface; border: 1px solid $hairline_strong; outline: 0;
    selection-background-color: $selected; selection-color: $ink;
}
""")


def field_sheet(theme: Theme) -> str:
    """The style of all fields inside a widget, in a theme's colours."""
    return _SHEET.substitute(theme.colours)


def name_field(label: QLabel, field: QWidget, word: str) -> None:
    """Write a label and let it name the field it belongs to, for eyes and for screen readers."""
    label.setText(word)
    label.setBuddy(field)
    field.setAccessibleName(word)


class NoNumber(Refused):
    """A number that is none, or out of bounds. Facts: typed, least, most."""

    code = "no-number"
    sentence = NOOP("“{typed}” does not fit here: write a whole number from {least} to {most}.")


def trimmed(text: str) -> str:
    """A text without the blanks around it."""
    return text.strip()


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number within bounds; raises `NoNumber`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise NoNumber(typed=text, least=least, most=most) from None
        if not least <= number <= most:
            raise NoNumber(typed=text, least=least, most=most)
        return number

    return read


class _Typed:
    """What single- and multi-line fields have in common; see the top of this file."""

    value: Any
    read: Callable[[str], Any]
    write: Callable[[Any], str]

    def begin(self, value: Any) -> None:
        """Show the value of another thing; what was typed for the one before is forgotten."""
        self.value = value
        self._put(self.write(value))
        self._mark(wrong=False)

    def show_value(self, value: Any) -> None:
        """Show news of the value, unless somebody is typing."""
        typing = self.is_changed
        self.value = value
        if not typing and self._typed() != self.write(value):
            self.begin(value)

    @property
    def is_changed(self) -> bool:
        """Whether something else is typed than the value reads."""
        return self._typed() != self.write(self.value)

    def finish(self) -> None:
        """Take what is typed, as when the keyboard leaves."""
        assert isinstance(self, LineField | TextField)
        if not self.is_changed:
            self._mark(wrong=False)
            return
        try:
            value = self.read(self._typed())
        except Refused as refused:
            self._mark(wrong=True)
            self.refused.emit(refused)
            return
        differs = value != self.value
        self.begin(value)
        if differs:
            self.changed.emit(value)

    def restore(self) -> None:
        """Drop what is typed."""
        self.begin(self.value)

    def _keys(self, event: QKeyEvent, *, enter: bool) -> bool:
        """Whether a key was for the field as a whole: Enter (or Ctrl+Enter) takes, Escape drops."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if enter or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish()
                return True
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.restore()
            return True
        return False

    def _mark(self, *, wrong: bool) -> None:
        assert isinstance(self, QWidget)
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _typed(self) -> str:
        raise NotImplementedError

    def _put(self, text: str) -> None:
        raise NotImplementedError


class LineField(QLineEdit, _Typed):
    """One line. `read` makes a value of what is typed, `write` the text of a value."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        read: Callable[[str], Any] = trimmed,
        write: Callable[[Any], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.read, self.write, self.value = read, write, read("") if read is trimmed else None
        self.setProperty("quiet", True)
        self.setFixedHeight(HEIGHT)

    def _typed(self) -> str:
        return self.text()

    def _put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text may be dropped here; files are for what the field stands in."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field; a text too long for it ends in an ellipsis until somebody writes in it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(MARK, 0, -MARK, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self.hasFocus() or text == self.text():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().text().color())
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, and is let through to what the field stands in; Escape drops."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self._keys(event, enter=True) or enter:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed is taken when the keyboard leaves."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()


class NumberField(LineField):
    """A whole number from `least` to `most`; the arrows up and down step it, with Shift by ten."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(whole_number(least, most), parent=parent)
        self._least, self._most = least, most
        self.value = least
        self._put(str(least))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or type."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step *= 10
        try:
            number = int(self.text())
        except ValueError:
            number = self.value
        self.selectAll()
        self.insert(str(min(max(number + step, self._least), self._most)))


class TextField(QTextEdit, _Typed):
    """Text that wraps and makes its own height.

    With `lines`, Enter begins a new line and Ctrl+Enter takes; without, it is one long line as titles are.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, *, lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read, self.write, self.value = trimmed, str, ""
        self._lines = lines
        self.setProperty("quiet", True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _typed(self) -> str:
        return self.toPlainText()

    def _put(self, text: str) -> None:
        if text != self.toPlainText():  # else the cursor stays where it is
            self.setPlainText(text)

    def _fit(self) -> None:
        """As high as its lines and the padding around them."""
        height = round(self.document().size().height()) + 8
        if height != self.height():
            self.setFixedHeight(max(height, HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Any width will do: it wraps."""
        return QSize(64, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, or begins a line where there may be several; Escape drops."""
        if not self._keys(event, enter=not self._lines):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is typed is taken when the keyboard leaves."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Whether it is text; files are for what the field stands in."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as text; where there is one line only, line breaks become blanks."""
        text = source.text()
        self.insertPlainText(text if self._lines else " ".join(text.split()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is never scrolled: the wheel is for the pane around it."""
        event.ignore()


class PairField(QWidget):
    """A text in the event's two languages: the one of the screen first, the other below it."""

    changed = Signal(object)

    def __init__(self, *, lines: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = Text()
        self._side = 0
        self.fields = TextField(lines=lines), TextField(lines=lines)
        """The field of the screen's language and that of the other."""
        self.fields[1].setProperty("tone", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, field in enumerate(self.fields):
            column.addWidget(field)
            field.changed.connect(self._on_first if place == 0 else self._on_second)
        self.setFocusProxy(self.fields[0])

    def speak(self, screen: Screen, word: str) -> None:
        """Take on a screen's language; `word` says what the text is."""
        value = self.value
        if self._side != screen.side:
            self.finish()
            self._side = screen.side
            self.begin(value)
        for place, field in enumerate(self.fields):
            language = wording.long_language(screen.languages[self._side ^ place], screen)
            name = screen.say("{field} in {language}", field=word, language=language)
            field.setAccessibleName(name)
            field.setPlaceholderText(name)

    def begin(self, value: Text) -> None:
        """Show the text of another thing."""
        self.value = value
        for field, text in zip(self.fields, self._texts(value), strict=True):
            field.begin(text)

    def show_value(self, value: Text) -> None:
        """Show news of the text, where nobody is typing."""
        self.value = value
        for field, text in zip(self.fields, self._texts(value), strict=True):
            field.show_value(text)

    def finish(self) -> None:
        """Take what is typed in either."""
        for field in self.fields:
            field.finish()

    def _texts(self, value: Text) -> tuple[str, str]:
        both = value.first, value.second
        return both[self._side], both[1 - self._side]

    def _on_first(self, text: str) -> None:
        self._take(self._side, text)

    def _on_second(self, text: str) -> None:
        self._take(1 - self._side, text)

    def _take(self, side: int, text: str) -> None:
        self.value = Text(self.value.first, text) if side else Text(text, self.value.second)
        self.changed.emit(self.value)


class ChoiceField(QComboBox):
    """One of a few codes. A code that is not offered stands as it is, so that nothing is lost by looking."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("quiet", True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.value: Any = ""
        self._words: dict[str, str] = {}
        self.activated.connect(self._on_activated)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (code, word) pairs; what was chosen stays so."""
        self._words = dict(choices)
        self.begin(self.value)

    def begin(self, value: str | None) -> None:
        """Show a code, or with None the placeholder."""
        self.value = value
        words = self._words if value is None or value in self._words else {value: value, **self._words}
        with QSignalBlocker(self):
            self.clear()
            for code, word in words.items():
                self.addItem(word, code)
            self.setCurrentIndex(-1 if value is None else list(words).index(value))

    def show_value(self, value: str | None) -> None:
        """Show news of the code."""
        if value != self.value:
            self.begin(value)

    def finish(self) -> None:
        """Nothing is pending: a choice is made at once."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is for the pane around it."""
        event.ignore()

    def _on_activated(self) -> None:
        code = self.currentData()
        if code != self.value:
            self.value = code
            self.changed.emit(code)
