"""Leads through the pairs that may be one: how many there are, one pair after the other, and the merging."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumdesk.ui.operations import Operations
from forumdesk.ui.people import reading
from forumdesk.ui.people.reading import ORGANISATIONS, PEOPLE
from forumdesk.ui.people.twice import Comparison, TwiceBanner, organisation_side, person_side
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.duplicates import Pair
    from forumdesk.store.work import Look


class Duplicates(QObject):
    """The banner above a list and the comparison in its place. `opened` and `closed` say which is wanted."""

    opened = Signal()
    closed = Signal()

    def __init__(self, operations: Operations, screen: Screen) -> None:
        super().__init__()
        self._operations, self._screen = operations, screen
        self._pairs: dict[str, list[Pair]] = {}
        self._section, self._place = PEOPLE, 0
        self.banner, self.comparison = TwiceBanner(), Comparison()
        self.banner.compare.clicked.connect(self.compare)
        self.comparison.merged.connect(self._merge)
        self.comparison.left.connect(self.closed)
        self.comparison.turned.connect(self._turn_over)

    def refresh(self) -> None:
        """Look for pairs anew."""
        self._operations.look(reading.pairs, self._show)

    def turn(self, section: str, screen: Screen) -> None:
        """Be about another list, or speak another language."""
        self._section, self._screen = section, screen
        self.banner.show_count(len(self._here()), screen)

    def compare(self) -> None:
        """Read the two of a pair and show them; without any pair, close."""
        pairs = self._here()
        if not pairs:
            self.closed.emit()
            return
        self._place %= len(pairs)
        pair, section = pairs[self._place], self._section

        def both(look: Look) -> tuple[Any, Any]:
            return reading.card(section, pair.one, look), reading.card(section, pair.other, look)

        self._operations.look(both, partial(self._show_pair, pair))

    def _here(self) -> list[Pair]:
        return self._pairs.get(self._section, [])

    def _show(self, pairs: dict[str, list[Pair]]) -> None:
        self._pairs = pairs
        self.banner.show_count(len(self._here()), self._screen)
        if self.comparison.isVisible():
            self.compare()

    def _show_pair(self, pair: Pair, cards: tuple[Any, Any]) -> None:
        """Show it, unless it is none any more."""
        pairs = self._here()
        if pair not in pairs or None in cards:
            return
        side = organisation_side if self._section == ORGANISATIONS else person_side
        one, other = (side(card, self._screen) for card in cards)
        self.comparison.show_pair(one, other, pair.reasons, (pairs.index(pair) + 1, len(pairs)), self._screen)
        self.opened.emit()

    def _turn_over(self, by: int) -> None:
        self._place += by
        self.compare()

    def _merge(self, keep: UUID, drop: UUID) -> None:
        from forumdesk.app.commands.merging import MergeOrganisations, MergePeople

        merge = MergeOrganisations if self._section == ORGANISATIONS else MergePeople
        self._operations.run(merge(keep=keep, drop=drop))
