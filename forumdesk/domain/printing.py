"""What has been printed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.domain.entity import Entity


class PrintRecord(Entity):
    """A piece that went to the printer, with the hash of the facts resolved for it.

    Append-only, outside undo and the content digest. A piece is stale when today's hash differs, so that an
    undo makes it fresh again.
    """

    __tablename__ = "print_record"
    journalled = False

    document: Mapped[str]
    piece: Mapped[str] = mapped_column(index=True)
    facts_hash: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
