"""A phone call on the last evening: the first keynote shall come later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.ui.agenda.model import TIME, TITLE, WHO
from forumdesk.ui.desks import Desks
from ui.hands import PATIENCE, agenda, click_cell, drag_row, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_from_the_start_page_the_keynote_moves_behind_a_report_and_what_is_fixed_holds(
    desks: Desks, qtbot: QtBot
) -> None:
    desks.show_start()
    assert desks.start is not None
    qtbot.mouseClick(desks.start.ways["sample"], LEFT)
    qtbot.waitUntil(lambda: bool(desks.open_desks), timeout=PATIENCE)
    (desk,) = desks.open_desks
    qtbot.waitUntil(lambda: desk.isActiveWindow() and bool(desk.top.title.text()), timeout=PATIENCE)
    qtbot.mouseClick(desk.rail.buttons["agenda"], LEFT)
    view = agenda(desk).view
    qtbot.waitUntil(lambda: view.rows.rowCount() == 18, timeout=PATIENCE)
    before = shown(view, TIME)
    assert shown(view, WHO)[4:9] == ["周力", "张宇蕾", "拉斯洛·博迪斯", "李妍", "金賢坤"]

    click_cell(qtbot, view, 7, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_P, CONTROL | SHIFT)  # a minister's car waits for this report
    qtbot.waitUntil(lambda: agenda(desk).model.is_item(7) and agenda(desk).model.items[7].fixed, timeout=PATIENCE)

    drag_row(qtbot, view, 4, 9, column=WHO)
    qtbot.waitUntil(lambda: "周力" in shown(view, WHO)[8:], timeout=PATIENCE)
    told = dict(zip(shown(view, WHO), shown(view, TIME), strict=True))
    assert told["李妍"] == "10:24–10:32", "the fixed start holds"
    assert (told["张宇蕾"], told["拉斯洛·博迪斯"]) == ("09:32–10:00", "10:00–10:10"), "these come sooner"
    assert told["周力"] == "10:43–10:57"
    assert shown(view, TIME)[-1] == "12:30–12:34", "and the day ends later"

    qtbot.waitUntil(lambda: "移动议程项" in desk.undo.toolTip(), timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: shown(view, TIME) == before, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "移动议程项" in desk.redo.toolTip(), timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: shown(view, TIME)[-1] == "12:30–12:34", timeout=PATIENCE)
