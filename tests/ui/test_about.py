"""What the program tells of itself: versions to quote, and the licence of every part."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.app.about import parts, versions
from forumdesk.base import places
from forumdesk.ui.about import AboutDialog
from forumdesk.ui.window import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_every_package_a_run_needs_and_every_font_is_named_with_its_licence() -> None:
    told = {part.name.casefold().replace("_", "-"): part for part in parts()}
    pinned = {line.partition("==")[0].strip().casefold() for line in places.pins().splitlines() if "==" in line}
    assert {"noto-sans-sc", "lxgw-wenkai", "lucide"} | (pinned & told.keys()) <= told.keys()
    assert {"sqlalchemy", "reportlab", "pyside6-essentials", "defusedxml"} <= told.keys()
    assert all(part.licence for part in told.values())
    assert "SIL OPEN FONT LICENSE" in told["lxgw-wenkai"].text


def test_what_a_build_put_beside_the_program_is_among_its_parts(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "libxcb1.txt").write_text("MIT, by its authors")
    monkeypatch.setattr(places, "licences", lambda: tmp_path)
    assert ("libxcb1", "MIT, by its authors") in {(part.name, part.text) for part in parts()}


def test_the_versions_and_licences_are_shown_from_the_menu(desk: Desk, qtbot: QtBot) -> None:
    desk.action_table["about"].trigger()
    dialog = desk.findChild(AboutDialog)
    assert dialog is not None
    assert all(
        version in dialog.windowTitle() + dialog.versions.text() or what == "ForumDesk"
        for what, version in versions().items()
    )
    dialog.list.setCurrentRow([part.name for part in parts()].index("SQLAlchemy"))
    assert dialog.text.toPlainText().startswith("MIT")
    dialog.close()
