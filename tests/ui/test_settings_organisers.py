"""Who organises the event, in the settings: completed by name or pinyin, in order, each change a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.event import AddForum
from forumdesk.domain.event import OrganiserRole
from forumdesk.domain.people import Organisation
from forumdesk.domain.text import Text
from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, drop_row, editor, put_cursor, retype, shown

ORGANISATION, ROLE, WHOSE = range(3)
INVITATION = "输入单位名称，按 Enter"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    """The page, turned to and filled."""
    desk.go("settings")
    made = desk.open_page
    assert isinstance(made, SettingsPage)
    qtbot.waitUntil(lambda: bool(made.organisers.model.lines), timeout=PATIENCE)
    return made


def names(page: SettingsPage) -> list[str]:
    """The organisers, without the line that invites to type one."""
    return shown(page.organisers.view, ORGANISATION)[:-1]


def test_an_organisation_is_found_by_pinyin_and_takes_the_role_of_the_one_above(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    view, before = page.organisers.view, names(page)
    assert shown(view, ORGANISATION)[-1] == INVITATION
    with desk.operations.store.look() as look:
        known = next(each for each in look.all(Organisation) if each.name.first == "中国通信学会")
        entered = look.count(Organisation)
    page.organisers.add.click()
    field = editor(view)
    assert isinstance(field, OfferEdit)
    qtbot.keyClicks(field, "tongxinxuehui")
    qtbot.waitUntil(lambda: known.name.first in field.offered, timeout=PATIENCE)
    field.list.itemClicked.emit(field.list.item(field.offered.index(known.name.first)))
    qtbot.waitUntil(lambda: names(page) == [*before, known.name.first], timeout=PATIENCE)
    assert shown(view, ROLE)[-2] == shown(view, ROLE)[-3]
    with desk.operations.store.look() as look:
        assert look.count(Organisation) == entered


def test_a_new_name_makes_an_organisation_in_the_same_step(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    before = names(page)
    page.organisers.view.setFocus()
    qtbot.keyClick(page.organisers.view, Qt.Key.Key_Insert)
    qtbot.keyClicks(editor(page.organisers.view), "Harbour Authority")
    qtbot.keyClick(editor(page.organisers.view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page) == [*before, "Harbour Authority"], timeout=PATIENCE)
    desk.undo.trigger()
    qtbot.waitUntil(lambda: names(page) == before, timeout=PATIENCE)
    with desk.operations.store.look() as look:
        assert not [each for each in look.all(Organisation) if each.name.first == "Harbour Authority"]


def test_role_and_forum_are_chosen_by_their_words_and_other_words_are_refused(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    forum = AddForum(title=Text("Youth Forum"))
    desk.operations.run(forum)
    qtbot.waitUntil(lambda: "Youth Forum" in shown(page.forums.view, 0), timeout=PATIENCE)
    view = page.organisers.view
    assert shown(view, WHOSE)[0] == "整个活动"
    retype(qtbot, view, 0, ROLE, "supporter")
    qtbot.waitUntil(lambda: shown(view, ROLE)[0] == "支持", timeout=PATIENCE)
    retype(qtbot, view, 0, WHOSE, "Youth Forum")
    qtbot.waitUntil(lambda: shown(view, WHOSE)[0] == "Youth Forum", timeout=PATIENCE)
    with desk.operations.store.look() as look:
        first = look.all(OrganiserRole)[0]
    assert (first.role, first.forum_id) == ("supporter", forum.id)
    retype(qtbot, view, 0, ROLE, "sponsor")
    qtbot.waitUntil(lambda: "sponsor" in desk.notice.text, timeout=PATIENCE)


def test_organisers_are_put_in_order_by_keys_and_by_hand_and_taken_out(
    desk: Desk, page: SettingsPage, qtbot: QtBot
) -> None:
    view, before = page.organisers.view, names(page)
    put_cursor(view, 1, ORGANISATION)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    swapped = [before[1], before[0], *before[2:]]
    qtbot.waitUntil(lambda: names(page) == swapped, timeout=PATIENCE)
    drop_row(view, 0, len(before) - 1)
    qtbot.waitUntil(lambda: names(page) == [*swapped[1:], swapped[0]], timeout=PATIENCE)
    put_cursor(view, 0, ORGANISATION)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(page) == [*swapped[2:], swapped[0]], timeout=PATIENCE)
    desk.undo.trigger()
    qtbot.waitUntil(lambda: names(page) == [*swapped[1:], swapped[0]], timeout=PATIENCE)


def test_the_last_line_can_neither_be_moved_nor_removed(desk: Desk, page: SettingsPage, qtbot: QtBot) -> None:
    view, before = page.organisers.view, names(page)
    put_cursor(view, len(before), ORGANISATION)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Up):
        held = Qt.KeyboardModifier.AltModifier if key == Qt.Key.Key_Up else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(view, key, held)
    put_cursor(view, len(before) - 1, ORGANISATION)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(page) == before
    assert desk.operations.store.history(1)[0].actor == "founder"
