"""The card of a person, by typing and clicking."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from forumdesk.app.sample import key
from forumdesk.domain.people import Organisation, Person
from forumdesk.ui.people.model import FIRST_NAME
from forumdesk.ui.people.person_card import PersonCardView
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, people, shown

LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""Names offered under a field are a window of their own, which no offscreen screen can raise."""
ZHANG, REN, LI_YAN = (key("person", name) for name in ("zhang-yulei", "ren-junfeng", "li-yan"))


def card_of(desk: Desk, qtbot: QtBot, person: UUID) -> PersonCardView:
    """Choose a person and wait for their card."""
    desk.go("people", person)
    card = people(desk).person
    qtbot.waitUntil(lambda: card.shown == person and card.isVisible(), timeout=PATIENCE)
    return card


def steps(desk: Desk) -> list[str]:
    """What was done, the last first."""
    return [step.title for step in desk.operations.store.history(3)]


def done(desk: Desk, qtbot: QtBot, step: str) -> None:
    """Wait until a step is the last one."""
    qtbot.waitUntil(lambda: steps(desk)[0] == step, timeout=PATIENCE)


def retype(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_guest_renamed_in_the_card_has_the_new_name_on_the_agenda(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    name = card.name.fields[0]
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Zhang Y.")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: "Zhang Y." in [row.people[0].name.first for row in agenda(desk).model.items if row.people],
        timeout=PATIENCE,
    )
    qtbot.waitUntil(lambda: "Zhang Y." in shown(people(desk).view, FIRST_NAME), timeout=PATIENCE)
    assert steps(desk)[0] == "Edit person"


def test_what_is_typed_while_another_card_is_being_read_goes_to_the_one_in_sight(desk: Desk, qtbot: QtBot) -> None:
    card, slow = card_of(desk, qtbot, ZHANG), threading.Event()
    desk.operations.look(lambda _: slow.wait(), lambda _: None)
    other = key("person", "zhou-li-torch")
    people(desk).show_row(other)
    card.note.setFocus()
    qtbot.keyClicks(card.note, "late")
    slow.set()
    qtbot.waitUntil(lambda: card.shown == other, timeout=PATIENCE)
    done(desk, qtbot, "Edit person")
    with desk.operations.store.look() as look:
        assert (look.get(Person, ZHANG).note, look.get(Person, other).note) == ("late", "")


def test_every_place_somebody_stands_is_a_link_to_it(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    assert card.uses.heading.text() == "出现在 7 处"
    assert [link.full for link in card.uses.links][:2] == [
        "09:46 中关村的探索与实践",
        "11:05 国家高新区新赛道培育行动启动仪式",
    ]
    qtbot.mouseClick(card.uses.links[0], LEFT)
    qtbot.waitUntil(agenda(desk).isVisible, timeout=PATIENCE)
    row = agenda(desk).view.currentIndex().row()
    assert agenda(desk).model.item_at(row).id == key("item", "keynote-zhang")
    card = card_of(desk, qtbot, ZHANG)
    qtbot.mouseClick(card.uses.links[-1], LEFT)
    assert people(desk).section == "ranks"
    assert people(desk).ranks.view.currentIndex().row() == 8


def test_how_a_name_is_read_is_shown_and_what_one_may_stumble_over_named(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    assert card.pinyin.placeholderText() == "Zhāng Yǔlěi"
    card = card_of(desk, qtbot, REN)
    assert card.pinyin.text() == "rén jùn fēng"
    retype(qtbot, card.pinyin, " ")
    done(desk, qtbot, "Edit person")
    qtbot.waitUntil(lambda: "任" in card.ambiguous.text(), timeout=PATIENCE)
    assert "rèn" in card.ambiguous.text()


def test_a_post_is_added_at_an_organisation_found_by_typing(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    qtbot.mouseClick(card.posts.add, LEFT)
    field = card.posts.entries[-1].organisation
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "IASP")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    done(desk, qtbot, "Add post")
    qtbot.waitUntil(lambda: len(card.posts.entries) == 2 and card.posts.entries[1].post is not None, timeout=PATIENCE)
    assert card.posts.entries[1].organisation.text() == "国际科技园与创新区域协会", (
        "a short name means the organisation"
    )
    qtbot.mouseClick(card.posts.entries[1].up, LEFT)
    qtbot.waitUntil(lambda: card.posts.entries[0].organisation.text() == "国际科技园与创新区域协会", timeout=PATIENCE)
    assert steps(desk)[0] == "Move post"
    qtbot.mouseClick(card.posts.entries[0].remove, LEFT)
    qtbot.waitUntil(lambda: len(card.posts.entries) == 1, timeout=PATIENCE)


def test_an_organisation_nobody_knows_is_entered_with_the_post_in_one_step(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    store = desk.operations.store
    with store.look() as look:
        before = look.count(Organisation)
    qtbot.mouseClick(card.posts.add, LEFT)
    qtbot.keyClicks(card.posts.entries[-1].organisation, "Lund Institute")
    qtbot.keyClick(card.posts.entries[-1].organisation, Qt.Key.Key_Return)
    done(desk, qtbot, "Post at a new organisation")
    assert "Lund Institute" in desk.notice.text
    with store.look() as look:
        assert look.count(Organisation) == before + 1
    qtbot.waitUntil(lambda: [entry.post is None for entry in card.posts.entries] == [False] * 2, timeout=PATIENCE)
    desk.operations.undo()
    qtbot.waitUntil(lambda: len(card.posts.entries) == 1, timeout=PATIENCE)
    with store.look() as look:
        assert look.count(Organisation) == before


def test_who_stands_somewhere_is_removed_only_when_asked_for_everywhere(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    card.verticalScrollBar().setValue(card.verticalScrollBar().maximum())
    qtbot.mouseClick(card.removal.button, LEFT)
    assert card.removal.everywhere.isVisible()
    assert "6" in card.removal.question.text()
    assert QApplication.focusWidget() is card.removal.keep
    qtbot.mouseClick(card.removal.keep, LEFT)
    assert not card.removal.everywhere.isVisible()
    qtbot.mouseClick(card.removal.button, LEFT)
    qtbot.mouseClick(card.removal.everywhere, LEFT)
    qtbot.waitUntil(lambda: "张宇蕾" not in shown(people(desk).view, FIRST_NAME), timeout=PATIENCE)
    qtbot.waitUntil(lambda: card.shown not in (ZHANG, None), timeout=PATIENCE)
    assert not card.removal.everywhere.isVisible(), "the next one is not asked about"


def test_who_sends_a_deputy_names_them_before_anything_is_written(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, LI_YAN)
    before = steps(desk)
    card.status.setFocus()
    card.status.setCurrentIndex(card.status.findData("sends-deputy"))
    card.status.activated.emit(card.status.currentIndex())
    assert QApplication.focusWidget() is card.deputy
    retype(qtbot, card.deputy, "Nobody")
    assert "Nobody" in desk.notice.text
    assert steps(desk) == before
    retype(qtbot, card.deputy, "Zhang Yulei")
    done(desk, qtbot, "Set attendance")
    card.category.setCurrentIndex(card.category.findData("press"))
    card.category.activated.emit(card.category.currentIndex())
    done(desk, qtbot, "Edit attendee")


def test_contact_data_lies_under_a_fold_and_spellings_are_a_list(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    assert not card.phone.isVisible()
    qtbot.mouseClick(card.fold, LEFT)
    retype(qtbot, card.phone, "+86 10 1234")
    done(desk, qtbot, "Edit person")
    retype(qtbot, card.spellings, "Chang Yu-lei; Zhang Y L")
    retype(qtbot, card.surname_length, "9")
    qtbot.waitUntil(lambda: card.surname_length.text() == "", timeout=PATIENCE)
    with desk.operations.store.look() as look:
        person = look.get(Person, ZHANG)
        assert (person.phone, person.spellings) == ("+86 10 1234", ("Chang Yu-lei", "Zhang Y L"))
        assert person.surname_length is None, "no name has so long a surname"


def test_tab_goes_through_the_card_in_reading_order(desk: Desk, qtbot: QtBot) -> None:
    card = card_of(desk, qtbot, ZHANG)
    post, chain = card.posts.entries[0], [card.name.fields[0]]
    while chain[-1] is not card.removal.button and len(chain) < 2000:
        chain.append(chain[-1].nextInFocusChain())
    expected = [
        card.pinyin, card.posts.add, post.organisation, post.title.fields[0], card.category, card.status,
        *card.uses.links, card.native_name, card.fold, card.phone, card.note, card.removal.button,
    ]  # fmt: skip
    assert [part for part in chain if part in expected] == expected
