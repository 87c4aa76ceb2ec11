"""Ceremonies and who walks on for them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, refers_to, wording
from forumdesk.domain.text import Text


class Ceremony(Entity):
    """One per ceremonial item: its batch, and how many were announced before their names are known."""

    __tablename__ = "ceremony"

    item_id: Mapped[UUID] = belongs_to("agenda_item", unique=True)
    batch: Mapped[Text] = wording("batch")
    announced: Mapped[int | None]
    device: Mapped[Text] = wording("device")
    countdown: Mapped[int | None]
    """Seconds counted down aloud."""
    second_at: Mapped[str] = mapped_column(default="left-hand")
    """At which hand of No. 1 the No. 2 stands: `left-hand` (rostrum order) or `right-hand`."""
    note: Mapped[str] = mapped_column(default="")


class NoCeremony(RuleBroken):
    """Only ceremonial items own a ceremony. Facts: kind."""

    code = "no-ceremony"
    sentence = NOOP("An agenda item of the kind “{kind}” has no ceremony.")


class SecondCeremony(RuleBroken):
    """An item has one ceremony."""

    code = "second-ceremony"
    sentence = NOOP("This agenda item has its ceremony already.")


class OtherCeremony(RuleBroken):
    """Agreements hang from a signing, plaques from an award. Facts: kind, thing."""

    code = "other-ceremony"
    sentence = NOOP("A ceremony of the kind “{kind}” holds nothing of the kind “{thing}”.")


class CeremonyStands(RuleBroken):
    """An item does not change to a kind that its ceremony does not fit. Facts: kind."""

    code = "ceremony-stands"
    sentence = NOOP("The item owns a ceremony that does not fit the kind “{kind}”; remove the ceremony first.")


class StandsTwice(RuleBroken):
    """Nobody walks on twice in one call. Facts: name."""

    code = "stands-twice"
    sentence = NOOP("{name} would walk on twice in the same call.")


class Unveiled(Entity):
    """Something unveiled, launched or released, by name; what is only counted so far is in `Ceremony.announced`."""

    __tablename__ = "unveiled"

    ceremony_id: Mapped[UUID] = belongs_to("ceremony")
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[Text] = wording("name")
    organisation_id: Mapped[UUID | None] = refers_to("organisation", optional=True)


class StageCall(Entity):
    """Who walks on together, from which side, and whether they stay for the next item."""

    __tablename__ = "stage_call"

    item_id: Mapped[UUID] = belongs_to("agenda_item")
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[Text] = wording("title")
    side: Mapped[str] = mapped_column(default="")
    """The entrance, as seen from the audience: `left`, `right` or not yet known."""
    places: Mapped[int | None]
    """How many walk on, where they are not named yet."""
    stays: Mapped[bool] = mapped_column(default=False)


class StagePlace(Entity):
    """One person's place in a call, in order of rank."""

    __tablename__ = "stage_place"

    call_id: Mapped[UUID] = belongs_to("stage_call")
    person_id: Mapped[UUID] = refers_to("person")
    position: Mapped[int] = mapped_column(default=0)
