"""The agenda page: the rundown of the event, to scale and as a table, and the inspector of one item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.ui import icons, wording
from forumdesk.ui.agenda.deeds import Deeds
from forumdesk.ui.agenda.delay_bar import DelayBar
from forumdesk.ui.agenda.halls import Halls
from forumdesk.ui.agenda.inspector import Inspector
from forumdesk.ui.agenda.keys import Keys
from forumdesk.ui.agenda.layout import lay_out
from forumdesk.ui.agenda.model import CUES, LANGUAGE, TIME, TITLE, AgendaModel, Note
from forumdesk.ui.agenda.notes import OverlapLine, fixes_of
from forumdesk.ui.agenda.reading import Trying, agenda_rows, card_of
from forumdesk.ui.agenda.sheet import agenda_sheet
from forumdesk.ui.agenda.strip import Strip
from forumdesk.ui.agenda.view import AgendaView
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.empty_state import EmptyState
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.agenda_item import ItemCard
    from forumdesk.store.screens.frame import Frame

WIDE, MIDDLE = 1240, 1000
"""From how many px on there is room for the strip, and for language and cues."""

SHAPE = "agenda/shape"
"""Under which name it is remembered whether the table or the board is shown."""

PATIENCE_MS = 150
"""How long the inspector may show the item before, until nothing can be typed there any more."""


class AgendaPage(Page):
    """Items in order, their times derived: whatever is changed re-times the day."""

    follows_scope = True

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self._wanted: UUID | None = None
        self._untitled: UUID | None = None
        self._trying: Trying | None = None
        self.head = Head()
        self.delay, self.add = QPushButton(), QPushButton()
        self.model, self.strip = AgendaModel(screen), Strip(screen)
        self.view, self.bar = AgendaView(self.model), DelayBar()
        self.empty = EmptyState(self.view, HEADING_HEIGHT)
        self.inspector = Inspector(around.operations, screen)
        self.halls, self.shape = Halls(around, screen), Segment()
        self._late = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self.deeds = Deeds(self)
        self._keys = Keys(self)
        self._beside = lay_out(self)
        self._connect()

    def refresh(self) -> None:
        """Read the agenda anew; while a delay is tried, as it would make the day."""
        if self.is_board:
            self.halls.refresh(self.scope)
            return
        read = partial(agenda_rows, trying=self._trying, scope=self.scope)
        self.around.operations.look(read, partial(self._show, self._trying))

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Agenda"))
        self.shape.offer([("table", screen.say("Table")), ("board", screen.say("Halls"))])
        self.shape.setAccessibleName(screen.say("Table or halls"))
        self.view.setAccessibleName(screen.say("Agenda"))
        self.delay.setText(screen.say("Try a delay"))
        self.add.setText(screen.say("Add item"))
        self.empty.say(
            screen.say("Nothing is planned yet"),
            screen.say("Add the first item. What follows it is timed by itself."),
            screen.say("Add item"),
        )
        for part in (self.strip, self.bar, self.inspector, self.model, self.halls):
            part.speak(screen)
        self.view.speak(screen.words.language)
        self._keys.speak(screen)
        self._show_links()
        self._count()

    def own_sheet(self, theme: Theme) -> str:
        """The style of its fields and of what only this page has."""
        return agenda_sheet(theme)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.delay.setIcon(icons.icon("hourglass", theme.ink, 17))
        self.add.setIcon(icons.icon("plus", "#FFFFFF", 17))
        for part in (self.view, self.strip, self.inspector, self.halls.view):
            part.wear(theme)
        self._show_links()

    def settle(self) -> None:
        """Take the keyboard to the table or the board."""
        self._list.setFocus()

    def show_frame(self, frame: Frame) -> None:
        """Offer the board where there are several forums: it is what all of them are seen on."""
        self.shape.setVisible(len(frame.forums) > 1)
        chosen = str(self.around.settings.value(SHAPE) or "")
        by_itself = "board" if self.scope.forum is None else "table"
        self._take_shape((chosen or by_itself) if len(frame.forums) > 1 else "table")

    def show_row(self, row: UUID) -> None:
        """Put the cursor on an item, now or when it is there."""
        if self.is_board:
            self.halls.show_row(row)
            return
        place = self.model.place_of(row)
        self._wanted = row if place < 0 else None
        if place >= 0:
            self.view.select_row(place)

    @property
    def item(self) -> AgendaRow | None:
        """The item under the cursor."""
        if self.is_board:
            return self.halls.view.row
        return self.model.item_at(self.view.currentIndex().row())

    @property
    def day_of_item(self) -> list[AgendaRow]:
        """The items of its forum and day."""
        if self.is_board:
            return list(self.halls.view.column.rows if self.halls.view.column else ())
        return self.model.days[self.item.day] if self.item else []

    @property
    def is_board(self) -> bool:
        """Whether halls are shown side by side, and not the rundown as a table."""
        return self.shape.code == "board"

    @property
    def is_trying(self) -> bool:
        """Whether the day is shown as a delay would make it."""
        return self._trying is not None

    def go_to_title(self, row: UUID) -> None:
        """Put the cursor on a new item when it is there, and the keyboard into its title."""
        self._untitled = row
        self.show_row(row)

    @property
    def _list(self) -> QWidget:
        return self.halls.view if self.is_board else self.view

    def try_delay(self) -> None:
        """Begin to try a delay of the item under the cursor, or stop."""
        if self.bar.isVisible():
            self.drop_delay()
        elif self.item is not None:
            self.bar.open()

    def drop_delay(self) -> None:
        """Show the day as it is."""
        self._end_trial()
        self.refresh()

    def _apply_delay(self, minutes: int) -> None:
        from forumdesk.app.commands.agenda import DelayItem

        item = self._trying[0] if self._trying else None
        self._end_trial()
        if item is not None:
            self.run(DelayItem(item=item, minutes=minutes))
        self.refresh()

    def _end_trial(self) -> None:
        self._trying = None
        self.bar.hide()
        self.delay.setChecked(False)
        self.view.setFocus()

    def _try(self, minutes: int) -> None:
        if self.bar.isVisible() and self.item is not None:
            self._trying = self.item.id, minutes
            self.delay.setChecked(True)
            self.refresh()

    def run(self, command: Command | None) -> None:
        """Do what was wished; a trial ends by it."""
        if command is None:
            return
        if self._trying is not None:
            self._end_trial()
        self.around.operations.run(command)

    def _on_changed(self, changes: ChangeSet) -> None:
        from forumdesk.store.screens import agenda, agenda_item, board

        if changes.rows.keys() & (board.READS if self.is_board else agenda.READS):
            self.refresh()  # the inspector follows, with the new times
        elif changes.rows.keys() & agenda_item.READS:
            self._look_at_item()

    def _on_current(self) -> None:
        self._show_strip()
        self._look_at_item()
        if self.bar.isVisible():
            self._try(self.bar.minutes.value)

    def _show(self, trying: Trying | None, rows: tuple[AgendaRow, ...]) -> None:
        if trying != self._trying:
            return  # somebody typed on: the answer to that is on its way
        if trying is None:
            self.model.before_trial = None
        elif self.model.before_trial is None:
            self.model.before_trial = {row.id: row.start for row in self.model.items}
        self.model.show_agenda(rows)
        self.view.lay_rows()
        if self._wanted is not None:
            self.show_row(self._wanted)
        if rows and self.item is None:
            first = next(place for place in range(len(self.model.lines)) if self.model.is_item(place))
            self.view.setCurrentIndex(self.model.index(first, TITLE))
        self.empty.setVisible(not rows)
        self.inspector.times.setEnabled(trying is None)
        self.bar.tell(self.model.before_trial, self.model.items, self.screen_of)
        self._show_links()
        self._show_strip()
        self._count()
        self._look_at_item()

    def _look_at_item(self) -> None:
        row = self.item
        if row is None:
            self._late.stop()
            self.inspector.show_nothing()
        else:
            if self.inspector.item not in (None, row.id):
                self._late.start()
            self.around.operations.look(partial(card_of, row.id), self._show_card)

    def _show_card(self, card: ItemCard | None) -> None:
        row = self.item
        if row is None or card is None or card.id != row.id:
            return  # the cursor went on
        day = self.day_of_item
        place = day.index(row)
        near = (fixes_of(day, other) for other in day[place : place + 2])
        fixes = next((each for each in near if each is not None), None)
        self._late.stop()
        self.inspector.setEnabled(True)
        self.inspector.show_item(row, card, place + 1, len(day), fixes)
        if self._untitled == row.id:
            self._untitled = None
            self.inspector.title.setFocus()

    def _show_strip(self) -> None:
        self.strip.show_day(self.day_of_item, self.item.id if self.item else None)

    def _show_links(self) -> None:
        """Put the fixes of overlaps over those of their lines in the table that are in sight."""
        for place, line in self.view.in_sight():
            if not (isinstance(line, Note) and line.about == "overlap"):
                continue
            fixes = fixes_of(self.model.days[line.row.day], line.row)
            if fixes is None:
                continue
            over = OverlapLine(line, fixes, self.screen_of, self.worn)
            over.links.setEnabled(self._trying is None)
            over.links.shorten.connect(self.deeds.shorten)
            over.links.release.connect(self.deeds.release)
            self.view.setIndexWidget(self.model.index(place, TIME), over)

    def _take_shape(self, shape: str) -> None:
        if shape == self.shape.code and self.halls.isVisibleTo(self) == self.is_board:
            return
        self.shape.button(shape).setChecked(True)
        if self._trying is not None:
            self._end_trial()
        for part in (self.view, self._beside, self.delay):
            part.setHidden(self.is_board)
        for part in (self.halls, self.halls.clashes):
            part.setVisible(self.is_board)
        self.refresh()

    def _on_shape(self, shape: str) -> None:
        self.around.settings.setValue(SHAPE, shape)
        self._take_shape(shape)
        self.settle()

    def _on_halls(self) -> None:
        self.empty.hide()
        self._count()
        self._look_at_item()

    def _count(self) -> None:
        if self.is_board:
            self.head.count.setText(self.halls.summary)
            return
        rows, screen = self.model.items, self.screen_of
        if not rows:
            self.head.count.setText("")
            return
        length = wording.duration(sum(row.minutes + row.gap for row in rows), screen)
        self.head.count.setText(screen.say("{count} items, {duration}", count=len(rows), duration=length))

    def _connect(self) -> None:
        around = self.around
        self.model.asked.connect(self.run)
        self.model.refused.connect(around.refuse)
        self.empty.button.clicked.connect(self.deeds.add_item)
        self.view.verticalScrollBar().valueChanged.connect(self._show_links)
        self.halls.asked.connect(self.run)
        self.halls.shown.connect(self._on_halls)
        self.halls.view.chosen.connect(self._look_at_item)
        self.shape.chosen.connect(self._on_shape)
        self.view.dropped.connect(self.deeds.drop)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.strip.chosen.connect(self.show_row)
        self.delay.clicked.connect(self.try_delay)
        self.add.clicked.connect(self.deeds.add_item)
        self.bar.tried.connect(self._try)
        self.bar.applied.connect(self._apply_delay)
        self.bar.dropped.connect(self.drop_delay)
        self.inspector.asked.connect(self.run)
        self.inspector.refused.connect(around.refuse)
        self._late.timeout.connect(lambda: self.inspector.setEnabled(False))
        self.inspector.left.connect(self.settle)
        self.inspector.named.connect(lambda item: around.go("ceremonies", item))
        self.inspector.fix.shorten.connect(self.deeds.shorten)
        self.inspector.fix.release.connect(self.deeds.release)
        around.operations.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out first the strip, then language and cues, where there is little room."""
        super().resizeEvent(event)
        self.strip.setVisible(self.width() >= WIDE)
        for column in (LANGUAGE, CUES):
            self.view.setColumnHidden(column, self.width() < MIDDLE)
        self._show_links()
