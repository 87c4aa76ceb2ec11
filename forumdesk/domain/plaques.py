"""Plaques handed over at an award ceremony."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.entity import Entity, belongs_to, one_of, refers_to, wording
from forumdesk.domain.text import Text


class ArtworkState(StrEnum):
    """How far the plaque itself is."""

    NONE = "none"
    DRAWN = "drawn"
    APPROVED = "approved"
    MADE = "made"


class Plaque(Entity):
    """A plaque whose recipient is known. How many were announced is in its ceremony."""

    __tablename__ = "plaque"

    ceremony_id: Mapped[UUID] = belongs_to("ceremony")
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[UUID] = refers_to("organisation")
    representative_id: Mapped[UUID | None] = refers_to("person", optional=True)
    presenter_id: Mapped[UUID | None] = refers_to("person", optional=True)
    wording: Mapped[Text] = wording("wording")
    artwork: Mapped[ArtworkState] = mapped_column(one_of(ArtworkState), default=ArtworkState.NONE)


class MoreNamedThanAnnounced(RuleBroken):
    """A batch cannot name more recipients than were announced. Facts: announced, named."""

    code = "more-named-than-announced"
    sentence = NOOP("{announced} were announced, but {named} would be named; raise the announced count first.")


class NoPresenters(RuleBroken):
    """Plaques are handed over by those who appear as presenters in the item."""

    code = "no-presenters"
    sentence = NOOP("Nobody appears as a presenter in this item yet.")
