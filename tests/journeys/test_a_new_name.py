"""A guest turns out to be called differently: the name is put right once, and stands everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.ui.desks import Desks
from forumdesk.ui.pages import PAGES
from forumdesk.ui.palette.palette import Palette
from forumdesk.ui.people.person_card import PersonCardView
from forumdesk.ui.unopened import glance
from forumdesk.ui.window import Desk
from ui.eyes import is_read, preview_of, wait_for_reads
from ui.hands import PATIENCE, documents, people, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OLD, NEW, INITIALS = "吕先志", "吕贤志", "lxz"
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(desks: Desks, qtbot: QtBot, sample_file: Path) -> Desk:
    """A desk on the sample where every page has been looked at."""
    desks.show(glance(str(sample_file)))
    (desk,) = desks.open_desks
    qtbot.waitUntil(lambda: bool(desk.top.title.text()), timeout=PATIENCE)
    for kind in PAGES:
        qtbot.mouseClick(desk.rail.buttons[kind.name], LEFT)
        wait_for_reads(qtbot, desk)
    return desk


def asked_palette(qtbot: QtBot, desk: Desk) -> Palette:
    """The palette, asked for the guest by keyboard."""
    qtbot.keyClick(desk, Qt.Key.Key_K, CONTROL)
    palette = desk.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, INITIALS)
    return palette


def card_of_guest(qtbot: QtBot, desk: Desk) -> PersonCardView:
    """Go to the guest through the palette."""
    palette = asked_palette(qtbot, desk)
    qtbot.waitUntil(lambda: is_read(OLD, palette.view), timeout=PATIENCE)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    card = people(desk).person
    qtbot.waitUntil(lambda: card.isVisible() and card.shown == key("person", "lyu-xianzhi"), timeout=PATIENCE)
    return card


def test_a_renamed_guest_has_the_new_name_on_every_page_in_the_palette_and_on_paper(desk: Desk, qtbot: QtBot) -> None:
    shelf = documents(desk).shelf
    qtbot.mouseClick(desk.rail.buttons["documents"], LEFT)
    qtbot.mouseClick(shelf.list.viewport(), LEFT, pos=shelf.row("attendees").center())
    assert OLD in preview_of(qtbot, desk)
    name = card_of_guest(qtbot, desk).name.fields[0]
    pages = [kind.name for kind in PAGES if is_read(OLD, desk.page(kind.name))]
    assert pages == ["overview", "agenda", "people", "ceremonies", "attendees"]

    changed = QSignalSpy(desk.operations.changed)
    qtbot.mouseClick(name.viewport(), LEFT)
    qtbot.keyClick(name, Qt.Key.Key_A, CONTROL)
    write(name, NEW)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: changed.count() > 0, timeout=PATIENCE)
    wait_for_reads(qtbot, desk)
    for page in pages:
        assert is_read(NEW, desk.page(page)) and not is_read(OLD, desk.page(page)), page
    palette = asked_palette(qtbot, desk)
    qtbot.waitUntil(lambda: is_read(NEW, palette.view), timeout=PATIENCE)
    assert not is_read(OLD, palette)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    qtbot.mouseClick(desk.rail.buttons["documents"], LEFT)
    qtbot.waitUntil(lambda: NEW in preview_of(qtbot, desk), timeout=PATIENCE)
    assert OLD not in preview_of(qtbot, desk)
