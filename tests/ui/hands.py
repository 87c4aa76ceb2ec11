"""What a user's hands and eyes do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.ceremonies.page import CeremoniesPage
from forumdesk.ui.ceremonies.table import OrderedView
from forumdesk.ui.documents.page import DocumentsPage
from forumdesk.ui.overview.page import OverviewPage
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.people.page import PeoplePage
from forumdesk.ui.problems.page import ProblemsPage
from forumdesk.ui.window import Desk


def overview(desk: Desk) -> OverviewPage:
    """The overview."""
    page = desk.page("overview")
    assert isinstance(page, OverviewPage)
    return page


def problems(desk: Desk) -> ProblemsPage:
    """The problems page."""
    page = desk.page("problems")
    assert isinstance(page, ProblemsPage)
    return page


def agenda(desk: Desk) -> AgendaPage:
    """The agenda page."""
    page = desk.page("agenda")
    assert isinstance(page, AgendaPage)
    return page


def attendees(desk: Desk) -> AttendeesPage:
    """The attendees page."""
    page = desk.page("attendees")
    assert isinstance(page, AttendeesPage)
    return page


def people(desk: Desk) -> PeoplePage:
    """The people page."""
    page = desk.page("people")
    assert isinstance(page, PeoplePage)
    return page


def ceremonies(desk: Desk) -> CeremoniesPage:
    """The ceremonies page."""
    page = desk.page("ceremonies")
    assert isinstance(page, CeremoniesPage)
    return page


def documents(desk: Desk) -> DocumentsPage:
    """The documents page."""
    page = desk.page("documents")
    assert isinstance(page, DocumentsPage)
    return page


PATIENCE = 20_000
"""Milliseconds a test waits for something before it gives up; nothing is measured by it."""


def shown(view: RowView, column: int) -> list[str]:
    """What a column reads, from top to bottom."""
    model = view.rows
    return [model.index(row, column).data() for row in range(model.rowCount())]


def put_cursor(view: RowView, row: int, column: int) -> None:
    """Click into a cell."""
    view.setFocus()
    view.setCurrentIndex(view.rows.index(row, column))


def editor(view: RowView) -> QLineEdit:
    """The field of the cell that is being edited."""
    (field,) = view.viewport().findChildren(QLineEdit)
    return field


def retype(qtbot: QtBot, view: RowView, row: int, column: int, text: str) -> None:
    """Edit a cell by keyboard alone: F2, everything replaced, Enter."""
    put_cursor(view, row, column)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(view)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    write(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def write(field: QWidget, text: str) -> None:
    """Type something as an input method does, which knows more than Latin letters."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(field, typed)


def click_cell(qtbot: QtBot, view: RowView, row: int, column: int) -> None:
    """Click into a cell with the mouse."""
    place = view.visualRect(view.rows.index(row, column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drag_row(qtbot: QtBot, view: RowView, row: int, to: int, *, column: int = 0, drop: bool = True) -> None:
    """Take a row by one of its cells and let it fall above another; with `to` behind the last, below that."""
    last = view.rows.rowCount()
    top = view.rowViewportPosition(to) if to < last else view.rowViewportPosition(last - 1) + view.rowHeight(last - 1)
    start = view.visualRect(view.rows.index(row, column)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (QPoint(start.x(), start.y() + 15), QPoint(start.x(), top - 2), QPoint(start.x(), top + 2)):
        drag_over(view.viewport(), at)
    if drop:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(start.x(), top + 2))


def middle(view: SheetView, row: int) -> int:
    return view.rowViewportPosition(row) + view.rowHeight(row) // 2


def drag_by_edge(qtbot: QtBot, view: SheetView, row: int, to: int) -> None:
    """Take a row by its edge and let it go a little above the middle of another one."""
    assert view.grip
    edge, across = view.grip.viewport(), view.grip.width() // 2
    qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(across, middle(view, row)))
    qtbot.mouseMove(edge, QPoint(across, middle(view, to)))
    qtbot.mouseMove(edge, QPoint(across, middle(view, to) - 4))
    qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(across, middle(view, to) - 4))


def drop_row(view: OrderedView, row: int, below: int) -> None:
    """Let the row under the cursor go below another one."""
    view.setCurrentIndex(view.rows.index(row, 0))
    y = view.rowViewportPosition(below) + view.rowHeight(below) - 2
    view.dropEvent(
        QDropEvent(
            QPointF(20, y), Qt.DropAction.MoveAction, view.rows.mimeData([view.currentIndex()]),
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def drag_over(widget: QWidget, at: QPoint) -> None:
    """Move the mouse with its left button held, which the test kit's own moves do not say."""
    left, there = Qt.MouseButton.LeftButton, QPointF(widget.mapToGlobal(at))
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, moved)


def drop_file(desk: Desk, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, button, keys = QPoint(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, button, keys)
    desk.dragEnterEvent(over)
    assert over.isAccepted()
    desk.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, button, keys))
