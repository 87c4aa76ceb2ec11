"""All windows of this process: the start page and a desk an event, and how one leads to another."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from forumdesk.base.errors import Trouble
from forumdesk.base.words import Words
from forumdesk.ui import standard_words
from forumdesk.ui.jobs import Jobs
from forumdesk.ui.operations import as_trouble
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import chosen_theme
from forumdesk.ui.unopened import Unopened, from_anywhere, glance

if TYPE_CHECKING:
    from forumdesk.app.duplicating import Proposal
    from forumdesk.store.store import Store
    from forumdesk.ui.start.new_event import NewEvent, Wish
    from forumdesk.ui.start.window import StartWindow
    from forumdesk.ui.window import Desk

SUFFIX, PACKAGE = ".forum", ".zip"


class Desks(QObject):
    """Opens windows and remembers files. Events are opened beside the windows, which stay free meanwhile."""

    def __init__(self, words: Words, settings: QSettings) -> None:
        super().__init__()
        self._words, self._settings = words, settings
        self._jobs = Jobs(as_trouble, self)
        self._desks: dict[tuple[UUID, str], Desk] = {}
        self.start: StartWindow | None = None

    @property
    def open_desks(self) -> list[Desk]:
        """The desks that are open, the oldest first."""
        return list(self._desks.values())

    def show_start(self) -> None:
        """Show the start page."""
        from forumdesk.ui.start.window import StartWindow

        if self.start is None:
            self.start = StartWindow(self._spoken(), self._settings)
            self.start.opened.connect(lambda path: self.open(path, self._of_start()))
            self.start.elsewhere.connect(lambda what: self.go(what, self._of_start()))
        self.start.refresh()
        _raise(self.start)
        standard_words.speak(self.start.screen_of.words.language)

    def open(self, target: str, by: Desk | StartWindow) -> None:
        """Open an event for a window, which is told of any trouble."""
        self._begin(partial(glance, target), by)

    def open_for_another(self, target: str) -> None:
        """Open what the program was started with once more; for nothing, show the start page."""
        if not target or (not self._desks and self.start is None):
            self.show_start()
        if target:
            self.open(target, self.open_desks[-1] if self._desks else self._of_start())

    def go(self, what: str, by: Desk | StartWindow) -> None:
        """Do what a window asks for: `new`, `open`, `duplicate` (its own event, or the file chosen),
        `sample`, or the file of an event or a package."""
        from forumdesk.ui.start.new_event import NewEvent
        from forumdesk.ui.window import Desk

        match what:
            case "new":
                self._ask(NewEvent(by.screen_of, by), _found, by)
            case "open":
                screen = by.screen_of
                kinds = f"{screen.say('Events and event packages')} (*{SUFFIX} *{PACKAGE})"
                path, _ = QFileDialog.getOpenFileName(by, screen.say("Open an event"), "", kinds)
                if path.lower().endswith(PACKAGE):
                    self._unpack(Path(path), by)
                elif path:
                    self.open(path, by)
            case "duplicate":
                source = by.operations.store if isinstance(by, Desk) else by.files.chosen

                def ask(proposed: Proposal) -> None:
                    self._ask(NewEvent(by.screen_of, by, proposed), partial(_duplicated, source), by)

                self._jobs.start("", lambda _ticket: _proposal(source), ask, partial(_refuse, by))
            case "sample":
                self._begin(_sample, by)
            case path if path.lower().endswith(PACKAGE):
                self._unpack(Path(path), by)
            case path:
                self.open(path, by)

    def _unpack(self, package: Path, by: Desk | StartWindow) -> None:
        """Ask where the event of a package is to lie, and open it there."""
        screen = by.screen_of
        kinds = f"{screen.say('Event files')} (*{SUFFIX})"
        proposed = str(package.with_suffix(SUFFIX))
        path, _ = QFileDialog.getSaveFileName(by, screen.say("Where the event is to lie"), proposed, kinds)
        if path:
            self._begin(partial(_unpacked, package, path), by)

    def close(self) -> None:
        """Close every window; what they were writing is finished."""
        for desk in self.open_desks:
            desk.close()
        if self.start is not None:
            self.start.close()
        self._jobs.close()

    def _begin(
        self,
        opener: Callable[[], Unopened],
        by: Desk | StartWindow,
        failed: Callable[[Trouble], None] | None = None,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Open beside the windows and show the desk; trouble goes to `failed`, else to the window that asked."""

        def show(event: Unopened) -> None:
            done()
            self.show(event)
            if by is self.start:
                by.close()

        self._jobs.start("", lambda _ticket: opener(), show, failed or partial(_refuse, by))

    def _ask(self, dialog: NewEvent, founder: Callable[[Wish], Unopened], by: Desk | StartWindow) -> None:
        """Ask for an event to be founded; trouble is said in the dialog, where it can be mended."""
        dialog.setStyleSheet(style_sheet(chosen_theme(self._settings)))
        dialog.wished.connect(lambda wish: self._begin(partial(founder, wish), by, dialog.refuse, dialog.close))
        dialog.open()

    def show(self, event: Unopened) -> Desk:
        """Show an event in its window, and return that. A copy of a file has the same id and is another event."""
        from forumdesk.ui.window import REACHED, Desk

        at = event.id, os.path.realpath(from_anywhere(event.place))
        if at in self._desks:
            _raise(self._desks[at])
            return self._desks[at]
        desk = self._desks[at] = Desk(event, words=self._spoken(), settings=self._settings)
        desk.elsewhere.connect(partial(self._on_elsewhere, desk))
        desk.closed.connect(partial(self._on_closed, at, event))
        if not self._settings.contains(REACHED):
            desk.seen.connect(desk.panels.show_steps)
        desk.filled.connect(partial(_remember, event))
        desk.show()
        return desk

    def _on_elsewhere(self, desk: Desk, what: str) -> None:
        self.go(what, desk)

    def _on_closed(self, at: tuple[UUID, str], event: Unopened) -> None:
        desk = self._desks.pop(at, None)
        if desk is None:
            return
        event.close()
        desk.deleteLater()

    def _of_start(self) -> StartWindow:
        assert self.start is not None
        return self.start

    def _spoken(self) -> Words:
        """The language chosen in a window the last time, else the one the program was started in."""
        chosen = str(self._settings.value("language") or "")
        return Words.of(chosen) if chosen else self._words


def _remember(event: Unopened) -> None:
    from forumdesk.app.recent import remember

    if "://" not in event.place:
        remember(Path(event.place), event.title)


def _sample() -> Unopened:
    from forumdesk.app.own_sample import home_of_samples, own_sample

    return glance(str(own_sample(home_of_samples())))


def _found(wish: Wish) -> Unopened:
    from forumdesk.app.founding import found_event
    from forumdesk.store.opening import create

    found = found_event(wish.title, wish.title_second, "zh,en", wish.day, wish.zone)
    create(wish.path, found).close()
    return glance(wish.path)


def _unpacked(package: Path, path: str) -> Unopened:
    from forumdesk.app.packages import founded_from
    from forumdesk.store.opening import create

    found, _ = founded_from(package)
    create(path, found).close()
    return glance(path)


@contextmanager
def _lent(source: Store | str) -> Iterator[Store]:
    """The store of a desk that is open, or that of a file for the while."""
    from forumdesk.store.opening import open_store

    if not isinstance(source, str):
        yield source
        return
    store = open_store(source)
    try:
        yield store
    finally:
        store.close()


def _proposal(source: Store | str) -> Proposal:
    from forumdesk.app.duplicating import proposal

    with _lent(source) as store:
        return proposal(store)


def _duplicated(source: Store | str, wish: Wish) -> Unopened:
    from forumdesk.app.duplicating import duplicated
    from forumdesk.store.opening import create

    with _lent(source) as store:
        create(wish.path, duplicated(store, wish.title, wish.title_second, wish.day)).close()
    return glance(wish.path)


def _refuse(by: Desk | StartWindow, trouble: Trouble) -> None:
    by.notice.say_trouble(trouble.say(by.screen_of.words))


def _raise(window: QWidget) -> None:
    """Bring a window to the front, also one that was made small."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
