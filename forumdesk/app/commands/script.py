"""What the master of ceremonies says."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, field

from forumdesk.app.commands.command import Command, Edit, Move, Words, new_id
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.order import put
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.text import Text
from forumdesk.store.work import Work


class AddScriptLine(Command, frozen=True, kw_only=True):
    """Add a paragraph to the script of an item, behind another one or last."""

    step = NOOP("Add script line")

    item: UUID
    text: Text
    after: UUID | None = None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Add its row."""
        item = work.get(AgendaItem, self.item)
        others = work.all(ScriptLine, item_id=item.id)
        after = work.get(ScriptLine, self.after) if self.after else (others[-1] if others else None)
        put(others, work.add(ScriptLine(id=self.id, item_id=item.id, text=self.text)), after)


class EditScriptLine(Edit, frozen=True, kw_only=True):
    """Change what is said."""

    step = NOOP("Edit script line")

    text: Words = UNSET

    def run(self, work: Work) -> None:
        """Write the given text."""
        self.apply(work.get(ScriptLine, self.id))


class MoveScriptLine(Move, frozen=True, kw_only=True):
    """Put a paragraph behind another one of the same item, or first."""

    step = NOOP("Move script line")

    def run(self, work: Work) -> None:
        """Renumber the item's paragraphs."""
        self.place(work, ScriptLine, "item_id")


class RemoveScriptLine(Command, frozen=True, kw_only=True):
    """Take a paragraph out of the script."""

    step = NOOP("Remove script line")

    id: UUID

    def run(self, work: Work) -> None:
        """Take its row out."""
        work.remove(work.get(ScriptLine, self.id))
