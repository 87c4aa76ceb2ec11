"""Attendees as table rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from forumdesk.app.wording import say_code
from forumdesk.ui import wording
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.paged_model import PagedModel, Source
from forumdesk.ui.parts.table_model import Column
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.attendees import AttendeeRow
    from forumdesk.ui.operations import Operations

CATEGORIES = ("vip", "speaker", "delegate", "press", "staff")
STATUSES = ("invited", "confirmed", "declined", "sends-deputy", "arrived")
"""As `domain.attendance` has them, which is not loaded before the event is read."""

_SURE = ("confirmed", "arrived")


class AttendeesModel(PagedModel["AttendeeRow"]):
    """Everybody on the attendee list, and a row that takes new ones."""

    def __init__(self, screen: Screen, operations: Operations) -> None:
        from forumdesk.store.screens import attendees

        source = Source(
            attendees.KIND,
            attendees.ids,
            attendees.total,
            attendees.rows,
            attendees.touched,
            lambda row: row.position,
        )
        super().__init__(
            COLUMNS, screen, operations, source=source, query=attendees.Query(),
            invitation=lambda said: said.say("Paste or type"),
        )  # fmt: skip


def _name(side: int) -> Column[AttendeeRow]:
    def heading(screen: Screen) -> str:
        language = wording.long_language(screen.languages[side], screen)
        return screen.say("Name in {language}", language=language)

    def value(row: AttendeeRow, _: Screen) -> str:
        return (row.name.first, row.name.second)[side]

    return _column(("name_first", "name_second")[side], heading, (120, 152)[side], value)


def _organisation(row: AttendeeRow, screen: Screen) -> Cell:
    return Cell(wording.organisation(row.post, screen), Tone.SECOND)


def _column(
    name: str,
    heading: Callable[[Screen], str],
    width: int,
    value: Callable[[AttendeeRow, Screen], str],
    *,
    cell: Callable[[AttendeeRow, Screen], Cell] | None = None,
    choices: Callable[[Screen], Sequence[str]] | None = None,
    hidden: bool = False,
) -> Column[AttendeeRow]:
    shown = cell or (lambda row, screen: Cell(value(row, screen)))
    return Column(heading, width, shown, value, name=name, typed=True, choices=choices, hidden=hidden)


def _second(value: Callable[[AttendeeRow, Screen], str]) -> Callable[[AttendeeRow, Screen], Cell]:
    return lambda row, screen: Cell(value(row, screen), Tone.SECOND)


def _status(row: AttendeeRow, screen: Screen) -> Cell:
    return Cell(say_code(screen.words, row.status), Tone.SECOND if row.status in _SURE else Tone.AMBER)


def _words(codes: Sequence[str]) -> Callable[[Screen], Sequence[str]]:
    return lambda screen: [say_code(screen.words, code) for code in codes]


COLUMNS = (
    _name(0),
    _name(1),
    _column(
        "organisation", lambda s: s.say("Organisation"), 0,
        lambda row, s: s.text(row.post.organisation), cell=_organisation,
    ),
    _column(
        "title", lambda s: s.say("Post"), 0,
        lambda row, s: s.text(row.post.title), cell=_second(lambda row, s: s.text(row.post.title)),
    ),
    _column(
        "category", lambda s: s.say("Category"), 96, lambda row, s: say_code(s.words, row.category),
        cell=lambda row, s: wording.chip(row.category, s), choices=_words(CATEGORIES),
    ),
    _column(
        "status", lambda s: s.say("Status"), 112, lambda row, s: say_code(s.words, row.status),
        cell=_status, choices=_words(STATUSES),
    ),
    _column("badge", lambda s: s.say("Badge"), 88, lambda row, _: row.badge),
    _column("seat", lambda s: s.say("Seat"), 80, lambda row, _: row.seat),
    _column("note", lambda s: s.say("Note"), 160, lambda row, _: row.note, cell=_second(lambda row, _: row.note)),
    _column("phone", lambda s: s.say("Phone"), 128, lambda row, _: row.phone, hidden=True),
    _column("email", lambda s: s.say("E-mail"), 168, lambda row, _: row.email, hidden=True),
    _column("id_number", lambda s: s.say("ID number"), 160, lambda row, _: row.id_number, hidden=True),
)  # fmt: skip
FIRST_NAME, SECOND_NAME, ORGANISATION, TITLE, CATEGORY, STATUS, BADGE, SEAT, NOTE, PHONE, EMAIL, ID_NUMBER = range(
    len(COLUMNS)
)
