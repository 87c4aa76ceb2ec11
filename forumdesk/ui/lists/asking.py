"""A list comes in through the desk: chosen or dropped, looked at, and then imported as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from forumdesk.ui.lists.review import ListReview, told

if TYPE_CHECKING:
    from forumdesk.app.lists.importing import Incoming, Review
    from forumdesk.base.job import Ticket
    from forumdesk.store.store import Store
    from forumdesk.ui.window import Desk

FILES = ("*.xlsx", "*.xlsm", "*.csv", "*.tsv", "*.txt", "*.vcf")
FEW = 3
"""A sheet of titles and times with fewer fields of a list is a schedule."""

_OF_PAGE = {"people": ("people", "organisations"), "ceremonies": ("plaques", "agreements")}
"""What a list is likely to be that comes to a page."""


def ask_for_list(desk: Desk) -> None:
    """Ask for a file, show what it would change, and do that where it is wanted."""
    screen = desk.screen_of
    kinds = f"{screen.say('Lists')} ({' '.join(FILES)})"
    chosen, _ = QFileDialog.getOpenFileName(desk, screen.say("Import a list"), "", kinds)
    if chosen:
        take_list(desk, Path(chosen))


def take_list(desk: Desk, path: Path) -> None:
    """Show what a list would change."""
    from forumdesk.app.lists.fields import KINDS

    first = _OF_PAGE.get(desk.open_kind.name, ())
    ListCase(desk, path).look([*first, *(kind for kind in KINDS if kind not in first)])


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found of a list, and the ceremonies it may be of."""

    found: Review
    ceremonies: Sequence[tuple[UUID, str]]


class ListCase(QObject):
    """One list from its file to its step. The desk keeps it as long as its dialog."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk)
        self._desk, self._path = desk, path
        self._incoming: Incoming | None = None
        self._said = False
        self.dialog: ListReview | None = None

    def look(self, kinds: Sequence[str], sheet: str = "") -> None:
        """Read the file as one of these kinds, and show what would become of its rows."""
        desk, side = self._desk, self._desk.screen_of.side

        def work(ticket: Ticket) -> _Seen | None:
            from forumdesk.app.lists.importing import dropped
            from forumdesk.exchange.schedule_sheets import is_schedule

            store = desk.operations.store
            incoming = dropped(store, self._path, kinds=kinds, sheet=sheet, ticket=ticket)
            if len(incoming.fields) < FEW and is_schedule(incoming.sheet):
                return None
            return _seen(store, incoming, side, ticket)

        desk.operations.job(self._title, work, self._on_seen)

    @property
    def _title(self) -> str:
        return self._desk.screen_of.say("Reading {name}", name=self._path.name)

    def _on_seen(self, seen: _Seen | None) -> None:
        if seen is None:
            from forumdesk.ui.importing import review_schedule

            review_schedule(self._desk, self._path)
            return
        self._incoming = seen.found.incoming
        if self.dialog is None:
            desk = self._desk
            self.dialog = ListReview(self._path.name, desk.screen_of, desk)
            self.dialog.columns_changed.connect(self._on_columns)
            self.dialog.asked.connect(self._on_asked)
            self.dialog.wanted.connect(self._on_wanted)
            self.dialog.destroyed.connect(self.deleteLater)
            self.dialog.wear(desk.theme)
            self.dialog.open()
        self.dialog.show_found(seen.found, seen.ceremonies)

    def _on_columns(self, fields: Mapping[str, int]) -> None:
        assert self._incoming is not None
        self._said = True
        self._look_again(replace(self._incoming, fields=dict(fields)))

    def _on_asked(self, what: str, code: str) -> None:
        assert self._incoming is not None
        if what == "ceremony":
            self._look_again(replace(self._incoming, ceremony=UUID(code)))
        else:
            self._said = False
            kind, sheet = (code, self._incoming.sheet.name) if what == "kind" else (self._incoming.kind, code)
            self.look([kind], sheet if self._incoming.sheet.sheets else "")

    def _look_again(self, incoming: Incoming) -> None:
        self._incoming, store = incoming, self._desk.operations.store

        def work(ticket: Ticket) -> Review:
            from forumdesk.app.lists.importing import review

            with store.look() as look:
                return review(look, incoming, ticket)

        self._desk.operations.job(self._title, work, self._on_rows)

    def _on_rows(self, found: Review) -> None:
        if self.dialog is not None and found.incoming is self._incoming:
            self.dialog.show_rows(found)

    def _on_wanted(self) -> None:
        desk, incoming, said = self._desk, self._incoming, self._said
        assert incoming is not None

        def work(ticket: Ticket) -> Review:
            from forumdesk.app.lists.importing import carry_out, remember_columns

            if said:
                remember_columns(incoming)
            return carry_out(desk.operations.store, incoming, skip_refused=True, ticket=ticket)

        title = desk.screen_of.say("Importing {name}", name=self._path.name)
        desk.operations.job(title, work, lambda found: desk.notice.say_done(told(found, desk.screen_of)))


def _seen(store: Store, incoming: Incoming, side: int, ticket: Ticket) -> _Seen:
    from forumdesk.app.lists.ceremonies import ceremonies_of
    from forumdesk.app.lists.importing import THINGS, review

    with store.look() as look:
        held = ceremonies_of(look, THINGS[incoming.kind]) if incoming.kind in THINGS else {}
        titles = [(row, (batch or title).side(side)) for row, (batch, title) in held.items()]
        return _Seen(review(look, incoming, ticket), titles)
