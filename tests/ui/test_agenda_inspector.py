"""The inspector of an agenda item: what it shows, and what each field does to the day."""

from __future__ import annotations

from threading import Event
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.agenda import AgendaItem, Appearance, Cue
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.text import Text
from forumdesk.ui.agenda.inspector import Inspector
from forumdesk.ui.agenda.model import MINUTES, TIME, TITLE, WHO
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, put_cursor, shown

PLAQUE, INITIATIVE, KEYNOTE = key("item", "plaque"), key("item", "initiative"), key("item", "keynote-zhou")
ALT = Qt.KeyboardModifier.AltModifier


def inspected(desk: Desk, qtbot: QtBot, item: UUID) -> Inspector:
    """The inspector, once it shows an item."""
    desk.go("agenda")
    page = agenda(desk)
    page.show_row(item)
    qtbot.waitUntil(lambda: page.inspector.item == item, timeout=PATIENCE)
    return page.inspector


def write(qtbot: QtBot, field: QLineEdit | QTextEdit, text: str, *, end: Qt.Key = Qt.Key.Key_Return) -> None:
    field.setFocus()
    field.selectAll()
    if text:
        qtbot.keyClicks(field, text)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, end)


def rows(desk: Desk, kind: type, item: UUID) -> list:
    with desk.operations.store.look() as look:
        return look.all(kind, item_id=item)


def test_the_item_under_the_cursor_is_told_in_full(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    assert (inspector.chip.text(), inspector.place.text()) == ("授牌", "第 15 项，共 18 项")
    assert [field.toPlainText() for field in inspector.title.fields] == [
        "中关村特色产业园授牌仪式",
        "Zhongguancun Specialty Industrial Park Plaques",
    ]
    times = inspector.times
    assert [field.text() for field in (times.start, times.length, times.end, times.gap)] == [
        "11:23", "9", "11:32", "0",
    ]  # fmt: skip
    assert inspector.counted_words.text() == "第二批：宣布 17 家，已录入 0"
    assert [part.amount.text() for part in (inspector.appearances, inspector.cues)] == ["9", "6"]
    assert inspector.script.amount.text() == "6 段，约 55 秒"


def test_it_speaks_the_language_of_the_screen_and_keeps_the_item(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    desk.speak(Words.english())
    assert (inspector.chip.text(), inspector.place.text()) == ("Award", "Item 15 of 18")
    assert inspector.title.fields[0].toPlainText().startswith("Zhongguancun Specialty")
    assert next(iter(inspector.cues.entries.values())).who.text() == "Screen"
    assert len(desk.operations.store.history()) == 1, "looking changes nothing"


def test_a_title_typed_in_the_other_language_is_one_step_and_the_selection_stays(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    write(qtbot, inspector.title.fields[1], "Plaques for the parks")
    qtbot.waitUntil(lambda: desk.operations.store.history(1)[0].title == "Edit agenda item", timeout=PATIENCE)
    with desk.operations.store.look() as look:
        title = look.get(AgendaItem, PLAQUE).title
    assert (title.first, title.second) == ("中关村特色产业园授牌仪式", "Plaques for the parks")
    assert agenda(desk).item is not None and agenda(desk).item.id == PLAQUE
    assert len(desk.operations.store.history()) == 2


def test_what_is_typed_when_the_cursor_goes_on_belongs_to_the_item_it_was_typed_for(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    inspector.title.fields[1].setFocus()
    inspector.title.fields[1].selectAll()
    qtbot.keyClicks(inspector.title.fields[1], "Plaques")
    agenda(desk).show_row(INITIATIVE)
    qtbot.waitUntil(lambda: inspector.item == INITIATIVE, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(desk.operations.store.history()) == 2, timeout=PATIENCE)
    with desk.operations.store.look() as look:
        assert look.get(AgendaItem, PLAQUE).title.second == "Plaques"
        assert look.get(AgendaItem, INITIATIVE).title.second.startswith("Initiative")


def test_while_the_event_is_slow_to_answer_nothing_is_typed_for_the_item_before(desk: Desk, qtbot: QtBot) -> None:
    inspector, go_on = inspected(desk, qtbot, PLAQUE), Event()
    desk.operations.look(lambda _: go_on.wait(PATIENCE / 1000), lambda _: None)
    agenda(desk).show_row(INITIATIVE)
    qtbot.waitUntil(lambda: not inspector.isEnabled(), timeout=PATIENCE)
    go_on.set()
    qtbot.waitUntil(lambda: inspector.isEnabled() and inspector.item == INITIATIVE, timeout=PATIENCE)


def test_another_length_or_end_re_times_what_follows(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    write(qtbot, inspector.times.length, "12")
    qtbot.waitUntil(lambda: inspector.times.end.text() == "11:35", timeout=PATIENCE)
    assert shown(agenda(desk).view, TIME)[-1] == "12:19–12:23"
    write(qtbot, inspector.times.end, "1130")
    qtbot.waitUntil(lambda: shown(agenda(desk).view, MINUTES)[14] == "7", timeout=PATIENCE)
    assert shown(agenda(desk).view, TIME)[-1] == "12:14–12:18"


def test_a_start_that_is_typed_is_fixed_and_the_pin_links_it_again(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    write(qtbot, inspector.times.start, "11:30")
    qtbot.waitUntil(inspector.times.pin.isChecked, timeout=PATIENCE)
    assert "空档 7 分钟" in shown(agenda(desk).view, TIME)
    qtbot.mouseClick(inspector.times.pin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: inspector.times.start.text() == "11:23", timeout=PATIENCE)
    assert not inspector.times.pin.isChecked()


def test_times_that_are_none_are_refused_in_words(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    times = inspector.times
    for field, typed, sentence in (
        (times.start, "noon", "“noon”不是有效时间：请按 09:30 填写。"),
        (times.start, "24:00", "“24:00”不是有效时间：请按 09:30 填写。"),
        (times.end, "11:20", "此项 11:23 开始，结束时间须在其后。"),
        (times.length, "0", "“0”不适用：请填 1 至 1440 的整数。"),
        (times.gap, "-1", "“-1”不适用：请填 0 至 1440 的整数。"),
    ):
        write(qtbot, field, typed)
        qtbot.waitUntil(lambda sentence=sentence: desk.notice.text == sentence, timeout=PATIENCE)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(desk.operations.store.history()) == 1


def test_a_gap_is_typed_and_protected_and_stands_in_the_table(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    assert not inspector.times.shield.isEnabled(), "there is no gap to protect"
    write(qtbot, inspector.times.gap, "4")
    qtbot.waitUntil(inspector.times.shield.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(inspector.times.shield, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "空档 4 分钟，受保护" in shown(agenda(desk).view, TIME), timeout=PATIENCE)
    assert agenda(desk).item is not None and agenda(desk).item.id == PLAQUE, "the cursor stays on the item"


def test_another_kind_is_chosen_from_the_chip(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, KEYNOTE)
    next(action for action in inspector.kinds.actions() if action.data() == "report").trigger()
    qtbot.waitUntil(lambda: inspector.chip.text() == "专题报告", timeout=PATIENCE)


def test_a_kind_that_the_ceremony_does_not_fit_is_refused(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    next(action for action in inspector.kinds.actions() if action.data() == "report").trigger()
    qtbot.waitUntil(lambda: "请先删除该仪式" in desk.notice.text, timeout=PATIENCE)
    assert inspector.chip.text() == "授牌"


def test_what_is_announced_and_not_named_leads_to_the_ceremony(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    qtbot.mouseClick(inspector.enter, Qt.MouseButton.LeftButton)
    assert desk.pages.currentWidget() is desk.page("ceremonies")


def test_a_person_is_added_by_typing_a_name_and_another_role_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, KEYNOTE)
    appearances = inspector.appearances
    qtbot.mouseClick(appearances.plus, Qt.MouseButton.LeftButton)
    write(qtbot, appearances.name, "Zhang Yulei")
    qtbot.waitUntil(lambda: len(appearances.entries) == 2, timeout=PATIENCE)
    assert shown(agenda(desk).view, WHO)[4] == "周力 等 2 人"
    added = rows(desk, Appearance, KEYNOTE)[-1]
    assert (added.person_id, added.role) == (key("person", "zhang-yulei"), "speaker")

    def opened() -> bool:
        """Enter opens a line; one that was read anew meanwhile is another one."""
        line = appearances.entries[added.id]
        if not hasattr(line, "role"):
            line.setFocus()
            qtbot.keyClick(line, Qt.Key.Key_Return)
        return hasattr(line, "role")

    qtbot.waitUntil(opened, timeout=PATIENCE)
    entry = appearances.entries[added.id]
    entry.role.setFocus()
    qtbot.keyClick(entry.role, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: rows(desk, Appearance, KEYNOTE)[-1].role == "moderator", timeout=PATIENCE)
    write(qtbot, entry.title.fields[1], "Host of the day")
    qtbot.waitUntil(lambda: rows(desk, Appearance, KEYNOTE)[-1].title.second == "Host of the day", timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Host of the day" in entry.post.text(), timeout=PATIENCE)


def test_a_name_nobody_has_is_refused_and_stays_for_mending(desk: Desk, qtbot: QtBot) -> None:
    appearances = inspected(desk, qtbot, KEYNOTE).appearances
    qtbot.mouseClick(appearances.plus, Qt.MouseButton.LeftButton)
    write(qtbot, appearances.name, "Nobody At All")
    sentence = "没有名为“Nobody At All”的人员，请先在“人员”中添加。"
    qtbot.waitUntil(lambda: desk.notice.text == sentence, timeout=PATIENCE)
    assert appearances.name.text() == "Nobody At All"
    qtbot.keyClick(appearances.name, Qt.Key.Key_Escape)
    assert appearances.adding.isHidden()
    assert QApplication.focusWidget() is appearances.plus


def test_people_change_places_and_leave_by_keyboard_and_come_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    appearances = inspected(desk, qtbot, PLAQUE).appearances
    before = [row.id for row in rows(desk, Appearance, PLAQUE)]
    first = appearances.entries[before[0]]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(
        lambda: [row.id for row in rows(desk, Appearance, PLAQUE)][:2] == [before[1], before[0]], timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: first.number.text() == "2", timeout=PATIENCE)
    assert QApplication.focusWidget() is first, "the keyboard goes with the person"
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: before[0] not in appearances.entries, timeout=PATIENCE)
    assert QApplication.focusWidget() is appearances.plus
    desk.operations.undo()
    qtbot.waitUntil(lambda: before[0] in appearances.entries, timeout=PATIENCE)


def test_a_cue_is_added_timed_and_removed(desk: Desk, qtbot: QtBot) -> None:
    cues = inspected(desk, qtbot, KEYNOTE).cues
    assert cues.amount.text() == "", "without cues it is a heading and a plus"
    qtbot.mouseClick(cues.plus, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(cues.entries) == 1, timeout=PATIENCE)
    (entry,) = cues.entries.values()
    assert entry.is_open
    assert QApplication.focusWidget() is entry.moment
    write(qtbot, entry.moment, "3:30")
    write(qtbot, entry.label.fields[1], "Slides on screen")
    write(qtbot, entry.department.fields[1], "Screen")
    qtbot.waitUntil(lambda: rows(desk, Cue, KEYNOTE)[0].department.second == "Screen", timeout=PATIENCE)
    cue = rows(desk, Cue, KEYNOTE)[0]
    assert (cue.offset_seconds, cue.label.second) == (210, "Slides on screen")
    qtbot.waitUntil(lambda: entry.accessibleName() == "3:30 Slides on screen Screen", timeout=PATIENCE)

    write(qtbot, entry.moment, "3:99")
    qtbot.waitUntil(lambda: desk.notice.text.startswith("“3:99”不是有效时刻"), timeout=PATIENCE)
    qtbot.mouseClick(entry.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not cues.entries, timeout=PATIENCE)


def test_the_script_is_written_and_its_length_told(desk: Desk, qtbot: QtBot) -> None:
    desk.speak(Words.english())
    script = inspected(desk, qtbot, PLAQUE).script
    assert script.amount.text() == "6 paragraphs, about 1 min 5 s"
    lines = rows(desk, ScriptLine, PLAQUE)
    first = script.paragraphs[lines[0].id]
    write(qtbot, first.field, "word " * 260, end=Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: rows(desk, ScriptLine, PLAQUE)[0].text.second.startswith("word word"), timeout=PATIENCE)
    assert rows(desk, ScriptLine, PLAQUE)[0].text.first == lines[0].text.first
    qtbot.waitUntil(lambda: script.amount.text().startswith("6 paragraphs, about 2 min"), timeout=PATIENCE)

    qtbot.mouseClick(script.plus, Qt.MouseButton.LeftButton)
    write(qtbot, script.draft, "Thank you all.", end=Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(script.paragraphs) == 7, timeout=PATIENCE)
    assert rows(desk, ScriptLine, PLAQUE)[-1].text.second == "Thank you all."
    qtbot.mouseClick(first.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(script.paragraphs) == 6, timeout=PATIENCE)


def test_a_note_takes_room_only_when_there_is_one(desk: Desk, qtbot: QtBot) -> None:
    note = inspected(desk, qtbot, KEYNOTE).note
    assert note.field.isHidden()
    qtbot.mouseClick(note.plus, Qt.MouseButton.LeftButton)
    write(qtbot, note.field, "Bring the clicker", end=Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(desk.operations.store.history()) == 2, timeout=PATIENCE)
    with desk.operations.store.look() as look:
        assert look.get(AgendaItem, KEYNOTE).note == "Bring the clicker"
    inspected(desk, qtbot, PLAQUE)
    assert note.field.isHidden()


def test_the_abstract_is_written_in_both_languages(desk: Desk, qtbot: QtBot) -> None:
    abstract = inspected(desk, qtbot, KEYNOTE).abstract
    assert abstract.field.isHidden()
    qtbot.mouseClick(abstract.plus, Qt.MouseButton.LeftButton)
    own, other = abstract.field.fields
    write(qtbot, own, "Parks", end=Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(desk.operations.store.history()) == 2, timeout=PATIENCE)
    write(qtbot, other, "About parks", end=Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(desk.operations.store.history()) == 3, timeout=PATIENCE)
    with desk.operations.store.look() as look:
        assert look.get(AgendaItem, KEYNOTE).abstract == Text("Parks", "About parks")
    inspected(desk, qtbot, PLAQUE)
    assert abstract.field.isHidden()


def test_the_keyboard_goes_in_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    inspector, view = inspected(desk, qtbot, PLAQUE), agenda(desk).view
    put_cursor(view, 14, TITLE)
    qtbot.keyClick(view, Qt.Key.Key_Return, ALT)
    assert QApplication.focusWidget() is inspector.title.fields[0]
    for field in (inspector.title.fields[0], inspector.times.start):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is view


def test_everything_that_can_be_used_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    inspector = inspected(desk, qtbot, PLAQUE)
    for section in (inspector.appearances.entries, inspector.cues.entries):
        for entry in section.values():
            assert entry.accessibleName()
            entry.open()
    kinds = QAbstractButton, QLineEdit, QTextEdit, QComboBox
    used: list[QWidget] = [part for part in agenda(desk).findChildren(QWidget) if isinstance(part, kinds)]
    nameless = [
        part
        for part in used
        if not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
        and part.isVisibleTo(agenda(desk))
        and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert nameless == []
