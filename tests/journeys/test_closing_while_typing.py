"""The lid is shut in the middle of a word: what was typed is there the next time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.ui.agenda.model import TITLE
from forumdesk.ui.attendees.model import NOTE
from forumdesk.ui.desks import Desks
from forumdesk.ui.pages import Page
from forumdesk.ui.unopened import glance
from forumdesk.ui.window import Desk
from ui.eyes import is_read, wait_for_reads
from ui.hands import PATIENCE, agenda, attendees, click_cell, editor, people, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
TYPED = "写到一半的字"


def opened(desks: Desks, qtbot: QtBot, file: Path, page: str) -> Desk:
    """A desk on the file, turned to a page that is filled."""
    desks.show(glance(str(file)))
    (desk,) = desks.open_desks
    qtbot.waitUntil(lambda: bool(desk.top.title.text()), timeout=PATIENCE)
    qtbot.mouseClick(desk.rail.buttons[page], LEFT)
    wait_for_reads(qtbot, desk)
    return desk


def title_in_the_inspector(desk: Desk, qtbot: QtBot) -> QWidget:
    click_cell(qtbot, agenda(desk).view, 5, TITLE)
    wait_for_reads(qtbot, desk)
    title = agenda(desk).inspector.title.fields[0]
    qtbot.mouseClick(title.viewport(), LEFT)
    return title


def paragraph_of_the_script(desk: Desk, qtbot: QtBot) -> QWidget:
    click_cell(qtbot, agenda(desk).view, 0, TITLE)
    wait_for_reads(qtbot, desk)
    script = agenda(desk).inspector.script
    field = script.paragraphs[next(iter(script.paragraphs))].field
    qtbot.mouseClick(field.viewport(), LEFT)
    return field


def new_paragraph_of_the_script(desk: Desk, qtbot: QtBot) -> QWidget:
    click_cell(qtbot, agenda(desk).view, 0, TITLE)
    wait_for_reads(qtbot, desk)
    qtbot.mouseClick(agenda(desk).inspector.script.plus, LEFT)
    return agenda(desk).inspector.script.draft


def title_in_the_table(desk: Desk, qtbot: QtBot) -> QWidget:
    click_cell(qtbot, agenda(desk).view, 5, TITLE)
    qtbot.keyClick(agenda(desk).view, Qt.Key.Key_F2)
    return editor(agenda(desk).view)


def cell_of_an_attendee(desk: Desk, qtbot: QtBot) -> QWidget:
    click_cell(qtbot, attendees(desk).view, 3, NOTE)
    qtbot.keyClick(attendees(desk).view, Qt.Key.Key_F2)
    return editor(attendees(desk).view)


def field_of_a_card(desk: Desk, qtbot: QtBot) -> QWidget:
    people(desk).show_row(key("person", "zhou-li-torch"))
    wait_for_reads(qtbot, desk)
    note = people(desk).person.note
    note.setFocus()
    return note


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("agenda", title_in_the_inspector),
        ("agenda", paragraph_of_the_script),
        ("agenda", new_paragraph_of_the_script),
        ("agenda", title_in_the_table),
        ("attendees", cell_of_an_attendee),
        ("people", field_of_a_card),
    ],
)
def test_what_is_being_typed_when_the_window_closes_is_there_when_it_opens_again(
    desks: Desks, qtbot: QtBot, sample_file: Path, page: str, place: Callable[[Desk, QtBot], QWidget]
) -> None:
    desk = opened(desks, qtbot, sample_file, page)
    write(place(desk, qtbot), TYPED)
    desk.close()
    assert not desks.open_desks
    again = opened(desks, qtbot, sample_file, page)
    place(again, qtbot)
    shown: Page = again.open_page
    qtbot.waitUntil(lambda: is_read(TYPED, shown), timeout=PATIENCE)
    assert len([step for step in again.operations.store.history() if step.actor != "founder"]) == 1
