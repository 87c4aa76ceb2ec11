"""The frame of the desk: which event, undo, language, colours, and other processes at work on the same file."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.commands.event import EditEvent
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.event import Event
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store
from forumdesk.ui.agenda.model import KIND, MINUTES, TITLE
from forumdesk.ui.pages import PAGES
from forumdesk.ui.theme import DARK, LIGHT
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, overview, shown


def test_the_frame_names_the_event_its_hall_and_its_file(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.top.title.text() == "世界领先科技园区发展论坛", timeout=PATIENCE)
    assert desk.top.kicker.text() == "中关村论坛年会"
    assert desk.top.place.text() == "畅春厅·3月28日"
    assert (desk.status.saved.text(), desk.status.file.text()) == ("已保存", "sample.forum")


def test_nothing_is_undone_of_what_founded_the_file(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(desk.top.title.text()), timeout=PATIENCE)
    assert not desk.undo.isEnabled()
    assert desk.undo.toolTip() == "撤销 (Ctrl+Z)"


def test_the_language_is_switched_live(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.status.languages["en"], Qt.MouseButton.LeftButton)
    assert [button.text() for button in desk.rail.buttons.values()] == [kind.title for kind in PAGES]
    assert agenda(desk).head.count.text() == "18 items, 3 h 20 min"
    assert desk.top.place.text() == "Changchun Hall, 28 Mar"
    assert shown(agenda(desk).view, KIND)[4] == "Keynote"
    assert shown(agenda(desk).view, TITLE)[-2] == "Moderated by Zhang Yang, 5 panelists"
    assert QLocale().language() == QLocale.Language.English
    qtbot.mouseClick(desk.status.languages["zh"], Qt.MouseButton.LeftButton)
    assert shown(agenda(desk).view, KIND)[4] == "主旨演讲"


def test_the_colours_are_switched_live_and_reach_the_pixels(desk: Desk, qtbot: QtBot) -> None:
    def ground() -> str:
        picture = desk.grab().toImage()
        return picture.pixelColor(desk.width() - 60, desk.height() - 60).name().upper()

    desk.wear(LIGHT)
    assert ground() == LIGHT.surface
    qtbot.mouseClick(desk.status.colours, Qt.MouseButton.LeftButton)
    assert ground() == DARK.surface
    disabled = QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(DARK.disabled_text)
    qtbot.mouseClick(desk.status.colours, Qt.MouseButton.LeftButton)
    assert ground() == LIGHT.surface


def test_the_pages_are_reached_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.activateWindow()
    assert desk.pages.currentWidget() is overview(desk), "the desk opens with the overview"
    for place, kind in reversed(list(enumerate(PAGES, start=1))):
        qtbot.keyClick(desk, str(place), Qt.KeyboardModifier.ControlModifier)
        assert desk.pages.currentWidget() is desk.page(kind.name)
    assert desk.pages.currentWidget() is overview(desk)
    desk.go("agenda")
    assert agenda(desk).view.hasFocus()


def test_markup_in_the_event_is_shown_as_it_is_written(desk: Desk, qtbot: QtBot) -> None:
    hostile = "<b>bold</b><img src='/etc/hostname'>"
    desk.operations.run(EditEvent(title=Text(hostile, hostile)))
    qtbot.waitUntil(lambda: desk.top.title.text() == hostile, timeout=PATIENCE)
    with desk.operations.store.work(hostile) as work:
        work.all(Event)[0].note = Text("another step")
    qtbot.waitUntil(lambda: hostile in desk.undo.text(), timeout=PATIENCE)
    assert "&lt;img" in desk.undo.toolTip()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in desk.findChildren(QLabel))


def test_another_process_and_the_window_write_to_one_file_and_the_window_shows_both(
    desk: Desk, qtbot: QtBot, sample_file: Path
) -> None:
    count = 20
    script = Path(__file__).with_name("colleague.py")
    command = [sys.executable, str(script), str(sample_file), str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as colleague:
        for minutes in range(11, 11 + count):
            desk.operations.run(EditItem(id=key("item", "closing"), minutes=minutes))
            qtbot.wait(20)
        assert colleague.stdout is not None
        view = agenda(desk).view
        qtbot.waitUntil(lambda: shown(view, TITLE)[0] == f"第 {count} 稿", timeout=2 * PATIENCE)
        seen = time.time()
        committed = float(colleague.stdout.read())
    sys.stdout.write(f"shown {seen - committed:.3f} s after the other process had committed\n")
    qtbot.waitUntil(lambda: shown(view, MINUTES)[-1] == str(10 + count), timeout=PATIENCE)
    qtbot.waitUntil(lambda: desk.status.saved.text() == "已保存", timeout=PATIENCE)
    actors = [step.actor for step in desk.operations.store.history() if step.actor != "founder"]
    assert (actors.count("colleague"), actors.count("tester")) == (count, count)
    assert desk.notice.text == ""


def test_undo_takes_back_ones_own_step_and_leaves_the_colleagues(desk: Desk, qtbot: QtBot, sample_file: Path) -> None:
    desk.operations.run(EditItem(id=key("item", "closing"), title=Text("闭幕", "Closing")))
    shorten(sample_file, "opening")
    view = agenda(desk).view
    qtbot.waitUntil(lambda: shown(view, MINUTES)[0] == "5" and desk.undo.isEnabled(), timeout=PATIENCE)
    desk.undo.trigger()
    qtbot.waitUntil(lambda: shown(view, TITLE)[-1] == "北京广播电视台主持人", timeout=PATIENCE)
    assert shown(view, MINUTES)[0] == "5"


def test_what_a_colleague_has_moved_on_is_not_taken_back_and_the_notice_says_why(
    desk: Desk, qtbot: QtBot, sample_file: Path
) -> None:
    view = agenda(desk).view
    desk.operations.run(EditItem(id=key("item", "closing"), minutes=9))
    qtbot.waitUntil(lambda: shown(view, MINUTES)[-1] == "9", timeout=PATIENCE)
    shorten(sample_file, "closing")
    qtbot.waitUntil(lambda: shown(view, MINUTES)[-1] == "5" and desk.undo.isEnabled(), timeout=PATIENCE)
    desk.undo.trigger()
    step = Words.of("zh").say("Edit agenda item")
    qtbot.waitUntil(lambda: step in desk.notice.text, timeout=PATIENCE)
    assert shown(view, MINUTES)[-1] == "5"


def shorten(file: Path, item: str) -> None:
    colleague = open_store(str(file), actor="colleague")
    Bus(colleague).run(EditItem(id=key("item", item), minutes=5))
    colleague.close()


def test_closing_the_window_finishes_what_was_asked_for(desk: Desk) -> None:
    for minutes in (5, 6, 7):
        desk.operations.run(EditItem(id=key("item", "closing"), minutes=minutes))
    desk.close()
    assert [step.actor for step in desk.operations.store.history()].count("tester") == 3


def test_the_window_is_found_as_it_was_left(
    desk: Desk, qtbot: QtBot, sample_store: Store, settings: QSettings
) -> None:
    desk.resize(960, 700)  # a width is cut to what the tests' screen has
    qtbot.mouseClick(desk.status.colours, Qt.MouseButton.LeftButton)
    left = desk.theme
    desk.close()
    again = Desk(sample_store, words=Words.of("zh"), settings=settings)
    again.close()
    assert again.height() == 700
    assert again.theme is left


@pytest.mark.parametrize("module", ["sqlalchemy", "reportlab", "pypinyin", "msgspec", "xlsxwriter"])
def test_the_window_is_imported_without(module: str) -> None:
    code = f"import sys, forumdesk.ui.main; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
