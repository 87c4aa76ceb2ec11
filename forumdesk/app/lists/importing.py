"""A list comes in: looked at first, and then carried out as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from forumdesk.app.bus import Bus
from forumdesk.app.commands.command import Command
from forumdesk.app.languages import side_of
from forumdesk.app.lists.ceremonies import AgreementRows, PlaqueRows, ceremonies_of, ceremony_called
from forumdesk.app.lists.fields import KINDS, say_field
from forumdesk.app.lists.mapping import NoHead, guessed, head_of, letters, remember, remembered, said
from forumdesk.app.lists.organisations import OrganisationRows
from forumdesk.app.lists.people import AttendeeRows, PeopleRows
from forumdesk.app.lists.rows import Became, Change, Outcome, RowRefused, Texts, lines
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.event import Event
from forumdesk.exchange.heads import Head
from forumdesk.exchange.lists import read_list
from forumdesk.exchange.sheets import Sheet
from forumdesk.store.store import Store
from forumdesk.store.work import Look

STEPS: Mapping[str, str] = {
    "attendees": NOOP("Import attendees"),
    "people": NOOP("Import people"),
    "organisations": NOOP("Import organisations"),
    "plaques": NOOP("Import plaques"),
    "agreements": NOOP("Import agreements"),
}
"""What the step is called, by kind of list."""

THINGS = {"plaques": "plaque", "agreements": "agreement"}
"""What hangs from a ceremony, by kind of list."""

TOLD = 500
"""After so many rows somebody is told how far it is, and may think better of it."""


class Rows(Protocol):
    """Makes commands of the rows of one kind of list."""

    def row(self, number: int, texts: Texts) -> Change | None:
        """What a row changes, None where another has said it already. Raises `RowRefused`."""

    def commands(self, *, all_of_them: bool) -> Iterator[Command]:
        """What there is to do by now."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A list of a kind with its head, and which column, by number, holds which field."""

    kind: str
    sheet: Sheet
    head: Head | None
    fields: Mapping[str, int]
    side: int
    """The number of the event's language that its wordings are in."""
    ceremony: UUID | None = None
    """That whose plaques or agreements it lists."""

    def column(self, field_: str) -> str:
        """What the file calls the column of a field."""
        at = self.fields.get(field_)
        if at is None:
            return ""
        name = self.head.names[at] if self.head and at < len(self.head.names) else ""
        return name or letters(at)


@dataclass(slots=True)
class Review:
    """What becomes of each row, and whether it has been done."""

    incoming: Incoming
    outcomes: list[Outcome] = field(default_factory=list)
    done: bool = False

    @property
    def counts(self) -> Mapping[Became, int]:
        """How many rows become what."""
        return Counter(outcome.became for outcome in self.outcomes)

    @property
    def refused(self) -> Sequence[Outcome]:
        """The rows that cannot come in."""
        return [outcome for outcome in self.outcomes if outcome.became is Became.REFUSED]

    def line(self, words: Words) -> dict[str, Any]:
        """Ready for JSON."""
        counts = self.counts
        return {
            **{became.value: counts[became] for became in Became if became is not Became.REFUSED},
            "refused": [
                {
                    "row": outcome.row,
                    "column": self.incoming.column(told.field),
                    "value": told.after,
                    "reason": told.trouble.say(words) if told.trouble else "",
                }
                for outcome in self.refused
                for told in outcome.told
            ],
            "columns": {code: self.incoming.column(code) for code in self.incoming.fields},
            "sheet": self.incoming.sheet.name,
            "encoding": self.incoming.sheet.encoding,
        }


def read_incoming(
    store: Store,
    kind: str,
    path: Path,
    *,
    sheet: str = "",
    encoding: str = "",
    language: str | None = None,
    batch: str | None = None,
    columns: Mapping[str, str] | None = None,
    ticket: Ticket | None = None,
) -> Incoming:
    """Read a list and find out which column holds what; `columns` are wishes, by field a head or a letter.

    Plaques and agreements are those of one ceremony: the one of that `batch`, which need not be said of the only one.
    Raises what `ceremony_called` and `read_list` do, `NoHead`, `NoSuchField`, `NoSuchColumn` or `UnknownLanguage`.
    """
    with store.look() as look:
        event = look.all(Event)[0]
        languages, side = event.languages, side_of(event, language)
        ceremony = ceremony_called(look, THINGS[kind], batch) if kind in THINGS else None
    names = (columns or {}).values()
    found = read_list(
        path, sheet=sheet, encoding=encoding, ticket=ticket,
        fits=lambda each: head_of(each, kind, languages, side, names) is not None,
    )  # fmt: skip
    head = head_of(found, kind, languages, side, names)
    if head is None and not columns:
        raise NoHead(path=path)
    width = max(map(len, found.rows), default=0)
    fields = _fields(kind, head, languages, side)
    wishes = said(kind, columns or {}, head.names if head else (), width)
    fields = {code: at for code, at in fields.items() if at not in wishes.values()}
    merged: dict[str, int | None] = {**fields, **wishes}
    chosen = {code: at for code, at in merged.items() if at is not None}
    incoming = Incoming(kind, found, head, chosen, side, ceremony)
    if wishes:
        remember_columns(incoming)
    return incoming


def dropped(
    store: Store, path: Path, *, kinds: Sequence[str] = (), sheet: str = "", ticket: Ticket | None = None
) -> Incoming:
    """Read a list of which nobody has said what it is: of the `kinds` (all, where none is given) the likeliest.

    The earlier one where two are as likely. A list without a head comes with no fields. Raises what `read_list` does.
    """
    kinds = kinds or tuple(KINDS)
    with store.look() as look:
        languages = look.all(Event)[0].languages
        ceremonies = {kind: ceremonies_of(look, thing) for kind, thing in THINGS.items()}
    kinds = [kind for kind in kinds if ceremonies.get(kind, True)] or ["attendees"]
    found = read_list(
        path, sheet=sheet, ticket=ticket,
        fits=lambda each: any(head_of(each, kind, languages, 0) for kind in kinds),
    )  # fmt: skip
    guesses = [
        (kind, head := head_of(found, kind, languages, 0), _fields(kind, head, languages, 0)) for kind in kinds
    ]
    kind, head, fields = max(guesses, key=lambda guess: len(guess[2]))
    return Incoming(kind, found, head, fields, 0, next(iter(ceremonies.get(kind, {})), None))


def _fields(kind: str, head: Head | None, languages: tuple[str, str], side: int) -> dict[str, int]:
    """What was said last of lists with this head, else what it looks like."""
    if head is None:
        return {}
    return remembered(kind, head) or guessed(head, kind, languages, side)


def remember_columns(incoming: Incoming) -> None:
    """Take the columns of lists with the same head alike from now on."""
    if incoming.head is not None:
        remember(incoming.kind, incoming.head, incoming.fields)


def review(look: Look, incoming: Incoming, ticket: Ticket | None = None) -> Review:
    """What an import would do; nothing is written."""
    found = Review(incoming)
    for _ in _planned(look, found, ticket or Ticket()):
        pass
    return found


def carry_out(
    store: Store, incoming: Incoming, *, skip_refused: bool = False, ticket: Ticket | None = None
) -> Review:
    """Import a list as one step. Where rows are refused nothing is imported, unless they may be skipped."""
    found = Review(incoming)

    def plan(work: Look) -> Iterator[Command]:
        yield from _planned(work, found, ticket or Ticket())
        if found.refused and not skip_refused:
            raise _Refused

    try:
        Bus(store).run_plan(STEPS[incoming.kind], plan)
        found.done = True
    except _Refused:
        pass
    return found


class _Refused(Exception):
    """Rows were refused: what has been done of the step is taken back."""


def _planned(look: Look, found: Review, ticket: Ticket) -> Iterator[Command]:
    """The commands of a list; what becomes of its rows is noted on the way."""
    incoming = found.incoming
    makes = _ROWS[incoming.kind](look, incoming)
    last = len(incoming.sheet.rows)
    for number, texts in lines(incoming.sheet, incoming.head, incoming.fields):
        if not number % TOLD:
            ticket.step(number, last)
        found.outcomes.append(_outcome(makes, number, texts))
        yield from makes.commands(all_of_them=False)
    yield from makes.commands(all_of_them=True)
    ticket.step(last, last)


def _outcome(makes: Rows, number: int, texts: Texts | RowRefused | None) -> Outcome:
    if texts is None:
        return Outcome(number, "", Became.SKIPPED)
    who = ""
    try:
        if isinstance(texts, RowRefused):
            raise texts
        who = next(iter(texts.values()))
        change = makes.row(number, texts)
    except RowRefused as refused:
        return Outcome(number, who, Became.REFUSED, refused.told)
    if change is None:
        return Outcome(number, who, Became.SKIPPED)
    became = Became.ADDED if change.is_new else Became.UPDATED if change.told else Became.UNCHANGED
    return Outcome(number, change.who, became, tuple(change.told))


_ROWS: Mapping[str, Callable[[Look, Incoming], Rows]] = {
    "attendees": lambda look, incoming: AttendeeRows(look, incoming.side),
    "people": lambda look, incoming: PeopleRows(look, incoming.side),
    "organisations": lambda look, incoming: OrganisationRows(look, incoming.side),
    "plaques": lambda look, incoming: PlaqueRows(look, incoming.side, _ceremony(incoming)),
    "agreements": lambda look, incoming: AgreementRows(look, incoming.side, _ceremony(incoming)),
}


def _ceremony(incoming: Incoming) -> UUID:
    assert incoming.ceremony is not None
    return incoming.ceremony


def say_change(words: Words, kind: str, outcome: Outcome) -> str:
    """What becomes of a row's cells, in a few words."""
    return "; ".join(
        f"{say_field(words, kind, told.field)}: {told.before or '–'} → {told.after}"
        for told in outcome.told
        if told.trouble is None
    )


assert STEPS.keys() <= KINDS.keys()
