"""Draws the cells of a table from what the model says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import CELL
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.ui.parts.row_view import RowView

PADDING = 8
FIELD_HEIGHT, CHIP_HEIGHT, CHIP_PADDING, TAG_PADDING, ICON = 30, 20, 6, 5, 15
BAR = 3
Index = QModelIndex | QPersistentModelIndex


class RowPainter(QStyledItemDelegate):
    """States by fill and a bar at the left edge, hairlines between rows, chips, tags and icons."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view
        self.theme: Theme = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell: Cell = index.data(CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, cell)
        box = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.setFont(self._view.font())
        if cell.family:
            self._chip(painter, box, cell, selected=self._is_selected(option))
        else:
            self._text(painter, box, cell, selected=self._is_selected(option))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heights are the view's: the text does not set them."""
        return QSize(32, 24)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field of the usual height."""
        return QLineEdit(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What somebody has begun to type is not overwritten by news of the cell."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Its text lies where the cell's text lay."""
        rect: QRect = option.rect
        height = min(FIELD_HEIGHT, rect.height() - 2)
        editor.setGeometry(rect.left(), rect.center().y() - height // 2 + 1, rect.width(), height)

    def _is_selected(self, option: QStyleOptionViewItem) -> bool:
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, cell: Cell) -> None:
        theme, rect = self.theme, option.rect
        selected, in_use = self._is_selected(option), self._view.is_in_use()
        if selected:
            painter.fillRect(rect, QColor(theme.selected if in_use else theme.hover))
        elif not self._view.rows.is_item(index.row()) and cell.tone is Tone.VERMILION:
            painter.fillRect(rect, QColor(theme.vermilion_tint))
        elif index.row() == self._view.hovered:
            painter.fillRect(rect, QColor(theme.hover))
        if selected and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), BAR, rect.height())
            painter.fillRect(bar, QColor(theme.accent if in_use else theme.ink_3))
        if not selected:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, QColor(theme.hairline))
        if index == self._view.currentIndex() and self._view.hasFocus() and selected:
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3 + (BAR if index.column() == 0 else 0), 3, -3, -3), 6, 6)

    def _text(self, painter: QPainter, box: QRect, cell: Cell, *, selected: bool) -> None:
        theme = self.theme
        if cell.icon:
            ratio = painter.device().devicePixelRatioF()
            colour = self._colour(cell.tone, selected) if cell.tone is not Tone.INK else theme.accent
            image = icons.picture(cell.icon, colour, ICON, ratio)
            painter.drawPixmap(box.left(), box.center().y() - ICON // 2, image)
            box = box.adjusted(ICON + 4, 0, 0, 0)
        metrics = painter.fontMetrics()
        tag_room = self._tag_width(cell) + 8 if cell.tag else 0
        text = metrics.elidedText(cell.text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width() - tag_room)
        painter.setPen(QColor(self._colour(cell.tone, selected)))
        side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        if cell.tag:
            left = box.left() + metrics.horizontalAdvance(text) + 8
            self._tag(painter, QRect(left, box.top(), tag_room - 8, box.height()), cell)

    def _colour(self, tone: Tone, selected: bool) -> str:
        theme = self.theme
        return {
            Tone.INK: theme.ink,
            Tone.SECOND: theme.ink_2,
            Tone.THIRD: theme.ink_2 if selected else theme.ink_3,
            Tone.AMBER: theme.amber,
            Tone.VERMILION: theme.vermilion,
        }[tone]

    def _chip(self, painter: QPainter, box: QRect, cell: Cell, *, selected: bool) -> None:
        family = self.theme.families[cell.family]
        melts = selected and cell.family == "keynote"  # its tint is that of a selected row
        painter.setFont(sized(self._view.font(), 12))
        text = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, box.width() - 2 * CHIP_PADDING
        )
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * CHIP_PADDING
        self._pill(
            painter,
            QRect(box.left(), box.top(), width, box.height()),
            text,
            family.ink,
            self.theme.surface if melts else family.tint,
        )

    def _tag_width(self, cell: Cell) -> int:
        return QFontMetrics(sized(self._view.font(), 12)).horizontalAdvance(cell.tag) + 2 * TAG_PADDING

    def _tag(self, painter: QPainter, box: QRect, cell: Cell) -> None:
        theme = self.theme
        ink, tint = (theme.amber, theme.amber_tint) if cell.tag_tone is Tone.AMBER else (theme.ink_2, theme.sunken)
        painter.setFont(sized(self._view.font(), 12))
        self._pill(painter, box, cell.tag, ink, tint)

    def _pill(self, painter: QPainter, box: QRect, text: str, ink: str, tint: str) -> None:
        pill = QRectF(box.left(), box.top() + (box.height() - CHIP_HEIGHT) / 2, box.width(), CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
