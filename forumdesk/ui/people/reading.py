"""What the people page asks of the event; everything heavy is imported on the thread that reads."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from forumdesk.app.duplicates import Pair
    from forumdesk.store.screens.cards import OrganisationCard, PersonCard
    from forumdesk.store.screens.people import PeopleRows
    from forumdesk.store.work import Look

PEOPLE, ORGANISATIONS, RANKS = "people", "organisations", "ranks"
SECTIONS = (PEOPLE, ORGANISATIONS, RANKS)
"""The lists of the page, as its segment names them."""


def rows(look: Look) -> PeopleRows:
    """All three lists."""
    from forumdesk.store.screens.people import people_rows

    return people_rows(look)


def pairs(look: Look) -> dict[str, list[Pair]]:
    """Possible duplicates, by list."""
    from forumdesk.app.duplicates import organisations_twice, people_twice

    return {PEOPLE: people_twice(look), ORGANISATIONS: organisations_twice(look)}


def card(section: str, row: UUID, look: Look) -> PersonCard | OrganisationCard | None:
    """The card of a row in a list, or None where it is gone."""
    from forumdesk.store.screens.cards import organisation_card, person_card

    return organisation_card(look, row) if section == ORGANISATIONS else person_card(look, row)
