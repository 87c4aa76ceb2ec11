"""What can be done about a finding, where something can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forumdesk.ui.page import Around
from forumdesk.ui.problems.findings import Finding, stale_of
from forumdesk.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out: what it is called, and what does it."""

    title: str
    do: Callable[[], None]


def fixes(finding: Finding, around: Around, screen: Screen) -> list[Fix]:
    """The ways out of a finding; none, where it has to be thought about."""
    match finding.problem.code:
        case "overlap":
            return _of_an_overlap(finding, around, screen)
        case "gap" if finding.item is not None and finding.item.fixed:
            return [_release(finding, around, screen)]
        case "not-named":
            return [Fix(screen.say("Enter the names"), lambda: around.go("ceremonies", finding.problem.id))]
        case "stale-print":
            stale = stale_of(str(finding.problem.facts["label"]))
            return [Fix(screen.say("Print them again"), lambda: around.go_to_part("documents", stale))]
        case "faint-accent":
            return [Fix(screen.say("Choose another colour"), lambda: around.go("settings", None))]
        case "no-agenda":
            return [Fix(screen.say("Add agenda items"), lambda: around.go("agenda", None))]
    return []


def _of_an_overlap(finding: Finding, around: Around, screen: Screen) -> list[Fix]:
    item, before = finding.item, finding.before
    found = []
    if item is not None and before is not None and before.minutes > item.overlap:
        minutes = before.minutes - item.overlap
        title = screen.say("Shorten the item before to {minutes} min", minutes=minutes)

        def shorten() -> None:
            from forumdesk.app.commands.agenda import EditItem

            around.operations.run(EditItem(id=before.id, minutes=minutes))

        found.append(Fix(title, shorten))
    if item is not None and item.fixed:
        found.append(_release(finding, around, screen))
    return found


def _release(finding: Finding, around: Around, screen: Screen) -> Fix:
    def release() -> None:
        from forumdesk.app.commands.agenda import EditItem

        around.operations.run(EditItem(id=finding.problem.id, fixed_start=None))

    return Fix(screen.say("Release the fixed start"), release)
