"""Rows that are people: who they are, what they are where, and, on the attendee list, that they come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from forumdesk.app.commands.attendees import AddAttendee, EditAttendee, SetAttendance, SetCategory
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.lists import EnterPeople
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost, EditPerson, EditPost
from forumdesk.app.lists.codes import CATEGORIES, HONORIFICS, STATUSES, code_of
from forumdesk.app.lists.matching import Held, Known, Organisations, People, SeveralFit
from forumdesk.app.lists.rows import Change, RowRefused, SaidBefore, Texts, Told, own_id, said, wording
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.attendance import Attendance, Category, DeputyNeeded
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.rules.names import is_han
from forumdesk.rules.offices import name_and_office, organisation_and_title
from forumdesk.store.work import Look

PLAIN = ("native_name", "pinyin", "phone", "email", "id_number")
"""Fields of a person that hold a text."""

OF_THE_ATTENDEE = ("badge", "seat", "note")
AT_ONCE = 2000
"""How many new people one command enters."""


class OrganisationNeeded(Refused):
    """A post is held at an organisation."""

    code = "organisation-needed"
    sentence = NOOP("A post needs an organisation; enter that, too.")


class PeopleRows:
    """The rows of a list of people become commands; new ones are gathered and entered many at a time."""

    def __init__(self, look: Look, side: int) -> None:
        self._side = side
        self._people, self._organisations = People(look), Organisations(look)
        self._edits: list[Command] = []
        self._begin()

    def row(self, number: int, texts: Texts) -> Change | None:
        """What a row changes, None where it says again what another has said. Raises `RowRefused`."""
        mark = hash(tuple(texts.items()))
        texts = self._split(texts)
        name = wording(texts, "name", self._side)
        if name.blank:
            raise RowRefused(Told("name", trouble=NameNeeded()))
        if "title" in texts and "organisation" not in texts:
            raise RowRefused(Told("title", after=texts["title"], trouble=OrganisationNeeded()))
        wrong: list[Told] = []
        given = self._given(texts, wrong)
        known = self._known(name, texts, wrong)
        if wrong:
            raise RowRefused(*wrong)
        if known is None:
            self._enter(name, texts, given).seen = number, mark
            return Change(str(name), is_new=True)
        if known.seen:
            if known.seen[1] != mark:
                raise RowRefused(Told("name", after=str(name), trouble=SaidBefore(row=known.seen[0])))
            return None
        known.seen = number, mark
        change = Change(str(known.name))
        self._edit_person(known, name, given, texts, change)
        self._edit_post(known, texts, change)
        self._attend(known, texts, change)
        return change

    def commands(self, *, all_of_them: bool) -> Iterator[Command]:
        """What there is to do by now, and forget it; edits come last, when all they name has been entered."""
        new = self._new_organisations, self._new_people, self._new_posts, self._new_attendees
        if len(self._new_people) >= AT_ONCE or (all_of_them and any(new)):
            yield EnterPeople(
                organisations=tuple(self._new_organisations), people=tuple(self._new_people),
                posts=tuple(self._new_posts), attendees=tuple(self._new_attendees),
            )  # fmt: skip
            self._begin()
        if all_of_them:
            yield from self._edits
            self._edits = []

    def _begin(self) -> None:
        self._new_organisations: list[AddOrganisation] = []
        self._new_people: list[AddPerson] = []
        self._new_posts: list[AddPost] = []
        self._new_attendees: list[AddAttendee] = []

    def _split(self, texts: Texts) -> Texts:
        """Take apart cells that hold a name with its office, or an organisation with a title."""
        if "name_office" in texts:
            name, office = name_and_office(texts.pop("name_office"))
            texts.setdefault("name", name)
            if office:
                texts.setdefault("office", office)
        if "office" in texts:
            office = texts.pop("office")
            organisation, title = self._at_known(office) or organisation_and_title(office)
            for code, text in (("organisation", organisation), ("title", title)):
                if text:
                    texts.setdefault(code, text)
        return texts

    def _at_known(self, office: str) -> tuple[str, str] | None:
        """The organisation that an office begins with, where it is one of the event."""
        for end in range(len(office), 1, -1):
            if self._organisations.find(office[:end]) is not None:
                return office[:end].strip(), office[end:].strip(" ,，、")
        return None

    def _given(self, texts: Texts, wrong: list[Told]) -> dict[str, Any]:
        """The fields of a person that a row gives as they are."""
        given: dict[str, Any] = {code: texts[code] for code in PLAIN if code in texts}
        if "honorific" in texts and (code := code_of("honorific", texts["honorific"], HONORIFICS, wrong)):
            given["honorific"] = code
        return given

    def _known(self, name: Text, texts: Texts, wrong: list[Told]) -> Known | None:
        if (row := own_id(texts)) and (known := self._with_id(row)):
            return known
        organisation = self._organisations.find(texts["organisation"]) if "organisation" in texts else None
        called = (name.first, name.second, texts.get("native_name", ""))
        try:
            return self._people.find(
                called, organisation, texts.get("phone", ""), texts.get("email", ""), texts.get("id_number", "")
            )
        except SeveralFit as several:
            wrong.append(Told("name", after=str(name), trouble=several))
            return None

    def _with_id(self, row: UUID) -> Known | None:
        return self._people.by_id.get(row)

    def _enter(self, name: Text, texts: Texts, given: dict[str, Any]) -> Known:
        own = self._own(texts)
        person = AddPerson(name=name, **given, **own)
        self._new_people.append(person)
        known = Known(person.id, name, **given)
        if "organisation" in texts:
            organisation = self._organisation(texts)
            post = AddPost(person=person.id, organisation=organisation, title=wording(texts, "title", self._side))
            self._new_posts.append(post)
            known.posts.append(Held(post.id, organisation, post.title))
        self._people.enter(known)
        return known

    def _own(self, texts: Texts) -> dict[str, Any]:
        """What only the list of people says of them, and a new one's ID."""
        own: dict[str, Any] = {"id": row} if (row := own_id(texts)) else {}
        if "note" in texts:
            own["note"] = texts["note"]
        if "spellings" in texts:
            own["spellings"] = spellings(texts["spellings"])
        if "biography" in texts or "other_biography" in texts:
            own["biography"] = wording(texts, "biography", self._side)
        return own

    def _edit_person(self, known: Known, name: Text, given: dict[str, Any], texts: Texts, change: Change) -> None:
        own = {code: value for code, value in self._own(texts).items() if code != "id"}
        if "biography" in own:
            own["biography"] = wording(texts, "biography", self._side, known.biography)
        edits = {code: value for code, value in {**given, **own}.items() if value != getattr(known, code)}
        for code, value in edits.items():
            change.tell(code, said(getattr(known, code), self._side), said(value, self._side))
        new = wording(texts, "name", self._side, known.name)
        if new != known.name and not set(map(_unspaced, (name.first, name.second))) <= {"", *known.called()}:
            edits["name"] = new
            change.tell("name", known.name.side(self._side), new.side(self._side))
        if edits:
            self._edits.append(EditPerson(id=known.id, **edits))

    def _edit_post(self, known: Known, texts: Texts, change: Change) -> None:
        """The main post. One at another organisation that they hold already stays as it is."""
        if "organisation" not in texts:
            return
        organisation = self._organisations.find(texts["organisation"])
        main = known.posts[0] if known.posts else None
        if main and organisation != main.organisation and known.is_at(organisation):
            return
        title = wording(texts, "title", self._side, main.title if main else Text())
        if main is None:
            post = AddPost(person=known.id, organisation=self._organisation(texts), title=title)
            self._new_posts.append(post)
            change.tell("organisation", "", texts["organisation"])
            if title:
                change.tell("title", "", title.side(self._side))
            return
        edits: dict[str, Any] = {}
        if organisation != main.organisation:
            edits["organisation"] = self._organisation(texts)
            change.tell("organisation", self._organisations.name(main.organisation), texts["organisation"])
        if title != main.title:
            edits["title"] = title
            change.tell("title", main.title.side(self._side), title.side(self._side))
        if edits:
            self._edits.append(EditPost(id=main.id, **edits))

    def _attend(self, known: Known, texts: Texts, change: Change) -> None:
        """On the attendee list: that they come, and as what."""

    def _organisation(self, texts: Texts) -> UUID:
        """The organisation that a row names, entered where it is new."""
        name = texts["organisation"]
        known = self._organisations.find(name)
        if known is None:
            new = AddOrganisation(name=wording(texts, "organisation", self._side))
            self._new_organisations.append(new)
            for each in filter(None, (new.name.first, new.name.second)):
                self._organisations.enter(each, new.id)
            known = new.id
        return known


class AttendeeRows(PeopleRows):
    """People who come. IDs are those of the attendee list, and notes are about their coming."""

    def __init__(self, look: Look, side: int) -> None:
        super().__init__(look, side)
        self._by_attendee = {one.attendee.id: one for one in self._people.by_id.values() if one.attendee}
        self._categories: dict[Category, list[UUID]] = {}
        self._statuses: dict[Attendance, list[UUID]] = {}

    def commands(self, *, all_of_them: bool) -> Iterator[Command]:
        """Also as what many come, and whether."""
        yield from super().commands(all_of_them=all_of_them)
        if all_of_them:
            for category, ids in self._categories.items():
                yield SetCategory(attendees=tuple(ids), category=category)
            for status, ids in self._statuses.items():
                yield SetAttendance(attendees=tuple(ids), status=status)
            self._categories, self._statuses = {}, {}

    def _with_id(self, row: UUID) -> Known | None:
        return self._by_attendee.get(row)

    def _given(self, texts: Texts, wrong: list[Told]) -> dict[str, Any]:
        for field, codes in (("category", CATEGORIES), ("status", STATUSES)):
            if field in texts and (code := code_of(field, texts[field], codes, wrong)):
                texts[field] = code
        return super()._given(texts, wrong)

    def _known(self, name: Text, texts: Texts, wrong: list[Told]) -> Known | None:
        known = super()._known(name, texts, wrong)
        status = known.attendee.status if known and known.attendee else ""
        if texts.get("status") == Attendance.SENDS_DEPUTY != status:
            wrong.append(Told("status", after=texts["status"], trouble=DeputyNeeded()))
        return known

    def _own(self, texts: Texts) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def _enter(self, name: Text, texts: Texts, given: dict[str, Any]) -> Known:
        known = super()._enter(name, texts, given)
        self._new_attendees.append(self._attendee(known.id, texts))
        return known

    def _attendee(self, person: UUID, texts: Texts) -> AddAttendee:
        own: dict[str, Any] = {code: texts[code] for code in OF_THE_ATTENDEE if code in texts}
        if row := own_id(texts):
            own["id"] = row
        return AddAttendee(
            person=person,
            category=Category(texts.get("category", Category.DELEGATE)),
            status=Attendance(texts.get("status", Attendance.INVITED)),
            **own,
        )

    def _attend(self, known: Known, texts: Texts, change: Change) -> None:
        attendee = known.attendee
        if attendee is None:
            self._new_attendees.append(self._attendee(known.id, texts))
            change.is_new = True
            return
        edits: dict[str, Any] = {
            code: texts[code] for code in OF_THE_ATTENDEE if texts.get(code, "") not in ("", getattr(attendee, code))
        }
        for code, value in edits.items():
            change.tell(code, getattr(attendee, code), value)
        if edits:
            self._edits.append(EditAttendee(id=attendee.id, **edits))
        if (category := texts.get("category")) and category != attendee.category:
            self._categories.setdefault(Category(category), []).append(attendee.id)
            change.tell("category", attendee.category, category)
        if (status := texts.get("status")) and status != attendee.status:
            self._statuses.setdefault(Attendance(status), []).append(attendee.id)
            change.tell("status", attendee.status, status)


def _unspaced(name: str) -> str:
    """A Chinese name without the space that lists put into short ones."""
    whole = "".join(name.split())
    return whole if is_han(whole) else name


def spellings(text: str) -> tuple[str, ...]:
    """Spellings in one cell, with semicolons or line ends between."""
    parts = (part.strip() for part in text.replace("；", ";").replace("\n", ";").split(";"))
    return tuple(dict.fromkeys(filter(None, parts)))
