"""The forum switch in the top bar: which forum, and which day, the pages show."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from forumdesk.ui import icons, wording
from forumdesk.ui.parts.text import plain
from forumdesk.ui.scope import Scope, days_of, forum_of
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.store.screens.frame import Frame

HEIGHT, PADDING, CHEVRON, WIDEST, NARROWEST = 28, 10, 14, 280, 72


class SwitchButton(QAbstractButton):
    """A word with a chevron: what is chosen now, and that there is more."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, text: str, what: str) -> None:
        """Show what is chosen; `what` is it that is chosen."""
        self.setText(text)
        self.setAccessibleName(f"{what}: {text}")
        self.setToolTip(plain(f"{what}: {text}"))
        self.updateGeometry()
        self.update()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the word, up to a limit."""
        word = QFontMetrics(sized(self.font(), 13)).horizontalAdvance(self.text())
        width = word + 2 * PADDING + CHEVRON + 8
        return QSize(min(width, WIDEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for a few characters."""
        return QSize(min(NARROWEST, self.sizeHint().width()), HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw border, word and chevron."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        inset = 1 if focused else 0.5
        painter.setPen(QPen(QColor(theme.focus if focused else theme.hairline_strong), 2 if focused else 1))
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        room = QRect(PADDING, 0, self.width() - 2 * PADDING - CHEVRON - 6, self.height())
        painter.setFont(sized(self.font(), 13))
        painter.setPen(QColor(theme.ink))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        image = icons.picture("chevron-down", theme.ink_2, CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(room.right() + 6, (self.height() - CHEVRON) // 2, image)


class Switch(QWidget):
    """The forum and the day; each only where there is a choice. `asked` wants the list of forums, `day` is chosen."""

    asked = Signal()
    day = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.forum, self.days = SwitchButton(), SwitchButton()
        self._menu = QMenu(self)
        self.has_choice = False
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.forum)
        row.addWidget(self.days)
        self.forum.clicked.connect(self.asked)
        self.days.clicked.connect(self._open_days)

    def show_scope(self, frame: Frame, scope: Scope, screen: Screen) -> None:
        """Say what is shown, and offer the days there are."""
        chosen = forum_of(frame, scope.forum)
        everything = screen.say("All {count} forums", count=len(frame.forums))
        self.forum.say(screen.text(chosen.title) if chosen else everything, screen.say("Forum"))
        self.forum.setVisible(len(frame.forums) > 1)
        days = days_of(frame, scope.forum)
        self.days.say(_day(scope.day, len(days), screen), screen.say("Day"))
        self.days.setVisible(len(days) > 1)
        self.has_choice = len(frame.forums) > 1 or len(days) > 1
        self.setVisible(self.has_choice)
        self._menu.clear()
        for day in (None, *days):
            action = self._menu.addAction(_day(day, len(days), screen))
            action.setCheckable(True)
            action.setChecked(day == scope.day)
            action.triggered.connect(lambda _checked=False, day=day: self.day.emit(day))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.forum.wear(theme)
        self.days.wear(theme)

    def _open_days(self) -> None:
        self._menu.popup(self.days.mapToGlobal(self.days.rect().bottomLeft()))


def _day(day: dt.date | None, count: int, screen: Screen) -> str:
    return wording.short_date(day, screen) if day else screen.say("All {count} days", count=count)
