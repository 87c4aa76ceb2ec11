"""What texts typed or pasted into the pairs of a signing come to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from forumdesk.app.commands.people import EditOrganisation
from forumdesk.app.commands.signing import AddAgreement, AddParty, EditAgreement, EditParty, RemoveParty, Signs
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.signing import AgreementState, Side
from forumdesk.domain.text import Text
from forumdesk.store.screens.ceremonies import PairRow
from forumdesk.ui.ceremonies import states
from forumdesk.ui.ceremonies.entering_ceremony import EnteringCeremony
from forumdesk.ui.parts.draft import Line
from forumdesk.ui.parts.entering import code_of, given
from forumdesk.ui.parts.field import whole_number


class PartyNeeded(Refused):
    """Somebody signs, or assists, for nobody."""

    code = "party-needed"
    sentence = NOOP("Enter the party first.")


class EnteringAgreements(EnteringCeremony[PairRow]):
    """The agreements of a signing, a line a pair of parties."""

    kind = Term("agreement")

    def who(self, row: PairRow) -> str:
        """Its parties."""
        return " – ".join(self.screen.text(party.name) for party in (row.host, row.guest) if party)

    def is_new(self, row: PairRow) -> bool:
        """Whether it is only announced."""
        return row.agreement is None

    def reads(self, column: str, text: str) -> str:
        """A state reads as its word."""
        code = code_of(text, states.AGREEMENT) if column == "state" else ""
        return self.screen.words.say(states.AGREEMENT[code]) if code else text

    def add(self, line: Line) -> None:
        """An agreement between the parties that are given."""
        texts = self.fit(line, "", {})
        sides = [side for side in Side if texts.get(side.value)]
        who = " – ".join(texts[side.value] for side in sides)
        if not sides:
            self.refuse(line, "", next(iter(line.texts)), PartyNeeded())
            return
        if not self.takes(line, who):
            return
        for column in [each for each in texts if each.partition("_")[0] in set(Side) - set(sides)]:
            self.refuse(line, who, column, PartyNeeded())
            del texts[column]
        parties = []
        for side in sides:
            people: dict[str, Any] = self.people(line, who, texts, _persons(side))
            parties.append(Signs(organisation=self.organisation(texts[side.value]), side=side, **people))
        fields = self._fields(line, who, texts, Text())
        if "country" in texts and Side.GUEST in sides:
            country = self.screen.written(Text(), texts["country"])
            self.wish(EditOrganisation(id=parties[-1].organisation, country=country))
        self.wish(AddAgreement(ceremony=self.ceremony, parties=tuple(parties), **fields))
        self.tell_new(line, who, texts)

    def edit(self, line: Line, row: PairRow, texts: dict[str, str]) -> Iterable[str]:
        """Change an agreement and the two parties of its line; an emptied party leaves it."""
        assert row.agreement is not None
        guest = row.guest.organisation if row.guest else None
        for side, party in ((Side.HOST, row.host), (Side.GUEST, row.guest)):
            party_id, typed = party.id if party else None, texts.get(side.value)
            if typed == "" and party_id:
                self.wish(RemoveParty(id=party_id))
                continue
            people: dict[str, Any] = self.people(line, self.who(row), texts, _persons(side))
            organisation = self.organisation(typed) if typed else None
            if side is Side.GUEST:
                guest = organisation or guest
            if party_id:
                changes = {**people, **({"organisation": organisation} if organisation else {})}
                if changes:
                    self.wish(EditParty(id=party_id, **changes))
            elif organisation:
                signs = Signs(organisation=organisation, side=side, **people)
                self.wish(AddParty(agreement=row.agreement, party=signs))
            else:
                for column in given(texts, _persons(side)):
                    self.refuse(line, self.who(row), column, PartyNeeded())
                    del texts[column]
        if "country" in texts:
            if guest:
                before = row.guest.country if row.guest and row.guest.organisation == guest else Text()
                country = self.screen.written(before, texts["country"])
                self.wish(EditOrganisation(id=guest, country=country))
            else:
                self.refuse(line, self.who(row), "country", PartyNeeded())
                del texts["country"]
        if fields := self._fields(line, self.who(row), texts, row.title):
            self.wish(EditAgreement(id=row.agreement, **fields))
        return texts

    def _fields(self, line: Line, who: str, texts: dict[str, str], title: Text) -> dict[str, Any]:
        """The agreement's own fields."""
        fields: dict[str, Any] = {}
        if state := self.choice(line, who, "state", states.AGREEMENT, texts):
            fields["state"] = AgreementState(state)
        if "title" in texts:
            fields["title"] = self.screen.written(title, texts["title"])
        if "copies" in texts:
            try:
                fields["copies"] = whole_number(1, 20)(texts["copies"])
            except Refused as refused:
                self.refuse(line, who, "copies", refused)
                del texts["copies"]
        return fields


def _persons(side: Side) -> dict[str, str]:
    return {f"{side.value}_signatory": "signatory", f"{side.value}_assistant": "assistant"}
