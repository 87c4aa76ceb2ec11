"""The bars of the desk: which event at the top, how it stands at the foot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
)

from forumdesk.ui import icons
from forumdesk.ui.job_line import JobLine
from forumdesk.ui.parts.text import ElidedLabel, Label, plain
from forumdesk.ui.switch import Switch
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

TOP_HEIGHT, STATUS_HEIGHT, TOOL_ICON = 48, 28, QSize(17, 17)
SEARCH_WIDTH, LEAST_SEARCH, SEARCH_HEIGHT = 308, 160, 28


class SearchButton(QAbstractButton):
    """Looks like a field and opens the palette, which is the field."""

    def __init__(self) -> None:
        super().__init__()
        self._theme, self.keys, self.short = LIGHT, "", ""
        self.setFixedHeight(SEARCH_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the design has it, where there is room."""
        return QSize(SEARCH_WIDTH, SEARCH_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for one word and the keys."""
        return QSize(LEAST_SEARCH, SEARCH_HEIGHT)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw a field with a lens at the left and the keys at the right."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        inset = 1 if focused else 0.5
        painter.setPen(QPen(QColor(theme.focus if focused else theme.control), 2 if focused else 1))
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.drawPixmap(9, 6, icons.picture("search", theme.ink_2, 16, self.devicePixelRatioF()))
        small = sized(self.font(), 11)
        cap = QFontMetrics(small).horizontalAdvance(self.keys) + 12
        room = QRect(34, 0, self.width() - 34 - cap - 12, self.height())
        painter.setPen(QColor(theme.ink_3))
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        text = self.text() if fits else self.short
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        around = QRectF(self.width() - cap - 5.5, 5.5, cap, self.height() - 11)
        painter.setPen(QPen(QColor(theme.hairline_strong), 1))
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(around, 4, 4)
        painter.setFont(small)
        painter.setPen(QColor(theme.ink_3))
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, self.keys)


class TopBar(QFrame):
    """Which event this is, which forum of it is shown, the way to everything in it, and undo and redo."""

    def __init__(self, undo: QAction, redo: QAction) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setFixedHeight(TOP_HEIGHT)
        self.kicker, self.title, self.place = Label("kicker"), ElidedLabel("event"), Label("second")
        self._arrow, self.switch = Label(), Switch()
        self._undo, self._redo = undo, redo
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(8)
        for label in (self.kicker, self._arrow, self.title):
            row.addWidget(label)
        row.addWidget(self.switch)
        row.addSpacing(12)
        row.addWidget(self.place)
        row.addStretch(1)
        self.search = SearchButton()
        row.addWidget(self.search)
        row.addSpacing(4)
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        for action, button in ((undo, self.undo_button), (redo, self.redo_button)):
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
        self.search.wear(theme)
        self.switch.wear(theme)
        for action, name in ((self._undo, "undo-2"), (self._redo, "redo-2")):
            action.setIcon(icons.icon(name, theme.ink_2, TOOL_ICON.width(), disabled=theme.disabled))


class StatusBar(QFrame):
    """Whether all is saved, which file this is, what is under way, and the language and colours of the screen."""

    def __init__(
        self, jobs: JobLine, languages: dict[str, str], speak: Callable[[str], None], switch_theme: Callable[[], None]
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
        row.addWidget(jobs)
        row.addSpacing(6)
        self.problems, self.reprints = QToolButton(), QToolButton()
        for button in (self.problems, self.reprints):
            button.setFixedHeight(22)
            button.setIconSize(QSize(14, 14))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.hide()
            row.addWidget(button)
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

    def show_problems(self, text: str, words: str) -> None:
        """Say how many problems press; `words` name them in full, and no text means there are none."""
        _show(self.problems, text, words)

    def show_reprints(self, text: str, words: str) -> None:
        """Say how many printed pieces are stale; `words` name their documents, and no text means there are none."""
        _show(self.reprints, text, words)

    def show_saved(self, word: str, *, saved: bool) -> None:
        """Say how far the last change is."""
        self.saved.setText(word)
        self._mark.setVisible(saved)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._mark.setPixmap(icons.picture("check", theme.accent, 14, self.devicePixelRatioF()))
        self.problems.setIcon(icons.icon("circle-alert", theme.vermilion, 14))
        self.reprints.setIcon(icons.icon("printer", theme.amber, 14))
        self.colours.setIcon(icons.icon("sun" if theme.name == "dark" else "moon", theme.ink_2, 15))


def _show(button: QToolButton, text: str, words: str) -> None:
    button.setText(text)
    button.setToolTip(plain(words))
    button.setVisible(bool(text))
