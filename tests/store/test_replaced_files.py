"""A file that another one replaces while it is open: by a restore, or by a folder kept in step elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from forumdesk.base.errors import Unavailable
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store
from store.small import hall, names_of_halls


@pytest.fixture
def path(founded_file: Path, tmp_path: Path) -> Path:
    """An event file of the test's own."""
    return Path(shutil.copy(founded_file, tmp_path / "x.forum"))


def halls_in(path: Path) -> list[str]:
    """The halls a file holds for whoever opens it now."""
    store = open_store(str(path))
    try:
        return names_of_halls(store)
    finally:
        store.close()


def test_a_step_after_a_restore_goes_into_the_restored_file(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.forum"
    store = open_store(str(path), actor="tester")
    hall(store, "一")
    files.copy(path, backup)
    hall(store, "二")
    files.restore(backup, path, SCHEMA)
    assert names_of_halls(store) == ["一"]
    hall(store, "三")
    assert halls_in(path) == ["一", "三"]
    store.close()


def test_news_come_from_the_file_that_is_there_now(path: Path, tmp_path: Path) -> None:
    store = open_store(str(path), actor="tester")
    stamp, _ = store.news(0)
    other = Path(shutil.copy(path, tmp_path / "other.forum"))
    elsewhere = open_store(str(other), actor="colleague")
    hall_id = hall(elsewhere, "别处加的")
    elsewhere.close()
    other.replace(path)
    later, changes = store.news(stamp)
    assert (later, changes.rows) == (stamp + 1, {"hall": {hall_id}})
    store.close()


def test_a_file_that_is_gone_is_reported_and_not_made_anew(path: Path) -> None:
    store = open_store(str(path), actor="tester")
    hall(store, "一")
    path.unlink()
    with pytest.raises(Unavailable) as refused:
        hall(store, "二")
    assert str(path) in str(refused.value)
    assert not path.exists()
    store.close()
