"""Names that are typed on this page: what they are offered, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forumdesk.domain.text import Text
from forumdesk.rules.names import is_han
from forumdesk.ui.ceremonies import states
from forumdesk.ui.ceremonies.offers import Choices, Names
from forumdesk.ui.ceremonies.wishes import Then, Wish, about_organisation, about_person
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import Someone
    from forumdesk.store.screens.typed_names import Offer
    from forumdesk.store.work import Look
    from forumdesk.ui.operations import Operations


class Known:
    """People, organisations and states, for all tables of the page."""

    def __init__(self, operations: Operations, screen: Screen) -> None:
        self.people = Names(operations, _people_like, screen)
        self.organisations = Names(operations, _organisations_like, screen)
        self.agreement = Choices(states.AGREEMENT, screen)
        self.artwork = Choices(states.ARTWORK, screen)

    def speak(self, screen: Screen) -> None:
        """Offer in another language."""
        for each in (self.people, self.organisations, self.agreement, self.artwork):
            each.screen = screen

    def person(self, typed: str, screen: Screen, then: Then) -> Wish:
        """Commands about whom the typed name means."""
        return about_person(typed.strip(), self.people.chosen(typed), as_text(typed, screen), then)

    def organisation(self, typed: str, screen: Screen, then: Then) -> Wish:
        """Commands about the organisation that the typed name means."""
        return about_organisation(typed.strip(), self.organisations.chosen(typed), as_text(typed, screen), then)


def as_text(typed: str, screen: Screen) -> Text:
    """A typed name in the language it is written in: Chinese characters are Chinese on any screen."""
    if is_han(typed.strip()) and "zh" in screen.languages:
        return Text("", typed.strip()) if screen.languages.index("zh") else Text(typed.strip())
    return screen.written(Text(), typed.strip())


def name_of(someone: Someone | None, screen: Screen) -> str:
    """A person's name, or nothing."""
    return screen.text(someone.name) if someone else ""


def called_for_short(someone: Someone, screen: Screen) -> str:
    """A person's organisation, by its short name where it has one."""
    return screen.exactly(someone.post.short) or screen.text(someone.post.organisation)


def _people_like(look: Look, typed: str) -> tuple[Offer, ...]:
    from forumdesk.store.screens.typed_names import people_like

    return people_like(look, typed)


def _organisations_like(look: Look, typed: str) -> tuple[Offer, ...]:
    from forumdesk.store.screens.typed_names import organisations_like

    return organisations_like(look, typed)
