"""The tables of the settings: the event's forums in order, and its halls."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.ui import wording
from forumdesk.ui.agenda.times import read_clock
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.row_view import HEADING_HEIGHT, RowView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.settings import ForumFacts, HallFacts

ROW_HEIGHT, MOST_ROWS, MOST_SEATS = 32, 12, 1_000_000


class NoSuchHall(Refused):
    """A forum's hall is one of the event's. Facts: typed."""

    code = "no-such-hall"
    sentence = NOOP("There is no hall “{typed}”: add it to the halls first.")


class NoSeats(Refused):
    """A text is no number of seats. Facts: typed."""

    code = "no-seats"
    sentence = NOOP("“{typed}” is no number of seats: write a whole number, or nothing.")


class Places(QWidget):
    """A heading with a button, and a table; Insert adds, Delete removes. `asked` what is to be done."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, columns: Sequence[Column[Any]], screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._wanted: UUID | None = None
        self.title, self.add = Label("section"), QPushButton()
        self.model: RowModel[Any] = RowModel(columns, screen)
        self.view = RowView(self.model, ROW_HEIGHT)
        self.model.asked.connect(self.asked)
        self.model.refused.connect(self.refused)
        self.add.clicked.connect(self._add)
        self._adds, self._removes = self._action("Insert", self._add), self._action("Delete", self._remove)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Take in what there is; what was added is gone to, to be named."""
        self.model.show_rows(rows)
        self.view.setFixedHeight(HEADING_HEIGHT + ROW_HEIGHT * max(1, min(MOST_ROWS, len(rows))) + 2)
        place = self.model.place_of(self._wanted)
        if place >= 0:
            self._wanted = None
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(place, 0))
            self.view.edit(self.model.index(place, 0))

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self._removes.setText(screen.say("Remove"))
        self.model.speak(screen)

    @property
    def row(self) -> Any:
        """What is under the cursor; None where nothing is."""
        return self.model.row_at(self.view.currentIndex().row())

    @abstractmethod
    def added(self) -> Any:
        """The command that makes a new row."""

    @abstractmethod
    def removed(self, row: UUID) -> Any:
        """The command that takes a row away."""

    def _name(self, title: str, add: str) -> None:
        self.title.setText(title)
        self.view.setAccessibleName(title)
        self.add.setText(add)
        self._adds.setText(add)

    def _action(self, keys: str, do: Callable[[], None]) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.view.addAction(action)
        return action

    def _add(self) -> None:
        command = self.added()
        self._wanted = command.id
        self.asked.emit(command)

    def _remove(self) -> None:
        if self.row is not None:
            self.asked.emit(self.removed(self.row.id))


class Forums(Places):
    """The forums in their order, which Alt with an arrow changes: title, hall, start, and how much is planned."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(self._columns(), screen)
        self.halls: Sequence[HallFacts] = ()
        self._up = self._action("Alt+Up", lambda: self._move(-1))
        self._down = self._action("Alt+Down", lambda: self._move(1))

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self._name(screen.say("Forums"), screen.say("Add forum"))
        self._up.setText(screen.say("Move up"))
        self._down.setText(screen.say("Move down"))

    def added(self) -> Any:
        """A forum behind the one under the cursor, or behind the last."""
        from forumdesk.app.commands.event import AddForum

        last = self.model.row_at(self.model.count() - 1)
        behind = self.row or last
        title = self._screen.written(Text(), self._screen.say("New forum"))
        return AddForum(title=title, after=behind.id if behind else None)

    def removed(self, row: UUID) -> Any:
        """With its agenda."""
        from forumdesk.app.commands.event import RemoveForum

        return RemoveForum(id=row)

    def _move(self, by: int) -> None:
        from forumdesk.app.commands.event import MoveForum

        row, place = self.row, self.view.currentIndex().row() + by
        if row is not None and 0 <= place < self.model.count():
            others = [other.id for other in self.model.lines if other.id != row.id]
            self.asked.emit(MoveForum(id=row.id, after=others[place - 1] if place else None))

    def _columns(self) -> Sequence[Column[ForumFacts]]:
        return (
            Column(
                lambda screen: screen.say("Forum"), 0, lambda row, screen: Cell(screen.text(row.title)),
                lambda row, screen: screen.exactly(row.title), _titled,
            ),
            Column(
                lambda screen: screen.say("Hall"), 152, self._hall,
                lambda row, screen: self._hall(row, screen).text if row.hall else "", self._moved_in,
            ),
            Column(
                lambda screen: screen.say("Begins"), 72, lambda row, _: Cell(clock(row.day_start)),
                lambda row, _: clock(row.day_start), _begun,
            ),
            Column(lambda screen: screen.say("Days"), 128, lambda row, screen: Cell(_days(row, screen), Tone.SECOND)),
            Column(
                lambda screen: screen.say("Items"), 56, lambda row, _: Cell(str(row.items), Tone.SECOND, right=True),
                right=True,
            ),
        )  # fmt: skip

    def _hall(self, row: ForumFacts, screen: Screen) -> Cell:
        name = next((hall.name for hall in self.halls if hall.id == row.hall), None)
        return Cell(screen.text(name)) if name else Cell(screen.say("None yet"), Tone.AMBER)

    def _moved_in(self, row: ForumFacts, text: str, _: Screen) -> object:
        from forumdesk.app.commands.event import EditForum

        typed = text.strip()
        found = next((hall.id for hall in self.halls if typed in (hall.name.first, hall.name.second)), None)
        if typed and found is None:
            raise NoSuchHall(typed=typed)
        return EditForum(id=row.id, hall=found)


class Halls(Places):
    """The halls: name and seats."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(
            (
                Column(
                    lambda screen: screen.say("Hall"), 0, lambda row, screen: Cell(screen.text(row.name)),
                    lambda row, screen: screen.exactly(row.name), _renamed,
                ),
                Column(
                    lambda screen: screen.say("Seats"), 88,
                    lambda row, _: Cell(str(row.seats or ""), right=True),
                    lambda row, _: str(row.seats or ""), _seated, right=True,
                ),
            ),
            screen,
        )  # fmt: skip

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self._name(screen.say("Halls"), screen.say("Add hall"))

    def added(self) -> Any:
        """A hall, behind the others."""
        from forumdesk.app.commands.event import AddHall

        return AddHall(name=self._screen.written(Text(), self._screen.say("New hall")))

    def removed(self, row: UUID) -> Any:
        """Its forums have none then."""
        from forumdesk.app.commands.event import RemoveHall

        return RemoveHall(id=row, everywhere=True)


def _days(row: ForumFacts, screen: Screen) -> str:
    """The first day, and the last one where there are several."""
    ends = dict.fromkeys(row.days[:1] + row.days[-1:])
    return " – ".join(wording.short_date(day, screen) for day in ends)


def _titled(row: ForumFacts, text: str, screen: Screen) -> object:
    from forumdesk.app.commands.event import EditForum

    return EditForum(id=row.id, title=screen.written(row.title, text.strip()))


def _begun(row: ForumFacts, text: str, _: Screen) -> object:
    from forumdesk.app.commands.event import EditForum

    return EditForum(id=row.id, day_start=read_clock(text))


def _renamed(row: HallFacts, text: str, screen: Screen) -> object:
    from forumdesk.app.commands.event import EditHall

    return EditHall(id=row.id, name=screen.written(row.name, text.strip()))


def _seated(row: HallFacts, text: str, _: Screen) -> object:
    from forumdesk.app.commands.event import EditHall

    typed = text.strip()
    if typed and not (typed.isdecimal() and 0 < int(typed) <= MOST_SEATS):
        raise NoSeats(typed=typed)
    return EditHall(id=row.id, seats=int(typed) if typed else None)
