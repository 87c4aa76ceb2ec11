"""Take the pictures of the desk for `docs/images`, from the sample forum, without a screen.

Usage: screenshots.py [OUT_FOLDER]. Each picture is 1440 × 900 px of the desk; `desk-agenda-150.png` shows it on a
screen scaled to 150 %.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest

from forumdesk.app.sample import found_sample
from forumdesk.base.words import Words
from forumdesk.store.opening import create
from forumdesk.ui.agenda.model import TITLE
from forumdesk.ui.main import prepare
from forumdesk.ui.theme import THEMES
from forumdesk.ui.window import Desk

HERE = Path(__file__).resolve().parent.parent
PICTURES = {
    "desk-agenda": ("agenda", "zh", "light", "1"),
    "desk-agenda-en-dark": ("agenda", "en", "dark", "1"),
    "desk-agenda-150": ("agenda", "zh", "light", "1.5"),
    "desk-people": ("people", "zh", "light", "1"),
    "desk-people-en-dark": ("people", "en", "dark", "1"),
    "desk-documents": ("documents", "zh", "light", "1"),
    "desk-documents-en-dark": ("documents", "en", "dark", "1"),
}
"""By name: page, language, colours and scale."""


def main(out: Path) -> None:
    """Take every picture, each in a process of its own: the scale belongs to a process."""
    out.mkdir(parents=True, exist_ok=True)
    for name, (page, language, theme, scale) in PICTURES.items():
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, "--one", str(out / f"{name}.png"), page, language, theme]
        subprocess.run(command, env=environment, check=True, cwd=HERE)
        print(out / f"{name}.png")


def take(out: str, page: str, language: str, theme: str) -> None:
    """Open the sample, turn to a page and save what is seen."""
    with tempfile.TemporaryDirectory() as folder:
        prepare()
        store = create(str(Path(folder) / "世界领先科技园区发展论坛.forum"), found_sample)
        settings = QSettings(str(Path(folder) / "desk.ini"), QSettings.Format.IniFormat)
        desk = Desk(store, words=Words.of(language), settings=settings)
        desk.wear(THEMES[theme])
        desk.resize(1440, 900)
        desk.show()
        desk.activateWindow()
        until = time.monotonic() + 10
        while not (desk.page("agenda").model.lines and desk.page("people").model.lines):
            if time.monotonic() > until:
                raise SystemExit("the desk stayed empty")
            QTest.qWait(20)
        desk.go(page)
        desk.page("agenda").view.setCurrentIndex(desk.page("agenda").model.index(5, TITLE))
        QTest.qWait(100)
        desk.grab().save(out)
        desk.close()
        store.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        take(*sys.argv[2:])
    else:
        main(Path(sys.argv[1]) if sys.argv[1:] else HERE / "docs" / "images")
