"""What is stale is found out anew only where a change may matter, and is never told wrongly."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from app.random_commands import present, random_command
from forumdesk.app.bus import Bus
from forumdesk.app.checking import check
from forumdesk.app.commands.agenda import EditCue
from forumdesk.app.commands.people import EditPost
from forumdesk.app.commands.problems import AcceptProblem
from forumdesk.app.printing.kinds import KINDS
from forumdesk.app.printing.order import Order
from forumdesk.app.printing.pieces import gathered
from forumdesk.app.printing.record import record
from forumdesk.app.printing.stock import InStock, in_stock
from forumdesk.base.errors import Refused
from forumdesk.domain.agenda import Cue
from forumdesk.domain.people import Post
from forumdesk.domain.text import Text
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.memory import Memory
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store
from store.small import found_small

SEED, STEPS = 20250328, 150


class Watched(Memory):
    """Says what had to be found out."""

    def __init__(self) -> None:
        super().__init__()
        self.found_out: list[Hashable] = []

    def keep(self, question: Hashable, answer: Any, tables: frozenset[str]) -> None:
        self.found_out.append(question)
        super().keep(question, answer, tables)

    @property
    def compared(self) -> set[str]:
        """The kinds of paper that were compared anew."""
        return {
            question[1] for question in self.found_out if isinstance(question, tuple) and question[0] == "compared"
        }


def print_everything(store: Store) -> None:
    for kind in KINDS:
        with suppress(Refused):  # there may be no such piece
            with store.look() as look:
                found = gathered(look, Order(kind.document, "both", kinds=(kind.name,)))
            record(store, found)


def remembered(store: Store, memory: Memory) -> InStock:
    with store.look(memory) as look:
        return in_stock(look)


def fresh(store: Store) -> InStock:
    with store.look() as look:
        return in_stock(look)


def retitle(store: Store, title: str) -> None:
    with store.look() as look:
        post = look.all(Post)[0]
    Bus(store).run(EditPost(id=post.id, title=Text(title, title)))


def test_a_change_no_paper_tells_of_gathers_nothing(sample_store: Store) -> None:
    print_everything(sample_store)
    memory = Watched()
    with sample_store.look() as look:
        problem = check(look)[0]
    remembered(sample_store, memory)
    memory.found_out.clear()
    Bus(sample_store).run(AcceptProblem(code=problem.code, subject=problem.id, reason="知道了"))
    assert remembered(sample_store, memory) == fresh(sample_store)
    assert memory.found_out == []


def test_a_change_of_a_cue_is_looked_for_in_the_run_of_show_alone(sample_store: Store) -> None:
    print_everything(sample_store)
    memory = Watched()
    remembered(sample_store, memory)
    memory.found_out.clear()
    with sample_store.look() as look:
        cue = look.all(Cue)[0]
    Bus(sample_store).run(EditCue(id=cue.id, label=Text("换话筒", "Another microphone")))
    stock = remembered(sample_store, memory)
    assert stock.stale("run-of-show") == 1
    assert memory.compared == {"run-of-show"}


def test_whatever_is_done_what_is_remembered_is_what_a_fresh_look_finds(tmp_path: Path) -> None:
    store = create(str(tmp_path / "small.forum"), found_small, actor="tester")
    random, memory = Random(SEED), Memory()
    for number in range(STEPS):
        with suppress(Refused):
            match random.randrange(12):
                case 0:
                    store.undo()
                case 1:
                    store.redo()
                case 2:
                    print_everything(store)
                case _:
                    Bus(store).run(random_command(random, present(store)))
        if number % 3 == 0:
            assert remembered(store, memory) == fresh(store), number
    store.close()


def test_a_restored_event_is_not_told_from_memory(sample_file: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.forum"
    files.copy(sample_file, backup)
    store, memory = open_store(str(sample_file), actor="tester"), Memory()
    print_everything(store)
    retitle(store, "总工程师")
    assert remembered(store, memory).stale("booklet") == 1
    store.close()
    files.restore(backup, sample_file, SCHEMA)
    store = open_store(str(sample_file), actor="tester")
    retitle(store, "秘书长")  # as many steps as before
    assert remembered(store, memory) == fresh(store)
    assert not any(remembered(store, memory).past.values())
    store.close()
