"""The sheet of cells: moving, choosing, typing, copying, filling, sorting and arranging columns, by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.store.store import Store
from forumdesk.ui.attendees.model import (
    BADGE,
    CATEGORY,
    FIRST_NAME,
    NOTE,
    ORGANISATION,
    SEAT,
    SECOND_NAME,
    STATUS,
    TITLE,
)
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.parts.cell_field import CellField
from forumdesk.ui.parts.clipboard import put_on_clipboard
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, attendees, put_cursor, shown

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def cursor(view: SheetView) -> tuple[int, int]:
    return view.currentIndex().row(), view.currentIndex().column()


def field(view: SheetView) -> CellField:
    found = view.indexWidget(view.currentIndex()) or QApplication.focusWidget()
    assert isinstance(found, CellField)
    return found


def type_in(qtbot: QtBot, view: SheetView, text: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Begin to type into the current cell, and leave it by a key."""
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = field(view)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    commit = QInputMethodEvent()
    commit.setCommitString(text)  # Chinese comes from an input method
    QApplication.sendEvent(editor, commit)
    qtbot.keyClick(editor, key, modifiers)


def choose(view: SheetView, top: int, left: int, bottom: int, right: int) -> None:
    """Drag the mouse over a block."""
    view.setCurrentIndex(view.rows.index(top, left))
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            flags = QItemSelectionModel.SelectionFlag.Select
            view.selectionModel().select(view.rows.index(row, column), flags)


def test_enter_and_tab_go_on_as_in_a_spreadsheet_and_enter_returns_to_where_tab_began(
    view: SheetView, qtbot: QtBot
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert cursor(view) == (1, FIRST_NAME)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert cursor(view) == (1, ORGANISATION)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert cursor(view) == (2, FIRST_NAME)
    qtbot.keyClick(view, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert cursor(view) == (0, NOTE)


def test_in_a_chosen_block_tab_and_enter_go_round(view: SheetView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert list(view.chosen()) == [(0, (0, 1)), (1, (0, 1))]
    view.selectionModel().setCurrentIndex(view.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    seen = []
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        seen.append(cursor(view))
    assert seen == [(0, 1), (1, 0), (1, 1), (0, 0)]
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert cursor(view) == (1, 0)
    assert list(view.chosen()) == [(0, (0, 1)), (1, (0, 1))], "the block stays"


def test_shift_and_space_choose_rows_and_control_a_everything(view: SheetView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Space, SHIFT)
    assert list(view.chosen()) == [(0, tuple(range(9))), (1, tuple(range(9)))]
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert len(view.chosen()) == view.rows.rowCount() == 41


def test_the_mouse_chooses_a_block(view: SheetView, qtbot: QtBot) -> None:
    def middle(row: int, column: int) -> QPoint:
        return view.visualRect(view.rows.index(row, column)).center()

    ground = view.viewport()
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=middle(1, 1))
    qtbot.mouseMove(ground, middle(2, 2))
    qtbot.mouseMove(ground, middle(3, 2))
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=middle(3, 2))
    assert list(view.chosen()) == [(row, (1, 2)) for row in (1, 2, 3)]


def test_f6_leaves_the_table(view: SheetView, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.hasFocus, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_F6)
    assert not view.hasFocus()


def test_typing_into_a_cell_is_one_step_and_tab_goes_on(desk: Desk, view: SheetView, qtbot: QtBot) -> None:
    put_cursor(view, 0, BADGE)
    type_in(qtbot, view, "A-001", Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert cursor(view) == (0, SEAT)
    qtbot.waitUntil(lambda: shown(view, BADGE)[0] == "A-001", timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Edit attendee"


def test_a_letter_begins_to_type_in_place_of_what_was_there(view: SheetView, qtbot: QtBot) -> None:
    put_cursor(view, 0, SEAT)
    qtbot.keyClick(view, Qt.Key.Key_B)
    qtbot.keyClick(field(view), Qt.Key.Key_7)
    qtbot.keyClick(field(view), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(view, SEAT)[0].lower() == "b7", timeout=PATIENCE)
    assert cursor(view) == (1, SEAT)


def test_escape_leaves_a_cell_as_it_was(desk: Desk, view: SheetView, qtbot: QtBot) -> None:
    steps = len(desk.operations.store.history())
    type_in(qtbot, view, "nobody", Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    desk.operations.close()
    assert shown(view, FIRST_NAME)[0] == "朱一静"
    assert len(desk.operations.store.history()) == steps


def test_two_cells_of_a_name_typed_quickly_are_both_kept(view: SheetView, qtbot: QtBot) -> None:
    type_in(qtbot, view, "朱一", Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    type_in(qtbot, view, "Zhu Yi", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(
        lambda: (shown(view, FIRST_NAME)[0], shown(view, SECOND_NAME)[0]) == ("朱一", "Zhu Yi"), timeout=PATIENCE
    )


def test_control_and_enter_write_one_value_into_everything_chosen_as_one_step(
    desk: Desk, view: SheetView, qtbot: QtBot
) -> None:
    before = shown(view, STATUS)
    choose(view, 0, STATUS, 4, STATUS)
    type_in(qtbot, view, "已邀", Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: shown(view, STATUS)[:6] == ["已邀请"] * 5 + ["已确认"], timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Set attendance"
    desk.operations.undo()
    qtbot.waitUntil(lambda: shown(view, STATUS) == before, timeout=PATIENCE)


def test_delete_empties_what_is_chosen(view: SheetView, qtbot: QtBot) -> None:
    choose(view, 0, TITLE, 1, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(view, TITLE)[:2] == ["", ""], timeout=PATIENCE)


def test_control_and_d_fill_down_what_stands_in_the_first_chosen_row(
    desk: Desk, view: SheetView, qtbot: QtBot
) -> None:
    choose(view, 0, ORGANISATION, 2, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: shown(view, ORGANISATION)[:3] == ["北京广播电视台"] * 3, timeout=PATIENCE)
    assert shown(view, TITLE)[:3] == ["主持人"] * 3
    assert desk.operations.store.history(1)[0].title == "Fill down"


def test_of_one_row_control_and_d_takes_what_stands_above(view: SheetView, qtbot: QtBot) -> None:
    put_cursor(view, 1, CATEGORY)
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: shown(view, CATEGORY)[1] == "工作人员", timeout=PATIENCE)


def test_a_copied_block_is_text_and_html_for_other_programs(view: SheetView, qtbot: QtBot) -> None:
    choose(view, 1, FIRST_NAME, 2, SECOND_NAME)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: clipboard.mimeData().hasHtml(), timeout=PATIENCE)
    assert clipboard.mimeData().text() == "辛国斌\tXin Guobin\n于英杰\tYu Yingjie\n"
    assert "<td style='mso-number-format:\"\\@\"'>于英杰</td>" in clipboard.mimeData().html()


def test_copied_rows_leave_hidden_columns_out_and_follow_the_order_of_the_moved(
    page: AttendeesPage, view: SheetView, qtbot: QtBot
) -> None:
    page.table.columns.toggle(SECOND_NAME)
    page.table.columns.move(ORGANISATION, -1)
    put_cursor(view, 1, FIRST_NAME)
    qtbot.keyClick(view, Qt.Key.Key_Space, SHIFT)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: clipboard.text() != "before", timeout=PATIENCE)
    assert clipboard.mimeData().text().startswith("工业和信息化部\t辛国斌\t副部长\t贵宾\t已确认")


def test_a_heading_sorts_up_then_down_then_not(page: AttendeesPage, view: SheetView, qtbot: QtBot) -> None:
    entered = shown(view, FIRST_NAME)
    across = view.horizontalHeader()

    def click(column: int) -> None:
        at = QPoint(across.sectionViewportPosition(column) + 20, across.height() // 2)
        qtbot.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(FIRST_NAME)
    qtbot.waitUntil(lambda: shown(view, FIRST_NAME)[0] != entered[0], timeout=PATIENCE)
    up = shown(view, FIRST_NAME)[:-1]
    assert up.index("陈立东") < up.index("高炳仰") < up.index("郭洁") < up.index("张宇蕾") < up.index("周力")
    click(FIRST_NAME)
    qtbot.waitUntil(lambda: shown(view, FIRST_NAME)[:3] == up[:-4:-1], timeout=PATIENCE)
    click(FIRST_NAME)
    qtbot.waitUntil(lambda: shown(view, FIRST_NAME) == entered, timeout=PATIENCE)


def test_the_menu_of_columns_hides_moves_and_brings_back_and_another_day_remembers(
    page: AttendeesPage, view: SheetView, settings: QSettings, sample_store: Store, qtbot: QtBot
) -> None:
    menu = page.table.columns.menu(BADGE, page.screen_of)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:5] == ["升序排列", "降序排列", "取消排序", "此列左移", "此列右移"]
    next(action for action in menu.actions() if action.text() == "此列左移").trigger()
    next(action for action in menu.actions() if action.text() == "备注").trigger()
    arranged = [0, 1, 2, 3, 4, 6, 5, 7]
    assert view.columns_shown() == arranged

    other = Desk(sample_store, words=Words.of("zh"), settings=settings)
    qtbot.addWidget(other)
    assert attendees(other).view.columns_shown() == arranged
    attendees(other).table.columns.reset()
    assert attendees(other).view.columns_shown() == list(range(9))
    other.close()


def test_settings_that_somebody_spoilt_leave_the_columns_as_they_are_at_first(
    sample_store: Store, settings: QSettings, qtbot: QtBot
) -> None:
    for spoilt in ("[]", "{", '{"order": 5}', '{"order": ["x", "seat"], "hidden": ["?"], "widths": {"seat": "a"}}'):
        settings.setValue("tables/attendees", spoilt)
        other = Desk(sample_store, words=Words.of("zh"), settings=settings)
        qtbot.addWidget(other)
        assert len(attendees(other).view.columns_shown()) == 9
        other.close()


def test_the_last_column_that_is_shown_cannot_be_hidden(page: AttendeesPage, view: SheetView) -> None:
    for column in range(1, 9):
        page.table.columns.toggle(column)
    menu = page.table.columns.menu(FIRST_NAME, page.screen_of)
    only = next(action for action in menu.actions() if action.text() == "中文姓名")
    assert not only.isEnabled()


def test_a_pasted_block_is_shown_first_and_escape_changes_nothing(
    desk: Desk, page: AttendeesPage, view: SheetView, qtbot: QtBot
) -> None:
    steps = len(desk.operations.store.history())
    put_on_clipboard("A1\tB1\nA2\tB2")
    put_cursor(view, 0, BADGE)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(page.table.preview.isVisible, timeout=PATIENCE)
    assert page.table.preview.title.text() == "更改 4 格"
    assert shown(page.table.preview.view, 4) == ["A1", "B1", "A2", "B2"]
    qtbot.keyClick(page.table.preview.view, Qt.Key.Key_Escape)
    assert not page.table.preview.isVisible()
    desk.operations.close()
    assert len(desk.operations.store.history()) == steps


def test_a_single_cell_is_pasted_at_once_and_into_all_that_is_chosen(
    page: AttendeesPage, view: SheetView, qtbot: QtBot
) -> None:
    put_on_clipboard("C3")
    put_cursor(view, 0, SEAT)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: shown(view, SEAT)[0] == "C3", timeout=PATIENCE)
    assert not page.table.preview.isVisible()
    choose(view, 1, SEAT, 3, SEAT)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(page.table.preview.isVisible, timeout=PATIENCE)
    qtbot.keyClick(page.table.preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(view, SEAT)[:4] == ["C3"] * 4, timeout=PATIENCE)
