"""The first steps: a card beside a control, and a ring around it. The desk works on as if they were not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.parts.text import Label
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.tour.steps import STEPS
from forumdesk.ui.window import REACHED

if TYPE_CHECKING:
    from forumdesk.ui.screen import Screen
    from forumdesk.ui.window import Desk

WIDTH, GAP, EDGE, RING = 328, 12, 16, 4
"""px: of the card, between it and its control, to the edge of the desk, and of the ring around the control."""
FOLLOWING_MS = 120
"""How often the card looks where its control is now: it may scroll, grow or come with the rows of a page."""


def beside(control: QRect, card: QSize, room: QRect) -> QPoint:
    """Where a card stands by a control: right, below, left or above, whichever has room; else in the corner."""
    x = max(room.left(), min(control.left(), room.right() - card.width() + 1))
    y = max(room.top(), min(control.top(), room.bottom() - card.height() + 1))
    for corner in (
        QPoint(control.right() + GAP, y),
        QPoint(x, control.bottom() + GAP),
        QPoint(control.left() - GAP - card.width(), y),
        QPoint(x, control.top() - GAP - card.height()),
    ):
        if room.contains(QRect(corner, card)):
            return corner
    return QPoint(room.right() - card.width() + 1, room.bottom() - card.height() + 1)


class Tour(QFrame):
    """Ten steps, to be left at any time and taken up again where they were left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.ground)
        self._desk = desk
        self.setObjectName("tour")
        self.ring = _Ring(desk.ground)
        self.place = 0
        self.count, self.title, self.text = Label("second"), Label("section"), Label()
        self.back, self.onward, self.leave = QPushButton(), QPushButton(), QPushButton()
        self._arrange()
        self.back.clicked.connect(lambda: self._turn(-1))
        self.onward.clicked.connect(lambda: self._turn(1))
        self.leave.clicked.connect(self.close_card)
        self._following = QTimer(self, interval=FOLLOWING_MS)
        self._following.timeout.connect(self._follow)
        self.hide()

    def open(self) -> None:
        """Take the steps up where they were left, and the keyboard with them."""
        reached = str(self._desk.settings.value(REACHED, 0))
        self._show_step(int(reached) if reached in map(str, range(len(STEPS))) else 0)
        self.onward.setFocus()

    def close_card(self) -> None:
        """Leave; the step is remembered."""
        self._following.stop()
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self._desk)
        for part in (self, self.ring):
            part.hide()
        if had_keyboard:
            self._desk.open_page.settle()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        step, last = STEPS[self.place], len(STEPS) - 1
        self.count.setText(screen.say("Step {place} of {count}", place=self.place + 1, count=len(STEPS)))
        self.title.setText(screen.words.say(step.title))
        self.text.setText(screen.words.say(step.text))
        self.back.setText(screen.say("Back"))
        self.back.setVisible(self.place > 0)
        self.onward.setText(screen.say("Done") if self.place == last else screen.say("Next"))
        self.leave.setText(screen.say("Leave"))
        self.leave.setVisible(self.place < last)
        self.leave.setToolTip(screen.say("Shift+F1 goes on from here"))
        self.setAccessibleName(screen.say("First steps"))
        self.onward.setAccessibleDescription(f"{self.title.text()}. {self.text.text()}")
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(style_sheet(theme))
        self.ring.theme = theme
        self.ring.update()

    def _arrange(self) -> None:
        self.setFixedWidth(WIDTH)
        self.text.setWordWrap(True)
        self.title.setWordWrap(True)
        for button in (self.back, self.leave):
            button.setProperty("link", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.onward)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 20, 14)
        column.setSpacing(4)
        for label in (self.count, self.title, self.text):
            label.setContentsMargins(10, 0, 0, 0)  # as far as a link's own margin
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _turn(self, by: int) -> None:
        if self.place + by < len(STEPS):
            self._show_step(self.place + by)
            self.onward.setFocus()
        else:
            self.close_card()
            self._desk.settings.setValue(REACHED, 0)

    def _show_step(self, place: int) -> None:
        self.place = place
        self._desk.settings.setValue(REACHED, place)
        self._desk.go(STEPS[place].page)
        self.speak(self._desk.screen_of)
        self._follow()
        self.ring.raise_()
        self.raise_()
        self.show()
        self._following.start()

    def _follow(self) -> None:
        """Stand beside the control; where another page is open, in the corner."""
        widget, part = STEPS[self.place].find(self._desk)
        ground, is_seen = self._desk.ground, widget.isVisible()
        control = QRect(widget.mapTo(ground, part.topLeft()), part.size()) if is_seen else QRect()
        self.ring.setVisible(is_seen)
        self.ring.setGeometry(control.adjusted(-RING, -RING, RING, RING) & ground.rect())
        self.move(beside(control, self.size(), ground.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)


class _Ring(QWidget):
    """Points at a control and lets every click through."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.theme = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
