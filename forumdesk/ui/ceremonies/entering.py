"""What texts typed or pasted into the lists of a ceremony come to: recipients, agreements, what is unveiled."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from forumdesk.app.commands.ceremonies import AddUnveiled, EditUnveiled, MoveUnveiled, RemoveUnveiled
from forumdesk.app.commands.command import Command, Move
from forumdesk.app.commands.people import EditOrganisation
from forumdesk.app.commands.plaques import AwardPlaque, EditPlaque, MovePlaque, RemovePlaque
from forumdesk.app.commands.signing import (
    MoveAgreement,
    RemoveAgreement,
)
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.people import Organisation
from forumdesk.domain.plaques import ArtworkState, Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Unveiled
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.rules.names import is_han
from forumdesk.store.screens.ceremonies import PlaqueRow, UnveiledRow, ceremonies
from forumdesk.store.work import Look, NotFound
from forumdesk.ui.ceremonies import states
from forumdesk.ui.ceremonies.entering_agreements import EnteringAgreements
from forumdesk.ui.ceremonies.entering_ceremony import EnteringCeremony
from forumdesk.ui.ceremonies.names import Known, as_text
from forumdesk.ui.parts.draft import Draft, Line, Plan
from forumdesk.ui.parts.entering import code_of, given
from forumdesk.ui.parts.table_model import Column
from forumdesk.ui.people.entering import NAMES, AlreadyEntered
from forumdesk.ui.screen import Screen


class CalledOtherwise(Refused):
    """An organisation that is known has another name in that language. Facts: name."""

    code = "called-otherwise"
    sentence = NOOP("It is called “{name}” there; names are changed under Organisations.")


class _Plaques(EnteringCeremony[PlaqueRow]):
    """The recipients of a batch."""

    kind = Term("plaque")
    persons: Mapping[str, str] = {"representative": "representative", "presenter": "presenter"}

    def who(self, row: PlaqueRow) -> str:
        """The recipient."""
        return self.screen.text(row.name)

    def is_new(self, row: PlaqueRow) -> bool:
        """Whether it is only announced."""
        return row.plaque is None

    def reads(self, column: str, text: str) -> str:
        """A state reads as its word."""
        code = code_of(text, states.ARTWORK) if column == "artwork" else ""
        return self.screen.words.say(states.ARTWORK[code]) if code else text

    def add(self, line: Line) -> None:
        """Award a plaque, unless the recipient has one in this batch."""
        texts = self.fit(line, "", {})
        name = Text(*(texts.get(column, "") for column in NAMES))
        lone = str(name) if not (name.first and name.second) else ""
        if is_han(lone):
            name = as_text(lone, self.screen)
        who = self.screen.text(name)
        if name.blank:
            self.refuse(line, "", next(iter(line.texts)), NameNeeded())
            return
        known = next(filter(None, map(self.known_organisation, filter(None, (name.first, name.second)))), None)
        if known in self._recipients:
            self.refuse(line, who, "", AlreadyEntered(name=who))
            return
        if not self.takes(line, who):
            return
        organisation = known or self.enter(name)
        if known:
            self._complete(line, known, texts)
        self._recipients.add(organisation)
        people: dict[str, Any] = self.people(line, who, texts, self.persons)
        artwork = self.choice(line, who, "artwork", states.ARTWORK, texts)
        award = AwardPlaque(
            ceremony=self.ceremony, organisation=organisation, number=texts.get("mark", ""),
            wording=self.screen.written(Text(), texts.get("wording", "")), **people,
        )  # fmt: skip
        self.wish(award)
        if artwork:
            self.wish(EditPlaque(id=award.id, artwork=ArtworkState(artwork)))
        self.tell_new(line, who, texts)

    def edit(self, line: Line, row: PlaqueRow, texts: dict[str, str]) -> Iterable[str]:
        """Change a plaque; one whose names are emptied is taken out."""
        assert row.plaque is not None
        names = given(texts, NAMES)
        if names and not any({"name_first": row.name.first, "name_second": row.name.second, **names}.values()):
            self.wish(RemovePlaque(id=row.plaque))
            return texts
        changes: dict[str, Any] = self._renamed(line, row, texts)
        changes |= self.people(line, self.who(row), texts, self.persons)
        if "wording" in texts:
            changes["wording"] = self.screen.written(row.wording, texts["wording"])
        if "mark" in texts:
            changes["number"] = texts["mark"]
        if artwork := self.choice(line, self.who(row), "artwork", states.ARTWORK, texts):
            changes["artwork"] = ArtworkState(artwork)
        if changes:
            self.wish(EditPlaque(id=row.plaque, **changes))
        return texts

    def _renamed(self, line: Line, row: PlaqueRow, texts: dict[str, str]) -> dict[str, Any]:
        """Another recipient; or the one that is there gets the name that it lacks in a language."""
        typed = {column: text for column, text in given(texts, NAMES).items() if text}
        assert row.organisation is not None
        known = next(filter(None, map(self.known_organisation, typed.values())), None)
        lacks = all(not (row.name.first, row.name.second)[NAMES.index(column)] for column in typed)
        if len(typed) < len(given(texts, NAMES)) or known == row.organisation or (known is None and lacks):
            self._complete(line, row.organisation, texts)
            return {}
        if known:
            self._complete(line, known, texts)
        return {"organisation": known or self.enter(Text(*(typed.get(column, "") for column in NAMES)))}

    def _complete(self, line: Line, organisation: UUID, texts: dict[str, str]) -> None:
        """Give an organisation the name that it lacks in a language; another name is not changed here."""
        known = self.look.find(Organisation, organisation)
        if known is None:  # it is entered by this very draft
            return
        name = {"name_first": known.name.first, "name_second": known.name.second}
        for column, text in given(texts, NAMES).items():
            if name[column] and text.casefold() != name[column].casefold() and self._differs(organisation, text):
                self.refuse(line, str(known.name), column, CalledOtherwise(name=name[column]))
                del texts[column]
            elif text and not name[column] and self._differs(organisation, text):
                name[column] = text
                self._organisations[text.casefold()] = organisation
                self.wish(EditOrganisation(id=organisation, name=Text(*name.values())))

    def _differs(self, organisation: UUID, text: str) -> bool:
        return self.known_organisation(text) != organisation


class _Unveiled(EnteringCeremony[UnveiledRow]):
    """What is launched, unveiled or released."""

    kind = Term("unveiled")

    def who(self, row: UnveiledRow) -> str:
        """Its name."""
        return self.screen.text(row.name)

    def is_new(self, row: UnveiledRow) -> bool:
        """Whether it is only announced."""
        return row.unveiled is None

    def add(self, line: Line) -> None:
        """Something more."""
        texts = self.fit(line, "", {})
        name = Text(*(texts.get(column, "") for column in NAMES))
        who = self.screen.text(name)
        if name.blank:
            self.refuse(line, "", next(iter(line.texts)), NameNeeded())
        elif self.takes(line, who):
            self.wish(AddUnveiled(ceremony=self.ceremony, name=name))
            self.tell_new(line, who, texts)

    def edit(self, line: Line, row: UnveiledRow, texts: dict[str, str]) -> Iterable[str]:  # noqa: ARG002
        """Change its name; what has none any more is taken out."""
        assert row.unveiled is not None
        name = Text(
            *(texts.get(column, was) for column, was in zip(NAMES, (row.name.first, row.name.second), strict=True))
        )
        self.wish(RemoveUnveiled(id=row.unveiled) if name.blank else EditUnveiled(id=row.unveiled, name=name))
        return texts


def plan(
    look: Look, draft: Draft, screen: Screen, *, ceremony: UUID | None, columns: Sequence[Column[Any]], names: Known
) -> Plan:
    """What a draft for the list of a ceremony comes to."""
    row = next((each for each in ceremonies(look) if each.ceremony == ceremony), None)
    if row is None:
        raise NotFound(kind=Term("ceremony"), id=ceremony)
    entering: type[EnteringCeremony[Any]] = {"plaque": _Plaques, "signing": EnteringAgreements}.get(
        row.kind, _Unveiled
    )
    rows = (*row.plaques, *row.pairs, *row.unveiled)
    return entering(look, draft, screen, columns=columns, rows=rows, row=row, names=names).plan()


_VERBS: dict[str, tuple[Any, type[Move], Any]] = {
    "plaques": (Plaque, MovePlaque, RemovePlaque),
    "agreements": (Agreement, MoveAgreement, RemoveAgreement),
    "unveiled": (Unveiled, MoveUnveiled, RemoveUnveiled),
}
"""By list: what its rows are, what moves and what removes one."""


def removal(name: str, _: Look, draft: Draft, _screen: Screen) -> Plan:
    """Take rows out of a list; those that are only announced stay announced."""
    remove = _VERBS[name][2]
    return Plan(draft.step, [remove(id=row_id) for row_id in _entered(line.id for line in draft.lines)])


def moving(name: str, look: Look, ids: Sequence[Hashable], after: Hashable | None) -> list[Command]:
    """The commands that put rows, in their order, behind another one; behind one of themselves they gather there."""
    kind, move, _ = _VERBS[name]
    moved = _entered(ids)
    if not moved:
        return []
    order = [row.id for row in look.all(kind, ceremony_id=look.get(kind, moved[0]).ceremony_id)]
    place = order.index(_entered([after])[0]) if _entered([after]) else (-1 if after is None else len(order) - 1)
    while place >= 0 and order[place] in moved:
        place -= 1
    behind = order[place] if place >= 0 else None
    commands: list[Command] = []
    for row_id in moved:
        commands.append(move(id=row_id, after=behind))
        behind = row_id
    return commands


def _entered(ids: Iterable[Hashable]) -> list[UUID]:
    """The ids of rows, each once, without those that are only announced."""
    inner = (row_id[0] if isinstance(row_id, tuple) else row_id for row_id in ids)
    return list(dict.fromkeys(row_id for row_id in inner if isinstance(row_id, UUID)))
