"""kill -9 while backing up and restoring: what was to be replaced is the old one or the complete new one."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.children import fork, needs_fork
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store
from store.small import hall

KILLS = 100


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


def kill_again_and_again(target: Path, versions: list[Path], put: Callable[[Path], object]) -> None:
    """Kill children that put one version after the other in the place of `target`, and look at it each time."""
    known = {digest(version) for version in versions}
    for _ in range(KILLS):

        def turn_about() -> None:
            while True:
                for version in versions:
                    put(version)

        child = fork(turn_about)
        time.sleep(random.uniform(0.001, 0.06))
        os.kill(child, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
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
