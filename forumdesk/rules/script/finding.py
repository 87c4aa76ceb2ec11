"""What reading a script finds: each thing in the words of the source, with the sentence it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """The kinds of findings, in the order in which they are shown."""

    THEME = "theme"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    ORGANISER = "organiser"
    GUEST = "guest"
    ITEM = "item"
    APPEARANCE = "appearance"
    STAGE = "stage"
    PAIR = "pair"
    BATCH = "batch"
    COUNT = "count"
    COUNTDOWN = "countdown"
    CUE = "cue"
    STAY = "stay"
    LINE = "line"
    SPELLING = "spelling"
    TURN = "turn"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found. All texts but `role` stand in `source` as they are.

    `text` is the main one: a title, a person's name, a party, a count with its measure. `second` is the other party,
    or the name in another script; `more` a person's further posts. `role` is a code: an item's kind, a person's or
    an organiser's role, a cue's kind, whether a count is `announced`, `called` or only `said`. `value` is a count,
    or an item's minutes. `item` numbers the agenda item it belongs to, from 1; 0 where it belongs to none.
    `accepted`: somebody has seen it and wants it in the event.
    """

    what: What
    line: int
    source: str
    item: int = 0
    role: str = ""
    text: str = ""
    second: str = ""
    organisation: str = ""
    title: str = ""
    honorific: str = ""
    more: str = ""
    value: int | None = None
    accepted: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What was read, as it stands in the source."""
        given = (self.text, self.second, self.organisation, self.title, self.honorific, self.more)
        return tuple(filter(None, given))

    @property
    def adds(self) -> bool:
        """Whether the event has a place for it; turns and counts that are only said inform whoever reviews.

        >>> Finding(what=What.TURN, line=1, source="林晓：大家好", text="林晓").adds
        False
        """
        return self.what is not What.TURN and not (self.what is What.COUNT and self.role == "said")
