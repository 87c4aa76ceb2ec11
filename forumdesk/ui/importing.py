"""A schedule of another program comes in: what it would change is shown first, and then done as one step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.review import Review
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
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
    kinds = f"{screen.say('Schedules')} (*.xml *.json *.xlsx *.csv)"
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


class ImportReview(Review):
    """Counts, and what was odd; those that cannot come in stand first."""

    def __init__(self, name: str, came: Incoming, screen: Screen, parent: QWidget) -> None:
        super().__init__(name, screen.say("Import a schedule"), screen, parent)
        self.setFixedSize(640, 420)
        self.counts.setText(told(came, screen))
        self.empty = Label("empty")
        self.empty.setText(screen.say("Nothing in the file was odd."))
        lines = [
            _Line(number, one) for number, one in enumerate(sorted(came.oddities, key=lambda one: not one.refused))
        ]
        self.model = RowModel(COLUMNS, screen)
        self.model.show_rows(lines)
        self.view = RowView(self.model, ROW_HEIGHT)
        self.view.setAccessibleName(screen.say("What was odd"))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        (self.empty if lines else self.view).hide()
        self.offer(len(came.refused), anything=bool(came.commands))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.view.painter.wear(theme)
