"""kill -9 while backing up, restoring and printing: what was to be replaced is the old one or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from faults.children import fork, needs_fork
from forumdesk.app.printing.making import print_document
from forumdesk.app.printing.order import Order
from forumdesk.domain.printing import PrintRecord
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store
from store.small import hall

KILLS, KILLS_OF_PRINTS = 100, 30


@pytest.fixture
def versions(sample_file: Path, tmp_path: Path) -> list[Path]:
    """Two backups of one event, each with other content."""
    made = []
    for name in ("一", "二"):
        store = open_store(str(sample_file), actor="tester")
        hall(store, name)
        store.close()
        made.append(tmp_path / "versions" / f"{name}.forum")
        made[-1].parent.mkdir(exist_ok=True)
        files.copy(sample_file, made[-1])
    return made


def digest(path: Path) -> str:
    """What a file holds."""
    store = open_store(str(path))
    try:
        return store.digest()
    finally:
        store.close()


def kill_one(jobs: Sequence[Callable[[], object]], seconds: float) -> None:
    """Kill a child that does one job after the other, at any moment of so many seconds."""

    def turn_about() -> None:
        while True:
            for job in jobs:
                job()

    child = fork(turn_about)
    time.sleep(random.uniform(0.001, seconds))
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def kill_again_and_again(target: Path, versions: list[Path], put: Callable[[Path], object]) -> None:
    """Kill children that put one version after the other in the place of `target`, and look at it each time."""
    known = {digest(version) for version in versions}
    for _ in range(KILLS):
        kill_one([lambda version=version: put(version) for version in versions], 0.06)
        assert files.verify(target, SCHEMA) == []
        assert digest(target) in known
        for unfinished in target.parent.glob(f".{target.name}*.part*"):
            unfinished.unlink()
    assert {each.name for each in target.parent.iterdir()} <= {target.name, files.hash_file(target).name}


@needs_fork
def test_a_killed_backup_leaves_the_old_one_or_the_new_one_and_never_a_wrong_hash(
    versions: list[Path], tmp_path: Path
) -> None:
    target = tmp_path / "backups" / "x.forum"
    target.parent.mkdir()
    files.copy(versions[0], target)
    kill_again_and_again(target, versions, lambda version: files.copy(version, target))


@needs_fork
def test_a_killed_restore_leaves_the_old_event_or_the_restored_one(versions: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "event" / "x.forum"
    target.parent.mkdir()
    files.restore(versions[0], target, SCHEMA)
    kill_again_and_again(target, versions, lambda version: files.restore(version, target, SCHEMA))


@needs_fork
def test_a_killed_print_job_leaves_the_old_paper_or_the_new_one_and_records_all_of_it_or_nothing(
    sample_file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "paper" / "signings.pdf"
    target.parent.mkdir()
    orders = [Order("certificates", language, kinds=("signing",)) for language in ("zh", "en")]
    store, whole = open_store(str(sample_file), actor="child"), set()
    for order in orders:
        pieces = print_document(store, order, target, recorded=True).pieces
        whole.add(target.read_bytes())
    store.close()  # its connections: children open their own
    for _ in range(KILLS_OF_PRINTS):
        kill_one([partial(print_document, store, order, target, recorded=True) for order in orders], 0.25)
        assert target.read_bytes() in whole
        for unfinished in target.parent.glob(f".{target.name}*.part"):
            unfinished.unlink()
        assert list(target.parent.iterdir()) == [target]
    with store.look() as look:
        recorded = Counter(row.number for row in look.all(PrintRecord))
    store.close()
    assert set(recorded.values()) == {pieces}
