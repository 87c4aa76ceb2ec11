"""The two families of errors: what was asked cannot be done, or the file, disk or server failed.

Each carries one sentence (an English template that the message catalogue translates) and the facts
that fill it, so that a window can put it beside the field and a command line can print it.
"""

from __future__ import annotations

from typing import ClassVar

from forumdesk.base.words import Words


class Trouble(Exception):
    """Something a user can be told in one sentence. `code` names it for programs."""

    code: ClassVar[str]
    sentence: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts = facts

    def say(self, words: Words) -> str:
        """The sentence in the language of `words`, with its facts filled in."""
        return words.say(self.sentence, **self.facts)

    def __str__(self) -> str:
        return self.say(Words.english())


class Refused(Trouble):
    """The request or its input is wrong; nothing was changed."""


class RuleBroken(Refused):
    """A rule of the domain forbids it."""


class Unavailable(Trouble):
    """The file, the disk or the server failed; nothing was changed."""
