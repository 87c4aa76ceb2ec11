"""The three lists of the people page, what of them is found, and the names that fields complete from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from forumdesk.app.wording import say_code
from forumdesk.ui import wording
from forumdesk.ui.page import Around
from forumdesk.ui.parts.filter_bar import FilterBar, Search
from forumdesk.ui.parts.row_model import RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.table import Table
from forumdesk.ui.parts.table_area import TableArea, nobody_fits
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people import reading
from forumdesk.ui.people.model import KINDS, OrganisationsModel, PeopleModel, kind_word
from forumdesk.ui.people.names import Known, Names
from forumdesk.ui.people.ranks import RankList
from forumdesk.ui.people.reading import ORGANISATIONS, PEOPLE, RANKS, SECTIONS, Order
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme
from forumdesk.ui.wording import CATEGORIES

if TYPE_CHECKING:
    from forumdesk.store.screens.people import PeopleRows

ROW_HEIGHT = 32
UNLISTED = "none"
"""The category of those who are not on the attendee list."""


class Lists(QStackedWidget):
    """One list at a time; where nothing is in it, what belongs there; in its place other things can be laid.

    `narrowed` says that other rows are shown, `reordered` that they are wanted in another of the `orders`.
    """

    narrowed, reordered = Signal(), Signal()

    def __init__(self, screen: Screen, around: Around) -> None:
        super().__init__()
        self._screen = screen
        self._rows: PeopleRows | None = None
        self._listed: dict[str, Sequence[Any]] = dict.fromkeys(SECTIONS, ())
        self.orders: dict[str, Order] = {}
        self.people_names, self.organisation_names = Names(), Names()
        self.model, self.organisations_model = PeopleModel(screen), OrganisationsModel(screen)
        self.ranks = RankList(screen, self.people_names)
        self.search = Search()
        self.search.textChanged.connect(partial(self._narrow, RANKS))
        by_category, by_kind = {"category": (*CATEGORIES, UNLISTED)}, {"kind": tuple(KINDS)}
        places = self.organisations_model
        self.areas: dict[str, TableArea] = {
            PEOPLE: self._area(PEOPLE, self.model, around, by_category, (_nobody, nobody_fits)),
            ORGANISATIONS: self._area(ORGANISATIONS, places, around, by_kind, (_nothing, _nothing_fits)),
        }
        self.view, self.organisations = self.areas[PEOPLE].view, self.areas[ORGANISATIONS].view
        self.empty = Label("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (*self.areas.values(), self.ranks, self.empty):
            self.addWidget(part)

    def _area(
        self,
        section: str,
        model: RowModel[Any],
        around: Around,
        groups: Mapping[str, Sequence[str]],
        empty: tuple[Callable[[Screen], str], Callable[[Screen], str]],
    ) -> TableArea:
        table = Table(
            model, around, name=section, row_height=ROW_HEIGHT,
            plan=partial(reading.plan, section), remove=partial(reading.removal, section),
        )  # fmt: skip
        table.sorted.connect(partial(self._on_sorted, section))
        filters = FilterBar(groups, self.search)
        filters.changed.connect(partial(self._narrow, section))
        return TableArea(table, filters, around, name=section, empty=empty)

    def view_of(self, section: str) -> RowView:
        """A list's table."""
        return self.areas[section].view if section in self.areas else self.ranks.view

    def model_of(self, section: str) -> RowModel[Any]:
        """A list's rows."""
        models: dict[str, RowModel[Any]] = {PEOPLE: self.model, ORGANISATIONS: self.organisations_model}
        return models.get(section, self.ranks.model)

    def chosen(self, section: str) -> UUID | None:
        """The person or organisation under a list's cursor."""
        row = self.model_of(section).row_at(self.view_of(section).currentIndex().row())
        return row.id if row else None

    def section_of(self, row: UUID) -> str | None:
        """The list in which somebody or something stands, shown or not; None where nobody has read of it yet."""
        sections = (PEOPLE, ORGANISATIONS)
        return next((each for each in sections if any(one.id == row for one in self._listed[each])), None)

    def show_rows(self, read: tuple[PeopleRows, dict[str, Sequence[Any]]]) -> None:
        """Take in the lists as they are now."""
        self._rows, self._listed = read
        self._know_names(self._rows)
        there = {row.kind for row in self._rows.organisations}
        for (_, kind), chip in self.areas[ORGANISATIONS].filters.chips.items():
            chip.setVisible(kind in there or chip.isChecked())
        for section in SECTIONS:
            self._narrow(section)

    def show_all(self, section: str) -> None:
        """Hide nothing of a list."""
        self.search.clear()
        if section in self.areas:
            self.areas[section].filters.clear()

    def turn(self, section: str) -> None:
        """Show a list, or that nothing is found in it. The order of rank is filled where it stands empty."""
        typed = self.search.text().strip()
        self.empty.setText(self._screen.say("Nothing is found for “{found}”.", found=typed))
        if section == RANKS and typed and not self.ranks.model.count():
            self.setCurrentWidget(self.empty)
        else:
            self.setCurrentIndex(SECTIONS.index(section))

    def counted(self, section: str) -> str:
        """How many rows a list shows, in words."""
        count, screen = self.model_of(section).count(), self._screen
        if not count:
            return ""
        if section == ORGANISATIONS:
            said = screen.say("{count} organisations", count=count)
        else:
            said = screen.say("{count} people", count=count)
        return self.areas[section].counted(said) if section in self.areas else said

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.view.setAccessibleName(screen.say("People"))
        self.organisations.setAccessibleName(screen.say("Organisations"))
        everybody, places = self.areas[PEOPLE].filters, self.areas[ORGANISATIONS].filters
        word, unlisted = screen.say("Search people"), screen.say("Not on the list")
        chips = {key: unlisted if key[1] == UNLISTED else say_code(screen.words, key[1]) for key in everybody.chips}
        everybody.name(word, {"category": screen.say("Category")}, chips)
        kinds = {key: kind_word(key[1], screen) for key in places.chips}
        places.name(word, {"kind": screen.say("Kind")}, kinds)
        for section, area in self.areas.items():
            area.speak(screen)
            if self._rows is not None:
                area.know(len(self._listed[section]))
        self.ranks.speak(screen)
        if self._rows is not None:
            self._know_names(self._rows)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for area in self.areas.values():
            area.wear(theme)
        self.ranks.wear(theme)

    def _narrow(self, section: str, *_: object) -> None:
        """Keep the rows in which every word is found, and which have what is chosen."""
        if self._rows is None:
            return
        words, rows = self.search.text().casefold().split(), self._listed[section]
        found = [row for row in rows if all(word in row.found_by for word in words)]
        if section == RANKS:
            self.ranks.show_ranks(tuple(found))
        else:
            area = self.areas[section]
            shown = [row for row in found if _is_chosen(row, area.filters)]
            self.model_of(section).show_rows(shown)
            area.know(len(rows))
        self.narrowed.emit()

    def _on_sorted(self, section: str, by: str, descending: bool) -> None:
        model = self.model_of(section)
        self.orders.pop(section, None)
        if by:
            self.orders[section] = Order(model.columns[model.column_named(by)], descending)
        self.reordered.emit()

    def _know_names(self, rows: PeopleRows) -> None:
        shown = self._screen.text
        self.people_names.show(
            [
                Known(
                    row.id, shown(row.name), (row.name.first, row.name.second), row.found_by,
                    wording.organisation(row.post, self._screen),
                )
                for row in rows.people
            ]
        )  # fmt: skip
        self.organisation_names.show(
            [
                Known(
                    row.id, shown(row.name),
                    (row.name.first, row.name.second, row.short_name.first, row.short_name.second, *row.spellings),
                    row.found_by,
                )
                for row in rows.organisations
            ]
        )  # fmt: skip


def _is_chosen(row: Any, filters: FilterBar) -> bool:
    categories, kinds = filters.codes("category"), filters.codes("kind")
    return (not categories or (row.category or UNLISTED) in categories) and (not kinds or row.kind in kinds)


def _nobody(screen: Screen) -> str:
    return screen.say("Nobody is entered yet")


def _nothing(screen: Screen) -> str:
    return screen.say("No organisation is entered yet")


def _nothing_fits(screen: Screen) -> str:
    return screen.say("No organisation fits")
