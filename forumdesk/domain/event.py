"""The event a file holds, its forums, their halls, and who organises them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, refers_to, wording
from forumdesk.domain.text import Text


class Event(Entity):
    """What one file holds: an annual conference or a single forum. Its id is the file's own id."""

    __tablename__ = "event"

    title: Mapped[Text] = wording("title")
    kicker: Mapped[Text] = wording("kicker")
    """The larger event it is part of, printed above the title."""
    venue: Mapped[Text] = wording("venue")
    first_language: Mapped[str] = mapped_column(default="zh")
    second_language: Mapped[str] = mapped_column(default="en")
    time_zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    starts: Mapped[date]
    note: Mapped[Text] = wording("note")
    hints: Mapped[Text] = wording("hints")
    """What guests should know, a paragraph a line; the booklet prints it."""
    contacts: Mapped[Text] = wording("contacts")
    """Whom guests call, a line each; the booklet prints it."""
    theme: Mapped[str] = mapped_column(default="sober")
    """The manner everything is printed in."""
    accent: Mapped[str] = mapped_column(default="")
    """The event's own colour, `#RRGGBB`, where it is not the theme's."""
    logo_id: Mapped[UUID | None] = refers_to("asset", optional=True)
    seal_id: Mapped[UUID | None] = refers_to("asset", optional=True)

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the two languages, first and second."""
        return self.first_language, self.second_language


class SameLanguageTwice(RuleBroken):
    """An event has two different languages. Facts: language."""

    code = "same-language-twice"
    sentence = NOOP("The event's two languages must differ; both are {language}.")


class AlreadyFounded(RuleBroken):
    """A file holds one event."""

    code = "already-founded"
    sentence = NOOP("This file holds an event already.")


class Hall(Entity):
    """A room with a stage, seats and a screen; two forums cannot hold it at once."""

    __tablename__ = "hall"

    name: Mapped[Text] = wording("name")
    seats: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class Forum(Entity):
    """One programme in one hall, on one or several days.

    `arrangement` grows with every change of the order of its items, so that two people who
    move two different items into one free slot are found out.
    """

    __tablename__ = "forum"

    title: Mapped[Text] = wording("title")
    hall_id: Mapped[UUID | None] = refers_to("hall", optional=True)
    position: Mapped[int] = mapped_column(default=0)
    day_start: Mapped[int] = mapped_column(default=9 * 60)
    """Minutes after midnight at which a day begins whose first item has no fixed start."""
    days: Mapped[tuple[date, ...]] = mapped_column(default=())
    """Days it is planned for, in order; those of its items are its days, too."""
    arrangement: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class OrganiserRole(Entity):
    """An organisation's part in the event or a forum: 主办, 承办, 协办 or 支持."""

    __tablename__ = "organiser_role"

    organisation_id: Mapped[UUID] = refers_to("organisation")
    forum_id: Mapped[UUID | None] = belongs_to("forum", optional=True)
    """The forum it is part of; otherwise its part is in the whole event."""
    role: Mapped[str] = mapped_column(default="organiser")
    position: Mapped[int] = mapped_column(default=0)


LAYOUT = "layout"
"""The kind of a picture that stands on print layouts, which name it by its ID."""


FONT = "font"
"""The kind of a font file that came with the event."""


class Asset(Entity):
    """A picture in use: photo, logo or seal of one owner, or on layouts. Its bytes are kept once, by SHA-256."""

    __tablename__ = "asset"

    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    """What a font is called; pictures are known by whose they are."""
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(index=True)


class AssetBytes(Entity):
    """The bytes of an asset, read only when asked for. They never change, so that undo need not copy them."""

    __tablename__ = "asset_bytes"
    journalled = False

    sha256: Mapped[str] = mapped_column(unique=True)
    content: Mapped[bytes] = mapped_column(deferred=True)


class Template(Entity):
    """A print layout as data: boxes in mm for one kind of document."""

    __tablename__ = "template"

    document: Mapped[str]
    name: Mapped[Text] = wording("name")
    layout: Mapped[str] = mapped_column(default="{}")
    """JSON."""


class Acceptance(Entity):
    """A finding of the checks accepted with a reason; it lapses when the facts it was given for change."""

    __tablename__ = "acceptance"

    code: Mapped[str]
    subject: Mapped[UUID]
    facts_hash: Mapped[str]
    reason: Mapped[str]
