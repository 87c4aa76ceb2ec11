"""The rail: the way to the menu, and the pages one below the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QMenu, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.text import plain
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

RAIL_WIDTH, RAIL_ITEM, RAIL_ICON, MARK = 76, QSize(60, 52), 20, 28
AT_THE_FOOT = "settings"
"""The page whose button stands apart, at the foot of the rail; it is the last one."""


class Mark(QWidget):
    """The mark of ForumDesk: three lines of a programme on a page."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.setFixedSize(MARK, MARK)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRectF(self.rect()), self._theme.accent_fill)


def draw_mark(painter: QPainter, page: QRectF, colour: str) -> None:
    """Draw the mark on a page of 28 × 28 px."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(page, 6, 6)
    for top, length, line in ((8, 14, "#FFFFFF"), (13, 10, "#FFFFFF"), (18, 14, "#F2B49F")):
        painter.setBrush(QColor(line))
        painter.drawRoundedRect(QRectF(page.left() + 7, page.top() + top, length, 2.5), 1, 1)


class MenuButton(QAbstractButton):
    """The mark of ForumDesk; behind it is the menu."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.menu = QMenu(self)
        self.setFixedSize(RAIL_ITEM.width(), MARK + 8)
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Show the menu beside the mark, for the keyboard too."""
        self.menu.popup(self.mapToGlobal(self.rect().topRight()))
        if self.menu.actions():
            self.menu.setActiveAction(self.menu.actions()[0])

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the mark, with a ring where the keyboard is."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF((self.width() - MARK) / 2, 4, MARK, MARK)
        draw_mark(painter, page, theme.accent_pressed if self.underMouse() else theme.accent_fill)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(page.adjusted(-3, -3, 3, 3), 8, 8)


class RailButton(QAbstractButton):
    """A page on the rail: an icon with a name below, which may be wider than a tool button would let it."""

    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon, self._theme = icon_name, LIGHT
        self.badge = 0
        self.setCheckable(True)
        self.setFixedSize(RAIL_ITEM)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw ground, icon and name."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected if self.isChecked() else theme.window))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, 5, 5)
        colour = theme.accent if self.isChecked() else theme.ink_2
        image = icons.picture(self._icon, colour, RAIL_ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - RAIL_ICON) // 2, 8, image)
        font = sized(self.font(), 11, bold=self.isChecked())
        font.setBold(font.bold() and QFontMetrics(font).horizontalAdvance(self.text()) <= self.width() - 4)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(-8, 30, self.width() + 16, 16), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.badge:
            self._draw_badge(painter)

    def count(self, number: int, words: str) -> None:
        """Show how many things wait on the page, none for 0; `words` say it to a screen reader."""
        self.badge = number
        self.setAccessibleDescription(words)
        self.setToolTip(plain(words))
        self.update()

    def _draw_badge(self, painter: QPainter) -> None:
        text = str(self.badge) if self.badge < 100 else "99+"
        painter.setFont(sized(self.font(), 11, bold=True))
        width = max(16, painter.fontMetrics().horizontalAdvance(text) + 8)
        around = QRect(min(38, self.width() - width), 3, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.vermilion))
        painter.drawRoundedRect(around, 8, 8)
        painter.setPen(QColor(self._theme.surface))
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QFrame):
    """The pages, one below the other."""

    def __init__(self, icons_of: dict[str, str], go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(RAIL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 7, 8)
        column.setSpacing(8)
        self.mark = MenuButton()
        column.addWidget(self.mark)
        column.addSpacing(10)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for name, icon in icons_of.items():
            button = RailButton(icon)
            button.clicked.connect(lambda _checked=False, name=name: go(name))
            self._group.addButton(button)
            if name == AT_THE_FOOT:
                column.addStretch(1)
            column.addWidget(button)
            self.buttons[name] = button
        if AT_THE_FOOT not in icons_of:
            column.addStretch(1)

    def name(self, names: list[str]) -> None:
        """Write the pages' names."""
        for button, name in zip(self.buttons.values(), names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.mark.wear(theme)
        for button in self.buttons.values():
            button.wear(theme)

    def check(self, name: str) -> None:
        """Show which page is open."""
        self.buttons[name].setChecked(True)
