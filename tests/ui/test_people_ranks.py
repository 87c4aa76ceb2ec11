"""The order of rank, by keyboard, mouse and drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from forumdesk.ui.people.model import NAME, NUMBER, REASON
from forumdesk.ui.people.ranks import RankList
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, people, put_cursor, retype, shown

LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""Names offered under a field are a window of their own, which no offscreen screen can raise."""


@pytest.fixture
def ranks(desk: Desk, qtbot: QtBot) -> RankList:
    """The order of rank, on the screen."""
    desk.go("people")
    qtbot.mouseClick(people(desk).segment.button("ranks"), LEFT)
    return people(desk).ranks


def order(ranks: RankList) -> list[str]:
    return shown(ranks.view, NAME)


def becomes(qtbot: QtBot, ranks: RankList, start: list[str]) -> None:
    qtbot.waitUntil(lambda: order(ranks)[: len(start)] == start, timeout=PATIENCE)


def test_people_are_ranked_by_alt_and_arrow_and_taken_out_by_delete(ranks: RankList, qtbot: QtBot) -> None:
    assert shown(ranks.view, NUMBER) == [str(number) for number in range(1, 15)]
    put_cursor(ranks.view, 0, NAME)
    qtbot.keyClick(ranks.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(ranks.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    becomes(qtbot, ranks, ["于英杰", "辛国斌", "艾巴·伦德"])
    assert ranks.view.currentIndex().row() == 1, "the cursor stays on who was moved"
    qtbot.keyClick(ranks.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    becomes(qtbot, ranks, ["辛国斌", "于英杰"])
    qtbot.keyClick(ranks.view, Qt.Key.Key_Delete)
    becomes(qtbot, ranks, ["于英杰", "艾巴·伦德"])


def test_a_row_let_go_on_the_lower_half_of_another_stands_behind_it(ranks: RankList, qtbot: QtBot) -> None:
    put_cursor(ranks.view, 0, NAME)
    third = ranks.view.visualRect(ranks.model.index(2, NAME))
    drop = QDropEvent(
        QPointF(third.center().x(), third.bottom() - 2), Qt.DropAction.MoveAction, QMimeData(),
        LEFT, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    ranks.view.dropEvent(drop)
    becomes(qtbot, ranks, ["于英杰", "艾巴·伦德", "辛国斌"])


def test_somebody_is_added_at_the_end_by_a_name_and_nobody_by_none(desk: Desk, ranks: RankList, qtbot: QtBot) -> None:
    qtbot.keyClicks(ranks.add, "lq")
    qtbot.keyClick(ranks.add, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: order(ranks)[-1] == "柳强", timeout=PATIENCE)
    assert ranks.add.text() == ""
    qtbot.keyClicks(ranks.add, "Nobody")
    qtbot.keyClick(ranks.add, Qt.Key.Key_Return)
    assert "Nobody" in desk.notice.text


def test_sorting_by_strokes_tells_who_has_none_and_leaves_them_where_they_are(
    desk: Desk, ranks: RankList, qtbot: QtBot
) -> None:
    ranks.sorts["strokes"].trigger()
    becomes(qtbot, ranks, ["于英杰", "李有平", "艾巴·伦德", "拉斯洛·博迪斯"])
    assert "艾巴·伦德" in desk.notice.text
    ranks.sorts["pinyin"].trigger()
    qtbot.waitUntil(lambda: order(ranks).index("陈立东") < order(ranks).index("于英杰") - 5, timeout=PATIENCE)
    desk.operations.undo()
    becomes(qtbot, ranks, ["于英杰", "李有平", "艾巴·伦德"])


def test_the_reason_of_a_rank_is_written_and_cleared(ranks: RankList, qtbot: QtBot) -> None:
    retype(qtbot, ranks.view, 1, REASON, "guest of honour")
    qtbot.waitUntil(lambda: shown(ranks.view, REASON)[1] == "guest of honour", timeout=PATIENCE)
    retype(qtbot, ranks.view, 1, REASON, "")
    qtbot.waitUntil(lambda: shown(ranks.view, REASON)[1] == "", timeout=PATIENCE)
    assert order(ranks)[:2] == ["辛国斌", "于英杰"]
