"""The desk on the sample, as a user sees it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.store.store import Store
from forumdesk.ui.attendees.model import FIRST_NAME
from forumdesk.ui.attendees.page import AttendeesPage
from forumdesk.ui.operations import Writer
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, agenda, attendees, people, put_cursor


def _traced(run: Callable[[Writer], None]) -> Callable[[Writer], None]:
    def traced(self: Writer) -> None:
        sys.settrace(threading.gettrace())
        run(self)

    return traced


# Coverage follows Python's own threads; the writer is one of Qt's.
Writer.run = _traced(Writer.run)  # type: ignore[method-assign]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """What the desk remembers, the test's own."""
    return QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def language() -> str:
    """What the desk speaks."""
    return "zh"


@pytest.fixture
def desk(qtbot: QtBot, sample_store: Store, settings: QSettings, language: str) -> Iterator[Desk]:
    """A desk on the sample, filled."""
    window = Desk(sample_store, words=Words.of(language), settings=settings)
    window.show()
    qtbot.waitUntil(lambda: bool(agenda(window).model.lines and people(window).model.lines), timeout=PATIENCE)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AttendeesPage:
    """The attendees, read and shown."""
    desk.go("attendees")
    qtbot.waitUntil(lambda: attendees(desk).model.is_read, timeout=PATIENCE)
    return attendees(desk)


@pytest.fixture
def view(page: AttendeesPage) -> SheetView:
    """Their sheet, the cursor on the first name."""
    put_cursor(page.view, 0, FIRST_NAME)
    return page.view
