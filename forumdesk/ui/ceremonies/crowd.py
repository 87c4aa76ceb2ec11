"""Those who are on stage at a call, as table rows, and the commands that change who is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.naming import one_post
from forumdesk.ui.ceremonies.names import called_for_short, name_of
from forumdesk.ui.ceremonies.table import OrderedModel
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.ceremonies import CallRow, CeremonyRow, Someone

RANK, NAME, POST = range(3)


@dataclass(frozen=True, slots=True)
class CrowdRow:
    """Somebody on stage; `is_called`: they walk on in the call that is shown, the others are there already."""

    rank: int
    who: Someone
    is_called: bool

    @property
    def id(self) -> UUID:
        """The person's."""
        return self.who.id


class CrowdModel(OrderedModel[CrowdRow]):
    """Who stands on stage once a call has come, in order of rank."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(COLUMNS, screen)

    def show_call(self, call: CallRow | None) -> None:
        """Show the stage of a call."""
        if call is None:
            self.show_rows(())
            return
        called = {person.id for person in call.people}
        self.show_rows([CrowdRow(rank, who, who.id in called) for rank, who in enumerate(call.stage.people, start=1)])


COLUMNS = (
    Column[CrowdRow](
        lambda s: s.say("Rank"), 48, lambda row, _: Cell(str(row.rank), Tone.INK if row.is_called else Tone.SECOND)
    ),
    Column[CrowdRow](
        lambda s: s.say("Name"), 104,
        lambda row, s: Cell(name_of(row.who, s), Tone.INK if row.is_called else Tone.SECOND),
    ),
    Column[CrowdRow](
        lambda s: s.say("Post"), 0,
        lambda row, s: Cell(_post(row, s), Tone.SECOND if row.is_called else Tone.THIRD),
    ),
)  # fmt: skip


def _post(row: CrowdRow, screen: Screen) -> str:
    """The post in few words: the column is narrow."""
    return one_post(called_for_short(row.who, screen), screen.text(row.who.post.title), screen.language)


def call_in(row: CeremonyRow, call: CallRow, person: UUID) -> Sequence[Command]:
    """Let somebody walk on, too; the programme names them with the others."""
    from forumdesk.app.commands.agenda import AddAppearance
    from forumdesk.app.commands.ceremonies import EditStageCall
    from forumdesk.store.screens.ceremonies import ROLES

    commands: list[Command] = [EditStageCall(id=call.id, people=(*(each.id for each in call.people), person))]
    if person not in (appearing for _, appearing in row.appears):
        commands.append(AddAppearance(item=row.id, person=person, role=ROLES[row.kind]))
    return commands


def call_off(row: CeremonyRow, call: CallRow, person: UUID) -> Sequence[Command]:
    """Take somebody out of a call, and out of the programme where no other call of the item brings them."""
    from forumdesk.app.commands.agenda import RemoveAppearance
    from forumdesk.app.commands.ceremonies import EditStageCall

    rest = tuple(each.id for each in call.people if each.id != person)
    commands: list[Command] = [EditStageCall(id=call.id, people=rest)]
    elsewhere = (other for other in row.calls if other.id != call.id)
    if not any(person == each.id for other in elsewhere for each in other.people):
        commands += [RemoveAppearance(id=own) for own, appearing in row.appears if appearing == person]
    return commands


def rank(row: CeremonyRow, call: CallRow, order: Sequence[UUID], person: UUID) -> Sequence[Command]:
    """Let those called stand in another order, and `person`, who was moved, appear in it too."""
    from forumdesk.app.commands.agenda import MoveAppearance
    from forumdesk.app.commands.ceremonies import EditStageCall

    commands: list[Command] = [EditStageCall(id=call.id, people=tuple(order))]
    appearances = {appearing: own for own, appearing in row.appears}
    place = order.index(person)
    before = order[place - 1] if place else None
    stayed = call.stage.stayed
    if before is None and stayed:
        before = stayed[-1].id
    if person in appearances and (before is None or before in appearances):
        commands.append(MoveAppearance(id=appearances[person], after=before and appearances[before]))
    return commands
