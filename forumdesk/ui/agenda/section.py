"""A part of the inspector: a heading with a count and a plus, and below it lines that open for editing."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.ui.agenda.buttons import IconButton, LinkButton
from forumdesk.ui.parts.field import INSET
from forumdesk.ui.parts.text import Label
from forumdesk.ui.theme import LIGHT, Theme

LINE_HEIGHT = 22


class Section(QWidget):
    """While it is empty it is one line: its heading and the plus."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.heading, self.amount, self.plus = Label("heading"), Label("amount"), IconButton("plus")
        rule = QFrame()
        rule.setObjectName("line")
        head = QHBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.heading)
        head.addWidget(self.amount)
        head.addStretch(1)
        head.addWidget(self.plus)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        inset = QHBoxLayout()
        inset.setContentsMargins(INSET, 0, INSET, 4)
        inset.addWidget(rule)
        column.addLayout(inset)
        column.addLayout(head)
        column.addLayout(self.body)
        self.plus.clicked.connect(self.add)

    def add(self) -> None:
        """Begin something new."""

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.theme = theme
        self.plus.wear(theme)

    def arrange(self, parts: Sequence[QWidget]) -> None:
        """Put these parts below the heading, in this order; those that are there already keep the keyboard."""
        while self.body.count():
            self.body.takeAt(0)
        for part in parts:
            self.body.addWidget(part)


def drop(widget: QWidget, heir: QWidget) -> None:
    """Take a widget away; if the keyboard is in it, it goes to the heir."""
    focus = QApplication.focusWidget()
    if focus is not None and widget.isAncestorOf(focus):
        heir.setFocus()
    widget.hide()
    widget.deleteLater()


class Entry(QFrame):
    """A line for the keyboard and the pointer: Enter or a click opens its fields, Alt and an arrow moves it.

    The fields are made when they are first opened: dozens of lines would else make the inspector slow.
    """

    asked = Signal(object)
    refused = Signal(object)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, row_id: UUID) -> None:
        super().__init__()
        self.row_id = row_id
        self.setObjectName("entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.summary = QWidget()
        self.summary.setFixedHeight(LINE_HEIGHT)
        self.line = QHBoxLayout(self.summary)
        self.line.setContentsMargins(INSET - 2, 0, INSET - 2, 0)
        self.line.setSpacing(8)
        self.fields = QWidget()
        self.form = QVBoxLayout(self.fields)
        self.form.setContentsMargins(0, 0, 0, 6)
        self.form.setSpacing(2)
        self.remove = LinkButton()
        self.remove.clicked.connect(self.removed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.fields)
        self.fields.hide()
        self.is_made = False

    def make(self) -> None:
        """Make the fields and show what stands in them."""

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown."""
        return not self.fields.isHidden()

    def open(self, *, wide: bool = True) -> None:
        """Show its fields, or only the line."""
        if wide and not self.is_made:
            self.is_made = True
            self.make()
        self.fields.setVisible(wide)
        self.setProperty("open", wide)
        self.style().unpolish(self)
        self.style().polish(self)

    def finish(self) -> None:
        """Take what is typed in its fields."""

    def end_form(self) -> None:
        """Close the form with the link that removes."""
        row = QHBoxLayout()
        row.setContentsMargins(INSET, 4, INSET, 0)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.form.addLayout(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close."""
        super().mousePressEvent(event)
        if event.position().y() <= LINE_HEIGHT:
            self.open(wide=not self.is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keyboard can do with a line."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.hasFocus():
                self.open(wide=not self.is_open)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.hasFocus():
                self.removed.emit()
            case Qt.Key.Key_Escape if self.is_open:
                self.setFocus()
                self.open(wide=False)
            case _:
                super().keyPressEvent(event)
