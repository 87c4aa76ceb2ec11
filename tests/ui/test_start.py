"""Beginning: the start page, new events, several windows, and one desk for each event."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from forumdesk.app import own_sample
from forumdesk.app.recent import forget, recent_files, remember
from forumdesk.base import places
from forumdesk.base.words import Words
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store
from forumdesk.ui.desks import Desks
from forumdesk.ui.main import remembered, run
from forumdesk.ui.single import Single, address
from forumdesk.ui.start.new_event import NewEvent
from forumdesk.ui.start.window import StartWindow
from forumdesk.ui.unopened import glance
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy of the sample stays with the test."""
    monkeypatch.setattr(own_sample, "home_of_samples", lambda: tmp_path / "ForumDesk")


@pytest.fixture
def desks(qtbot: QtBot, settings: QSettings) -> Iterator[Desks]:
    """All windows of a program that has just begun."""
    made = Desks(Words.of("zh"), settings)
    yield made
    made.close()
    QApplication.processEvents()


def start_page(desks: Desks) -> StartWindow:
    desks.show_start()
    assert desks.start is not None
    return desks.start


def titles(page: StartWindow) -> list[str]:
    return [page.files.item(row).text() for row in range(page.files.count())]


def wait_for_desk(qtbot: QtBot, desks: Desks) -> Desk:
    qtbot.waitUntil(lambda: bool(desks.open_desks and desks.open_desks[-1].findings.is_known), timeout=PATIENCE)
    return desks.open_desks[-1]


def test_with_no_files_the_page_says_what_to_do_and_the_sample_is_one_key_away(
    desks: Desks, qtbot: QtBot, tmp_path: Path
) -> None:
    page = start_page(desks)
    assert page.empty.isVisible()
    assert not page.files.isVisible()
    assert page.focusWidget() is page.ways["sample"]
    qtbot.keyClick(page.ways["sample"], Qt.Key.Key_Space)
    desk = wait_for_desk(qtbot, desks)
    assert desk.top.title.text() == "世界领先科技园区发展论坛"
    assert not page.isVisible()
    qtbot.waitUntil(lambda: len(recent_files()) == 1, timeout=PATIENCE)
    (recent,) = recent_files()
    assert Path(recent.path).is_relative_to(tmp_path / "ForumDesk")
    assert recent.title.first == "世界领先科技园区发展论坛"


def test_recent_files_are_listed_opened_and_forgotten_and_missing_ones_marked(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    remember(tmp_path / "gone.forum", Text("去年的论坛", "Last Year"))
    remember(sample_file, Text("示例", "Sample"))
    page = start_page(desks)
    first, second = titles(page)
    assert first.startswith("示例, ")
    assert second.endswith("文件已不在原处")
    page.files.setCurrentRow(1)
    qtbot.keyClick(page.files, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "gone.forum" in page.notice.text, timeout=PATIENCE)
    qtbot.keyClick(page.files, Qt.Key.Key_Delete)
    assert len(titles(page)) == 1
    qtbot.keyClick(page.files, Qt.Key.Key_Return)
    assert wait_for_desk(qtbot, desks).status.file.text() == sample_file.name


def test_a_new_event_is_founded_in_the_file_that_was_chosen(
    desks: Desks, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = start_page(desks)
    qtbot.waitUntil(page.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(NewEvent)
    assert not dialog.create_file.isEnabled(), "an event has a title"
    dialog.title.setText("新产业论坛")
    dialog.title_second.setText("New Industries Forum")
    dialog.day.setText("2026-02-30")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "new"), ""))
    dialog.create_file.click()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=PATIENCE)
    assert "2026-02-30" in dialog.trouble.text()
    dialog.day.setText("2026-03-27")
    dialog.create_file.click()
    desk = wait_for_desk(qtbot, desks)
    assert desk.top.title.text() == "新产业论坛"
    assert not dialog.isVisible()
    assert (tmp_path / "new.forum").is_file()


def test_the_next_event_is_duplicated_from_a_file_or_from_the_desk_and_opens(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = start_page(desks)
    assert not page.ways["duplicate"].isEnabled(), "there is no file to duplicate"
    remember(sample_file, Text("示例", "Sample"))
    page.refresh()
    dialog = asked(qtbot, page, page.ways["duplicate"].click)
    assert (dialog.title.text(), dialog.day.text()) == ("世界领先科技园区发展论坛", "2026-03-28")
    dialog.title.setText("第二届")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sample_file), ""))
    dialog.create_file.click()
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=PATIENCE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "second"), ""))
    dialog.create_file.click()
    second = wait_for_desk(qtbot, desks)
    assert second.top.title.text() == "第二届"
    dialog = asked(qtbot, second, second.action_table["duplicate"].trigger)
    assert (dialog.title.text(), dialog.day.text()) == ("第二届", "2027-03-28")
    dialog.title.setText("第三届")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "third"), ""))
    dialog.create_file.click()
    qtbot.waitUntil(lambda: len(desks.open_desks) == 2, timeout=PATIENCE)
    assert wait_for_desk(qtbot, desks).top.title.text() == "第三届"


def asked(qtbot: QtBot, window: StartWindow | Desk, ask: Callable[[], object]) -> NewEvent:
    """The dialog that a window opens when asked."""
    ask()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(NewEvent)), timeout=PATIENCE)
    return next(each for each in window.findChildren(NewEvent) if each.isVisible())


def test_another_event_opens_in_another_window_and_the_same_one_in_its_own(
    desks: Desks, qtbot: QtBot, sample_file: Path, founded_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.show(glance(str(sample_file)))
    first = wait_for_desk(qtbot, desks)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(founded_file), ""))
    first.action_table["open"].trigger()
    qtbot.waitUntil(lambda: len(desks.open_desks) == 2, timeout=PATIENCE)
    second = wait_for_desk(qtbot, desks)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sample_file), ""))
    with qtbot.waitSignal(desks._jobs.changed, timeout=PATIENCE):
        second.action_table["open"].trigger()
    qtbot.waitUntil(lambda: not desks._jobs.running, timeout=PATIENCE)
    assert desks.open_desks == [first, second]
    second.close()
    assert desks.open_desks == [first]


def test_what_cannot_be_opened_is_said_in_the_window_that_asked(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.show(glance(str(sample_file)))
    desk = wait_for_desk(qtbot, desks)
    (tmp_path / "letter.forum").write_text("Dear Sir or Madam")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.forum"), ""))
    desk.action_table["open"].trigger()
    qtbot.waitUntil(lambda: "letter.forum" in desk.notice.text, timeout=PATIENCE)


def test_a_copy_is_saved_and_is_another_event_file(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.show(glance(str(sample_file)))
    desk = wait_for_desk(qtbot, desks)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sample_file), ""))
    desk.action_table["copy"].trigger()
    assert "已存在" in desk.notice.text, "never over itself"
    copy = tmp_path / "副本.forum"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    desk.action_table["copy"].trigger()
    qtbot.waitUntil(lambda: "副本.forum" in desk.notice.text, timeout=PATIENCE)
    store = open_store(str(copy))
    assert store.digest() == desk.operations.store.digest()
    store.close()
    desks.show(glance(str(copy)))
    assert len(desks.open_desks) == 2


def test_a_package_is_saved_and_opened_where_one_likes(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.show(glance(str(sample_file)))
    desk = wait_for_desk(qtbot, desks)
    package, again = tmp_path / "论坛.zip", tmp_path / "again.forum"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *rest: (str(package), rest[-1].split(";;")[1]))
    desk.action_table["package"].trigger()
    qtbot.waitUntil(lambda: "论坛.zip" in desk.notice.text, timeout=PATIENCE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(package), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(again), ""))
    desk.action_table["open"].trigger()
    qtbot.waitUntil(lambda: len(desks.open_desks) == 2, timeout=PATIENCE)
    assert again.exists()
    assert desks.open_desks[1].operations.store.digest() == desk.operations.store.digest()


def test_the_schedule_is_exported_under_the_suffix_of_its_kind(
    desks: Desks, qtbot: QtBot, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks.show(glance(str(sample_file)))
    desk = wait_for_desk(qtbot, desks)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *rest: (str(tmp_path / "日程"), rest[-1].split(";;")[1])
    )
    desk.action_table["schedule"].trigger()
    qtbot.waitUntil(lambda: "日程.xml" in desk.notice.text, timeout=PATIENCE)
    assert "畅春厅" in (tmp_path / "日程.xml").read_text(encoding="utf-8")


@pytest.fixture
def single(desks: Desks) -> Iterator[Single]:
    """The place of the program that runs, whose windows `desks` has."""
    here = Single(address())
    assert here.take("")
    here.listen()
    here.asked.connect(desks.open_for_another)
    yield here
    here.leave()


def started_once_more(qtbot: QtBot, *arguments: str) -> int:
    """Start the program with these arguments while another one runs; its exit code."""
    command = [sys.executable, "-m", "forumdesk", *arguments]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}) as second:
        try:
            qtbot.waitUntil(lambda: second.poll() is not None, timeout=2 * PATIENCE)
        finally:
            second.kill()
    return second.returncode


def test_a_file_opened_once_more_raises_its_window_in_the_program_that_runs(
    desks: Desks, single: Single, qtbot: QtBot, sample_file: Path
) -> None:
    desks.show(glance(str(sample_file)))
    desk = wait_for_desk(qtbot, desks)
    desk.setWindowState(Qt.WindowState.WindowMinimized)
    assert started_once_more(qtbot, str(sample_file)) == 0
    qtbot.waitUntil(lambda: not desk.isMinimized(), timeout=PATIENCE)


def test_another_file_is_opened_in_the_program_that_runs(
    desks: Desks, single: Single, qtbot: QtBot, sample_file: Path, tmp_path: Path
) -> None:
    desks.show(glance(str(sample_file)))
    wait_for_desk(qtbot, desks)
    other = shutil.copyfile(sample_file, tmp_path / "会场 2.forum")
    assert started_once_more(qtbot, str(other)) == 0
    qtbot.waitUntil(lambda: len(desks.open_desks) == 2, timeout=PATIENCE)


def test_a_file_that_cannot_be_opened_is_refused_where_it_was_named_not_in_the_window(
    desks: Desks, single: Single, qtbot: QtBot, tmp_path: Path
) -> None:
    desks.show_start()
    (tmp_path / "x.forum").write_bytes(b"PK")
    assert started_once_more(qtbot, str(tmp_path / "x.forum")) == 2
    assert desks.open_desks == []


def test_what_vanished_on_the_way_is_said_in_the_window_that_was_there(
    desks: Desks, qtbot: QtBot, tmp_path: Path
) -> None:
    desks.show_start()
    desks.open_for_another(str(tmp_path / "gone.forum"))
    assert desks.start is not None
    qtbot.waitUntil(lambda: "gone.forum" in desks.start.notice.text, timeout=PATIENCE)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system takes sockets away")
def test_a_socket_left_by_a_killed_desk_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    at = str(tmp_path / "socket")
    code = f"""
import time
from PySide6.QtCore import QCoreApplication
from forumdesk.ui.single import Single
app = QCoreApplication([])
single = Single({at!r})
taken = single.take("")
single.listen()
print(taken, flush=True)
time.sleep(600)
"""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "True\n"
        killed.send_signal(signal.SIGKILL)
    assert Path(at).exists()
    single = Single(at)
    assert single.take("")
    single.leave()


def test_recent_files_are_the_newest_first_each_once_and_a_broken_list_is_an_empty_one(tmp_path: Path) -> None:
    for number in range(15):
        remember(tmp_path / f"{number}.forum", Text(str(number)))
    remember(tmp_path / "9.forum", Text("nine"))
    files = recent_files()
    assert [file.title.first for file in files[:3]] == ["nine", "14", "13"]
    assert len(files) == 12
    forget(files[0].path)
    assert recent_files() == files[1:]
    (places.settings() / "recent.json").write_text("{")
    assert recent_files() == ()


@pytest.mark.parametrize(("chosen", "page"), [("", "议程"), ("en", "Agenda")])
def test_the_desk_runs_until_it_is_closed_and_speaks_what_was_chosen_last(
    qtbot: QtBot, sample_file: Path, chosen: str, page: str
) -> None:
    remembered().setValue("language", chosen)
    seen: list[str] = []

    def leave() -> None:
        (desk,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Desk) and each.isVisible())
        seen.append(desk.rail.buttons["agenda"].text())
        desk.close()

    QTimer.singleShot(100, leave)
    assert run(str(sample_file), words=Words.of("zh")) == 0
    assert seen == [page]


def test_with_no_target_the_start_page_runs(qtbot: QtBot) -> None:
    seen: list[bool] = []

    def leave() -> None:
        (page,) = (
            each for each in QApplication.topLevelWidgets() if isinstance(each, StartWindow) and each.isVisible()
        )
        seen.append(page.empty.isVisible())
        page.close()

    QTimer.singleShot(100, leave)
    assert run("", words=Words.of("zh")) == 0
    assert seen == [True]
