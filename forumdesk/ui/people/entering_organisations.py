"""What texts typed or pasted into the list of organisations come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forumdesk.app.commands.people import AddOrganisation, EditOrganisation, RemoveOrganisation
from forumdesk.base.errors import Refused
from forumdesk.base.words import Term
from forumdesk.domain.text import Text
from forumdesk.store.screens.attendees import organisations_by_name
from forumdesk.store.screens.people import OrganisationRow, organisations
from forumdesk.store.screens.where_used import organisation_uses
from forumdesk.store.work import Look
from forumdesk.ui.parts.draft import Draft, Line, Plan
from forumdesk.ui.parts.entering import code_of, given
from forumdesk.ui.parts.field import whole_number
from forumdesk.ui.people.card import optional, spellings_of
from forumdesk.ui.people.entering import AlreadyEntered, EnteringNamed, ids_of, remove, written_in
from forumdesk.ui.people.model import KINDS, ORGANISATION_COLUMNS, kind_word
from forumdesk.ui.people.organisation_card import day
from forumdesk.ui.screen import Screen


def _kind(typed: str) -> str:
    """The code of a kind, however its word is written; the list is open: other words name kinds of their own."""
    return code_of(typed, KINDS) or typed


class _Organisations(EnteringNamed[OrganisationRow]):
    """The list of organisations."""

    kind = Term("organisation")
    lined = frozenset({"note"})
    texts = ("short_name", "country")
    reading: Mapping[str, Any] = {
        "kind": _kind,
        "founded": optional(day),
        "sequence": optional(whole_number(0, 1_000_000)),
        "spellings": spellings_of,
        "note": str,
    }

    def __init__(self, look: Look, draft: Draft, screen: Screen) -> None:
        wanted = ids_of(draft)
        known = (row for row in organisations(look) if row.id in wanted)
        super().__init__(draft, screen, ORGANISATION_COLUMNS, known)
        self._known_names = set(organisations_by_name(look))

    def reads(self, column: str, text: str) -> str:
        """A kind reads as its word, however it was written."""
        return kind_word(_kind(text), self.screen) if column == "kind" else text

    def edit(self, line: Line, row: OrganisationRow, texts: dict[str, str]) -> set[str]:
        """Change the organisation."""
        changes = self._read(line, self.who(row), texts)
        for column in given(texts, self.texts):
            changes[column] = written_in(self.screen, getattr(row, column), texts[column])
        if name := self.edit_name(line, row, texts):
            changes["name"] = name
        if changes:
            self.wish(EditOrganisation(id=row.id, **changes))
        return set(texts)

    def add(self, line: Line) -> None:
        """Enter an organisation, unless one is called so already."""
        new = self.begin(line)
        if new is None:
            return
        name, who, texts = new
        called = {each.casefold() for each in (name.first, name.second) if each}
        if called & self._known_names:
            self.refuse(line, who, "", AlreadyEntered(name=who))
            return
        self._known_names |= called
        fields = self._read(line, who, texts)
        for column, text in given(texts, self.texts).items():
            fields[column] = self.screen.written(Text(), text)
        self.wish(AddOrganisation(name=name, **fields))
        self.tell_new(line, who, texts)

    def _read(self, line: Line, who: str, texts: dict[str, str]) -> dict[str, Any]:
        """What the texts of plain fields mean; those that mean nothing are refused and dropped."""
        read: dict[str, Any] = {}
        for column in given(texts, self.reading):
            try:
                read[column] = self.reading[column](texts[column])
            except Refused as refused:
                self.refuse(line, who, column, refused)
                del texts[column]
        return read


def plan_organisations(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft for the list of organisations comes to."""
    return _Organisations(look, draft, screen).plan()


def remove_organisations(look: Look, draft: Draft, screen: Screen) -> Plan:
    """Remove those that stand nowhere else."""
    plan, places = Plan(draft.step), {line.id: line.place for line in draft.lines}
    for row in organisations(look):
        if row.id in places:
            uses = len(organisation_uses(look, row.id)) + row.people
            remove(plan, places[row.id], screen.text(row.name), RemoveOrganisation(id=row.id), uses)
    return plan
