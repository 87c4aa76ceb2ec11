"""Whatever is done in whatever order: what is refused changes nothing, and what is done can be taken back."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from functools import cache
from itertools import count
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sqlalchemy import CompoundSelect, event, literal_column, select, union_all

from app.random_commands import FIELDS, present, random_command
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import rundown
from forumdesk.app.commands.catalogue import commands
from forumdesk.app.commands.command import Command
from forumdesk.base.errors import Refused
from forumdesk.domain.agenda import CEREMONIES, AgendaItem, Appearance
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.entity import Entity
from forumdesk.domain.event import Forum, OrganiserRole
from forumdesk.domain.people import Person, Post, Precedence
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace, Unveiled
from forumdesk.store.cells import journalled_tables
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from store.small import found_small

SEED, STEPS, STATION = 20250917, 2_000, 50


def quick(store: Store) -> Store:
    """The same event where nobody waits for the disk."""
    if store.engine.dialect.name == "sqlite":
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    return colleague(store, "tester")


def colleague(store: Store, name: str) -> Store:
    """The same event as another works on it, where the clock stands still."""
    return Store(store.engine, store.place, actor=name, clock=lambda: datetime(2025, 9, 17, tzinfo=UTC))


def outcome(store: Store, command: Command) -> object:
    """The rows a command touched, or the sentence it was refused with."""
    try:
        return Bus(store).run(command).rows
    except Refused as refusal:
        return str(refusal)


PARENTS: dict[type[Entity], str | None] = {
    Forum: None, OrganiserRole: None, Precedence: None, Attendee: None, Post: "person_id", Appearance: "item_id",
    ScriptLine: "item_id", StageCall: "item_id", StagePlace: "call_id", Agreement: "ceremony_id",
    Plaque: "ceremony_id", Unveiled: "ceremony_id", Party: "agreement_id",
}  # fmt: skip
"""What is in order, and within what."""


def rules_hold(store: Store) -> None:
    """See that no way leads to an event that breaks the rules of its domain."""
    with store.look() as look:
        for attendee in look.all(Attendee):
            assert (attendee.status is Attendance.SENDS_DEPUTY) == (attendee.deputy_id is not None)
            assert attendee.deputy_id != attendee.person_id
        assert all(person.surname_fits for person in look.all(Person))
        for ceremony in look.all(Ceremony):
            fitting = CEREMONIES[look.get(AgendaItem, ceremony.item_id).kind]
            named = Counter(
                kind.__tablename__
                for kind in (Agreement, Plaque, Unveiled)
                for _ in look.all(kind, ceremony_id=ceremony.id)
            )
            assert named.keys() <= {fitting}
            assert ceremony.announced is None or named[fitting] <= ceremony.announced
        for kind, parent in PARENTS.items():
            places = [(parent and getattr(row, parent), row.position) for row in look.all(kind)]
            assert len(set(places)) == len(places), kind
        ranks = [row.position for row in look.all(Precedence)]
        assert ranks == list(range(1, len(ranks) + 1))
        for day in {(item.forum_id, item.date) for item in look.all(AgendaItem)}:
            items = rundown(look, *day).items
            assert [item.position for item in items] == list(range(1, len(items) + 1))


@cache
def _rows_as_text() -> CompoundSelect[str]:
    return union_all(
        *(
            select(literal_column(f"'{name}' || {name}::text")).select_from(table)
            for name, table in journalled_tables().items()
        )
    )


def fingerprint(store: Store) -> str:
    """A digest for comparing moments of one event: on a server in one query, where `digest` takes one a table."""
    if store.engine.dialect.name == "sqlite":
        return store.digest()
    with store.look() as look:
        return "\n".join(sorted(text for (text,) in look.rows(_rows_as_text())))


class Walk(RuleBasedStateMachine):
    """Work on one event, whose content after every step is remembered."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.origin = store.digest()
        self.past = [fingerprint(store)]
        self.future: list[str] = []
        self.there = present(store)

    @rule(seed=some.integers(0, 2**32))
    def do(self, seed: int) -> None:
        command = random_command(Random(seed), self.there)
        rows = outcome(self.store, command)
        done = bool(rows) and not isinstance(rows, str)
        now = fingerprint(self.store)
        assert done == (now != self.past[-1]), f"{command} {rows}"
        if done:
            self.past.append(now)
            self.future.clear()
            self.there = present(self.store)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.back()
        self.there = present(self.store)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.forth()
        self.there = present(self.store)

    def back(self) -> None:
        self.store.undo()
        self.future.append(self.past.pop())
        assert fingerprint(self.store) == self.past[-1]

    def forth(self) -> None:
        self.store.redo()
        self.past.append(self.future.pop())
        assert fingerprint(self.store) == self.past[-1]

    def teardown(self) -> None:
        """Go to the beginning and to the end, and leave the event as it was found."""
        steps, end = len(self.past) - 1, self.store.digest()
        for _ in range(steps):
            self.back()
        assert self.store.digest() == self.origin
        for _ in range(steps):
            self.forth()
        assert self.store.digest() == end
        try:
            rules_hold(self.store)
        finally:
            for _ in range(steps):
                self.store.undo()


def test_whatever_is_done_undone_and_redone_the_event_is_what_it_was_then(event_store: Store) -> None:
    store, colleagues = quick(event_store), count()
    run_state_machine_as_test(
        lambda: Walk(colleague(store, f"colleague {next(colleagues)}")),  # each has a past and a future of their own
        settings=settings(max_examples=40, stateful_step_count=50),
    )


def alike(stores: list[Store]) -> str:
    """The digest that both events have."""
    (digest,) = {store.digest() for store in stores}
    return digest


@pytest.mark.postgresql
def test_a_walk_of_2000_commands_is_the_same_on_both_databases_and_goes_back_and_forth(
    sqlite_target: str, postgresql_url: str
) -> None:
    stores = [quick(create(target, found_small, actor="founder")) for target in (sqlite_target, postgresql_url)]
    random, there = Random(SEED), present(stores[0])
    stations, done = {0: alike(stores)}, 0
    for number in range(STEPS):
        command = random_command(random, there)
        rows, same_rows = (outcome(store, command) for store in stores)
        assert rows == same_rows, command
        if rows and not isinstance(rows, str):
            done += 1
            there = present(stores[0])
        if number % STATION == 0 or number == STEPS - 1:
            digest = alike(stores)
            assert stations.setdefault(done, digest) == digest
            rules_hold(stores[0])
    assert done > STEPS / 2
    for here in reversed(range(done)):
        for store in stores:
            store.undo()
        assert here not in stations or alike(stores) == stations[here]
    for here in range(1, done + 1):
        for store in stores:
            store.redo()
        assert here not in stations or alike(stores) == stations[here]
    for store in stores:
        store.close()


def test_every_command_takes_part_in_the_random_work() -> None:
    assert set(FIELDS) == set(commands()) - {"FoundEvent"}
