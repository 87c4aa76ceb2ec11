"""A list comes in through the desk: chosen or dropped, its columns said otherwise, done and undone as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from forumdesk.app.scheduling import export_schedule
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Person
from forumdesk.domain.plaques import Plaque
from forumdesk.store.store import Store
from forumdesk.ui.importing import ImportReview
from forumdesk.ui.lists.review import ListReview
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, drop_file

GUESTS = "姓名,单位,电话,饮食\n钱一,甲园区,007,清真\n孙二,乙园区,,\n,丙园区,1,\n"


def written(path: Path, text: str = GUESTS) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def shown(qtbot: QtBot, desk: Desk) -> ListReview:
    qtbot.waitUntil(lambda: any(each.model.lines for each in desk.findChildren(ListReview)), timeout=PATIENCE)
    return desk.findChildren(ListReview)[-1]


def choose(review: ListReview, column: int, code: str) -> None:
    choice = review.columns.choices[column]
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())


def test_a_list_is_looked_at_then_imported_and_undone_as_one_step(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample_store.digest()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(written(tmp_path / "list.csv")), ""))
    desk.action_table["import-list"].trigger()
    review = shown(qtbot, desk)
    assert review.counts.text() == "新增 2、拒绝 1"
    assert [line.outcome.row for line in review.model.lines] == [4, 2, 3]  # what is refused stands first
    assert review.go.text() == "导入其余各项（1 项不导入）"
    assert sample_store.digest() == before
    review.states.button("added").click()
    assert [line.outcome.row for line in review.model.lines] == [2, 3]
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        qtbot.mouseClick(review.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "新增 2" in desk.notice.text, timeout=PATIENCE)
    with sample_store.look() as look:
        assert {"钱一", "孙二"} <= {each.name.first for each in look.all(Person)}
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        desk.take_back()
    assert sample_store.digest() == before


def test_a_column_that_is_said_otherwise_shows_at_once_and_is_remembered(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path
) -> None:
    drop_file(desk, written(tmp_path / "list.csv"))
    review = shown(qtbot, desk)
    assert {at: choice.value for at, choice in review.columns.choices.items()} == {
        0: "name", 1: "organisation", 2: "phone", 3: "",
    }  # fmt: skip
    choose(review, 3, "note")
    choose(review, 1, "name")  # a field has one column
    assert review.columns.choices[0].value == ""
    qtbot.waitUntil(lambda: review.counts.text() == "新增 3", timeout=PATIENCE)
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        qtbot.mouseClick(review.go, Qt.MouseButton.LeftButton)
    with sample_store.look() as look:
        assert "清真" in {each.note for each in look.all(Attendee)}
    qtbot.waitUntil(lambda: not desk.findChildren(ListReview), timeout=PATIENCE)
    drop_file(desk, tmp_path / "list.csv")
    assert shown(qtbot, desk).columns.choices[3].value == "note"


def test_what_a_list_is_follows_from_its_columns_and_can_be_said(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path
) -> None:
    drop_file(desk, written(tmp_path / "list.csv", "授牌单位,领牌人,授牌人\n甲园区,钱一,\n"))
    review = shown(qtbot, desk)
    assert review.choices["kind"].value == "plaques"
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        qtbot.mouseClick(review.go, Qt.MouseButton.LeftButton)
    with sample_store.look() as look:
        assert len(look.all(Plaque)) == 1
    qtbot.waitUntil(lambda: not desk.findChildren(ListReview), timeout=PATIENCE)
    drop_file(desk, written(tmp_path / "other.csv", "姓名,单位\n钱一,甲园区\n"))
    review = shown(qtbot, desk)
    assert review.choices["kind"].value == "attendees"
    review.choices["kind"].setCurrentIndex(1)
    review.choices["kind"].activated.emit(1)
    qtbot.waitUntil(lambda: "不变 1" in review.counts.text(), timeout=PATIENCE)  # known since the plaque


def test_every_file_goes_where_it_belongs_and_others_are_named(
    qtbot: QtBot, desk: Desk, sample_store: Store, tmp_path: Path
) -> None:
    export_schedule(sample_store, tmp_path / "x.xml")
    drop_file(desk, tmp_path / "x.xml")
    qtbot.waitUntil(lambda: bool(desk.findChildren(ImportReview)), timeout=PATIENCE)
    desk.findChildren(ImportReview)[-1].close()
    qtbot.waitUntil(lambda: not desk.findChildren(ImportReview), timeout=PATIENCE)
    drop_file(desk, written(tmp_path / "agenda.csv", "时间,议题,嘉宾\n9:00,开幕,张洋\n"))
    qtbot.waitUntil(lambda: bool(desk.findChildren(ImportReview)), timeout=PATIENCE)
    for name in ("next.forum", "old.zip"):
        with qtbot.waitSignal(desk.elsewhere, timeout=PATIENCE) as asked:
            drop_file(desk, tmp_path / name)
        assert asked.args == [str(tmp_path / name)]
    for name, words in (("me.png", "卡片上"), ("song.mp3", "不是名单")):
        drop_file(desk, tmp_path / name)
        qtbot.waitUntil(lambda words=words: words in desk.notice.text, timeout=PATIENCE)
    drop_file(desk, written(tmp_path / "bad.xlsx", "\0\0\0"))
    qtbot.waitUntil(lambda: "bad.xlsx 不是可读的名单" in desk.notice.text, timeout=PATIENCE)
