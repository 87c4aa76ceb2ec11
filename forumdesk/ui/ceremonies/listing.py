"""The ceremonies at the left: kind, time, title, and how many are named of those announced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.app.wording import say_code
from forumdesk.rules.timing import clock
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow

WIDTH, LEFT, RIGHT, TOP, CHIP, LINE, BAR = 258, 24, 16, 12, 20, 20, 3
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)


class ListingModel(QAbstractListModel):
    """One line a ceremony."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.lines: tuple[CeremonyRow, ...] = ()

    def show_rows(self, rows: Sequence[CeremonyRow]) -> None:
        """Take these in the place of those before."""
        if [row.id for row in rows] == [row.id for row in self.lines]:
            self.lines = tuple(rows)
            self.speak(self.screen)
            return
        self.beginResetModel()
        self.lines = tuple(rows)
        self.endResetModel()

    def speak(self, screen: Screen) -> None:
        """Show the same in another language."""
        self.screen = screen
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def place_of(self, row: UUID) -> int:
        """The number of the ceremony that an id belongs to, or -1."""
        return next((place for place, line in enumerate(self.lines) if line.holds(row)), -1)

    def count_of(self, row: CeremonyRow) -> tuple[str, bool]:
        """What is named of what was announced, else how many stand on stage; and whether names are missing."""
        screen = self.screen
        if row.announced is not None:
            batch = screen.text(row.batch)
            count = f"{row.named}/{row.announced}"
            return f"{batch} {count}".strip(), row.named < row.announced
        return (screen.say("{count} people", count=row.crowd) if row.crowd else ""), False

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The title, for those who do not see it drawn with time and count."""
        row = self.lines[index.row()]
        if role == _DISPLAY:
            return self.screen.text(row.title) or say_code(self.screen.words, row.kind)
        if role == _DESCRIPTION:
            return f"{say_code(self.screen.words, row.kind)} {clock(row.start)} {self.count_of(row)[0]}"
        return None


class ListingView(QListView):
    """The list. Up and Down choose; `pasted` tells of Ctrl+V."""

    pasted = Signal()

    def __init__(self, model: ListingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.painter = ListingPainter(self)
        self.setItemDelegate(self.painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A list may be pasted as soon as its ceremony is chosen."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


class ListingPainter(QStyledItemDelegate):
    """A chip, the time, a count at the right; below them the title on as many lines as it needs."""

    def __init__(self, view: ListingView) -> None:
        super().__init__(view)
        self._view, self._theme = view, LIGHT

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As high as the title needs."""
        metrics = QFontMetrics(self._view.font())
        box = metrics.boundingRect(
            QRect(0, 0, WIDTH - LEFT - RIGHT, 400), int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        lines = max(1, round(box.height() / metrics.lineSpacing()))
        return QSize(WIDTH, TOP + CHIP + 4 + LINE * min(lines, 3) + TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one ceremony."""
        theme, view = self._theme, self._view
        row = view.rows.lines[index.row()]
        left, top, width, height = cast("tuple[int, int, int, int]", option.rect.getRect())
        selected = QStyle.StateFlag.State_Selected in option.state
        if selected:
            in_use = view.hasFocus()
            painter.fillRect(option.rect, QColor(theme.selected))
            painter.fillRect(left, top, BAR, height, QColor(theme.accent if in_use else theme.ink_3))
        elif QStyle.StateFlag.State_MouseOver in option.state:
            painter.fillRect(option.rect, QColor(theme.hover))
        inner = QRect(left + LEFT, top + TOP, width - LEFT - RIGHT, CHIP)
        small = sized(view.font(), 12)
        painter.setFont(small)
        word = say_code(view.rows.screen.words, row.kind)
        chip = QRect(inner.left(), inner.top(), QFontMetrics(small).horizontalAdvance(word) + 12, CHIP)
        family = theme.families["stage"]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(family.tint))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(QColor(family.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
        time = inner.adjusted(chip.width() + 8, 0, 0, 0)
        painter.setPen(QColor(theme.ink_2))
        painter.drawText(time, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, clock(row.start))
        count, missing = view.rows.count_of(row)
        room = time.adjusted(44, 0, 0, 0)
        if QFontMetrics(small).horizontalAdvance(count) > room.width():
            count = count.rpartition(" ")[2]  # the batch gives way, the numbers do not
        painter.setPen(QColor(theme.amber if missing else theme.ink_2))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        painter.setFont(view.font())
        painter.setPen(QColor(theme.ink))
        wrapped = QTextOption()
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        title = QRect(inner.left(), chip.bottom() + 5, inner.width(), height - TOP - CHIP - 4)
        painter.drawText(title, str(index.data()), wrapped)
