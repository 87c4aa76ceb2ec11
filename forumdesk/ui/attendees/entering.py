"""What texts typed or pasted into the attendee list come to: commands, and the cells that are refused and why.

It runs where the event is read, never on the window's thread.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID, uuid4

from forumdesk.app.commands.attendees import (
    AddAttendee,
    EditAttendee,
    MoveAttendees,
    RemoveAttendee,
    SetAttendance,
    SetCategory,
)
from forumdesk.app.commands.command import Command, UnfitText
from forumdesk.app.commands.people import (
    AddOrganisation,
    AddPerson,
    AddPost,
    EditPerson,
    EditPost,
    RemovePost,
)
from forumdesk.app.wording import NoSuchChoice, say_code
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.domain.attendance import AlreadyAttending, Attendance, Category, DeputyNeeded
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.screens.attendees import (
    AttendeeRow,
    Namesake,
    namesakes,
    organisations_by_name,
    rows,
)
from forumdesk.store.work import Look, NotFound
from forumdesk.ui.attendees.model import CATEGORIES, COLUMNS, STATUSES
from forumdesk.ui.parts.draft import Change, Draft, Line, Plan, Refusal
from forumdesk.ui.screen import Screen

C = TypeVar("C", Category, Attendance)

NAMES = ("name_first", "name_second")
OF_THE_PERSON, OF_THE_ATTENDEE = ("phone", "email", "id_number"), ("badge", "seat", "note")
_HEADINGS = {column.name: column.heading for column in COLUMNS}
_CHOICES: dict[type, tuple[str, tuple[str, ...]]] = {
    Category: ("category", CATEGORIES),
    Attendance: ("status", STATUSES),
}
_IN_LINES = ("title", "note")
"""Where a line break may stay."""


class OrganisationNeeded(Refused):
    """A post is held at an organisation."""

    code = "organisation-needed"
    sentence = NOOP("A post needs an organisation; enter that, too.")


class OutsideTable(Refused):
    """The block reaches beyond the last column. Facts: count."""

    code = "outside-table"
    sentence = NOOP("{count} cells lie to the right of the last column.")


def plan(look: Look, draft: Draft, screen: Screen) -> Plan:
    """What a draft comes to."""
    return _Entering(look, draft, screen).plan()


def choosing(ids: Iterable[Any], column: str, choice: int) -> list[Command]:
    """The command that gives many one status or category, by its number among those offered."""
    if column == "status":
        return [SetAttendance(attendees=tuple(ids), status=Attendance(STATUSES[choice]))]
    return [SetCategory(attendees=tuple(ids), category=Category(CATEGORIES[choice]))]


def moving(ids: Iterable[Any], after: Any) -> list[Command]:
    """The command that puts attendees behind another one, or first."""
    return [MoveAttendees(attendees=tuple(ids), after=after)]


def removal(ids: Iterable[Any]) -> list[Command]:
    """The commands that take people off the list."""
    return [RemoveAttendee(id=row_id) for row_id in ids]


class _Entering:
    """One draft on its way to commands. Statuses and categories are set for many at a time."""

    def __init__(self, look: Look, draft: Draft, screen: Screen) -> None:
        self._look, self._draft, self._screen = look, draft, screen
        self._plan = Plan(draft.step)
        self._statuses: dict[Attendance, list[UUID]] = {}
        self._categories: dict[Category, list[UUID]] = {}
        self._known = rows(look, [line.id.hex for line in draft.lines if isinstance(line.id, UUID)])
        texts = [line.texts for line in draft.lines]
        self._organisations = (
            dict(organisations_by_name(look)) if any("organisation" in each for each in texts) else {}
        )
        new = {text.strip() for line in draft.lines if line.id is None for text in line.texts.values()}
        self._namesakes: dict[str, list[Namesake]] = {}
        for one in namesakes(look, sorted(new - {""})):
            for name in filter(None, (one.name.first, one.name.second)):
                self._namesakes.setdefault(name, []).append(one)
        self._entered: set[UUID] = set()
        self._codes = _codes_by_word()

    def plan(self) -> Plan:
        """Go through the lines."""
        for line in self._draft.lines:
            if line.id is None:
                self._add(line)
            elif isinstance(line.id, UUID) and (row := self._known.get(line.id.hex)):
                self._edit(line, row)
            else:
                gone = NotFound(kind=Term("attendee"), id=line.id)
                self._refuse(line, "", "", gone)
        for category, ids in self._categories.items():
            self._plan.commands.append(SetCategory(attendees=tuple(ids), category=category))
        for status, ids in self._statuses.items():
            self._plan.commands.append(SetAttendance(attendees=tuple(ids), status=status))
        if self._draft.outside:
            first = self._draft.lines[0] if self._draft.lines else Line(0, None, {})
            self._refuse(first, "", "", OutsideTable(count=self._draft.outside))
        if len(self._plan.commands) == 1:
            self._plan.step = self._plan.commands[0].step
        return self._plan

    def _edit(self, line: Line, row: AttendeeRow) -> None:
        who = self._screen.text(row.name)
        before = {column.name: column.text(row, self._screen) for column in COLUMNS}
        texts = {
            name: text
            for name, text in self._fit(line, who).items()
            if self._reads(name, text) != before[name].strip()
        }
        done: set[str] = set()
        self._edit_person(line, row, texts, done)
        self._edit_post(line, row, texts, done)
        given = _given(texts, OF_THE_ATTENDEE)
        if category := self._chosen(line, who, texts, Category):
            self._categories.setdefault(category, []).append(row.id)
            done.add("category")
        if given:
            self._plan.commands.append(EditAttendee(id=row.id, **given))
            done |= given.keys()
        if status := self._status(line, who, texts):
            self._statuses.setdefault(status, []).append(row.id)
            done.add("status")
        self._plan.changes += [
            Change(line.place, who, self._heading(name), before[name], self._reads(name, texts[name]))
            for name in texts
            if name in done
        ]

    def _edit_person(self, line: Line, row: AttendeeRow, texts: dict[str, str], done: set[str]) -> None:
        given = _given(texts, OF_THE_PERSON)
        done |= given.keys()
        if names := _given(texts, NAMES):
            name = Text(texts.get("name_first", row.name.first), texts.get("name_second", row.name.second))
            if name.blank:
                for column in names:
                    self._refuse(line, self._screen.text(row.name), column, NameNeeded())
            else:
                given["name"] = name
                done |= names.keys()
        if given:
            self._plan.commands.append(EditPerson(id=row.person, **given))

    def _edit_post(self, line: Line, row: AttendeeRow, texts: dict[str, str], done: set[str]) -> None:
        """The main post. It goes where its organisation goes; with neither it is none."""
        given = [name for name in ("organisation", "title") if name in texts]
        if not given:
            return
        said = self._screen
        place = texts.get("organisation", said.text(row.post.organisation) if row.post_id else "")
        title = texts.get("title", said.text(row.post.title))
        if not place:
            if title:
                for name in given:
                    self._refuse(line, said.text(row.name), name, OrganisationNeeded())
                return
            if row.post_id:
                self._plan.commands.append(RemovePost(id=row.post_id))
        elif row.post_id is None:
            self._plan.commands.append(
                AddPost(person=row.person, organisation=self._organisation(place), title=said.written(Text(), title))
            )
        else:
            changes: dict[str, Any] = {}
            if "organisation" in texts:
                changes["organisation"] = self._organisation(place)
            if "title" in texts:
                # Whoever empties a post means it in every language.
                changes["title"] = said.written(row.post.title, title) if title else Text()
            self._plan.commands.append(EditPost(id=row.post_id, **changes))
        done.update(given)

    def _add(self, line: Line) -> None:
        """A new attendee, and where nobody of that name is at that organisation yet, a new person."""
        if not any(text.strip() for text in line.texts.values()):
            return
        name = Text(*(_folded(each, line.texts.get(each, "")) for each in NAMES))
        who = self._screen.text(name)
        if name.blank:
            first = next(each for each, text in line.texts.items() if text.strip())
            self._refuse(line, "", first, NameNeeded())
            return
        texts = self._fit(line, who)
        if any(each in line.texts and each not in texts for each in NAMES):
            return
        place, title = texts.get("organisation", ""), texts.get("title", "")
        if title and not place:
            self._refuse(line, who, "title", OrganisationNeeded())
        known = self._known_person(name, place)
        if known is not None and (known.attends or known.id in self._entered):
            self._refuse(line, who, "", AlreadyAttending(name=who))
            return
        details = {column: text for column, text in _given(texts, OF_THE_PERSON).items() if text}
        if known is not None and details:
            self._plan.commands.append(EditPerson(id=known.id, **details))
        person = known.id if known else self._add_person(name, place, title, details)
        self._entered.add(person)
        self._add_attendee(line, who, texts, person)
        told = (self._reads(each, text) for each, text in texts.items() if text)
        self._plan.changes.append(Change(line.place, who, "", "", " · ".join(told), is_new=True))

    def _add_person(self, name: Text, place: str, title: str, details: dict[str, Any]) -> UUID:
        add = AddPerson(name=name, **details)
        self._plan.commands.append(add)
        organisation = self._organisation(place) if place else None
        if organisation:
            written = self._screen.written(Text(), title)
            self._plan.commands.append(AddPost(person=add.id, organisation=organisation, title=written))
        for each in filter(None, (name.first, name.second)):
            self._namesakes.setdefault(each, []).append(Namesake(add.id, name, organisation, attends=True))
        return add.id

    def _add_attendee(self, line: Line, who: str, texts: dict[str, str], person: UUID) -> None:
        given = _given(texts, OF_THE_ATTENDEE)
        if category := self._chosen(line, who, texts, Category, blank=True):
            given["category"] = category
        if status := self._status(line, who, texts, blank=True):
            given["status"] = status
        self._plan.commands.append(AddAttendee(person=person, **given))

    def _known_person(self, name: Text, place: str) -> Namesake | None:
        """Somebody of that name at that organisation. A name alone is too little to know somebody by."""
        organisation = self._organisations.get(place.casefold()) if place else None
        if organisation is None:
            return None
        called = [one for each in filter(None, (name.first, name.second)) for one in self._namesakes.get(each, [])]
        here = [one for one in called if one.organisation == organisation]
        return next((one for one in here if not one.attends), here[0] if here else None)

    def _organisation(self, name: str) -> UUID:
        """The organisation of that name, a new one where there is none."""
        if name.casefold() not in self._organisations:
            new = AddOrganisation(name=self._screen.written(Text(), name), id=uuid4())
            self._plan.commands.append(new)
            self._organisations[name.casefold()] = new.id
        return self._organisations[name.casefold()]

    def _status(self, line: Line, who: str, texts: dict[str, str], *, blank: bool = False) -> Attendance | None:
        status = self._chosen(line, who, texts, Attendance, blank=blank)
        if status is Attendance.SENDS_DEPUTY:
            self._refuse(line, who, "status", DeputyNeeded())
            return None
        return status

    def _chosen(
        self,
        line: Line,
        who: str,
        texts: dict[str, str],
        kind: type[C],
        *,
        blank: bool = False,
    ) -> C | None:
        """The code that a text names; nothing where none is given, or it names none and is refused."""
        column, codes = _CHOICES[kind]
        if column not in texts or (blank and not texts[column]):
            return None
        code = self._codes.get(texts[column].casefold())
        if code in codes:
            return kind(str(code))
        words = self._screen.say(", ").join(say_code(self._screen.words, each) for each in codes)
        self._refuse(line, who, column, NoSuchChoice(typed=texts[column], choices=words))
        return None

    def _fit(self, line: Line, who: str) -> dict[str, str]:
        """The texts without space around them; those that nothing can hold are refused."""
        fit: dict[str, str] = {}
        for column, text in line.texts.items():
            folded = _folded(column, text)
            try:
                EditAttendee(id=_NOBODY, note=folded).check()
            except UnfitText as unfit:
                facts = {**unfit.facts, "field": self._heading(column)}
                self._refuse(line, who, column, type(unfit)(**facts))
            else:
                fit[column] = folded
        return fit

    def _refuse(self, line: Line, who: str, column: str, trouble: Trouble) -> None:
        text = line.texts.get(column, "")
        self._plan.refusals.append(Refusal(line.place, who, self._heading(column) if column else "", text, trouble))

    def _heading(self, column: str) -> str:
        return _HEADINGS[column](self._screen)

    def _reads(self, column: str, text: str) -> str:
        """A choice reads as its word, however it was written."""
        code = self._codes.get(text.casefold()) if column in ("category", "status") else None
        return say_code(self._screen.words, code) if code else text


_NOBODY = UUID(int=0)


def _given(texts: dict[str, str], columns: Iterable[str]) -> dict[str, Any]:
    """What is written in some of the columns."""
    return {column: texts[column] for column in columns if column in texts}


def _folded(column: str, text: str) -> str:
    """Without space around it; a name, organisation or number stands on one line."""
    if column in _IN_LINES:
        return "\n".join(line.strip() for line in text.strip().splitlines())
    return " ".join(text.split())


def _codes_by_word() -> dict[str, str]:
    """Categories and statuses by their codes and their words in every language of the screen, casefolded."""
    codes = (*CATEGORIES, *STATUSES)
    languages = (Words.english(), Words.of("zh"))
    return {
        **{code: code for code in codes},
        **{say_code(words, code).casefold(): code for words in languages for code in codes},
    }
