"""What can be clicked in the picture of a day: agenda items, and who walks on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from forumdesk.rules.timing import clock
from forumdesk.ui import icons, wording
from forumdesk.ui.parts.text import plain
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.overview import CallRow

NAME_SIZES, SMALL_SIZE = (13, 11), 12
CAP, MARK = 3, 12
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
PEOPLE_KINDS = ("remarks", "keynote", "report", "roundtable")
"""Kinds of items that are known by who speaks."""


ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Block(QAbstractButton):
    """A stretch of time in a lane; `lane` and `start` say where, for the arrow keys, `id` what it stands for.

    `steered` asks for the neighbour at the right (1, 0), below (0, 1) and so on; `entered` says it has the focus.
    """

    steered = Signal(int, int)
    entered = Signal()

    def __init__(self, lane: int, start: int, about: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane, self.start, self.id = lane, start, about
        self._theme = LIGHT
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def name(self, words: str) -> None:
        """Say what it is, to the pointer and to a screen reader."""
        self.setAccessibleName(words.replace("\n", ", "))
        self.setToolTip(plain(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as the space bar does; arrows go to the neighbours."""
        if event.key() in ARROWS:
            self.steered.emit(*ARROWS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one block that Tab comes to."""
        self.entered.emit()
        super().focusInEvent(event)

    def _draw_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2, 2)


class ItemBlock(Block):
    """An agenda item in its family's colours: who or what, and how long or how many are named.

    `overlap_width` px at its left belong to the item before too, `covered_width` px at its right to the next one.
    """

    def __init__(self, lane: int, row: AgendaRow, parent: QWidget, *, marks_ceremonies: bool) -> None:
        super().__init__(lane, row.start, row.id, parent)
        self.row = row
        self.overlap_width = self.covered_width = 0
        self._marks = marks_ceremonies and wording.FAMILIES.get(row.kind) == "stage"
        self._name = ""

    def speak(self, screen: Screen) -> None:
        """Say what it is in another language."""
        row, kind = self.row, wording.chip(self.row.kind, screen).text
        self._name = (wording.who(row, screen) if row.kind in PEOPLE_KINDS else "") or kind
        lines = [f"{wording.span(row.start, row.end)}  {kind}", screen.text(row.title), wording.who(row, screen)]
        if row.announced is not None:
            lines.append(screen.say("{named} of {announced} named", named=row.named, announced=row.announced))
        if row.overlap:
            lines.append(screen.say("Overlaps what comes before by {minutes} min", minutes=row.overlap))
        self.name("\n".join(line for line in lines if line))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw tint, cap and words; in front of them the overlap."""
        painter, box = QPainter(self), self.rect()
        family = self._theme.families[wording.FAMILIES.get(self.row.kind, "frame")]
        painter.fillRect(box, QColor(self._theme.selected if self.underMouse() else family.tint))
        painter.fillRect(QRect(0, 0, box.width(), CAP), QColor(family.ink))
        self._draw_words(painter, QColor(family.ink))
        if self.overlap_width:
            over = QRect(0, 0, min(self.overlap_width, box.width()), box.height())
            painter.fillRect(over, QColor(self._theme.vermilion_tint))
            painter.fillRect(over, hatch(self._theme.vermilion))
            painter.setPen(QColor(self._theme.vermilion))
            painter.drawRect(over.adjusted(0, 0, -1, -1))
        self._draw_focus(painter)

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        width = self.width() - self.overlap_width - self.covered_width
        room = QRect(self.overlap_width, CAP, max(0, width), self.height() - CAP)
        small = sized(self.font(), SMALL_SIZE)
        for size in NAME_SIZES:
            name_font = sized(self.font(), size)
            spare = 2 if size == NAME_SIZES[0] else 0
            if lines := fitting(self._name, QFontMetrics(name_font), room.width() - spare):
                break
        row = self.row
        unnamed = self._marks and row.named < (row.announced or 0)
        count = f"{row.named}/{row.announced}" if self._marks and row.announced else str(row.minutes)
        if QFontMetrics(small).horizontalAdvance(count) > room.width():
            count = ""
        height = 20 * len(lines) + (18 if count else 0) + (MARK + 4 if self._marks else 0)
        top = room.top() + (room.height() - height) // 2
        painter.setPen(ink)
        painter.setFont(name_font)
        for line in lines:
            painter.drawText(QRect(room.left(), top, room.width(), 20), CENTRE, line)
            top += 20
        painter.setFont(small)
        painter.setPen(QColor(self._theme.amber) if unnamed else ink)
        painter.drawText(QRect(room.left(), top, room.width(), 18), CENTRE, count)
        if self._marks and room.width() >= MARK:
            image = icons.picture("award", ink.name(), MARK, self.devicePixelRatioF())
            painter.drawPixmap(room.center().x() - MARK // 2, top + (20 if count else 2), image)


class CallBlock(Block):
    """How many walk on together: filled where they are known, dashed where they are only counted."""

    def __init__(self, lane: int, row: AgendaRow, call: CallRow, parent: QWidget) -> None:
        super().__init__(lane, row.start, call.id, parent)
        self.row, self.call = row, call
        self._long = self._short = str(call.places)

    def speak(self, screen: Screen) -> None:
        """Say who it is in another language."""
        call = self.call
        if call.stays:
            self._long = screen.say("{count} stay", count=call.places)
        who = screen.say(", ").join(screen.text(name) for name in call.names)
        if len(call.names) < call.places:
            named = screen.say("{named} of {announced} named", named=len(call.names), announced=call.places)
            who = f"{who}\n{named}" if who else named
        self.name(f"{clock(self.start)}  {screen.text(call.title)}\n{who}")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the box and the number in it."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = len(self.call.names) >= self.call.places
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if known:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_pressed if self.underMouse() else theme.accent_fill))
        else:
            painter.setPen(QPen(QColor(theme.amber), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(theme.amber_tint if self.underMouse() else theme.surface))
        painter.drawRoundedRect(edge, 3, 3)
        painter.setFont(sized(self.font(), SMALL_SIZE, bold=known))
        painter.setPen(QColor("#FFFFFF" if known else theme.amber))
        text = self._long if painter.fontMetrics().horizontalAdvance(self._long) <= self.width() - 4 else self._short
        painter.drawText(self.rect(), CENTRE, text)
        self._draw_focus(painter)


def hatch(colour: str) -> QBrush:
    """Lines at 45° where times are not as they should be."""
    return QBrush(QColor(colour), Qt.BrushStyle.BDiagPattern)


def fitting(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """A name in that many px: on one line, on two, or its last part alone; no line, where nothing fits.

    Of a name such as 艾巴·伦德 the part behind the dot is the family's.
    """
    for name in dict.fromkeys((text, text.rpartition("·")[2])):
        if metrics.horizontalAdvance(name) <= width:
            return [name]
    words = text.split()
    for cut in range(1, len(words)):
        lines = [" ".join(words[:cut]), " ".join(words[cut:])]
        if all(metrics.horizontalAdvance(line) <= width for line in lines):
            return lines
    return []
