"""What a hand on this page may ask for in one step: names that are typed mean who is there, or who is entered now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.work import Look, Work

Then = Callable[[UUID], "Sequence[Command]"]
"""The commands about somebody or something that is found or entered first; the step is named as the first of them."""


class SeveralOfThatName(Refused):
    """A name that several have does not say who is meant. Facts: name."""

    code = "several-of-that-name"
    sentence = NOOP("Several people are called {name}; choose one from the list that opens while you type.")


@dataclass(frozen=True, slots=True)
class Wish:
    """Commands that are one step named `step`; `commands` says which, once what is there can be looked at."""

    step: str
    commands: Callable[[Look], Iterable[Command]]

    def check(self) -> None:
        """Nothing is known yet: each command is checked before it runs."""

    def run(self, work: Work) -> None:
        """Do them all."""
        for command in self.commands(work):
            command.check()
            command.run(work)


def together(*commands: Command) -> Wish:
    """These commands as one step, named as the first."""
    return Wish(commands[0].step, lambda _: commands)


def about_person(typed: str, chosen: UUID | None, text: Text, then: Then) -> Wish:
    """Commands about the person chosen, or else the one called as `typed`, or else one entered as `text`."""

    def commands(look: Look) -> Iterable[Command]:
        from forumdesk.app.commands.people import AddPerson
        from forumdesk.store.screens.typed_names import people_named

        known = [chosen] if chosen else people_named(look, typed)
        if len(known) > 1:
            raise SeveralOfThatName(name=typed)
        person = known[0] if known else uuid4()
        if not known:
            yield AddPerson(id=person, name=text)
        yield from then(person)

    return Wish(then(uuid4())[0].step, commands)


def about_organisation(typed: str, chosen: UUID | None, text: Text, then: Then) -> Wish:
    """Commands about the organisation chosen, or else the one called as `typed`, or else one entered as `text`."""

    def commands(look: Look) -> Iterable[Command]:
        from forumdesk.app.commands.people import AddOrganisation
        from forumdesk.store.screens.typed_names import organisation_named

        organisation = chosen or organisation_named(look, typed)
        if organisation is None:
            organisation = uuid4()
            yield AddOrganisation(id=organisation, name=text)
        yield from then(organisation)

    return Wish(then(uuid4())[0].step, commands)


Asked = Any
"""A command or a wish: what goes through the door of operations."""
