"""People, organisations and ranks as table rows; names are edited in place, each language in its column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import Qt

from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, Index, RowModel
from forumdesk.ui.parts.table_model import second, typed
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import CATEGORIES, SENDS_DEPUTY, STATUSES

if TYPE_CHECKING:
    from forumdesk.store.screens.people import OrganisationRow, PersonRow, RankRow
    from forumdesk.store.screens.posts import PostLine

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


class Posted(Protocol):
    """A row with a main post."""

    @property
    def post(self) -> PostLine:
        """The post."""


class Attending(Protocol):
    """A row of somebody who may attend."""

    @property
    def status(self) -> str:
        """How, as a code."""


R = TypeVar("R", bound=Named)


def invitation(screen: Screen) -> str:
    """What the row says that takes new ones."""
    return screen.say("Paste or type")


class PeopleModel(RowModel["PersonRow"]):
    """Everybody at the event."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(COLUMNS, screen, invitation)


class OrganisationsModel(RowModel["OrganisationRow"]):
    """Every organisation."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(ORGANISATION_COLUMNS, screen, invitation)


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


def name_column(side: int, width: int, key: Callable[[R], object] | None = None) -> Column[R]:
    """The name in the event's first or second language."""

    def heading(screen: Screen) -> str:
        language = wording.long_language(screen.languages[side], screen)
        return screen.say("Name in {language}", language=language)

    def value(row: R, _: Screen) -> str:
        return (row.name.first, row.name.second)[side]

    return typed(("name_first", "name_second")[side], heading, width, value, key=key)


def choices(codes: Sequence[str]) -> Callable[[Screen], Sequence[str]]:
    """The words of codes."""
    return lambda screen: [say_code(screen.words, code) for code in codes]


def organisation_cell(row: Posted, screen: Screen) -> Cell:
    """The organisation of a main post, shortened where its name is long."""
    return Cell(wording.organisation(row.post, screen), Tone.SECOND)


def status_cell(row: Attending, screen: Screen) -> Cell:
    """A status; what is not sure stands out."""
    tone = Tone.SECOND if row.status in ("confirmed", "arrived") else Tone.AMBER
    return Cell(say_code(screen.words, row.status), tone)


def _edit_reason(row: RankRow, text: str, _: Screen) -> object:
    from forumdesk.app.commands.precedence import RankPerson

    return RankPerson(person=row.id, after=row.id, reason=text.strip())


def _category(row: PersonRow, screen: Screen) -> Cell:
    return wording.chip(row.category, screen) if row.category else Cell("")


def _spelt(row: PersonRow) -> str:
    from forumdesk.rules.names import is_han
    from forumdesk.rules.pinyin import sort_key, spelled

    name = row.name.first or row.name.second
    # A foreign name in characters is no Chinese one: it has a dot, and no surname to be read in its own way.
    return sort_key(name, row.reading) if row.reading or is_han(name) else " ".join(spelled(name))


def _rank_name(row: RankRow, screen: Screen) -> Cell:
    tag = "" if row.strokes else screen.say("no stroke data")
    return Cell(screen.text(row.name), tag=tag)


COLUMNS: tuple[Column[PersonRow], ...] = (
    name_column(0, 120, _spelt),
    name_column(1, 128),
    typed(
        "organisation", lambda s: s.say("Organisation"), 0,
        lambda row, s: s.text(row.post.organisation), cell=organisation_cell,
    ),
    typed(
        "title", lambda s: s.say("Post"), 0,
        lambda row, s: s.text(row.post.title), cell=second(lambda row, s: s.text(row.post.title)),
    ),
    typed(
        "category", lambda s: s.say("Category"), 88, lambda row, s: say_code(s.words, row.category),
        cell=_category, choices=choices(CATEGORIES),
    ),
    typed(
        "status", lambda s: s.say("Status"), 96, lambda row, s: say_code(s.words, row.status),
        cell=status_cell, choices=choices(STATUSES), one_by_one=(SENDS_DEPUTY,),
    ),
    typed("native_name", lambda s: s.say("Native name"), 128, lambda row, _: row.native_name, hidden=True),
    typed("phone", lambda s: s.say("Phone"), 128, lambda row, _: row.phone, hidden=True),
    typed("email", lambda s: s.say("E-mail"), 168, lambda row, _: row.email, hidden=True),
    typed("id_number", lambda s: s.say("ID number"), 160, lambda row, _: row.id_number, hidden=True),
    typed("note", lambda s: s.say("Note"), 160, lambda row, _: row.note, hidden=True),
)  # fmt: skip
FIRST_NAME, SECOND_NAME, ORGANISATION, POST, CATEGORY, STATUS = range(6)


def _kinds(screen: Screen) -> list[str]:
    return [kind_word(kind, screen) for kind in KINDS]


ORGANISATION_COLUMNS: tuple[Column[OrganisationRow], ...] = (
    name_column(0, 0),
    name_column(1, 0),
    typed(
        "short_name", lambda s: s.say("Short name"), 144, lambda row, s: s.text(row.short_name),
        cell=second(lambda row, s: s.text(row.short_name)),
    ),
    typed(
        "kind", lambda s: s.say("Kind"), 96, lambda row, s: kind_word(row.kind, s),
        cell=second(lambda row, s: kind_word(row.kind, s)), choices=_kinds,
    ),
    typed(
        "country", lambda s: s.say("Country"), 104, lambda row, s: s.text(row.country),
        cell=second(lambda row, s: s.text(row.country)),
    ),
    Column(
        lambda s: s.say("People"), 72, lambda row, _: Cell(str(row.people or ""), Tone.SECOND, right=True),
        right=True, name="people", key=lambda row: row.people,
    ),
    typed(
        "founded", lambda s: s.say("Founded"), 104, lambda row, _: row.founded.isoformat() if row.founded else "",
        hidden=True,
    ),
    typed(
        "sequence", lambda s: s.say("Official sequence"), 96,
        lambda row, _: "" if row.sequence is None else str(row.sequence), hidden=True, key=lambda row: row.sequence,
    ),
    typed("spellings", lambda s: s.say("Other spellings"), 160, lambda row, _: "; ".join(row.spellings), hidden=True),
    typed("note", lambda s: s.say("Note"), 160, lambda row, _: row.note, hidden=True),
)  # fmt: skip

RANK_COLUMNS: tuple[Column[RankRow], ...] = (
    Column(lambda _: "", 48, lambda row, _: Cell(str(row.number), Tone.SECOND, right=True), right=True),
    Column(lambda s: s.say("Name"), 224, _rank_name),
    Column(lambda s: s.say("Post"), 0, lambda row, s: Cell(wording.post(row.post, s), Tone.SECOND)),
    Column(
        lambda s: s.say("Reason"), 0,
        lambda row, _: Cell(row.reason, Tone.SECOND), lambda row, _: row.reason, _edit_reason,
    ),
)  # fmt: skip
NUMBER, NAME, RANKED_POST, REASON = range(len(RANK_COLUMNS))
