"""Text in the event's two languages."""

from __future__ import annotations

from dataclasses import dataclass

from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in the event's first and second language; either may be empty, none is ever None."""

    first: str = ""
    second: str = ""

    def __bool__(self) -> bool:
        return bool(self.first or self.second)

    def __str__(self) -> str:
        return self.first or self.second

    def side(self, index: int) -> str:
        """The wording in the event's language number `index` (0 or 1), or in the other where that is empty."""
        wanted, other = (self.second, self.first) if index else (self.first, self.second)
        return wanted or other

    @property
    def blank(self) -> bool:
        """Whether nothing can be read in either language."""
        return not (self.first.strip() or self.second.strip())


NOTHING = Text()
"""No words in either language."""


class NameNeeded(RuleBroken):
    """Nobody and nothing is entered without a name."""

    code = "name-needed"
    sentence = NOOP("A name is needed, in one of the two languages at least.")
