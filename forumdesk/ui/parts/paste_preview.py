"""The sheet below a table that says what a block of cells would change, and which of them are refused and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui import icons
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.draft import Change, Plan, Refusal
from forumdesk.ui.parts.row_model import Column, RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

ROW_HEIGHT, HEIGHT, MARGIN = 28, 300, 16


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal or a change, numbered."""

    id: int
    about: Change | Refusal


def _what(told: Told, screen: Screen) -> Cell:
    match told.about:
        case Refusal(text=text):
            return Cell(text, Tone.VERMILION)
        case Change(before=before, is_new=is_new):
            return Cell(screen.say("new row") if is_new else before, Tone.THIRD)


def _becomes(told: Told, screen: Screen) -> Cell:
    match told.about:
        case Refusal(trouble=trouble):
            return Cell(trouble.say(screen.words), Tone.VERMILION, icon="circle-alert")
        case Change(is_gone=True):
            return Cell(screen.say("removed"), Tone.THIRD)
        case Change(after=after):
            return Cell(after or screen.say("(empty)"), Tone.INK if after else Tone.THIRD)


def _tone(told: Told) -> Tone:
    return Tone.VERMILION if isinstance(told.about, Refusal) else Tone.INK


def _number(told: Told, _: Screen) -> Cell:
    return Cell(str(told.about.place + 1), _tone(told), right=True)


COLUMNS: tuple[Column[Told], ...] = (
    Column(lambda s: s.say("Row"), 64, _number, right=True),
    Column(lambda s: s.say("Who"), 160, lambda told, _: Cell(told.about.who, _tone(told))),
    Column(lambda s: s.say("Column"), 120, lambda told, _: Cell(told.about.column, _tone(told))),
    Column(lambda s: s.say("Now, or what was refused"), 220, _what),
    Column(lambda s: s.say("Will be, or why not"), 0, _becomes),
)  # fmt: skip


class PastePreview(QFrame):
    """Enter does everything that is good, Escape nothing. Refusals stand first."""

    accepted, cancelled = Signal(), Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedHeight(HEIGHT)
        self.plan = Plan("")
        self._screen = screen
        self.title, self.refused = Label("section"), Label()
        self._mark = Label()
        self.model = RowModel(COLUMNS, screen)
        self.view = RowView(self.model, ROW_HEIGHT)
        self.view.setTabKeyNavigation(False)
        self.apply, self.cancel = QPushButton(), QPushButton()
        self.apply.setProperty("primary", True)
        self.apply.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 10, MARGIN, 10)
        head.setSpacing(8)
        for widget in (self.title, self._mark, self.refused):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.cancel)
        head.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        for key, do in (("Return", self._on_enter), ("Enter", self._on_enter), ("Esc", self.cancelled.emit)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)
        self.setTabOrder(self.view, self.cancel)
        self.setTabOrder(self.cancel, self.apply)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Say what would come of it, and take the keyboard."""
        self.plan = plan
        self.model.show_rows([])
        lines: list[Change | Refusal] = [*plan.refusals, *plan.changes]
        self.model.show_rows([Told(at, about) for at, about in enumerate(lines)])
        self.speak(self._screen)
        self.show()
        if self.model.lines:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.model.speak(screen)
        plan = self.plan
        self.title.setText(told(plan, screen) or screen.say("Nothing changes"))
        count = len(plan.refusals)
        self.refused.setText(screen.say("{count} refused", count=count) if count else "")
        self._mark.setVisible(bool(count))
        self.apply.setText(screen.say("Apply"))
        self.apply.setToolTip("Enter")
        self.apply.setEnabled(bool(plan.commands))
        self.cancel.setText(screen.say("Cancel"))
        self.cancel.setToolTip("Esc")
        self.view.setAccessibleName(screen.say("What would change"))
        for button in (self.apply, self.cancel):
            button.setAccessibleName(button.text())

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self._mark.setPixmap(icons.picture("circle-alert", theme.vermilion, 16, self.devicePixelRatioF()))

    def _on_enter(self) -> None:
        """Enter applies wherever in here the keyboard is, but on the button that cancels."""
        if self.cancel.hasFocus():
            self.cancelled.emit()
        elif self.plan.commands:
            self.accepted.emit()


def told(plan: Plan, screen: Screen) -> str:
    """How much a plan changes, in a few words; nothing where it changes nothing."""
    parts = []
    if plan.added:
        parts.append(screen.say("{count} new", count=plan.added))
    if plan.removed:
        parts.append(screen.say("{count} removed", count=plan.removed))
    if plan.cells:
        parts.append(screen.say("{count} cells change", count=plan.cells))
    return screen.say(", ").join(parts)
