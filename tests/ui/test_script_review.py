"""A script comes in through the desk: looked through line by line, by keyboard alone, and nothing unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from exchange.documents import paragraph, write_document
from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import AddForum
from forumdesk.app.script_draft import draft_of, write_draft
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.rules.script.finding import What
from forumdesk.store.store import Store
from forumdesk.ui.scripts.lines import ReviewLine
from forumdesk.ui.scripts.review import ScriptReview
from forumdesk.ui.window import Desk
from rules.script.invented import PORTS
from ui.hands import PATIENCE, drop_file


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (tmp_path / "ports.txt").write_text(PORTS.text, encoding="utf-8")
    return tmp_path / "ports.txt"


@pytest.fixture
def review(qtbot: QtBot, desk: Desk, script: Path, monkeypatch: pytest.MonkeyPatch) -> ScriptReview:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(script), ""))
    desk.action_table["import-script"].trigger()
    qtbot.waitUntil(lambda: bool(desk.findChildren(ScriptReview)), timeout=PATIENCE)
    return desk.findChildren(ScriptReview)[-1]


def accepted(review: ScriptReview) -> list[ReviewLine]:
    return [line for line in review.lines if line.finding.accepted]


def go_to(review: ScriptReview, what: What, text: str) -> None:
    place = next(
        place
        for place, line in enumerate(review.model.lines)
        if (line.finding.what, line.finding.text) == (what, text)
    )
    review.view.select_row(place)
    review.view.setFocus()


def press_button(qtbot: QtBot, review: ScriptReview, code: str) -> None:
    qtbot.mouseClick(review.group.button(code), Qt.MouseButton.LeftButton)


def test_nothing_is_accepted_before_somebody_says_so(review: ScriptReview) -> None:
    assert not accepted(review)
    assert not review.go.isEnabled()
    assert review.counts.text().startswith("已接受 0 / ")
    assert review.head.text() == "ports.txt"
    assert review.source.text() == review.model.lines[0].finding.source


def test_guests_are_taken_over_as_one_step_and_undone_as_one(
    qtbot: QtBot, desk: Desk, review: ScriptReview, sample_store: Store
) -> None:
    before = sample_store.digest()
    press_button(qtbot, review, "guests")
    assert [line.finding.text for line in review.model.lines] == [name for name, _, _ in PORTS.guests]
    qtbot.mouseClick(review.every, Qt.MouseButton.LeftButton)
    assert review.go.text() == "录入 6 条"
    assert sample_store.digest() == before
    qtbot.mouseClick(review.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "新增 6 项" in desk.notice.text, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not desk.findChildren(ScriptReview), timeout=PATIENCE)
    with sample_store.look() as look:
        assert look.all(Person, name_first="柯敏")
    with qtbot.waitSignal(desk.operations.changed, timeout=PATIENCE):
        desk.take_back()
    assert sample_store.digest() == before


def test_by_keyboard_a_line_is_ticked_corrected_and_given_up(qtbot: QtBot, review: ScriptReview) -> None:
    press_button(qtbot, review, "guests")
    go_to(review, What.GUEST, "白露")
    qtbot.keyClick(review.view, Qt.Key.Key_Space)
    assert [line.finding.text for line in accepted(review)] == ["白露"]
    qtbot.keyClick(review.view, Qt.Key.Key_Right)
    qtbot.keyClick(review.view, Qt.Key.Key_Right)
    qtbot.keyClick(review.view, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Bai Lu")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.finding.text for line in accepted(review)] == ["Bai Lu"], timeout=PATIENCE)
    assert accepted(review)[0].finding.organisation == "云港市港务局、口岸办"
    qtbot.keyClick(review.view, Qt.Key.Key_Space)
    assert not accepted(review)


def test_an_empty_name_or_a_date_that_is_none_is_refused_in_place(qtbot: QtBot, review: ScriptReview) -> None:
    for what, text, typed, told in (
        (What.DATE, "2024年11月6日", "秋天", "秋天"), (What.GUEST, "白露", "", "名称"),
    ):  # fmt: skip
        go_to(review, what, text)
        place = review.view.currentIndex().row()
        assert not review.model.setData(review.model.index(place, 2), typed)
        assert told in review.source.text()
        assert review.model.lines[place].finding.text == text


def test_a_part_takes_its_item_along_and_an_item_what_is_shown_of_it(qtbot: QtBot, review: ScriptReview) -> None:
    press_button(qtbot, review, "ceremonies")
    go_to(review, What.BATCH, "首批")
    qtbot.keyClick(review.view, Qt.Key.Key_Space)
    assert [line.finding.role for line in accepted(review) if line.finding.what is What.ITEM] == ["plaque"]
    press_button(qtbot, review, "agenda")
    go_to(review, What.ITEM, "港航合作项目签约仪式")
    qtbot.keyClick(review.view, Qt.Key.Key_Space)
    signing = [line.finding.what for line in accepted(review) if line.finding.item == 5]
    assert set(signing) == {What.ITEM, What.CUE}, "the host's words and the pairs are not in sight"
    qtbot.keyClick(review.view, Qt.Key.Key_Space)
    assert not [line for line in accepted(review) if line.finding.item == 5]


def test_what_only_informs_has_no_box(qtbot: QtBot, review: ScriptReview) -> None:
    press_button(qtbot, review, "others")
    qtbot.mouseClick(review.every, Qt.MouseButton.LeftButton)
    assert [line.finding.text for line in accepted(review)] == ["谭国强"]
    shown = [review.model.cell(place, 0).icon for place in range(review.model.count())]
    assert shown.count("") == sum(line.finding.what is What.TURN for line in review.lines)


def test_what_the_event_refuses_is_told_in_place_and_nothing_corrected_is_lost(
    qtbot: QtBot, desk: Desk, review: ScriptReview, sample_store: Store
) -> None:
    Bus(sample_store).run(AddForum(title=Text("第二论坛")))
    before = sample_store.digest()
    press_button(qtbot, review, "guests")
    qtbot.mouseClick(review.every, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(review.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "第二论坛" in review.source.text(), timeout=PATIENCE)
    assert len(accepted(review)) == 6
    assert sample_store.digest() == before


def test_a_draft_that_was_written_before_is_shown_with_its_ticks(
    qtbot: QtBot, desk: Desk, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = script.with_suffix(".json")
    write_draft(draft_of(script).accepted(), file)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    desk.action_table["import-script"].trigger()
    qtbot.waitUntil(lambda: bool(desk.findChildren(ScriptReview)), timeout=PATIENCE)
    review = desk.findChildren(ScriptReview)[-1]
    assert review.head.text() == "ports.txt"
    assert review.go.isEnabled()


def test_a_document_that_is_dropped_on_the_window_is_read(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    write_document(tmp_path / "script.docx", *map(paragraph, PORTS.text.splitlines()))
    drop_file(desk, tmp_path / "script.docx")
    qtbot.waitUntil(lambda: bool(desk.findChildren(ScriptReview)), timeout=PATIENCE)
    assert desk.findChildren(ScriptReview)[-1].head.text() == "script.docx"


def test_a_file_that_is_damaged_is_named(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04cut")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "cut.docx"), ""))
    desk.action_table["import-script"].trigger()
    qtbot.waitUntil(lambda: "cut.docx" in desk.notice.text, timeout=PATIENCE)
    assert not desk.findChildren(ScriptReview)
