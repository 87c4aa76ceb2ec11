"""The agenda page, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.text import Text
from forumdesk.store.opening import open_store
from forumdesk.ui.agenda.model import MINUTES, TIME, TITLE, WHO, Note
from forumdesk.ui.agenda.view import NOTE_HEIGHT, ROW_HEIGHT
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, editor, put_cursor, retype, shown

KEYNOTE, LONG_KEYNOTE = 4, 5
STEP = Words.of("zh").say("Edit agenda item")


@pytest.fixture(autouse=True)
def turned_to(desk: Desk) -> None:
    """The desk opens with the overview."""
    desk.go("agenda")


def test_the_sample_opens_with_its_eighteen_items_and_their_derived_times(desk: Desk) -> None:
    times = shown(agenda(desk).view, TIME)
    assert (len(times), times[0], times[-1]) == (18, "09:00–09:08", "12:16–12:20")
    assert agenda(desk).head.count.text() == "18 项，共 3 小时 20 分"


def test_an_item_without_a_title_shows_who_speaks_and_edits_as_empty(desk: Desk) -> None:
    index = agenda(desk).model.index(3, TITLE)
    assert index.data() == "工业和信息化部副部长"
    assert index.data(Qt.ItemDataRole.EditRole) == ""


def test_of_several_people_the_first_is_named_with_their_number(desk: Desk) -> None:
    assert shown(agenda(desk).view, WHO)[11:14] == ["吕先志 等 7 人", "火炬中心", "7 对"]


def test_a_title_edited_by_keyboard_is_one_step_and_undo_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    view, before = agenda(desk).view, shown(agenda(desk).view, TITLE)
    retype(qtbot, view, LONG_KEYNOTE, TITLE, "Zhongguancun")
    qtbot.waitUntil(lambda: shown(view, TITLE)[LONG_KEYNOTE] == "Zhongguancun", timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Edit agenda item"
    qtbot.waitUntil(lambda: desk.undo.toolTip() == f"撤销：{STEP} (Ctrl+Z)", timeout=PATIENCE)

    qtbot.keyClick(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(view, TITLE) == before, timeout=PATIENCE)
    qtbot.waitUntil(lambda: desk.redo.toolTip() == f"重做：{STEP} (Ctrl+Shift+Z)", timeout=PATIENCE)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk, Qt.Key.Key_Z, modifiers)
    qtbot.waitUntil(lambda: shown(view, TITLE)[LONG_KEYNOTE] == "Zhongguancun", timeout=PATIENCE)


def test_a_title_is_written_in_the_language_of_the_screen(desk: Desk, qtbot: QtBot) -> None:
    desk.speak(Words.english())
    retype(qtbot, agenda(desk).view, LONG_KEYNOTE, TITLE, "On Zhongguancun")
    qtbot.waitUntil(lambda: shown(agenda(desk).view, TITLE)[LONG_KEYNOTE] == "On Zhongguancun", timeout=PATIENCE)
    desk.speak(Words.of("zh"))
    assert shown(agenda(desk).view, TITLE)[LONG_KEYNOTE] == "中关村的探索与实践"


def test_typing_what_stands_there_already_is_no_step(desk: Desk, qtbot: QtBot) -> None:
    steps = len(desk.operations.store.history())
    put_cursor(agenda(desk).view, LONG_KEYNOTE, TITLE)
    qtbot.keyClick(agenda(desk).view, Qt.Key.Key_Return)
    qtbot.keyClick(editor(agenda(desk).view), Qt.Key.Key_Return)
    assert agenda(desk).head.isVisible()
    assert len(desk.operations.store.history()) == steps


def test_other_minutes_re_time_all_that_follows(desk: Desk, qtbot: QtBot) -> None:
    retype(qtbot, agenda(desk).view, KEYNOTE, MINUTES, "20")
    qtbot.waitUntil(lambda: shown(agenda(desk).view, TIME)[-1] == "12:22–12:26", timeout=PATIENCE)
    assert shown(agenda(desk).view, TIME)[KEYNOTE] == "09:32–09:52"


def test_minutes_that_are_none_are_refused_in_words_and_the_table_stays(desk: Desk, qtbot: QtBot) -> None:
    before = shown(agenda(desk).view, TIME)
    for nonsense in ("abc", "0", "1441", "<b>5</b>"):
        retype(qtbot, agenda(desk).view, KEYNOTE, MINUTES, nonsense)
        sentence = f"“{nonsense}”不是时长：请填 1 至 1440 的整数分钟。"
        qtbot.waitUntil(lambda sentence=sentence: desk.notice.text == sentence, timeout=PATIENCE)
        assert shown(agenda(desk).view, TIME) == before


def test_alt_and_down_moves_the_keynote_behind_the_next_and_everything_re_times(desk: Desk, qtbot: QtBot) -> None:
    view = agenda(desk).view
    put_cursor(view, KEYNOTE, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(view, WHO)[4:6] == ["张宇蕾", "周力"], timeout=PATIENCE)
    assert shown(view, TIME)[4:7] == ["09:32–10:00", "10:00–10:14", "10:14–10:24"]
    assert view.currentIndex().row() == KEYNOTE + 1, "the cursor goes with the item"

    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(view, WHO)[4:6] == ["周力", "张宇蕾"], timeout=PATIENCE)


def test_the_first_item_goes_no_higher_and_the_last_no_lower(desk: Desk, qtbot: QtBot) -> None:
    steps = len(desk.operations.store.history())
    put_cursor(agenda(desk).view, 0, TITLE)
    qtbot.keyClick(agenda(desk).view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    put_cursor(agenda(desk).view, 17, TITLE)
    qtbot.keyClick(agenda(desk).view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.operations.close()
    assert len(desk.operations.store.history()) == steps


def test_an_overlap_and_a_gap_are_told_in_low_rows_between_the_items(desk: Desk, qtbot: QtBot) -> None:
    view, operations = agenda(desk).view, desk.operations
    operations.run(EditItem(id=key("item", "launch"), fixed_start=11 * 60 + 2))
    operations.run(EditItem(id=key("item", "roundtable"), gap=4, protected=True))
    qtbot.waitUntil(lambda: len(agenda(desk).model.lines) == 20, timeout=PATIENCE)
    notes = [
        (place, agenda(desk).model.index(place, TIME).data())
        for place, line in enumerate(agenda(desk).model.lines)
        if isinstance(line, Note)
    ]
    assert notes == [(11, "与下一项重叠 3 分钟；下一项固定于 11:02"), (17, "空档 4 分钟，受保护")]
    assert [view.rowHeight(place) for place in (10, 11, 12)] == [ROW_HEIGHT, NOTE_HEIGHT, ROW_HEIGHT]
    assert not view.rows.flags(view.rows.index(11, TITLE)) & Qt.ItemFlag.ItemIsEditable

    operations.undo()
    operations.undo()
    qtbot.waitUntil(lambda: len(agenda(desk).model.lines) == 18, timeout=PATIENCE)
    assert {view.rowHeight(place) for place in range(18)} == {ROW_HEIGHT}


def test_what_is_being_typed_stays_while_somebody_else_changes_and_moves_items(
    desk: Desk, qtbot: QtBot, sample_file: object
) -> None:
    view = agenda(desk).view
    put_cursor(view, LONG_KEYNOTE, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = editor(view)
    field.selectAll()
    qtbot.keyClicks(field, "half a ti")
    colleague = open_store(str(sample_file), actor="colleague")
    Bus(colleague).run(EditItem(id=key("item", "opening"), title=Text("开场", "Opening")))
    Bus(colleague).run(EditItem(id=key("item", "keynote-zhou"), gap=3))
    colleague.close()
    qtbot.waitUntil(lambda: len(agenda(desk).model.lines) == 19, timeout=PATIENCE)
    assert field.text() == "half a ti"
    qtbot.keyClicks(field, "tle")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(view, TITLE)[LONG_KEYNOTE + 1] == "half a title", timeout=PATIENCE)
