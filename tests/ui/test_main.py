"""Opening and leaving the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.base.words import Words
from forumdesk.store.store import Store
from forumdesk.ui.main import remembered, run
from forumdesk.ui.window import Desk


@pytest.mark.parametrize(("chosen", "page"), [("", "议程"), ("en", "Agenda")])
def test_the_desk_runs_until_it_is_closed_and_speaks_what_was_chosen_last(
    qtbot: QtBot, sample_store: Store, chosen: str, page: str
) -> None:
    remembered().setValue("language", chosen)
    seen: list[str] = []

    def leave() -> None:
        (desk,) = (
            window for window in QApplication.topLevelWidgets() if isinstance(window, Desk) and window.isVisible()
        )
        seen.append(desk.rail.buttons["agenda"].text())
        desk.close()

    QTimer.singleShot(100, leave)
    assert run(sample_store, words=Words.of("zh")) == 0
    assert seen == [page]
    sample_store.history()  # whoever opened the store still has it
