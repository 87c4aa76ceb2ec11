"""Trying a delay: how many minutes, what would come of it, and whether to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from forumdesk.rules.timing import clock
from forumdesk.ui.parts.field import NumberField
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from forumdesk.store.screens.agenda import AgendaRow

HEIGHT, MARGIN, USUAL, MOST = 44, 24, 10, 600


class DelayBar(QFrame):
    """`tried` with the minutes as they are typed, `applied` with those to write, `dropped` for none of it."""

    tried = Signal(int)
    applied = Signal(int)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delay")
        self.setFixedHeight(HEIGHT)
        self.before, self.behind, self.outcome = Label(), Label(), ElidedLabel("small")
        self.minutes = NumberField(1, MOST)
        self.minutes.setProperty("quiet", False)
        self.minutes.setFixedWidth(56)
        self.minutes.begin(USUAL)
        self.apply, self.cancel = QPushButton(), QPushButton()
        self.cancel.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, 16, 0)
        row.setSpacing(8)
        for part in (self.before, self.minutes, self.behind):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.outcome, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.apply)
        self.minutes.textChanged.connect(self._on_typed)
        self.apply.clicked.connect(self._on_apply)
        self.cancel.clicked.connect(self.dropped.emit)
        self.hide()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.before.setText(screen.say("Delay"))
        self.before.setBuddy(self.minutes)
        self.minutes.setAccessibleName(screen.say("Delay in minutes"))
        self.behind.setText(screen.say("minutes"))
        self.apply.setText(screen.say("Apply"))
        self.cancel.setText(screen.say("Cancel"))

    def open(self) -> None:
        """Begin to try."""
        self.show()
        self.minutes.setFocus()
        self.minutes.selectAll()
        self._on_typed()

    def tell(self, before: Mapping[UUID, int] | None, rows: Sequence[AgendaRow], screen: Screen) -> None:
        """Say what would come of the delay that is tried: how the rows differ from the starts `before`."""
        if before is None or not rows:
            self.outcome.setText("")
            return
        moved = sum(before.get(row.id) != row.start for row in rows)
        end, overlap = clock(max(row.end for row in rows)), sum(row.overlap for row in rows)
        text = screen.say("{count} items move; the day ends at {end}", count=moved, end=end)
        if overlap:
            text = screen.say(
                "{count} items move; the day ends at {end}, with {minutes} min of overlap",
                count=moved, end=end, minutes=overlap,
            )  # fmt: skip
        self.outcome.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Escape drops."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        """Each number is tried at once: it is the field's value, so that Escape drops the trial, not the digits."""
        text = self.minutes.text()
        if text.isdecimal() and 1 <= int(text) <= MOST:
            self.minutes.value = int(text)
            self.tried.emit(self.minutes.value)

    def _on_apply(self) -> None:
        self.minutes.finish()
        if not self.minutes.is_changed:
            self.applied.emit(self.minutes.value)
