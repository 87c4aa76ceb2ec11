"""A panel over the whole desk, which stands back behind a veil until the panel is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import LIGHT, Theme

TOP = 96
"""px from the top of the desk to the panel."""
BOTTOM = 32
"""px at least that stay free below the panel."""


class Veil(QWidget):
    """Holds one panel of a fixed width. Escape or a click beside it closes it and gives the keyboard back."""

    def __init__(self, desk: QWidget, width: int) -> None:
        super().__init__(desk)
        self._desk, self._theme = desk, LIGHT
        self._before: QWidget | None = None
        self.panel = QFrame(self)
        self.panel.setObjectName("panel")
        self.panel.setFixedWidth(width)
        self.hide()
        desk.installEventFilter(self)

    def open(self) -> None:
        """Show the panel; whoever opens it gives it the keyboard."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._fit()
        self.raise_()
        self.show()

    def close_panel(self) -> None:
        """Hide the panel and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.window() is self.window() and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.setStyleSheet(style_sheet(theme))

    def height_for(self, room: int) -> int:
        """How high the panel wants to be where it may be `room` px high."""
        return min(room, self.panel.sizeHint().height())

    def fit(self) -> None:
        """Give the panel the height it wants."""
        self._fit()

    def _fit(self) -> None:
        desk = self._desk
        self.setGeometry(desk.rect())
        top = min(TOP, max(BOTTOM, (desk.height() - 480) // 2))
        self.panel.setFixedHeight(self.height_for(desk.height() - top - BOTTOM))
        self.panel.move((desk.width() - self.panel.width()) // 2, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the desk whatever its size becomes."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        """Tab goes round inside the panel."""
        widgets = [
            widget
            for widget in self.panel.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        ]
        if not widgets:
            return True
        focus = QApplication.focusWidget()
        place = widgets.index(focus) if focus in widgets else -1
        widgets[(place + (1 if next else -1)) % len(widgets)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        event.accept()  # nothing typed here reaches what lies behind

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel closes it."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the veil: ink at a third, black at a half in the dark."""
        dark = self._theme.name == "dark"
        colour = QColor(0, 0, 0, 128) if dark else QColor(self._theme.ink)
        if not dark:
            colour.setAlphaF(0.34)
        QPainter(self).fillRect(self.rect(), colour)
