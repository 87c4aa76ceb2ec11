"""People, organisations and posts."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType, field

from forumdesk.app.commands.command import Command, Edit, Move, Words, named, new_id
from forumdesk.app.commands.pictures import drop_picture
from forumdesk.base.words import NOOP
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.order import number
from forumdesk.domain.people import Organisation, Person, Post, Precedence, SurnameTooLong
from forumdesk.domain.text import Text
from forumdesk.store.work import Work

Honorific = Literal["", "mr", "ms"]
SurnameLength = Annotated[int, Meta(ge=1, le=10, description="characters")]


SequenceNumber = Annotated[int, Meta(ge=0, le=1_000_000)]


def _surname_fits(person: Person) -> None:
    """Raise `SurnameTooLong` where the surname would be longer than the name."""
    if not person.surname_fits:
        raise SurnameTooLong(name=str(person.name), length=person.surname_length)


class AddPerson(Command, frozen=True, kw_only=True):
    """Enter a person."""

    step = NOOP("Add person")

    name: Text
    native_name: str = ""
    spellings: tuple[str, ...] = ()
    honorific: Honorific = ""
    surname_length: SurnameLength | None = None
    pinyin: str = ""
    email: str = ""
    phone: str = ""
    id_number: str = ""
    biography: Text = Text()
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add their row."""
        named(self.name)
        _surname_fits(work.add(Person(**{name: getattr(self, name) for name in self.__struct_fields__})))


class EditPerson(Edit, frozen=True, kw_only=True):
    """Change what is known of a person."""

    step = NOOP("Edit person")

    name: Words = UNSET
    native_name: str | UnsetType = UNSET
    spellings: tuple[str, ...] | UnsetType = UNSET
    honorific: Honorific | UnsetType = UNSET
    surname_length: SurnameLength | UnsetType | None = UNSET
    pinyin: str | UnsetType = UNSET
    email: str | UnsetType = UNSET
    phone: str | UnsetType = UNSET
    id_number: str | UnsetType = UNSET
    biography: Words = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        named(self.name)
        person = work.get(Person, self.id)
        self.apply(person)
        _surname_fits(person)


class RemovePerson(Command, frozen=True, kw_only=True):
    """Remove a person; refused while they appear somewhere, unless `everywhere`."""

    step = NOOP("Remove person")

    id: UUID
    everywhere: bool = False

    def run(self, work: Work) -> None:
        """Take them out, with photo, posts, rank and attendance; who sent them as a deputy has declined then."""
        sent_by = work.all(Attendee, deputy_id=self.id)
        person = work.get(Person, self.id)
        work.remove(person, everywhere=self.everywhere)
        drop_picture(work, person.photo_id)
        number(work.all(Precedence))
        for attendee in sent_by:
            attendee.status = Attendance.DECLINED


class AddOrganisation(Command, frozen=True, kw_only=True):
    """Enter an organisation."""

    step = NOOP("Add organisation")

    name: Text
    short_name: Text = Text()
    spellings: tuple[str, ...] = ()
    kind: str = ""
    country: Text = Text()
    founded: date | None = None
    sequence: SequenceNumber | None = None
    note: str = ""
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row."""
        named(self.name)
        work.add(Organisation(**{name: getattr(self, name) for name in self.__struct_fields__}))


class EditOrganisation(Edit, frozen=True, kw_only=True):
    """Change what is known of an organisation."""

    step = NOOP("Edit organisation")

    name: Words = UNSET
    short_name: Words = UNSET
    spellings: tuple[str, ...] | UnsetType = UNSET
    kind: str | UnsetType = UNSET
    country: Words = UNSET
    founded: date | UnsetType | None = UNSET
    sequence: SequenceNumber | UnsetType | None = UNSET
    note: str | UnsetType = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        named(self.name)
        self.apply(work.get(Organisation, self.id))


class RemoveOrganisation(Command, frozen=True, kw_only=True):
    """Remove an organisation; refused while somebody belongs to it or it signs, unless `everywhere`."""

    step = NOOP("Remove organisation")

    id: UUID
    everywhere: bool = False

    def run(self, work: Work) -> None:
        """Take its row out, with its logo."""
        organisation = work.get(Organisation, self.id)
        work.remove(organisation, everywhere=self.everywhere)
        drop_picture(work, organisation.logo_id)


class AddPost(Command, frozen=True, kw_only=True):
    """Say what a person is at an organisation; the first post is the main one."""

    step = NOOP("Add post")

    person: UUID
    organisation: UUID
    title: Text = Text()
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add it as the person's last post."""
        person = work.get(Person, self.person)
        organisation = work.get(Organisation, self.organisation)
        work.add(
            Post(
                id=self.id, person_id=person.id, position=work.next_position(Post, person_id=person.id),
                title=self.title, organisation_id=organisation.id,
            )
        )  # fmt: skip


class EditPost(Edit, frozen=True, kw_only=True):
    """Change a post's title or organisation."""

    step = NOOP("Edit post")

    organisation: UUID | UnsetType = UNSET
    title: Words = UNSET

    def run(self, work: Work) -> None:
        """Write the given fields."""
        post = work.get(Post, self.id)
        self.apply(post, "organisation")
        if isinstance(self.organisation, UUID):
            post.organisation_id = work.get(Organisation, self.organisation).id


class MovePost(Move, frozen=True, kw_only=True):
    """Put a post behind another one of the same person, or first: then it is the main one."""

    step = NOOP("Move post")

    def run(self, work: Work) -> None:
        """Renumber the person's posts."""
        self.place(work, Post, "person_id")


class RemovePost(Command, frozen=True, kw_only=True):
    """Take a post from a person."""

    step = NOOP("Remove post")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(Post, self.id))
