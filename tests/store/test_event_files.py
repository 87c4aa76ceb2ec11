"""An event file: what marks it, and what becomes of files that are none."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from faults.children import give_away, in_child, needs_fork
from forumdesk.base.errors import Refused, Trouble, Unavailable
from forumdesk.base.files import CannotOpen, NoSuchFile
from forumdesk.store import files
from forumdesk.store.engine import pragma
from forumdesk.store.failures import DamagedFile, ReadOnly
from forumdesk.store.marks import APPLICATION_ID, SCHEMA
from forumdesk.store.opening import create, open_store
from forumdesk.store.store import Store
from store.small import found_small, hall, names_of_halls

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")


@pytest.fixture
def path(founded_file: Path, tmp_path: Path) -> Path:
    """An event file of the test's own."""
    copy = tmp_path / "论坛 #1 100%?.forum"
    copy.write_bytes(founded_file.read_bytes())
    copy.chmod(0o600)
    return copy


def test_a_file_is_opened_with_the_pragmas_that_keep_it_safe(path: Path) -> None:
    store = open_store(str(path))
    with store.engine.connect() as connection:
        found = {
            name: pragma(connection, name)
            for name in (
                "application_id", "user_version", "journal_mode", "synchronous", "foreign_keys",
                "trusted_schema", "cell_size_check",
            )
        }  # fmt: skip
    store.close()
    assert found == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA,
        "journal_mode": "delete",
        "synchronous": 3,  # EXTRA
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_nobody_else_may_read_a_new_event(tmp_path: Path) -> None:
    path = tmp_path / "x.forum"
    before = os.umask(0)
    try:
        create(str(path), found_small).close()
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_new_event_leaves_nothing_else_in_the_folder(tmp_path: Path) -> None:
    create(str(tmp_path / "x.forum"), found_small).close()
    assert [each.name for each in tmp_path.iterdir()] == ["x.forum"]


def test_a_new_event_that_cannot_be_founded_leaves_nothing(tmp_path: Path) -> None:
    def fails(store: Store) -> None:
        found_small(store)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(str(tmp_path / "x.forum"), fails)
    assert list(tmp_path.iterdir()) == []


def test_a_new_event_never_takes_the_place_of_another_file(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(files.AlreadyThere):
        create(str(path), found_small)
    assert path.read_bytes() == before


def test_an_event_is_recognised_and_no_byte_of_it_changes(path: Path) -> None:
    before = path.read_bytes()
    assert files.recognise(path, SCHEMA) == SCHEMA
    assert path.read_bytes() == before


def _missing(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _jpeg(path: Path) -> None:
    path.write_bytes(JPEG)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("event.json", "{}")


def _other_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE event (id)")


def _header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _wrong_page_size(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[16:18] = b"\x00\x03"
    path.write_bytes(content)


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA + 1}")


@pytest.mark.parametrize("opening", [lambda path: files.recognise(path, SCHEMA), lambda path: open_store(str(path))])
@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (_missing, NoSuchFile),
        (_folder, files.IsFolder),
        (_empty, files.EmptyFile),
        (_jpeg, files.NotAnEvent),
        (_zip, files.NotAnEvent),
        (_other_program, files.NotAnEvent),
        (_wrong_page_size, DamagedFile),
        (_header_only, DamagedFile),
        (_newer, files.NewerFile),
    ],
    ids=lambda fact: getattr(fact, "__name__", ""),
)
def test_what_is_no_event_is_refused_by_its_name_and_left_as_it_is(
    path: Path, opening: Callable[[Path], object], make: Callable[[Path], None], trouble: type[Trouble]
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(trouble) as refused:
        opening(path)
    assert isinstance(refused.value, (Refused, Unavailable))
    assert str(path) in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [each.name for each in path.parent.iterdir()] == ([path.name] if path.exists() else [])


def test_a_newer_file_is_refused_with_both_versions_named(path: Path) -> None:
    _newer(path)
    with pytest.raises(files.NewerFile) as refused:
        open_store(str(path))
    assert f"schema {SCHEMA + 1}" in str(refused.value)
    assert f"knows {SCHEMA}" in str(refused.value)


def test_damage_that_is_met_while_reading_is_called_damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    store = open_store(str(path))
    with pytest.raises(DamagedFile) as refused:
        store.digest()
    assert "restore a backup" in str(refused.value)
    store.close()


@pytest.fixture
def others_folder(founded_file: Path) -> Iterator[Path]:
    """A folder with an event `x.forum` that belongs to a user without root's rights; outside pytest's own."""
    with tempfile.TemporaryDirectory(prefix="forumdesk-readonly-") as name:
        folder = Path(name)
        shutil.copyfile(founded_file, folder / "x.forum")
        give_away(folder / "x.forum", folder)
        yield folder
        folder.chmod(0o700)


@needs_fork
@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500)], ids=["read-only file", "read-only folder"]
)
def test_what_cannot_be_written_is_opened_for_reading_and_says_so_when_written(
    others_folder: Path, file_mode: int, folder_mode: int
) -> None:
    path = others_folder / "x.forum"
    path.chmod(file_mode)
    others_folder.chmod(folder_mode)
    before = path.read_bytes()

    def read_and_try_to_write() -> None:
        store = open_store(str(path))
        assert len(store.history()) == 1
        with pytest.raises(ReadOnly) as refused:
            hall(store, "大厅")
        assert str(path) in str(refused.value)
        assert names_of_halls(store) == []
        store.close()

    assert in_child(read_and_try_to_write, unprivileged=True) == 0
    assert path.read_bytes() == before
    assert [each.name for each in others_folder.iterdir()] == ["x.forum"]


@needs_fork
def test_a_file_that_may_not_be_read_is_refused_with_the_systems_reason(others_folder: Path) -> None:
    path = others_folder / "x.forum"
    path.chmod(0)

    def try_to_open() -> None:
        with pytest.raises(CannotOpen) as refused:
            open_store(str(path))
        assert str(refused.value) == f"{path} cannot be read: Permission denied."

    assert in_child(try_to_open, unprivileged=True) == 0
