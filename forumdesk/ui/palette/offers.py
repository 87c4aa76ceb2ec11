"""What the desk itself offers in the palette: its pages, documents and actions, and those of the open page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from forumdesk.base.words import Words
from forumdesk.ui import wording
from forumdesk.ui.actions import actions_of, keys_of
from forumdesk.ui.pages import PAGES
from forumdesk.ui.palette.index import Entry
from forumdesk.ui.palette.matching import Key, text_key
from forumdesk.ui.scope import Scope, days_of

if TYPE_CHECKING:
    from forumdesk.ui.window import Desk

PLAIN_ICON = "zap"
"""Of an action that has none."""


def offers(desk: Desk) -> Iterator[Entry]:
    """All of them as they are now: an action that cannot be done is not offered."""
    yield from scopes(desk)
    yield from _documents(desk)
    yield from _pages(desk)
    yield from _actions(desk)


def scopes(desk: Desk) -> Iterator[Entry]:
    """The forums and the days that can be shown alone, and all of them; nothing where there is no choice."""
    frame, screen, scope = desk.frame, desk.screen_of, desk.scope
    if frame is None:
        return

    def entry(group: str, icon: str, to: Scope, title: str, second: str, *keys: str) -> Entry:
        spoken = tuple(text_key(key) for key in dict.fromkeys((title, second, *keys)) if key)
        return Entry(
            group, "check" if to == scope else icon, title, second, spoken, do=partial(desk.choose_scope, to)
        )

    if len(frame.forums) > 1:
        all_of_them = screen.say("All {count} forums", count=len(frame.forums))
        yield entry("forums", "presentation", Scope(None, scope.day), all_of_them, "")
        for each in frame.forums:
            title, hall = screen.text(each.title), screen.text(each.hall)
            to = Scope(each.id, scope.day).within(frame)
            yield entry("forums", "presentation", to, title, hall, each.title.first, each.title.second)
    days = days_of(frame, scope.forum)
    if len(days) > 1:
        yield entry("days", "calendar-clock", Scope(scope.forum), screen.say("All {count} days", count=len(days)), "")
        for day in days:
            word = wording.short_date(day, screen)
            yield entry("days", "calendar-clock", Scope(scope.forum, day), word, "", day.isoformat())


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
