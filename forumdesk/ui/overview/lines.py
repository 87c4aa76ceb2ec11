"""Short lists of things to go to: each line is a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.page import Around
from forumdesk.ui.parts.text import Label, plain
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

HEIGHT, ICON, CHEVRON, TEXT = 48, 16, 14, 30
BETWEEN, LEAST = 48, 240
"""px: between lists, and how wide each is at least where all stand side by side."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: a title, what it is about below, a count at the right, and where it leads to.

    That is a page and, where there is one, a row there or a part with a name.

    `colour` names one of the theme, for the icon and the count.
    """

    icon: str
    colour: str
    title: str
    detail: str
    page: str
    row: UUID | None = None
    tag: str = ""
    part: str = ""


class LineLink(QAbstractButton):
    """A line that leads somewhere; Enter and the space bar go there."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line, self._theme = line, LIGHT
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Say this line."""
        self.line = line
        self.setAccessibleName(" ".join(part for part in (line.title, line.tag, line.detail) if part))
        self.setToolTip(plain(f"{line.title}\n{line.detail}".strip()))
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the list is."""
        return QSize(240, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too; the arrows go along the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw icon, both texts, count and chevron."""
        painter, theme, line = QPainter(self), self._theme, self.line
        colour, ratio, width = getattr(theme, line.colour), self.devicePixelRatioF(), self.width()
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.hover))
        painter.fillRect(QRect(0, HEIGHT - 1, width, 1), QColor(theme.hairline))
        painter.drawPixmap(0, (HEIGHT - ICON) // 2, icons.picture(line.icon, colour, ICON, ratio))
        painter.drawPixmap(
            width - CHEVRON, (HEIGHT - CHEVRON) // 2, icons.picture("chevron-right", theme.ink_3, CHEVRON, ratio)
        )
        font = sized(self.font(), 13)
        tag_width = QFontMetrics(font).horizontalAdvance(line.tag) + 8 if line.tag else 0
        right = width - CHEVRON - 8 - tag_width
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(right, 0, tag_width, HEIGHT), _RIGHT, line.tag)
        painter.setPen(QColor(theme.ink))
        top, height = (4, 20) if line.detail else (0, HEIGHT)
        self._write(painter, QRect(TEXT, top, right - TEXT, height), line.title)
        painter.setFont(sized(self.font(), 12))
        painter.setPen(QColor(theme.ink_2))
        self._write(painter, QRect(TEXT, 24, right - TEXT, 18), line.detail)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 4, 4)

    def _write(self, painter: QPainter, box: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _MIDDLE, shown)


class SideBySide(QWidget):
    """Lists in one row or, where that leaves them too little room, in two."""

    def __init__(self, lists: Sequence[LineList]) -> None:
        super().__init__()
        self._lists, self._across = lists, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(BETWEEN)
        self._put(len(lists))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        count = len(self._lists)
        room = count * LEAST + (count - 1) * BETWEEN
        self._put(count if self.width() >= room else -(-count // 2))

    def _put(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, part in enumerate(self._lists):
            self._grid.addWidget(part, number // across, number % across)
            self._grid.setColumnStretch(number, int(number < across))


class LineList(QWidget):
    """A heading with a count, and lines below, or a sentence where there are none.

    Lines that come anew are told by the widgets that were there, so that the focus stays.
    """

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.title, self.count, self.none = Label("section"), Label("count"), Label("second")
        self.links: list[LineLink] = []
        self._around, self._theme = around, LIGHT
        heading = QHBoxLayout()
        heading.setContentsMargins(0, 0, 0, 8)
        heading.setSpacing(8)
        heading.addWidget(self.title)
        heading.addWidget(self.count, 1)
        rule = QFrame()
        rule.setObjectName("strong")
        rule.setFixedHeight(1)
        rule.setAutoFillBackground(True)
        self._rule = rule
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)
        self._column.addWidget(rule)
        self.none.setWordWrap(True)
        self.none.setContentsMargins(0, 14, 0, 0)
        self._column.addWidget(self.none)
        self._column.addStretch(1)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Say these lines, in their order."""
        self.none.setVisible(not lines)
        for link, line in zip(self.links, lines, strict=False):
            link.show_line(line)
        for line in lines[len(self.links) :]:
            link = LineLink(line)
            link.wear(self._theme)
            link.clicked.connect(partial(self._follow, link))
            self._column.insertWidget(self._column.count() - 2, link)
            self.links.append(link)
        while len(self.links) > len(lines):
            gone = self.links.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        palette = self._rule.palette()
        palette.setColor(self._rule.backgroundRole(), QColor(theme.hairline_strong))
        self._rule.setPalette(palette)
        for link in self.links:
            link.wear(theme)

    def _follow(self, link: LineLink) -> None:
        line = link.line
        if line.part:
            self._around.go_to_part(line.page, line.part)
        else:
            self._around.go(line.page, line.row)
