"""The people page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.ui.people.model import CATEGORY, FIRST_NAME, ORGANISATION, POST, SECOND_NAME, STATUS
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, people, retype, shown


def test_everybody_is_there_with_names_post_category_and_status(desk: Desk) -> None:
    view = people(desk).view
    assert people(desk).head.count.text() == "40 人"
    row = [shown(view, column)[0] for column in range(STATUS + 1)]
    assert row == ["辛国斌", "Xin Guobin", "工业和信息化部", "副部长", "贵宾", "已确认"]
    headings = [view.rows.headerData(column, Qt.Orientation.Horizontal) for column in (FIRST_NAME, SECOND_NAME)]
    assert headings == ["中文姓名", "英文姓名"]


def test_a_name_is_edited_in_its_own_language_and_the_agenda_shows_it(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    retype(qtbot, people(desk).view, 2, SECOND_NAME, "Ebba Lundh")
    qtbot.waitUntil(lambda: shown(people(desk).view, SECOND_NAME)[2] == "Ebba Lundh", timeout=PATIENCE)
    assert shown(people(desk).view, FIRST_NAME)[2] == "艾巴·伦德"
    assert desk.operations.store.history(1)[0].title == "Edit person"
    desk.operations.look(lambda look: None, lambda _: None)
    qtbot.waitUntil(
        lambda: "Ebba Lundh" in [str(row.people[0].name.second) for row in agenda(desk).model.items if row.people],
        timeout=PATIENCE,
    )


def test_nobody_is_left_without_any_name(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    view = people(desk).view
    retype(qtbot, view, 0, SECOND_NAME, "")
    qtbot.waitUntil(lambda: shown(view, SECOND_NAME)[0] == "", timeout=PATIENCE)
    retype(qtbot, view, 0, FIRST_NAME, " ")
    qtbot.waitUntil(lambda: desk.notice.text != "", timeout=PATIENCE)
    assert "A name is needed" not in desk.notice.text, "it is said in Chinese"
    assert shown(view, FIRST_NAME)[0] == "辛国斌"


def test_only_names_are_edited_here(desk: Desk) -> None:
    model = people(desk).model
    editable = [
        column
        for column in range(model.columnCount())
        if model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    ]
    assert editable == [FIRST_NAME, SECOND_NAME]
    assert {ORGANISATION, POST, CATEGORY}.isdisjoint(editable)
