"""The agenda page: the rundown of the event, to scale and as a table, and the inspector of one item."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.changes import ChangeSet
from forumdesk.rules.timing import clock
from forumdesk.ui import icons, wording
from forumdesk.ui.agenda.delay_bar import DelayBar
from forumdesk.ui.agenda.halls import Halls
from forumdesk.ui.agenda.inspector import Inspector
from forumdesk.ui.agenda.model import CUES, LANGUAGE, TIME, TITLE, AgendaModel, Note
from forumdesk.ui.agenda.notes import Fixes, OverlapLine, fixes_of
from forumdesk.ui.agenda.sheet import agenda_sheet
from forumdesk.ui.agenda.strip import Strip
from forumdesk.ui.agenda.view import AgendaView
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.empty_state import EmptyState
from forumdesk.ui.parts.head import Head
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.scope import Scope
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from forumdesk.app.commands.command import Command
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.agenda_item import ItemCard
    from forumdesk.store.screens.frame import Frame
    from forumdesk.store.work import Look

WIDE, MIDDLE = 1240, 1000
"""From how many px on there is room for the strip, and for language and cues."""

SHAPE = "agenda/shape"
"""Under which name it is remembered whether the table or the board is shown."""

PATIENCE_MS = 150
"""How long the inspector may show the item before, until nothing can be typed there any more."""

Trying = tuple[UUID, int]
"""An item and by how many minutes it is tried to begin later."""


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
        self._make_actions()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Read the agenda anew; while a delay is tried, as it would make the day."""
        if self.is_board:
            self.halls.refresh(self.scope)
            return
        read = partial(_agenda, trying=self._trying, scope=self.scope)
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
        self._name_actions()
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
    def _list(self) -> QWidget:
        return self.halls.view if self.is_board else self.view

    def move_up(self) -> None:
        """Put the item under the cursor before the one before it."""
        self._step(-1)

    def move_down(self) -> None:
        """Put the item under the cursor behind the next one."""
        self._step(1)

    def add_item(self) -> None:
        """Add an item behind the one under the cursor, and go to write its title."""
        row = self.item
        if row is not None:
            self._add(row, row.day)
        elif self.is_board:
            self._add(None, self.halls.place)
        else:
            self.around.operations.look(partial(_first_day, self.scope), partial(self._add, None))

    def remove_item(self) -> None:
        """Remove the item under the cursor; undo brings it back."""
        from forumdesk.app.commands.agenda import RemoveItem

        if self.item is not None:
            self._run(RemoveItem(id=self.item.id))

    def split_item(self) -> None:
        """Cut the item under the cursor in half."""
        from forumdesk.ui.agenda.wishes import halved

        if self.item is not None:
            self._run(halved(self.item))

    def turn_pin(self) -> None:
        """Fix the start of the item under the cursor, or link it again to what comes before."""
        from forumdesk.ui.agenda.wishes import turned

        if self.item is not None:
            self._run(turned(self.item))

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
            self._run(DelayItem(item=item, minutes=minutes))
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

    def _step(self, by: int) -> None:
        from forumdesk.ui.agenda.wishes import stepped

        if self.item is not None and self._trying is None:
            self._run(stepped(self.day_of_item, self.item, by))

    def _drop(self, row: AgendaRow, after: AgendaRow | None, head: AgendaRow | None) -> None:
        from forumdesk.ui.agenda.wishes import dropped

        self._run(dropped(self.model.items, row, after, head))

    def _add(self, behind: AgendaRow | None, day: tuple[UUID, dt.date] | None) -> None:
        from forumdesk.ui.agenda.wishes import added

        if day is not None:
            command = added(day, behind)
            self._untitled = command.id
            self._run(command)
            self.show_row(command.id)

    def _shorten(self, fixes: Fixes) -> None:
        from forumdesk.ui.agenda.wishes import shortened

        self._run(shortened(fixes))

    def _release(self, fixes: Fixes) -> None:
        from forumdesk.ui.agenda.wishes import released

        self._run(released(fixes))

    def _run(self, command: Command | None) -> None:
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
        self._tell_outcome()
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
            self.around.operations.look(partial(_item_card, row.id), self._show_card)

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
            over.links.shorten.connect(self._shorten)
            over.links.release.connect(self._release)
            self.view.setIndexWidget(self.model.index(place, TIME), over)

    def _tell_outcome(self) -> None:
        """Say beside the delay that is tried what would come of it."""
        before, rows, screen = self.model.before_trial, self.model.items, self.screen_of
        if before is None or not rows:
            self.bar.outcome.setText("")
            return
        moved = sum(before.get(row.id) != row.start for row in rows)
        end, overlap = clock(max(row.end for row in rows)), sum(row.overlap for row in rows)
        text = screen.say("{count} items move; the day ends at {end}", count=moved, end=end)
        if overlap:
            text = screen.say(
                "{count} items move; the day ends at {end}, with {minutes} min of overlap",
                count=moved, end=end, minutes=overlap,
            )  # fmt: skip
        self.bar.outcome.setText(text)

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

    def _make_actions(self) -> None:
        self._up, self._down = self._action("Alt+Up", self.move_up), self._action("Alt+Down", self.move_down)
        self._left = self._action("Alt+Left", lambda: self.halls.view.go_across(-1))
        self._right = self._action("Alt+Right", lambda: self.halls.view.go_across(1))
        self._remove = self._action("Delete", self.remove_item)
        self._insert = self._action("Insert", self.add_item)
        self._split = self._action("Ctrl+Shift+X", self.split_item)
        self._pin = self._action("Ctrl+Shift+P", self.turn_pin)
        self._inside = self._action("Alt+Return", self.inspector.title.setFocus)
        self.inspector.add_actions([self._insert, self._split, self._pin, self._up, self._down, self._remove])

    def _name_actions(self) -> None:
        screen = self.screen_of
        self._up.setText(screen.say("Move up"))
        self._down.setText(screen.say("Move down"))
        self._left.setText(screen.say("Move to the forum at the left"))
        self._right.setText(screen.say("Move to the forum at the right"))
        self._remove.setText(screen.say("Remove"))
        self._insert.setText(screen.say("Add item"))
        self._split.setText(screen.say("Split in half"))
        self._inside.setText(screen.say("Go to the inspector"))
        self._pin.setText(screen.say("Fix or link the start"))

    def _action(self, keys: str, do: Callable[[], None]) -> QAction:
        """An action of the table and the board: its keys mean something else in a field."""
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.view.addAction(action)
        self.halls.view.addAction(action)
        return action

    def _lay_out(self) -> None:
        self.delay.setCheckable(True)
        self.delay.setProperty("flat", True)
        self.add.setProperty("primary", True)
        head = self.head.layout()
        assert isinstance(head, QHBoxLayout)
        head.setContentsMargins(24, 0, 16, 0)
        head.insertWidget(2, self.halls.clashes)
        head.addWidget(self.shape)
        head.addSpacing(8)
        head.addWidget(self.delay)
        head.addWidget(self.add)
        body = QHBoxLayout()
        body.setSpacing(0)
        self._beside = QWidget()
        beside = QVBoxLayout(self._beside)
        beside.setContentsMargins(0, HEADING_HEIGHT, 0, 0)
        beside.addWidget(self.strip)
        body.addWidget(self._beside)
        body.addWidget(self.view, 1)
        body.addWidget(self.halls, 1)
        self.halls.hide()
        self.halls.clashes.hide()
        self.shape.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.head, self.bar):
            column.addWidget(part)
        column.addLayout(body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(self.inspector)

    def _connect(self) -> None:
        around = self.around
        self.model.asked.connect(self._run)
        self.model.refused.connect(around.refuse)
        self.empty.button.clicked.connect(self.add_item)
        self.view.verticalScrollBar().valueChanged.connect(self._show_links)
        self.halls.asked.connect(self._run)
        self.halls.shown.connect(self._on_halls)
        self.halls.view.chosen.connect(self._look_at_item)
        self.shape.chosen.connect(self._on_shape)
        self.view.dropped.connect(self._drop)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.strip.chosen.connect(self.show_row)
        self.delay.clicked.connect(self.try_delay)
        self.add.clicked.connect(self.add_item)
        self.bar.tried.connect(self._try)
        self.bar.applied.connect(self._apply_delay)
        self.bar.dropped.connect(self.drop_delay)
        self.inspector.asked.connect(self._run)
        self.inspector.refused.connect(around.refuse)
        self._late.timeout.connect(lambda: self.inspector.setEnabled(False))
        self.inspector.left.connect(self.settle)
        self.inspector.named.connect(lambda item: around.go("ceremonies", item))
        self.inspector.fix.shorten.connect(self._shorten)
        self.inspector.fix.release.connect(self._release)
        around.operations.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out first the strip, then language and cues, where there is little room."""
        super().resizeEvent(event)
        self.strip.setVisible(self.width() >= WIDE)
        for column in (LANGUAGE, CUES):
            self.view.setColumnHidden(column, self.width() < MIDDLE)
        self._show_links()


def _agenda(look: Look, trying: Trying | None, scope: Scope) -> tuple[AgendaRow, ...]:
    from forumdesk.store.screens.agenda import Trial, agenda

    return agenda(look, Trial(*trying) if trying else None, forum=scope.forum, day=scope.day)


def _item_card(item: UUID, look: Look) -> ItemCard | None:
    from forumdesk.store.screens.agenda_item import item_card

    return item_card(look, item)


def _first_day(scope: Scope, look: Look) -> tuple[UUID, dt.date] | None:
    from forumdesk.store.screens.agenda_item import first_day

    return first_day(look, scope.forum, scope.day)
