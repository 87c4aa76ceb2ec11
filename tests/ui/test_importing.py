"""A schedule of another program comes in through the desk: looked at first, done as one step, taken back as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forumdesk.app.scheduling import export_schedule
from forumdesk.domain.agenda import AgendaItem
from forumdesk.store.store import Store
from forumdesk.ui.importing import ImportReview
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE


def review(qtbot: QtBot, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> ImportReview:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.action_table["import-schedule"].trigger()
    qtbot.waitUntil(lambda: bool(desk.findChildren(ImportReview)), timeout=PATIENCE)
    return desk.findChildren(ImportReview)[-1]


def changed(sample_store: Store, file: Path, old: str, new: str) -> Path:
    export_schedule(sample_store, file)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return file


def test_it_is_shown_first_then_done_and_undone_as_one_step(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample_store.digest()
    file = changed(sample_store, tmp_path / "x.xml", "板桥科技谷", "板桥")
    dialog = review(qtbot, desk, file, monkeypatch)
    assert dialog.counts.text() == "新增 0 项，更改 1 项，17 项不变"
    assert dialog.empty.isVisible()
    assert sample_store.digest() == before
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "更改 1 项" in desk.notice.text, timeout=PATIENCE)
    with sample_store.look() as look:
        assert look.all(AgendaItem, title_first="板桥")
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        desk.take_back()
    assert sample_store.digest() == before


def test_what_cannot_come_in_stands_first_and_the_button_says_so(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = changed(sample_store, tmp_path / "x.xml", "<date>2025-03-28T10:32:00+08:00</date>", "<date/>")
    text = file.read_text(encoding="utf-8").replace("<start>10:32</start>", "<start/>")
    file.write_text(text.replace("<duration>00:09</duration>", "<duration/>"), encoding="utf-8")
    dialog = review(qtbot, desk, file, monkeypatch)
    assert dialog.go.text() == "导入其余各项（1 项不导入）"
    assert [line.about.refused for line in dialog.model.lines][:2] == [True, False]
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.findChildren(ImportReview), timeout=PATIENCE)


def test_a_file_of_something_else_is_named(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.xml").write_text("<letter/>")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.xml"), ""))
    desk.action_table["import-schedule"].trigger()
    qtbot.waitUntil(lambda: "letter.xml" in desk.notice.text, timeout=PATIENCE)
