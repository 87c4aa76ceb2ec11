"""What has been printed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.domain.entity import Entity


class PrintRecord(Entity):
    """A piece that went to the printer in a language, with the facts its paper tells and their hash.

    `number` counts the printings of the event; the pieces of one have the same. `choices` are what else was chosen
    then, as JSON. Append-only, outside undo and the content digest. A piece is stale when today's hash differs from
    that of its last record in the language, so that an undo makes it fresh again.
    """

    __tablename__ = "print_record"
    journalled = False

    number: Mapped[int] = mapped_column(index=True)
    document: Mapped[str]
    piece: Mapped[str]
    language: Mapped[str]
    choices: Mapped[str]
    facts_hash: Mapped[str]
    facts: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
