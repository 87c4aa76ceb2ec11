"""The overview: the day to scale, and beside it what is still missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.ui import wording
from forumdesk.ui.overview.day import DayPicture, days_of
from forumdesk.ui.overview.empty import NothingPlanned
from forumdesk.ui.overview.head import DayHead
from forumdesk.ui.overview.lines import LineList, SideBySide
from forumdesk.ui.overview.missing import missing_lines, problem_lines, reprint_lines, shortened, stage_lines
from forumdesk.ui.page import Around, Page
from forumdesk.ui.problems.findings import say_counts
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.reading import Reader
    from forumdesk.store.screens.overview import Overview

MARGIN = 32
TICK_SECONDS = 20
"""How often the line of now moves on."""


class OverviewPage(Page):
    """The first page: everything on it leads to where it is worked on. `clock` says what time it is."""

    follows_scope = True

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.clock: Callable[[], dt.datetime] = partial(dt.datetime.now, dt.UTC)
        self._overview: Overview | None = None
        self._day: dt.date | None = None
        self.head = DayHead()
        self.picture = DayPicture(screen)
        self.missing, self.problems, self.reprints, self.stage = (LineList(around) for _ in range(4))
        self.empty = NothingPlanned(around)
        self._arrange()
        for part in (self.head, self.picture, self._lists, self.empty):
            part.hide()  # until it is known what is planned
        self.head.days.chosen.connect(self._on_day)
        self.picture.chosen.connect(around.go)
        around.operations.changed.connect(self._on_changed)
        around.findings.found.connect(self._show_problems)
        self._timer = QTimer(self, interval=TICK_SECONDS * 1000)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def refresh(self) -> None:
        """Read the event anew."""
        self.around.operations.glance(partial(_overview, self.scope), self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.missing.title.setText(screen.say("Still missing"))
        self.missing.none.setText(screen.say("Every name that was announced is entered."))
        self.problems.title.setText(screen.say("Problems"))
        self.problems.none.setText(screen.say("No problems"))
        self.reprints.title.setText(screen.say("To reprint"))
        self.reprints.none.setText(screen.say("What was printed tells what the event does."))
        self.stage.title.setText(screen.say("On stage"))
        self.stage.none.setText(screen.say("Nobody is called onto the stage yet."))
        self.picture.setAccessibleName(screen.say("The day to scale"))
        self.empty.speak(screen)
        self.picture.speak(screen)
        self._say()
        self._show_problems()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.head.wear(theme)
        self.picture.wear(theme)
        for part in self._columns:
            part.wear(theme)

    def settle(self) -> None:
        """Take the keyboard to the picture of the day, or to the first step."""
        if self._overview is None:
            self.setFocus()
        else:
            (self.picture.blocks[0] if self.picture.blocks else self.empty.add).setFocus()

    def tick(self) -> None:
        """Move the line of now, and count the days anew."""
        if self._overview is not None:
            self._say_now(self._overview)

    @property
    def _columns(self) -> tuple[LineList, ...]:
        return self.missing, self.problems, self.reprints, self.stage

    def _arrange(self) -> None:
        self._lists = SideBySide(self._columns)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 20, MARGIN, 24)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(28)
        column.addWidget(self.picture)
        column.addWidget(self.empty)
        column.addSpacing(56)
        column.addWidget(self._lists)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        days = days_of(overview.items)
        if self._day not in days:
            today = self._now(overview).date()
            self._day = next((day for day in days if day >= today), days[0] if days else None)
        is_planned = bool(days)
        self.head.show()
        self.picture.setVisible(is_planned)
        self._lists.setVisible(is_planned)
        self.empty.setVisible(not is_planned)
        if self._day is not None:
            self.picture.show_day(overview, self._day)
        self._say()
        if self.hasFocus():
            self.settle()

    def _say(self) -> None:
        overview, screen = self._overview, self.screen_of
        if overview is None:
            return
        days = days_of(overview.items)
        choices = [(day.isoformat(), wording.short_date(day, screen)) for day in days]
        self.head.say_days(choices if len(days) > 1 else [], self._day.isoformat() if self._day else "")
        halls = {row.forum: overview.halls.get(row.forum) for row in overview.items if row.date == self._day}
        hall = next(iter(halls.values()), None) if len(halls) == 1 else None
        place = screen.text(overview.venue)
        if hall:
            place = screen.say("{venue}, {hall}", venue=place, hall=screen.text(hall)) if place else screen.text(hall)
        self.head.say_event(screen.text(overview.title), place)
        lines = missing_lines(overview, screen)
        self.missing.show_lines(shortened(lines, "ceremonies", screen))
        self.missing.count.setText(str(len(lines)) if lines else "")
        if self._day is not None:
            self._say_stage(overview, self._day)
        self._say_now(overview)

    def _say_stage(self, overview: Overview, day: dt.date) -> None:
        screen = self.screen_of
        self.stage.show_lines(shortened(stage_lines(overview, day, screen), "ceremonies", screen))
        items = {row.id for row in overview.items if row.date == day}
        people = [person for person in overview.people if person.item in items]
        unsure = sum(not person.is_coming for person in people)
        words = screen.say("{count} people", count=len(people)) if people else ""
        if unsure:
            words = screen.say("{count} people, {unsure} unconfirmed", count=len(people), unsure=unsure)
        self.stage.count.setText(words)

    def _say_now(self, overview: Overview) -> None:
        now = self._now(overview)
        day = self._day or overview.starts
        self.head.say_date(day, (day - now.date()).days, self.screen_of)
        is_today = day == now.date() and self._day is not None
        self.picture.show_now(now.hour * 60 + now.minute if is_today else None)

    def _now(self, overview: Overview) -> dt.datetime:
        """The time where the event is."""
        return self.clock().astimezone(ZoneInfo(overview.time_zone))

    def _show_problems(self) -> None:
        findings, screen = self.around.findings, self.screen_of
        found = [finding for finding in findings.open if not finding.is_reprint]
        self.problems.show_lines(shortened(problem_lines(found, screen), "problems", screen))
        self.problems.count.setText(say_counts(found, screen))
        self.reprints.show_lines(shortened(reprint_lines(findings.reprints, screen), "documents", screen))
        count = sum(len(each.pieces) for each in findings.reprints)
        self.reprints.count.setText(str(count) if count else "")

    def _on_day(self, code: str) -> None:
        self._day = dt.date.fromisoformat(code)
        if self._overview is not None:
            self._show(self._overview)

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.overview import READS

        if changes.rows.keys() & READS:
            self.refresh()

    def show_row(self, row: UUID) -> None:
        """Put the keyboard on an agenda item, where it is one of the day."""
        for block in self.picture.items:
            if block.row.id == row:
                block.setFocus()


def _overview(scope: Scope, look: Reader) -> Overview:
    from forumdesk.store.screens.overview import overview

    return overview(look, scope.forum, scope.day)
