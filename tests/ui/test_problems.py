"""The problems page: going there, putting right, accepting and withdrawing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.commands.ceremonies import EditCeremony
from forumdesk.app.commands.event import EditEvent
from forumdesk.app.commands.problems import AcceptProblem
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.store.failures import StoreFailed
from forumdesk.ui.problems.page import ProblemsPage
from forumdesk.ui.problems.row import ProblemRow
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, problems

ELEVEN = 11 * 60
PLAQUES = key("item", "plaque")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ProblemsPage:
    """The page with the two findings of the sample."""
    desk.activateWindow()
    desk.go("problems")
    qtbot.waitUntil(lambda: len(problems(desk).rows) == 2, timeout=PATIENCE)
    return problems(desk)


def shown(page: ProblemsPage) -> dict[str, list[str]]:
    """The titles of the findings in each group that is there."""
    return {
        name: [row.title.text() for row in group.rows] for name, group in page.groups.items() if group.isVisible()
    }


def press(qtbot: QtBot, button: QPushButton) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def overlapping(desk: Desk, qtbot: QtBot) -> ProblemRow:
    """The launch made to begin three minutes too early."""
    desk.operations.run(EditItem(id=key("item", "launch"), fixed_start=ELEVEN + 2))
    qtbot.waitUntil(lambda: bool(problems(desk).groups["error"].rows), timeout=PATIENCE)
    (row,) = problems(desk).groups["error"].rows
    return row


def test_the_sample_lacks_names_and_the_rail_counts_it_before_anybody_looks(desk: Desk, qtbot: QtBot) -> None:
    button = desk.rail.buttons["problems"]
    qtbot.waitUntil(lambda: button.badge == 2, timeout=PATIENCE)
    assert button.accessibleDescription() == "2 个警告"
    desk.operations.run(EditItem(id=key("item", "launch"), fixed_start=ELEVEN + 2))
    qtbot.waitUntil(lambda: button.badge == 3, timeout=PATIENCE)
    desk.operations.undo()
    qtbot.waitUntil(lambda: button.badge == 2, timeout=PATIENCE)


def test_findings_stand_in_groups_with_sentence_place_and_severity(
    desk: Desk, qtbot: QtBot, page: ProblemsPage
) -> None:
    row = overlapping(desk, qtbot)
    assert shown(page) == {"error": ["议程重叠"], "warning": ["名单未录入", "名单未录入"]}
    assert page.head.count.text() == "1 个错误、2 个警告"
    assert row.sentence.text() == "“国家高新区新赛道培育行动启动仪式”11:02 开始，与之前的安排冲突 3 分钟。"
    assert row.place.text() == "3月28日 11:02  世界领先科技园区发展论坛"
    desk.speak(Words.english())
    assert row.sentence.text().startswith("“Launch of the New Industry Tracks Programme” begins at 11:02")
    assert page.head.count.text() == "1 error, 2 warnings"


def test_a_finding_leads_to_where_it_is(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    press(qtbot, overlapping(desk, qtbot).show_it)
    assert desk.pages.currentWidget() is agenda(desk)


def test_an_overlap_is_gone_when_the_item_before_is_shortened(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    shorten, _ = overlapping(desk, qtbot).fixes
    assert shorten.text() == "前一项缩短为 10 分钟"
    press(qtbot, shorten)
    qtbot.waitUntil(lambda: "error" not in shown(page), timeout=PATIENCE)
    assert page.isAncestorOf(desk.focusWidget()), "the keyboard stays on the page"
    desk.operations.undo()
    qtbot.waitUntil(lambda: "error" in shown(page), timeout=PATIENCE)


def test_an_overlap_is_gone_when_the_fixed_start_is_released(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    _, release = overlapping(desk, qtbot).fixes
    assert release.text() == "取消固定开始时间"
    press(qtbot, release)
    qtbot.waitUntil(lambda: "error" not in shown(page), timeout=PATIENCE)


def test_names_are_entered_on_the_page_of_ceremonies(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    (enter,) = page.rows[0].fixes
    press(qtbot, enter)
    assert desk.pages.currentWidget() is desk.page("ceremonies")


def test_a_faint_accent_leads_to_the_settings(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    desk.operations.run(EditEvent(accent="#F2C94C"))
    qtbot.waitUntil(lambda: "faint-accent" in [row.finding.problem.code for row in page.rows], timeout=PATIENCE)
    (row,) = (row for row in page.rows if row.finding.problem.code == "faint-accent")
    press(qtbot, row.fixes[0])
    assert desk.pages.currentWidget() is desk.page("settings")


def test_a_finding_is_accepted_with_a_reason_and_withdrawn_by_keyboard(
    desk: Desk, qtbot: QtBot, page: ProblemsPage
) -> None:
    row = page.rows[0]
    press(qtbot, row.ask)
    assert row.reason.field.hasFocus()
    qtbot.keyClick(row.reason.field, Qt.Key.Key_Return)
    assert not row.finding.problem.accepted, "an acceptance has a reason"
    qtbot.keyClicks(row.reason.field, "names follow")
    qtbot.keyClick(row.reason.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page) == {"warning": ["名单未录入"], "accepted": ["名单未录入"]}, timeout=PATIENCE)
    assert row.place.text().endswith("接受理由：names follow")
    qtbot.waitUntil(lambda: desk.rail.buttons["problems"].badge == 1, timeout=PATIENCE)

    press(qtbot, row.withdraw)
    qtbot.waitUntil(lambda: shown(page) == {"warning": ["名单未录入"] * 2}, timeout=PATIENCE)
    assert row.reason.field.text() == ""


def test_escape_thinks_better_of_accepting(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    row = page.rows[0]
    press(qtbot, row.ask)
    qtbot.keyClick(row.reason.field, Qt.Key.Key_Escape)
    assert row.reason.isHidden()
    assert row.ask.hasFocus()


def test_a_reason_that_is_being_typed_stays_while_the_event_changes(
    desk: Desk, qtbot: QtBot, page: ProblemsPage
) -> None:
    row = page.rows[0]
    press(qtbot, row.ask)
    qtbot.keyClicks(row.reason.field, "half a rea")
    desk.operations.run(EditCeremony(id=key("ceremony", "plaque"), announced=18))
    qtbot.waitUntil(lambda: "18" in row.sentence.text(), timeout=PATIENCE)
    assert row.reason.field.hasFocus()
    assert row.reason.field.text() == "half a rea"


def test_where_nothing_is_wrong_the_page_says_so(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    for item in ("plaque", "unveiling"):
        desk.operations.run(AcceptProblem(code="not-named", subject=key("item", item), reason="later"))
    qtbot.waitUntil(page.nothing.isVisible, timeout=PATIENCE)
    assert shown(page) == {"accepted": ["名单未录入", "名单未录入"]}
    assert page.nothing.title.text() == "没有问题"
    assert (page.head.count.text(), desk.rail.buttons["problems"].badge) == ("", 0)


def test_the_page_is_turned_to_at_the_finding_about_a_row(desk: Desk, qtbot: QtBot, page: ProblemsPage) -> None:
    desk.go("problems", key("item", "unveiling"))
    assert page.rows[1].isAncestorOf(desk.focusWidget())


def test_every_control_has_a_name_of_its_own(desk: Desk, page: ProblemsPage) -> None:
    names = [button.accessibleName() for button in page.findChildren(QPushButton) if button.isVisible()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_after_a_check_that_failed_the_next_change_is_checked_again(
    desk: Desk, qtbot: QtBot, page: ProblemsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise StoreFailed(place="x", reason="gone")

    with monkeypatch.context() as patch, qtbot.waitSignal(desk.operations.stopped, timeout=PATIENCE):
        patch.setattr("forumdesk.app.checking.check", broken)
        desk.findings.refresh()
    overlapping(desk, qtbot)
    assert "error" in shown(page)
