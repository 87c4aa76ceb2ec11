"""People and organisations as spreadsheets: pasted, filled, sorted, narrowed, removed, each as one step."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.domain.attendance import Attendee, Category
from forumdesk.domain.people import Organisation, Person
from forumdesk.ui.parts.clipboard import put_on_clipboard, to_html, to_tsv
from forumdesk.ui.parts.table_area import TableArea
from forumdesk.ui.people.model import (
    CATEGORY,
    FIRST_NAME,
    ORGANISATION,
    ORGANISATION_COLUMNS,
    POST,
    STATUS,
)
from forumdesk.ui.people.page import PeoplePage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, people, put_cursor, retype, shown

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SHORT, KIND, COUNTRY, MEMBERS = range(2, 6)


@pytest.fixture
def page(desk: Desk) -> PeoplePage:
    desk.go("people")
    return people(desk)


@pytest.fixture
def everybody(page: PeoplePage) -> TableArea:
    return page.lists.areas["people"]


@pytest.fixture
def places(page: PeoplePage) -> TableArea:
    page.segment.button("organisations").click()
    return page.lists.areas["organisations"]


def paste(qtbot: QtBot, area: TableArea, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Paste rows at the cursor, as Excel offers them, and read what the preview says of each."""
    put_on_clipboard(to_tsv(rows), to_html(rows))
    qtbot.keyClick(area.view, Qt.Key.Key_V, CONTROL)
    preview = area.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    model = preview.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def sort(qtbot: QtBot, area: TableArea, name: str, first: str, *, descending: bool = False) -> None:
    area.table.columns.sort(name, descending=descending)
    column = area.table.model.column_named(name)
    qtbot.waitUntil(lambda: shown(area.view, column)[0] == first, timeout=PATIENCE)


def test_a_pasted_list_says_who_is_new_and_who_is_refused_and_one_undo_takes_it_back(
    page: PeoplePage, everybody: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    store = desk.operations.store
    digest, steps = store.digest(), len(store.history())
    everybody.go_to_new()
    told = paste(
        qtbot, everybody,
        [
            ["王一鸣", "Wang Yiming", "火炬中心", "处长\n书记", "VIP", "已确认"],
            ["林晓", "", "", "处长", "客人", ""],
            ["辛国斌", "Xin Guobin", "工业和信息化部", "部长", "", ""],
            ["", "", "某某单位", "", "", ""],
        ],
    )  # fmt: skip
    assert [line[:4] for line in told] == [
        ["42", "林晓", "职务", "处长"], ["42", "林晓", "类别", "客人"], ["43", "辛国斌", "", ""],
        ["44", "", "单位", "某某单位"], ["41", "王一鸣", "", "新增一行"], ["42", "林晓", "", "新增一行"],
    ]  # fmt: skip
    assert told[2][4] == "列表中已有辛国斌。"
    assert store.digest() == digest, "nothing is written before it is applied"

    qtbot.keyClick(everybody.table.preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.head.count.text() == "42 人", timeout=PATIENCE)
    row = shown(page.view, FIRST_NAME).index("王一鸣")
    texts = [shown(page.view, column)[row] for column in range(STATUS + 1)]
    assert texts == ["王一鸣", "Wang Yiming", "工业和信息化部火炬中心", "处长\n书记", "贵宾", "已确认"]
    assert len(store.history()) == steps + 1
    with store.look() as look:
        attending = {attendee.person_id for attendee in look.all(Attendee)}
        entered = {name: look.only(Person, name_first=name) for name in ("王一鸣", "林晓")}
    assert [person is not None and person.id in attending for person in entered.values()] == [True, False]

    desk.operations.undo()
    qtbot.waitUntil(lambda: page.head.count.text() == "40 人", timeout=PATIENCE)
    assert store.digest() == digest


def test_every_cell_of_somebody_is_edited_in_place(
    page: PeoplePage, everybody: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    place = page.model.place_of(key("person", "zhang-yulei"))
    for column, typed, reads in (
        (ORGANISATION, "新设单位", "新设单位"), (POST, "会长", "会长"), (CATEGORY, "嘉", "嘉宾"),
        (STATUS, "declined", "不出席"),
    ):  # fmt: skip
        retype(qtbot, page.view, place, column, typed)
        qtbot.waitUntil(lambda column=column, reads=reads: shown(page.view, column)[place] == reads, timeout=PATIENCE)
    retype(qtbot, page.view, place, CATEGORY, "")
    qtbot.waitUntil(lambda: shown(page.view, CATEGORY)[place] == "", timeout=PATIENCE)
    assert shown(page.view, STATUS)[place] == "", "whoever has no category is not on the attendee list"
    assert desk.operations.store.history(1)[0].title == "Remove attendee"
    everybody.filters.chips["category", "none"].click()
    assert shown(page.view, FIRST_NAME)[:-1] == ["张宇蕾"]
    qtbot.waitUntil(lambda: page.person.shown == key("person", "zhang-yulei"), timeout=PATIENCE)


def test_cells_are_copied_filled_down_and_given_to_many_as_one_step(
    page: PeoplePage, everybody: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    view, store = everybody.view, desk.operations.store
    steps = len(store.history())
    put_cursor(view, 1, POST)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().startswith("常委"), timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: len(set(shown(view, POST)[1:4])) == 1, timeout=PATIENCE)
    everybody.view.set_asked.emit(CATEGORY, 3)
    qtbot.waitUntil(lambda: shown(view, CATEGORY)[1:4] == ["媒体"] * 3, timeout=PATIENCE)
    assert [step.title for step in store.history(2)] == ["Set category", "Fill down"]
    with store.look() as look:
        assert len(look.all(Attendee, category=Category.PRESS)) == 3
    assert len(store.history()) == steps + 2


def test_columns_sort_by_pinyin_and_a_saved_view_keeps_the_order(
    page: PeoplePage, everybody: TableArea, qtbot: QtBot
) -> None:
    sort(qtbot, everybody, "name_first", "艾巴·伦德")
    names = shown(page.view, FIRST_NAME)
    assert names.index("陈立东") < names.index("顾翀") < names.index("张宇蕾")
    sort(qtbot, everybody, "category", "贵宾")
    assert shown(page.view, CATEGORY)[-2] == "工作人员", "choices sort as they are listed"
    sort(qtbot, everybody, "organisation", "北京广播电视台")
    sort(qtbot, everybody, "organisation", "中国通信学会", descending=True)
    everybody.views.save("one")
    everybody.views.show_all()
    qtbot.waitUntil(lambda: shown(page.view, FIRST_NAME)[0] == "辛国斌", timeout=PATIENCE)
    everybody.views.choose("one")
    assert everybody.table.columns.state["sorted"] == ["organisation", True]


def test_who_stands_somewhere_is_not_removed_with_others(
    page: PeoplePage, everybody: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    everybody.go_to_new()
    retype(qtbot, page.view, 40, FIRST_NAME, "阿丁")
    qtbot.waitUntil(lambda: page.head.count.text() == "41 人", timeout=PATIENCE)
    sort(qtbot, everybody, "name_second", "Anokhin Mikhail")
    page.view.select_block(0, 40, [FIRST_NAME])
    qtbot.keyClick(page.view, Qt.Key.Key_Minus, CONTROL)
    preview = everybody.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    assert "删除" in preview.title.text()
    assert "处使用" in preview.model.index(0, 4).data()
    qtbot.keyClick(preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "阿丁" not in shown(page.view, FIRST_NAME), timeout=PATIENCE)
    assert "张宇蕾" in shown(page.view, FIRST_NAME)
    assert desk.operations.store.history(1)[0].title == "Remove rows"


def test_organisations_are_pasted_over_and_below_those_that_are_there(
    page: PeoplePage, places: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    view, store = page.organisations, desk.operations.store
    digest, count = store.digest(), places.table.model.count()
    last = count - 1
    was = shown(view, MEMBERS)[last]
    put_cursor(view, last, FIRST_NAME)
    told = paste(
        qtbot, places,
        [
            [shown(view, FIRST_NAME)[last], "Another Name", "Another", "基金", "Kenya", was + "9"],
            ["肯尼亚驻华大使馆", "Embassy of Kenya", "肯尼亚使馆", "embassy", "肯尼亚", ""],
            ["", "Torch Center", "", "", "", ""],
            ["月球园区", "", "", "月球机构", "", "7"],
        ],
    )  # fmt: skip
    assert [line[2:4] for line in told[:3]] == [["人员", was + "9"], ["", ""], ["人员", "7"]]
    assert places.table.preview.title.text() == "新增 2 行、更改 4 格"
    qtbot.keyClick(places.table.preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: places.table.model.count() == count + 2, timeout=PATIENCE)
    row = shown(view, FIRST_NAME).index("肯尼亚驻华大使馆")
    assert [shown(view, column)[row] for column in (SHORT, KIND, COUNTRY)] == ["肯尼亚使馆", "使馆", "肯尼亚"]
    with store.look() as look:
        assert [place.kind for place in look.all(Organisation, name_first="月球园区")] == ["月球机构"]
    desk.operations.undo()
    qtbot.waitUntil(lambda: places.table.model.count() == count, timeout=PATIENCE)
    assert store.digest() == digest


def test_dates_and_numbers_of_organisations_are_read_and_what_is_none_is_refused(
    page: PeoplePage, places: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    names = [column.name for column in ORGANISATION_COLUMNS]
    for name in ("founded", "sequence", "spellings"):
        places.table.columns.toggle(names.index(name))
    put_cursor(page.organisations, 0, names.index("founded"))
    told = paste(
        qtbot, places, [["1984-05-01", "7", "甲；乙"], ["no day", "minus one", "丙"]]
    )  # fmt: skip
    assert [line[2] for line in told[:2]] == ["成立日期", "官方序号"]
    qtbot.keyClick(places.table.preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "甲; 乙" in shown(page.organisations, names.index("spellings")), timeout=PATIENCE)
    assert shown(page.organisations, names.index("founded"))[0] == "1984-05-01"
    sort(qtbot, places, "people", "2", descending=True)
    places.filters.chips["kind", "embassy"].click()
    assert set(shown(page.organisations, KIND)[:-1]) == {"使馆"}
    assert places.filters.chips["kind", "university"].isHidden(), "the event has none"


def test_both_tables_are_worked_by_keyboard_alone(
    page: PeoplePage, everybody: TableArea, desk: Desk, qtbot: QtBot
) -> None:
    desk.activateWindow()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F6)
    seen: list[object] = []
    page.search.setFocus()
    while (focus := desk.focusWidget()) is not page.view and len(seen) < 20:
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    chips = list(everybody.filters.chips.values())
    assert seen == [page.search, page.add, *chips, everybody.saved, everybody.columns]
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    words = {action.text() for action in page.view.actions()}
    assert {"复制单元格", "粘贴单元格", "向下填充", "移除所选行"} <= words
