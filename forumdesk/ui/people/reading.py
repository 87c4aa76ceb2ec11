"""What the people page asks of the event; everything heavy is imported on the thread that reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from forumdesk.ui.parts.table_model import Column
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.duplicates import Pair
    from forumdesk.store.screens.cards import OrganisationCard, PersonCard
    from forumdesk.store.screens.people import PeopleRows
    from forumdesk.store.work import Look
    from forumdesk.ui.parts.draft import Draft, Plan

PEOPLE, ORGANISATIONS, RANKS = "people", "organisations", "ranks"
SECTIONS = (PEOPLE, ORGANISATIONS, RANKS)
"""The lists of the page, as its segment names them."""


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted, and whether downwards."""

    column: Column[Any]
    descending: bool


def rows(orders: Mapping[str, Order], screen: Screen, look: Look) -> tuple[PeopleRows, dict[str, Sequence[Any]]]:
    """All three lists, and by section the rows in the order in which they are to be shown."""
    from forumdesk.store.screens.people import people_rows
    from forumdesk.ui.parts.sorting import in_order

    found = people_rows(look)
    listed: dict[str, Sequence[Any]] = {
        PEOPLE: found.people, ORGANISATIONS: found.organisations, RANKS: found.ranks
    }  # fmt: skip
    for section, order in orders.items():
        listed[section] = in_order(listed[section], order.column, screen, descending=order.descending)
    return found, listed


def pairs(look: Look) -> dict[str, list[Pair]]:
    """Possible duplicates, by list."""
    from forumdesk.app.duplicates import organisations_twice, people_twice

    return {PEOPLE: people_twice(look), ORGANISATIONS: organisations_twice(look)}


def card(section: str, row: UUID, look: Look) -> PersonCard | OrganisationCard | None:
    """The card of a row in a list, or None where it is gone."""
    from forumdesk.store.screens.cards import organisation_card, person_card

    return organisation_card(look, row) if section == ORGANISATIONS else person_card(look, row)


def plan(section: str, look: Look, draft: Draft, screen: Screen) -> Plan:
    """What texts for a list come to."""
    if section == ORGANISATIONS:
        from forumdesk.ui.people.entering_organisations import plan_organisations

        return plan_organisations(look, draft, screen)
    from forumdesk.ui.people.entering import plan_people

    return plan_people(look, draft, screen)


def removal(section: str, look: Look, draft: Draft, screen: Screen) -> Plan:
    """What removing rows of a list comes to."""
    if section == ORGANISATIONS:
        from forumdesk.ui.people.entering_organisations import remove_organisations

        return remove_organisations(look, draft, screen)
    from forumdesk.ui.people.entering import remove_people

    return remove_people(look, draft, screen)
