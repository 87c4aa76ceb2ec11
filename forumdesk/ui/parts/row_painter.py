"""Draws the cells of a table from what the model says of them.

Every call into Qt lets the other thread run and may have to wait for it, so a cell makes as few as it can:
colours, fonts and cut texts are kept, and the cell is asked of the model without a detour through Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.cell_field import CellField
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.theme import LIGHT, Theme
from forumdesk.ui.typeface import sized

if TYPE_CHECKING:
    from forumdesk.ui.parts.row_view import RowView

PADDING = 8
FIELD_HEIGHT, CHIP_HEIGHT, CHIP_PADDING, CHIP_SIZE, ICON = 30, 20, 6, 12, 15
BAR, GAP = 3, 8
Index = QModelIndex | QPersistentModelIndex
Box = tuple[int, int, int, int]
"""Left, top, width, height."""

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_LEFT = _MIDDLE | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED = QStyle.StateFlag.State_Selected


class RowPainter(QStyledItemDelegate):
    """States by fill and a bar at the left edge, hairlines between rows, chips, tags and icons."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view
        self.wear(LIGHT)
        self.begin()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self._colours = {name: QColor(colour) for name, colour in theme.colours.items()}
        self._families = {name: (QColor(each.ink), QColor(each.tint)) for name, each in theme.families.items()}

    def begin(self) -> None:
        """Look up, before the cells are drawn one by one, what they have in common."""
        view = self._view
        self._font, self._small = view.font(), sized(view.font(), CHIP_SIZE)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)
        self._ratio = view.devicePixelRatioF()
        self._in_use = view.is_in_use()
        current = view.currentIndex() if view.hasFocus() else QModelIndex()
        self._cursor = current.row(), current.column()

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""
        return self._colours[name]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row, column = index.row(), index.column()
        box = cast(Box, option.rect.getRect())
        selected = _SELECTED in option.state
        cell = self._view.rows.cell(row, column)
        self._ground(painter, box, row, column, cell, selected=selected)
        left, top, width, height = box
        inner = left + PADDING, top, width - 2 * PADDING, height
        if cell.family:
            self._chip(painter, inner, cell, selected=selected)
        elif cell.text or cell.icon:
            self._text(painter, inner, cell, selected=selected)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heights are the view's: the text does not set them."""
        return QSize(32, 24)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field of the usual height; in a sheet, one that offers the column's choices and knows its keys."""
        if not self._view.by_cells:
            return QLineEdit(parent)
        column = self._view.rows.columns[index.column()]
        choices = column.choices(self._view.rows.screen) if column.choices else ()
        field = CellField(choices, column.offers, parent)
        field.left.connect(self._view.leave_field)
        return field

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The field of a sheet knows its keys itself."""
        if isinstance(editor, CellField) and event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What a field means, not only what it reads: a choice may be typed in part."""
        if isinstance(editor, CellField) and editor.stands_for_many:
            if editor.text().strip():
                self._view.type_everywhere(editor.meant)
        elif isinstance(editor, CellField):
            model.setData(index, editor.meant)
        else:
            super().setModelData(editor, model, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What somebody has begun to type is not overwritten by news of the cell."""
        if isinstance(editor, CellField) and (word := self._view.many_word(index)):
            editor.stand_for_many(word)
        elif not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Its text lies where the cell's text lay."""
        rect = option.rect
        height = min(FIELD_HEIGHT, rect.height() - 2)
        editor.setGeometry(rect.left(), rect.center().y() - height // 2 + 1, rect.width(), height)

    def _ground(self, painter: QPainter, box: Box, row: int, column: int, cell: Cell, *, selected: bool) -> None:
        left, top, width, height = box
        colours = self._colours
        if not selected:
            if cell.tone is Tone.VERMILION:
                painter.fillRect(left, top, width, height, colours["vermilion_tint"])
            elif row == self._view.hovered:
                painter.fillRect(left, top, width, height, colours["hover"])
            painter.fillRect(left, top + height - 1, width, 1, colours["hairline"])
            return
        painter.fillRect(left, top, width, height, colours["selected" if self._in_use else "hover"])
        bar = BAR if column == 0 and not self._view.by_cells else 0
        if bar:
            painter.fillRect(left, top, bar, height, colours["accent" if self._in_use else "ink_3"])
        if self._view.by_cells:
            painter.fillRect(left, top + height - 1, width, 1, colours["hairline"])
        if (row, column) == self._cursor:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 3 + bar, top + 3, width - 6 - bar, height - 6), 6, 6)

    def _text(self, painter: QPainter, box: Box, cell: Cell, *, selected: bool) -> None:
        left, top, width, height = box
        tone = _tone(cell.tone, selected=selected)
        if cell.icon:
            colour = getattr(self._theme, "accent" if cell.tone is Tone.INK else tone)
            image = icons.picture(cell.icon, colour, ICON, self._ratio)
            painter.drawPixmap(left, top + (height - ICON) // 2, image)
            left, width = left + ICON + 4, width - ICON - 4
        if not cell.text:
            return
        tag = self._small_metrics.horizontalAdvance(cell.tag) + 2 * CHIP_PADDING if cell.tag else 0
        text = _cut(self._metrics, cell.text, width - (tag + GAP if tag else 0))
        painter.setFont(self._font)
        painter.setPen(self._colours[tone])
        painter.drawText(left, top, width, height, _RIGHT if cell.right else _LEFT, text)
        if tag:
            amber = cell.tag_tone is Tone.AMBER
            ink, tint = ("amber", "amber_tint") if amber else ("ink_2", "sunken")
            place = left + self._metrics.horizontalAdvance(text) + GAP, top, tag, height
            self._pill(painter, place, cell.tag, self._colours[ink], self._colours[tint])

    def _chip(self, painter: QPainter, box: Box, cell: Cell, *, selected: bool) -> None:
        left, top, width, height = box
        ink, tint = self._families[cell.family]
        if selected and cell.family == "keynote":  # its tint is that of a selected row
            tint = self._colours["surface"]
        text = _cut(self._small_metrics, cell.text, width - 2 * CHIP_PADDING)
        chip = left, top, self._small_metrics.horizontalAdvance(text) + 2 * CHIP_PADDING, height
        self._pill(painter, chip, text, ink, tint)

    def _pill(self, painter: QPainter, box: Box, text: str, ink: QColor, tint: QColor) -> None:
        left, top, width, height = box
        top += (height - CHIP_HEIGHT) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(left, top, width, CHIP_HEIGHT, 4, 4)
        painter.setPen(ink)
        painter.setFont(self._small)
        painter.drawText(left, top, width, CHIP_HEIGHT, _CENTRE, text)


def _tone(tone: Tone, *, selected: bool) -> str:
    """The name of the theme's colour; on a selected row the faintest would be too faint."""
    if tone is Tone.THIRD:
        return "ink_2" if selected else "ink_3"
    return {Tone.INK: "ink", Tone.SECOND: "ink_2", Tone.AMBER: "amber", Tone.VERMILION: "vermilion"}[tone]


def _cut(metrics: QFontMetrics, text: str, width: int) -> str:
    """As much of a text as fits on a line of that many px."""
    line = text.replace("\n", " ")
    if metrics.horizontalAdvance(line) <= width:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
