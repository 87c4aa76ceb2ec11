"""The settings page: the screen at once, the event step by step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.event import AddHall
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.text import Text
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.theme import DARK, LIGHT
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    """The page, turned to and filled."""
    desk.go("settings")
    made = desk.open_page
    assert isinstance(made, SettingsPage)
    qtbot.waitUntil(lambda: bool(made.forums), timeout=PATIENCE)
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


def test_what_is_no_date_zone_or_time_is_refused_and_stays_for_mending(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    start = next(iter(page.forums.values())).start
    for field, typed in ((page.starts, "2025-02-30"), (page.zone, "Mars/Olympus"), (start, "9 o'clock")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert typed in desk.notice.text
        assert field.text() == typed
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.operations.store.history(1)[0].actor == "founder"


def test_a_forum_gets_its_hall_and_its_start(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    hall = AddHall(name=Text("多功能厅", "Function Room"))
    desk.operations.run(hall)
    (key, fields), *_ = page.forums.items()
    qtbot.waitUntil(lambda: fields.hall.findText("多功能厅") >= 0, timeout=PATIENCE)
    fields.hall.setCurrentIndex(fields.hall.findText("多功能厅"))
    fields.hall.activated.emit(fields.hall.currentIndex())
    qtbot.waitUntil(lambda: desk.top.place.text().startswith("多功能厅"), timeout=PATIENCE)
    fields.start.selectAll()
    qtbot.keyClicks(fields.start, "0930")
    qtbot.keyClick(fields.start, Qt.Key.Key_Return)

    def kept() -> tuple[object, int]:
        with desk.operations.store.look() as look:
            forum = look.get(Forum, key)
        return forum.hall_id, forum.day_start

    qtbot.waitUntil(lambda: kept() == (hall.id, 570), timeout=PATIENCE)
    qtbot.waitUntil(lambda: fields.start.text() == "09:30", timeout=PATIENCE)


def test_it_stands_at_the_foot_of_the_rail_and_every_field_has_a_name(desk: Desk, page: SettingsPage) -> None:
    buttons = list(desk.rail.buttons.values())
    assert buttons[-1] is desk.rail.buttons["settings"]
    assert desk.rail.height() - buttons[-1].geometry().bottom() < 24
    assert QApplication.focusWidget() is page.language.button("zh")
    for field in (page.starts, page.zone, *page.title.fields, *page.venue.fields):
        assert field.accessibleName()
