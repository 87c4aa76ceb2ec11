"""The tables of the settings: the event's forums in order, and its halls."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.ui import wording
from forumdesk.ui.agenda.times import read_clock
from forumdesk.ui.ceremonies.order import behind
from forumdesk.ui.ceremonies.table import ROW_HEIGHT, OrderedModel, OrderedView
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.parts.row_view import HEADING_HEIGHT
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.card import SEPARATOR, spellings_of
from forumdesk.ui.people.organisation_card import day
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.settings import ForumFacts, HallFacts

MOST_ROWS, MOST_SEATS = 12, 1_000_000


class NoSuchHall(Refused):
    """A forum's hall is one of the event's. Facts: typed."""

    code = "no-such-hall"
    sentence = NOOP("There is no hall “{typed}”: add it to the halls first.")


class NoSeats(Refused):
    """A text is no number of seats. Facts: typed."""

    code = "no-seats"
    sentence = NOOP("“{typed}” is no number of seats: write a whole number, or nothing.")


class DayInUse(Refused):
    """A day with items stays a day of its forum. Facts: day."""

    code = "day-in-use"
    sentence = NOOP("There are items on {day}: move or remove them first.")


class Places(QWidget):
    """A heading with a button, and a table; Insert adds, Delete removes, Alt with an arrow or a drag moves.

    `asked` what is to be done.
    """

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, model: OrderedModel[Any], screen: Screen) -> None:
        super().__init__()
        self._screen, self.model = screen, model
        self._wanted: UUID | None = None
        self.title, self.add = Label("section"), QPushButton()
        self.view = OrderedView(self.model)
        self.model.asked.connect(self.asked)
        self.model.refused.connect(self.refused)
        self.add.clicked.connect(self.begin)
        self._adds = self.view.action("Insert", self.begin)
        self.view.removed.connect(self._on_removed)
        self.view.moved.connect(self._on_moved)
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
        self.view.setFixedHeight(HEADING_HEIGHT + ROW_HEIGHT * max(1, min(MOST_ROWS, self.model.rowCount())) + 2)
        place = self.model.place_of(self._wanted)
        if place >= 0:
            self._wanted = None
            self.edit(place)

    def edit(self, place: int) -> None:
        """Let the first cell of a row be typed."""
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(place, 0))
        self.view.edit(self.model.index(place, 0))

    def begin(self) -> None:
        """Make a new row, or type into the line that invites to."""
        if self.model.invitation is not None:
            self.edit(self.model.count())
            return
        command = self.added()
        self._wanted = command.id
        self.asked.emit(command)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        title, add = self.names(screen)
        self.title.setText(title)
        self.view.speak(screen, title)
        self.add.setText(add)
        self._adds.setText(add)

    @property
    def row(self) -> Any:
        """What is under the cursor; None where nothing is."""
        return self.model.row_at(self.view.currentIndex().row())

    @abstractmethod
    def names(self, screen: Screen) -> tuple[str, str]:
        """What the table is called, and the button."""

    def added(self) -> Any:
        """The command that makes a new row, where no line invites to."""
        raise NotImplementedError

    @abstractmethod
    def removed(self, row: UUID) -> Any:
        """The command that takes a row away."""

    def moved(self, row: UUID, after: UUID | None) -> Any:
        """The command that puts a row behind another one, or first, where rows have an order."""
        raise NotImplementedError

    def _on_removed(self) -> None:
        if self.row is not None:
            self.asked.emit(self.removed(self.row.id))

    def _on_moved(self, place: int, target: int) -> None:
        order = [line.id for line in self.model.lines]
        target = min(target, len(order) - 1)
        if place < len(order) and target != place:
            self.asked.emit(self.moved(order[place], behind(order, order[place], target)))


class Forums(Places):
    """The forums in their order: title, hall, start, and how much is planned."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(OrderedModel(self._columns(), screen), screen)
        self.halls: Sequence[HallFacts] = ()

    def names(self, screen: Screen) -> tuple[str, str]:
        """Forums."""
        return screen.say("Forums"), screen.say("Add forum")

    def added(self) -> Any:
        """A forum behind the one under the cursor, or behind the last."""
        from forumdesk.app.commands.event import AddForum

        last = self.model.row_at(self.model.count() - 1)
        before = self.row or last
        title = self._screen.written(Text(), self._screen.say("New forum"))
        return AddForum(title=title, after=before.id if before else None)

    def removed(self, row: UUID) -> Any:
        """With its agenda."""
        from forumdesk.app.commands.event import RemoveForum

        return RemoveForum(id=row)

    def moved(self, row: UUID, after: UUID | None) -> Any:
        """Another place among the forums."""
        from forumdesk.app.commands.event import MoveForum

        return MoveForum(id=row, after=after)

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
            Column(
                lambda screen: screen.say("Days"), 128, lambda row, screen: Cell(_days(row, screen), Tone.SECOND),
                lambda row, _: SEPARATOR.join(map(str, row.days)), _planned,
            ),
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
    """The halls: name and seats. They have no order of their own."""

    def __init__(self, screen: Screen) -> None:
        columns = (
            Column(
                lambda screen: screen.say("Hall"), 0, lambda row, screen: Cell(screen.text(row.name)),
                lambda row, screen: screen.exactly(row.name), _renamed,
            ),
            Column(
                lambda screen: screen.say("Seats"), 88,
                lambda row, _: Cell(str(row.seats or ""), right=True),
                lambda row, _: str(row.seats or ""), _seated, right=True,
            ),
        )  # fmt: skip
        super().__init__(OrderedModel(columns, screen), screen)
        self.view.stay_in_order()

    def names(self, screen: Screen) -> tuple[str, str]:
        """Halls."""
        return screen.say("Halls"), screen.say("Add hall")

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


def _planned(row: ForumFacts, text: str, screen: Screen) -> object:
    """Days, written as 2025-03-28, with semicolons between them."""
    from forumdesk.app.commands.event import EditForum

    days = tuple(map(day, spellings_of(text)))
    if lost := sorted(row.busy - set(days)):
        raise DayInUse(day=wording.short_date(lost[0], screen))
    return EditForum(id=row.id, days=days)


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
