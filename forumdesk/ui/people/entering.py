"""What texts typed or pasted into lists of people and of organisations come to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar
from uuid import UUID

from forumdesk.app.commands.attendees import AddAttendee, RemoveAttendee, SetAttendance, SetCategory
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import (
    AddOrganisation,
    AddPerson,
    AddPost,
    EditOrganisation,
    EditPerson,
    EditPost,
    RemoveOrganisation,
    RemovePerson,
    RemovePost,
)
from forumdesk.app.wording import CODES, say_code
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.attendance import Attendance, Category, DeputyNeeded
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.screens.attendees import Namesake, namesakes, organisations_by_name
from forumdesk.store.screens.people import OrganisationRow, PersonRow, organisations, people
from forumdesk.store.screens.posts import PostLine
from forumdesk.store.screens.where_used import organisation_uses, person_uses
from forumdesk.store.work import Look
from forumdesk.ui.parts.draft import Change, Draft, Line, Plan, Refusal
from forumdesk.ui.parts.entering import Entering, code_of, given
from forumdesk.ui.parts.field import whole_number
from forumdesk.ui.parts.table_model import Column
from forumdesk.ui.people.card import optional, spellings_of
from forumdesk.ui.people.model import COLUMNS, KINDS, ORGANISATION_COLUMNS, kind_word
from forumdesk.ui.people.organisation_card import day
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import CATEGORIES, STATUSES

NAMES = ("name_first", "name_second")
OF_THE_PERSON = ("phone", "email", "id_number")
_CATEGORIES = {code: CODES[code] for code in CATEGORIES}
_STATUSES = {code: CODES[code] for code in STATUSES}


class OrganisationNeeded(Refused):
    """A post is held at an organisation."""

    code = "organisation-needed"
    sentence = NOOP("A post needs an organisation; enter that, too.")


class AlreadyEntered(Refused):
    """A new row is called like one that is there. Facts: name."""

    code = "already-entered"
    sentence = NOOP("{name} is in the list already.")


class StandsElsewhere(Refused):
    """A row that is named in other places is not removed with others. Facts: count."""

    code = "stands-elsewhere"
    sentence = NOOP("Used in {count} places; the card can remove it everywhere.")


class Somebody(Protocol):
    """A row of a list of people."""

    @property
    def id(self) -> Hashable:
        """What the row is known by."""

    @property
    def person(self) -> UUID:
        """Whose row it is."""

    @property
    def name(self) -> Text:
        """Their name."""

    @property
    def post(self) -> PostLine:
        """Their main post."""

    @property
    def post_id(self) -> UUID | None:
        """Its id, where they have one."""


P = TypeVar("P", bound=Somebody)


class EnteringPeople(Entering[P]):
    """What lists of people share: names, the main post, category and status; these are set for many at a time."""

    lined = frozenset({"title", "note"})

    def __init__(
        self, look: Look, draft: Draft, screen: Screen, columns: Sequence[Column[P]], known: Iterable[P]
    ) -> None:
        super().__init__(draft, screen, columns, known)
        self.statuses: dict[Attendance, list[UUID]] = {}
        self.categories: dict[Category, list[UUID]] = {}
        is_placed = any("organisation" in line.texts for line in draft.lines)
        self._organisations = dict(organisations_by_name(look)) if is_placed else {}
        new = {text.strip() for line in draft.lines if line.id is None for text in line.texts.values()}
        self._namesakes: dict[str, list[Namesake]] = {}
        for one in namesakes(look, sorted(new - {""})):
            self._know(one)

    def finish(self) -> None:
        """Set categories and statuses."""
        for category, ids in self.categories.items():
            self.wish(SetCategory(attendees=tuple(ids), category=category))
        for status, ids in self.statuses.items():
            self.wish(SetAttendance(attendees=tuple(ids), status=status))

    def who(self, row: P) -> str:
        """Their name."""
        return self.screen.text(row.name)

    def reads(self, column: str, text: str) -> str:
        """A choice reads as its word, however it was written."""
        code = code_of(text, {"category": _CATEGORIES, "status": _STATUSES}.get(column, {}))
        return say_code(self.screen.words, code) if code else text

    def edit_person(self, line: Line, row: P, texts: dict[str, str], fields: Sequence[str]) -> set[str]:
        """Change the person's name and other fields; returns what will read so."""
        changes = given(texts, fields)
        done = set(changes)
        if names := given(texts, NAMES):
            name = Text(names.get("name_first", row.name.first), names.get("name_second", row.name.second))
            if name.blank:
                for column in names:
                    self.refuse(line, self.who(row), column, NameNeeded())
            else:
                changes["name"] = name
                done |= names.keys()
        if changes:
            self.wish(EditPerson(id=row.person, **changes))
        return done

    def edit_post(self, line: Line, row: P, texts: dict[str, str]) -> set[str]:
        """Change the main post. It goes where its organisation goes; with neither it is none."""
        typed = given(texts, ("organisation", "title"))
        if not typed:
            return set()
        screen = self.screen
        place = texts.get("organisation", screen.text(row.post.organisation) if row.post_id else "")
        title = texts.get("title", screen.text(row.post.title))
        if not place and title:
            for column in typed:
                self.refuse(line, self.who(row), column, OrganisationNeeded())
            return set()
        if not place:
            if row.post_id:
                self.wish(RemovePost(id=row.post_id))
        elif row.post_id is None:
            written = screen.written(Text(), title)
            self.wish(AddPost(person=row.person, organisation=self.organisation(place), title=written))
        else:
            changes: dict[str, Any] = {}
            if "organisation" in typed:
                changes["organisation"] = self.organisation(place)
            if "title" in typed:
                changes["title"] = written_in(screen, row.post.title, title)
            self.wish(EditPost(id=row.post_id, **changes))
        return set(typed)

    def begin(self, line: Line) -> tuple[Text, str, dict[str, str]] | None:
        """Name, shown name and fitting texts of somebody new; None where they are refused."""
        name = Text(*(self.folded(each, line.texts.get(each, "")) for each in NAMES))
        who = self.screen.text(name)
        if name.blank:
            self.refuse(line, "", next(each for each, text in line.texts.items() if text.strip()), NameNeeded())
            return None
        texts = self.fit(line, who, {})
        if name != Text(texts.get("name_first", ""), texts.get("name_second", "")):
            return None
        if "title" in texts and "organisation" not in texts:
            self.refuse(line, who, "title", OrganisationNeeded())
            del texts["title"]
        return name, who, texts

    def add_person(self, name: Text, texts: dict[str, str], fields: Sequence[str]) -> UUID:
        """Enter somebody with their post."""
        add = AddPerson(name=name, **given(texts, fields))
        self.wish(add)
        place = self.organisation(texts["organisation"]) if "organisation" in texts else None
        if place:
            written = self.screen.written(Text(), texts.get("title", ""))
            self.wish(AddPost(person=add.id, organisation=place, title=written))
        self._know(Namesake(add.id, name, place, attends=True))
        return add.id

    def known_person(self, name: Text, place: str) -> Namesake | None:
        """Somebody of that name at that organisation. A name alone is too little to know somebody by."""
        organisation = self._organisations.get(place.casefold()) if place else None
        if organisation is None:
            return None
        called = [one for each in filter(None, (name.first, name.second)) for one in self._namesakes.get(each, [])]
        here = [one for one in called if one.organisation == organisation]
        return next((one for one in here if not one.attends), here[0] if here else None)

    def organisation(self, name: str) -> UUID:
        """The organisation of that name, a new one where there is none."""
        if name.casefold() not in self._organisations:
            new = AddOrganisation(name=self.screen.written(Text(), name))
            self.wish(new)
            self._organisations[name.casefold()] = new.id
        return self._organisations[name.casefold()]

    def category(self, line: Line, who: str, texts: dict[str, str]) -> Category | None:
        """The category that is given; None where none is, or it is refused and dropped."""
        code = self.choice(line, who, "category", _CATEGORIES, texts)
        return Category(code) if code else None

    def status(self, line: Line, who: str, texts: dict[str, str]) -> Attendance | None:
        """The status that is given; a deputy has to be named elsewhere."""
        code = self.choice(line, who, "status", _STATUSES, texts)
        if code == Attendance.SENDS_DEPUTY.value:
            self.refuse(line, who, "status", DeputyNeeded())
            del texts["status"]
            return None
        return Attendance(code) if code else None

    def _know(self, one: Namesake) -> None:
        for name in filter(None, (one.name.first, one.name.second)):
            self._namesakes.setdefault(name, []).append(one)


def written_in(screen: Screen, before: Text, text: str) -> Text:
    """A text in the language of the screen; whoever empties it means it in every language."""
    return screen.written(before, text) if text else Text()


class _People(EnteringPeople[PersonRow]):
    """The list of everybody. Whoever is given a category or status is put on the attendee list."""

    kind = Term("person")
    fields = (*OF_THE_PERSON, "native_name", "note")

    def edit(self, line: Line, row: PersonRow, texts: dict[str, str]) -> set[str]:
        """Change the person, their main post and how they attend."""
        return (
            self.edit_person(line, row, texts, self.fields)
            | self.edit_post(line, row, texts)
            | self._edit_attendance(line, row, texts)
        )

    def add(self, line: Line) -> None:
        """Enter somebody, unless one of that name is at that organisation already."""
        new = self.begin(line)
        if new is None:
            return
        name, who, texts = new
        if self.known_person(name, texts.get("organisation", "")):
            self.refuse(line, who, "", AlreadyEntered(name=who))
            return
        self._attend(self.add_person(name, texts, self.fields), line, who, texts)
        self.tell_new(line, who, texts)

    def _edit_attendance(self, line: Line, row: PersonRow, texts: dict[str, str]) -> set[str]:
        if row.attendee is None:
            return self._attend(row.person, line, self.who(row), texts)
        if texts.get("category") == "":
            self.wish(RemoveAttendee(id=row.attendee))
            return {"category", "status"}
        done: set[str] = set()
        if category := self.category(line, self.who(row), texts):
            self.categories.setdefault(category, []).append(row.attendee)
            done.add("category")
        if status := self.status(line, self.who(row), texts):
            self.statuses.setdefault(status, []).append(row.attendee)
            done.add("status")
        return done

    def _attend(self, person: UUID, line: Line, who: str, texts: dict[str, str]) -> set[str]:
        """Put somebody on the attendee list who is given a category or a status."""
        wanted = {"category": self.category(line, who, texts), "status": self.status(line, who, texts)}
        chosen: dict[str, Any] = {column: code for column, code in wanted.items() if code is not None}
        if chosen:
            self.wish(AddAttendee(person=person, **chosen))
        return set(chosen)


def _kind(typed: str) -> str:
    """The code of a kind, however its word is written; the list is open: other words name kinds of their own."""
    return code_of(typed, KINDS) or typed


class _Organisations(Entering[OrganisationRow]):
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
        wanted = _ids(draft)
        known = (row for row in organisations(look) if row.id in wanted)
        super().__init__(draft, screen, ORGANISATION_COLUMNS, known)
        self._known_names = set(organisations_by_name(look))

    def who(self, row: OrganisationRow) -> str:
        """Its name."""
        return self.screen.text(row.name)

    def reads(self, column: str, text: str) -> str:
        """A kind reads as its word, however it was written."""
        return kind_word(_kind(text), self.screen) if column == "kind" else text

    def edit(self, line: Line, row: OrganisationRow, texts: dict[str, str]) -> set[str]:
        """Change the organisation."""
        changes = self._read(line, self.who(row), texts)
        for column in given(texts, self.texts):
            changes[column] = written_in(self.screen, getattr(row, column), texts[column])
        done = set(changes)
        if names := given(texts, NAMES):
            name = Text(names.get("name_first", row.name.first), names.get("name_second", row.name.second))
            if name.blank:
                for column in names:
                    self.refuse(line, self.who(row), column, NameNeeded())
            else:
                changes["name"] = name
                done |= names.keys()
        if changes:
            self.wish(EditOrganisation(id=row.id, **changes))
        return done

    def add(self, line: Line) -> None:
        """Enter an organisation, unless one is called so already."""
        name = Text(*(self.folded(each, line.texts.get(each, "")) for each in NAMES))
        who = self.screen.text(name)
        called = {each.casefold() for each in (name.first, name.second) if each}
        if name.blank:
            self.refuse(line, "", next(each for each, text in line.texts.items() if text.strip()), NameNeeded())
        elif called & self._known_names:
            self.refuse(line, who, "", AlreadyEntered(name=who))
        else:
            texts = self.fit(line, who, {})
            if name == Text(texts.get("name_first", ""), texts.get("name_second", "")):
                self._known_names |= called
                fields = self._read(line, who, texts)
                for column, text in given(texts, self.texts).items():
                    fields[column] = self.screen.written(Text(), text)
                self.wish(AddOrganisation(name=name, **fields))
                self.tell_new(line, who, texts)

    def _read(self, line: Line, who: str, texts: dict[str, str]) -> dict[str, Any]:
        """What the texts of plain fields mean; those that mean nothing are refused."""
        read: dict[str, Any] = {}
        for column in given(texts, self.reading):
            try:
                read[column] = self.reading[column](texts[column])
            except Refused as refused:
                self.refuse(line, who, column, refused)
        return read


def plan_people(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft for the list of everybody comes to."""
    return _People(look, draft, screen, COLUMNS, people(look, _ids(draft))).plan()


def plan_organisations(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft for the list of organisations comes to."""
    return _Organisations(look, draft, screen).plan()


def remove_people(look: Look, draft: Draft, screen: Screen) -> Plan:
    """Remove those who stand nowhere else."""
    plan, places = Plan(draft.step), {line.id: line.place for line in draft.lines}
    for row in people(look, _ids(draft)):
        if row.id in places:
            uses = sum(use.binds for use in person_uses(look, row.id))
            _remove(plan, places[row.id], screen.text(row.name), RemovePerson(id=row.id), uses)
    return plan


def remove_organisations(look: Look, draft: Draft, screen: Screen) -> Plan:
    """Remove those that stand nowhere else."""
    plan, places = Plan(draft.step), {line.id: line.place for line in draft.lines}
    for row in organisations(look):
        if row.id in places:
            uses = len(organisation_uses(look, row.id)) + row.people
            _remove(plan, places[row.id], screen.text(row.name), RemoveOrganisation(id=row.id), uses)
    return plan


def _remove(plan: Plan, place: int, who: str, command: Command, uses: int) -> None:
    if uses:
        plan.refusals.append(Refusal(place, who, "", who, StandsElsewhere(count=uses)))
    else:
        plan.commands.append(command)
        plan.changes.append(Change(place, who, "", who, "", is_gone=True))


def _ids(draft: Draft) -> set[UUID]:
    return {line.id for line in draft.lines if isinstance(line.id, UUID)}
