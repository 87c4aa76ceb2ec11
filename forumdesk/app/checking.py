"""What is wrong or doubtful in an event. Nothing is stored but what somebody accepted."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from forumdesk.app.printing.kinds import BY_NAME
from forumdesk.app.printing.record import reprints
from forumdesk.app.wording import term
from forumdesk.base.words import NOOP, Term, Words
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.entity import Entity
from forumdesk.domain.event import Acceptance, Event, Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement
from forumdesk.domain.stage import Ceremony, Unveiled
from forumdesk.domain.text import Text
from forumdesk.rules.clashes import Clash, Use, double_booked
from forumdesk.rules.contrast import READABLE, contrast
from forumdesk.rules.timing import Placed, clock
from forumdesk.store.work import Look

OVERLAP = NOOP("“{label}” begins at {start}, {minutes} minutes too early for what comes before it.")
GAP = NOOP("There are {minutes} unplanned minutes before “{label}”, which begins at {start}.")
PERSON_TWICE = NOOP("{label} is needed in “{first}” and in “{second}” at the same time, {start} to {end}.")
HALL_TWICE = NOOP("The hall {label} holds “{first}” and “{second}” at the same time, {start} to {end}.")
NOT_NAMED = NOOP("“{label}”: {announced} were announced, {named} are named.")
STALE = NOOP("“{label}”: {count} of {printed} printed pieces no longer tell what the event does.")
FAINT = NOOP("The accent colour {colour} is too faint on white paper (contrast {ratio}, {least} is needed).")
NO_START = NOOP("“{label}” has no agenda yet.")
SEVERITIES = (NOOP("error"), NOOP("warning"), NOOP("hint"))
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a code, how bad it is, a sentence with its facts, and the row it is about."""

    code: str
    severity: str
    sentence: str
    facts: dict[str, Any]
    kind: str
    id: UUID
    label: str
    accepted: bool = False

    def say(self, words: Words, side: int = 0) -> str:
        """The sentence in the language of `words`, with the event's texts in its language number `side`."""
        facts = {name: fact.side(side) if isinstance(fact, Text) else fact for name, fact in self.facts.items()}
        return words.say(self.sentence, **facts)

    @property
    def facts_hash(self) -> str:
        """Changes when what was found changes: an acceptance then lapses."""
        return hashlib.sha256(json.dumps(self.facts, sort_keys=True, default=str).encode()).hexdigest()

    def line(self, words: Words) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.say(words),
            "where": {"kind": self.kind, "id": str(self.id), "label": self.label},
            "accepted": self.accepted,
        }


def check(look: Look) -> list[Problem]:
    """Every problem of the event: errors first, then warnings, then hints, each in the order of the agenda."""
    facts = _Facts(look)
    accepted = {(row.code, row.subject, row.facts_hash) for row in look.all(Acceptance)}
    found = [
        *_timing(facts),
        *_double_booked(facts),
        *_unnamed(facts),
        *_faint(facts.event),
        *_stale_prints(look, facts.event),
    ]
    return [
        replace(problem, accepted=(problem.code, problem.id, problem.facts_hash) in accepted)
        for problem in sorted(found, key=lambda problem: SEVERITIES.index(problem.severity))
    ]


class _Facts:
    """What the checks need, each kind of row read once."""

    def __init__(self, look: Look) -> None:
        self.event = look.all(Event)[0]
        self.forums = {row.id: row for row in look.all(Forum)}
        self.halls = {row.id: row for row in look.all(Hall)}
        self.appearances = look.all(Appearance)
        self.first_in = {row.item_id: row.person_id for row in reversed(self.appearances)}
        self.people = look.some(Person, (row.person_id for row in self.appearances))
        self.ceremonies = look.all(Ceremony)
        self.named = Counter(row.ceremony_id for row in look.all(Agreement))
        self.named.update(row.ceremony_id for row in look.all(Plaque))
        self.named.update(row.ceremony_id for row in look.all(Unveiled))
        self.items = {row.id: row for row in look.all(AgendaItem)}
        self.days: list[tuple[Rundown, list[Placed]]] = []
        by_day: dict[tuple[int, Any], list[AgendaItem]] = {}
        for item in self.items.values():
            by_day.setdefault((self.forums[item.forum_id].position, item.date), []).append(item)
        self.times: dict[UUID, Placed] = {}
        for _, items in sorted(by_day.items(), key=lambda pair: pair[0]):
            rundown = Rundown.of(self.forums[items[0].forum_id], items)
            times = rundown.times()
            self.days.append((rundown, times))
            self.times.update({item.id: placed for item, placed in zip(rundown.items, times, strict=True)})

    def label(self, item: AgendaItem) -> Text | Term:
        """What an item is called: its title, else who appears first, else its kind."""
        if item.title:
            return item.title
        first = self.first_in.get(item.id)
        return term(item.kind) if first is None else self.people[first].name


def _problem(code: str, severity: str, sentence: str, about: Entity, label: Text | Term, **facts: Any) -> Problem:
    return Problem(code, severity, sentence, {"label": label, **facts}, about.__tablename__, about.id, str(label))


def _timing(facts: _Facts) -> Iterator[Problem]:
    for rundown, times in facts.days:
        for item, placed in zip(rundown.items, times, strict=True):
            label, start = facts.label(item), clock(placed.start)
            if placed.overlap:
                yield _problem("overlap", "error", OVERLAP, item, label, start=start, minutes=placed.overlap)
            if item is not rundown.items[0] and placed.gap > item.gap:
                yield _problem("gap", "hint", GAP, item, label, start=start, minutes=placed.gap - item.gap)
    busy = {item.forum_id for item in facts.items.values()}
    for forum in facts.forums.values():
        if forum.id not in busy:
            yield _problem("no-agenda", "hint", NO_START, forum, forum.title)


def _double_booked(facts: _Facts) -> Iterator[Problem]:
    people = [_use(facts, appearance.person_id, facts.items[appearance.item_id]) for appearance in facts.appearances]
    for clash in double_booked(people):
        yield _clash("person-twice", PERSON_TWICE, facts.people[_uuid(clash)], clash)
    halls = [
        Use(
            rundown.forum.hall_id,
            _absolute(rundown.items[0], times[0].start),
            _absolute(rundown.items[0], max(placed.end for placed in times)),
            rundown.forum.id,
            rundown.forum.id,
            rundown.forum.title,
        )
        for rundown, times in facts.days
        if rundown.forum.hall_id is not None
    ]
    for clash in double_booked(halls):
        yield _clash("hall-twice", HALL_TWICE, facts.halls[_uuid(clash)], clash)


def _uuid(clash: Clash) -> UUID:
    assert isinstance(clash.first.who, UUID)
    return clash.first.who


def _use(facts: _Facts, who: UUID, item: AgendaItem) -> Use:
    placed = facts.times[item.id]
    return Use(
        who,
        _absolute(item, placed.start),
        _absolute(item, placed.end),
        item.forum_id,
        item.id,
        facts.label(item),
    )


def _absolute(item: AgendaItem, minutes: int) -> int:
    return item.date.toordinal() * DAY + minutes


def _clash(code: str, sentence: str, about: Person | Hall, clash: Clash) -> Problem:
    return _problem(
        code,
        "error",
        sentence,
        about,
        about.name,
        first=clash.first.label,
        second=clash.second.label,
        start=clock(clash.start % DAY),
        end=clock(clash.end % DAY),
    )


def _unnamed(facts: _Facts) -> Iterator[Problem]:
    for ceremony in facts.ceremonies:
        named = facts.named[ceremony.id]
        item = facts.items[ceremony.item_id]
        if ceremony.announced is not None and named < ceremony.announced:
            yield _problem(
                "not-named",
                "warning",
                NOT_NAMED,
                item,
                facts.label(item),
                announced=ceremony.announced,
                named=named,
            )


def _faint(event: Event) -> Iterator[Problem]:
    ratio = contrast(event.accent, "#FFFFFF") if event.accent else READABLE
    if ratio < READABLE:
        told = {"colour": event.accent, "ratio": f"{ratio:.1f}", "least": READABLE}
        yield _problem("faint-accent", "warning", FAINT, event, event.title, **told)


def _stale_prints(look: Look, event: Event) -> Iterator[Problem]:
    for found in reprints(look):
        title, count = Term(found.kind, BY_NAME[found.kind].title), len(found.pieces)
        yield _problem("stale-print", "warning", STALE, event, title, count=count, printed=found.printed)
