"""Where the parts of the agenda page lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.ui.parts.row_view import HEADING_HEIGHT

if TYPE_CHECKING:
    from forumdesk.ui.agenda.page import AgendaPage


def lay_out(page: AgendaPage) -> QWidget:
    """Put them in their places; the widget is the one that holds the strip beside the table."""
    page.delay.setCheckable(True)
    page.delay.setProperty("flat", True)
    page.add.setProperty("primary", True)
    head = page.head.layout()
    assert isinstance(head, QHBoxLayout)
    head.setContentsMargins(24, 0, 16, 0)
    head.insertWidget(2, page.halls.clashes)
    head.addWidget(page.shape)
    head.addSpacing(8)
    head.addWidget(page.delay)
    head.addWidget(page.add)
    body = QHBoxLayout()
    body.setSpacing(0)
    beside = QWidget()
    column = QVBoxLayout(beside)
    column.setContentsMargins(0, HEADING_HEIGHT, 0, 0)
    column.addWidget(page.strip)
    body.addWidget(beside)
    body.addWidget(page.view, 1)
    body.addWidget(page.halls, 1)
    page.halls.hide()
    page.halls.clashes.hide()
    page.shape.hide()
    left = QVBoxLayout()
    left.setSpacing(0)
    for part in (page.head, page.bar):
        left.addWidget(part)
    left.addLayout(body, 1)
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(left, 1)
    whole.addWidget(page.inspector)
    return beside
