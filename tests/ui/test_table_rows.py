"""Rows of the sheet: moved by keyboard and by their edge, and changed together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from forumdesk.ui.attendees.model import CATEGORY, FIRST_NAME, ID_NUMBER, ORGANISATION, PHONE, STATUS, TITLE
from forumdesk.ui.attendees.page import AttendeesPage, NotInOwnOrder
from forumdesk.ui.parts.cell_field import CellField
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.window import Desk
from forumdesk.ui.wording import SENDS_DEPUTY
from ui.hands import PATIENCE, drag_by_edge, middle, put_cursor, shown

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def names(view: SheetView) -> list[str]:
    return shown(view, FIRST_NAME)[:6]


def title(desk: Desk) -> str:
    return desk.operations.store.history(1)[0].title


def say(page: AttendeesPage, text: str, **facts: object) -> str:
    return page.screen_of.say(text, **facts)


def test_alt_and_an_arrow_move_the_chosen_rows_and_undo_puts_them_back(
    desk: Desk, view: SheetView, qtbot: QtBot
) -> None:
    a, b, c, d, *rest = before = names(view)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: names(view) == [c, a, b, d, *rest], timeout=PATIENCE)
    assert view.chosen_items().places == [1, 2], "the rows stay chosen where they went"
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: names(view) == [c, d, a, b, *rest], timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: names(view) == [c, a, b, d, *rest], timeout=PATIENCE)
    assert title(desk) == "Move attendees"
    for _ in range(3):
        desk.operations.undo()
    qtbot.waitUntil(lambda: names(view) == before, timeout=PATIENCE)


def test_the_first_row_moves_no_further_up(desk: Desk, view: SheetView, qtbot: QtBot) -> None:
    steps = len(desk.operations.store.history())
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    desk.operations.close()
    assert len(desk.operations.store.history()) == steps


def test_a_row_is_dragged_by_its_edge_and_dropped_between_others(view: SheetView, qtbot: QtBot) -> None:
    a, b, c, d, e, f = names(view)
    drag_by_edge(qtbot, view, 0, 3)
    qtbot.waitUntil(lambda: names(view) == [b, c, a, d, e, f], timeout=PATIENCE)
    drag_by_edge(qtbot, view, 4, 0)
    qtbot.waitUntil(lambda: names(view) == [e, b, c, a, d, f], timeout=PATIENCE)


def test_several_chosen_rows_are_dragged_together(view: SheetView, qtbot: QtBot) -> None:
    a, b, c, d, e, f = names(view)
    assert view.grip
    edge, across = view.grip.viewport(), view.grip.width() // 2
    qtbot.mouseClick(edge, Qt.MouseButton.LeftButton, pos=QPoint(across, middle(view, 1)))
    qtbot.mouseClick(edge, Qt.MouseButton.LeftButton, SHIFT, QPoint(across, middle(view, 2)))
    assert view.chosen_items().places == [1, 2]
    drag_by_edge(qtbot, view, 2, 5)
    qtbot.waitUntil(lambda: names(view) == [a, d, e, b, c, f], timeout=PATIENCE)


def test_a_click_on_the_edge_chooses_the_row_and_moves_nothing(desk: Desk, view: SheetView, qtbot: QtBot) -> None:
    steps = len(desk.operations.store.history())
    assert view.grip
    at = QPoint(view.grip.width() // 2, middle(view, 2))
    qtbot.mouseClick(view.grip.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert list(view.chosen()) == [(2, tuple(view.columns_shown()))]
    desk.operations.close()
    assert len(desk.operations.store.history()) == steps


def test_sorted_rows_do_not_move_and_a_sentence_says_why(page: AttendeesPage, view: SheetView, qtbot: QtBot) -> None:
    before = names(view)
    page.table.columns.sort("name_first", descending=False)
    qtbot.waitUntil(lambda: names(view) != before, timeout=PATIENCE)
    put_cursor(view, 2, FIRST_NAME)
    with qtbot.waitSignal(view.moved, timeout=PATIENCE):
        qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert isinstance(page.table.fixed(), NotInOwnOrder)


def test_the_head_says_how_many_rows_are_chosen(page: AttendeesPage, view: SheetView, qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert page.head.count.text().endswith(" · " + say(page, "{count} rows chosen", count=5))
    put_cursor(view, 0, FIRST_NAME)
    assert "·" not in page.head.count.text()


def begin(qtbot: QtBot, view: SheetView, column: int, rows: int) -> CellField:
    """Choose some rows of a column and begin to edit."""
    put_cursor(view, 0, column)
    for _ in range(rows - 1):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, CellField)
    return field


def test_cells_that_differ_are_edited_as_multiple_values_and_nothing_typed_changes_nothing(
    desk: Desk, page: AttendeesPage, view: SheetView, qtbot: QtBot
) -> None:
    steps = len(desk.operations.store.history())
    for key, modifiers in ((Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)):
        field = begin(qtbot, view, FIRST_NAME, 3)
        assert (field.text(), field.placeholderText()) == ("", say(page, "Multiple values"))
        qtbot.keyClick(field, key, modifiers)
    desk.operations.close()
    assert len(desk.operations.store.history()) == steps


def test_what_is_typed_for_multiple_values_goes_into_all_of_them_as_one_step(
    desk: Desk, view: SheetView, qtbot: QtBot
) -> None:
    field = begin(qtbot, view, TITLE, 3)
    qtbot.keyClicks(field, "Guide")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(view, TITLE)[:3] == ["Guide"] * 3, timeout=PATIENCE)
    assert shown(view, TITLE)[3] != "Guide"
    assert title(desk) == "Edit cells"


def test_cells_that_are_alike_are_edited_as_what_they_say(view: SheetView, qtbot: QtBot) -> None:
    field = begin(qtbot, view, STATUS, 3)
    assert field.text() == shown(view, STATUS)[0] and not field.stands_for_many
    qtbot.keyClick(field, Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("column", "step"), [(STATUS, "Set attendance"), (CATEGORY, "Set category")])
def test_the_menu_gives_all_chosen_rows_a_status_or_category_as_one_step(
    desk: Desk, view: SheetView, qtbot: QtBot, column: int, step: str
) -> None:
    before = shown(view, column)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    heading = view.rows.columns[column].heading(view.rows.screen)
    of_column = next(each for each in menu.findChildren(QMenu) if each.title() == heading)
    of_column.actions()[2].trigger()
    menu.close()
    choices = view.rows.columns[column].choices
    assert choices
    word = choices(view.rows.screen)[2]
    qtbot.waitUntil(lambda: shown(view, column) == [word] * 4 + before[4:], timeout=PATIENCE)
    assert title(desk) == step
    desk.operations.undo()
    qtbot.waitUntil(lambda: shown(view, column) == before, timeout=PATIENCE)


def test_the_menu_sends_no_deputy_for_many_who_would_each_name_their_own(view: SheetView) -> None:
    screen, column = view.rows.screen, view.rows.columns[STATUS]
    of_column = next(each for each in view.menu().findChildren(QMenu) if each.title() == column.heading(screen))
    assert column.choices
    words = column.choices(screen)
    assert [action.text() for action in of_column.actions()] == [*words[:SENDS_DEPUTY], *words[SENDS_DEPUTY + 1 :]]


def test_with_every_column_shown_organisation_and_post_can_be_read_and_the_table_scrolls(
    desk: Desk, page: AttendeesPage, view: SheetView, qtbot: QtBot
) -> None:
    desk.resize(1440, 900)
    for column in range(PHONE, ID_NUMBER + 1):
        page.table.columns.toggle(column)
    assert min(view.columnWidth(ORGANISATION), view.columnWidth(TITLE)) >= view.least
    assert view.horizontalHeader().length() > view.viewport().width()
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0, timeout=PATIENCE)
