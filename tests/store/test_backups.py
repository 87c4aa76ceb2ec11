"""Copies, and putting them back."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from forumdesk.app.sample import key
from forumdesk.domain.event import Hall
from forumdesk.store import files
from forumdesk.store.failures import DamagedFile
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store
from store.small import hall


@pytest.fixture
def backup(sample_file: Path, tmp_path: Path) -> Path:
    """A backup of the sample forum with its hash beside it."""
    copy = tmp_path / "backups" / "sample backup.forum"
    copy.parent.mkdir()
    files.copy(sample_file, copy)
    return copy


def digest(path: Path) -> str:
    """The digest of what a file holds."""
    store = open_store(str(path))
    try:
        return store.digest()
    finally:
        store.close()


def test_a_copy_holds_the_same_and_its_hash_lies_beside_it(sample_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.forum"
    returned = files.copy(sample_file, copy)
    assert returned == hashlib.sha256(copy.read_bytes()).hexdigest()
    assert files.hash_file(copy).read_text() == f"{returned}  copy.forum\n"
    assert digest(copy) == digest(sample_file)
    assert files.verify(copy, SCHEMA) == []
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not installed")
def test_anybody_can_check_the_hash_without_this_program(backup: Path) -> None:
    checked = subprocess.run(
        ["sha256sum", "--check", files.hash_file(backup).name], cwd=backup.parent, capture_output=True, check=False
    )
    assert checked.returncode == 0


def test_a_copy_made_while_somebody_works_holds_the_last_finished_step(sample_store: Store, tmp_path: Path) -> None:
    before, copy = sample_store.digest(), tmp_path / "copy.forum"
    with sample_store.work("Not finished") as work:
        work.remove(work.all(Hall)[0], everywhere=True)
        files.copy(Path(sample_store.place), copy)
    assert digest(copy) == before != sample_store.digest()


def test_a_copy_that_fails_leaves_the_one_that_was_there(backup: Path, tmp_path: Path) -> None:
    before = backup.read_bytes()
    damaged = tmp_path / "damaged.forum"
    damaged.write_bytes(before[:5000])
    with pytest.raises(DamagedFile):
        files.copy(damaged, backup)
    assert backup.read_bytes() == before
    assert sorted(each.name for each in backup.parent.iterdir()) == [backup.name, files.hash_file(backup).name]


@pytest.mark.parametrize("place", [0.0, 0.13, 0.29, 0.51, 0.77, 0.999])
def test_a_single_flipped_byte_in_a_backup_is_found(backup: Path, place: float) -> None:
    content = bytearray(backup.read_bytes())
    offset = 100 + int(place * (len(content) - 100))
    content[offset] ^= 1
    backup.write_bytes(content)
    assert "hash-differs" in [finding.code for finding in files.verify(backup, SCHEMA)]


def test_a_row_that_names_a_missing_one_is_found(sample_file: Path) -> None:
    with closing(sqlite3.connect(sample_file)) as connection, connection:
        connection.execute("DELETE FROM organisation WHERE id IN (SELECT organisation_id FROM post LIMIT 1)")
    assert "dangling" in {finding.code for finding in files.verify(sample_file, SCHEMA)}


def test_a_zeroed_page_is_found(sample_file: Path) -> None:
    content = bytearray(sample_file.read_bytes())
    content[4096 * 5 : 4096 * 6] = bytes(4096)
    sample_file.write_bytes(content)
    assert files.verify(sample_file, SCHEMA) != []


def test_a_restore_puts_the_backup_in_place_and_can_itself_be_undone(sample_file: Path, backup: Path) -> None:
    backed_up = digest(sample_file)
    store = open_store(str(sample_file), actor="tester")
    hall(store, "后来加的")
    later = store.digest()
    store.close()
    kept = files.restore(backup, sample_file, SCHEMA)
    assert digest(sample_file) == backed_up
    assert kept is not None
    assert digest(kept) == later
    files.restore(kept, sample_file, SCHEMA)
    assert digest(sample_file) == later
    assert sample_file.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_restored_where_the_file_is_gone(sample_file: Path, backup: Path) -> None:
    before = digest(sample_file)
    sample_file.unlink()
    assert files.restore(backup, sample_file, SCHEMA) is None
    assert digest(sample_file) == before


def test_a_damaged_backup_is_not_restored(sample_file: Path, backup: Path) -> None:
    before = sample_file.read_bytes()
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0x10
    backup.write_bytes(content)
    with pytest.raises(files.HashDiffers):
        files.restore(backup, sample_file, SCHEMA)
    assert sample_file.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [lambda content: content[:5000], lambda content: b"", lambda content: content[:100] + bytes(4000)],
    ids=["cut", "empty", "header only"],
)
def test_a_backup_is_restored_over_a_damaged_file_whose_bytes_are_kept(
    sample_file: Path, backup: Path, damage: Callable[[bytes], bytes]
) -> None:
    good = digest(sample_file)
    damaged = damage(sample_file.read_bytes())
    sample_file.write_bytes(damaged)
    kept = files.restore(backup, sample_file, SCHEMA)
    assert digest(sample_file) == good
    assert kept is not None
    assert kept.read_bytes() == damaged


def test_a_journal_left_behind_never_reaches_the_restored_file(sample_file: Path, backup: Path) -> None:
    good = digest(sample_file)
    sample_file.write_bytes(b"")
    journal = sample_file.with_name(sample_file.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\x01" * 600)
    files.restore(backup, sample_file, SCHEMA)
    assert digest(sample_file) == good
    assert not journal.exists()


def test_backups_are_kept_by_the_files_own_id_outside_its_folder(sample_file: Path) -> None:
    place = files.backup_place(sample_file, "before-trial")
    assert sample_file.parent not in place.parents
    assert UUID(place.parent.name) == key("event", "")
    assert place.parent.stat().st_mode & 0o777 == 0o700


def test_another_programs_file_is_not_replaced(sample_file: Path, backup: Path) -> None:
    sample_file.write_bytes(b"%PDF-1.7")
    with pytest.raises(files.NotAnEvent):
        files.restore(backup, sample_file, SCHEMA)
    assert sample_file.read_bytes() == b"%PDF-1.7"


def test_a_damaged_backup_without_a_hash_is_not_restored_either(sample_file: Path, backup: Path) -> None:
    before = sample_file.read_bytes()
    files.hash_file(backup).unlink()
    content = bytearray(backup.read_bytes())
    content[4096 * 5 : 4096 * 6] = bytes(4096)
    backup.write_bytes(content)
    with pytest.raises(DamagedFile):
        files.restore(backup, sample_file, SCHEMA)
    assert sample_file.read_bytes() == before
