"""A picture of the stage: who stands where, from the audience or from the stage itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumdesk.rules.names import is_han
from forumdesk.rules.precedence import Side, from_stage, rostrum
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

SCREEN_TOP, SCREEN_HEIGHT, FOOT = 4, 6, 24
DISC, SMALL_DISC, NAME_LINE, NARROW = 28, 24, 18, 56


@dataclass(frozen=True, slots=True)
class Stands:
    """Somebody on stage: rank, name and, smaller, where they come from."""

    rank: int
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn: those with a name in order of rank, and how many more stand behind without one.

    Of these, `entered` are known otherwise (a plaque names its recipient); `behind` is the line below them.
    """

    people: tuple[Stands, ...] = ()
    unnamed: int = 0
    entered: int = 0
    behind: str = ""
    second_at: Side = Side.LEFT_HAND


class StagePicture(QWidget):
    """The stage from above, seen from the audience until it is turned round."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scene = LIGHT, Scene()
        self._labels = "", ""
        self.from_stage = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 232)
        self.setMaximumHeight(352)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def speak(self, screen: Screen) -> None:
        """Name the edges."""
        self._labels = screen.say("Big screen"), screen.say("Audience")
        self.update()

    def show_scene(self, scene: Scene, *, from_stage: bool) -> None:
        """Draw a scene from one side or the other."""
        self._scene, self.from_stage = scene, from_stage
        self.setAccessibleDescription(" ".join(f"{each.rank} {each.name}" for each in self.front()))
        self.update()

    def front(self) -> Sequence[Stands]:
        """Those with a name as they stand, from left to right in the picture."""
        return self._turned(rostrum(self._scene.people, self._scene.second_at))

    def _turned(self, order: Sequence[Stands]) -> Sequence[Stands]:
        return from_stage(order) if self.from_stage else order

    def sizeHint(self) -> QSize:
        """As in a window of the usual size."""
        return QSize(656, 336)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw floor, screen, axis and people."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = QRectF(0.5, SCREEN_TOP + 14.5, self.width() - 1, self.height() - SCREEN_TOP - 15 - FOOT)
        if self.from_stage:
            floor.moveTop(FOOT + 0.5)
        self._draw_floor(painter, floor)
        behind = bool(self._scene.unnamed)
        front_at = 0.42
        if behind:
            front_at = 0.22 if self.from_stage else 0.54
        if behind:
            self._draw_unnamed(painter, floor, floor.top() + floor.height() * (0.68 if self.from_stage else 0.18))
        self._draw_people(painter, floor, floor.top() + floor.height() * front_at)

    def _draw_floor(self, painter: QPainter, floor: QRectF) -> None:
        theme = self._theme
        back, edge = (floor.bottom(), floor.top()) if self.from_stage else (floor.top(), floor.bottom())
        painter.setPen(QPen(QColor(theme.hairline_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(floor)
        axis = QPen(QColor(theme.hairline_strong), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(axis)
        painter.drawLine(QPointF(floor.center().x(), floor.top()), QPointF(floor.center().x(), floor.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink_2))
        across = floor.width() * 0.75
        bar = back + 8 if self.from_stage else back - 8 - SCREEN_HEIGHT
        painter.drawRoundedRect(QRectF(floor.center().x() - across / 2, bar, across, SCREEN_HEIGHT), 1, 1)
        painter.setBrush(QColor(theme.ink))
        painter.drawRect(QRectF(floor.left(), edge - 1, floor.width(), 2))
        screen, audience = self._labels
        inside = back - 20 if self.from_stage else back + 4
        outside = edge - 21 if self.from_stage else edge + 4
        self._label(painter, floor, inside, screen)
        self._label(painter, floor, outside, audience)

    def _label(self, painter: QPainter, floor: QRectF, top: float, text: str) -> None:
        painter.setFont(sized(self.font(), 12))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
        box = QRectF(floor.center().x() - width / 2, top, width, 17)
        painter.fillRect(box, QColor(self._theme.surface))
        painter.setPen(QColor(self._theme.ink_2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_unnamed(self, painter: QPainter, floor: QRectF, middle: float) -> None:
        scene, theme = self._scene, self._theme
        step = min(40.0, (floor.width() - 32) / scene.unnamed)
        disc = min(float(SMALL_DISC), step - 3)
        left = floor.center().x() - step * (scene.unnamed - 1) / 2
        numbered = disc >= 18
        painter.setFont(sized(self.font(), 11))
        for place in range(scene.unnamed):
            number = scene.unnamed - place if self.from_stage else place + 1
            known = number <= scene.entered
            colour = QColor(theme.ink_2 if known else theme.amber)
            style = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1.2, style))
            painter.setBrush(QColor(theme.surface))
            box = QRectF(left + step * place - disc / 2, middle - disc / 2, disc, disc)
            painter.drawEllipse(box)
            if numbered:
                painter.setPen(colour)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        missing = scene.entered < scene.unnamed
        self._line(painter, floor, middle + disc / 2 + 6, scene.behind, theme.amber if missing else theme.ink_2)

    def _line(self, painter: QPainter, floor: QRectF, top: float, text: str, colour: str) -> None:
        painter.setFont(sized(self.font(), 12))
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, floor.width() - 16)
        width = metrics.horizontalAdvance(shown) + 12
        box = QRectF(floor.center().x() - width / 2, top, width, 18)
        painter.fillRect(box, QColor(self._theme.surface))
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _draw_people(self, painter: QPainter, floor: QRectF, middle: float) -> None:
        people = self.front()
        if not people:
            return
        step = min(96.0, (floor.width() - 16) / len(people))
        left = floor.center().x() - step * (len(people) - 1) / 2
        for place, each in enumerate(people):
            self._draw_person(painter, each, QPointF(left + step * place, middle), step, floor.bottom())

    def _draw_person(self, painter: QPainter, each: Stands, at: QPointF, room: float, foot: float) -> None:
        theme = self._theme
        disc = QRectF(at.x() - DISC / 2, at.y() - DISC / 2, DISC, DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_fill))
        painter.drawEllipse(disc)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(sized(self.font(), 12, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(each.rank))
        top = disc.bottom() + 4
        name, where = (each.name, 13, True, theme.ink), (each.where, 12, False, theme.ink_2)
        if room < NARROW:  # rank and name are what the stage is planned by
            name, where = (each.name, 11, True, theme.ink), ("", 11, False, theme.ink_2)
        for text, size, bold, colour in (name, where):
            painter.setFont(sized(self.font(), size, bold=bold))
            metrics = QFontMetricsF(painter.font())
            painter.setPen(QColor(colour))
            for line in two_lines(text, room - 4, metrics):
                if top + NAME_LINE > foot:
                    return
                width = metrics.horizontalAdvance(line)
                ground = QRectF(at.x() - width / 2 - 2, top, width + 4, NAME_LINE)
                painter.fillRect(ground, QColor(theme.surface))
                painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, line)
                top += NAME_LINE


def two_lines(text: str, room: float, metrics: QFontMetricsF) -> list[str]:
    """A name on one line, or broken between its words into two; what still has no room ends in an ellipsis."""
    lines = [text]
    if metrics.horizontalAdvance(text) > room:
        head, gap, tail = text.partition("·") if "·" in text else text.rpartition(" ")
        if text.count(" ") > 1 and "·" not in text:
            head, gap, tail = text.partition(" ")
            while tail and metrics.horizontalAdvance(f"{head} {tail.partition(' ')[0]}") <= room:
                word, _, tail = tail.partition(" ")
                head = f"{head} {word}"
        if not (head and tail) and is_han(text):
            head, gap, tail = text[: (len(text) + 1) // 2], "", text[(len(text) + 1) // 2 :]
        lines = [head + gap.strip(), tail] if head and tail else [text]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
