"""Take the pictures of the desk from the sample forum, without a screen.

    screenshots.py               the pictures of README and guide, into docs/images
    screenshots.py --all FOLDER  every page, in both languages and themes, at 100 % and 150 %

Each shows 1440 × 900 px of the desk; those named `-150` as a screen scaled to 150 % does.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
IMAGES = {
    "desk-overview": ("overview", "zh", "light", "1"),
    "desk-agenda": ("agenda", "zh", "light", "1"),
    "desk-agenda-en-dark": ("agenda", "en", "dark", "1"),
    "desk-people": ("people", "en", "light", "1"),
    "desk-ceremonies": ("ceremonies", "zh", "light", "1"),
    "desk-documents": ("documents", "en", "light", "1"),
}
"""By name: page, language, colours and scale."""

SETTLING = 2.5
"""Seconds in which a page reads, sets and draws what it shows, also on a busy machine."""


def main(pictures: dict[str, tuple[str, str, str, str]], out: Path) -> None:
    """Take every picture, each in a process of its own: the scale belongs to a process."""
    out.mkdir(parents=True, exist_ok=True)
    for name, (page, language, theme, scale) in pictures.items():
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, "--one", str(out / f"{name}.png"), page, language, theme]
        subprocess.run(command, env=environment, check=True, cwd=HERE)
        print(out / f"{name}.png")


def every_page() -> dict[str, tuple[str, str, str, str]]:
    """All pages in all looks."""
    from forumdesk.ui.pages import PAGES

    looks = product([kind.name for kind in PAGES], ("zh", "en"), ("light", "dark"), ("1", "1.5"))
    return {
        f"{page}-{language}-{theme}{'' if scale == '1' else '-150'}": (page, language, theme, scale)
        for page, language, theme, scale in looks
    }


def wait(seconds: float) -> None:
    """Let the desk work; a single long wait of Qt's would leave its other threads no turn."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def take(out: str, page: str, language: str, theme: str) -> None:
    """Open the sample, turn to a page and save what is seen."""
    from PySide6.QtCore import QSettings

    from forumdesk.app.sample import found_sample, key
    from forumdesk.base.words import Words
    from forumdesk.store.opening import create
    from forumdesk.ui.main import prepare
    from forumdesk.ui.theme import THEMES
    from forumdesk.ui.window import Desk

    rows = {
        "agenda": key("item", "plaque"),
        "ceremonies": key("item", "plaque"),
        "people": key("person", "zhang-yulei"),
    }
    with tempfile.TemporaryDirectory() as folder:
        prepare()
        store = create(str(Path(folder) / "世界领先科技园区发展论坛.forum"), found_sample)
        settings = QSettings(str(Path(folder) / "desk.ini"), QSettings.Format.IniFormat)
        desk = Desk(store, words=Words.of(language), settings=settings)
        desk.wear(THEMES[theme])
        desk.resize(1440, 900)
        desk.show()
        desk.activateWindow()
        wait(SETTLING)
        for row in (None, rows.get(page)):
            desk.go(page, row)
            wait(SETTLING * (2 if page == "documents" else 1))
        desk.grab().save(out)
        desk.close()
        store.close()


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    match sys.argv[1:]:
        case ["--one", *what]:
            take(*what)
        case ["--all", folder]:
            main(every_page(), Path(folder))
        case _:
            main(IMAGES, HERE / "docs" / "images")
