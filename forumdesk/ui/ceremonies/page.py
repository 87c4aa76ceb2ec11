"""The ceremonies page: signings, awards, launches and unveilings, with who stands on stage in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.ui.ceremonies.detail import Detail
from forumdesk.ui.ceremonies.listing import WIDTH, ListingModel, ListingView
from forumdesk.ui.ceremonies.look import page_sheet
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.head import Head
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow
    from forumdesk.store.work import Look


class CeremoniesPage(Page):
    """The list at the left, the chosen ceremony at the right."""

    follows_scope = True

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._wanted: UUID | None = None
        self._known = Known(around.operations, screen)
        self.head = Head()
        self.model = ListingModel(screen)
        self.view = ListingView(self.model)
        self.detail = Detail(self._known, screen, around)
        left = QFrame()
        left.setObjectName("ceremonies")
        left.setFixedWidth(WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        self._area = self._scrolled()
        row.addWidget(self._area, 1)
        self.detail.asked.connect(around.operations.run)
        self.detail.refused.connect(around.refuse)
        self.detail.planned.connect(lambda: around.go("agenda", None))
        self.view.pasted.connect(self.detail.paste)
        for sheet in self.detail.sheets:
            sheet.previewed.connect(self._bring_into_sight)
        self.view.selectionModel().currentChanged.connect(self._on_chosen)
        around.operations.changed.connect(self._on_changed)

    def _scrolled(self) -> QScrollArea:
        """The ceremony, to be scrolled where the window is low."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.detail)
        for ground in (self.detail, area.viewport()):
            ground.setAutoFillBackground(False)
        return area

    @property
    def chosen(self) -> CeremonyRow | None:
        """The ceremony at the right."""
        place = self.view.currentIndex().row()
        return self.model.lines[place] if 0 <= place < len(self.model.lines) else None

    def refresh(self) -> None:
        """Read the ceremonies anew."""
        self.around.operations.look(partial(_ceremonies, self.scope), self._show)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self._known.speak(screen)
        self.head.title.setText(screen.say("Ceremonies"))
        self.view.setAccessibleName(screen.say("Ceremonies"))
        self.model.speak(screen)
        self.detail.speak(screen)
        self._count()

    def own_sheet(self, theme: Theme) -> str:
        """The style of its fields and of what only this page has."""
        return page_sheet(theme)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.view.painter.wear(theme)
        self.detail.wear(theme)

    def settle(self) -> None:
        """Take the keyboard to the list."""
        self.view.setFocus()

    def show_row(self, row: UUID) -> None:
        """Turn to an item's ceremony, and there to an agreement, a plaque, a thing or a call."""
        place = self.model.place_of(row)
        self._wanted = None if place >= 0 else row
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place))
            self.detail.show_row(row)

    def _bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part that has just come, once there is room for it."""
        QTimer.singleShot(0, part, partial(self._area.ensureWidgetVisible, part))

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens.ceremonies import READS

        if changes.rows.keys() & READS:
            self.refresh()

    def _show(self, rows: tuple[CeremonyRow, ...]) -> None:
        before = self.chosen
        self.model.show_rows(rows)
        place = self.model.place_of(before.id) if before else -1
        self.view.setCurrentIndex(self.model.index(max(place, 0)))
        self._on_chosen()
        self._count()
        if self._wanted is not None:
            self.show_row(self._wanted)

    def _on_chosen(self) -> None:
        self.detail.show_ceremony(self.chosen)

    def _count(self) -> None:
        count = len(self.model.lines)
        self.head.count.setText(self.screen_of.say("{count} in all", count=count) if count else "")


def _ceremonies(scope: Scope, look: Look) -> tuple[CeremonyRow, ...]:
    from forumdesk.store.screens.ceremonies import ceremonies

    return ceremonies(look, scope.forum, scope.day)
