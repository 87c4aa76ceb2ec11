"""What the lists of the overview say: what is missing, what is wrong, and who is on stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from forumdesk.app.printing.kinds import BY_NAME
from forumdesk.app.wording import say_code
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.ui import wording
from forumdesk.ui.overview.lanes import CEREMONIES, leads_to
from forumdesk.ui.overview.lines import Line
from forumdesk.ui.problems.findings import SEVERITY_LOOKS, Finding, stale_of
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.app.printing.record import Reprint
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.overview import OnStage, Overview

MOST = 6
"""How many lines a list shows before the rest is only counted."""

AMBER, SECOND = "amber", "ink_2"


def missing_lines(overview: Overview, screen: Screen) -> list[Line]:
    """Names that were announced and are not entered, parties nobody signs for, names in one language only."""
    lines = []
    for row in overview.items:
        icon = CEREMONIES.get(row.kind, "award")
        if row.announced is not None and row.named < row.announced:
            about = screen.say("{moment}, {count} announced", moment=_moment(row, screen), count=row.announced)
            tag = f"{row.named}/{row.announced}"
            lines.append(Line(icon, AMBER, _title(row, screen), about, "ceremonies", row.id, tag))
        parties, named = overview.signatures.get(row.id, (0, 0))
        if named < parties:
            about = screen.say("{moment}, {count} parties", moment=_moment(row, screen), count=parties)
            title, tag = screen.say("Who signs"), f"{named}/{parties}"
            lines.append(Line("pen-line", AMBER, title, about, "ceremonies", row.id, tag))
    return lines + [line for side in (0, 1) for line in _unnamed(overview.people, side, screen)]


def problem_lines(findings: Sequence[Finding], screen: Screen) -> list[Line]:
    """What the checks find and nobody has accepted."""
    lines = []
    for finding in findings:
        icon, colour = SEVERITY_LOOKS[finding.problem.severity]
        lines.append(
            Line(icon, colour, finding.title(screen), finding.sentence(screen), "problems", finding.problem.id)
        )
    return lines


def reprint_lines(reprints: Sequence[Reprint], screen: Screen) -> list[Line]:
    """What was printed and would tell something else now: whose pieces, or what has changed where there is one."""
    lines = []
    for each in reprints:
        kind = BY_NAME[each.kind]
        if kind.many:
            some = [screen.text(name) for name in each.pieces[: MOST + 1]]
        else:
            some = [change.say(screen.words) for change in each.changes[: MOST + 1]]
        about = screen.say(", ").join(some[:MOST]) + "…" * (len(some) > MOST)
        tag = f"{len(each.pieces)}/{each.printed}" if kind.many else ""
        title = screen.words.say(kind.title)
        lines.append(Line(kind.icon, AMBER, title, about, "documents", tag=tag, part=stale_of(each.kind)))
    return lines


def stage_lines(overview: Overview, day: dt.date, screen: Screen) -> list[Line]:
    """Of one day, those on stage who may not come, then who walks on when."""
    items = {row.id: row for row in overview.items if row.date == day}
    lines = []
    for person in overview.people:
        if not person.is_coming and person.item in items:
            about = f"{_status(person, screen)}  {_moment(items[person.item], screen)}"
            lines.append(Line("user-x", AMBER, screen.text(person.name), about, "people", person.id))
    for row in items.values():
        for call in overview.calls.get(row.id, ()):
            is_known = len(call.names) >= call.places
            names = screen.say(", ").join(screen.text(name) for name in call.names)
            lines.append(
                Line(
                    "users", SECOND if is_known else AMBER,
                    f"{clock(row.start)}  {screen.text(call.title) or _title(row, screen)}",
                    names or say_code(screen.words, row.kind), *leads_to(call, row),
                    str(call.places) if is_known else f"{len(call.names)}/{call.places}",
                )
            )  # fmt: skip
    return lines


def shortened(lines: list[Line], page: str, screen: Screen) -> list[Line]:
    """The first lines, and one that counts the rest."""
    if len(lines) <= MOST:
        return lines
    rest = screen.say("{count} more", count=len(lines) - MOST + 1)
    return [*lines[: MOST - 1], Line("chevron-right", SECOND, rest, "", page)]


def _unnamed(people: Sequence[OnStage], side: int, screen: Screen) -> list[Line]:
    nameless = [person for person in people if not _in_language(person.name, side)]
    if not nameless:
        return []
    named = len(people) - len(nameless)
    title = screen.say("Name in {language}", language=wording.long_language(screen.languages[side], screen))
    about = screen.say("{named} of {count} people on stage have one", named=named, count=len(people))
    tag = f"{named}/{len(people)}"
    return [Line("languages", SECOND, title, about, "people", nameless[0].id, tag)]


def _in_language(name: Text, side: int) -> str:
    return (name.first, name.second)[side]


def _status(person: OnStage, screen: Screen) -> str:
    return say_code(screen.words, person.status) if person.status else screen.say("Not on the attendee list")


def _moment(row: AgendaRow, screen: Screen) -> str:
    """When, and in what."""
    return f"{clock(row.start)} {say_code(screen.words, row.kind)}"


def _title(row: AgendaRow, screen: Screen) -> str:
    return screen.text(row.title) or say_code(screen.words, row.kind)
