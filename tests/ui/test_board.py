"""The board of halls: dragged across, by keyboard alone, and what is wanted twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from pytestqt.qtbot import QtBot

from app.parallel import found_parallel, key
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance
from forumdesk.app.commands.event import EditForum
from forumdesk.base.words import Words
from forumdesk.store.opening import create, open_store
from forumdesk.ui.agenda.board import BoardView
from forumdesk.ui.scope import Scope
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda

ALT, LEFT_BUTTON = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
KEYNOTE, PINNED = key("item", 0, 0, 4), key("item", 1, 0, 5)
FIRST, SECOND, THIRD = (key("forum", place) for place in range(3))


@pytest.fixture
def wide(qtbot: QtBot, sqlite_target: str, settings: QSettings) -> Iterator[Desk]:
    """A desk on the board of three forums of eight items each, in three halls."""
    create(sqlite_target, partial(found_parallel, forums=3, items=8), actor="founder").close()
    store = open_store(sqlite_target, actor="tester")
    window = Desk(store, words=Words.of("zh"), settings=settings)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=PATIENCE)
    window.go("agenda")
    qtbot.waitUntil(lambda: len(board(window).columns) == 3, timeout=PATIENCE)
    yield window
    window.close()
    store.close()
    window.deleteLater()


def board(desk: Desk) -> BoardView:
    return agenda(desk).halls.view


def order(desk: Desk, forum: UUID) -> list[UUID]:
    return next([row.id for row in column.rows] for column in board(desk).columns if column.forum == forum)


def start(desk: Desk, item: UUID) -> int:
    return next(row.start for column in board(desk).columns for row in column.rows if row.id == item)


def drag(qtbot: QtBot, desk: Desk, item: UUID, to: QPoint) -> None:
    view = board(desk)
    grip = view.box_of(item).topLeft() + QPoint(30, 4)
    qtbot.mousePress(view.viewport(), LEFT_BUTTON, pos=grip)
    qtbot.mouseMove(view.viewport(), (grip + to) / 2)
    qtbot.mouseMove(view.viewport(), to)
    assert view.is_dragging
    qtbot.mouseRelease(view.viewport(), LEFT_BUTTON, pos=to)


def test_several_forums_open_on_the_board_and_the_inspector_shows_the_chosen_item(wide: Desk, qtbot: QtBot) -> None:
    assert agenda(wide).is_board
    assert agenda(wide).head.count.text() == "4月16日·共 24 项"
    qtbot.mouseClick(board(wide).viewport(), LEFT_BUTTON, pos=board(wide).box_of(KEYNOTE).center())
    qtbot.waitUntil(lambda: agenda(wide).inspector.item == KEYNOTE, timeout=PATIENCE)


def test_an_item_dragged_across_takes_all_that_is_part_of_it_along_and_undo_brings_it_back(
    wide: Desk, qtbot: QtBot
) -> None:
    before = [order(wide, forum) for forum in (FIRST, SECOND)]
    behind = key("item", 1, 0, 2)
    steps = len(wide.operations.store.history())
    drag(qtbot, wide, KEYNOTE, board(wide).box_of(behind).bottomLeft() + QPoint(40, -2))
    qtbot.waitUntil(lambda: KEYNOTE in order(wide, SECOND), timeout=PATIENCE)
    assert order(wide, SECOND)[2] == KEYNOTE
    assert KEYNOTE not in order(wide, FIRST)
    moved = board(wide).row
    assert moved is not None
    assert moved.id == KEYNOTE
    assert len(moved.people) == 1
    assert len(wide.operations.store.history()) == steps + 1

    qtbot.keyClick(wide, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [order(wide, forum) for forum in (FIRST, SECOND)] == before, timeout=PATIENCE)


def test_within_a_column_an_item_falls_behind_what_the_pointer_has_passed(wide: Desk, qtbot: QtBot) -> None:
    drag(qtbot, wide, key("item", 0, 0, 2), board(wide).box_of(KEYNOTE).bottomLeft() + QPoint(40, -2))
    qtbot.waitUntil(lambda: order(wide, FIRST)[2] == KEYNOTE, timeout=PATIENCE)
    assert order(wide, FIRST)[3] == key("item", 0, 0, 2)


def test_what_is_fixed_takes_its_pin_to_where_it_is_let_go(wide: Desk, qtbot: QtBot) -> None:
    assert start(wide, PINNED) == 585
    view = board(wide)
    plan = view.plan
    assert plan is not None
    by = round(30 * plan.scale)
    drag(qtbot, wide, PINNED, view.box_of(PINNED).topLeft() + QPoint(30, 4 + by))
    qtbot.waitUntil(lambda: start(wide, PINNED) == 615, timeout=PATIENCE)
    assert order(wide, SECOND).index(PINNED) == 5


def test_letting_go_where_it_was_is_no_step_and_escape_puts_it_back(wide: Desk, qtbot: QtBot) -> None:
    steps, view = len(wide.operations.store.history()), board(wide)
    at = view.box_of(KEYNOTE).topLeft() + QPoint(30, 4)
    drag(qtbot, wide, KEYNOTE, at + QPoint(20, 2))
    qtbot.mousePress(view.viewport(), LEFT_BUTTON, pos=at)
    qtbot.mouseMove(view.viewport(), at + QPoint(0, 200))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), LEFT_BUTTON, pos=at + QPoint(0, 200))
    qtbot.waitUntil(lambda: not view.is_dragging, timeout=PATIENCE)
    assert len(wide.operations.store.history()) == steps


def test_by_keyboard_alone_the_cursor_goes_everywhere_and_alt_takes_the_item_along(wide: Desk, qtbot: QtBot) -> None:
    view = board(wide)
    view.setFocus()
    for keys in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view, keys)
    assert view.row is not None
    assert view.row.id == KEYNOTE

    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: KEYNOTE in order(wide, SECOND), timeout=PATIENCE)
    assert view.forum == SECOND
    place = order(wide, SECOND).index(KEYNOTE)
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: order(wide, SECOND).index(KEYNOTE) == place - 1, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Return, ALT)
    assert agenda(wide).inspector.title.hasFocus()


def test_an_item_is_added_and_removed_in_the_column_of_the_cursor(wide: Desk, qtbot: QtBot) -> None:
    view = board(wide)
    view.choose_forum(THIRD)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: len(order(wide, THIRD)) == 9, timeout=PATIENCE)
    added = order(wide, THIRD)[1]
    qtbot.waitUntil(lambda: view.row is not None and view.row.id == added, timeout=PATIENCE)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: added not in order(wide, THIRD), timeout=PATIENCE)


def test_who_is_wanted_in_two_halls_at_once_is_counted_and_gone_to(wide: Desk, qtbot: QtBot) -> None:
    page, other = agenda(wide), key("item", 2, 0, 4)
    assert not page.halls.clashes.isVisible()
    Bus(wide.operations.store).run(AddAppearance(item=other, person=key("person", 0)))
    qtbot.waitUntil(page.halls.clashes.isVisible, timeout=PATIENCE)
    assert page.halls.clashes.text() == "1 人同时在两个会场"
    page.halls.clashes.click()
    assert board(wide).row is not None
    assert board(wide).row.id == KEYNOTE
    page.halls.clashes.click()
    assert board(wide).row.id == other
    assert "“人工智能论坛”" in board(wide).tip(board(wide).row)


def test_two_forums_in_one_hall_at_once_are_shown(wide: Desk, qtbot: QtBot) -> None:
    Bus(wide.operations.store).run(EditForum(id=SECOND, hall=key("hall", 0)))
    qtbot.waitUntil(lambda: bool(board(wide).columns[0].twice and board(wide).columns[1].twice), timeout=PATIENCE)
    assert not board(wide).columns[2].twice


def test_a_chosen_forum_opens_as_a_table_and_the_choice_between_the_two_is_remembered(
    wide: Desk, qtbot: QtBot
) -> None:
    page = agenda(wide)
    wide.choose_scope(Scope(SECOND))
    qtbot.waitUntil(lambda: len(page.model.items) == 8, timeout=PATIENCE)
    assert not page.is_board
    page.shape.button("board").click()
    qtbot.waitUntil(lambda: board(wide).forum == SECOND, timeout=PATIENCE)
    wide.choose_scope(Scope())
    page.shape.button("table").click()
    qtbot.waitUntil(lambda: len(page.model.items) == 24, timeout=PATIENCE)
    assert page.view.isVisible()
    assert not page.halls.isVisible()
    assert wide.settings.value("agenda/shape") == "table"
    page.shape.button("board").click()
    qtbot.waitUntil(page.halls.isVisible, timeout=PATIENCE)
