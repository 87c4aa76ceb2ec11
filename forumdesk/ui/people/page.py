"""The people page: everybody, every organisation and the order of rank; at the right all of the chosen one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble
from forumdesk.ui import icons
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.head import MARGIN, Head
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.people import reading
from forumdesk.ui.people.card import WIDTH
from forumdesk.ui.people.duplicates import Duplicates
from forumdesk.ui.people.lists import Lists
from forumdesk.ui.people.look import page_sheet
from forumdesk.ui.people.organisation_card import OrganisationCardView
from forumdesk.ui.people.person_card import PersonCardView
from forumdesk.ui.people.reading import ORGANISATIONS, PEOPLE, RANKS, SECTIONS
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.store.screens.people import PeopleRows

SEARCH_WIDTH, ICON = 208, 16
NARROW = 1240
"""px of the page below which the head says less."""


class PeoplePage(Page):
    """Three lists, and the card of what is chosen in them."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._wanted: UUID | None = None
        self._is_new = False
        self._hint = self._long_hint = ""
        self._make_lists(screen)
        self._make_cards(screen)
        self._make_head()
        self._arrange()
        around.operations.changed.connect(self._on_changed)
        around.operations.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Read the lists, the possible duplicates and the card anew."""
        self._read_rows()
        self.duplicates.refresh()
        self._read_card()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("People"))
        words = screen.say("People"), screen.say("Organisations"), screen.say("Order of rank")
        self.segment.offer(list(zip(SECTIONS, words, strict=True)))
        self._hint, self._long_hint = screen.say("Search"), screen.say("Name, pinyin or initials")
        self._find.setText(screen.say("Search people"))
        for part in (self.lists, self.person, self.organisation):
            part.speak(screen)
        self._turn()
        if self.lists.orders:
            self._read_rows()

    def own_sheet(self, theme: Theme) -> str:
        """The style of its fields and of what only this page has."""
        return page_sheet(theme)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        for part in (self.lists, self.person, self.organisation, self.banner):
            part.wear(theme)
        self.add.setIcon(icons.icon("plus", "#FFFFFF", ICON))

    def settle(self) -> None:
        """Take the keyboard to the list."""
        self.lists.view_of(self.section).setFocus()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on a person or an organisation."""
        self._select(row)
        self.settle()

    @property
    def section(self) -> str:
        """Which of the three lists is shown."""
        return self.segment.code or PEOPLE

    # ---- how it is made

    def _make_lists(self, screen: Screen) -> None:
        operations = self.around.operations
        self.lists, self.duplicates = Lists(screen, self.around), Duplicates(operations, screen)
        self.model, self.view = self.lists.model, self.lists.view
        self.organisations, self.ranks, self.empty = self.lists.organisations, self.lists.ranks, self.lists.empty
        self.banner, self.comparison = self.duplicates.banner, self.duplicates.comparison
        self.ranks.asked.connect(operations.run)
        self.ranks.refused.connect(self.around.refuse)
        self.ranks.told.connect(self.around.done)
        for section in SECTIONS:
            rows = self.lists.view_of(section).selectionModel()
            rows.currentRowChanged.connect(partial(self._on_row, section))
            rows.selectionChanged.connect(self._count)
        self.lists.narrowed.connect(self._after_rows)
        self.lists.reordered.connect(self._read_rows)
        self.lists.addWidget(self.comparison)
        self.duplicates.opened.connect(self._on_compared)
        self.duplicates.closed.connect(self._turn)

    def _make_cards(self, screen: Screen) -> None:
        self.person = PersonCardView(
            screen, self.around.operations, self.lists.people_names, self.lists.organisation_names
        )
        self.organisation = OrganisationCardView(screen, self.around.operations)
        self.person.is_new.connect(self._on_new_organisation)
        for card in (self.person, self.organisation):
            card.asked.connect(self.around.operations.run)
            card.refused.connect(self.around.refuse)
            card.went.connect(self._on_went)
            card.made.connect(self._on_made)

    def _make_head(self) -> None:
        self.head, self.segment, self.search, self.add = Head(), Segment(), self.lists.search, QPushButton()
        self.add.setProperty("primary", True)
        self.add.setIconSize(QSize(ICON, ICON))
        self.add.clicked.connect(self._on_add)
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
        self.cards = QStackedWidget()
        for part in (QWidget(), self.person, self.organisation):
            self.cards.addWidget(part)
        notes = QVBoxLayout()
        notes.setContentsMargins(MARGIN, 0, MARGIN, 4)
        notes.addWidget(self.banner)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addLayout(notes)
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

    def _read_rows(self) -> None:
        self.around.operations.look(partial(reading.rows, self.lists.orders, self.screen_of), self._show)

    def _show(self, read: tuple[PeopleRows, dict[str, Sequence[Any]]]) -> None:
        self.lists.show_rows(read)
        if self._wanted is not None:
            self._select(self._wanted)

    def _count(self) -> None:
        self.head.count.setText(self.lists.counted(self.section))

    def _after_rows(self) -> None:
        self._count()
        if self.lists.currentWidget() is not self.comparison:
            self.lists.turn(self.section)
            if not self._is_new:
                self._read_card()

    def _go(self, section: str) -> None:
        self.segment.button(section).setChecked(True)
        self._turn()

    def _turn(self) -> None:
        """Show the list that the segment says, and the card of what is chosen there."""
        screen, section = self.screen_of, self.section
        word = screen.say("Add organisation") if section == ORGANISATIONS else screen.say("Add person")
        self.add.setAccessibleName(word)
        self.add.setToolTip(word)
        self._fit()
        self._count()
        self.duplicates.turn(section, screen)
        self.lists.turn(section)
        self._read_card()

    def _select(self, row: UUID) -> None:
        """Choose a person or an organisation, now or as soon as they are read."""
        self._wanted = row
        section = self.lists.section_of(row)
        if section is None:
            return
        is_ranked = self.section == RANKS and self.ranks.model.place_of(row) >= 0
        self._go(RANKS if is_ranked else section)
        if self.lists.model_of(self.section).place_of(row) < 0:
            self.lists.show_all(self.section)
        place = self.lists.model_of(self.section).place_of(row)
        if place >= 0:
            self._wanted = None
            self.lists.view_of(self.section).select_row(place)

    # ---- the card

    def _card(self) -> Any:
        return self.organisation if self.section == ORGANISATIONS else self.person

    def _on_row(self, section: str, *_: object) -> None:
        if section == self.section:
            self._read_card()

    def _read_card(self) -> None:
        section, self._is_new = self.section, False
        chosen = self.lists.chosen(section)
        if chosen is None:
            self.cards.setCurrentIndex(0)
            return
        if chosen != self._card().shown:
            self._card().finish()
        self.around.operations.look(partial(reading.card, section, chosen), partial(self._show_card, chosen))

    def _show_card(self, asked: UUID, card: Any) -> None:
        """Show it, unless somebody has chosen another one since, or is naming a new one."""
        if card is not None and asked == self.lists.chosen(self.section) and not self._is_new:
            self._card().show_card(card)
            self.cards.setCurrentWidget(self._card())

    def _on_went(self, page: str, row: UUID) -> None:
        """Turn to a place; one's own place on this page is that in the order of rank."""
        if page == "people":
            self._go(RANKS if row == self.lists.chosen(self.section) else PEOPLE)
        self.around.go(page, row)

    def _on_add(self) -> None:
        if self.section == RANKS:
            self._go(PEOPLE)
        self._is_new = True
        self.cards.setCurrentWidget(self._card())
        self._card().begin_new()

    def _on_made(self, row: UUID) -> None:
        self._wanted = row

    def _on_new_organisation(self, name: str) -> None:
        self.around.done(self.screen_of.say("“{name}” is a new organisation.", name=name))

    def _on_compared(self) -> None:
        if self.lists.currentWidget() is not self.comparison:
            self.lists.setCurrentWidget(self.comparison)
            self.comparison.merge.setFocus()

    # ---- news

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.app import duplicates
        from forumdesk.store.screens import cards, people

        kinds = changes.rows.keys()
        if kinds & people.READS:
            self._read_rows()
        if kinds & duplicates.READS:
            self.duplicates.refresh()
        if kinds & cards.READS and not self._is_new:
            self._read_card()

    def _on_failed(self, _: Trouble) -> None:
        """What was typed is not what stands there: show what does."""
        if self._is_new:
            self._wanted = self._card().shown = None
        elif self.isVisible():
            self._read_card()

    def _fit(self) -> None:
        """Where there is little room the head says less."""
        narrow = self.width() < NARROW
        self.head.title.setVisible(not narrow)
        self.head.count.setVisible(not narrow)
        self.search.setFixedWidth(SEARCH_WIDTH // 2 if narrow else SEARCH_WIDTH)
        self.search.setPlaceholderText(self._hint if narrow else self._long_hint)
        self.add.setText("" if narrow else self.add.accessibleName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head says as much as there is room for."""
        super().resizeEvent(event)
        self._fit()
