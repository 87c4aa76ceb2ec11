"""Everything the desk can do is in one table; what happened is said in the place that fits."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.agenda import EditItem, RemoveItem
from forumdesk.app.sample import key
from forumdesk.base.errors import Trouble
from forumdesk.base.job import Ticket
from forumdesk.base.words import Words
from forumdesk.store.failures import Busy, ReadOnly
from forumdesk.ui.actions import ACTIONS, MENUS, actions_of
from forumdesk.ui.operations import Unexpected, as_trouble
from forumdesk.ui.shortcuts import ShortcutSheet
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda

CHINESE = Words.of("zh")
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_action_has_keys_of_its_own_a_chinese_title_and_a_menu() -> None:
    keys = [QKeySequence(each).toString() for kind in ACTIONS for each in kind.keys]
    assert all(kind.keys for kind in ACTIONS)
    assert all(keys)
    assert len(keys) == len(set(keys))
    assert [kind.code for kind in ACTIONS if kind.title not in CHINESE.catalogue] == []
    assert {kind.menu for kind in ACTIONS} == MENUS.keys()


def test_no_page_takes_the_keys_of_the_desk(desk: Desk) -> None:
    taken = {QKeySequence(each).toString() for kind in ACTIONS for each in kind.keys}
    for page in (agenda(desk),):
        assert not taken & {action.shortcut().toString() for action in actions_of(page)}


@OFFSCREEN
def test_the_menu_is_made_from_the_table_and_opens_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk, Qt.Key.Key_F10)
    menu = desk.rail.mark.menu
    qtbot.waitUntil(menu.isVisible, timeout=PATIENCE)
    assert [group.text() for group in menu.actions()] == ["活动", "编辑", "前往", "视图", "帮助"]
    inside = [action for group in menu.actions() for action in group.menu().actions()]
    assert inside == [action for _, action in desk.action_table]
    assert menu.activeAction() is menu.actions()[0]
    menu.hide()


@pytest.mark.parametrize("press", [Qt.Key.Key_Slash, "?"])
def test_the_sheet_of_keys_lists_the_table_and_what_the_page_can_do(desk: Desk, qtbot: QtBot, press: object) -> None:
    desk.go("agenda")
    before = QApplication.focusWidget()
    QAction("试一试", agenda(desk)).setShortcut("Ctrl+Alt+T")
    if isinstance(press, Qt.Key):
        qtbot.keyClick(desk, press, Qt.KeyboardModifier.ControlModifier)
    else:
        qtbot.keyClicks(desk, str(press))
    sheet = desk.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.rows["Ctrl+Z"] == "撤销"
    assert sheet.rows["Ctrl+/  ?"] == "键盘快捷键"
    assert sheet.rows["Ctrl+Alt+T"] == "试一试"
    assert len(sheet.rows) >= len(ACTIONS)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before


def test_a_question_mark_typed_into_a_cell_is_a_question_mark(desk: Desk, qtbot: QtBot) -> None:
    assert isinstance(desk.action_table["keys"], QAction)
    view = agenda(desk).view
    view.setFocus()
    view.edit(view.currentIndex())
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "?")
    assert desk.findChild(ShortcutSheet) is None


def test_after_a_removal_a_toast_offers_undo_and_leaves_the_keyboard_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    focus = QApplication.focusWidget()
    rows = len(agenda(desk).model.items)
    desk.operations.run(RemoveItem(id=key("item", "closing")))
    toast = desk.notices.toast
    qtbot.waitUntil(lambda: toast.text == "已完成：删除议程项", timeout=PATIENCE)
    assert QApplication.focusWidget() is focus
    qtbot.waitUntil(lambda: len(agenda(desk).model.items) == rows - 1, timeout=PATIENCE)
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(agenda(desk).model.items) == rows, timeout=PATIENCE)
    assert toast.text == ""


def test_the_offer_of_a_toast_ends_where_the_next_step_begins(desk: Desk, qtbot: QtBot) -> None:
    desk.operations.run(RemoveItem(id=key("item", "closing")))
    qtbot.waitUntil(lambda: bool(desk.notices.toast.text), timeout=PATIENCE)
    desk.operations.run(EditItem(id=key("item", "opening"), minutes=9))
    assert desk.notices.toast.text == ""


def test_a_step_that_removes_nothing_makes_no_toast(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.operations.stepped, timeout=PATIENCE):
        desk.operations.run(EditItem(id=key("item", "opening"), minutes=9))
    assert desk.notices.toast.text == ""


def test_trouble_with_the_file_is_a_banner_until_a_step_is_on_the_disk_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = desk.operations.store

    def fail(title: str, *, founding: bool = False) -> object:
        raise Busy(place="x.forum")

    with monkeypatch.context() as busy:
        busy.setattr(store, "work", fail)
        desk.operations.run(EditItem(id=key("item", "opening"), minutes=9))
        qtbot.waitUntil(lambda: "x.forum" in desk.notices.banner.text, timeout=PATIENCE)
        answered: list[object] = []
        desk.operations.look(lambda _: 1, answered.append)
        qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE)
        assert desk.notices.banner.text != "", "that it can be read does not say that it can be written"
    desk.operations.run(EditItem(id=key("item", "opening"), minutes=9))
    qtbot.waitUntil(lambda: desk.notices.banner.text == "", timeout=PATIENCE)
    assert desk.notice.text == ""


def test_the_banner_offers_a_copy_where_the_file_cannot_be_written(desk: Desk) -> None:
    desk.refuse(ReadOnly(place="x.forum"))
    assert "只读" in desk.notices.banner.text
    assert desk.notices.banner.button.text() == "另存副本…"


def bug(secret: str) -> Trouble:
    try:
        try:
            raise KeyError(secret)
        except KeyError as cause:
            raise ValueError(secret) from cause
    except ValueError as error:
        return as_trouble(error)


@OFFSCREEN
def test_a_bug_becomes_a_report_that_names_places_and_nobody(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = bug("王小明 13800000000")
    assert isinstance(trouble, Unexpected)
    desk.refuse(trouble)
    dialog = desk.notices.report
    assert dialog is not None
    text = dialog.text.toPlainText()
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_frame.py:" in text
    assert "王小明" not in text
    assert str(Path(__file__).parent) not in text
    place = tmp_path / "report.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert place.read_text(encoding="utf-8") == text
    desk.refuse(bug("another"))
    assert desk.notices.report is dialog, "one report at a time"
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.notices.report is None, timeout=PATIENCE)


def test_a_long_job_shows_how_far_it_is_and_no_step_waits_for_it(desk: Desk, qtbot: QtBot) -> None:
    may_end = threading.Event()

    def work(ticket: Ticket) -> str:
        ticket.step(3, 12)
        assert may_end.wait(PATIENCE / 1000)
        return "printed"

    heard: list[str] = []
    desk.operations.job("打印桌签", work, heard.append)
    qtbot.waitUntil(lambda: desk.jobs.text.text() == "打印桌签：3/12", timeout=PATIENCE)
    assert desk.jobs.isVisible()
    with qtbot.waitSignal(desk.operations.stepped, timeout=PATIENCE):
        desk.operations.run(EditItem(id=key("item", "opening"), minutes=9))
    assert heard == []
    may_end.set()
    qtbot.waitUntil(lambda: heard == ["printed"], timeout=PATIENCE)
    assert not desk.jobs.isVisible()


def test_a_cancelled_job_stops_at_its_next_step_and_says_nothing(desk: Desk, qtbot: QtBot) -> None:
    go_on = threading.Event()
    reached: list[int] = []

    def work(ticket: Ticket) -> None:
        for number in range(3):
            ticket.step(number, 3)
            reached.append(number)
            assert go_on.wait(PATIENCE / 1000)

    heard: list[object] = []
    desk.operations.job("打印桌签", work, heard.append)
    qtbot.waitUntil(lambda: reached == [0], timeout=PATIENCE)
    qtbot.mouseClick(desk.jobs.cancel, Qt.MouseButton.LeftButton)
    assert desk.jobs.text.text() == "打印桌签：正在取消"
    go_on.set()
    qtbot.waitUntil(lambda: not desk.jobs.isVisible(), timeout=PATIENCE)
    assert (reached, heard, desk.notice.text) == ([0], [], "")


def test_a_job_that_fails_says_why(desk: Desk, qtbot: QtBot) -> None:
    def work() -> None:
        raise Busy(place="printer.pdf")

    desk.operations.do(work, lambda _: None, title="打印")
    qtbot.waitUntil(lambda: "printer.pdf" in desk.notice.text, timeout=PATIENCE)
    assert desk.notices.banner.text == "", "there is nothing to wait for"


def test_closing_the_window_cancels_its_jobs(desk: Desk, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(ticket: Ticket) -> None:
        try:
            while True:
                ticket.step(0, 0)
                begun.set()
        finally:
            ended.set()

    desk.operations.job("打印", work, lambda _: None)
    assert begun.wait(PATIENCE / 1000)
    desk.close()
    assert ended.is_set()
