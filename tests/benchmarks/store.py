"""What the journal costs: a journalled edit, 5,000 in one step, and undo, each against the bare ORM.

    python tests/benchmarks/store.py [ROUNDS]

Contenders take turns in one run on files of 5,000 people; medians are compared. Goals: an edit at most 5 times
the bare commit, 5,000 edits in one step at most 2.5 times, undo at most 2 times the edit.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import FoundEvent
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.opening import create
from forumdesk.store.store import Store

PEOPLE = 5_000


def found(store: Store) -> None:
    """An event with many people, who came through the bulk door."""
    founding = FoundEvent(title=Text("论坛"), starts=date(2025, 3, 28))
    Bus(store).run_all(founding.step, [founding], founding=True)
    with store.work("People", founding=True) as work:
        work.add_rows(Person, [{"id": uuid4(), "name_first": f"王{number}"} for number in range(PEOPLE)])


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def bare(store: Store, count: int, note: str) -> None:
    """Edit so many people by the ORM alone, on the same connection settings, in one commit."""
    with (
        store.engine.connect().execution_options(writing=True) as connection,
        Session(connection) as session,
    ):
        for person in session.scalars(select(Person).limit(count)):
            person.note = note
        session.commit()


def journalled(store: Store, count: int, note: str) -> None:
    """The same through the journal."""
    with store.work("Edit") as work:
        for person in work._session.scalars(select(Person).limit(count)):
            person.note = note


def main(rounds: int) -> None:
    """Print the three ratios."""
    with tempfile.TemporaryDirectory() as folder:
        stores = [create(str(Path(folder) / f"{name}.forum"), found) for name in ("bare", "journalled")]
        plain, ours = stores
        taken: dict[str, list[float]] = {}
        for turn in range(rounds):
            for count in (1, PEOPLE):
                taken.setdefault(f"bare {count}", []).append(seconds(lambda n=count, t=turn: bare(plain, n, f"n{t}")))
                taken.setdefault(f"edit {count}", []).append(
                    seconds(lambda n=count, t=turn: journalled(ours, n, f"n{t}{n}"))
                )
                taken.setdefault(f"undo {count}", []).append(seconds(ours.undo))
                taken.setdefault(f"redo {count}", []).append(seconds(ours.redo))
        median = {name: statistics.median(values) for name, values in taken.items()}
        for name, value in median.items():
            sys.stdout.write(f"{name:<12} {value * 1000:8.1f} ms\n")
        for label, one, other, goal in (
            ("an edit", "edit 1", "bare 1", 5),
            (f"{PEOPLE} edits in one step", f"edit {PEOPLE}", f"bare {PEOPLE}", 2.5),
            ("undo of one", "undo 1", "edit 1", 2),
            (f"undo of {PEOPLE}", f"undo {PEOPLE}", f"edit {PEOPLE}", 2),
        ):
            sys.stdout.write(f"{label}: ratio {median[one] / median[other]:.2f} (goal: at most {goal})\n")
        for store in stores:
            store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
