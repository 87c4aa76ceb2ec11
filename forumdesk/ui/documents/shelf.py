"""The left of the page: the documents in groups, with how many pieces each has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from forumdesk.app.printing.kinds import BY_NAME, GROUPS, KINDS
from forumdesk.ui import icons
from forumdesk.ui.parts.head import MARGIN, Head
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

WIDTH, LEAST = 264, 208
ROW_HEIGHT, GROUP_HEIGHT = 36, 36
ICON, TEXT, BAR, CHIP_HEIGHT, CHIP_PADDING, RIGHT = 16, 50, 3, 20, 6, 16
_NAME = int(Qt.ItemDataRole.UserRole)
_COUNT, _CHIP = _NAME + 1, _NAME + 2
Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Shelf(QFrame):
    """Chooses a document; `chosen` says its name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shelf")
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDTH)
        self.head, self.list = Head(), QListWidget()
        self.list.setObjectName("documents")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.painter = ShelfPainter(self.list)
        self.list.setItemDelegate(self.painter)
        self._groups: list[tuple[QListWidgetItem, str]] = []
        self._items: dict[str, QListWidgetItem] = {}
        for title in GROUPS:
            heading = QListWidgetItem(self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._groups.append((heading, title))
            for kind in (kind for kind in KINDS if kind.group == title):
                item = QListWidgetItem(self.list)
                item.setData(_NAME, kind.name)
                self._items[kind.name] = item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.list.currentItemChanged.connect(self._on_current)

    @property
    def names(self) -> list[str]:
        """What can be chosen, from top to bottom."""
        return list(self._items)

    def choose(self, name: str) -> None:
        """Choose a document by its name."""
        self.list.setCurrentItem(self._items[name])

    def row(self, name: str) -> QRect:
        """Where a document stands in the list."""
        return self.list.visualItemRect(self._items[name])

    def count(self, name: str, count: int | None, chip: str = "") -> None:
        """Show how many pieces there are of a document, and what is missing."""
        item = self._items[name]
        item.setData(_COUNT, "" if count is None else str(count))
        item.setData(_CHIP, chip)
        spoken = " ".join(part for part in (item.text(), item.data(_COUNT), chip) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def chip(self, name: str) -> str:
        """What the amber label of a document says."""
        return self._items[name].data(_CHIP) or ""

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.head.title.setText(screen.say("Documents"))
        self.list.setAccessibleName(screen.say("Documents"))
        for heading, title in self._groups:
            heading.setText(screen.words.say(title))
        for name, item in self._items.items():
            item.setText(screen.words.say(BY_NAME[name].title))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.painter.theme = theme
        self.list.viewport().update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH, super().sizeHint().height())

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME):
            self.chosen.emit(item.data(_NAME))


class ShelfPainter(QStyledItemDelegate):
    """Groups as small headings; documents with icon, name, count and an amber chip."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heights are set, not measured."""
        return QSize(LEAST, ROW_HEIGHT if index.data(_NAME) else GROUP_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        box = option.rect
        theme, name, text = self.theme, index.data(_NAME), str(index.data())
        font = self._view.font()
        if not name:
            painter.setFont(sized(font, 12))
            painter.setPen(QColor(theme.ink_3))
            painter.drawText(box.adjusted(MARGIN, 4, 0, 0), _LEFT, text)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, box, selected=selected, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        colour = theme.ink if selected else theme.ink_2
        image = icons.picture(BY_NAME[name].icon, colour, ICON, self._view.devicePixelRatioF())
        painter.drawPixmap(box.left() + MARGIN, box.center().y() - ICON // 2 + 1, image)
        free = box.adjusted(TEXT, 0, -RIGHT, 0)
        if chip := index.data(_CHIP):
            free.setRight(self._chip(painter, free, chip) - 8)
        name_font = sized(font, 13, bold=selected)
        metrics, count = QFontMetrics(name_font), index.data(_COUNT) or ""
        if metrics.horizontalAdvance(text) + 8 + QFontMetrics(font).horizontalAdvance(count) > free.width():
            count = ""  # the name says more
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, free.width())
        painter.setFont(name_font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(free, _LEFT, shown)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_2 if selected else theme.ink_3))
        painter.drawText(free.adjusted(metrics.horizontalAdvance(shown) + 8, 0, 0, 0), _LEFT, count)

    def _ground(self, painter: QPainter, box: QRect, *, selected: bool, hovered: bool) -> None:
        if selected:
            painter.fillRect(box, QColor(self.theme.selected))
            painter.fillRect(QRect(box.left(), box.top(), BAR, box.height()), QColor(self.theme.accent))
            if self._view.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(QColor(self.theme.focus), 2))
                painter.drawRoundedRect(QRectF(box).adjusted(BAR + 2, 2, -2, -2), 6, 6)
        elif hovered:
            painter.fillRect(box, QColor(self.theme.hover))

    def _chip(self, painter: QPainter, free: QRect, text: str) -> int:
        """Draw a chip at the right edge; gives back where it begins."""
        font = sized(self._view.font(), 12)
        width = QFontMetrics(font).horizontalAdvance(text) + 2 * CHIP_PADDING
        chip = QRectF(free.right() - width + 1, free.center().y() - CHIP_HEIGHT / 2 + 1, width, CHIP_HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.amber_tint))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.amber))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
        return int(chip.left())
