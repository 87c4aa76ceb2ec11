"""The whole program as it begins, with a home of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cli.conftest import CommandLine
from forumdesk.app import own_sample
from forumdesk.base.words import Words
from forumdesk.ui.desks import Desks


@pytest.fixture
def desks(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desks]:
    """All windows of a Chinese program that has never been started before."""
    monkeypatch.setattr(own_sample, "home_of_samples", lambda: tmp_path / "ForumDesk")
    made = Desks(Words.of("zh"), QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat))
    yield made
    made.close()
    QApplication.processEvents()


@pytest.fixture
def forumdesk(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line of an English program."""
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "en")
    return CommandLine(capfd)
