"""A schedule of another program comes in: what it would change is shown first, and then done as one step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.schedule_import import Incoming
    from forumdesk.exchange.schedule_reading import Oddity
    from forumdesk.store.work import Look
    from forumdesk.ui.window import Desk

ROW_HEIGHT = 28


def ask_for_schedule(desk: Desk) -> None:
    """Ask for a file, show what it would change, and do that where it is wanted."""
    screen = desk.screen_of
    kinds = f"{screen.say('Schedules')} (*.xml *.json)"
    chosen, _ = QFileDialog.getOpenFileName(desk, screen.say("Import a schedule"), "", kinds)
    if chosen:
        review_schedule(desk, Path(chosen))


def review_schedule(desk: Desk, path: Path) -> None:
    """Show what a schedule file would change."""

    def plan(look: Look) -> Incoming:
        from forumdesk.app.schedule_import import incoming

        return incoming(look, path)

    def done(came: Incoming) -> None:
        desk.notice.say_done(told(came, desk.screen_of))

    def show(came: Incoming) -> None:
        review = ImportReview(path.name, came, desk.screen_of, desk)
        review.wear(desk.theme)
        review.wanted.connect(lambda: desk.operations.run_planned(plan, lambda _: True, done))
        review.open()

    desk.operations.look(plan, show)


def told(came: Incoming, screen: Screen) -> str:
    """How many items an import touches, in a sentence."""
    counts = {"added": came.added, "updated": came.updated, "unchanged": came.unchanged}
    return screen.say("{added} added, {updated} changed, {unchanged} as they were", **counts)


@dataclass(frozen=True, slots=True)
class _Line:
    """An oddity, numbered."""

    id: int
    about: Oddity


def _place(line: _Line, _: Screen) -> Cell:
    return Cell(line.about.place, Tone.VERMILION if line.about.refused else Tone.INK)


def _what(line: _Line, screen: Screen) -> Cell:
    icon = "circle-alert" if line.about.refused else ""
    return Cell(screen.words.say(line.about.what), Tone.VERMILION if line.about.refused else Tone.SECOND, icon=icon)


COLUMNS: tuple[Column[_Line], ...] = (
    Column(lambda s: s.say("Item"), 260, _place),
    Column(lambda s: s.say("What was odd"), 0, _what),
)


class ImportReview(QDialog):
    """Counts, and what was odd; those that cannot come in stand first. `wanted` says to go ahead."""

    wanted = Signal()

    def __init__(self, name: str, came: Incoming, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say("Import a schedule"))
        self.setFixedSize(640, 420)
        head, self.counts, self.empty = Label("section"), Label("second"), Label("empty")
        head.setText(name)
        self.counts.setText(told(came, screen))
        self.empty.setText(screen.say("Nothing in the file was odd."))
        lines = [
            _Line(number, one) for number, one in enumerate(sorted(came.oddities, key=lambda one: not one.refused))
        ]
        self.model = RowModel(COLUMNS, screen)
        self.model.show_rows(lines)
        self.view = RowView(self.model, ROW_HEIGHT)
        self.view.setAccessibleName(screen.say("What was odd"))
        self.go, self.leave = QPushButton(), QPushButton(screen.say("Cancel"))
        self.go.setText(
            screen.say("Import the others ({count} stay out)", count=len(came.refused))
            if came.refused
            else screen.say("Import")
        )
        self.go.setProperty("primary", True)
        self.go.setDefault(True)
        self.go.setEnabled(bool(came.commands))
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (head, self.counts):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(buttons)
        (self.empty if lines else self.view).hide()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(style_sheet(theme))
        self.view.painter.wear(theme)

    def _on_go(self) -> None:
        self.wanted.emit()
        self.close()
