"""People, organisations, the posts that join them, and the event's order of rank."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, refers_to, sensitive, wording
from forumdesk.domain.text import Text


class Person(Entity):
    """Somebody at the event, once, however many parts they play."""

    __tablename__ = "person"

    name: Mapped[Text] = wording("name")
    native_name: Mapped[str] = mapped_column(default="")
    spellings: Mapped[tuple[str, ...]] = mapped_column(default=())
    """Other ways this name is written, known to mean the same person."""
    honorific: Mapped[str] = mapped_column(default="")
    """`mr`, `ms` or nothing."""
    surname_length: Mapped[int | None]
    """Characters of the surname where the table of surnames would be wrong."""
    pinyin: Mapped[str] = mapped_column(default="")
    """The reading, where the default is wrong."""
    email: Mapped[str] = sensitive()
    phone: Mapped[str] = sensitive()
    id_number: Mapped[str] = sensitive()
    biography: Mapped[Text] = wording("biography")
    photo_id: Mapped[UUID | None] = refers_to("asset", optional=True)
    note: Mapped[str] = mapped_column(default="")

    @property
    def surname_fits(self) -> bool:
        """Whether the surname is no longer than the name, in either language."""
        return all((self.surname_length or 0) <= len(name) for name in (self.name.first, self.name.second) if name)


class SurnameTooLong(RuleBroken):
    """A surname is a part of its name. Facts: name, length."""

    code = "surname-too-long"
    sentence = NOOP("“{name}” has no surname of {length} characters.")


class Organisation(Entity):
    """A ministry, park, company or association."""

    __tablename__ = "organisation"

    name: Mapped[Text] = wording("name")
    short_name: Mapped[Text] = wording("short_name")
    spellings: Mapped[tuple[str, ...]] = mapped_column(default=())
    kind: Mapped[str] = mapped_column(default="")
    country: Mapped[Text] = wording("country")
    founded: Mapped[date | None]
    sequence: Mapped[int | None]
    """Its number in an official sequence, for ranking by organisation."""
    logo_id: Mapped[UUID | None] = refers_to("asset", optional=True)
    note: Mapped[str] = mapped_column(default="")


class Post(Entity):
    """What a person is at an organisation. The first post is the main one."""

    __tablename__ = "post"

    person_id: Mapped[UUID] = belongs_to("person")
    organisation_id: Mapped[UUID] = refers_to("organisation")
    title: Mapped[Text] = wording("title")
    position: Mapped[int] = mapped_column(default=0)


class Precedence(Entity):
    """A person's place in the event's order of rank 礼宾次序, and why."""

    __tablename__ = "precedence"

    person_id: Mapped[UUID] = belongs_to("person", unique=True)
    position: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")


class NotRanked(RuleBroken):
    """Somebody is ranked behind one who has a rank. Facts: name."""

    code = "not-ranked"
    sentence = NOOP("{name} is not in the order of rank.")
