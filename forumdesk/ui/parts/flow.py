"""Widgets side by side, as many in a line as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

GAP, GROUP_GAP = 6, 16


class Flow(QLayout):
    """A group that does not fit behind the one before it begins a line of its own."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._begins: set[int] = set()

    def begin_group(self) -> None:
        """What is added next belongs together."""
        self._begins.add(len(self._items))

    def addItem(self, item: QLayoutItem) -> None:
        """Put one behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The one in a place, or None."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """More room is of no use."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Less width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines, in px."""
        return self._lay(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """No more than the widest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest must fit."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Lay everything out."""
        super().setGeometry(rect)
        self._lay(rect, moves=True)

    def _lay(self, rect: QRect, *, moves: bool) -> int:
        """Go through the lines; returns their height."""
        x, y, line = rect.x(), rect.y(), 0
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            size, begins = item.sizeHint(), place in self._begins
            if x > rect.x():
                x += GROUP_GAP if begins else GAP
            needed = self._width_from(place) if begins else size.width()
            if x > rect.x() and x + needed > rect.right() + 1:
                x, y, line = rect.x(), y + line + GAP, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width(), max(line, size.height())
        return y + line - rect.y()

    def _width_from(self, first: int) -> int:
        """How wide the group is that begins in a place."""
        after = min((begin for begin in self._begins if begin > first), default=len(self._items))
        widths = [item.sizeHint().width() for item in self._items[first:after] if not item.isEmpty()]
        return sum(widths) + GAP * (len(widths) - 1)
