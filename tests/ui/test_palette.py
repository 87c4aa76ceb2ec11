"""Ctrl+K finds everything in the event and in the program, however it is typed, and goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.people import AddPerson, EditPerson
from forumdesk.app.sample import key
from forumdesk.domain.text import Text
from forumdesk.store.failures import Busy
from forumdesk.store.screens import search
from forumdesk.ui.pages import PAGES
from forumdesk.ui.palette.lines import Heading
from forumdesk.ui.palette.matching import (
    BEGINS,
    INSIDE,
    WHOLE,
    WORD,
    fit,
    marks,
    name_key,
    query,
    text_key,
    typed_marks,
)
from forumdesk.ui.palette.palette import Palette
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, documents


@pytest.fixture
def palette(desk: Desk, qtbot: QtBot) -> Palette:
    """The palette, open and ready."""
    desk.go("agenda")
    qtbot.keyClick(desk, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = desk.findChild(Palette)
    assert found is not None
    ask(qtbot, found, "zyl")
    qtbot.waitUntil(lambda: "张宇蕾" in shown(found).get("人员", []), timeout=PATIENCE)
    found.field.clear()
    return found


def test_what_could_not_be_read_is_read_when_it_is_opened_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise Busy(place="x.forum")

    with monkeypatch.context() as broken, qtbot.waitSignal(desk.operations.failed, timeout=PATIENCE):
        broken.setattr(search, "findable", fails)
        desk.panels.search()
    desk.panels.search()
    found = desk.findChild(Palette)
    assert found is not None
    ask(qtbot, found, "zyl")
    qtbot.waitUntil(lambda: "张宇蕾" in shown(found).get("人员", []), timeout=PATIENCE)


def ask(qtbot: QtBot, palette: Palette, text: str) -> dict[str, list[str]]:
    """Type something; what is found by heading."""
    palette.field.clear()
    if text.isascii():
        qtbot.keyClicks(palette.field, text)
    else:  # a test has keys for Latin letters only
        palette.field.setText(text)
    return shown(palette)


def shown(palette: Palette) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in palette.lines.lines:
        if isinstance(line, Heading):
            titles = found.setdefault(line.title, [])
        else:
            titles.append(line.title)
    return found


TYPED = {
    "张宇蕾": ("人员", ("zyl", "张宇蕾", "宇蕾", "zhangyulei", "zhangyl", "yulei", "zhang yu", "ZYL", "ｚｙｌ")),
    "艾巴·伦德": ("人员", ("lund", "abld", "艾巴")),
    "吕先志": ("人员", ("lyu", "lxz", "lvxian")),
    "中关村的探索与实践": ("议程与仪式", ("探索", "zgcdts", "exploration", "zyl")),
    "工业和信息化部火炬中心": ("单位", ("huoju", "torch", "火炬")),
    "日程折页": ("文档", ("日程", "rczy", "programme")),
    "议程": ("页面", ("议程", "agenda", "yic")),
    "另存副本…": ("操作", ("另存", "save", "lcfb")),
    "切换浅色或深色": ("操作", ("qhqs", "colours")),
}
"""By what is to be found: under which heading, and what may be typed for it."""


def test_everything_is_found_by_characters_pinyin_initials_and_english(palette: Palette, qtbot: QtBot) -> None:
    lost = [
        (typed, title)
        for title, (heading, ways) in TYPED.items()
        for typed in ways
        if not any(title in found for found in ask(qtbot, palette, typed).get(heading, ()))
    ]
    assert lost == []
    assert ask(qtbot, palette, "rygl") == {}


def test_before_anything_is_typed_there_are_the_pages_and_the_actions(palette: Palette) -> None:
    found = shown(palette)
    assert list(found) == ["页面", "操作"]
    assert len(found["页面"]) == len(PAGES)
    assert "撤销" not in found["操作"], "there is nothing to undo yet"


def test_arrows_go_round_past_the_headings_and_enter_goes_there(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    ask(qtbot, palette, "zyl")
    first = palette.view.currentIndex().row()
    assert palette.lines.entry(first) is not None
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == len(palette.lines.lines) - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() == first
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    item = palette.lines.entry(palette.view.currentIndex().row())
    assert item is not None
    assert item.group == "agenda", "the heading is passed over"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    page = agenda(desk)
    assert desk.open_page is page
    qtbot.waitUntil(lambda: page.model.place_of(item.row) == page.view.currentIndex().row(), timeout=PATIENCE)


def test_a_click_goes_there(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    ask(qtbot, palette, "documents")
    row = next(place for place, line in enumerate(palette.lines.lines) if getattr(line, "page", "") == "documents")
    place = palette.view.visualRect(palette.lines.index(row)).center()
    qtbot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.open_page is desk.page("documents")


def test_a_document_is_turned_to(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    ask(qtbot, palette, "桌签")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert documents(desk).shelf.list.currentItem().text() == "桌签"


def test_an_action_is_done(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    before = desk.theme
    ask(qtbot, palette, "qhqs")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.theme is not before


def test_escape_and_a_click_beside_it_close_it_and_give_the_keyboard_back(
    desk: Desk, palette: Palette, qtbot: QtBot
) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is palette.field, "Tab stays inside"
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is agenda(desk).view
    desk.panels.search()
    assert QApplication.focusWidget() is palette.field
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()


def test_it_lies_where_the_design_has_it(desk: Desk, palette: Palette) -> None:
    panel = palette.panel.geometry()
    assert (panel.width(), panel.top()) == (680, 96)
    assert panel.center().x() == pytest.approx(desk.ground.width() / 2, abs=1)
    assert palette.field.height() == 56
    assert palette.field.font().pixelSize() == 18
    entries = [row for row in range(palette.lines.rowCount()) if palette.lines.entry(row)]
    assert {palette.view.visualRect(palette.lines.index(row)).height() for row in entries} == {44}


def test_what_changes_is_found_under_its_new_name(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    palette.field.setText("wxm")
    assert shown(palette) == {}
    desk.operations.run(AddPerson(name=Text("王小明", "Wang Xiaoming")))
    qtbot.waitUntil(lambda: shown(palette).get("人员") == ["王小明"], timeout=PATIENCE)
    desk.operations.run(EditPerson(id=key("person", "zhang-yulei"), name=Text("王雪梅", "")))
    qtbot.waitUntil(lambda: "王雪梅" in shown(palette)["人员"], timeout=PATIENCE)


def test_in_english_it_speaks_english(desk: Desk, palette: Palette, qtbot: QtBot) -> None:
    palette.close_panel()
    qtbot.mouseClick(desk.status.languages["en"], Qt.MouseButton.LeftButton)
    desk.panels.search()
    palette.field.setText("zyl")
    qtbot.waitUntil(lambda: "Zhang Yulei" in shown(palette).get("People", []), timeout=PATIENCE)
    assert "Zhongguancun: Exploration and Practice" in shown(palette)["Agenda and ceremonies"]


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("张宇蕾", "张宇蕾", WHOLE),
        ("张", "张宇蕾", BEGINS),
        ("蕾", "张宇蕾", INSIDE),
        ("zyl", "张宇蕾", BEGINS),
        ("yl", "张宇蕾", WORD),
        ("zl", "张宇蕾", None),
        ("zyll", "张宇蕾", None),
        ("shan", "单宇", BEGINS),
        ("lund", "Ebba Lund", WORD),
        ("el", "Ebba Lund", BEGINS),
        ("bba", "Ebba Lund", INSIDE),
        (".*", "Ebba Lund", None),
        ("ebba zhang", "Ebba Lund", None),
        ("lund ebba", "Ebba Lund", WORD),
    ],
)
def test_how_well_a_name_fits(typed: str, name: str, fits: int | None) -> None:
    assert fit(query(typed), [name_key(name)]) == fits


def test_a_reading_of_ones_own_wins() -> None:
    assert fit(query("shan"), [name_key("单宇", "dān yǔ")]) is None
    assert fit(query("dany"), [name_key("单宇", "dān yǔ")]) == BEGINS


def test_what_was_typed_is_marked_in_what_is_shown() -> None:
    assert marks(query("宇"), "张宇蕾") == [(1, 1)]
    assert marks(query("LUND ebba"), "Ebba Lund") == [(0, 4), (5, 4)]
    typed = text_key("张宇蕾").typed
    assert [typed[place] for place in typed_marks(query("zhyl"), typed)] == ["z", "h", "y", "l"]
