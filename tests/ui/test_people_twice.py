"""Possible duplicates: seen, compared, merged, and parted again by one undo."""

from __future__ import annotations

from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.people import AddOrganisation, AddPerson
from forumdesk.app.sample import key
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.ui.people.page import PeoplePage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, people

LEFT = Qt.MouseButton.LeftButton


def entered_again(desk: Desk, qtbot: QtBot) -> tuple[PeoplePage, UUID]:
    """The people page, with one guest on it twice."""
    desk.go("people")
    page, other = people(desk), uuid4()
    assert not page.banner.isVisible()
    desk.operations.run(AddPerson(id=other, name=Text("艾巴·朗德"), phone="+34 123 4567"))
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    return page, other


def test_two_entries_of_one_guest_are_compared_and_become_one_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    page, other = entered_again(desk, qtbot)
    lund = key("person", "ebba-lund")
    assert page.banner.text.text() == "1 处疑似重复"
    qtbot.mouseClick(page.banner.compare, LEFT)
    qtbot.waitUntil(page.comparison.isVisible, timeout=PATIENCE)
    assert page.comparison.reason.text() == "两者名称相同、名称只差一个字。"
    stays = next(radio for radio in page.comparison.stays if radio.isChecked())
    assert "艾巴·伦德" in stays.text(), "who stands in more places stays"
    qtbot.mouseClick(page.comparison.merge, LEFT)
    qtbot.waitUntil(lambda: not page.comparison.isVisible(), timeout=PATIENCE)
    assert not page.banner.isVisible()
    store = desk.operations.store
    assert store.history(1)[0].title == "Merge people"
    with store.look() as look:
        assert look.find(Person, other) is None
        assert look.get(Person, lund).phone == "+34 123 4567"
    desk.operations.undo()
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    with store.look() as look:
        assert look.get(Person, other).phone == "+34 123 4567"
        assert look.get(Person, lund).phone == ""


def test_the_other_one_can_stay_and_one_can_go_back_without_merging(desk: Desk, qtbot: QtBot) -> None:
    page, other = entered_again(desk, qtbot)
    qtbot.mouseClick(page.banner.compare, LEFT)
    qtbot.waitUntil(page.comparison.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.comparison.back, LEFT)
    assert page.view.isVisible()
    qtbot.mouseClick(page.banner.compare, LEFT)
    qtbot.waitUntil(page.comparison.isVisible, timeout=PATIENCE)
    next(radio for radio in page.comparison.stays if "艾巴·朗德" in radio.text()).setChecked(True)
    qtbot.mouseClick(page.comparison.merge, LEFT)
    qtbot.waitUntil(lambda: page.model.place_of(key("person", "ebba-lund")) < 0, timeout=PATIENCE)
    assert page.model.place_of(other) >= 0


def test_organisations_are_compared_in_their_own_list(desk: Desk, qtbot: QtBot) -> None:
    desk.go("people")
    page = people(desk)
    desk.operations.run(AddOrganisation(name=Text("", "LAUNCH-Rhein Main")))
    qtbot.mouseClick(page.segment.button("organisations"), LEFT)
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.banner.compare, LEFT)
    qtbot.waitUntil(page.comparison.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.comparison.merge, LEFT)
    qtbot.waitUntil(page.organisations.isVisible, timeout=PATIENCE)
    assert desk.operations.store.history(1)[0].title == "Merge organisations"
    qtbot.mouseClick(page.segment.button("people"), LEFT)
    assert not page.banner.isVisible()
