"""The rows of the palette: headings and what was found under them, as a model and its painter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.ui import icons
from forumdesk.ui.palette.index import Entry
from forumdesk.ui.palette.matching import Query, marks, query, typed_marks
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

HEADING, ROW, ICON, BAR, SIDE, TEXT, BETWEEN = 32, 44, 18, 3, 20, 50, 14
Index = QModelIndex | QPersistentModelIndex
Run = tuple[str, bool]
"""A piece of a text, and whether it is what was typed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below have in common."""

    title: str


class Lines(QAbstractListModel):
    """Headings, which cannot be chosen, and entries."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Heading | Entry] = []
        self.asked: Query = query("")

    def show_found(self, asked: Query, groups: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        """Take (heading, entries) pairs in the place of those before."""
        self.beginResetModel()
        self.asked = asked
        self.lines = []
        for title, entries in groups:
            self.lines += [Heading(title), *entries]
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The entry in a row; None for a heading and where there is no row."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Entry) else None

    def next_entry(self, row: int, step: int) -> int:
        """The row of the next entry in a direction, round the ends; -1 where there is none."""
        for place in range(1, len(self.lines) + 1):
            candidate = (row + step * place) % len(self.lines)
            if isinstance(self.lines[candidate], Entry):
                return candidate
        return -1

    def height(self) -> int:
        """How high all rows are, in px."""
        return sum(ROW if isinstance(line, Entry) else HEADING for line in self.lines)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A row as one text, as a screen reader says it."""
        if role not in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return None
        line = self.lines[index.row()]
        if isinstance(line, Heading):
            return line.title
        return ", ".join(filter(None, (line.title, line.second, line.right)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class LinePainter(QStyledItemDelegate):
    """Draws a heading, or icon, title, reading and second text from the left and one text at the right edge."""

    def __init__(self, lines: Lines, view: QWidget) -> None:
        super().__init__(view)
        self._lines, self._view, self._theme = lines, view, LIGHT

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Rows and headings have a height each."""
        return QSize(100, ROW if self._lines.entry(index.row()) else HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line, box, theme = self._lines.lines[index.row()], option.rect, self._theme
        painter.save()
        if isinstance(line, Heading):
            painter.setFont(sized(self._view.font(), 12))
            painter.setPen(QColor(theme.ink_3))
            painter.drawText(box.adjusted(SIDE, 6, -SIDE, 0), _LEFT, line.title)
        else:
            selected = QStyle.StateFlag.State_Selected in option.state
            self._entry(painter, box, line, selected=selected)
        painter.restore()

    def _entry(self, painter: QPainter, box: QRect, entry: Entry, *, selected: bool) -> None:
        theme, asked = self._theme, self._lines.asked
        second = theme.ink_2
        if selected:
            painter.fillRect(box, QColor(theme.selected))
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), QColor(theme.accent))
        image = icons.picture(entry.icon, theme.ink_2, ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(box.left() + SIDE, box.top() + (box.height() - ICON) // 2, image)
        plain, bold = sized(self._view.font(), 13), sized(self._view.font(), 13, bold=True)
        small = sized(self._view.font(), 12)
        room = box.adjusted(TEXT, 0, -SIDE, 0)
        if entry.right:
            painter.setFont(small)
            painter.setPen(QColor(second))
            painter.drawText(room, _RIGHT, entry.right)
            room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(entry.right) - BETWEEN)
        written = marks(asked, entry.title)
        typed = typed_marks(asked, entry.reading) if entry.reading and not written else []
        whole = bool(typed) and not written
        title = [(entry.title, True)] if whole else list(_runs(entry.title, written))
        left = self._draw(painter, room, title, (plain, bold), theme.ink)
        if typed:
            spoken = entry.reading.title()
            runs = list(_runs(spoken, [(place, 1) for place in typed]))
            left = self._draw(painter, room.adjusted(left + BETWEEN, 0, 0, 0), runs, (plain, bold), theme.ink_2) + (
                left + BETWEEN
            )
        self._draw(painter, room.adjusted(left + BETWEEN, 0, 0, 0), [(entry.second, False)], (small, small), second)

    def _draw(self, painter: QPainter, room: QRect, runs: Sequence[Run], fonts: tuple[QFont, QFont], ink: str) -> int:
        """Draw runs one behind the other, cut where the room ends; returns how wide they are."""
        left = 0
        for text, marked in runs:
            font = fonts[marked]
            metrics = QFontMetrics(font)
            rest = room.width() - left
            if rest <= 0:
                break
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rest)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.accent if marked else ink))
            painter.drawText(room.adjusted(left, 0, 0, 0), _LEFT, shown)
            left += metrics.horizontalAdvance(shown)
        return left


def _runs(text: str, marked: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """A text in pieces, the marked ones told from the others."""
    place = 0
    for start, length in marked:
        if start < place:
            continue
        if start > place:
            yield text[place:start], False
        yield text[start : start + length], True
        place = start + length
    if place < len(text):
        yield text[place:], False


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
