"""What a document offers to choose: a department, an order of people, data only, and who receives an honour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.ui.window import Desk
from ui.hands import documents
from ui.test_documents import choose, press, seen, wait_for_pages


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Desk:
    desk.go("documents")
    qtbot.waitUntil(lambda: documents(desk).options.knows_stock)
    return desk


def test_a_department_gets_the_run_of_show_with_its_cues_alone(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    choose(qtbot, shown, "run-of-show")
    wait_for_pages(qtbot, shown)
    assert options.department.isVisible()
    options.department.setFocus()
    names = [options.department.itemText(place) for place in range(options.department.count())]
    assert names == ["全部部门", "音响", "大屏", "舞台", "摄影", "礼仪"]
    for _ in range(names.index("礼仪")):
        qtbot.keyClick(options.department, Qt.Key.Key_Down)
    wait_for_pages(qtbot, shown)
    assert "总流程·礼仪" in seen(shown)
    assert "同时签署" in seen(shown)
    assert "签约代表上台就位" not in seen(shown)
    choose(qtbot, shown, "programme")
    assert not options.department.isVisible()


def test_the_sign_in_sheet_stands_by_category_or_by_organisation(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    choose(qtbot, shown, "sign-in")
    wait_for_pages(qtbot, shown)
    assert "演讲嘉宾" in seen(shown)
    press(qtbot, options.grouping.button("organisation"))
    wait_for_pages(qtbot, shown)
    assert "演讲嘉宾" not in seen(shown)
    assert "单位姓名职务签字" in seen(shown)


def test_an_honour_goes_to_nobody_until_somebody_is_chosen(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    choose(qtbot, shown, "appointment")
    assert options.wish is None
    options.search.setText("张宇蕾")
    qtbot.mouseClick(
        options.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=options.list.visualRect(options.model.index(0)).center(),
    )
    wait_for_pages(qtbot, shown)
    assert options.wish is not None
    assert len(options.wish.only) == 1
    assert "张宇蕾" in seen(shown)
    options.search.setText("贵宾")
    press(qtbot, options.all)
    assert len(options.model.chosen) == 14  # she is one of them
    choose(qtbot, shown, "award")
    assert options.wish is None


def test_data_only_is_ticked_for_one_document_and_not_for_the_next(shown: Desk, qtbot: QtBot) -> None:
    options = documents(shown).options
    choose(qtbot, shown, "thanks")
    wait_for_pages(qtbot, shown)
    assert "感谢状" in seen(shown)
    qtbot.keyClick(options.data_only, Qt.Key.Key_Space)
    wait_for_pages(qtbot, shown)
    assert "感谢状" not in seen(shown)
    assert "艾巴·伦德" in seen(shown)
    choose(qtbot, shown, "badge")
    assert options.wish is not None
    assert not options.wish.data_only
    choose(qtbot, shown, "thanks")
    assert options.wish is not None
    assert options.wish.data_only
