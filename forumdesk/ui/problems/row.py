"""A finding on the problems page: what it is, where, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from forumdesk.rules.timing import clock
from forumdesk.ui import icons, wording
from forumdesk.ui.page import Around
from forumdesk.ui.parts.text import Label
from forumdesk.ui.problems.findings import SEVERITY_LOOKS, Finding
from forumdesk.ui.problems.fixes import Fix, fixes
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import LIGHT, Theme

ICON = 16


class ProblemRow(QFrame):
    """Severity, sentence and place at the left, ways out at the right; below, on demand, why it is accepted."""

    def __init__(self, finding: Finding, around: Around) -> None:
        super().__init__()
        self.finding, self._around, self._theme = finding, around, LIGHT
        self._icon, self.title, self.sentence, self.place = Label(), Label(), Label(), Label("second")
        for label in (self.sentence, self.place):
            label.setWordWrap(True)
        self.fixes: list[QPushButton] = []
        self._ways: list[Fix] = []
        self.show_it, self.ask, self.withdraw = QPushButton(), QPushButton(), QPushButton()
        self.reason = ReasonField(self._accept, self._close)
        self._arrange()
        self.show_it.clicked.connect(self._jump)
        self.ask.clicked.connect(self._open)
        self.withdraw.clicked.connect(self._withdraw)

    def show_finding(self, finding: Finding) -> None:
        """Be about the same finding, as it is now."""
        self.finding = finding
        accepted = finding.problem.accepted
        self.ask.setVisible(not accepted and self.reason.isHidden())
        self.withdraw.setVisible(accepted)
        if accepted:
            self.reason.hide()
            self.reason.field.clear()

    def speak(self, screen: Screen) -> None:
        """Say it in another language."""
        finding, severity = self.finding, self.finding.problem.severity
        title, sentence = finding.title(screen), finding.sentence(screen)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.place.setText(where(finding, screen))
        self.place.setVisible(bool(self.place.text()))
        self._icon.setAccessibleName(screen.words.say(severity))
        self._icon.setToolTip(screen.words.say(severity))
        self.show_it.setText(screen.say("Show"))
        self.ask.setText(screen.say("Accept…"))
        self.withdraw.setText(screen.say("Withdraw"))
        self.reason.speak(screen)
        self._offer(screen)
        for button in (self.show_it, self.ask, self.withdraw, *self.fixes):
            button.setAccessibleName(f"{button.text()}: {sentence}")

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours; what is accepted is grey."""
        self._theme = theme
        name, usual = SEVERITY_LOOKS[self.finding.problem.severity]
        accepted = self.finding.problem.accepted
        colour = theme.ink_3 if accepted else getattr(theme, usual)
        self._icon.setPixmap(icons.picture(name, colour, ICON, self.devicePixelRatioF()))
        ink, weight = (theme.ink_2, "normal") if accepted else (theme.ink, "bold")
        self.title.setStyleSheet(f"color: {ink}; font-weight: {weight};")
        self.sentence.setStyleSheet(f"color: {theme.ink_2 if accepted else theme.ink};")

    def take_the_keyboard(self) -> None:
        """Put the focus on the first thing that can be done."""
        (self.fixes[0] if self.fixes else self.show_it).setFocus()

    def _offer(self, screen: Screen) -> None:
        """Offer the ways out anew, in the place of those before."""
        ways = [] if self.finding.problem.accepted else fixes(self.finding, self._around, screen)
        while len(self.fixes) > len(ways):
            gone = self.fixes.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.fixes) < len(ways):
            button = QPushButton()
            button.clicked.connect(partial(self._fix, len(self.fixes)))
            self._buttons.insertWidget(len(self.fixes), button)
            self.fixes.append(button)
        self._ways = ways
        for button, way in zip(self.fixes, ways, strict=True):
            button.setText(way.title)

    def _fix(self, place: int) -> None:
        self._ways[place].do()

    def _jump(self) -> None:
        self._around.go(*self.finding.place)

    def _open(self) -> None:
        self.ask.hide()
        self.reason.show()
        self.reason.field.setFocus()

    def _close(self) -> None:
        self.reason.hide()
        self.reason.field.clear()
        self.ask.show()
        self.ask.setFocus()

    def _accept(self, reason: str) -> None:
        from forumdesk.app.commands.problems import AcceptProblem

        problem = self.finding.problem
        self._around.operations.run(
            AcceptProblem(code=problem.code, subject=problem.id, facts_hash=problem.facts_hash, reason=reason)
        )

    def _withdraw(self) -> None:
        from forumdesk.app.commands.problems import WithdrawAcceptance

        problem = self.finding.problem
        self._around.operations.run(
            WithdrawAcceptance(code=problem.code, subject=problem.id, facts_hash=problem.facts_hash)
        )

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.title, self.sentence, self.place):
            words.addWidget(label)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        for button in (self.show_it, self.ask, self.withdraw):
            self._buttons.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        line = QFrame()
        line.setObjectName("line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addSpacing(4)
        column.addWidget(line)


class ReasonField(QWidget):
    """Asks why a finding is accepted. Enter accepts, Escape thinks better of it."""

    def __init__(self, accept: Callable[[str], None], give_up: Callable[[], None]) -> None:
        super().__init__()
        self._accept, self._give_up = accept, give_up
        self.field, self.accept, self.cancel = QLineEdit(), QPushButton(), QPushButton()
        self.field.setFixedHeight(30)
        self.accept.setProperty("primary", "true")
        self.accept.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.accept.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._on_accept)
        self.accept.clicked.connect(self._on_accept)
        self.cancel.clicked.connect(give_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(ICON + 12, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.accept)
        row.addWidget(self.cancel)
        self.hide()

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.field.setPlaceholderText(screen.say("Why is this as it should be?"))
        self.field.setAccessibleName(screen.say("Why is this as it should be?"))
        self.accept.setText(screen.say("Accept"))
        self.cancel.setText(screen.say("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the field."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _on_accept(self) -> None:
        if reason := self.field.text().strip():
            self._accept(reason)


def where(finding: Finding, screen: Screen) -> str:
    """Where and when it is; of what is accepted, how bad it was and why it is accepted."""
    problem = finding.problem
    parts = [screen.words.say(problem.severity)] if problem.accepted else []
    if (item := finding.item) is not None:
        parts.append(f"{wording.short_date(item.date, screen)} {clock(item.start)}")
        parts.append(screen.text(item.forum_title))
    if finding.reason:
        parts.append(screen.say("Accepted: {reason}", reason=finding.reason))
    return "  ".join(parts)
