"""kill -9 at any moment of saving loses nothing that was acknowledged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from faults.children import in_child, needs_fork
from faults.kills import campaign
from faults.traps import At, can_trap, trap
from forumdesk.store.opening import open_store
from store.small import hall, names_of_halls

SIGSYS = 31


def run(sample_file: Path, tmp_path: Path, kills: int, part: int) -> None:
    """A campaign of so many kills; every part of a run draws other moments."""
    folder = tmp_path / "work"
    folder.mkdir()
    outcome = campaign(sample_file, folder, kills, seed=2 * random.getrandbits(30) + part)
    assert outcome.kills == kills
    if can_trap():
        assert outcome.hot >= kills / 2


@needs_fork
@pytest.mark.parametrize("part", [0, 1])
def test_nothing_acknowledged_is_lost_in_three_hundred_kills(sample_file: Path, tmp_path: Path, part: int) -> None:
    run(sample_file, tmp_path, 150, part)


@needs_fork
@pytest.mark.large
@pytest.mark.parametrize("part", [0, 1])
def test_nothing_acknowledged_is_lost_in_five_thousand_kills(sample_file: Path, tmp_path: Path, part: int) -> None:
    run(sample_file, tmp_path, 2_500, part)


@needs_fork
@pytest.mark.skipif(not can_trap(), reason="this machine has no seccomp filters that we know")
@pytest.mark.parametrize("at", list(At))
def test_a_save_that_dies_with_its_journal_synced_is_taken_back_whole(sample_file: Path, at: At) -> None:
    journal = sample_file.with_name(sample_file.name + "-journal")
    before = sample_file.read_bytes()

    def die_while_saving() -> None:
        store = open_store(str(sample_file), actor="child")
        store.stamp()  # the file is open now
        trap(sample_file, at, page=1)
        hall(store, "大厅")

    assert in_child(die_while_saving) == -SIGSYS
    assert journal.read_bytes()[:8] == bytes.fromhex("d9d505f920a163d7")
    assert sample_file.read_bytes() != before
    store = open_store(str(sample_file))
    assert len(names_of_halls(store)) == 1
    store.close()
    assert not journal.exists()
    assert sample_file.read_bytes() == before
