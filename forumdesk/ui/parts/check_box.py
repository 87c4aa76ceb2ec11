"""A box to tick, drawn in the colours of the desk."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from forumdesk.ui import icons

BOX, RADIUS, TICK, BETWEEN = 16, 4, 12, 8
"""px: of the box, its corners, the tick in it, and from there to the words."""


class CheckBox(QCheckBox):
    """Accent and a tick where it is checked; a ring round the box where the keyboard is."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw box and words; the style would draw a grey one."""
        option, role, colours = QStyleOptionButton(), QPalette.ColorRole, self.palette()
        self.initStyleOption(option)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        box = QRectF(1.5, (self.height() - BOX) / 2 + 0.5, BOX - 1, BOX - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(colours.color(role.Link), 2))
            painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS + 1, RADIUS + 1)
        is_on = self.isChecked() and self.isEnabled()
        painter.setPen(QPen(colours.color(role.Highlight if is_on else role.Dark), 1))
        painter.setBrush(colours.color(role.Highlight if is_on else role.Base))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.isChecked():
            colour = "#FFFFFF" if is_on else colours.color(role.WindowText).name()
            tick = icons.picture("check", colour, TICK, self.devicePixelRatioF())
            inside = QRect(0, 0, TICK, TICK)
            inside.moveCenter(box.center().toPoint())
            painter.drawPixmap(inside, tick)
        painter.setPen(colours.color(role.WindowText))
        room = QRect(round(box.right()) + BETWEEN, 0, words.right() - round(box.right()), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
