"""The frame of the desk: rail, top bar and status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from forumdesk.ui import icons
from forumdesk.ui.parts.text import ElidedLabel, Label, plain
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

RAIL_WIDTH, TOP_HEIGHT, STATUS_HEIGHT = 76, 48, 28
RAIL_ITEM, TOOL_ICON = QSize(60, 52), QSize(17, 17)
RAIL_ICON = 20


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
        column.setContentsMargins(8, 16, 7, 8)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        for name, icon in icons_of.items():
            button = RailButton(icon)
            button.clicked.connect(lambda _checked=False, name=name: go(name))
            self._group.addButton(button)
            column.addWidget(button)
            self.buttons[name] = button
        column.addStretch(1)

    def name(self, names: list[str]) -> None:
        """Write the pages' names."""
        for button, name in zip(self.buttons.values(), names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for button in self.buttons.values():
            button.wear(theme)

    def check(self, name: str) -> None:
        """Show which page is open."""
        self.buttons[name].setChecked(True)


class TopBar(QFrame):
    """Which event this is, and undo and redo."""

    def __init__(self, undo: QAction, redo: QAction) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(TOP_HEIGHT)
        self.kicker, self.title, self.place = Label("kicker"), ElidedLabel("event"), Label("second")
        self._arrow = Label()
        self._undo, self._redo = undo, redo
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(8)
        for label in (self.kicker, self._arrow, self.title):
            row.addWidget(label)
        row.addSpacing(12)
        row.addWidget(self.place)
        row.addStretch(1)
        for action in (undo, redo):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setFixedSize(30, 30)
            button.setIconSize(TOOL_ICON)
            row.addWidget(button)

    def show_event(self, kicker: str, title: str, place: str) -> None:
        """Name the event."""
        self.kicker.setText(kicker)
        self.title.setText(title)
        self.place.setText(place)
        self.kicker.setVisible(bool(kicker))
        self._arrow.setVisible(bool(kicker))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._arrow.setPixmap(icons.picture("chevron-right", theme.ink_3, 14, self.devicePixelRatioF()))
        for action, name in ((self._undo, "undo-2"), (self._redo, "redo-2")):
            action.setIcon(icons.icon(name, theme.ink_2, TOOL_ICON.width(), disabled=theme.disabled))


class StatusBar(QFrame):
    """Whether all is saved, which file this is, and the language and colours of the screen."""

    def __init__(
        self, languages: dict[str, str], speak: Callable[[str], None], switch_theme: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(STATUS_HEIGHT)
        self._theme: Theme | None = None
        self.saved, self._mark, self.file = Label("second"), Label(), ElidedLabel("second")
        self.colours = QToolButton()
        self.colours.setFixedSize(28, 22)
        self.colours.setIconSize(QSize(15, 15))
        self.colours.clicked.connect(switch_theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.saved)
        row.addSpacing(12)
        row.addWidget(self.file)
        row.addStretch(1)
        row.addWidget(self.colours)
        self._group = QButtonGroup(self)
        self.languages: dict[str, QToolButton] = {}
        for code, name in languages.items():
            button = QToolButton()
            button.setCheckable(True)
            button.setText(name)
            button.setAccessibleName(name)
            button.setFixedHeight(22)
            button.clicked.connect(lambda _checked=False, code=code: speak(code))
            self._group.addButton(button)
            row.addWidget(button)
            self.languages[code] = button

    def show_saved(self, word: str, *, saved: bool) -> None:
        """Say how far the last change is."""
        self.saved.setText(word)
        self._mark.setVisible(saved)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._mark.setPixmap(icons.picture("check", theme.accent, 14, self.devicePixelRatioF()))
        self.colours.setIcon(icons.icon("sun" if theme.name == "dark" else "moon", theme.ink_2, 15))
