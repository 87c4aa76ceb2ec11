"""On a new event every page says what belongs there and offers the next step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.app.founding import found_event
from forumdesk.base.words import Words
from forumdesk.store.opening import create
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE

NEXT_STEPS = {
    "overview": ("Nothing is planned yet", "Add agenda items"),
    "agenda": ("Add the first item. What follows it is timed by itself.", "Add item"),
    "people": ("Nobody is entered yet", "Paste from Excel"),
    "ceremonies": (
        "There is no ceremony yet: add a launch, a signing, an award or an unveiling to the agenda.",
        "Go to the agenda",
    ),
    "attendees": ("Nobody is on the list yet", "Paste from Excel"),
    "documents": ("There is nothing to print here yet.", "Go to the agenda"),
    "problems": ("“Spring Forum” has no agenda yet.", "Add agenda items"),
}


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path, settings: QSettings) -> Iterator[Desk]:
    """A desk on an event that was founded a moment ago."""
    found = found_event("春季论坛", "Spring Forum", "zh,en", "2027-04-16", "Asia/Shanghai")
    store = create(str(tmp_path / "new.forum"), found)
    desk = Desk(store, words=Words.of("en"), settings=settings)
    desk.show()
    qtbot.waitUntil(lambda: bool(desk.top.title.text()), timeout=PATIENCE)
    yield desk
    desk.close()
    desk.deleteLater()
    store.close()


def read(page: QWidget, kind: type[QLabel] | type[QAbstractButton]) -> list[str]:
    """What stands on the labels or buttons of a page."""
    return [widget.text().strip() for widget in page.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("name", NEXT_STEPS)
def test_a_page_without_rows_says_why_and_offers_the_next_step(new: Desk, qtbot: QtBot, name: str) -> None:
    sentence, button = NEXT_STEPS[name]
    new.go(name)
    qtbot.waitUntil(lambda: sentence in read(new.open_page, QLabel), timeout=PATIENCE)
    assert button in read(new.open_page, QAbstractButton)


@pytest.mark.parametrize("name", ["ceremonies", "documents"])
def test_the_next_step_leads_to_the_agenda(new: Desk, qtbot: QtBot, name: str) -> None:
    new.go(name)
    qtbot.waitUntil(lambda: "Go to the agenda" in read(new.open_page, QAbstractButton), timeout=PATIENCE)
    page = new.open_page
    (button,) = (
        each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text() == "Go to the agenda"
    )
    button.click()
    assert new.open_page is new.page("agenda")
