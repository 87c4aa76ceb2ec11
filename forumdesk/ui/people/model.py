"""People as table rows; their names are edited in place, each language in its column."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from forumdesk.app.wording import say_code
from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.people import PersonRow


class PeopleModel(RowModel["PersonRow"]):
    """Everybody at the event."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(COLUMNS, screen)


def _name(side: int) -> Column[PersonRow]:
    """The name in the event's first or second language."""

    def heading(screen: Screen) -> str:
        language = wording.long_language(screen.languages[side], screen)
        return screen.say("Name in {language}", language=language)

    def value(row: PersonRow, _: Screen) -> str:
        return (row.name.first, row.name.second)[side]

    def edit(row: PersonRow, text: str, _: Screen) -> object:
        from forumdesk.app.commands.people import EditPerson

        both = Text(row.name.first, text.strip()) if side else Text(text.strip(), row.name.second)
        return EditPerson(id=row.id, name=both)

    return Column(heading, 176, lambda row, screen: Cell(value(row, screen)), value, edit)


def _plain(
    heading: Callable[[Screen], str], width: int, cell: Callable[[PersonRow, Screen], Cell]
) -> Column[PersonRow]:
    return Column(heading, width, cell)


def _status(row: PersonRow, screen: Screen) -> Cell:
    tone = Tone.SECOND if row.status in ("confirmed", "arrived") else Tone.AMBER
    return Cell(say_code(screen.words, row.status), tone)


COLUMNS = (
    _name(0),
    _name(1),
    _plain(lambda s: s.say("Organisation"), 0, lambda row, s: Cell(wording.organisation(row.post, s), Tone.SECOND)),
    _plain(lambda s: s.say("Post"), 0, lambda row, s: Cell(s.text(row.post.title), Tone.SECOND)),
    _plain(
        lambda s: s.say("Category"), 96, lambda row, s: wording.chip(row.category, s) if row.category else Cell("")
    ),
    _plain(lambda s: s.say("Status"), 120, _status),
)
FIRST_NAME, SECOND_NAME, ORGANISATION, POST, CATEGORY, STATUS = range(len(COLUMNS))
