"""A disk that fills up in the middle of a save, a copy or an upgrade. Nothing is lost, and the file is named."""

from __future__ import annotations

import os
import random
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.children import fork, needs_fork
from faults.kills import acknowledge, check, people
from forumdesk.app.bus import Bus
from forumdesk.base.errors import Unavailable
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store, upgrade
from store.next_schema import NEXT, next_schema

POINTS = 10


def limits(path: Path) -> list[int]:
    """The sizes at which the disk is full: from before the journal's first page to a little over the file's."""
    size = path.stat().st_size
    return [600 + place * (size + 60_000) // (POINTS - 1) for place in range(POINTS)]


def fill_up_at(limit: int) -> None:
    """Let no file of this process grow over so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def in_full_child(job: Callable[[int], None]) -> list[str]:
    """Run a job in a fork; the lines it wrote to its pipe."""
    reader, writer = os.pipe()
    child = fork(lambda: job(writer))
    os.close(writer)
    with os.fdopen(reader) as lines:
        said = lines.read().splitlines()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return said


@needs_fork
@pytest.mark.parametrize("point", range(POINTS))
def test_a_save_on_a_full_disk_is_refused_and_everything_before_it_is_there(
    sample_file: Path, tmp_path: Path, point: int
) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    path = sample_file.rename(folder / "x.forum")
    limit, chance = limits(path)[point], random.Random(point)

    def save_until_full(writer: int) -> None:
        store = open_store(str(path), actor="child")
        acknowledge(store, writer)
        fill_up_at(limit)
        with pytest.raises(Unavailable) as refused:
            for _ in range(100):
                Bus(store).run_all("Import", people(chance))
                acknowledge(store, writer)
        assert str(path) in str(refused.value)
        store.close()

    last_acknowledged = in_full_child(save_until_full)[-1]
    assert check(open_store(str(path), actor="child"), last_acknowledged) is False


@needs_fork
@pytest.mark.parametrize("point", range(POINTS - 1))
def test_a_copy_to_a_full_disk_leaves_the_old_one_and_no_litter(
    sample_file: Path, tmp_path: Path, point: int
) -> None:
    copy = tmp_path / "backups" / "copy.forum"
    copy.parent.mkdir()
    copy.write_bytes(b"the old one")

    def copy_until_full(_writer: int) -> None:
        fill_up_at(limits(sample_file)[point])
        with pytest.raises(Unavailable) as refused:
            files.copy(sample_file, copy)
        assert str(copy) in str(refused.value)

    in_full_child(copy_until_full)
    assert copy.read_bytes() == b"the old one"
    assert [each.name for each in copy.parent.iterdir()] == ["copy.forum"]


@needs_fork
@pytest.mark.parametrize("point", range(POINTS - 1))
def test_an_upgrade_on_a_full_disk_leaves_the_old_file(sample_file: Path, tmp_path: Path, point: int) -> None:
    config, before = next_schema(tmp_path / "versions"), sample_file.read_bytes()
    limit = limits(sample_file)[point]

    def upgrade_until_full(_writer: int) -> None:
        fill_up_at(limit)
        with pytest.raises(Unavailable):
            upgrade(sample_file, config, NEXT)

    in_full_child(upgrade_until_full)
    assert files.recognise(sample_file, SCHEMA) == SCHEMA
    assert files.verify(sample_file, SCHEMA) == []
    assert sample_file.read_bytes() == before
