"""Everything the desk can do, declared once: its menu, the palette and the sheet of keys are made from this table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.pages import PAGES
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.ui.window import Desk

MENUS = {
    "event": NOOP("Event"),
    "edit": NOOP("Edit"),
    "go": NOOP("Go to"),
    "view": NOOP("View"),
    "help": NOOP("Help"),
}
"""What the actions are grouped under, in the order of the menu."""

ICON = 16


class ActionKind(NamedTuple):
    """One thing the desk can do: its name for programs, its title, its keys, the menu it stands in, what it does."""

    code: str
    title: str
    keys: tuple[str, ...]
    menu: str
    do: Callable[[Desk], object]
    icon: str = ""


def _deed(module: str, name: str) -> Callable[[Desk], object]:
    """A function that gets the desk, imported when it is wanted."""

    def do(desk: Desk) -> object:
        return getattr(import_module(f"forumdesk.ui.{module}"), name)(desk)

    return do


ACTIONS = (
    ActionKind("new", NOOP("New event…"), ("Ctrl+N",), "event", lambda desk: desk.ask_elsewhere("new"), "file-plus"),
    ActionKind("open", NOOP("Open…"), ("Ctrl+O",), "event", lambda desk: desk.ask_elsewhere("open"), "folder-open"),
    ActionKind(
        "sample", NOOP("Open the sample forum"), ("Ctrl+Alt+O",), "event",
        lambda desk: desk.ask_elsewhere("sample"), "presentation",
    ),
    ActionKind(
        "duplicate", NOOP("Duplicate for the next event…"), ("Ctrl+Shift+N",), "event",
        lambda desk: desk.ask_elsewhere("duplicate"), "calendar-clock",
    ),
    ActionKind("copy", NOOP("Save a copy…"), ("Ctrl+Shift+S",), "event", _deed("copying", "save_copy"), "copy"),
    ActionKind(
        "package", NOOP("Save as an event package…"), ("Ctrl+Shift+E",), "event",
        _deed("copying", "save_package"), "archive",
    ),
    ActionKind(
        "import-list", NOOP("Import a list…"), ("Ctrl+Shift+I",), "event",
        _deed("lists.asking", "ask_for_list"), "users",
    ),
    ActionKind(
        "import-schedule", NOOP("Import a schedule…"), ("Ctrl+Alt+I",), "event",
        _deed("importing", "ask_for_schedule"), "calendar-clock",
    ),
    ActionKind(
        "import-script", NOOP("Import a script…"), ("Ctrl+Alt+W",), "event",
        _deed("scripts.review", "ask_for_script"), "scroll-text",
    ),
    ActionKind(
        "schedule", NOOP("Export the schedule…"), ("Ctrl+Alt+E",), "event",
        _deed("copying", "save_schedule"), "calendar-clock",
    ),
    ActionKind("close", NOOP("Close window"), ("Ctrl+W",), "event", lambda desk: desk.close(), "x"),
    ActionKind("undo", NOOP("Undo"), ("Ctrl+Z",), "edit", lambda desk: desk.take_back(), "undo-2"),
    ActionKind("redo", NOOP("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "edit", lambda desk: desk.do_again(), "redo-2"),
    ActionKind("search", NOOP("Search everything"), ("Ctrl+K",), "edit", lambda desk: desk.panels.search(), "search"),
    *(
        ActionKind(
            f"go-{kind.name}", kind.title, (f"Ctrl+{place}",), "go",
            partial(lambda name, desk: desk.go(name), kind.name), kind.icon,
        )
        for place, kind in enumerate(PAGES, start=1)
    ),
    ActionKind(
        "forum", NOOP("Choose a forum or a day…"), ("Ctrl+Shift+F",), "view",
        lambda desk: desk.panels.choose_forum(), "presentation",
    ),
    ActionKind(
        "language", NOOP("Chinese or English screen"), ("Ctrl+Shift+L",), "view",
        lambda desk: desk.next_language(), "languages",
    ),
    ActionKind(
        "colours", NOOP("Light or dark colours"), ("Ctrl+Shift+D",), "view", lambda desk: desk.next_theme(), "moon"
    ),
    ActionKind(
        "full-screen", NOOP("Full screen"), ("F11",), "view", lambda desk: desk.toggle_full_screen(), "maximize"
    ),
    ActionKind("guide", NOOP("User guide"), ("F1",), "help", lambda desk: desk.panels.show_guide(), "book-open"),
    ActionKind(
        "steps", NOOP("First steps"), ("Shift+F1",), "help", lambda desk: desk.panels.show_steps(), "footprints"
    ),
    ActionKind(
        "keys", NOOP("Keyboard shortcuts"), ("Ctrl+/", "?"), "help", lambda desk: desk.panels.show_keys(), "keyboard"
    ),
    ActionKind(
        "about", NOOP("About ForumDesk"), ("Ctrl+Shift+F1",), "help",
        lambda desk: desk.panels.show_about(), "lightbulb",
    ),
    ActionKind("menu", NOOP("Menu"), ("F10",), "help", lambda desk: desk.open_menu(), "menu"),
)  # fmt: skip


class Actions:
    """The table as Qt's actions of one desk, named in the language of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._by_code: dict[str, QAction] = {}
        for kind in ACTIONS:
            action = self._by_code[kind.code] = QAction(desk)
            action.setObjectName(kind.code)
            action.setShortcuts([QKeySequence(keys) for keys in kind.keys])
            action.triggered.connect(lambda _checked=False, kind=kind: kind.do(desk))
            desk.addAction(action)

    def __getitem__(self, code: str) -> QAction:
        return self._by_code[code]

    def __iter__(self) -> Iterator[tuple[ActionKind, QAction]]:
        return ((kind, self._by_code[kind.code]) for kind in ACTIONS)

    def speak(self, screen: Screen) -> None:
        """Name them in another language."""
        for kind, action in self:
            action.setText(screen.words.say(kind.title))

    def wear(self, theme: Theme) -> None:
        """Draw their icons in a theme's colours."""
        for kind, action in self:
            if kind.icon:
                action.setIcon(icons.icon(kind.icon, theme.ink_2, ICON, disabled=theme.disabled))

    def fill(self, menu: QMenu, screen: Screen) -> None:
        """Put them into a menu, each group under its heading."""
        menu.clear()
        for code, title in MENUS.items():
            group = menu.addMenu(screen.words.say(title))
            group.addActions([action for kind, action in self if kind.menu == code])


def keys_of(action: QAction) -> str:
    """An action's keys as they are written on the keyboard, the first one where there are several."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def actions_of(page: QWidget) -> list[QAction]:
    """What a page can do by itself: its actions that have a name and keys, each once, in the order made."""
    return [action for action in page.findChildren(QAction) if action.text() and not action.shortcut().isEmpty()]
