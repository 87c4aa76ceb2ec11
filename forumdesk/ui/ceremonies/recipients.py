"""The recipients of plaques, and what is unveiled, as table rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.domain.text import Text
from forumdesk.ui import wording
from forumdesk.ui.ceremonies.names import Known, name_of
from forumdesk.ui.ceremonies.table import Offering, OrderedModel
from forumdesk.ui.ceremonies.wishes import Asked
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.ceremonies import CeremonyRow, PlaqueRow, UnveiledRow

NUMBER, RECIPIENT, REPRESENTATIVE, WORDING, PRESENTER, ARTWORK = range(6)
THING, THING_OTHER = 1, 2
Writes = Callable[[UUID, UUID | None], "Command"]
"""Names a person in a row, or nobody."""


class PlaqueModel(OrderedModel["PlaqueRow"]):
    """The recipients of a batch, and an empty line for each that is announced and not named."""

    def __init__(self, known: Known, screen: Screen) -> None:
        self._known = known
        self.ceremony: UUID | None = None
        super().__init__(self._columns(), screen)

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a batch."""
        self.ceremony = row.ceremony
        self.show_rows(row.plaques)

    def _columns(self) -> tuple[Column[PlaqueRow], ...]:
        return (
            Column(lambda s: s.say("No."), 44, lambda row, _: Cell(str(row.number), Tone.SECOND)),
            Offering(
                lambda s: s.say("Recipient organisation"), 0,
                lambda row, s: Cell(s.text(row.name)) if row.plaque else Cell(s.say("Not entered yet"), Tone.THIRD),
                lambda row, s: s.text(row.name), self._edit_recipient, offers=self._known.organisations,
            ),
            self._person("representative", lambda s: s.say("Representative"), _represented),
            Offering(
                lambda s: s.say("Wording"), 168, lambda row, s: Cell(s.text(row.wording), Tone.SECOND),
                lambda row, s: s.exactly(row.wording), _edit_wording, where=_is_named,
            ),
            self._person("presenter", lambda s: s.say("Presenter"), _presented),
            Offering(
                lambda s: s.say("Plaque"), 96,
                lambda row, _: Cell(self._known.artwork.word(row.artwork) if row.plaque else "", Tone.SECOND),
                lambda row, _: self._known.artwork.word(row.artwork), self._edit_artwork,
                offers=self._known.artwork, where=_is_named,
            ),
        )  # fmt: skip

    def _edit_recipient(self, row: PlaqueRow, typed: str, screen: Screen) -> Asked:
        from forumdesk.app.commands.plaques import AwardPlaque, EditPlaque, RemovePlaque

        if row.plaque is None:
            ceremony = self.ceremony
            assert ceremony is not None
            return self._known.organisation(
                typed, screen, lambda organisation: [AwardPlaque(ceremony=ceremony, organisation=organisation)]
            )
        if not typed.strip():
            return RemovePlaque(id=row.plaque)
        plaque = row.plaque
        return self._known.organisation(
            typed, screen, lambda organisation: [EditPlaque(id=plaque, organisation=organisation)]
        )

    def _person(self, part: str, heading: Callable[[Screen], str], write: Writes) -> Column[PlaqueRow]:
        def value(row: PlaqueRow, screen: Screen) -> str:
            return name_of(getattr(row, part), screen)

        def edit(row: PlaqueRow, typed: str, screen: Screen) -> Asked:
            plaque = row.plaque
            assert plaque is not None
            if not typed.strip():
                return write(plaque, None)
            return self._known.person(typed, screen, lambda person: [write(plaque, person)])

        return Offering(
            heading, 112, lambda row, s: Cell(value(row, s)), value, edit, offers=self._known.people, where=_is_named
        )

    def _edit_artwork(self, row: PlaqueRow, typed: str, _: Screen) -> Asked:
        from forumdesk.app.commands.plaques import EditPlaque
        from forumdesk.domain.plaques import ArtworkState

        assert row.plaque is not None
        return EditPlaque(id=row.plaque, artwork=ArtworkState(self._known.artwork.code(typed)))


class UnveiledModel(OrderedModel["UnveiledRow"]):
    """What is unveiled or launched, by name in each language, and an empty line for each that is only announced."""

    def __init__(self, screen: Screen) -> None:
        self.ceremony: UUID | None = None
        super().__init__(
            (
                Column(lambda s: s.say("No."), 44, lambda row, _: Cell(str(row.number), Tone.SECOND)),
                self._name(0),
                self._name(1),
            ),
            screen,
        )

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show what is unveiled."""
        self.ceremony = row.ceremony
        self.show_rows(row.unveiled)

    def _name(self, side: int) -> Column[UnveiledRow]:
        def heading(screen: Screen) -> str:
            return screen.say("Called in {language}", language=wording.long_language(screen.languages[side], screen))

        def value(row: UnveiledRow, _: Screen) -> str:
            return (row.name.first, row.name.second)[side]

        def cell(row: UnveiledRow, screen: Screen) -> Cell:
            if row.unveiled is None and side == screen.side:
                return Cell(screen.say("Not entered yet"), Tone.THIRD)
            return Cell(value(row, screen), Tone.INK if side == screen.side else Tone.SECOND)

        def edit(row: UnveiledRow, typed: str, _: Screen) -> Asked:
            from forumdesk.app.commands.ceremonies import AddUnveiled, EditUnveiled

            name = Text(row.name.first, typed.strip()) if side else Text(typed.strip(), row.name.second)
            if row.unveiled is None:
                assert self.ceremony is not None
                return AddUnveiled(ceremony=self.ceremony, name=name)
            return EditUnveiled(id=row.unveiled, name=name)

        return Column(heading, 0, cell, value, edit)


def _is_named(row: PlaqueRow) -> bool:
    return row.plaque is not None


def _edit_wording(row: PlaqueRow, typed: str, screen: Screen) -> Asked:
    from forumdesk.app.commands.plaques import EditPlaque

    assert row.plaque is not None
    return EditPlaque(id=row.plaque, wording=screen.written(row.wording, typed.strip()))


def _represented(plaque: UUID, person: UUID | None) -> Command:
    from forumdesk.app.commands.plaques import EditPlaque

    return EditPlaque(id=plaque, representative=person)


def _presented(plaque: UUID, person: UUID | None) -> Command:
    from forumdesk.app.commands.plaques import EditPlaque

    return EditPlaque(id=plaque, presenter=person)
