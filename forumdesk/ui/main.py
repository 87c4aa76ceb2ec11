"""Opening the desk."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from forumdesk.base.words import Words
from forumdesk.ui import typeface
from forumdesk.ui.desks import Desks

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the interpreter from another. Painting hands it over at each call into Qt: at
Python's own 5 ms, a busy writer thread would make a page of 120 cells wait for most of a second."""


def run(target: str, *, words: Words) -> int:
    """Show the desk on an event, or for no target the start page, until all windows are closed.

    Returns the exit code; raises `Trouble` for an event that cannot be opened. Where a desk has it already, that
    one comes to the front and this process ends. The language is `words`, unless another one was chosen in the
    window the last time.
    """
    application = prepare()
    desks = Desks(words, remembered())
    try:
        if not target:
            desks.show_start()
        elif not desks.open_now(target):
            return 0
        application.aboutToQuit.connect(desks.close)
        return application.exec()
    finally:
        desks.close()


def prepare() -> QApplication:
    """The one application of this process, in its style and typeface."""
    sys.setswitchinterval(SWITCH_SECONDS)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("forumdesk")
    application.setApplicationDisplayName("ForumDesk")
    typeface.load()
    application.setFont(typeface.face("zh"))
    return application


def remembered() -> QSettings:
    """What the desk remembers of its window, in a file of the user's own."""
    folder = Path(platformdirs.user_config_dir("forumdesk", appauthor=False))
    return QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
