"""The language of the screen, and which of the event's two languages is shown in it."""

from __future__ import annotations

from typing import NamedTuple

from forumdesk.base.words import Words
from forumdesk.domain.text import Text


class Screen(NamedTuple):
    """What the desk says, in `words`, and what the event says, in one of its `languages`."""

    words: Words
    languages: tuple[str, str] = ("zh", "en")

    @property
    def side(self) -> int:
        """The event's language that is the screen's too, else its first: 0 or 1."""
        return int(self.words.language == self.languages[1])

    @property
    def language(self) -> str:
        """The code of the event's language that is shown."""
        return self.languages[self.side]

    def say(self, text: str, /, **facts: object) -> str:
        """A text of the desk in the language of the screen. Pass literals only: tests collect them."""
        return self.words.say(text, **facts)

    def text(self, both: Text) -> str:
        """A text of the event, in the other language where this one has none."""
        return both.side(self.side)

    def exactly(self, both: Text) -> str:
        """A text of the event in the language shown, or nothing."""
        return (both.first, both.second)[self.side]

    def written(self, both: Text, new: str) -> Text:
        """The text with `new` in the language shown."""
        return Text(both.first, new) if self.side else Text(new, both.second)
