"""The people page: its lists, and how one finds and adds somebody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.ui.people.model import FIRST_NAME, SECOND_NAME, STATUS
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, people, retype, shown

LEFT = Qt.MouseButton.LeftButton


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


def test_somebody_is_found_by_initials_pinyin_characters_or_english(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    page = people(desk)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "zyl")
    assert shown(page.view, FIRST_NAME)[:-1] == ["张宇蕾"]
    for typed in ("zhang yul", "宇蕾", "Yulei"):
        page.search.setText(typed)
        assert shown(page.view, FIRST_NAME)[:-1] == ["张宇蕾"]
    qtbot.waitUntil(lambda: page.person.shown == key("person", "zhang-yulei"), timeout=PATIENCE)
    page.search.setText("nobody at all")
    assert not page.model.lines
    empty = page.lists.areas["people"].empty
    assert empty.isVisible()
    empty.button.click()
    assert page.search.text() == ""
    assert len(page.model.lines) == 40
    page.search.setText("nobody at all")
    qtbot.mouseClick(page.segment.button("ranks"), LEFT)
    assert "nobody at all" in page.empty.text()
    assert page.empty.isVisible()


def test_organisations_have_a_list_and_a_card_of_their_own(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    page = people(desk)
    qtbot.mouseClick(page.segment.button("organisations"), LEFT)
    page.search.setText("huoju")
    assert page.organisations.isVisible()
    assert "工业和信息化部火炬中心" in shown(page.organisations, 0)
    page.show_row(key("organisation", "torch"))
    card = page.organisation
    qtbot.waitUntil(lambda: card.shown == key("organisation", "torch"), timeout=PATIENCE)
    assert [field.toPlainText() for field in card.short_name.fields] == ["火炬中心", "Torch Center"]
    assert card.uses.links[0].full == "世界领先科技园区发展论坛"
    card.founded.setFocus()
    qtbot.keyClicks(card.founded, "in 1989")
    qtbot.keyClick(card.founded, Qt.Key.Key_Return)
    assert "in 1989" in desk.notice.text, "it is no date, and stays for mending"
    card.founded.selectAll()
    qtbot.keyClicks(card.founded, "1989-10-01")
    qtbot.keyClick(card.founded, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.operations.store.history(1)[0].title == "Edit organisation", timeout=PATIENCE)


def test_a_new_person_begins_with_a_name_and_is_chosen_then(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    page = people(desk)
    qtbot.waitUntil(lambda: page.person.shown is not None, timeout=PATIENCE)
    qtbot.mouseClick(page.add, LEFT)
    name = page.person.name.fields[0]
    assert name.toPlainText() == ""
    assert not page.person.rest.isVisible()
    qtbot.keyClicks(name, "Wang Xiaoming")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Wang Xiaoming" in shown(page.view, FIRST_NAME), timeout=PATIENCE)
    qtbot.waitUntil(page.person.rest.isVisible, timeout=PATIENCE)
    assert page.model.lines[page.view.currentIndex().row()].id == page.person.shown
    assert page.person.uses.links == []
    desk.operations.undo()
    qtbot.waitUntil(lambda: "Wang Xiaoming" not in shown(page.view, FIRST_NAME), timeout=PATIENCE)
