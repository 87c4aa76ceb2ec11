"""What of the desk's words has no room where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QLineEdit, QScrollArea, QWidget

from forumdesk.ui.parts.text import ElidedLabel

SLACK, PADDING = 1, 16
"""px: sizes are rounded; what stands beside the words of a heading."""


def cut(whole: QWidget) -> list[str]:
    """Every visible text in a widget that is wider or higher than its place, or lies over another one."""
    shown = [widget for widget in whole.findChildren(QWidget) if widget.isVisible()]
    found = [f"{_name(widget)}: {why}" for widget in shown for why in _reasons(widget)]
    found += [
        f"{_name(one)} lies over {_name(other)}"
        for one, other in combinations([widget for widget in shown if _says_something(widget)], 2)
        if one.parentWidget() is other.parentWidget() and _overlap(one.geometry(), other.geometry())
    ]
    return found


def _reasons(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QHeaderView):
        yield from _cut_headings(widget)
    elif isinstance(widget, QLabel):
        if widget.text() and not isinstance(widget, ElidedLabel):
            yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton):
        if widget.text() and widget.minimumSizeHint().width() > widget.width() + SLACK:
            yield f"needs {widget.minimumSizeHint().width()} px and has {widget.width()}"
    elif isinstance(widget, QLineEdit) and not widget.text():
        needs = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right()
        if needs > room + SLACK:
            yield f"its placeholder needs {needs} px and has {room}"
    if _says_something(widget) and not widget.isWindow():
        yield from _out_of_sight(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect().size()
    if label.wordWrap():
        needs = label.heightForWidth(label.width())
        if needs > label.height() + SLACK:
            yield f"needs {needs} px of height and has {label.height()}"
        return
    needs = label.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, label.text())
    if needs.width() > room.width() + SLACK:
        yield f"needs {needs.width()} px and has {room.width()}"


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    for column in range(header.count()):
        heading = str(header.model().headerData(column, header.orientation()) or "")
        needs = header.fontMetrics().horizontalAdvance(heading) + PADDING
        if not header.isSectionHidden(column) and needs > header.sectionSize(column):
            yield f"“{heading}” needs {needs} px and has {header.sectionSize(column)}"


def _says_something(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton) and bool(widget.text())


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """Where a word sticks out of what is around it and nothing can be scrolled to bring it into sight."""
    around = widget.parentWidget()
    while around is not None:
        place = QRect(widget.mapTo(around, QPoint()), widget.size())
        room = around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        area = around.parentWidget()
        if isinstance(area, QScrollArea) and around is area.viewport():
            can_go_across = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if not can_go_across and not (room.left() <= place.left() and place.right() <= room.right()):
                yield f"can never be scrolled to: {place.left()} to {place.right()} of {room.width()} px"
            return
        if not room.contains(place):
            yield f"sticks out of its {type(around).__name__}"
            return
        around = None if around.isWindow() else area


def _overlap(one: QRect, other: QRect) -> bool:
    shared = one & other
    return shared.width() > SLACK and shared.height() > SLACK


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{text}”"
