"""What a user sees: whether a text stands somewhere in the window, and when reading has come back."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forumdesk.ui.documents.sheets import opened
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def is_read(text: str, part: QWidget) -> bool:
    """Whether it is written anywhere in there, also out of sight or for a screen reader only."""
    return any(text in words for widget in (part, *part.findChildren(QWidget)) for words in _words_of(widget))


def _words_of(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    yield widget.toolTip()
    match widget:
        case QLabel() | QAbstractButton() | QLineEdit():
            yield widget.text()
        case QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield widget.currentText()
        case QAbstractItemView():
            yield from _words_in(widget.model())


def _words_in(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in _SAID)


def wait_for_reads(qtbot: QtBot, desk: Desk) -> None:
    """Until everything asked of the event by now has come back, and what was asked because of that."""
    for _ in range(2):
        back: list[object] = []
        desk.operations.look(lambda _: None, back.append)
        qtbot.waitUntil(lambda back=back: bool(back), timeout=PATIENCE)


def preview_of(qtbot: QtBot, desk: Desk) -> str:
    """What the pages of the preview read, once they are those that are wished for, without white space."""
    page = documents(desk)

    def is_made() -> bool:
        return page.proof is not None and page.proof.wish == page.options.wish and not page.proofs.is_busy

    qtbot.waitUntil(is_made, timeout=3 * PATIENCE)
    assert page.proof is not None
    with opened(page.proof.pdf) as pdf:
        return "".join("".join(sheet.get_textpage().get_text_bounded().split()) for sheet in pdf)
