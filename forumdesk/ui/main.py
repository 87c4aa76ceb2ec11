"""Opening the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from forumdesk.base.words import Words
from forumdesk.ui import typeface
from forumdesk.ui.window import Desk

if TYPE_CHECKING:
    from forumdesk.store.store import Store

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the interpreter from another. Painting hands it over at each call into Qt: at
Python's own 5 ms, a busy writer thread would make a page of 120 cells wait for most of a second."""


def run(store: Store, *, words: Words) -> int:
    """Show the desk on an event until it is closed; returns the exit code. Whoever opened the store closes it.

    The language is `words`, unless another one was chosen in the window the last time.
    """
    application = prepare()
    settings = remembered()
    chosen = settings.value("language")
    desk = Desk(store, words=Words.of(str(chosen)) if chosen else words, settings=settings)
    application.aboutToQuit.connect(desk.close)
    desk.show()
    return application.exec()


def prepare() -> QApplication:
    """The one application of this process, in its style and typeface."""
    sys.setswitchinterval(SWITCH_SECONDS)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("forumdesk")
    application.setApplicationDisplayName("ForumDesk")
    application.setStyle("Fusion")
    typeface.load()
    application.setFont(typeface.face("zh"))
    return application


def remembered() -> QSettings:
    """What the desk remembers of its window, in a file of the user's own."""
    folder = Path(platformdirs.user_config_dir("forumdesk", appauthor=False))
    return QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
