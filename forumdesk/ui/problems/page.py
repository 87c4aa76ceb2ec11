"""The problems page: every finding of the checks, the worst first, and below what is accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.base.words import NOOP
from forumdesk.ui import icons
from forumdesk.ui.page import Around, Page
from forumdesk.ui.parts.head import MARGIN, Head
from forumdesk.ui.parts.tab_order import follow_layout
from forumdesk.ui.parts.text import Label
from forumdesk.ui.problems.findings import Finding, say_counts
from forumdesk.ui.problems.row import ProblemRow
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

GROUPS = {
    "error": NOOP("Errors"),
    "warning": NOOP("Warnings"),
    "hint": NOOP("Hints"),
    "accepted": NOOP("Accepted"),
}
"""In the order of the page: the severities of what is open, then everything accepted."""

WIDTH = 1120
"""px: sentences stay readable on a wide screen."""


class ProblemsPage(Page):
    """Findings in groups. A finding keeps its row from one check to the next, and with it what is being typed."""

    def __init__(self, around: Around, screen: Screen) -> None:
        super().__init__(around, screen)
        self.head = Head()
        self.groups = {name: _Group() for name in GROUPS}
        self.nothing = _Nothing()
        self._rows: dict[Hashable, ProblemRow] = {}
        self._arrange()
        around.findings.found.connect(self._show)

    @property
    def rows(self) -> list[ProblemRow]:
        """Every finding's row, from top to bottom."""
        return [row for group in self.groups.values() for row in group.rows]

    def refresh(self) -> None:
        """Check anew."""
        if self.around.findings.is_known:
            self._show()
        self.around.findings.refresh()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        super().speak(screen)
        self.head.title.setText(screen.say("Problems"))
        for name, group in self.groups.items():
            group.title.setText(screen.words.say(GROUPS[name]))
        self.nothing.speak(screen)
        for row in self.rows:
            row.speak(screen)
        self._count()

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        super().wear(theme)
        self.nothing.wear(theme)
        for row in self.rows:
            row.wear(theme)

    def settle(self) -> None:
        """Take the keyboard to the first finding."""
        if self.rows:
            self.rows[0].take_the_keyboard()
        else:
            self.setFocus()

    def show_row(self, row: UUID) -> None:
        """Put the keyboard on the first finding about a row of the event."""
        about = next((each for each in self.rows if each.finding.problem.id == row), None)
        if about is not None:
            about.take_the_keyboard()
            self._scroll.ensureWidgetVisible(about)

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        groups = QVBoxLayout()
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(24)
        groups.addWidget(self.nothing)
        for group in self.groups.values():
            groups.addWidget(group)
        groups.addStretch(1)
        holder = QWidget()
        holder.setLayout(groups)
        holder.setMaximumWidth(WIDTH)
        row = QHBoxLayout(inside)
        row.setContentsMargins(MARGIN, 8, MARGIN, 24)
        row.addWidget(holder, 1)
        row.addStretch(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        for part in (self.nothing, *self.groups.values()):
            part.hide()

    def _show(self) -> None:
        had_focus, found = self._place_of_focus(), self.around.findings.all
        before, self._rows = self._rows, {}
        for key, finding in zip(_keys(found), found, strict=True):
            row = before.pop(key, None) or ProblemRow(finding, self.around)
            row.show_finding(finding)
            row.speak(self.screen_of)
            row.wear(self.worn)
            self._rows[key] = row
        for name, group in self.groups.items():
            group.show_rows([row for row in self._rows.values() if _group_of(row.finding) == name])
        for row in before.values():
            row.hide()
            row.deleteLater()
        self.nothing.setVisible(not self.around.findings.open)
        self._count()
        follow_layout(self)
        if had_focus is not None and self.rows and self._place_of_focus() is None:
            self.rows[min(had_focus, len(self.rows) - 1)].take_the_keyboard()

    def _place_of_focus(self) -> int | None:
        """Which row has the keyboard."""
        focus = self.window().focusWidget()
        places = (place for place, row in enumerate(self.rows) if focus is not None and row.isAncestorOf(focus))
        return next(places, None)

    def _count(self) -> None:
        self.head.count.setText(say_counts(self.around.findings.open, self.screen_of))


class _Group(QWidget):
    """A heading with a count, and rows; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.count = Label("section"), Label("count")
        self.rows: list[ProblemRow] = []
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self.title)
        heading.addWidget(self.count, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(heading)
        rule = QFrame()
        rule.setObjectName("line")
        self._column.addSpacing(8)
        self._column.addWidget(rule)

    def show_rows(self, rows: Sequence[ProblemRow]) -> None:
        """Show these rows, in their order."""
        for place, row in enumerate(rows, start=3):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()
        self.rows = list(rows)
        self.count.setText(str(len(rows)))
        self.setVisible(bool(rows))


class _Nothing(QWidget):
    """Says that all is well."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self.title, self._what = Label(), Label("section"), Label("second")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 8)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def speak(self, screen: Screen) -> None:
        """Say it in another language."""
        self.title.setText(screen.say("No problems"))
        self._what.setText(screen.say("The agenda, halls, people and names are checked at each change."))

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self._mark.setPixmap(icons.picture("circle-check", theme.accent, 20, self.devicePixelRatioF()))


def _keys(findings: Sequence[Finding]) -> list[Hashable]:
    """What findings are known by from one check to the next, also when the facts of one have changed a little."""
    seen: Counter[Hashable] = Counter()
    keys: list[Hashable] = []
    for finding in findings:
        about = finding.problem.code, finding.problem.id
        keys.append((about, seen[about]))
        seen[about] += 1
    return keys


def _group_of(finding: Finding) -> str:
    return "accepted" if finding.problem.accepted else finding.problem.severity
