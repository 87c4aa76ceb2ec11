"""The stage of a ceremony: its calls, the picture at the chosen one, and beside it who walks on then."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.text import Text
from forumdesk.rules.precedence import Side
from forumdesk.rules.timing import clock
from forumdesk.ui import icons
from forumdesk.ui.ceremonies.call_pane import CallPane
from forumdesk.ui.ceremonies.names import Known, called_for_short
from forumdesk.ui.ceremonies.order import behind
from forumdesk.ui.ceremonies.stage import Scene, StagePicture, Stands
from forumdesk.ui.ceremonies.tabs import CallTabs
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CallRow, CeremonyRow

SIDE_WIDTH, LEAST_SIDE, GAP = 336, 256, 24
NARROW = 880
"""px below which the rule of the rostrum stands on a line of its own, and the turning button is an icon."""


class StagePane(QWidget):
    """Tabs above, the picture at the left, the call at the right. Changes are `asked` for."""

    asked = Signal(object)
    refused = Signal(object)

    def __init__(self, known: Known, screen: Screen) -> None:
        super().__init__()
        self._row: CeremonyRow | None = None
        self._call: UUID | None = None
        self.tabs, self.picture = CallTabs(), StagePicture()
        self.call = CallPane(known, screen)
        self._eye, self.viewpoint, self._hand = Label(), Label("section"), ElidedLabel("second")
        self._hand_below = ElidedLabel("second")
        self.turn = QPushButton()
        self.turn.setIconSize(QSize(16, 16))
        self.turn.clicked.connect(self._turn_round)
        self.tabs.chosen.connect(self._choose)
        self.tabs.moved.connect(self._move)
        self.tabs.added.connect(self._add)
        for signal, own in ((self.call.asked, self.asked), (self.call.refused, self.refused)):
            signal.connect(own)
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._eye, self.viewpoint):
            head.addWidget(part)
        head.addWidget(self._hand, 1)
        head.addStretch()
        head.addWidget(self.turn)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(head)
        left.addWidget(self._hand_below)
        left.addWidget(self.picture, 1)
        self.call.setMinimumWidth(LEAST_SIDE)
        self.call.setMaximumWidth(SIDE_WIDTH)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addLayout(left, 2)
        both.addWidget(self.call, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addLayout(both, 1)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.tabs.speak(screen)
        self.picture.speak(screen)
        self.picture.setAccessibleName(screen.say("Stage"))
        self.call.speak(screen)
        self._draw()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.tabs.wear(theme)
        self.picture.wear(theme)
        self.call.wear(theme)
        self._eye.setPixmap(icons.picture("eye", theme.accent, 16, self.devicePixelRatioF()))
        self.turn.setIcon(icons.icon("flip-horizontal-2", theme.ink_2, 16))

    def finish(self) -> None:
        """Take what is being typed."""
        self.call.finish()

    def show_ceremony(self, row: CeremonyRow) -> None:
        """Show a ceremony's calls; the chosen one stays so, else the last, when all have come."""
        self._row = row
        if self._call not in {call.id for call in row.calls}:
            self._call = row.calls[-1].id if row.calls else None
        self._show()

    def show_call(self, call: UUID) -> None:
        """Choose a call, if it is one of the ceremony's."""
        if self._row is not None and call in {each.id for each in self._row.calls}:
            self._choose(call)

    def _choose(self, call: UUID) -> None:
        self.call.finish()
        self._call = call
        self._show()

    def _show(self) -> None:
        row = self._row
        assert row is not None
        self.tabs.show_calls(row.calls, self._call)
        self.call.show_call(row, self._chosen())
        self._draw()

    def _chosen(self) -> CallRow | None:
        calls = self._row.calls if self._row else ()
        return next((call for call in calls if call.id == self._call), None)

    def _draw(self) -> None:
        screen, row = self._screen, self._row
        turned = self.picture.from_stage
        self.viewpoint.setText(screen.say("Seen from the stage") if turned else screen.say("Seen from the audience"))
        narrow = self.width() < NARROW
        turning = screen.say("Look from the audience") if turned else screen.say("Look from the stage")
        self.turn.setText("" if narrow else turning)
        self.turn.setAccessibleName(turning)
        self.turn.setToolTip(turning)
        self._hand.setVisible(not narrow)
        self._hand_below.setVisible(narrow)
        if row is None:
            return
        at_left = row.second_at == "left-hand"
        seen_right = at_left is not turned
        for label in (self._hand, self._hand_below):
            label.setText(_say_hand(screen, at_left=at_left, seen_right=seen_right))
        self.picture.show_scene(self._scene(row), from_stage=turned)
        self.call.note.setText(self._say_then(row))

    def _scene(self, row: CeremonyRow) -> Scene:
        call, screen = self._chosen(), self._screen
        if call is None:
            return Scene()
        people = tuple(
            Stands(rank, screen.text(who.name), called_for_short(who, screen))
            for rank, who in enumerate(call.stage.people, start=1)
        )
        entered = min(row.named, call.stage.unnamed) if row.kind == "plaque" else 0
        behind_them = _say_unnamed(screen, call.stage.unnamed, entered)
        hand = Side.LEFT_HAND if row.second_at == "left-hand" else Side.RIGHT_HAND
        return Scene(people, call.stage.unnamed, entered, behind_them, hand)

    def _say_then(self, row: CeremonyRow) -> str:
        """What becomes of the stage when the item is over."""
        screen, stay = self._screen, len(row.leaves)
        if not stay:
            return screen.say("All leave the stage at the end.") if row.calls else ""
        said = screen.say("{count} stay on stage for the next item.", count=stay)
        if row.then is None or row.next_start is None:
            return said
        names = screen.say(", ").join(screen.text(who.name) for who in row.then.came)
        joined = screen.say(
            "At {time} they are joined by {names}: {count} in all.",
            time=clock(row.next_start), names=names, count=len(row.then),
        )  # fmt: skip
        return f"{said}\n{joined}" if names else said

    def _turn_round(self) -> None:
        self.picture.from_stage = not self.picture.from_stage
        self._draw()

    def _move(self, call: UUID, place: int) -> None:
        from forumdesk.app.commands.ceremonies import MoveStageCall

        if self._row is not None:
            order = [each.id for each in self._row.calls]
            self.asked.emit(MoveStageCall(id=call, after=behind(order, call, place)))

    def _add(self) -> None:
        from forumdesk.app.commands.ceremonies import AddStageCall

        if self._row is None:
            return
        self._call = uuid4()
        title = self._screen.written(Text(), self._screen.say("On stage"))
        self.asked.emit(AddStageCall(id=self._call, item=self._row.id, title=title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window leaves less room for words."""
        super().resizeEvent(event)
        if (event.size().width() < NARROW) == bool(self.turn.text()):
            self._draw()


def _say_unnamed(screen: Screen, count: int, entered: int) -> str:
    """The line below those who have no name on the stage."""
    if not entered:
        return screen.say("{count} whose names are to come", count=count)
    if entered < count:
        return screen.say("{count}, of whom {missing} are to be named", count=count, missing=count - entered)
    return screen.say("{count} recipients", count=count)


def _say_hand(screen: Screen, *, at_left: bool, seen_right: bool) -> str:
    """Whose left is meant: what the rule says, and where that is in the picture."""
    if at_left and seen_right:
        return screen.say("No. 2 at the left hand of No. 1: at the right in the picture")
    if at_left:
        return screen.say("No. 2 at the left hand of No. 1: at the left in the picture")
    if seen_right:
        return screen.say("No. 2 at the right hand of No. 1: at the right in the picture")
    return screen.say("No. 2 at the right hand of No. 1: at the left in the picture")
