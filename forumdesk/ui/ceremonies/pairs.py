"""The pairs of a signing as table rows: the host party at the left, the guest party at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from forumdesk.ui.ceremonies.names import Known, name_of
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.table_model import second, typed
from forumdesk.ui.people.model import invitation
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import PairRow, Signer

(
    NUMBER, HOST, HOST_SIGNATORY, HOST_ASSISTANT, GUEST, COUNTRY, GUEST_SIGNATORY, GUEST_ASSISTANT, STATE,
    TITLE, COPIES,
) = range(11)  # fmt: skip
PERSON = 84


class PairModel(RowModel["PairRow"]):
    """The agreements of one signing. A party that is typed into an empty line is a new agreement."""

    def __init__(self, known: Known, screen: Screen) -> None:
        super().__init__(_columns(known), screen, invitation)

    def stretch(self, place: int) -> tuple[int, int]:
        """An agreement moves with all its lines."""
        row = self.row_at(place)
        if row is None or row.agreement is None:
            return place, place
        places = [at for at, line in enumerate(self.lines) if line.agreement == row.agreement]
        return places[0], places[-1]


def _columns(known: Known) -> tuple[Column[PairRow], ...]:
    return (
        Column(
            lambda s: s.say("No."), 56, lambda row, _: Cell(str(row.number or ""), Tone.SECOND), name="position"
        ),
        *_side("host", lambda s: s.say("Host party"), known),
        *_side("guest", lambda s: s.say("Guest party"), known),
        typed(
            "state", lambda s: s.say("State"), 84,
            lambda row, _: known.agreement.word(row.state) if row.number and row.agreement else "",
            cell=lambda row, _: _state(row, known), choices=lambda _: known.agreement.offered,
        ),
        typed(
            "title", lambda s: s.say("Title of the agreement"), 200, lambda row, s: s.exactly(row.title), hidden=True
        ),
        typed("copies", lambda s: s.say("Copies"), 72, lambda row, _: str(row.copies or ""), hidden=True),
    )  # fmt: skip


def _side(side: str, heading: Callable[[Screen], str], known: Known) -> tuple[Column[PairRow], ...]:
    """A party, for a guest its country, and who signs and assists."""

    def party(row: PairRow) -> Signer | None:
        return row.host if side == "host" else row.guest

    def name(row: PairRow, screen: Screen) -> str:
        signer = party(row)
        return screen.text(signer.name) if signer else ""

    def cell(row: PairRow, screen: Screen) -> Cell:
        if row.agreement is None and side == "host":
            return Cell(screen.say("Not entered yet"), Tone.THIRD)
        return Cell(name(row, screen))

    def person(part: str, heading: Callable[[Screen], str]) -> Column[PairRow]:
        def value(row: PairRow, screen: Screen) -> str:
            signer = party(row)
            return name_of(getattr(signer, part), screen) if signer else ""

        return typed(f"{side}_{part}", heading, PERSON, value, cell=second(value), offers=known.people)

    country: Column[PairRow] = typed(
        "country", lambda s: s.say("Country"), 104, lambda row, s: s.exactly(row.guest.country) if row.guest else "",
        cell=lambda row, s: Cell(s.text(row.guest.country) if row.guest else "", Tone.SECOND),
    )  # fmt: skip
    return (
        typed(side, heading, 0, name, cell=cell, offers=known.organisations),
        *((country,) if side == "guest" else ()),
        person("signatory", lambda s: s.say("Signatory")),
        person("assistant", lambda s: s.say("Assistant")),
    )


def _state(row: PairRow, known: Known) -> Cell:
    if not (row.agreement and row.number):
        return Cell("")
    return Cell(known.agreement.word(row.state), Tone.INK if row.state != "draft" else Tone.SECOND)
