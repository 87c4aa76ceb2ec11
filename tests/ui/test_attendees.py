"""The attendees page: finding people, entering them, and lists pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import EditAttendee, RemoveAttendee
from forumdesk.app.commands.event import FoundEvent
from forumdesk.app.commands.people import AddPerson
from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.text import Text
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store
from forumdesk.ui.attendees.model import (
    BADGE,
    CATEGORY,
    FIRST_NAME,
    NOTE,
    ORGANISATION,
    SEAT,
    SECOND_NAME,
    STATUS,
    TITLE,
)
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.parts.clipboard import put_on_clipboard
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, attendees, put_cursor, shown

CONTROL = Qt.KeyboardModifier.ControlModifier
Opens = Callable[[Store], AttendeesPage]


@pytest.fixture
def opens(qtbot: QtBot, tmp_path: Path) -> Iterator[Opens]:
    """Turn a Chinese desk on an event to the attendees."""
    desks: list[Desk] = []

    def turned(store: Store) -> AttendeesPage:
        settings = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
        desk = Desk(store, words=Words.of("zh"), settings=settings)
        desks.append(desk)
        desk.show()
        page = attendees(desk)
        qtbot.waitUntil(lambda: page.model.is_read, timeout=PATIENCE)
        qtbot.wait(1)  # the window turns to its first page by itself
        desk.go("attendees")
        return page

    yield turned
    for desk in desks:
        desk.close()
        desk.deleteLater()


@pytest.fixture
def page(opens: Opens, sample_store: Store) -> AttendeesPage:
    return opens(sample_store)


def paste(qtbot: QtBot, page: AttendeesPage, row: int, column: int, text: str, *, html: str = "") -> None:
    """Put something on the clipboard, as a spreadsheet would, and paste it at a cell."""
    put_on_clipboard(text, html)
    put_cursor(page.view, row, column)
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)


def previewed(qtbot: QtBot, page: AttendeesPage) -> list[list[str]]:
    """The lines of the preview, once it is there."""
    preview = page.table.preview
    qtbot.waitUntil(preview.isVisible, timeout=PATIENCE)
    model = preview.model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def apply(qtbot: QtBot, page: AttendeesPage) -> None:
    qtbot.keyClick(page.table.preview.view, Qt.Key.Key_Return)


def test_everybody_is_there_in_the_order_of_entry_with_a_row_for_new_ones(page: AttendeesPage) -> None:
    assert page.head.count.text() == "40 人"
    row = [shown(page.view, column)[1] for column in range(STATUS + 1)]
    assert row == ["辛国斌", "Xin Guobin", "工业和信息化部", "副部长", "贵宾", "已确认"]
    assert shown(page.view, FIRST_NAME)[-1] == "粘贴或输入"


def test_what_is_searched_for_is_found_in_names_organisations_posts_and_notes(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    Bus(sample_store).run(EditAttendee(id=_attendee(sample_store, "辛国斌"), note="100%素食"))
    for typed, found in {
        "sheng j": ["盛继明"], "火炬 处长": ["周力"], "100%": ["辛国斌"], "_": [], "李妍": ["李妍"],
    }.items():  # fmt: skip
        page.filters.search.setText(typed)
        qtbot.waitUntil(lambda found=found: shown(page.view, FIRST_NAME)[:-1] == found, timeout=PATIENCE)
    assert page.head.count.text() == "1 / 40 人"
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.count() == 40, timeout=PATIENCE)


def test_chips_of_one_kind_widen_and_of_two_kinds_narrow(page: AttendeesPage, qtbot: QtBot) -> None:
    counts = {code: shown(page.view, CATEGORY).count(word) for code, word in (("vip", "贵宾"), ("speaker", "嘉宾"))}
    page.filters.chips["category", "vip"].click()
    qtbot.waitUntil(lambda: page.model.count() == counts["vip"], timeout=PATIENCE)
    page.filters.chips["category", "speaker"].click()
    qtbot.waitUntil(lambda: page.model.count() == sum(counts.values()), timeout=PATIENCE)
    page.filters.chips["status", "declined"].click()
    qtbot.waitUntil(lambda: page.model.count() == 0, timeout=PATIENCE)
    assert page.area.empty.isVisible()
    page.area.empty.button.click()
    qtbot.waitUntil(lambda: page.model.count() == 40, timeout=PATIENCE)
    assert not page.area.empty.isVisible()
    assert not page.filters.is_used


def test_an_empty_list_offers_to_paste_from_excel(opens: Opens, tmp_path: Path, qtbot: QtBot) -> None:
    store = create(str(tmp_path / "new.forum"), _found_empty)
    page = opens(store)
    assert page.area.empty.isVisible()
    assert page.area.empty.button.text() == "从 Excel 粘贴"
    put_on_clipboard("王一鸣\tWang Yiming\n林晓\tLin Xiao\n")
    page.area.empty.button.click()
    assert [line[1] for line in previewed(qtbot, page)] == ["王一鸣", "林晓"]
    apply(qtbot, page)
    qtbot.waitUntil(lambda: page.head.count.text() == "2 人", timeout=PATIENCE)
    assert not page.area.empty.isVisible()
    page.around.operations.close()
    store.close()


def _found_empty(store: Store) -> None:
    founding = FoundEvent(title=Text("论坛", "Forum"), starts=date(2025, 3, 28))
    Bus(store).run_all(founding.step, [founding], founding=True)


def test_a_name_typed_below_the_last_row_adds_a_person_who_attends(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    page.add.click()
    assert page.view.currentIndex().row() == 40
    put_on_clipboard("王一鸣")
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.head.count.text() == "41 人", timeout=PATIENCE)
    assert shown(page.view, FIRST_NAME)[40] == "王一鸣"
    assert (shown(page.view, CATEGORY)[40], shown(page.view, STATUS)[40]) == ("代表", "已邀请")


def test_a_pasted_list_shows_its_five_bad_cells_and_one_undo_takes_all_back(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    digest, steps = sample_store.digest(), len(sample_store.history())
    rows = [
        [f"代表{n}", f"Delegate {n}", f"单位{n % 9}", "经理", "代表", "已确认", f"D{n}", "", ""] for n in range(100)
    ]
    rows[3][4] = "贵兵"
    rows[10][0] = rows[10][1] = ""
    rows[50][5] = "派代表"
    rows[60][8] = "坏\x07字"
    rows[99][2] = ""
    paste(qtbot, page, 40, FIRST_NAME, "\n".join("\t".join(row) for row in rows))
    lines = previewed(qtbot, page)
    assert [(line[0], line[1], line[2]) for line in lines[:5]] == [
        ("44", "代表3", "类别"), ("51", "", "单位"), ("91", "代表50", "状态"),
        ("101", "代表60", "备注"), ("140", "代表99", "职务"),
    ]  # fmt: skip
    assert page.table.preview.refused.text() == "5 格未采纳"
    assert page.table.preview.title.text() == "新增 99 行"
    assert "贵宾、嘉宾、代表、媒体、工作人员" in lines[0][4]
    assert sample_store.digest() == digest, "nothing is written before it is applied"

    apply(qtbot, page)
    qtbot.waitUntil(lambda: page.head.count.text() == "139 人", timeout=PATIENCE)
    assert len(sample_store.history()) == steps + 1
    with sample_store.look() as look:
        assert len(look.all(Organisation, name_first="单位7")) == 1, "an organisation is entered once"

    qtbot.keyClick(page.window(), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.head.count.text() == "40 人", timeout=PATIENCE)
    assert sample_store.digest() == digest


def test_three_thousand_cells_are_pasted_over_rows_that_are_there_as_one_step(
    opens: Opens, tmp_path: Path, qtbot: QtBot
) -> None:
    store = create(str(tmp_path / "many.forum"), _found_many)
    page = opens(store)
    digest = store.digest()
    bad = {7, 70, 500, 998, 999}
    block = "\n".join(f"{'贵兵' if n in bad else '贵宾'}\t已确认\tB{n}" for n in range(1000))
    paste(qtbot, page, 0, CATEGORY, block)
    lines = previewed(qtbot, page)
    assert [line[0] for line in lines[:5]] == [str(n + 1) for n in sorted(bad)]
    assert page.table.preview.title.text() == "更改 2995 格"
    apply(qtbot, page)
    qtbot.waitUntil(lambda: page.model.index(0, BADGE).data() == "B0", timeout=PATIENCE)
    assert (shown(page.view, CATEGORY)[7], shown(page.view, BADGE)[7]) == ("代表", "B7")
    page.around.operations.undo()
    qtbot.waitUntil(lambda: page.model.index(0, BADGE).data() == "", timeout=PATIENCE)
    assert store.digest() == digest
    page.around.operations.close()
    store.close()


def _found_many(store: Store) -> None:
    _found_empty(store)
    with store.work("People", founding=True) as work:
        people = [uuid4() for _ in range(1000)]
        work.add_rows(Person, [{"id": each, "name_first": f"代表{n}"} for n, each in enumerate(people)])
        work.add_rows(Attendee, [{"person_id": each, "position": n} for n, each in enumerate(people)])


def test_excels_html_is_read_before_its_text_so_that_line_breaks_survive(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    html = "<table><tr><td>B1</td><td>C1</td><td>不吃辣<br>\n  轮椅</td></tr></table>"
    paste(qtbot, page, 1, BADGE, 'B1\tC1\t"wrong"', html=html)
    previewed(qtbot, page)
    apply(qtbot, page)
    attendee = _attendee(sample_store, "辛国斌")

    def kept() -> bool:
        with sample_store.look() as look:
            row = look.get(Attendee, attendee)
            return (row.badge, row.seat, row.note) == ("B1", "C1", "不吃辣\n轮椅")

    qtbot.waitUntil(kept, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shown(page.view, NOTE)[1] == "不吃辣\n轮椅", timeout=PATIENCE)
    assert shown(page.view, SEAT)[1] == "C1"


def test_who_attends_already_is_refused_and_whom_the_event_knows_is_not_entered_twice(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    removed = _attendee(sample_store, "于英杰")
    Bus(sample_store).run(RemoveAttendee(id=removed))
    qtbot.waitUntil(lambda: page.model.count() == 39, timeout=PATIENCE)
    with sample_store.look() as look:
        people = look.count(Person)
    paste(qtbot, page, 39, FIRST_NAME, "辛国斌\t\t工业和信息化部\n于英杰\t\t北京市委\n于英杰\t\t北京市委")
    lines = previewed(qtbot, page)
    assert [(line[0], line[1]) for line in lines[:2]] == [("40", "辛国斌"), ("42", "于英杰")]
    apply(qtbot, page)
    qtbot.waitUntil(lambda: page.model.count() == 40, timeout=PATIENCE)
    with sample_store.look() as look:
        assert look.count(Person) == people


def test_an_organisation_typed_moves_the_post_and_one_that_is_new_is_entered(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    paste(qtbot, page, 1, ORGANISATION, "新园区管委会\t主任")
    previewed(qtbot, page)
    apply(qtbot, page)
    qtbot.waitUntil(lambda: shown(page.view, ORGANISATION)[1] == "新园区管委会", timeout=PATIENCE)
    assert shown(page.view, TITLE)[1] == "主任"
    with sample_store.look() as look:
        assert len(look.all(Organisation, name_first="工业和信息化部")) == 1, "the old one stays as it was"


def test_a_single_cell_that_is_refused_is_told_in_the_notice(page: AttendeesPage, qtbot: QtBot) -> None:
    paste(qtbot, page, 1, CATEGORY, "贵兵")
    desk = page.window()
    assert isinstance(desk, Desk)
    qtbot.waitUntil(lambda: "“贵兵”不在可选项中" in desk.notice.text, timeout=PATIENCE)
    assert shown(page.view, CATEGORY)[1] == "贵宾"


def test_both_names_of_a_row_may_not_become_empty(page: AttendeesPage, sample_store: Store, qtbot: QtBot) -> None:
    put_cursor(page.view, 1, FIRST_NAME)
    page.view.select_block(1, 1, [FIRST_NAME, SECOND_NAME])
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert [line[2] for line in previewed(qtbot, page)] == ["中文姓名", "英文姓名"]
    assert not page.table.preview.apply.isEnabled()


def test_what_reaches_beyond_the_last_column_is_told(page: AttendeesPage, qtbot: QtBot) -> None:
    paste(qtbot, page, 1, NOTE, "a\tb\nc\td")
    assert previewed(qtbot, page)[0][4] == "有 2 格超出了最后一列。"


def test_rows_are_removed_by_keyboard_and_undo_brings_them_back_to_their_places(
    page: AttendeesPage, sample_store: Store, qtbot: QtBot
) -> None:
    before = shown(page.view, FIRST_NAME)
    put_cursor(page.view, 3, FIRST_NAME)
    page.view.select_block(3, 5, [FIRST_NAME])
    qtbot.keyClick(page.view, Qt.Key.Key_Minus, CONTROL)
    qtbot.waitUntil(lambda: page.model.count() == 37, timeout=PATIENCE)
    assert shown(page.view, FIRST_NAME) == before[:3] + before[6:]
    page.around.operations.undo()
    qtbot.waitUntil(lambda: shown(page.view, FIRST_NAME) == before, timeout=PATIENCE)


def test_a_colleagues_changes_come_in_and_the_cursor_stays_with_its_row(
    page: AttendeesPage, sample_file: Path, qtbot: QtBot
) -> None:
    put_cursor(page.view, 20, FIRST_NAME)
    name = page.view.currentIndex().data()
    colleague = open_store(str(sample_file), actor="colleague")
    Bus(colleague).run(EditAttendee(id=_attendee(colleague, "辛国斌"), badge="X9"))
    Bus(colleague).run(RemoveAttendee(id=_attendee(colleague, "于英杰")))
    Bus(colleague).run(AddPerson(name=Text("路人")))
    colleague.close()
    qtbot.waitUntil(lambda: page.model.count() == 39 and shown(page.view, BADGE)[1] == "X9", timeout=PATIENCE)
    assert page.view.currentIndex().data() == name
    assert page.view.currentIndex().row() == 19


def test_english_screens_name_and_write_in_english(page: AttendeesPage, sample_store: Store, qtbot: QtBot) -> None:
    desk = page.window()
    assert isinstance(desk, Desk)
    desk.speak(Words.english())
    assert page.head.count.text() == "40 people"
    assert shown(page.view, CATEGORY)[1] == "VIP"
    paste(qtbot, page, 1, TITLE, "Minister")
    qtbot.waitUntil(lambda: shown(page.view, TITLE)[1] == "Minister", timeout=PATIENCE)
    desk.speak(Words.of("zh"))
    assert shown(page.view, TITLE)[1] == "副部长"


def _attendee(store: Store, name: str) -> UUID:
    with store.look() as look:
        person = look.only(Person, name_first=name)
        assert person is not None
        found = look.only(Attendee, person_id=person.id)
        assert found is not None
        return found.id
