"""Agreements and the parties that sign them."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.domain.entity import Entity, belongs_to, one_of, refers_to, wording
from forumdesk.domain.text import Text


class AgreementState(StrEnum):
    """How far an agreement's papers are."""

    DRAFT = "draft"
    FINAL = "final"
    PRINTED = "printed"
    BOUND = "bound"
    ON_THE_TABLE = "on-the-table"
    SIGNED = "signed"
    EXCHANGED = "exchanged"


class Side(StrEnum):
    """Whose guest a party is; its place on stage follows from this."""

    HOST = "host"
    GUEST = "guest"


class Agreement(Entity):
    """What is signed, by two or more parties."""

    __tablename__ = "agreement"

    ceremony_id: Mapped[UUID] = belongs_to("ceremony")
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[Text] = wording("title")
    copies: Mapped[int] = mapped_column(default=2)
    languages: Mapped[tuple[str, ...]] = mapped_column(default=())
    state: Mapped[AgreementState] = mapped_column(one_of(AgreementState), default=AgreementState.DRAFT)
    note: Mapped[str] = mapped_column(default="")


class Party(Entity):
    """One side of an agreement: the organisation, who signs for it and who assists 助签人."""

    __tablename__ = "party"

    agreement_id: Mapped[UUID] = belongs_to("agreement")
    organisation_id: Mapped[UUID] = refers_to("organisation")
    side: Mapped[Side] = mapped_column(one_of(Side), default=Side.HOST)
    position: Mapped[int] = mapped_column(default=0)
    signatory_id: Mapped[UUID | None] = refers_to("person", optional=True)
    assistant_id: Mapped[UUID | None] = refers_to("person", optional=True)
