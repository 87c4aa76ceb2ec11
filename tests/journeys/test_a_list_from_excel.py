"""Three days before: the co-organiser mails a list of a thousand delegates, in twelve columns and with mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from forumdesk.domain.people import Person
from forumdesk.ui.attendees.model import COLUMNS, FIRST_NAME, NOTE, PHONE, TITLE
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.desks import Desks
from forumdesk.ui.parts.clipboard import put_on_clipboard, to_html, to_tsv
from forumdesk.ui.unopened import glance
from ui.hands import PATIENCE, attendees, click_cell, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
THERE, COUNT = 40, 1_000


def delegates() -> list[list[str]]:
    """A thousand rows as wide as the table, of which five cells cannot be."""
    rows = [
        [
            f"代表{n}", f"Delegate {n}", f"单位{n % 50}", "主任\n书记", "代表", "已邀请", f"D{n:04}",
            f"{n % 20}-{n // 20}", "不吃辣\n轮椅", f"1380000{n:04}", f"d{n}@example.org", f"11010119800101{n:04}",
        ]
        for n in range(COUNT)
    ]  # fmt: skip
    assert {len(row) for row in rows} == {len(COLUMNS)} == {12}
    rows[3][4] = "贵兵"
    rows[10][0] = rows[10][1] = ""
    rows[50][5] = "派代表"
    rows[600][8] = "坏\x07字"
    rows[999][2] = ""
    return rows


def show_every_column(page: AttendeesPage, qtbot: QtBot) -> None:
    """Phones, addresses and ID numbers are hidden until somebody asks for them."""
    for word in ("电话", "邮箱", "证件号码"):
        qtbot.mouseClick(page.area.columns, LEFT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = [action for action in menu.actions() if action.text() == word]
        assert not action.isChecked()
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        page.window().activateWindow()  # with no screen, nobody else gives the keyboard back to the window
        qtbot.waitUntil(page.window().isActiveWindow, timeout=PATIENCE)


@pytest.mark.parametrize("has_html", [False, True], ids=["text", "html"])
def test_of_a_thousand_rows_the_bad_cells_are_told_the_rest_comes_in_and_one_undo_takes_it_back(
    desks: Desks, qtbot: QtBot, sample_file: Path, has_html: bool
) -> None:
    desks.show(glance(str(sample_file)))
    (desk,) = desks.open_desks
    qtbot.waitUntil(lambda: bool(desk.top.title.text()), timeout=PATIENCE)
    store = desk.operations.store
    digest, steps = store.digest(), len(store.history())
    qtbot.mouseClick(desk.rail.buttons["attendees"], LEFT)
    page = attendees(desk)
    qtbot.waitUntil(lambda: page.model.count() == THERE, timeout=PATIENCE)
    show_every_column(page, qtbot)

    rows = delegates()
    put_on_clipboard(to_tsv(rows), to_html(rows) if has_html else "")
    qtbot.mouseClick(page.add, LEFT)
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    preview = page.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    told = [[preview.model.index(row, column).data() for column in range(5)] for row in range(5)]
    assert [(row, who, column) for row, who, column, _, _ in told] == [
        ("44", "代表3", "类别"), ("51", "", "单位"), ("91", "代表50", "状态"),
        ("641", "代表600", "备注"), ("1040", "代表999", "职务"),
    ]  # fmt: skip
    assert all(reason for *_, reason in told)
    assert (preview.title.text(), preview.refused.text()) == ("新增 999 行", "5 格未采纳")
    assert store.digest() == digest, "nothing is written yet"

    qtbot.keyClick(preview.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.head.count.text() == "1039 人", timeout=3 * PATIENCE)
    assert len(store.history()) == steps + 1
    click_cell(qtbot, page.view, page.view.rowAt(5), FIRST_NAME)
    qtbot.waitUntil(lambda: shown(page.view, FIRST_NAME)[THERE] == "代表0", timeout=PATIENCE)
    texts = [page.model.index(THERE, column).data() for column in (TITLE, NOTE, PHONE)]
    assert texts == ["主任\n书记", "不吃辣\n轮椅", "13800000000"]
    with store.look() as look:
        person = look.only(Person, name_first="代表998")
        assert person is not None
        assert (person.email, person.id_number) == ("d998@example.org", "110101198001010998")

    qtbot.keyClick(page.view, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.head.count.text() == "40 人", timeout=3 * PATIENCE)
    assert store.digest() == digest
