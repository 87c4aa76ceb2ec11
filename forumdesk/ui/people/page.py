"""The people page: everybody, every organisation and the order of rank; at the right all of the chosen one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble
from forumdesk.ui import icons, wording
from forumdesk.ui.pages import Around, Page
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_model import RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.card import WIDTH
from forumdesk.ui.people.look import page_sheet
from forumdesk.ui.people.model import OrganisationsModel, PeopleModel
from forumdesk.ui.people.names import Known, Names
from forumdesk.ui.people.organisation_card import OrganisationCardView
from forumdesk.ui.people.person_card import PersonCardView
from forumdesk.ui.people.ranks import RankList
from forumdesk.ui.people.twice import Comparison, TwiceBanner, organisation_side, person_side
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.app.duplicates import Pair
    from forumdesk.store.screens.cards import OrganisationCard, PersonCard
    from forumdesk.store.screens.people import PeopleRows
    from forumdesk.store.work import Look

ROW_HEIGHT, SIDE, SEARCH_WIDTH, ICON = 32, 16, 208, 16
PEOPLE, ORGANISATIONS, RANKS = "people", "organisations", "ranks"
SECTIONS = (PEOPLE, ORGANISATIONS, RANKS)
NARROW = 1120
"""px of the page below which the head says less."""


class PeoplePage(Page):
    """Three lists, and the card of what is chosen in them."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._rows: PeopleRows | None = None
        self._pairs: dict[str, list[Pair]] = {PEOPLE: [], ORGANISATIONS: []}
        self._pair = 0
        self._wanted: UUID | None = None
        self._is_new = False
        self._theme = LIGHT
        self.names_of_people, self.names_of_organisations = Names(), Names()
        self._make_lists(screen)
        self._make_cards(screen)
        self._make_head()
        self._arrange()
        around.operations.changed.connect(self._on_changed)
        around.operations.failed.connect(self._on_failed)

    # ---- what the desk asks of a page

    def refresh(self) -> None:
        """Read the lists, the possible duplicates and the card anew."""
        self.around.operations.look(_rows, self._show)
        self.around.operations.look(_pairs, self._show_pairs)
        self._read_card()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("People"))
        self.view.setAccessibleName(screen.say("People"))
        self.organisations.setAccessibleName(screen.say("Organisations"))
        words = screen.say("People"), screen.say("Organisations"), screen.say("Order of rank")
        self.segment.offer(list(zip(SECTIONS, words, strict=True)))
        self.search.setPlaceholderText(screen.say("Name, pinyin or initials"))
        self.search.setAccessibleName(screen.say("Search people"))
        self._find.setText(screen.say("Search people"))
        for model in (self.model, self.organisations_model):
            model.speak(screen)
        for part in (self.ranks, self.person, self.organisation):
            part.speak(screen)
        if self._rows is not None:
            self._know_names(self._rows)
        self._turn()
        self._show_pairs(self._pairs)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._theme = theme
        self.setStyleSheet(page_sheet(theme))
        for view in (self.view, self.organisations):
            view.painter.wear(theme)
            view.viewport().update()
        for part in (self.ranks, self.person, self.banner):
            part.wear(theme)
        self._search_icon.setIcon(icons.icon("search", theme.ink_3, 15))
        self.add.setIcon(icons.icon("plus", "#FFFFFF", ICON))
        self.add.setIconSize(QSize(ICON, ICON))

    def settle(self) -> None:
        """Take the keyboard to the list."""
        self._view().setFocus()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on a person or an organisation."""
        self._select(row)
        self.settle()

    @property
    def section(self) -> str:
        """Which of the three lists is shown."""
        return self.segment.code or PEOPLE

    def _select(self, row: UUID) -> None:
        """Choose a person or an organisation, now or as soon as they are read."""
        if self._rows is None:
            self._wanted = row
            return
        is_person = any(person.id == row for person in self._rows.people)
        section = self.section if self.section == RANKS and self.ranks.model.place_of(row) >= 0 else PEOPLE
        self._go(section if is_person else ORGANISATIONS)
        if self._model().place_of(row) < 0:
            self.search.clear()
        place = self._model().place_of(row)
        if place >= 0:
            self._wanted = None
            self._view().select_row(place)

    # ---- how it is made

    def _make_lists(self, screen: Screen) -> None:
        self.model, self.organisations_model = PeopleModel(screen), OrganisationsModel(screen)
        self.view, self.organisations = RowView(self.model, ROW_HEIGHT), RowView(self.organisations_model, ROW_HEIGHT)
        self.ranks = RankList(screen, self.names_of_people)
        for model in (self.model, self.organisations_model):
            model.asked.connect(self.around.operations.run)
            model.refused.connect(self.around.refuse)
        self.ranks.asked.connect(self.around.operations.run)
        self.ranks.refused.connect(self.around.refuse)
        self.ranks.told.connect(self.around.done)
        for view in (self.view, self.organisations, self.ranks.view):
            view.selectionModel().currentRowChanged.connect(self._on_row)
        self.comparison = Comparison()
        self.comparison.merged.connect(self._merge)
        self.comparison.left.connect(self._turn)
        self.comparison.turned.connect(self._next_pair)

    def _make_cards(self, screen: Screen) -> None:
        self.person = PersonCardView(screen, self.names_of_people, self.names_of_organisations)
        self.organisation = OrganisationCardView(screen)
        self.person.is_new.connect(
            lambda name: self.around.done(self.screen_of.say("“{name}” is a new organisation.", name=name))
        )
        for card in (self.person, self.organisation):
            card.asked.connect(self.around.operations.run)
            card.refused.connect(self.around.refuse)
            card.went.connect(self._on_went)
            card.made.connect(self._on_made)

    def _make_head(self) -> None:
        self.head, self.segment, self.search, self.add = Head(), Segment(), QLineEdit(), QPushButton()
        self.add.setProperty("primary", True)
        self.add.clicked.connect(self._on_add)
        self.search.setFixedHeight(28)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._filter())
        self._search_icon = self.search.addAction(
            icons.icon("search", LIGHT.ink_3, 15), self.search.ActionPosition.LeadingPosition
        )
        self.segment.offer([(section, section) for section in SECTIONS])
        for section in SECTIONS:
            self.segment.button(section).clicked.connect(self._turn)
        self._find = QAction(self)
        self._find.setShortcut(QKeySequence("Ctrl+F"))
        self._find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._find.triggered.connect(self.search.setFocus)
        self.addAction(self._find)
        row = self.head.layout()
        assert row is not None
        for part in (self.segment, self.search, self.add):
            row.addWidget(part)

    def _arrange(self) -> None:
        self.banner, self.empty = TwiceBanner(), Label("empty")
        self.banner.compare.clicked.connect(self._compare)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lists, self.cards = QStackedWidget(), QStackedWidget()
        for part in (
            _in_margins(self.view),
            _in_margins(self.organisations),
            self.ranks,
            self.comparison,
            self.empty,
        ):
            self.lists.addWidget(part)
        for part in (QWidget(), self.person, self.organisation):
            self.cards.addWidget(part)
        notes = QVBoxLayout()
        notes.setContentsMargins(24, 0, 24, 0)
        notes.addWidget(self.banner)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addLayout(notes)
        left.addSpacing(4)
        left.addWidget(self.lists, 1)
        pane = QFrame()
        pane.setObjectName("pane")
        pane.setFixedWidth(WIDTH)
        inside = QVBoxLayout(pane)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self.cards)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(pane)

    # ---- the lists

    def _view(self) -> RowView:
        return {PEOPLE: self.view, ORGANISATIONS: self.organisations, RANKS: self.ranks.view}[self.section]

    def _model(self) -> RowModel[Any]:
        models: dict[str, RowModel[Any]] = {PEOPLE: self.model, ORGANISATIONS: self.organisations_model}
        return models.get(self.section, self.ranks.model)

    def _go(self, section: str) -> None:
        self.segment.button(section).setChecked(True)
        self._turn()

    def _turn(self) -> None:
        """Show the list that the segment says, and the card of what is chosen there."""
        screen, section = self.screen_of, self.section
        word = screen.say("Add organisation") if section == ORGANISATIONS else screen.say("Add person")
        self.add.setAccessibleName(word)
        self.add.setToolTip(word)
        self.add.setText("" if self._is_narrow() else word)
        self.banner.show_count(len(self._pairs_here()), screen)
        self._show_list()
        self._read_card()

    def _show_list(self) -> None:
        rows, found = self._view().rows.rowCount(), self.search.text().strip()
        self.empty.setText(self._nothing(found))
        is_bare = not rows and self._rows is not None and (self.section != RANKS or bool(found))
        self.lists.setCurrentIndex(4 if is_bare else SECTIONS.index(self.section))
        self._count()

    def _nothing(self, found: str) -> str:
        screen = self.screen_of
        if found:
            return screen.say("Nothing is found for “{found}”.", found=found)
        if self.section == ORGANISATIONS:
            return screen.say("Organisations stand here once a person has a post, or one is added.")
        return screen.say("Nobody is entered yet. Add a person, or import the attendee list.")

    def _show(self, rows: PeopleRows) -> None:
        self._rows = rows
        self._know_names(rows)
        self._filter()
        if self._wanted is not None:
            self._select(self._wanted)

    def _know_names(self, rows: PeopleRows) -> None:
        say = self.screen_of.text
        self.names_of_people.show(
            [
                Known(
                    row.id, say(row.name), (row.name.first, row.name.second), row.found_by,
                    wording.organisation(row.post, self.screen_of),
                )
                for row in rows.people
            ]
        )  # fmt: skip
        self.names_of_organisations.show(
            [
                Known(
                    row.id,
                    say(row.name),
                    (row.name.first, row.name.second, row.short.first, row.short.second, *row.spellings),
                    row.found_by,
                )
                for row in rows.organisations
            ]
        )  # fmt: skip

    def _filter(self) -> None:
        """Show the rows in which every word of the search is found."""
        if self._rows is None:
            return
        words = self.search.text().casefold().split()
        ranks = tuple(row for row in self._rows.ranks if _found(row, words))
        self.model.show_rows([row for row in self._rows.people if _found(row, words)])
        self.organisations_model.show_rows([row for row in self._rows.organisations if _found(row, words)])
        self.ranks.show_ranks(ranks)
        for view in (self.view, self.organisations):
            if view.rows.rowCount() and not view.currentIndex().isValid():
                view.setCurrentIndex(view.rows.index(0, 0))
        if self.lists.currentWidget() is not self.comparison:
            self._show_list()
            self._read_card()

    def _count(self) -> None:
        count, screen = self._view().rows.rowCount(), self.screen_of
        if self.section == ORGANISATIONS:
            words = screen.say("{count} organisations", count=count)
        else:
            words = screen.say("{count} people", count=count)
        self.head.count.setText(words if count else "")

    # ---- the card

    def _chosen(self) -> UUID | None:
        lines: Sequence[Any] = self._model().lines
        place = self._view().currentIndex().row()
        return lines[place].id if 0 <= place < len(lines) else None

    def _card(self) -> Any:
        return self.organisation if self.section == ORGANISATIONS else self.person

    def _on_row(self) -> None:
        if self.sender() is self._view().selectionModel():
            self._read_card()

    def _read_card(self) -> None:
        chosen, self._is_new = self._chosen(), False
        if chosen is None:
            self.cards.setCurrentIndex(0)
            return
        if chosen != self._card().shown:
            self._card().finish()
        self.around.operations.look(
            partial(_organisation if self.section == ORGANISATIONS else _person, chosen),
            partial(self._show_card, chosen),
        )

    def _show_card(self, asked: UUID, card: Any) -> None:
        """Show it, unless somebody has chosen another one since, or is naming a new one."""
        if card is not None and asked == self._chosen() and not self._is_new:
            self._card().show_card(card)
            self.cards.setCurrentWidget(self._card())

    def _on_went(self, page: str, row: UUID) -> None:
        """Turn to a place; one's own place on this page is that in the order of rank."""
        if page == "people":
            self._go(RANKS if row == self._chosen() else PEOPLE)
        self.around.go(page, row)

    def _on_add(self) -> None:
        if self.section == RANKS:
            self._go(PEOPLE)
        self.cards.setCurrentWidget(self._card())
        self._is_new = True
        self._card().begin_new()

    def _on_made(self, row: UUID) -> None:
        self._wanted = row

    # ---- possible duplicates

    def _pairs_here(self) -> list[Pair]:
        return self._pairs.get(self.section, [])

    def _show_pairs(self, pairs: dict[str, list[Pair]]) -> None:
        self._pairs = pairs
        self.banner.show_count(len(self._pairs_here()), self.screen_of)
        if self.lists.currentWidget() is self.comparison:
            self._compare()

    def _compare(self) -> None:
        pairs = self._pairs_here()
        if not pairs:
            self._turn()
            return
        self._pair %= len(pairs)
        pair = pairs[self._pair]
        read = _organisation if self.section == ORGANISATIONS else _person
        self.around.operations.look(
            lambda look: (read(pair.one, look), read(pair.other, look)), partial(self._show_comparison, pair)
        )

    def _show_comparison(self, pair: Pair, cards: tuple[Any, Any]) -> None:
        pairs = self._pairs_here()
        if pair not in pairs or None in cards:
            return
        side = organisation_side if self.section == ORGANISATIONS else person_side
        one, other = (side(card, self.screen_of) for card in cards)
        self.comparison.show_pair(one, other, pair.reasons, (pairs.index(pair) + 1, len(pairs)), self.screen_of)
        if self.lists.currentWidget() is not self.comparison:
            self.lists.setCurrentWidget(self.comparison)
            self.comparison.merge.setFocus()

    def _next_pair(self, by: int) -> None:
        self._pair += by
        self._compare()

    def _merge(self, keep: UUID, drop: UUID) -> None:
        from forumdesk.app.commands.merging import MergeOrganisations, MergePeople

        merge = MergeOrganisations if self.section == ORGANISATIONS else MergePeople
        self.around.operations.run(merge(keep=keep, drop=drop))

    # ---- news

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.app import duplicates
        from forumdesk.store.screens import cards, people

        if changes.rows.keys() & people.READS:
            self.around.operations.look(_rows, self._show)
        if changes.rows.keys() & duplicates.READS:
            self.around.operations.look(_pairs, self._show_pairs)
        if changes.rows.keys() & cards.READS and not self._is_new:
            self._read_card()

    def _on_failed(self, _: Trouble) -> None:
        """What was typed is not what stands there: show what does."""
        if self._is_new:
            self._card().shown = None
        elif self.isVisible():
            self._read_card()

    def _is_narrow(self) -> bool:
        return self.width() < NARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the head says less."""
        super().resizeEvent(event)
        for part in (self.head.title, self.head.count):
            part.setVisible(not self._is_narrow())
        self.search.setFixedWidth(SEARCH_WIDTH // 2 if self._is_narrow() else SEARCH_WIDTH)
        self.add.setText("" if self._is_narrow() else self.add.accessibleName())


def _in_margins(view: RowView) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(SIDE, 0, SIDE, 0)
    column.addWidget(view)
    return around


def _found(row: Any, words: list[str]) -> bool:
    return all(word in row.found_by for word in words)


def _rows(look: Look) -> PeopleRows:
    from forumdesk.store.screens.people import people_rows

    return people_rows(look)


def _pairs(look: Look) -> dict[str, list[Pair]]:
    from forumdesk.app.duplicates import organisations_twice, people_twice

    return {PEOPLE: people_twice(look), ORGANISATIONS: organisations_twice(look)}


def _person(person: UUID, look: Look) -> PersonCard | None:
    from forumdesk.store.screens.cards import person_card

    return person_card(look, person)


def _organisation(organisation: UUID, look: Look) -> OrganisationCard | None:
    from forumdesk.store.screens.cards import organisation_card

    return organisation_card(look, organisation)
