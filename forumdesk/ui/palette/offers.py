"""What the desk itself offers in the palette: its pages, documents and actions, and those of the open page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from forumdesk.base.words import Words
from forumdesk.ui.actions import actions_of, keys_of
from forumdesk.ui.pages import PAGES
from forumdesk.ui.palette.index import Entry
from forumdesk.ui.palette.matching import Key, text_key

if TYPE_CHECKING:
    from forumdesk.ui.window import Desk

PLAIN_ICON = "zap"
"""Of an action that has none."""


def offers(desk: Desk) -> Iterator[Entry]:
    """All of them as they are now: an action that cannot be done is not offered."""
    yield from _documents(desk)
    yield from _pages(desk)
    yield from _actions(desk)


def _documents(desk: Desk) -> Iterator[Entry]:
    from forumdesk.app.printing.kinds import KINDS

    words = desk.screen_of.words
    for kind in KINDS:
        yield Entry(
            "documents", kind.icon, words.say(kind.title), words.say(kind.what), _keys(kind.title, words),
            do=partial(desk.go_to_part, "documents", kind.name),
        )  # fmt: skip


def _pages(desk: Desk) -> Iterator[Entry]:
    words = desk.screen_of.words
    for kind in PAGES:
        keys = keys_of(desk.action_table[f"go-{kind.name}"])
        yield Entry(
            "pages", kind.icon, words.say(kind.title), "", _keys(kind.title, words), right=keys, page=kind.name
        )


def _actions(desk: Desk) -> Iterator[Entry]:
    words = desk.screen_of.words
    for kind, action in desk.action_table:
        if kind.menu != "go" and kind.code not in ("search", "menu") and action.isEnabled():
            yield _action(action, kind.icon, (*_keys(kind.title, words), text_key(action.text())))
    for action in actions_of(desk.open_page):
        if action.isEnabled():
            yield _action(action, "", (text_key(action.text()),))


def _action(action: QAction, icon: str, keys: tuple[Key, ...]) -> Entry:
    return Entry("actions", icon or PLAIN_ICON, action.text(), "", keys, right=keys_of(action), do=action.trigger)


def _keys(title: str, words: Words) -> tuple[Key, ...]:
    """A text of the program is found in the language of the screen and in English."""
    return text_key(words.say(title)), text_key(title)
