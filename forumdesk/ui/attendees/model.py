"""Attendees as table rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.app.wording import say_code
from forumdesk.ui import wording
from forumdesk.ui.parts.paged_model import PagedModel, Source
from forumdesk.ui.parts.table_model import Column, second, typed
from forumdesk.ui.people.model import choices, invitation, name_column, organisation_cell, status_cell
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import CATEGORIES, SENDS_DEPUTY, STATUSES

if TYPE_CHECKING:
    from forumdesk.store.screens.attendees import AttendeeRow
    from forumdesk.ui.operations import Operations


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
            invitation=invitation,
        )  # fmt: skip


COLUMNS: tuple[Column[AttendeeRow], ...] = (
    name_column(0, 120),
    name_column(1, 152),
    typed(
        "organisation", lambda s: s.say("Organisation"), 0,
        lambda row, s: s.text(row.post.organisation), cell=organisation_cell,
    ),
    typed(
        "title", lambda s: s.say("Post"), 0,
        lambda row, s: s.text(row.post.title), cell=second(lambda row, s: s.text(row.post.title)),
    ),
    typed(
        "category", lambda s: s.say("Category"), 96, lambda row, s: say_code(s.words, row.category),
        cell=lambda row, s: wording.chip(row.category, s), choices=choices(CATEGORIES),
    ),
    typed(
        "status", lambda s: s.say("Status"), 112, lambda row, s: say_code(s.words, row.status),
        cell=status_cell, choices=choices(STATUSES), one_by_one=(SENDS_DEPUTY,),
    ),
    typed("badge", lambda s: s.say("Badge"), 88, lambda row, _: row.badge),
    typed("seat", lambda s: s.say("Seat"), 80, lambda row, _: row.seat),
    typed("note", lambda s: s.say("Note"), 160, lambda row, _: row.note, cell=second(lambda row, _: row.note)),
    typed("phone", lambda s: s.say("Phone"), 128, lambda row, _: row.phone, hidden=True),
    typed("email", lambda s: s.say("E-mail"), 168, lambda row, _: row.email, hidden=True),
    typed("id_number", lambda s: s.say("ID number"), 160, lambda row, _: row.id_number, hidden=True),
)  # fmt: skip
FIRST_NAME, SECOND_NAME, ORGANISATION, TITLE, CATEGORY, STATUS, BADGE, SEAT, NOTE, PHONE, EMAIL, ID_NUMBER = range(12)
