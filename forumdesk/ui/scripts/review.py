"""A script comes in through the desk: each finding beside its sentence, ticked, corrected, taken over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.app.script_draft import Draft, chosen
from forumdesk.base.errors import Trouble
from forumdesk.rules.script.finding import Finding
from forumdesk.ui.importing import told
from forumdesk.ui.parts.row_model import RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.segment import Segment
from forumdesk.ui.parts.text import Label
from forumdesk.ui.screen import Screen
from forumdesk.ui.scripts.lines import COLUMNS, GROUPS, ReviewLine, ticked
from forumdesk.ui.sheet import style_sheet
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.app.schedule_import import Incoming
    from forumdesk.store.work import Look
    from forumdesk.ui.window import Desk

WIDTH, HEIGHT, MARGIN, ROW_HEIGHT, SOURCE_HEIGHT = 1240, 760, 64, 32, 64


def ask_for_script(desk: Desk) -> None:
    """Ask for a script, show what it would add, and take over what is accepted."""
    screen = desk.screen_of
    kinds = f"{screen.say('Scripts and records')} (*.docx *.txt *.json)"
    place, _ = QFileDialog.getOpenFileName(desk, screen.say("Import a script"), "", kinds)
    if place:
        review_script(desk, Path(place))


def review_script(desk: Desk, path: Path) -> None:
    """Read a script, or a draft of one, beside the window and show what it would add."""
    from forumdesk.app.script_draft import draft_in

    title = desk.screen_of.say("Reading {name}", name=path.name)
    desk.operations.do(partial(draft_in, path), partial(_show, desk), title=title)


def _show(desk: Desk, draft: Draft) -> None:
    review = ScriptReview(draft, desk.screen_of, desk)
    review.wear(desk.theme)
    review.wanted.connect(partial(_take_over, desk, review))
    desk.operations.failed.connect(review.refuse)
    review.open()


def _take_over(desk: Desk, review: ScriptReview, draft: Draft) -> None:
    """Do it as one step; only then the review closes, so that nothing corrected in it is lost."""
    forum = str(desk.scope.forum) if desk.scope.forum else None

    def plan(look: Look) -> Incoming:
        from forumdesk.app.script_import import incoming

        return incoming(look, draft, forum=forum)

    def done(came: Incoming) -> None:
        review.close()
        desk.notice.say_done(told(came, desk.screen_of))

    desk.operations.run_planned(plan, lambda _: True, done)


class TickView(RowView):
    """Space ticks the chosen rows or takes their ticks away; so does a click on the box of a row."""

    tick = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space is for the boxes, wherever in the row the cursor is."""
        if event.key() == Qt.Key.Key_Space and self.state() != QAbstractItemView.State.EditingState:
            self.tick.emit()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and tick where the box is."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and event.button() == Qt.MouseButton.LeftButton:
            self.tick.emit()


class ScriptReview(QDialog):
    """All findings, none accepted before somebody ticks it. `wanted` carries the draft with what was accepted."""

    wanted = Signal(object)

    def __init__(self, draft: Draft, screen: Screen, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(screen.say("Import a script"))
        self.setFixedSize(min(WIDTH, parent.width() - MARGIN), min(HEIGHT, parent.height() - MARGIN))
        self._draft, self._screen = draft, screen
        self.lines = [ReviewLine(place, one) for place, one in enumerate(draft.findings)]
        self.head, self.counts, self.source = Label("section"), Label("second"), Label("second")
        self.head.setText(draft.source)
        self.source.setWordWrap(True)
        self.source.setFixedHeight(SOURCE_HEIGHT)
        self.source.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.group = Segment()
        self.group.offer([(code, screen.words.say(word)) for code, (word, _) in GROUPS.items()])
        self.model = RowModel(COLUMNS, screen)
        self.view = TickView(self.model, ROW_HEIGHT)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(screen.say("What the script would add"))
        self.every, self.none = QPushButton(screen.say("Accept all shown")), QPushButton(screen.say("Accept none"))
        self.leave, self.go = QPushButton(screen.say("Cancel")), QPushButton()
        self.go.setProperty("primary", True)
        for button in (self.every, self.none, self.leave, self.go):
            button.setAutoDefault(False)  # Enter in the table edits
        self._lay_out()
        self.group.chosen.connect(self._on_group)
        self.view.tick.connect(self._on_tick)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.asked.connect(self._on_edit)
        self.model.refused.connect(self.refuse)
        self.every.clicked.connect(partial(self._tick_shown, on=True))
        self.none.clicked.connect(partial(self._tick_shown, on=False))
        self.leave.clicked.connect(self.close)
        self.go.clicked.connect(self._on_go)
        self._on_group()
        self.view.setFocus()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.setStyleSheet(style_sheet(theme))
        self.view.painter.wear(theme)

    def _lay_out(self) -> None:
        top, buttons, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.group)
        top.addStretch(1)
        top.addWidget(self.every)
        top.addWidget(self.none)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.counts)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.source)
        column.addLayout(buttons)

    def _show_lines(self) -> None:
        """Show the lines of the group, and how much of all is accepted."""
        kinds = GROUPS[self.group.code][1]
        self.model.show_rows([line for line in self.lines if line.finding.what in kinds])
        count = len(chosen(line.finding for line in self.lines))
        of = sum(line.finding.adds for line in self.lines)
        self.counts.setText(
            self._screen.say(
                "{count} of {of} accepted. Space ticks, Enter corrects; nothing comes in unseen.", count=count, of=of
            )
        )
        self.go.setText(self._screen.say("Take over {count}", count=count))
        self.go.setEnabled(bool(count))

    def _on_group(self, _: str = "") -> None:
        self._show_lines()
        if self.model.lines:
            self.view.select_row(0)

    def _on_row(self) -> None:
        """Show the whole sentence the line comes from; in the table there is room for its beginning only."""
        line = self.model.row_at(self.view.currentIndex().row())
        self.source.setText(line.finding.source if line else "")

    def _on_tick(self) -> None:
        """Tick the chosen rows, or where all of them are ticked take the ticks away."""
        rows = [self.model.row_at(index.row()) for index in self.view.selectionModel().selectedRows()]
        meant = [line for line in rows if line and line.finding.adds]
        self._tick({line.id for line in meant}, on=not all(line.finding.accepted for line in meant))

    def _tick_shown(self, *, on: bool) -> None:
        self._tick({line.id for line in self.model.lines}, on=on)

    def _tick(self, which: set[int], *, on: bool) -> None:
        self.lines = ticked(self.lines, which, {line.id for line in self.model.lines}, on=on)
        self._show_lines()

    def _on_edit(self, finding: Finding) -> None:
        """Put a corrected finding in its place; whoever corrects it has seen it."""
        line = self.model.row_at(self.view.currentIndex().row())
        if line is not None:
            self.lines[line.id] = ReviewLine(line.id, finding)
            self._tick({line.id}, on=True)

    def refuse(self, trouble: Trouble) -> None:
        """Say why something cannot be; the desk behind cannot be read now."""
        self.source.setText(trouble.say(self._screen.words))

    def _on_go(self) -> None:
        self.wanted.emit(Draft(self._draft.source, [line.finding for line in self.lines]))
