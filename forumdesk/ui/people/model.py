"""People, organisations and ranks as table rows; names are edited in place, each language in its column."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt

from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, Index, RowModel
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.people import OrganisationRow, PersonRow, RankRow

KINDS = {
    "ministry": NOOP("Ministry"),
    "government": NOOP("Government"),
    "park": NOOP("Science park"),
    "company": NOOP("Company"),
    "association": NOOP("Association"),
    "embassy": NOOP("Embassy"),
    "university": NOOP("University"),
    "media": NOOP("Media"),
    "fund": NOOP("Fund"),
}
"""Kinds of organisations that have a name on the screen; the list is open."""


class Named(Protocol):
    """A row with a name in both languages."""

    @property
    def id(self) -> Hashable:
        """What it is known by."""

    @property
    def name(self) -> Text:
        """The name."""


R = TypeVar("R", bound=Named)


class PeopleModel(RowModel["PersonRow"]):
    """Everybody at the event."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(COLUMNS, screen)


class OrganisationsModel(RowModel["OrganisationRow"]):
    """Every organisation."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(ORGANISATION_COLUMNS, screen)


class RankModel(RowModel["RankRow"]):
    """The order of rank; its rows can be dragged."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(RANK_COLUMNS, screen)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged, and dropped between others."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move; there are no copies."""
        return Qt.DropAction.MoveAction


def kind_word(kind: str, screen: Screen) -> str:
    """A kind of organisation in the words of the screen; one without a name stands as it is."""
    return screen.words.say(KINDS[kind]) if kind in KINDS else kind


def _name(side: int, edit: Callable[[R, Text], object]) -> Column[R]:
    """The name in the event's first or second language."""

    def heading(screen: Screen) -> str:
        language = wording.long_language(screen.languages[side], screen)
        return screen.say("Name in {language}", language=language)

    def value(row: R, _: Screen) -> str:
        return (row.name.first, row.name.second)[side]

    def edited(row: R, text: str, _: Screen) -> object:
        return edit(row, Text(row.name.first, text.strip()) if side else Text(text.strip(), row.name.second))

    return Column(heading, 0, lambda row, screen: Cell(value(row, screen)), value, edited)


def _edit_person(row: PersonRow, name: Text) -> object:
    from forumdesk.app.commands.people import EditPerson

    return EditPerson(id=row.id, name=name)


def _edit_organisation(row: OrganisationRow, name: Text) -> object:
    from forumdesk.app.commands.people import EditOrganisation

    return EditOrganisation(id=row.id, name=name)


def _edit_reason(row: RankRow, text: str, _: Screen) -> object:
    from forumdesk.app.commands.precedence import RankPerson

    return RankPerson(person=row.id, after=row.id, reason=text.strip())


def _plain(heading: Callable[[Screen], str], width: int, cell: Callable[[R, Screen], Cell]) -> Column[R]:
    return Column(heading, width, cell)


def _status(row: PersonRow, screen: Screen) -> Cell:
    tone = Tone.SECOND if row.status in ("confirmed", "arrived") else Tone.AMBER
    return Cell(say_code(screen.words, row.status), tone)


def _rank_name(row: RankRow, screen: Screen) -> Cell:
    tag = "" if row.strokes else screen.say("no stroke data")
    return Cell(screen.text(row.name), tag=tag)


COLUMNS: tuple[Column[PersonRow], ...] = (
    _name(0, _edit_person),
    _name(1, _edit_person),
    _plain(lambda s: s.say("Organisation"), 0, lambda row, s: Cell(wording.organisation(row.post, s), Tone.SECOND)),
    _plain(lambda s: s.say("Post"), 0, lambda row, s: Cell(s.text(row.post.title), Tone.SECOND)),
    _plain(
        lambda s: s.say("Category"), 88, lambda row, s: wording.chip(row.category, s) if row.category else Cell("")
    ),
    _plain(lambda s: s.say("Status"), 104, _status),
)
FIRST_NAME, SECOND_NAME, ORGANISATION, POST, CATEGORY, STATUS = range(len(COLUMNS))

ORGANISATION_COLUMNS: tuple[Column[OrganisationRow], ...] = (
    _name(0, _edit_organisation),
    _name(1, _edit_organisation),
    _plain(lambda s: s.say("Short name"), 144, lambda row, s: Cell(s.text(row.short), Tone.SECOND)),
    _plain(lambda s: s.say("Kind"), 96, lambda row, s: Cell(kind_word(row.kind, s), Tone.SECOND)),
    _plain(lambda s: s.say("Country"), 104, lambda row, s: Cell(s.text(row.country), Tone.SECOND)),
    Column(
        lambda s: s.say("People"), 72,
        lambda row, _: Cell(str(row.people or ""), Tone.SECOND, right=True), right=True,
    ),
)  # fmt: skip

RANK_COLUMNS: tuple[Column[RankRow], ...] = (
    Column(lambda _: "", 48, lambda row, _: Cell(str(row.number), Tone.SECOND, right=True), right=True),
    _plain(lambda s: s.say("Name"), 224, _rank_name),
    _plain(lambda s: s.say("Post"), 0, lambda row, s: Cell(wording.post(row.post, s), Tone.SECOND)),
    Column(
        lambda s: s.say("Reason"), 0,
        lambda row, _: Cell(row.reason, Tone.SECOND), lambda row, _: row.reason, _edit_reason,
    ),
)  # fmt: skip
NUMBER, NAME, RANKED_POST, REASON = range(len(RANK_COLUMNS))
