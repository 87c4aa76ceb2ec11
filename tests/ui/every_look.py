"""A process of its own, since the scale of a screen belongs to a process: every page in every look.

`python -m ui.every_look EVENT WIDTH HEIGHT` prints what is cut, or is left in another language, a line each. The
scale is Qt's own `QT_SCALE_FACTOR`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.store.opening import open_store
from forumdesk.ui.main import prepare
from forumdesk.ui.pages import PAGES
from forumdesk.ui.theme import THEMES
from forumdesk.ui.window import Desk
from ui.cut import cut
from ui.hands import documents

ROWS = {
    "agenda": key("item", "plaque"),
    "ceremonies": key("item", "plaque"),
    "people": key("person", "zhang-yulei"),
}
PATIENCE = 60
"""Seconds until a reading counts as lost."""


def main(event: str, width: int, height: int) -> None:
    """Turn to every page in every language and in all colours, switched while the page is open."""
    prepare()
    store = open_store(event)
    settings = QSettings(f"{event}.ini", QSettings.Format.IniFormat)
    desk = Desk(store, words=Words.of("zh"), settings=settings)
    desk.show()
    wait_until(lambda: bool(desk.top.title.text()))
    desk.resize(width, height)
    for kind in PAGES:
        desk.go(kind.name, ROWS.get(kind.name))
        look_over(desk, kind.name)
    open_editor(desk)
    look_over(desk, "layout editor")
    desk.close()
    store.close()


def look_over(desk: Desk, name: str) -> None:
    """Say what is wrong with what is open, in every look."""
    for language, theme in product(("zh", "en"), THEMES.values()):
        desk.choose("language", language)
        desk.wear(theme)
        settle(desk)
        for fault in (*cut(desk), *left_behind(desk, language)):
            sys.stdout.write(f"{name} {language} {theme.name}: {fault}\n")


def open_editor(desk: Desk) -> None:
    """Edit a copy of a certificate, with a text chosen."""
    desk.go("documents")
    page = documents(desk)
    page.choose("thanks")
    wait_until(lambda: page.options.knows_stock)
    page.options.layouts.edit.click()
    wait_until(lambda: page.editor is not None and page.editor.is_settled)
    assert page.editor is not None
    page.editor.draft.choose(2)


def settle(desk: Desk) -> None:
    """Wait until what the page asked for is read and shown."""
    answered: list[object] = []
    for _ in range(2):  # an answer may ask again
        desk.operations.look(lambda _: True, answered.append)
    wait_until(lambda: len(answered) == 2)
    for _ in range(3):  # one layout brings on the next
        QApplication.processEvents()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the desk work until something is so."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        QApplication.processEvents()
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.001)


def left_behind(whole: QWidget, language: str) -> Iterator[str]:
    """Texts of the desk's own that did not change with the language of the screen."""
    chinese = Words.of("zh").catalogue
    foreign = {said for text, said in chinese.items() if said != text} if language == "en" else set(chinese)
    same = {"中文", "English"}
    for widget in whole.findChildren(QWidget):
        if widget.isVisible():
            said = {widget.toolTip(), widget.accessibleName()}
            if isinstance(widget, QLabel | QAbstractButton):
                said.add(widget.text())
            elif isinstance(widget, QLineEdit):
                said.add(widget.placeholderText())
            yield from (f"still reads “{text}”" for text in (said & foreign) - same)


if __name__ == "__main__":
    main(str(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3]))
