"""What texts typed or pasted into lists of people and of organisations come to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Protocol, TypeVar
from uuid import UUID

from forumdesk.app.commands.attendees import AddAttendee, RemoveAttendee, SetAttendance, SetCategory
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import (
    AddOrganisation,
    AddPerson,
    AddPost,
    EditPerson,
    EditPost,
    RemovePerson,
    RemovePost,
)
from forumdesk.app.lists.people import OrganisationNeeded
from forumdesk.app.wording import CODES, say_code
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.attendance import Attendance, Category, DeputyNeeded
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.screens.attendees import Namesake, namesakes, organisations_by_name
from forumdesk.store.screens.people import PersonRow, people
from forumdesk.store.screens.posts import PostLine
from forumdesk.store.screens.where_used import person_uses
from forumdesk.store.work import Look
from forumdesk.ui.parts.draft import Change, Draft, Line, Plan, Refusal
from forumdesk.ui.parts.entering import Entering, code_of, given
from forumdesk.ui.parts.table_model import Column
from forumdesk.ui.people.model import COLUMNS
from forumdesk.ui.screen import Screen
from forumdesk.ui.wording import CATEGORIES, STATUSES

NAMES = ("name_first", "name_second")
OF_THE_PERSON = ("phone", "email", "id_number")
_CATEGORIES = {code: CODES[code] for code in CATEGORIES}
_STATUSES = {code: CODES[code] for code in STATUSES}


class AlreadyEntered(Refused):
    """A new row is called like one that is there. Facts: name."""

    code = "already-entered"
    sentence = NOOP("{name} is in the list already.")


class StandsElsewhere(Refused):
    """A row that is named in other places is not removed with others. Facts: count."""

    code = "stands-elsewhere"
    sentence = NOOP("Used in {count} places; the card can remove it everywhere.")


class Named(Protocol):
    """A row with a name in both languages."""

    @property
    def id(self) -> Hashable:
        """What the row is known by."""

    @property
    def name(self) -> Text:
        """The name."""


N = TypeVar("N", bound=Named)


class EnteringNamed(Entering[N]):
    """What lists of people and of organisations share: a name in both languages, which nobody is without."""

    def who(self, row: N) -> str:
        """The name."""
        return self.screen.text(row.name)

    def edit_name(self, line: Line, row: N, texts: dict[str, str]) -> Text | None:
        """The name as it will be; None where it stays. One that would be blank is refused and dropped."""
        typed = given(texts, NAMES)
        if not typed:
            return None
        name = Text(typed.get("name_first", row.name.first), typed.get("name_second", row.name.second))
        if not name.blank:
            return name
        for column in typed:
            self.refuse(line, self.who(row), column, NameNeeded())
            del texts[column]
        return None

    def begin(self, line: Line) -> tuple[Text, str, dict[str, str]] | None:
        """Name, shown name and fitting texts of a new row; None where it is refused."""
        name = Text(*(self.folded(each, line.texts.get(each, "")) for each in NAMES))
        who = self.screen.text(name)
        if name.blank:
            self.refuse(line, "", next(each for each, text in line.texts.items() if text.strip()), NameNeeded())
            return None
        texts = self.fit(line, who, {})
        return (name, who, texts) if name == Text(*(texts.get(each, "") for each in NAMES)) else None


class Somebody(Named, Protocol):
    """A row of a list of people."""

    @property
    def person(self) -> UUID:
        """Whose row it is."""

    @property
    def post(self) -> PostLine:
        """Their main post."""

    @property
    def post_id(self) -> UUID | None:
        """Its id, where they have one."""


P = TypeVar("P", bound=Somebody)


class EnteringPeople(EnteringNamed[P]):
    """What lists of people share: the main post, category and status; these are set for many at a time."""

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

    def reads(self, column: str, text: str) -> str:
        """A choice reads as its word, however it was written."""
        code = code_of(text, {"category": _CATEGORIES, "status": _STATUSES}.get(column, {}))
        return say_code(self.screen.words, code) if code else text

    def edit_person(self, line: Line, row: P, texts: dict[str, str], fields: Sequence[str]) -> set[str]:
        """Change the person's name and other fields; returns what will read so."""
        changes = given(texts, fields)
        if name := self.edit_name(line, row, texts):
            changes["name"] = name
        if changes:
            self.wish(EditPerson(id=row.person, **changes))
        return set(given(texts, (*fields, *NAMES)))

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
        """Somebody new; a title without an organisation is refused and dropped."""
        new = super().begin(line)
        if new and "title" in new[2] and "organisation" not in new[2]:
            self.refuse(line, new[1], "title", OrganisationNeeded())
            del new[2]["title"]
        return new

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


def plan_people(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft for the list of everybody comes to."""
    return _People(look, draft, screen, COLUMNS, people(look, ids_of(draft))).plan()


def remove_people(look: Look, draft: Draft, screen: Screen) -> Plan:
    """Remove those who stand nowhere else."""
    plan, places = Plan(draft.step), {line.id: line.place for line in draft.lines}
    for row in people(look, ids_of(draft)):
        if row.id in places:
            uses = sum(use.binds for use in person_uses(look, row.id))
            remove(plan, places[row.id], screen.text(row.name), RemovePerson(id=row.id), uses)
    return plan


def remove(plan: Plan, place: int, who: str, command: Command, uses: int) -> None:
    """Remove a row that stands nowhere else; another one is refused."""
    if uses:
        plan.refusals.append(Refusal(place, who, "", who, StandsElsewhere(count=uses)))
    else:
        plan.commands.append(command)
        plan.changes.append(Change(place, who, "", who, "", is_gone=True))


def ids_of(draft: Draft) -> set[UUID]:
    """The rows that a draft is about."""
    return {line.id for line in draft.lines if isinstance(line.id, UUID)}
