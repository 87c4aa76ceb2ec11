"""What the master of ceremonies says."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from forumdesk.domain.entity import Entity, belongs_to, wording
from forumdesk.domain.text import Text


class ScriptLine(Entity):
    """One paragraph of the script, in both languages, spoken in an agenda item."""

    __tablename__ = "script_line"

    item_id: Mapped[UUID] = belongs_to("agenda_item")
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[Text] = wording("text")
