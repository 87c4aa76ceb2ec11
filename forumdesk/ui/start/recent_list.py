"""The files opened last, as a list to choose from; those that are not there any more are marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumdesk.ui import icons
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.app.recent import Recent

ROW, ICON, BAR = 56, 20, 3
_TITLE, _PATH, _MISSING = (int(Qt.ItemDataRole.UserRole) + place for place in range(3))


class RecentList(QListWidget):
    """Enter, Space or a double click opens; Delete takes a file off the list."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._on_activated)

    @property
    def chosen(self) -> str:
        """The path of the file the keyboard is on, or nothing."""
        item = self.currentItem()
        return str(item.data(_PATH)) if item is not None else ""

    def show_files(self, files: Sequence[Recent], screen: Screen) -> None:
        """List these."""
        self.clear()
        for file in files:
            title, missing = screen.text(file.title), screen.say("not there any more") if file.is_missing else ""
            item = QListWidgetItem(", ".join(filter(None, (title, file.path, missing))))
            item.setData(_TITLE, title)
            item.setData(_PATH, file.path)
            item.setData(_MISSING, missing)
            self.addItem(item)
        if files:
            self.setCurrentRow(0)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._painter.theme = theme
        self.viewport().update()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_PATH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open, Delete forgets."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(item.data(_PATH))
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(item.data(_PATH))
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """An icon, the event's title and below it the file; at the right what is wrong with it."""

    def __init__(self, view: RecentList) -> None:
        super().__init__(view)
        self._view, self.theme = view, LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Rows have one height."""
        return QSize(100, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one file."""
        theme, box, view = self.theme, option.rect, self._view
        missing = index.data(_MISSING)
        painter.save()
        if QStyle.StateFlag.State_Selected in option.state:
            in_use = view.hasFocus()
            painter.fillRect(box, QColor(theme.selected if in_use else theme.hover))
            painter.fillRect(box.left(), box.top(), BAR, ROW, QColor(theme.accent if in_use else theme.ink_3))
        else:
            if QStyle.StateFlag.State_MouseOver in option.state:
                painter.fillRect(box, QColor(theme.hover))
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        image = icons.picture(
            "calendar-clock", theme.disabled if missing else theme.ink_2, ICON, view.devicePixelRatioF()
        )
        painter.drawPixmap(box.left() + 16, box.top() + (ROW - ICON) // 2, image)
        room = box.adjusted(52, 8, -16, -8)
        small = sized(view.font(), 12)
        if missing:
            painter.setFont(small)
            painter.setPen(QColor(theme.amber))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, missing)
            room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(missing) - 16)
        lines = (
            (sized(view.font(), 13, bold=True), theme.ink_2 if missing else theme.ink, index.data(_TITLE)),
            (small, theme.ink_3, _short(index.data(_PATH))),
        )
        for place, (font, ink, text) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            line = room.adjusted(0, place * 20, 0, 0)
            line.setHeight(20)
            mode = Qt.TextElideMode.ElideMiddle if place else Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(text, mode, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


def _short(path: str) -> str:
    """A path without the user's own folder in front."""
    try:
        return str(Path("~") / Path(path).relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return path
