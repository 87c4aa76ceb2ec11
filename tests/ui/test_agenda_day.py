"""The day on the agenda page: the strip, overlaps mended, rows added, cut and dragged, delays tried."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.agenda import AddItem, EditItem, RemoveItem
from forumdesk.app.sample import key
from forumdesk.ui.agenda.model import CUES, KIND, LANGUAGE, TIME, TITLE, WHO
from forumdesk.ui.agenda.notes import OverlapLine
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, drag_row, put_cursor, shown

LEFT = Qt.MouseButton.LeftButton
LAUNCH, PLAQUE, MIRANDA = key("item", "launch"), key("item", "plaque"), key("item", "report-miranda")


@pytest.fixture
def page(desk: Desk) -> AgendaPage:
    desk.go("agenda")
    return agenda(desk)


def overlap_line(page: AgendaPage) -> OverlapLine:
    (line,) = [line for line in page.view.viewport().findChildren(OverlapLine) if not line.isHidden()]
    return line


def make_overlap(desk: Desk, qtbot: QtBot, page: AgendaPage) -> None:
    desk.operations.run(EditItem(id=LAUNCH, fixed_start=11 * 60 + 2))
    qtbot.waitUntil(lambda: len(page.model.lines) == 19, timeout=PATIENCE)


def test_a_click_on_the_strip_chooses_the_item_and_the_pointer_is_told_of_it(page: AgendaPage, qtbot: QtBot) -> None:
    at = page.strip.block_of(PLAQUE).center().toPoint()
    qtbot.mouseClick(page.strip, LEFT, pos=at)
    assert page.item is not None and page.item.id == PLAQUE
    row = page.strip.item_at(QPointF(at))
    assert row is not None
    assert page.strip.tip(row) == "11:23–11:32\n中关村特色产业园授牌仪式\n张宇蕾 等 9 人"


def test_the_strip_is_drawn_to_scale(page: AgendaPage, desk: Desk, qtbot: QtBot) -> None:
    def minutes_high(item: str) -> float:
        return page.strip.block_of(key("item", item)).height() + 1

    assert minutes_high("keynote-zhang") == pytest.approx(2 * minutes_high("keynote-zhou"))
    desk.operations.run(EditItem(id=key("item", "keynote-zhou"), minutes=28))
    qtbot.waitUntil(
        lambda: minutes_high("keynote-zhang") == pytest.approx(minutes_high("keynote-zhou")), timeout=PATIENCE
    )


def test_cues_are_icons_for_the_eyes_and_words_for_a_reader(page: AgendaPage) -> None:
    place = page.model.place_of(PLAQUE)
    index = page.model.index(place, CUES)
    assert page.model.icons(index) == ("monitor-play", "footprints", "award", "camera")
    assert index.data() == "视频、上台、授牌、合影、回座"
    keynote = page.model.index(4, CUES)
    assert (page.model.icons(keynote), keynote.data()) == (("presentation",), "")


def test_an_overlap_is_mended_by_shortening_the_item_before(page: AgendaPage, desk: Desk, qtbot: QtBot) -> None:
    make_overlap(desk, qtbot, page)
    links = overlap_line(page).links
    assert (links.shorter.text(), links.loose.text()) == ("缩短到 10 分", "解除固定")
    qtbot.mouseClick(links.shorter, LEFT)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[10:12] == ["10:52–11:02", "11:02–11:10"], timeout=PATIENCE)


def test_an_overlap_is_mended_by_releasing_the_fixed_start_also_from_the_inspector(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    make_overlap(desk, qtbot, page)
    page.show_row(LAUNCH)
    qtbot.waitUntil(lambda: page.inspector.item == LAUNCH, timeout=PATIENCE)
    qtbot.waitUntil(page.inspector.fix.loose.isVisible, timeout=PATIENCE)
    assert page.inspector.overlap_words.text() == "前一项占用此项 3 分钟"
    page.show_row(MIRANDA)
    words = "与下一项重叠 3 分钟；下一项固定于 11:02"
    qtbot.waitUntil(lambda: page.inspector.overlap_words.text() == words, timeout=PATIENCE)
    page.show_row(LAUNCH)
    qtbot.waitUntil(lambda: page.inspector.item == LAUNCH, timeout=PATIENCE)
    qtbot.mouseClick(page.inspector.fix.loose, LEFT)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[11] == "11:05–11:13", timeout=PATIENCE)
    assert page.item is not None and page.item.id == LAUNCH


def test_the_cursor_passes_over_notes(page: AgendaPage, desk: Desk, qtbot: QtBot) -> None:
    make_overlap(desk, qtbot, page)
    put_cursor(page.view, 10, TITLE)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    assert page.item is not None and page.item.id == LAUNCH


def test_an_item_is_added_behind_the_chosen_one_and_its_title_is_written_at_once(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    put_cursor(page.view, 4, TITLE)
    qtbot.mouseClick(page.add, LEFT)
    title = page.inspector.title.fields[0]
    qtbot.waitUntil(title.hasFocus, timeout=PATIENCE)
    assert page.inspector.place.text() == "第 6 项，共 19 项"
    qtbot.keyClicks(title, "Tea")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page.view, TITLE)[5] == "Tea", timeout=PATIENCE)
    assert shown(page.view, TIME)[5:7] == ["09:46–09:56", "09:56–10:24"]


def test_an_empty_agenda_says_so_and_takes_its_first_item(page: AgendaPage, desk: Desk, qtbot: QtBot) -> None:
    for row in page.model.items:
        desk.operations.run(RemoveItem(id=row.id))
    qtbot.waitUntil(lambda: not page.model.lines, timeout=PATIENCE)
    qtbot.waitUntil(page.empty.isVisible, timeout=PATIENCE)
    assert page.inspector.pane.isHidden()
    qtbot.mouseClick(page.add, LEFT)
    qtbot.waitUntil(lambda: shown(page.view, TIME) == ["09:00–09:10"], timeout=PATIENCE)
    qtbot.waitUntil(page.empty.isHidden, timeout=PATIENCE)


def test_an_item_is_removed_by_its_key_and_undo_brings_it_back(page: AgendaPage, desk: Desk, qtbot: QtBot) -> None:
    before = shown(page.view, TIME)
    put_cursor(page.view, 4, TITLE)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.model.lines) == 17, timeout=PATIENCE)
    assert page.item is not None, "the cursor is on its neighbour"
    desk.operations.undo()
    qtbot.waitUntil(lambda: shown(page.view, TIME) == before, timeout=PATIENCE)


def test_an_item_is_cut_in_half_and_its_start_fixed_by_keys(page: AgendaPage, qtbot: QtBot) -> None:
    put_cursor(page.view, 5, TITLE)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_X, modifiers)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[5:7] == ["09:46–10:00", "10:00–10:14"], timeout=PATIENCE)
    qtbot.keyClick(page.view, Qt.Key.Key_P, modifiers)
    qtbot.waitUntil(lambda: page.item is not None and page.item.fixed, timeout=PATIENCE)
    qtbot.keyClick(page.view, Qt.Key.Key_P, modifiers)
    qtbot.waitUntil(lambda: page.item is not None and not page.item.fixed, timeout=PATIENCE)


def test_a_row_is_dragged_to_another_place_and_stays_chosen(page: AgendaPage, qtbot: QtBot) -> None:
    drag_row(qtbot, page.view, 4, 7, column=WHO)
    qtbot.waitUntil(lambda: shown(page.view, WHO)[4:7] == ["张宇蕾", "拉斯洛·博迪斯", "周力"], timeout=PATIENCE)
    assert page.item is not None and page.item.id == key("item", "keynote-zhou")
    drag_row(qtbot, page.view, 6, 18, column=WHO)
    qtbot.waitUntil(lambda: shown(page.view, WHO)[-1] == "周力", timeout=PATIENCE)


def test_a_row_let_fall_where_it_was_or_dropped_by_escape_is_no_step(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    drag_row(qtbot, page.view, 4, 5, column=WHO)
    drag_row(qtbot, page.view, 4, 7, column=WHO, drop=False)
    assert page.view.is_dragging
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.view.is_dragging
    qtbot.mouseRelease(page.view.viewport(), LEFT)
    desk.operations.close()
    assert len(desk.operations.store.history()) == 1


def test_a_delay_is_tried_without_being_written_and_escape_drops_it(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    before = shown(page.view, TIME)
    put_cursor(page.view, 4, TITLE)
    qtbot.mouseClick(page.delay, LEFT)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[5] == "09:42–09:56", timeout=PATIENCE)
    page.bar.minutes.selectAll()
    qtbot.keyClicks(page.bar.minutes, "15")
    qtbot.waitUntil(lambda: "12:31–12:35" in shown(page.view, TIME), timeout=PATIENCE)
    assert page.bar.outcome.text() == "14 项改时间，全天至 12:35 结束"
    place = page.model.place_of(PLAQUE)
    assert page.model.tried(page.model.index(place, TIME)) == "11:38–11:47"
    assert not page.model.tried(page.model.index(0, TIME)), "what comes before stays"
    assert not page.view.rows.flags(page.model.index(0, TITLE)) & Qt.ItemFlag.ItemIsEditable

    qtbot.keyClick(page.bar.minutes, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(page.view, TIME) == before, timeout=PATIENCE)
    assert page.bar.isHidden()
    assert len(desk.operations.store.history()) == 1


def test_a_delay_that_is_applied_is_one_step_and_the_chosen_item_stays(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    put_cursor(page.view, 4, TITLE)
    qtbot.mouseClick(page.delay, LEFT)
    qtbot.waitUntil(lambda: page.model.before_trial is not None, timeout=PATIENCE)
    qtbot.keyClick(page.bar.minutes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.before_trial is None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[5] == "09:42–09:56", timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Apply a delay"
    assert page.item is not None and page.item.id == key("item", "keynote-zhou")


def test_several_days_have_headings_and_the_strip_shows_the_day_of_the_cursor(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    command = AddItem(forum=key("forum", ""), date=dt.date(2025, 3, 29), kind="break", minutes=30)
    desk.operations.run(command)
    qtbot.waitUntil(lambda: len(page.model.lines) == 21, timeout=PATIENCE)
    assert shown(page.view, TIME)[19] == "世界领先科技园区发展论坛  3月29日"
    page.show_row(command.id)
    assert page.strip.item_at(page.strip.block_of(command.id).center()) is not None
    with pytest.raises(StopIteration):
        page.strip.block_of(PLAQUE)
    page.view.scrollToBottom()
    drag_row(qtbot, page.view, 18, 20, column=WHO)
    qtbot.waitUntil(lambda: shown(page.view, TIME)[19:21] == ["09:00–09:04", "09:04–09:34"], timeout=PATIENCE)


def test_where_there_is_little_room_strip_and_small_columns_give_way(
    page: AgendaPage, desk: Desk, qtbot: QtBot
) -> None:
    desk.resize(1000, 700)
    qtbot.waitUntil(page.strip.isHidden, timeout=PATIENCE)
    assert [page.view.isColumnHidden(column) for column in (KIND, LANGUAGE, CUES)] == [False, True, True]
    desk.resize(1440, 900)
    qtbot.waitUntil(lambda: not page.strip.isHidden(), timeout=PATIENCE)
    assert not page.view.isColumnHidden(CUES)
