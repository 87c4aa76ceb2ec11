"""What is offered while somebody types: people and organisations that are known, or a few choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.wording import NoSuchChoice
from forumdesk.ui.parts.offer_edit import Answer

if TYPE_CHECKING:
    from forumdesk.store.screens.typed_names import Offer
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations
    from forumdesk.ui.screen import Screen


class Names:
    """Names of the event, found on the thread that reads it. What was offered once is known by its words."""

    at_once = False

    def __init__(
        self, operations: Operations, like: Callable[[Look, str], tuple[Offer, ...]], screen: Screen
    ) -> None:
        self._operations, self._like, self.screen = operations, like, screen
        self._known: dict[str, UUID] = {}

    def ask(self, typed: str, answer: Answer) -> None:
        """Look for names that hold what is typed."""
        wanted = typed.strip()
        if not wanted:
            answer([])
            return
        self._operations.look(lambda look: self._like(look, wanted), lambda found: answer(self._words(found)))

    def chosen(self, typed: str) -> UUID | None:
        """The one that was offered in these words."""
        return self._known.get(typed.strip())

    def _words(self, found: tuple[Offer, ...]) -> list[str]:
        names = [self.screen.text(each.name) for each in found]
        often = Counter(names)
        words: list[str] = []
        for each, name in zip(found, names, strict=True):
            # A bare name that several have is nobody's: typed by hand it says no more than before.
            word = f"{name} · {self.screen.text(each.where) or '–'}" if often[name] > 1 else name
            self._known[word] = each.id
            words.append(word)
        return words


class Choices:
    """A few codes with their words."""

    at_once = True

    def __init__(self, words: dict[str, str], screen: Screen) -> None:
        self.words, self.screen = words, screen

    def ask(self, typed: str, answer: Answer) -> None:
        """All of them, as long as nothing else is typed."""
        words = self.offered
        holding = [word for word in words if typed.strip().casefold() in word.casefold()]
        answer(words if typed in words else holding)

    @property
    def offered(self) -> list[str]:
        """All of their words."""
        return [self.word(code) for code in self.words]

    def word(self, code: str) -> str:
        """What a code is called."""
        return self.screen.words.say(self.words.get(code, code))

    def code(self, typed: str) -> str:
        """The code of a word; `NoSuchChoice` for any other."""
        for code in self.words:
            if typed.strip() in (self.word(code), code):
                return code
        raise NoSuchChoice(typed=typed, choices=self.screen.say(", ").join(self.word(code) for code in self.words))
