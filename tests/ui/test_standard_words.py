"""Qt's own dialogs and menus speak the language of the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from forumdesk.ui import standard_words
from forumdesk.ui.window import Desk


def menu_of_a_field() -> str:
    return QCoreApplication.translate("QLineEdit", "&Paste")


@pytest.mark.usefixtures("qapp")
def test_the_menu_of_a_field_follows_the_language() -> None:
    standard_words.speak("zh")
    standard_words.speak("zh")
    assert menu_of_a_field() == "粘贴(&P)"
    standard_words.speak("en")
    assert menu_of_a_field() == "&Paste"


def test_the_desk_lets_qt_follow_the_language_of_the_screen(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: menu_of_a_field() == "粘贴(&P)")
    desk.choose("language", "en")
    assert menu_of_a_field() == "&Paste"
    desk.choose("language", "zh")
    assert menu_of_a_field() == "粘贴(&P)"
