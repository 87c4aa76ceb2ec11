"""What the rundown's table draws beyond text: the icons of cues, and times that are only tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from forumdesk.ui import icons
from forumdesk.ui.parts.row_model import Index
from forumdesk.ui.parts.row_painter import PADDING, RowPainter
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from forumdesk.ui.agenda.model import AgendaModel
    from forumdesk.ui.parts.row_view import RowView

ICON, STEP = 15, 21


class AgendaPainter(RowPainter):
    """Draws over the grounds and texts of the usual painter."""

    def __init__(self, view: RowView, model: AgendaModel) -> None:
        self._agenda, self._worn = model, LIGHT
        super().__init__(view)
        self._of = view

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self._worn = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        super().paint(painter, option, index)
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        tried = self._agenda.tried(index)
        if tried:
            painter.setFont(self._of.font())
            painter.setPen(QColor(self._worn.accent))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, tried)
        names = self._agenda.icons(index)
        if not names:
            return
        colour, ratio = self._worn.ink_2, self._of.devicePixelRatioF()
        top = rect.top() + (rect.height() - ICON) // 2
        for place, name in enumerate(names[: max(1, (option.rect.right() - rect.left() + 6) // STEP)]):
            painter.drawPixmap(rect.left() + place * STEP, top, icons.picture(name, colour, ICON, ratio))
