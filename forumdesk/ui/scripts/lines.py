"""The findings of a script as lines of a table: ticked or not, what they are, what they read, where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from forumdesk.app.founding import NotADate
from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.domain.text import NameNeeded
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.headings import date_in
from forumdesk.ui import wording
from forumdesk.ui.agenda.kinds import cue_icon
from forumdesk.ui.parts.cells import Cell, Tone
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen

GROUPS: dict[str, tuple[str, frozenset[What]]] = {
    "all": (NOOP("Everything"), frozenset(What)),
    "head": (NOOP("Head"), frozenset({What.THEME, What.DATE, What.TIME, What.PLACE, What.ORGANISER})),
    "guests": (NOOP("Guests"), frozenset({What.GUEST})),
    "agenda": (
        NOOP("Agenda"),
        frozenset({What.ITEM, What.APPEARANCE, What.STAGE, What.SPELLING, What.CUE, What.STAY}),
    ),
    "ceremonies": (NOOP("Ceremonies"), frozenset({What.PAIR, What.BATCH, What.COUNT, What.COUNTDOWN})),
    "words": (NOOP("MC script"), frozenset({What.LINE})),
    "others": (NOOP("Mentioned"), frozenset({What.TURN, What.MENTION})),
}
"""What may be shown alone: a word, and the kinds of findings."""

_WORDS = {
    What.THEME: NOOP("Theme"),
    What.DATE: NOOP("Date"),
    What.TIME: NOOP("Begin and end"),
    What.PLACE: NOOP("Venue and hall"),
    What.GUEST: NOOP("Guest"),
    What.STAGE: NOOP("On stage"),
    What.PAIR: NOOP("Pair that signs"),
    What.BATCH: NOOP("Batch"),
    What.COUNT: NOOP("Spoken count"),
    What.COUNTDOWN: NOOP("Countdown"),
    What.CUE: NOOP("Cue"),
    What.STAY: NOOP("Stay on stage"),
    What.LINE: NOOP("Spoken by the host"),
    What.SPELLING: NOOP("Other spelling"),
    What.TURN: NOOP("Turn"),
    What.MENTION: NOOP("Mentioned person"),
}
_ORGANISERS = {
    "host": NOOP("Host"), "organiser": NOOP("Organiser"), "co-organiser": NOOP("Co-organiser"),
    "supporter": NOOP("Supporter"),
}  # fmt: skip
_COUNTS = {"announced": NOOP("announced"), "called": NOOP("called up"), "said": NOOP("only said")}


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A finding, numbered as it stands in the draft."""

    id: int
    finding: Finding


def ticked(lines: Iterable[ReviewLine], meant: set[int], shown: set[int], *, on: bool) -> list[ReviewLine]:
    """The lines with those that are `meant` ticked or not.

    A part takes its item along; an item takes along those of its parts that are `shown`, or gives up all of them.
    """
    lines = list(lines)
    mine = [line.finding for line in lines if line.id in meant and line.finding.adds]
    whole = {one.item for one in mine if one.what is What.ITEM}
    needed = {one.item for one in mine if _is_part(one)} if on else set()

    def is_meant(line: ReviewLine) -> bool:
        one = line.finding
        in_item = _is_part(one) and one.item in whole and (line.id in shown or not on)
        return line.id in meant or in_item or (one.what is What.ITEM and one.item in needed)

    return [
        replace(line, finding=replace(line.finding, accepted=on)) if line.finding.adds and is_meant(line) else line
        for line in lines
    ]


def _is_part(one: Finding) -> bool:
    """Whether it comes and goes with its item."""
    return one.what not in (What.GUEST, What.ORGANISER, What.MENTION)


def _tick(line: ReviewLine, _: Screen) -> Cell:
    if not line.finding.adds:
        return Cell("")
    is_on = line.finding.accepted
    return Cell("", Tone.INK if is_on else Tone.THIRD, icon="square-check" if is_on else "square")


def _what(line: ReviewLine, screen: Screen) -> Cell:
    one = line.finding
    match one.what:
        case What.ITEM:
            return wording.chip(one.role, screen)
        case What.APPEARANCE:
            return Cell(say_code(screen.words, one.role), Tone.SECOND)
        case What.ORGANISER:
            return Cell(screen.words.say(_ORGANISERS[one.role]), Tone.SECOND)
        case What.CUE:
            return Cell(screen.words.say(_WORDS[one.what]), Tone.SECOND, icon=cue_icon(one.role))
    return Cell(screen.words.say(_WORDS[one.what]), Tone.SECOND)


def _text(line: ReviewLine, screen: Screen) -> Cell:
    one = line.finding
    tag = ""
    if one.what is What.ITEM and one.value:
        tag = screen.say("{minutes} min", minutes=one.value)
    elif one.what is What.COUNT:
        tag = screen.words.say(_COUNTS[one.role])
    elif one.honorific:
        tag = one.honorific
    return Cell(one.text, Tone.INK if one.adds else Tone.SECOND, tag=tag)


def _edited(field: str) -> Callable[[ReviewLine, str, Screen], Finding]:
    """What a typed text makes of a finding. Raises `NameNeeded` or `NotADate` for one that means nothing."""

    def edit(line: ReviewLine, text: str, _: Screen) -> Finding:
        one = line.finding
        typed = text.strip()
        if field == "text" and not typed and one.what not in (What.ITEM, What.BATCH):
            raise NameNeeded
        if one.what is What.DATE and date_in(typed) is None:
            raise NotADate(value=typed)
        changes: dict[str, Any] = {field: typed}
        return replace(one, **changes)

    return edit


def _other(line: ReviewLine) -> str:
    """The organisation, or the party that stands in its column."""
    return line.finding.second if line.finding.what is What.PAIR else line.finding.organisation


def _edited_other(line: ReviewLine, text: str, screen: Screen) -> Finding:
    return _edited("second" if line.finding.what is What.PAIR else "organisation")(line, text, screen)


def _title(line: ReviewLine) -> str:
    return line.finding.title


COLUMNS: tuple[Column[ReviewLine], ...] = (
    Column(lambda _: "", 36, _tick),
    Column(lambda s: s.say("What it is"), 172, _what),
    Column(lambda s: s.say("As it reads"), 230, _text, lambda line, _: line.finding.text, _edited("text")),
    Column(
        lambda s: s.say("Organisation or other party"), 230, lambda line, _: Cell(_other(line)),
        lambda line, _: _other(line), _edited_other,
    ),
    Column(
        lambda s: s.say("Title"), 132, lambda line, _: Cell(_title(line)), lambda line, _: _title(line),
        _edited("title"),
    ),
    Column(
        lambda s: s.say("Paragraph"), 96, lambda line, _: Cell(str(line.finding.line), Tone.THIRD, right=True),
        right=True,
    ),
    Column(lambda s: s.say("Where it comes from"), 0, lambda line, _: Cell(line.finding.source, Tone.SECOND)),
)  # fmt: skip
