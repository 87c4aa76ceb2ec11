"""Views of a table: saved under a name, chosen, renamed and deleted, the same in the next event."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.store.store import Store
from forumdesk.ui.attendees.model import BADGE, FIRST_NAME, SEAT
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, attendees, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
EVERYBODY, PRESS = "全部，恢复初始状态", "贵宾 & 嘉宾"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AttendeesPage:
    desk.go("attendees")
    found = attendees(desk)
    qtbot.waitUntil(lambda: found.model.is_read and found.model.count() == 40, timeout=PATIENCE)
    return found


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names that are typed, one after the other; None cancels."""
    names: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (names[0], bool(names.pop(0))))
    yield names
    assert names == []


def words(page: AttendeesPage) -> list[str]:
    menu = page.area.views.menu(page.screen_of)
    return [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]


def checked(page: AttendeesPage) -> list[str]:
    return [action.text() for action in page.area.views.menu(page.screen_of).actions() if action.isChecked()]


def pick(page: AttendeesPage, word: str) -> None:
    menu = page.area.views.menu(page.screen_of)
    next(action for action in menu.actions() if action.text() == word).trigger()


def narrow(page: AttendeesPage) -> None:
    """Speakers whose names or posts have a 国 in them, by name downwards, without seats, badges further left."""
    page.filters.chips["category", "speaker"].setChecked(True)
    page.filters.search.setText("国")
    page.table.columns.sort("name_first", descending=True)
    page.table.columns.toggle(SEAT)
    page.table.columns.move(BADGE, -1)


def test_a_view_keeps_search_chips_order_and_columns(page: AttendeesPage, qtbot: QtBot, named: list[str]) -> None:
    before = page.view.columns_shown()
    assert words(page) == [EVERYBODY, "保存当前视图…"]
    narrow(page)
    found, columns = {"丽娜·米兰达", "马奕良", "张洋", "金賢坤"}, page.view.columns_shown()
    qtbot.waitUntil(lambda: set(shown(page.view, FIRST_NAME)[:-1]) == found, timeout=PATIENCE)
    named.append(PRESS)
    pick(page, "保存当前视图…")
    assert checked(page) == [PRESS.replace("&", "&&")]
    pick(page, EVERYBODY)
    qtbot.waitUntil(lambda: page.model.count() == 40, timeout=PATIENCE)
    assert not page.filters.is_used
    assert page.view.columns_shown() == before
    assert checked(page) == []
    pick(page, PRESS.replace("&", "&&"))
    qtbot.waitUntil(lambda: set(shown(page.view, FIRST_NAME)[:-1]) == found, timeout=PATIENCE)
    assert page.table.columns.state["sorted"] == ["name_first", True]
    assert page.view.columns_shown() == columns
    assert page.filters.search.text() == "国"


def test_a_view_is_renamed_in_its_place_and_deleted(page: AttendeesPage, desk: Desk, named: list[str]) -> None:
    for name in ("one", "two"):
        page.filters.search.setText(name)
        page.area.views.save(name)
    page.area.views.choose("one")
    named += ["two", "", "first"]
    pick(page, "重命名“one”…")
    assert "two" in desk.notice.text, "another view has that name"
    pick(page, "重命名“one”…")
    assert list(page.area.views.views) == ["one", "two"], "nothing is renamed to nothing"
    pick(page, "重命名“one”…")
    assert list(page.area.views.views) == ["first", "two"]
    pick(page, "删除“first”")
    assert list(page.area.views.views) == ["two"]
    assert page.filters.search.text() == "one", "what is seen stays"


def test_saving_under_the_same_name_replaces_the_view(page: AttendeesPage) -> None:
    page.area.views.save("one")
    page.filters.search.setText("李")
    page.area.views.save("one")
    page.area.views.show_all()
    page.area.views.choose("one")
    assert page.filters.search.text() == "李"


def test_views_are_the_users_and_are_there_in_another_window(
    page: AttendeesPage, settings: QSettings, sample_store: Store, qtbot: QtBot
) -> None:
    page.area.views.save("one")
    other = Desk(sample_store, words=Words.of("zh"), settings=settings)
    qtbot.addWidget(other)
    assert list(attendees(other).area.views.views) == ["one"]
    other.close()


@pytest.mark.parametrize(
    "spoilt",
    ["{", "[]", '{"one": 7}', '{"one": {"columns": {"sorted": ["x", 1]}, "filters": {"chips": 5}}}', '{"one": {}}'],
)
def test_what_somebody_spoilt_in_the_settings_is_as_at_first(
    page: AttendeesPage, settings: QSettings, spoilt: str
) -> None:
    settings.setValue("views/attendees", spoilt)
    for name in page.area.views.views:
        page.area.views.choose(name)
    assert page.table.columns.state["sorted"] == ["", False]
    assert not page.filters.is_used


def test_the_menu_opens_with_a_key(page: AttendeesPage, desk: Desk, qtbot: QtBot) -> None:
    desk.activateWindow()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=PATIENCE)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == EVERYBODY
    menu.close()
