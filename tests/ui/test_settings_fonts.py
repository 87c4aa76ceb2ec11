"""Font files of the user's own in the settings: added, seen by name, refused, removed and undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.own_font import FONT
from forumdesk.documents.render.own_fonts import name_of
from forumdesk.ui.settings.page import SettingsPage
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, put_cursor, shown


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    """The page, turned to and filled."""
    desk.go("settings")
    made = desk.open_page
    assert isinstance(made, SettingsPage)
    qtbot.waitUntil(lambda: bool(made.halls.model.lines), timeout=PATIENCE)
    return made


def choose(monkeypatch: pytest.MonkeyPatch, page: SettingsPage, path: Path) -> None:
    """Press the button and choose a file; nothing, where the path is empty."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path) if path.name else "", ""))
    page.fonts.add.click()


def test_a_font_is_added_seen_by_its_name_removed_with_the_keyboard_and_undone(
    desk: Desk, page: SettingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = page.fonts
    assert (fonts.title.text(), fonts.add.text()) == ("自备字体", "添加字体文件…")
    assert fonts.view.isHidden()
    choose(monkeypatch, page, Path())
    (tmp_path / "own.ttf").write_bytes(FONT)
    choose(monkeypatch, page, tmp_path / "own.ttf")
    qtbot.waitUntil(lambda: shown(fonts.view, 0) == [name_of(FONT)], timeout=PATIENCE)
    assert not fonts.view.isHidden()
    put_cursor(fonts.view, 0, 0)
    qtbot.keyClick(fonts.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(fonts.view.isHidden, timeout=PATIENCE)
    for font in ([name_of(FONT)], []):
        desk.undo.trigger()
        qtbot.waitUntil(lambda font=font: shown(fonts.view, 0) == font, timeout=PATIENCE)


def test_what_is_no_font_is_said_and_nothing_is_added(
    desk: Desk, page: SettingsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.otf").write_bytes(b"OTTO" + FONT[4:])
    choose(monkeypatch, page, tmp_path / "own.otf")
    qtbot.waitUntil(lambda: ".otf" in desk.notice.text, timeout=PATIENCE)
    choose(monkeypatch, page, tmp_path / "gone.ttf")
    qtbot.waitUntil(lambda: "gone.ttf" in desk.notice.text, timeout=PATIENCE)
    assert not page.fonts.model.lines
