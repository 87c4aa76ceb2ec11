"""The campaign of kills: a child saves and acknowledges, dies at any moment, and nothing acknowledged is lost.

By hand, from the folder `tests`: `python -m faults.kills 5000`.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from faults.children import fork
from faults.traps import At, can_trap, trap
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem, EditItem, MoveItem, RemoveItem
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost, EditPerson, RemovePerson
from forumdesk.base.errors import Refused
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Forum
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.text import Text
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store

ANEW = 25
"""After so many kills the campaign goes on with a fresh file, so that it stays quick."""


@dataclass
class Outcome:
    """What a campaign found."""

    kills: int = 0
    placed: int = 0
    hot: int = 0
    """Kills that left a journal which the next opening had to play back."""
    acknowledged: int = 0
    """Steps that had been acknowledged, all told."""
    unannounced: int = 0
    """Kills after a commit and before its acknowledgement: the step is there, whole."""
    seconds: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.placed} placed, {self.hot} with a hot journal), {self.acknowledged} steps "
            f"acknowledged, none lost, {self.unannounced} complete but not yet acknowledged; {self.seconds:.1f} s"
        )


class Lost(AssertionError):
    """A promise was broken."""


def campaign(original: Path, folder: Path, kills: int, seed: int) -> Outcome:
    """Kill so many children that work on copies of `original`, and check the file after each.

    Raises `Lost` with the seed and the number of the kill.
    """
    chance, outcome, begun = random.Random(seed), Outcome(), time.monotonic()
    path = folder / "x.forum"
    path.write_bytes(original.read_bytes())
    store = open_store(str(path), actor="child")
    for number in range(kills):
        if number % ANEW == 0:
            path.write_bytes(original.read_bytes())
        # Two in three, for a random kill may or may not leave a hot journal and half of all must.
        placed = can_trap() and chance.random() < 2 / 3
        try:
            _one_kill(store, chance, outcome, placed=placed)
        except Exception as error:
            raise Lost(f"{error} (seed {seed}, kill {number}, {'placed' if placed else 'random'})") from error
    outcome.seconds = time.monotonic() - begun
    return outcome


def _one_kill(store: Store, chance: random.Random, outcome: Outcome, *, placed: bool) -> None:
    """Fork, kill, check. The store has no connection now; it keeps its compiled statements for child and check."""
    path = Path(store.place)
    reader, writer = os.pipe()
    at = (chance.choice(list(At)), chance.randrange(40), chance.randrange(1, 4)) if placed else None
    seed, moment = chance.random(), chance.uniform(0, 0.08)
    child = fork(lambda: work(store, random.Random(seed), writer, at))
    os.close(writer)
    with os.fdopen(reader, encoding="ascii") as acknowledgements:
        first = acknowledgements.readline()
        if not placed:
            time.sleep(moment)
            os.kill(child, signal.SIGKILL)
        lines = [first, *acknowledgements]  # until the pipe closes, for whoever wrote it is dead
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) not in (-signal.SIGKILL, -signal.SIGSYS):
        raise Lost("the child ended by itself")
    outcome.kills += 1
    outcome.placed += placed
    outcome.hot += _is_hot(path)
    whole = [line for line in lines if line.endswith("\n")]
    outcome.acknowledged += len(whole) - 1  # the first is how it was found
    outcome.unannounced += check(store, whole[-1].strip())


def work(store: Store, chance: random.Random, writer: int, at: tuple[At, int, int] | None) -> None:
    """In the child: save until death, and acknowledge each save with the number of the happening and a digest."""
    acknowledge(store, writer)
    for turn in range(1_000):
        if at is not None and turn == at[2]:
            trap(Path(store.place), at[0], page=at[1])
        if one_save(store, chance):
            acknowledge(store, writer)


def acknowledge(store: Store, writer: int) -> None:
    """Tell the parent what is saved, in one write, which is whole or not there."""
    os.write(writer, f"{store.stamp()} {store.digest()}\n".encode())


def one_save(store: Store, chance: random.Random) -> bool:
    """Do one thing a user may do; whether anything changed."""
    bus = Bus(store)
    try:
        match chance.randrange(10):
            case 0 | 1:
                return bool(bus.undo())
            case 2:
                return bool(bus.redo())
            case 3:
                return bool(bus.run_all("Import", people(chance)))
            case _:
                return bool(bus.run(_command(store, chance)))
    except Refused:  # nothing to undo, say
        return False


def people(chance: random.Random) -> list[Command]:
    """Forty people to enter in one step: enough for dozens of pages."""
    return [_person(chance) for _ in range(40)]


def _person(chance: random.Random) -> AddPerson:
    return AddPerson(id=UUID(int=chance.getrandbits(128)), name=Text(f"来宾 {chance.random()}"), note="注" * 40)


def _command(store: Store, chance: random.Random) -> Command:
    with store.look() as look:
        people, organisations = look.all(Person), look.all(Organisation)
        forum, items = look.all(Forum)[0], look.all(AgendaItem)
    some_id, text = UUID(int=chance.getrandbits(128)), Text(str(chance.random()), "x" * chance.randrange(300))
    wishes: list[Command] = [
        AddOrganisation(id=some_id, name=text),
        _person(chance),
    ]
    if people:
        person = chance.choice(people).id
        wishes += [EditPerson(id=person, biography=text), RemovePerson(id=person, everywhere=True)]
        if organisations:
            wishes.append(AddPost(id=some_id, person=person, organisation=chance.choice(organisations).id))
    if items:
        item = chance.choice(items)
        of_day = [each for each in items if each.date == item.date]
        wishes += [
            AddItem(id=some_id, forum=forum.id, date=item.date, kind="report", title=text, after=item.id),
            EditItem(id=item.id, minutes=chance.randrange(1, 60), title=text),
            MoveItem(item=item.id, after=chance.choice(of_day).id),
            RemoveItem(id=item.id),
        ]
    return chance.choice(wishes)


def check(store: Store, acknowledged: str) -> bool:
    """The file is sound and holds what was acknowledged; whether it holds the step after it too, and whole.

    Whether that step is whole is seen when it is taken back: then the content is the acknowledged one again.
    """
    path = Path(store.place)
    files.recognise(path, SCHEMA)  # as at every opening: here an interrupted save is taken back
    for trouble in _unsound(path):
        raise Lost(trouble)
    stamp, digest = acknowledged.split()
    with closing(store):
        ahead = store.stamp() - int(stamp)
        if ahead not in (0, 1):
            raise Lost(f"happening {stamp} was acknowledged, {store.stamp()} is there")
        if ahead:
            (last,) = [step for step in store.history() if step.number == _last_happening(store)]
            if last.state == "done":
                store.undo()
            else:
                store.redo()
        if store.digest() != digest:
            raise Lost(f"the content is not that of happening {stamp}")
    # A journal that was never synced means nothing; SQLite leaves it lying and writes over it in the next save.
    litter = {each.name for each in path.parent.iterdir()} - {path.name, path.name + "-journal"}
    if litter or _is_hot(path):
        raise Lost(f"left over: {litter or 'the journal'}")
    return bool(ahead)


def _unsound(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(path)) as connection:
        for (line,) in connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"integrity_check: {line}"
        for row in connection.execute("PRAGMA foreign_key_check"):
            yield f"foreign_key_check: {row}"


def _last_happening(store: Store) -> int:
    with store.engine.connect() as connection:
        number: int = connection.exec_driver_sql("SELECT number FROM step ORDER BY stamp DESC LIMIT 1").scalar_one()
        return number


def _is_hot(path: Path) -> bool:
    """Whether a journal lies there that SQLite must play back: one whose header was synced."""
    with contextlib.suppress(FileNotFoundError):
        return path.with_name(path.name + "-journal").read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")
    return False


def main() -> None:
    """Run a campaign of the length given, and say what it found."""
    from forumdesk.app.sample import found_sample

    kills, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    with tempfile.TemporaryDirectory(prefix="forumdesk-kills-") as name:
        folder = Path(name)
        create(str(folder / "original"), found_sample).close()
        (folder / "work").mkdir()
        sys.stdout.write(f"seed {seed}: {campaign(folder / 'original', folder / 'work', kills, seed)}\n")


if __name__ == "__main__":
    main()
