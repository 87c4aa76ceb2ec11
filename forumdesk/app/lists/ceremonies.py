"""Rows that are plaques of an award, or agreements of a signing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar
from uuid import UUID

from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.commands.plaques import AwardPlaque, EditPlaque
from forumdesk.app.commands.signing import AddAgreement, EditAgreement, EditParty, Signs
from forumdesk.app.lists.codes import STATES, code_of
from forumdesk.app.lists.matching import Held, Known, Organisations, People, SeveralCalled
from forumdesk.app.lists.organisations import whole_number
from forumdesk.app.lists.people import OrganisationNeeded
from forumdesk.app.lists.rows import Change, RowRefused, SaidBefore, Texts, Told, own_id, said, wording
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import CEREMONIES, AgendaItem
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, AgreementState, Party, Side
from forumdesk.domain.stage import Ceremony
from forumdesk.domain.text import NOTHING, NameNeeded, Text
from forumdesk.rules.names import key
from forumdesk.rules.offices import name_and_office, organisation_and_title
from forumdesk.store.work import Look

T = TypeVar("T", Plaque, Agreement)
MOST_COPIES = 20


class NoSuchBatch(Refused):
    """A list belongs to one ceremony, and none was named or fits. Facts: batches."""

    code = "no-such-batch"
    sentence = NOOP("Which ceremony is the list of? Name its batch or agenda item with --batch: {batches}.")


class NoBatch(Refused):
    """There is no ceremony of the kind. Facts: kind."""

    code = "no-batch"
    sentence = NOOP("There is no ceremony yet that such a list belongs to; add it in the agenda first.")


def ceremonies_of(look: Look, thing: str) -> dict[UUID, tuple[Text, Text]]:
    """The ceremonies that hold a thing (`plaque`, `agreement`), in the agenda's order: their batches and titles."""
    items = {item.id: item for item in look.all(AgendaItem) if CEREMONIES.get(item.kind) == thing}
    order = list(items)
    found = [one for one in look.all(Ceremony) if one.item_id in items]
    found.sort(key=lambda one: order.index(one.item_id))
    return {one.id: (one.batch, items[one.item_id].title) for one in found}


def ceremony_called(look: Look, thing: str, name: str | None) -> UUID:
    """The ceremony that holds a thing: the one of that batch, title or ID; where none is named, the only one.

    Raises `NoBatch` and `NoSuchBatch`.
    """
    ceremonies = ceremonies_of(look, thing)
    if not ceremonies:
        raise NoBatch

    def names(row: UUID) -> set[str]:
        return {str(row), *(key(half) for text in ceremonies[row] for half in (text.first, text.second) if half)}

    fit = [row for row in ceremonies if name is None or {name, key(name)} & names(row)]
    if len(fit) != 1:
        raise NoSuchBatch(batches=", ".join(str(batch or title) for batch, title in ceremonies.values()))
    return fit[0]


class _CeremonyRows(Generic[T]):
    """What plaques and agreements share: organisations and people that a cell names, entered where they are new."""

    def __init__(self, look: Look, side: int, ceremony: UUID, kind: type[T]) -> None:
        self._side, self._ceremony = side, ceremony
        self._organisations, self._people = Organisations(look), People(look)
        self._listed: dict[UUID, T] = {row.id: row for row in look.all(kind, ceremony_id=ceremony)}
        self._seen: dict[UUID, tuple[int, Texts]] = {}
        self._commands: list[Command] = []

    def commands(self, *, all_of_them: bool) -> Iterator[Command]:
        """All of them, at the end."""
        if all_of_them:
            yield from self._commands

    def _again(self, row: UUID, number: int, texts: Texts, field: str) -> bool:
        """Whether another row has said the same; raises `RowRefused` where it has said it differently."""
        if row not in self._seen:
            self._seen[row] = number, texts
            return False
        before, same = self._seen[row]
        if same != texts:
            raise RowRefused(Told(field, after=texts.get(field, ""), trouble=SaidBefore(row=before)))
        return True

    def _organisation(self, name: Text) -> UUID:
        known = next(
            (row for each in (name.first, name.second) if each and (row := self._organisations.find(each))), None
        )
        if known is None:
            new = AddOrganisation(name=name)
            self._commands.append(new)
            for each in filter(None, (name.first, name.second)):
                self._organisations.enter(each, new.id)
            known = new.id
        return known

    def _person(self, texts: Texts, field: str, organisation: UUID | None) -> UUID | None:
        """Whom a cell names, perhaps with an office: somebody at that organisation, else the only one of the name."""
        if field not in texts:
            return None
        name, office = name_and_office(texts[field])
        place, title = organisation_and_title(office) if office else ("", "")
        at = self._organisations.find(place) if place else organisation
        called = self._people.called(name)
        here = [one for one in called if one.is_at(at)] or ([] if place else called)
        if len(here) > 1:
            raise RowRefused(Told(field, after=texts[field], trouble=SeveralCalled(name=name)))
        return here[0].id if here else self._enter(name, place, title, organisation)

    def _enter(self, name: str, place: str, title: str, organisation: UUID | None) -> UUID:
        new = AddPerson(name=self._in_language(name))
        self._commands.append(new)
        known = Known(new.id, new.name)
        at = self._organisation(self._in_language(place)) if place else organisation
        if at is not None:
            post = AddPost(person=new.id, organisation=at, title=self._in_language(title))
            self._commands.append(post)
            known.posts.append(Held(post.id, at, post.title))
        self._people.enter(known)
        return new.id

    def _in_language(self, text: str) -> Text:
        return Text("", text) if self._side else Text(text)

    def _name(self, person: UUID | None) -> str:
        return self._people.by_id[person].name.side(self._side) if person else ""


class PlaqueRows(_CeremonyRows[Plaque]):
    """A plaque is known by its recipient, and by its number where one gets several."""

    def __init__(self, look: Look, side: int, ceremony: UUID) -> None:
        super().__init__(look, side, ceremony, Plaque)

    def row(self, number: int, texts: Texts) -> Change | None:
        """What a row changes. Raises `RowRefused`."""
        name = wording(texts, "organisation", self._side)
        if name.blank:
            raise RowRefused(Told("organisation", trouble=NameNeeded()))
        marks = len(self._commands)
        try:
            organisation = self._organisation(name)
            people = {
                each: self._person(texts, each, organisation if each == "representative" else None)
                for each in ("representative", "presenter")
            }
            plaque = self._known(organisation, texts)
            if plaque is not None and self._again(plaque.id, number, texts, "organisation"):
                return None
        except RowRefused:
            del self._commands[marks:]
            raise
        if plaque is None:
            return self._award(number, texts, name, organisation, people)
        given: dict[str, Any] = {each: person for each, person in people.items() if person}
        if "number" in texts:
            given["number"] = texts["number"]
        if "wording" in texts or "other_wording" in texts:
            given["wording"] = wording(texts, "wording", self._side, plaque.wording)
        columns = {"representative": "representative_id", "presenter": "presenter_id"}
        edits = {each: value for each, value in given.items() if value != getattr(plaque, columns.get(each, each))}
        change = Change(str(name))
        for each, value in edits.items():
            before = getattr(plaque, columns.get(each, each))
            tell = self._name if each in columns else lambda text: said(text, self._side)
            change.tell(each, tell(before), tell(value))
        if edits:
            self._commands.append(EditPlaque(id=plaque.id, **edits))
        return change

    def _known(self, organisation: UUID, texts: Texts) -> Plaque | None:
        if (own := own_id(texts)) and own in self._listed:
            return self._listed[own]
        here = [one for one in self._listed.values() if one.organisation_id == organisation]
        numbered = [one for one in here if "number" in texts and one.number == texts["number"]]
        free = [one for one in here if not one.number or "number" not in texts]
        return next(iter(numbered or free), None)

    def _award(self, number: int, texts: Texts, name: Text, organisation: UUID, people: dict[str, Any]) -> Change:
        own: dict[str, Any] = {"id": row} if (row := own_id(texts)) else {}
        new = AwardPlaque(
            ceremony=self._ceremony, organisation=organisation, number=texts.get("number", ""),
            wording=wording(texts, "wording", self._side), **people, **own,
        )  # fmt: skip
        self._commands.append(new)
        self._listed[new.id] = Plaque(id=new.id, organisation_id=organisation, number=new.number, wording=new.wording)
        self._seen[new.id] = number, texts
        return Change(str(name), is_new=True)


class AgreementRows(_CeremonyRows[Agreement]):
    """An agreement is known by its title and both its parties."""

    def __init__(self, look: Look, side: int, ceremony: UUID) -> None:
        super().__init__(look, side, ceremony, Agreement)
        self._parties: dict[UUID, dict[Side, Party]] = {}
        for party in reversed(look.all(Party)):
            if party.agreement_id in self._listed:
                self._parties.setdefault(party.agreement_id, {})[party.side] = party

    def row(self, number: int, texts: Texts) -> Change | None:
        """What a row changes. Raises `RowRefused`."""
        if "host" not in texts or "guest" not in texts:
            missing = "guest" if "host" in texts else "host"
            raise RowRefused(Told(missing, trouble=OrganisationNeeded()))
        wrong: list[Told] = []
        given: dict[str, Any] = {"note": texts["note"]} if "note" in texts else {}
        if "copies" in texts:
            given["copies"] = whole_number("copies", texts["copies"], MOST_COPIES)
        if "state" in texts and (state := code_of("state", texts["state"], STATES, wrong)):
            given["state"] = AgreementState(state)
        if wrong:
            raise RowRefused(*wrong)
        marks = len(self._commands)
        try:
            parties = [self._signs(texts, side) for side in Side]
            known = self._known(texts, parties)
            if known is not None and self._again(known.id, number, texts, "title"):
                return None
        except RowRefused:
            del self._commands[marks:]
            raise
        title = wording(texts, "title", self._side, known.title if known else NOTHING)
        who = str(title) or f"{texts['host']} – {texts['guest']}"
        if known is None:
            own: dict[str, Any] = {"id": row} if (row := own_id(texts)) else {}
            new = AddAgreement(ceremony=self._ceremony, title=title, parties=tuple(parties), **given, **own)
            self._commands.append(new)
            self._listed[new.id] = Agreement(id=new.id, title=title)
            self._parties[new.id] = {
                each.side: Party(organisation_id=each.organisation, side=each.side) for each in parties
            }
            self._seen[new.id] = number, texts
            return Change(who, is_new=True)
        change = Change(who)
        self._edit(known, {"title": title, **given}, change)
        for signs in parties:
            self._edit_party(self._parties[known.id][signs.side], signs, change)
        return change

    def _signs(self, texts: Texts, side: Side) -> Signs:
        organisation = self._organisation(self._in_language(texts[side]))
        return Signs(
            organisation=organisation, side=side,
            signatory=self._person(texts, f"{side}_signatory", organisation),
            assistant=self._person(texts, f"{side}_assistant", organisation),
        )  # fmt: skip

    def _known(self, texts: Texts, parties: list[Signs]) -> Agreement | None:
        if (own := own_id(texts)) and own in self._listed:
            return self._listed[own]
        wanted = {each.side: each.organisation for each in parties}
        titles = {key(texts[code]) for code in ("title", "other_title") if code in texts}
        for row, held in self._parties.items():
            agreement = self._listed[row]
            names = {key(half) for half in (agreement.title.first, agreement.title.second) if half}
            if {side: party.organisation_id for side, party in held.items()} == wanted and (
                names & titles or not names or not titles
            ):
                return agreement
        return None

    def _edit(self, known: Agreement, given: dict[str, Any], change: Change) -> None:
        edits = {each: value for each, value in given.items() if value != getattr(known, each)}
        for each, value in edits.items():
            change.tell(each, said(getattr(known, each), self._side), said(value, self._side))
        if edits:
            self._commands.append(EditAgreement(id=known.id, **edits))

    def _edit_party(self, party: Party, signs: Signs, change: Change) -> None:
        edits: dict[str, Any] = {}
        for each, before in (("signatory", party.signatory_id), ("assistant", party.assistant_id)):
            person = getattr(signs, each)
            if person and person != before:
                edits[each] = person
                change.tell(f"{signs.side}_{each}", self._name(before), self._name(person))
        if edits:
            self._commands.append(EditParty(id=party.id, **edits))
