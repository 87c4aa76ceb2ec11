"""What the checks find now: asked once for the whole desk, anew at each change that may matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumdesk.base.changes import ChangeSet
from forumdesk.base.words import NOOP
from forumdesk.ui.operations import Operations
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.checking import Problem
    from forumdesk.app.printing.record import Reprint
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.work import Look

READS = frozenset(
    {
        "acceptance", "agenda_item", "agreement", "appearance", "asset", "attendee", "ceremony", "cue", "event",
        "forum", "hall", "organisation", "organiser_role", "party", "person", "plaque", "post", "precedence",
        "script_line", "stage_call", "stage_place", "template", "unveiled",
    }
)  # fmt: skip
"""The kinds of rows the checks look at; what was printed may tell of almost any."""

COUNTS = {
    "error": (NOOP("1 error"), NOOP("{count} errors")),
    "warning": (NOOP("1 warning"), NOOP("{count} warnings")),
    "hint": (NOOP("1 hint"), NOOP("{count} hints")),
}
"""By severity, the worst first: one of them, and several."""

SEVERITY_LOOKS = {
    "error": ("triangle-alert", "vermilion"),
    "warning": ("circle-alert", "amber"),
    "hint": ("lightbulb", "ink_2"),
}
"""By severity: the icon, and the colour of the theme."""

TITLES = {
    "overlap": NOOP("Items overlap"),
    "gap": NOOP("Unplanned time"),
    "person-twice": NOOP("In two places at once"),
    "hall-twice": NOOP("Hall taken twice"),
    "not-named": NOOP("Names missing"),
    "no-agenda": NOOP("No agenda"),
    "faint-accent": NOOP("Faint colour"),
    "stale-print": NOOP("Printed before a change"),
}


class Finding(NamedTuple):
    """A problem, why it is accepted if it is, the agenda item it is about and what that one runs into."""

    problem: Problem
    reason: str
    item: AgendaRow | None
    before: AgendaRow | None

    @property
    def place(self) -> tuple[str, UUID | None]:
        """The page, and the row there, where it is put right."""
        if self.problem.kind == "person":
            return "people", self.problem.id
        if self.is_reprint:
            return "documents", None
        return "agenda", self.problem.id if self.item else None

    @property
    def is_reprint(self) -> bool:
        """Whether something printed has become stale."""
        return self.problem.code == "stale-print"

    def title(self, screen: Screen) -> str:
        """What it is in two or three words."""
        code = self.problem.code
        return screen.words.say(TITLES[code]) if code in TITLES else self.sentence(screen)

    def sentence(self, screen: Screen) -> str:
        """What is found, with its facts."""
        return self.problem.say(screen.words, screen.side)


class Findings(QObject):
    """All findings, in the order of the checks, once they `is_known`; `found` says they were looked for anew.

    `reprints` are what stands behind those that call for printing again.
    """

    found = Signal()

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.all: tuple[Finding, ...] = ()
        self.reprints: tuple[Reprint, ...] = ()
        self._operations = operations
        self.is_known = self._is_asking = self._is_outdated = False
        operations.changed.connect(self._on_changed)
        operations.failed.connect(self._on_failed)
        operations.stopped.connect(self._on_failed)

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those nobody has accepted."""
        return tuple(finding for finding in self.all if not finding.problem.accepted)

    @property
    def pressing(self) -> int:
        """How many open errors and warnings there are; hints press nobody, and what is stale counts for itself."""
        return sum(finding.problem.severity != "hint" and not finding.is_reprint for finding in self.open)

    def refresh(self) -> None:
        """Look for problems; however many changes come meanwhile, one more look follows."""
        if self._is_asking:
            self._is_outdated = True
            return
        self._is_asking, self._is_outdated = True, False
        self._operations.do(partial(_find, self._operations), self._on_found)  # no step waits for it

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.rows.keys() & READS:
            self.refresh()

    def _on_failed(self) -> None:
        """Whatever failed, it may have been the look: ask again at the next change."""
        self._is_asking = False

    def _on_found(self, found: tuple[tuple[Finding, ...], tuple[Reprint, ...]]) -> None:
        self._is_asking, self.is_known = False, True
        self.all, self.reprints = found
        self.found.emit()
        if self._is_outdated:
            self.refresh()


def say_counts(findings: Sequence[Finding], screen: Screen) -> str:
    """How many there are of each severity: 1 error, 2 warnings."""
    counts = Counter(finding.problem.severity for finding in findings)
    return screen.say(", ").join(
        screen.words.say(one) if counts[severity] == 1 else screen.words.say(several, count=counts[severity])
        for severity, (one, several) in COUNTS.items()
        if counts[severity]
    )


def stale_of(kind: str) -> str:
    """The part of the documents page that has what is stale of a kind of paper."""
    return f"{kind}/stale"


def _find(operations: Operations) -> tuple[tuple[Finding, ...], tuple[Reprint, ...]]:
    from forumdesk.app.printing.record import reprints

    store = operations.store
    with store.look(store.memory) as look:
        return _found(look), reprints(look)


def _found(look: Look) -> tuple[Finding, ...]:
    from forumdesk.app.checking import check
    from forumdesk.domain.event import Acceptance
    from forumdesk.store.screens.agenda import agenda

    reasons = {(row.code, row.subject, row.facts_hash): row.reason for row in look.all(Acceptance)}
    rows = agenda(look)
    items = {row.id: row for row in rows}
    return tuple(
        Finding(
            problem,
            reasons.get((problem.code, problem.id, problem.facts_hash), ""),
            items.get(problem.id),
            _run_into(rows, items[problem.id]) if problem.code == "overlap" else None,
        )
        for problem in check(look)
    )


def _run_into(rows: Sequence[AgendaRow], item: AgendaRow) -> AgendaRow:
    """Of what comes before an item on its day, the one that ends last."""
    day = [row for row in rows if row.day == item.day]
    return max(day[: day.index(item)], key=lambda row: row.end)
