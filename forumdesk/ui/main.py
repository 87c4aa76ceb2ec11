"""Opening the desk."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from forumdesk.base import places
from forumdesk.base.words import Words
from forumdesk.ui import typeface
from forumdesk.ui.desks import Desks
from forumdesk.ui.single import Single, address
from forumdesk.ui.unopened import from_anywhere, glance

SWITCH_SECONDS = 0.0005
"""How long one thread may keep the interpreter from another. Painting hands it over at each call into Qt: at
Python's own 5 ms, a busy writer thread would make a page of 120 cells wait for most of a second."""


def run(target: str, *, words: Words) -> int:
    """Show the desk on an event, or for no target the start page, until all windows are closed.

    Returns the exit code; raises `Trouble` for an event that cannot be opened. Where the program runs already, that
    one opens the event, or brings it to the front, and this process ends. The language is `words`, unless another
    one was chosen in the window the last time.
    """
    application = prepare()
    event = glance(target) if target else None
    here = Single(address())
    if not here.take(from_anywhere(target)):
        return 0
    desks = Desks(words, remembered())
    here.asked.connect(desks.open_for_another)
    try:
        if event is None:
            desks.show_start()
            here.listen()
        else:
            desks.show(event).filled.connect(here.listen)
        application.aboutToQuit.connect(desks.close)
        return application.exec()
    finally:
        here.leave()
        desks.close()


def prepare() -> QApplication:
    """The one application of this process, in its style and typeface."""
    sys.setswitchinterval(SWITCH_SECONDS)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("forumdesk")
    application.setApplicationDisplayName("ForumDesk")
    application.setDesktopFileName("forumdesk")
    application.setWindowIcon(QIcon(str(places.resources() / "icons" / "forumdesk.svg")))
    typeface.load()
    application.setFont(typeface.face("zh"))
    return application


def remembered() -> QSettings:
    """What the desk remembers of its window, in a file of the user's own."""
    return QSettings(str(places.settings() / "desk.ini"), QSettings.Format.IniFormat)
