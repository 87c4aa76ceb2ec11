"""A day drawn to scale: forums as lanes over time, who is on stage, cues, and where now is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from forumdesk.app.wording import say_code
from forumdesk.rules.timing import clock
from forumdesk.ui import icons
from forumdesk.ui.overview.blocks import Block, CallBlock, ItemBlock, hatch
from forumdesk.ui.overview.lanes import Scale, leads_to, sections, shared
from forumdesk.ui.overview.now import NowLine
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized
from forumdesk.ui.wording import FAMILIES

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.overview import CallRow, Overview

GUTTER = 64
HOURS_HEIGHT, GRID_TOP = 20, 28
SECTION, ITEMS, ITEM_HEIGHT = 40, 66, 76
STAGE, STAGE_HEIGHT, CUES, BOTTOM = 174, 44, 258, 290
"""px from the top, where one forum has the day to itself: section names, items, who is on stage, cues."""

FORUM, FORUM_NAME, FORUM_HEIGHT = 40, 24, 108
"""px: where the lane of the first of several forums begins, its name's height, and a lane with its space."""

CUE_ICONS = {
    "video": "monitor-play", "music": "music", "countdown": "timer", "photo": "camera", "sign": "pen-line",
    "plaques": "award", "hands": "hand", "unveil": "hand", "launch": "rocket", "speech": "mic",
}  # fmt: skip
"""What departments do, by kind; who comes and goes is in the lane above."""

CUE, CUE_ROOM, CAP = 14, 16, 4
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class DayPicture(QWidget):
    """One day. What is clicked is `chosen`: the page it leads to, and the id of a row there."""

    chosen = Signal(str, object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.now = NowLine(self)
        self._screen, self._theme = screen, LIGHT
        self._rows: list[AgendaRow] = []
        self._overview: Overview | None = None
        self._forums: list[UUID] = []
        self._minutes_now: int | None = None

    def show_day(self, overview: Overview, day: dt.date) -> None:
        """Draw a day of the event."""
        kept = next((block.id for block in self.blocks if block.hasFocus()), None)
        rows = [row for row in overview.items if row.date == day]
        self._rows, self._overview = rows, overview
        self._forums = list(dict.fromkeys(row.forum for row in rows))
        for block in self.blocks:
            block.hide()
            block.deleteLater()
        alone = self._is_alone
        self.blocks = [
            ItemBlock(self._forums.index(row.forum), row, self, marks_ceremonies=not alone) for row in rows
        ]
        if alone:
            self.blocks += [CallBlock(1, row, call, self) for call, row, _ in self._calls()]
        self.setFixedHeight(BOTTOM if alone else FORUM + FORUM_HEIGHT * len(self._forums))
        self._ready(kept)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        for block in self.blocks:
            if isinstance(block, ItemBlock | CallBlock):
                block.speak(screen)
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.now.wear(theme)
        for block in self.blocks:
            block.wear(theme)
        self.update()

    def show_now(self, minutes: int | None) -> None:
        """Draw a line at a time of the day (minutes after midnight); none outside of it."""
        self._minutes_now = minutes
        self._place_now()

    @property
    def scale_of_day(self) -> Scale:
        """From the first start to the last end."""
        starts, ends = [row.start for row in self._rows], [row.end for row in self._rows]
        gutter = GUTTER if self._is_alone else 0
        return Scale(min(starts, default=0), max(ends, default=1), gutter, self.width() - gutter)

    @property
    def items(self) -> list[ItemBlock]:
        """The agenda items, in their order."""
        return [block for block in self.blocks if isinstance(block, ItemBlock)]

    @property
    def _is_alone(self) -> bool:
        return len(self._forums) < 2

    def _calls(self) -> list[tuple[CallRow, AgendaRow, int]]:
        """Who walks on in which item, and until when they are there; who stays is there for the next one too."""
        assert self._overview is not None
        return [
            (call, row, (following or row).end if call.stays else row.end)
            for row, following in zip(self._rows, [*self._rows[1:], None], strict=True)
            for call in self._overview.calls.get(row.id, ())
            if call.places
        ]

    def _ready(self, kept: UUID | None) -> None:
        for place, block in enumerate(self.blocks):
            if isinstance(block, ItemBlock):
                block.clicked.connect(partial(self.chosen.emit, "agenda", block.row.id))
            elif isinstance(block, CallBlock):
                block.clicked.connect(partial(self.chosen.emit, *leads_to(block.call, block.row)))
            block.steered.connect(partial(self._steer, block))
            block.entered.connect(partial(self._let_tab_come_to, block))
            block.wear(self._theme)
            block.show()
            if place == 0:
                self._let_tab_come_to(block)
        self.speak(self._screen)
        self._place()
        for block in self.blocks:
            if block.id == kept:
                block.setFocus()

    def _let_tab_come_to(self, chosen: Block) -> None:
        """One of the blocks is in the order of Tab; the arrows go to the others."""
        for block in self.blocks:
            policy = Qt.FocusPolicy.StrongFocus if block is chosen else Qt.FocusPolicy.ClickFocus
            block.setFocusPolicy(policy)

    def _steer(self, block: Block, right: int, down: int) -> None:
        lane = [other for other in self.blocks if other.lane == block.lane + down]
        if down and lane:
            min(lane, key=lambda other: abs(other.start - block.start)).setFocus()
        elif right and 0 <= lane.index(block) + right < len(lane):
            lane[lane.index(block) + right].setFocus()

    def _place(self) -> None:
        scale = self.scale_of_day
        calls = self._calls() if self._is_alone and self._rows else []
        lines = shared([(row.start, end) for _, row, end in calls])
        at_stage = zip(calls, lines, strict=True)
        before: ItemBlock | None = None
        for block in self.blocks:
            if isinstance(block, ItemBlock):
                row = block.row
                left, width = scale.span(row.start, row.end)
                top = ITEMS if self._is_alone else FORUM + FORUM_NAME + FORUM_HEIGHT * block.lane
                height = ITEM_HEIGHT if self._is_alone else FORUM_HEIGHT - FORUM_NAME - 16
                block.overlap_width = scale.x(row.start + row.overlap) - left if row.overlap else 0
                block.setGeometry(left, top, width, height)
                block.covered_width = 0
                if before is not None and before.lane == block.lane:
                    before.covered_width = max(0, before.geometry().right() + 1 - left)
                before = block
            else:
                (_, row, end), (line, of) = next(at_stage)
                left, width = scale.span(row.start, end)
                height = (STAGE_HEIGHT - 3 * (of - 1)) // of
                block.setGeometry(left, STAGE + line * (height + 3), width, height)
        self._place_now()

    def _place_now(self) -> None:
        scale, now = self.scale_of_day, self._minutes_now
        inside = now is not None and bool(self._rows) and scale.start <= now <= scale.end
        self.now.setVisible(inside)
        if inside and now is not None:
            self.now.stand_at(scale.x(now), self.height(), clock(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw to another scale."""
        self._place()
        super().resizeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what lies under the blocks."""
        if not self._rows:
            return
        painter = QPainter(self)
        self._draw_hours(painter)
        self._draw_gaps(painter)
        if self._is_alone:
            self._draw_names_of_lanes(painter)
            self._draw_sections(painter)
            self._draw_who_speaks(painter)
            self._draw_cues(painter)
        else:
            self._draw_forums(painter)

    def _draw_hours(self, painter: QPainter) -> None:
        scale, theme = self.scale_of_day, self._theme
        painter.setFont(sized(self.font(), 13))
        for minutes in scale.marks(scale.step // 3):
            painter.fillRect(QRect(scale.x(minutes), GRID_TOP, 1, 6), QColor(theme.hairline_strong))
        for minutes in scale.marks(scale.step):
            x = scale.x(minutes)
            painter.fillRect(QRect(x, GRID_TOP, 1, self.height() - GRID_TOP), QColor(theme.hairline))
            painter.setPen(QColor(theme.ink_2))
            left = min(max(0, x - 30), self.width() - 60)
            painter.drawText(QRect(left, 0, 60, HOURS_HEIGHT), CENTRE if left else MIDDLE, clock(minutes))

    def _draw_gaps(self, painter: QPainter) -> None:
        scale, lane = self.scale_of_day, -1
        for block in self.items:
            opens, lane = block.lane != lane, block.lane
            if opens or not block.row.gap:
                continue
            left, width = scale.span(block.row.start - block.row.gap, block.row.start)
            box = QRect(left, block.y(), width, block.height())
            painter.fillRect(box, hatch(self._theme.hairline_strong))
            if block.row.protected and width >= CUE + 2:
                image = icons.picture("shield", self._theme.ink_2, CUE, self.devicePixelRatioF())
                painter.drawPixmap(box.center() - QPoint(CUE // 2, CUE // 2), image)

    def _draw_names_of_lanes(self, painter: QPainter) -> None:
        screen = self._screen
        painter.setPen(QColor(self._theme.ink_2))
        painter.setFont(sized(self.font(), 13))
        for word, top, height in (
            (screen.say("Agenda"), ITEMS, ITEM_HEIGHT),
            (screen.say("On stage"), STAGE, STAGE_HEIGHT),
            (screen.say("Cues"), CUES, CUE),
        ):
            painter.drawText(QRect(0, top, GUTTER, height), MIDDLE, word)

    def _draw_sections(self, painter: QPainter) -> None:
        scale, screen = self.scale_of_day, self._screen
        found = sections(self._rows)
        painter.setFont(sized(self.font(), 13, bold=True))
        ends = [scale.x(section.start) for section in found[1:]] + [self.width()]
        for section, end in zip(found, ends, strict=True):
            word = screen.say("Ceremonies") if section.family == "stage" else say_code(screen.words, section.kind)
            left = scale.x(section.start)
            painter.setPen(QColor(self._theme.families[section.family].ink))
            if painter.fontMetrics().horizontalAdvance(word) <= end - left:
                painter.drawText(QRect(left, SECTION, end - left, 20), MIDDLE, word)

    def _draw_who_speaks(self, painter: QPainter) -> None:
        """A thin line where somebody speaks and nobody is called onto the stage."""
        assert self._overview is not None
        scale = self.scale_of_day
        for row in self._rows:
            if row.people and not self._overview.calls.get(row.id):
                left, width = scale.span(row.start, row.end)
                line = QRect(left, STAGE + (STAGE_HEIGHT - CAP) // 2, width, CAP)
                painter.fillRect(line, QColor(self._theme.hairline_strong))

    def _draw_cues(self, painter: QPainter) -> None:
        assert self._overview is not None
        scale = self.scale_of_day
        for row in self._rows:
            left, width = scale.span(row.start, row.end)
            family = FAMILIES.get(row.kind, "frame")
            colour = self._theme.families["stage"].ink if family == "stage" else self._theme.ink_2
            kinds = (CUE_ICONS.get(cue.kind, "") for cue in self._overview.cues.get(row.id, ()))
            for place, name in enumerate(dict.fromkeys(kind for kind in kinds if kind)):
                if (place + 1) * CUE_ROOM <= max(width, CUE_ROOM) + 2:
                    image = icons.picture(name, colour, CUE, self.devicePixelRatioF())
                    painter.drawPixmap(left + place * CUE_ROOM, CUES, image)

    def _draw_forums(self, painter: QPainter) -> None:
        assert self._overview is not None
        titles = {row.forum: row.forum_title for row in self._rows}
        for place, forum in enumerate(self._forums):
            top, words = FORUM + FORUM_HEIGHT * place, self._screen.text(titles[forum])
            painter.setFont(sized(self.font(), 13, bold=True))
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(QRect(0, top, self.width(), FORUM_NAME), MIDDLE, words)
            if hall := self._overview.halls.get(forum):
                left = painter.fontMetrics().horizontalAdvance(words) + 12
                painter.setFont(sized(self.font(), 12))
                painter.setPen(QColor(self._theme.ink_2))
                painter.drawText(QRect(left, top, self.width() - left, FORUM_NAME), MIDDLE, self._screen.text(hall))


def days_of(rows: Sequence[AgendaRow]) -> list[dt.date]:
    """The days something is planned on, in order."""
    return sorted({row.date for row in rows})
