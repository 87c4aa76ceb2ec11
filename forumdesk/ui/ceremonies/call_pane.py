"""One stage call: its title, who is on stage then, who stays, and how many walk on without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.ceremonies.crowd import CrowdModel, call_in, call_off, rank
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.table import OrderedView
from forumdesk.ui.ceremonies.wishes import together
from forumdesk.ui.parts.check_box import CheckBox
from forumdesk.ui.parts.field import HEIGHT, LineField, name_field, whole_number
from forumdesk.ui.parts.offer_edit import OfferEdit
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CallRow, CeremonyRow


class CallPane(QWidget):
    """Edits one call of a ceremony. Alt and an arrow, or a drag, ranks; Delete takes somebody out of the call."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, known: Known, screen: Screen) -> None:
        super().__init__()
        self._known = known
        self._row: CeremonyRow | None = None
        self._call: CallRow | None = None
        self.title, self.count = LineField(), Label("count")
        self.remove = QToolButton()
        self.remove.setFixedSize(28, 28)
        self.remove.setIconSize(QSize(16, 16))
        self.model = CrowdModel(screen)
        self.view = OrderedView(self.model)
        self.view.setMinimumHeight(124)
        self.person = OfferEdit(known.people)
        self.person.setFixedHeight(HEIGHT)
        self.places = LineField(_places, lambda number: "" if number is None else str(number))
        self._places_label = Label("label")
        self.stays = CheckBox()
        self.note = Label("second")
        self.note.setWordWrap(True)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.title.changed.connect(self._on_title)
        self.places.changed.connect(lambda number: self._edit(places=number))
        self.places.refused.connect(self.refused)
        self.stays.clicked.connect(lambda checked: self._edit(stays=checked))
        self.person.taken.connect(self._on_person)
        self.person.returnPressed.connect(self._on_person)
        self.remove.clicked.connect(self._on_remove_call)
        self.view.moved.connect(self._on_moved)
        self.view.removed.connect(self._on_removed)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.remove)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.stays, 1)
        foot.addWidget(self._places_label)
        self.places.setFixedWidth(48)
        foot.addWidget(self.places)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.person)
        column.addLayout(foot)
        column.addWidget(self.note)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.finish()
        self._screen = screen
        self.title.setAccessibleName(screen.say("Title of the stage call"))
        self.title.setPlaceholderText(screen.say("Title of the stage call"))
        self.person.setPlaceholderText(screen.say("Add a person by name"))
        self.person.setAccessibleName(screen.say("Add a person by name"))
        self.places.setPlaceholderText("–")
        name_field(self._places_label, self.places, screen.say("Places"))
        self.places.setToolTip(screen.say("How many walk on in all, where not everybody is named yet"))
        self.stays.setText(screen.say("Stay for the next item"))
        self.remove.setToolTip(screen.say("Remove the stage call"))
        self.remove.setAccessibleName(screen.say("Remove the stage call"))
        self.view.speak(screen, screen.say("On stage"))
        if self._row is not None:
            self._begin()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()
        self.remove.setIcon(icons.icon("trash-2", theme.ink_2, 16))

    def finish(self) -> None:
        """Take what is being typed."""
        self.title.finish()
        self.places.finish()

    def show_call(self, row: CeremonyRow, call: CallRow | None) -> None:
        """Show a call, or news of it, or that there is none."""
        same = self._call is not None and call is not None and self._call.id == call.id
        self._row, self._call = row, call
        self.setEnabled(call is not None)
        self.model.show_call(call)
        self.count.setText(str(len(call.stage)) if call else "")
        self.stays.setChecked(call is not None and call.stays)
        if same and call is not None:
            self.title.show_value(self._screen.exactly(call.title))
            self.places.show_value(call.places)
        else:
            self._begin()

    def _begin(self) -> None:
        call = self._call
        self.title.begin(self._screen.exactly(call.title) if call else "")
        self.places.begin(call.places if call else None)
        self.person.clear()

    def _on_title(self, title: str) -> None:
        if self._call is not None:
            self._edit(title=self._screen.written(self._call.title, title))

    def _edit(self, **given: Any) -> None:
        from forumdesk.app.commands.ceremonies import EditStageCall

        if self._call is not None:
            self.asked.emit(EditStageCall(id=self._call.id, **given))

    def _on_person(self) -> None:
        row, call, typed = self._row, self._call, self.person.text().strip()
        if row is None or call is None or not typed:
            return
        self.person.clear()
        self.asked.emit(self._known.person(typed, self._screen, lambda person: call_in(row, call, person)))

    def _on_remove_call(self) -> None:
        from forumdesk.app.commands.ceremonies import RemoveStageCall

        if self._call is not None:
            self.asked.emit(RemoveStageCall(id=self._call.id))

    def _on_removed(self, place: int) -> None:
        row, call = self._row, self._call
        if row is not None and call is not None and 0 <= place < len(self.model.lines):
            line = self.model.lines[place]
            if line.is_called:
                self.asked.emit(together(*call_off(row, call, line.id)))

    def _on_moved(self, place: int, target: int) -> None:
        row, call = self._row, self._call
        if row is None or call is None:
            return
        moved = self.model.lines[place]
        others = [line for line in self.model.lines if line is not moved]
        if not moved.is_called:
            return
        others.insert(target, moved)
        order = [line.id for line in others if line.is_called]
        if order == [line.id for line in self.model.lines if line.is_called]:
            return
        self.asked.emit(together(*rank(row, call, order, moved.id)))


def _places(text: str) -> int | None:
    return whole_number(0, 10_000)(text) if text.strip() else None
