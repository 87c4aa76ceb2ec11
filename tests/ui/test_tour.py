"""Ten first steps stand beside the controls they speak of, and in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.store.store import Store
from forumdesk.ui.tour.steps import STEPS
from forumdesk.ui.tour.tour import Tour, beside
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, put_cursor

CARD, ROOM = QSize(300, 200), QRect(0, 0, 1000, 800)


def opened(desk: Desk, qtbot: QtBot) -> Tour:
    qtbot.keyClick(desk, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    tour = desk.findChild(Tour)
    assert tour is not None
    assert tour.isVisible()
    return tour


def ring_is_around_its_control(tour: Tour, desk: Desk) -> bool:
    widget, part = STEPS[tour.place].find(desk)
    middle = widget.mapTo(desk.ground, part.center())
    return tour.ring.isVisible() and tour.ring.geometry().contains(middle) and not tour.geometry().contains(middle)


@pytest.mark.parametrize(
    ("control", "corner"),
    [
        (QRect(100, 50, 200, 30), QPoint(311, 50)),
        (QRect(800, 50, 150, 30), QPoint(700, 91)),
        (QRect(700, 100, 300, 700), QPoint(388, 100)),
        (QRect(0, 700, 1000, 100), QPoint(0, 488)),
        (QRect(0, 0, 1000, 800), QPoint(700, 600)),
    ],
    ids=["right", "below", "left", "above", "in the corner"],
)
def test_the_card_stands_where_there_is_room(control: QRect, corner: QPoint) -> None:
    assert beside(control, CARD, ROOM) == corner


def test_ten_steps_are_gone_through_with_enter_alone_and_each_points_at_its_control(desk: Desk, qtbot: QtBot) -> None:
    tour = opened(desk, qtbot)
    said = set()
    for place in range(10):
        assert (tour.place, tour.count.text()) == (place, f"第 {place + 1} 步，共 10 步")
        qtbot.waitUntil(lambda: ring_is_around_its_control(tour, desk), timeout=PATIENCE)
        assert desk.ground.rect().contains(tour.geometry())
        assert desk.open_page is desk.page(STEPS[place].page)
        said.add(tour.title.text())
        assert QApplication.focusWidget() is tour.onward
        qtbot.keyClick(tour.onward, Qt.Key.Key_Space)
    assert len(said) == 10
    assert not tour.isVisible()
    assert not tour.ring.isVisible()
    assert desk.isAncestorOf(QApplication.focusWidget())


def test_escape_leaves_and_the_next_time_one_goes_on_from_there(
    desk: Desk, qtbot: QtBot, sample_store: Store, settings: QSettings
) -> None:
    tour = opened(desk, qtbot)
    for _ in range(2):
        tour.onward.click()
    qtbot.keyClick(tour.onward, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    assert QApplication.focusWidget() is agenda(desk).view
    tomorrow = Desk(sample_store, words=Words.of("en"), settings=settings)
    qtbot.addWidget(tomorrow)
    tomorrow.show()
    qtbot.waitUntil(lambda: bool(tomorrow.top.title.text()), timeout=PATIENCE)
    tomorrow.panels.show_steps()
    again = tomorrow.findChild(Tour)
    assert again is not None
    assert again.count.text() == "Step 3 of 10"
    again.back.click()
    assert again.count.text() == "Step 2 of 10"
    tomorrow.close()


def test_the_steps_begin_anew_once_they_were_all_seen_and_whatever_the_settings_hold(
    desk: Desk, qtbot: QtBot, settings: QSettings
) -> None:
    tour = opened(desk, qtbot)
    for _ in range(10):
        tour.onward.click()
    assert opened(desk, qtbot).place == 0
    settings.setValue("tour", "forty")
    assert opened(desk, qtbot).place == 0


def test_one_may_do_what_a_step_says_while_it_says_so(desk: Desk, qtbot: QtBot) -> None:
    tour = opened(desk, qtbot)
    for _ in range(2):
        tour.onward.click()
    page = agenda(desk)
    put_cursor(page.view, 5, page.view.currentIndex().column())
    qtbot.waitUntil(lambda: ring_is_around_its_control(tour, desk), timeout=PATIENCE)
    assert tour.isVisible()
    assert QApplication.focusWidget() is page.view
    desk.go("problems")
    qtbot.waitUntil(lambda: not tour.ring.isVisible(), timeout=PATIENCE)
    assert tour.isVisible(), "it waits until one comes back"


def test_the_steps_change_their_language_with_the_desk(desk: Desk, qtbot: QtBot) -> None:
    tour = opened(desk, qtbot)
    desk.choose("language", "en")
    assert tour.title.text() == "See the whole day"
