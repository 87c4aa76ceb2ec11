"""The recipients of plaques, and what is unveiled, as table rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol, TypeVar

from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.ceremonies.names import Known, name_of
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.offer_edit import Offers
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.table_model import second, typed
from forumdesk.ui.people.model import invitation
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import PlaqueRow, UnveiledRow

NUMBER, RECIPIENT, RECIPIENT_OTHER, REPRESENTATIVE, WORDING, PRESENTER, ARTWORK, MARK = range(8)
THING, THING_OTHER = 1, 2


class PlaqueModel(RowModel["PlaqueRow"]):
    """The recipients of a batch, an empty line for each that is announced and not named, and one that takes more."""

    def __init__(self, known: Known, screen: Screen) -> None:
        super().__init__(_plaque_columns(known), screen, invitation)


class UnveiledModel(RowModel["UnveiledRow"]):
    """What is unveiled or launched, by name in each language, and an empty line for each that is only announced."""

    def __init__(self, screen: Screen) -> None:
        columns: tuple[Column[UnveiledRow], ...] = (_number(), _name(0, _is_unveiled), _name(1, _is_unveiled))
        super().__init__(columns, screen, invitation)


class Listed(Protocol):
    """A row with a number and a name."""

    @property
    def id(self) -> Hashable:
        """What it is known by."""

    @property
    def number(self) -> int:
        """Its place."""

    @property
    def name(self) -> Text:
        """The name."""


L = TypeVar("L", bound=Listed)


def _number() -> Column[L]:
    return Column(lambda s: s.say("No."), 56, lambda row, _: Cell(str(row.number), Tone.SECOND), name="position")


def _name(side: int, is_entered: Callable[[L], bool], offers: Offers | None = None) -> Column[L]:
    def heading(screen: Screen) -> str:
        return screen.say("Called in {language}", language=wording.long_language(screen.languages[side], screen))

    def value(row: L, _: Screen) -> str:
        return (row.name.first, row.name.second)[side]

    def cell(row: L, screen: Screen) -> Cell:
        if not is_entered(row) and side == screen.side:
            return Cell(screen.say("Not entered yet"), Tone.THIRD)
        return Cell(value(row, screen), Tone.INK if side == screen.side else Tone.SECOND)

    return typed(("name_first", "name_second")[side], heading, 0, value, cell=cell, offers=offers)


def _plaque_columns(known: Known) -> tuple[Column[PlaqueRow], ...]:
    def person(part: str, heading: Callable[[Screen], str]) -> Column[PlaqueRow]:
        return typed(
            part, heading, 112, lambda row, s: name_of(getattr(row, part), s), offers=known.people
        )  # fmt: skip

    return (
        _number(),
        _name(0, _is_named, known.organisations),
        _name(1, _is_named, known.organisations),
        person("representative", lambda s: s.say("Representative")),
        typed(
            "wording", lambda s: s.say("Wording"), 144, lambda row, s: s.exactly(row.wording),
            cell=second(lambda row, s: s.text(row.wording)),
        ),
        person("presenter", lambda s: s.say("Presenter")),
        typed(
            "artwork", lambda s: s.say("Plaque"), 96,
            lambda row, _: known.artwork.word(row.artwork) if row.plaque else "",
            cell=second(lambda row, _: known.artwork.word(row.artwork) if row.plaque else ""),
            choices=lambda _: known.artwork.offered,
        ),
        typed("mark", lambda s: s.say("Plaque number"), 112, lambda row, _: row.mark, hidden=True),
    )  # fmt: skip


def _is_named(row: PlaqueRow) -> bool:
    return row.plaque is not None


def _is_unveiled(row: UnveiledRow) -> bool:
    return row.unveiled is not None
