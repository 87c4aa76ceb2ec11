"""The settings page: the screen at once, the event step by step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.event import AddHall
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.text import Text
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.theme import DARK, LIGHT
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, editor, put_cursor, retype, shown


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    """The page, turned to and filled."""
    desk.go("settings")
    made = desk.open_page
    assert isinstance(made, SettingsPage)
    qtbot.waitUntil(lambda: bool(made.forums.model.lines), timeout=PATIENCE)
    return made


def test_the_screen_is_set_at_once_and_remembered(
    desk: Desk, page: SettingsPage, qtbot: QtBot, settings: QSettings
) -> None:
    qtbot.mouseClick(page.theme.button("dark"), Qt.MouseButton.LeftButton)
    assert desk.theme is DARK
    qtbot.mouseClick(page.theme.button("light"), Qt.MouseButton.LeftButton)
    assert desk.theme is LIGHT
    qtbot.mouseClick(desk.status.colours, Qt.MouseButton.LeftButton)
    assert page.theme.code == "dark", "also where it was switched elsewhere"
    qtbot.mouseClick(page.theme.button("system"), Qt.MouseButton.LeftButton)
    assert settings.value("theme") == "system"
    qtbot.mouseClick(page.language.button("en"), Qt.MouseButton.LeftButton)
    assert (page.head.title.text(), settings.value("language")) == ("Settings", "en")
    assert page.theme.button("system").text() == "As the system"


def kept(desk: Desk) -> Event:
    """The event as it is on the disk."""
    with desk.operations.store.look() as look:
        return look.all(Event)[0]


def test_the_event_is_edited_in_both_languages_each_change_a_step(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    first, second = page.title.fields
    assert (first.toPlainText(), second.toPlainText()) == (
        "世界领先科技园区发展论坛",
        "World Leading Science Park Development Forum",
    )
    second.setFocus()
    second.selectAll()
    qtbot.keyClicks(second, "Science Parks")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "编辑活动" in desk.undo.text(), timeout=PATIENCE)
    page.starts.selectAll()
    qtbot.keyClicks(page.starts, "2025-04-01")
    qtbot.keyClick(page.starts, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(desk).starts.isoformat() == "2025-04-01", timeout=PATIENCE)
    assert kept(desk).title == Text("世界领先科技园区发展论坛", "Science Parks")
    desk.undo.trigger()
    qtbot.waitUntil(lambda: page.starts.text() == "2025-03-28", timeout=PATIENCE)


def test_what_is_no_date_or_zone_is_refused_and_stays_for_mending(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    for field, typed in ((page.starts, "2025-02-30"), (page.zone, "Mars/Olympus")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert typed in desk.notice.text
        assert field.text() == typed
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.operations.store.history(1)[0].actor == "founder"


TITLE, HALL, BEGINS, DAYS = range(4)


def test_a_forum_gets_its_hall_and_its_start(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    hall = AddHall(name=Text("多功能厅", "Function Room"))
    desk.operations.run(hall)
    qtbot.waitUntil(lambda: "多功能厅" in shown(page.halls.view, 0), timeout=PATIENCE)
    retype(qtbot, page.forums.view, 0, HALL, "Function Room")
    qtbot.waitUntil(lambda: desk.top.place.text().startswith("多功能厅"), timeout=PATIENCE)
    retype(qtbot, page.forums.view, 0, BEGINS, "0930")
    qtbot.waitUntil(lambda: shown(page.forums.view, BEGINS) == ["09:30"], timeout=PATIENCE)
    with desk.operations.store.look() as look:
        (forum,) = look.all(Forum)
    assert (forum.hall_id, forum.day_start) == (hall.id, 570)


@pytest.mark.parametrize(
    ("column", "typed"), [(HALL, "Moon Hall"), (BEGINS, "9 o'clock"), (DAYS, "2025-03-28; tomorrow")]
)
def test_a_hall_that_is_none_and_a_time_that_is_none_are_refused(
    desk: Desk, page: SettingsPage, qtbot: QtBot, column: int, typed: str
) -> None:
    retype(qtbot, page.forums.view, 0, column, typed)
    qtbot.waitUntil(lambda: typed.rpartition("; ")[2] in desk.notice.text, timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].actor == "founder"


def test_forums_are_added_named_moved_and_removed_by_keyboard_and_undo_brings_them_back(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    view, before = page.forums.view, shown(page.forums.view, TITLE)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)), timeout=PATIENCE)
    qtbot.keyClicks(editor(view), "Youth")
    qtbot.keyClick(editor(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(view, TITLE) == [*before, "Youth"], timeout=PATIENCE)
    qtbot.waitUntil(desk.top.switch.isVisible, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(view, TITLE) == ["Youth", *before], timeout=PATIENCE)
    put_cursor(view, 1, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(view, TITLE) == ["Youth"], timeout=PATIENCE)
    desk.undo.trigger()
    qtbot.waitUntil(lambda: shown(view, TITLE) == ["Youth", *before], timeout=PATIENCE)


def test_halls_are_added_named_and_removed_and_have_seats(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    view, before = page.halls.view, shown(page.halls.view, 0)
    page.halls.add.click()
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)), timeout=PATIENCE)
    qtbot.keyClicks(editor(view), "Hall Two")
    qtbot.keyClick(editor(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Hall Two" in shown(view, 0), timeout=PATIENCE)
    place = shown(view, 0).index("Hall Two")
    retype(qtbot, view, place, 1, "many")
    qtbot.waitUntil(lambda: "many" in desk.notice.text, timeout=PATIENCE)
    retype(qtbot, view, place, 1, "320")
    qtbot.waitUntil(lambda: shown(view, 1)[place] == "320", timeout=PATIENCE)
    put_cursor(view, place, 0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(view, 0) == before, timeout=PATIENCE)


def test_it_stands_at_the_foot_of_the_rail_and_every_field_has_a_name(desk: Desk, page: SettingsPage) -> None:
    buttons = list(desk.rail.buttons.values())
    assert buttons[-1] is desk.rail.buttons["settings"]
    assert desk.rail.height() - buttons[-1].geometry().bottom() < 24
    assert QApplication.focusWidget() is page.language.button("zh")
    for field in (page.starts, page.zone, *page.title.fields, *page.venue.fields):
        assert field.accessibleName()
