"""Fields of the inspectors: quiet, one change however much is typed, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.base.errors import Refused
from forumdesk.base.words import Words
from forumdesk.domain.text import Text
from forumdesk.ui.parts.field import (
    ChoiceField,
    LineField,
    NumberField,
    PairField,
    TextField,
    field_sheet,
    name_field,
)
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier


class Form(QWidget):
    """One of each, and what they said."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.number, self.title = LineField(), NumberField(1, 1440), TextField()
        self.note, self.pair, self.kind = TextField(lines=True), PairField(), ChoiceField()
        self.said: list[Any] = []
        self.refused: list[Refused] = []
        self.undone: list[bool] = []
        self.setStyleSheet(field_sheet(LIGHT))
        self.setMinimumSize(400, 500)
        column = QVBoxLayout(self)
        for field in (self.line, self.number, self.title, self.note, self.pair, self.kind):
            column.addWidget(field)
            field.changed.connect(self.said.append)
        self.number.refused.connect(self.refused.append)
        undo = QAction(self)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        undo.triggered.connect(lambda: self.undone.append(True))
        self.addAction(undo)


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    yield form
    form.close()


def retype(qtbot: QtBot, field: LineField | TextField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_much_typing_is_one_change_when_enter_is_pressed(form: Form, qtbot: QtBot) -> None:
    form.line.begin("Opening")
    retype(qtbot, form.line, "Opening of the day")
    assert form.said == []
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    form.number.setFocus()
    assert form.said == ["Opening of the day"]


def test_typing_is_taken_when_the_keyboard_leaves(form: Form, qtbot: QtBot) -> None:
    retype(qtbot, form.title, "  Keynote ")
    qtbot.keyClick(form.title, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.note, "Tab goes on, it is no text"
    assert form.said == ["Keynote"]


def test_what_is_typed_and_typed_back_is_no_change(form: Form, qtbot: QtBot) -> None:
    form.line.begin("Opening")
    retype(qtbot, form.line, "Closing")
    retype(qtbot, form.line, " Opening ")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert form.said == []
    assert form.line.text() == "Opening"


def test_escape_brings_the_old_text_back(form: Form, qtbot: QtBot) -> None:
    form.note.begin("one\ntwo")
    retype(qtbot, form.note, "three")
    qtbot.keyClick(form.note, Qt.Key.Key_Escape)
    form.line.setFocus()
    assert form.note.toPlainText() == "one\ntwo"
    assert form.said == []


def test_a_field_undoes_its_own_typing_and_not_the_event(form: Form, qtbot: QtBot) -> None:
    form.line.begin("Opening")
    form.note.begin("Note")
    for field in (form.line, form.note):
        field.setFocus()
        qtbot.keyClicks(field, "x")
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
        assert not field.is_changed
    assert form.undone == []


def test_news_of_the_value_does_not_disturb_who_is_typing_and_shows_otherwise(form: Form, qtbot: QtBot) -> None:
    form.line.begin("Opening")
    form.line.show_value("Welcome")
    assert form.line.text() == "Welcome"
    retype(qtbot, form.line, "half a ti")
    form.line.show_value("Somebody else's")
    assert form.line.text() == "half a ti"
    qtbot.keyClick(form.line, Qt.Key.Key_Escape)
    assert form.line.text() == "Somebody else's"


def test_a_number_that_is_none_is_refused_and_stays_for_mending(form: Form, qtbot: QtBot) -> None:
    form.number.begin(8)
    for nonsense in ("abc", "0", "1441", ""):
        retype(qtbot, form.number, nonsense)
        form.number.setText(nonsense)
        form.line.setFocus()
        assert form.number.text() == nonsense
        assert form.number.property("wrong")
    assert form.said == []
    assert [refused.facts["typed"] for refused in form.refused] == ["abc", "0", "1441", ""]
    form.number.begin(8)
    assert not form.number.property("wrong")


def test_arrows_step_a_number_within_its_bounds_and_are_one_change(form: Form, qtbot: QtBot) -> None:
    form.number.begin(8)
    form.number.setFocus()
    qtbot.keyClick(form.number, Qt.Key.Key_Up)
    qtbot.keyClick(form.number, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert form.number.text() == "19"
    for _ in range(3):
        qtbot.keyClick(form.number, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(form.number, Qt.Key.Key_Return)
    assert form.said == [1]


def test_a_title_wraps_without_ever_having_two_lines_and_a_note_has_them(form: Form, qtbot: QtBot) -> None:
    pasted = QMimeData()
    pasted.setText("one\n  two")
    form.title.setFocus()
    form.title.insertFromMimeData(pasted)
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    low = form.note.height()
    form.note.setFocus()
    qtbot.keyClicks(form.note, "a")
    for _ in range(3):
        qtbot.keyClick(form.note, Qt.Key.Key_Return)
    form.note.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(form.note, "b")
    assert form.note.height() > low, "it makes room for its lines"
    qtbot.keyClick(form.note, Qt.Key.Key_Return, CTRL)
    assert form.said == ["one two", "a\n\n\nb"]


def test_a_pair_shows_the_language_of_the_screen_first_and_keeps_both(form: Form, qtbot: QtBot) -> None:
    form.pair.begin(Text("开场", "Opening"))
    form.pair.speak(Screen(Words.of("zh")), "标题")
    assert [field.toPlainText() for field in form.pair.fields] == ["开场", "Opening"]
    assert [field.accessibleName() for field in form.pair.fields] == ["标题（中文）", "标题（英文）"]
    form.pair.speak(Screen(Words.english()), "Title")
    assert [field.toPlainText() for field in form.pair.fields] == ["Opening", "开场"]
    retype(qtbot, form.pair.fields[0], "Welcome")
    retype(qtbot, form.pair.fields[1], "Huanying")
    form.line.setFocus()
    assert form.said == [Text("开场", "Welcome"), Text("Huanying", "Welcome")]


def test_a_choice_is_made_at_once_and_an_unknown_code_stands_as_it_is(form: Form, qtbot: QtBot) -> None:
    form.kind.begin("tasting")
    form.kind.offer([("opening", "开场"), ("closing", "闭幕")])
    assert form.kind.currentText() == "tasting"
    form.kind.setFocus()
    qtbot.keyClick(form.kind, Qt.Key.Key_Down)
    assert form.said == ["opening"]
    form.kind.show_value("closing")
    assert [form.kind.itemText(place) for place in range(form.kind.count())] == ["开场", "闭幕"]
    assert form.kind.currentText() == "闭幕"


def test_the_wheel_over_a_choice_is_for_the_pane_around_it(form: Form) -> None:
    form.kind.begin("a")
    form.kind.offer([("a", "A"), ("b", "B")])
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(form.kind, event)
    assert form.kind.value == "a"
    assert form.said == []


def test_a_label_names_the_field_it_belongs_to(form: Form) -> None:
    label = QLabel(form)
    name_field(label, form.number, "时长")
    assert (label.text(), label.buddy(), form.number.accessibleName()) == ("时长", form.number, "时长")
