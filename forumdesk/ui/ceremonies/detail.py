"""One ceremony: its title, its facts, and below them what its kind consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.app.wording import say_code
from forumdesk.ui import icons, wording
from forumdesk.ui.ceremonies.facts import Facts
from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.ceremonies.plaque_pane import PlaquePane
from forumdesk.ui.ceremonies.signing_pane import SigningPane
from forumdesk.ui.ceremonies.stage_pane import StagePane
from forumdesk.ui.ceremonies.unveiled_pane import UnveiledPane
from forumdesk.ui.page import Around
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.parts.text import ElidedLabel, Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow

MARGIN, HEAD, RIGHT = 24, 56, 24
TALL, LOW = 5, 4
"""How the stage and the list below it share the height."""


class Detail(QWidget):
    """Shows a ceremony; every change is `asked` for. Where there is none, `planned` leads to the agenda."""

    asked = Signal(object)
    refused = Signal(object)
    planned = Signal()

    def __init__(self, known: Known, screen: Screen, around: Around) -> None:
        super().__init__()
        self.row: CeremonyRow | None = None
        self._screen = screen
        self.title, self.time = ElidedLabel("title"), Label("second")
        self.alert, self.announced = Label(), Label("missing")
        self.empty, self.plan, self.set_up = Label("empty"), QPushButton(), QPushButton()
        self.plan.clicked.connect(self.planned)
        self.set_up.setProperty("primary", True)
        self.set_up.clicked.connect(self._on_set_up)
        self.facts, self.stage = Facts(), StagePane(known, screen)
        self.signing, self.plaques = SigningPane(known, screen, around), PlaquePane(known, screen, around)
        self.unveiled = UnveiledPane(known, screen, around)
        self._panes: dict[str, SigningPane | PlaquePane | UnveiledPane] = {
            "signing": self.signing,
            "plaque": self.plaques,
            "launch": self.unveiled,
            "unveiling": self.unveiled,
        }
        for part in (self.facts, self.stage, self.signing):
            part.asked.connect(self.asked)
            part.refused.connect(self.refused)
        self.plaques.asked.connect(self.asked)
        self.sheets = self.signing.table, self.plaques.table, self.unveiled.table
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.set_up)
        head.addWidget(self.signing.add)
        head.addWidget(self.plaques.paste)
        holder = QWidget()
        holder.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        holder.setFixedHeight(HEAD)
        self._upright = upright = QFrame()
        upright.setObjectName("upright")
        upright.setFixedHeight(14)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.time)
        line.addWidget(upright)
        line.addWidget(self.alert)
        line.addWidget(self.announced)
        line.addStretch(1)
        self.below = QStackedWidget()
        for pane in (self.signing, self.plaques, self.unveiled):
            self.below.addWidget(pane)
        self.below.setMinimumHeight(232)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, RIGHT, 0)
        column.setSpacing(8)
        column.addWidget(holder)
        column.addSpacing(-8)
        column.addLayout(line)
        column.addWidget(self.facts)
        column.addWidget(self.stage, TALL)
        column.addWidget(self.below, LOW)
        column.addWidget(self.empty)
        column.addWidget(self.plan, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        for part in (self.facts, self.stage, self.signing, self.plaques, self.unveiled):
            part.speak(screen)
        self.set_up.setText(screen.say("Set up the ceremony"))
        self.plan.setText(screen.say("Go to the agenda"))
        self._name()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for part in (self.stage, self.signing, self.plaques, self.unveiled):
            part.wear(theme)
        self.alert.setPixmap(icons.picture("circle-alert", theme.amber, 16, self.devicePixelRatioF()))

    def show_ceremony(self, row: CeremonyRow | None) -> None:
        """Show a ceremony, or news of it, or that there is none."""
        if self.row is not None and (row is None or row.id != self.row.id):
            for part in (self.facts, self.stage, self.signing):
                part.finish()
        self.row = row
        if row is not None:
            self.facts.show_ceremony(row)
            self.stage.show_ceremony(row)
            pane = self._panes[row.kind]
            pane.show_ceremony(row)
            self.below.setCurrentWidget(pane)
        is_set_up = row is not None and row.ceremony is not None
        self.facts.setVisible(is_set_up)
        self.below.setVisible(is_set_up)
        self.stage.setVisible(row is not None and row.kind != "signing")
        self.set_up.setVisible(row is not None and not is_set_up)
        self.plaques.paste.setVisible(is_set_up and row is not None and row.kind == "plaque")
        self.signing.add.setVisible(is_set_up and row is not None and row.kind == "signing")
        self.empty.setVisible(row is None)
        self.plan.setVisible(row is None)
        self._name()
        follow_layout(self)

    def paste(self) -> None:
        """Take a copied list where one is awaited."""
        if self.row is not None and self.row.kind == "plaque" and self.row.ceremony is not None:
            self.plaques.take()

    def show_row(self, row: UUID) -> None:
        """Put the cursor on an agreement, a plaque, a thing or a call of this ceremony."""
        self.stage.show_call(row)
        if self.row is not None:
            self._panes[self.row.kind].show_row(row)

    def _name(self) -> None:
        row, screen = self.row, self._screen
        self.empty.setText(
            screen.say("There is no ceremony yet: add a launch, a signing, an award or an unveiling to the agenda.")
        )
        if row is None:
            for label in (self.title, self.time, self.announced):
                label.setText("")
            self.alert.hide()
            self._upright.hide()
            return
        self._upright.show()
        self.title.setText(screen.text(row.title) or say_code(screen.words, row.kind))
        self.time.setText(wording.span(row.start, row.end))
        missing = row.announced is not None and row.named < row.announced
        self.alert.setVisible(missing)
        self.announced.setObjectName("missing" if missing else "second")
        self.announced.style().polish(self.announced)
        self.announced.setText(self._say_announced(row))

    def _say_announced(self, row: CeremonyRow) -> str:
        screen, batch = self._screen, self._screen.text(row.batch)
        if row.announced is None:
            return screen.say("Entered: {named}", named=row.named)
        said = screen.say("announced {announced}, entered {named}", announced=row.announced, named=row.named)
        return screen.say("{batch}: {what}", batch=batch, what=said) if batch else said

    def _on_set_up(self) -> None:
        from forumdesk.app.commands.ceremonies import AddCeremony

        if self.row is not None:
            self.asked.emit(AddCeremony(item=self.row.id))
