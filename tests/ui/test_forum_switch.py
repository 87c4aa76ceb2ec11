"""The forum switch in the top bar: one forum or all, one day or all, on every page that has forums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.parallel import FIRST_DAY, found_parallel, key
from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import RemoveForum
from forumdesk.base.words import Words
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store
from forumdesk.ui.scope import Scope
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, ceremonies, documents, overview, retype, shown

SECOND, DAYS = key("forum", 1), 3
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def parallel_store(sqlite_target: str) -> Iterator[Store]:
    """Three forums of twelve items on two days."""
    create(sqlite_target, partial(found_parallel, forums=3, items=12, days=2), actor="founder").close()
    store = open_store(sqlite_target, actor="tester")
    yield store
    store.close()


@pytest.fixture
def wide(qtbot: QtBot, parallel_store: Store, settings: QSettings) -> Iterator[Desk]:
    """A desk on it, filled."""
    window = opened(qtbot, parallel_store, settings)
    yield window
    window.close()
    window.deleteLater()


def opened(qtbot: QtBot, store: Store, settings: QSettings) -> Desk:
    settings.setValue("agenda/shape", "table")
    window = Desk(store, words=Words.of("zh"), settings=settings)
    window.show()
    qtbot.waitUntil(lambda: window.frame is not None and bool(agenda(window).model.items), timeout=PATIENCE)
    return window


def forums_of(desk: Desk) -> set[object]:
    return {row.forum for row in agenda(desk).model.items}


def test_a_single_forum_on_one_day_leaves_nothing_to_choose(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.frame is not None, timeout=PATIENCE)
    assert not desk.top.switch.isVisible()
    assert desk.top.place.text() == "畅春厅·3月28日"
    assert not desk.action_table["forum"].isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_day_on_which_nothing_is_planned_is_written_down_chosen_and_begun(desk: Desk, qtbot: QtBot) -> None:
    desk.go("settings")
    page, store = desk.page("settings"), desk.operations.store
    assert isinstance(page, SettingsPage)
    view, days, digest = page.forums.view, desk.top.switch.days, store.digest()
    qtbot.waitUntil(lambda: page.forums.model.count() == 1, timeout=PATIENCE)
    retype(qtbot, view, 0, DAYS, "2025-03-29")
    qtbot.waitUntil(lambda: "3月28日" in desk.notice.text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not view.viewport().findChildren(QLineEdit), timeout=PATIENCE)
    retype(qtbot, view, 0, DAYS, "2025-03-29；2025-03-28")
    qtbot.waitUntil(days.isVisible, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shown(view, DAYS) == ["3月28日 – 3月29日"], timeout=PATIENCE)

    desk.go("agenda")
    qtbot.mouseClick(days, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: agenda(desk).empty.isVisible() and not agenda(desk).model.items, timeout=PATIENCE)
    qtbot.mouseClick(agenda(desk).add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(agenda(desk).model.items) == 1, timeout=PATIENCE)
    assert agenda(desk).model.items[0].date == date(2025, 3, 29)

    desk.operations.undo()
    desk.operations.undo()
    qtbot.waitUntil(lambda: not days.isVisible() and len(agenda(desk).model.items) == 18, timeout=PATIENCE)
    assert store.digest() == digest


def test_of_several_the_switch_names_what_is_shown(wide: Desk) -> None:
    switch = wide.top.switch
    assert (switch.forum.text(), switch.days.text()) == ("全部 3 个论坛", "全部 2 天")
    wide.choose_scope(Scope(SECOND, FIRST_DAY))
    assert (switch.forum.text(), switch.days.text()) == ("量子信息论坛", "4月16日")
    assert wide.top.place.text() == "02 厅"


def test_the_forum_is_found_by_keyboard_and_a_few_letters(wide: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(wide, Qt.Key.Key_F, CTRL_SHIFT)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "选择论坛或日期"
    qtbot.keyClicks(field, "lzxx")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert wide.scope == Scope(SECOND)
    qtbot.waitUntil(lambda: forums_of(wide) == {SECOND}, timeout=PATIENCE)


def test_the_pages_follow(wide: Desk, qtbot: QtBot) -> None:
    papers = documents(wide)
    shown, listed = overview(wide), ceremonies(wide)
    qtbot.waitUntil(lambda: len(listed.model.lines) == 12, timeout=PATIENCE)
    wide.choose_scope(Scope(SECOND, FIRST_DAY))
    qtbot.waitUntil(lambda: len(agenda(wide).model.items) == 12, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(listed.model.lines) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: {block.row.forum for block in shown.picture.items} == {SECOND}, timeout=PATIENCE)
    assert papers.options.forum.value == str(SECOND)


def test_it_is_remembered_for_this_event(
    wide: Desk, qtbot: QtBot, parallel_store: Store, settings: QSettings
) -> None:
    wide.choose_scope(Scope(SECOND, FIRST_DAY))
    again = opened(qtbot, parallel_store, settings)
    assert again.scope == Scope(SECOND, FIRST_DAY)
    assert forums_of(again) == {SECOND}
    again.close()


def test_going_to_an_item_of_another_forum_shows_that_forum(wide: Desk, qtbot: QtBot) -> None:
    wide.choose_scope(Scope(SECOND))
    qtbot.waitUntil(lambda: forums_of(wide) == {SECOND}, timeout=PATIENCE)
    item = key("item", 2, 0, 4)
    wide.go("agenda", item)
    qtbot.waitUntil(lambda: (row := agenda(wide).item) is not None and row.id == item, timeout=PATIENCE)
    assert wide.scope == Scope(key("forum", 2))


def test_when_the_forum_is_removed_all_are_shown(wide: Desk, qtbot: QtBot) -> None:
    wide.choose_scope(Scope(SECOND))
    Bus(wide.operations.store).run(RemoveForum(id=SECOND))
    qtbot.waitUntil(lambda: wide.scope == Scope(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(forums_of(wide)) == 2, timeout=PATIENCE)


def test_a_scope_is_read_back_from_its_code_and_nonsense_is_the_whole_event() -> None:
    for scope in (Scope(), Scope(SECOND), Scope(None, FIRST_DAY), Scope(SECOND, FIRST_DAY)):
        assert Scope.of(scope.code) == scope
    assert Scope.of("yesterday") == Scope()
