"""Hatches of times that are not as they should be: a gap grey, an overlap in vermilion with an outline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from forumdesk.ui.theme import Theme

STEP = 6
"""px from one line to the next."""


def draw_gap(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Time that nobody planned."""
    _draw(painter, box, theme.surface, theme.hairline_strong)


def draw_overlap(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Time that is planned twice."""
    _draw(painter, box, theme.vermilion_tint, theme.vermilion)
    painter.setPen(QPen(QColor(theme.vermilion), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _draw(painter: QPainter, box: QRectF, ground: str, colour: str) -> None:
    painter.fillRect(box.adjusted(0, 0, 0, 1), QColor(ground))
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1))
    for left in range(int(box.left() - box.height()) // STEP * STEP, int(box.right()) + STEP, STEP):
        painter.drawLine(QPointF(left, box.bottom()), QPointF(left + box.height(), box.top()))
    painter.restore()
