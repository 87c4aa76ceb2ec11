"""An older event is brought up to date whole or not at all."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, event

from faults.children import in_child, needs_fork
from faults.traps import At, can_trap, trap
from forumdesk.store import engine, files
from forumdesk.store.engine import sqlite_engine
from forumdesk.store.failures import Busy
from forumdesk.store.marks import SCHEMA
from forumdesk.store.opening import create, open_store, upgrade
from forumdesk.store.store import Store
from forumdesk.store.tables import METADATA
from forumdesk.store.upgrade import BrokenByMigration, migrate, server_schema
from store.next_schema import NEXT, next_schema
from store.small import found_small


class Interrupted(Exception):
    """Something went wrong in the middle of a migration."""


def digest(path: Path) -> str:
    """The digest of what a file of any schema holds in the columns of today."""
    store = Store(sqlite_engine(path), str(path))
    try:
        return store.digest()
    finally:
        store.close()


def schema(path: Path) -> int:
    """The schema number of a file that is whole: sound, of one version, without leftovers."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        assert int(revision) == version
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not [name for name in names if name.startswith("_alembic_tmp")]
    assert ("sponsor" in names) == (version == NEXT)
    return int(version)


@contextmanager
def at_statement(number: int, happens: Callable[[], None]) -> Iterator[list[str]]:
    """Let something happen before the statement of that number (from 0); gives the statements that ran."""
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if len(seen) == number:
            happens()
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def statements_of_an_upgrade(sample_file: Path, config: Config) -> int:
    """How many statements an undisturbed upgrade takes, seen on a copy."""
    copy = sample_file.with_name("undisturbed.forum")
    copy.write_bytes(sample_file.read_bytes())
    with at_statement(-1, lambda: None) as seen:
        upgrade(copy, config, NEXT)
    assert schema(copy) == NEXT
    assert digest(copy) == digest(sample_file)
    copy.unlink()
    return len(seen)


def backups_of(path: Path) -> list[Path]:
    """The backups made before upgrades of a file, oldest first."""
    place = files.backup_place(path, "before-schema")
    return sorted(place.parent.glob(f"{path.stem} before-schema-*.forum"))


def raise_interrupted() -> None:
    """Interrupt by an exception."""
    raise Interrupted


def kill_oneself() -> None:
    """Interrupt by a kill."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_tables_are_those_the_entities_describe(event_target: str) -> None:
    store = open_store(event_target)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    store.close()


def test_an_upgrade_keeps_everything_and_makes_a_backup_first(sample_file: Path, tmp_path: Path) -> None:
    before, config = digest(sample_file), next_schema(tmp_path / "versions")
    kept = upgrade(sample_file, config, NEXT)
    assert schema(sample_file) == NEXT
    assert digest(sample_file) == before
    assert kept is not None
    assert schema(kept) == SCHEMA
    assert files.verify(kept, SCHEMA) == []
    old_version = open_store(str(kept), actor="founder")
    assert old_version.digest() == before
    old_version.close()
    assert upgrade(sample_file, config, NEXT) is None


def test_an_upgraded_file_has_the_rows_and_rules_of_the_new_schema(sample_file: Path, tmp_path: Path) -> None:
    upgrade(sample_file, next_schema(tmp_path / "versions"), NEXT)
    with closing(sqlite3.connect(sample_file)) as connection, connection:
        assert connection.execute("SELECT count(*) FROM person WHERE pronoun <> honorific").fetchone() == (0,)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE person SET pronoun = 'nobody'")
        keys = connection.execute("PRAGMA foreign_key_list(post)").fetchall()
    assert {key[2] for key in keys} == {"person", "organisation"}


def test_an_exception_before_any_statement_leaves_the_old_file(sample_file: Path, tmp_path: Path) -> None:
    before, config = digest(sample_file), next_schema(tmp_path / "versions")
    for number in range(statements_of_an_upgrade(sample_file, config)):
        with at_statement(number, raise_interrupted), pytest.raises(Interrupted):
            upgrade(sample_file, config, NEXT)
        assert schema(sample_file) == SCHEMA
        assert digest(sample_file) == before
    assert [schema(backup) for backup in backups_of(sample_file)[-3:]] == [SCHEMA] * 3
    upgrade(sample_file, config, NEXT)
    assert schema(sample_file) == NEXT


@needs_fork
def test_a_kill_before_any_statement_leaves_the_old_file(sample_file: Path, tmp_path: Path) -> None:
    before, config = digest(sample_file), next_schema(tmp_path / "versions")

    def upgrade_and_die(number: int) -> None:
        with at_statement(number, kill_oneself):
            upgrade(sample_file, config, NEXT)

    for number in range(statements_of_an_upgrade(sample_file, config)):
        assert in_child(lambda number=number: upgrade_and_die(number)) == -signal.SIGKILL
        assert schema(sample_file) == SCHEMA
        assert digest(sample_file) == before
    newest = backups_of(sample_file)[-1]
    assert digest(newest) == before
    assert files.verify(newest, SCHEMA) == []


@needs_fork
@pytest.mark.skipif(not can_trap(), reason="this machine has no seccomp filters that we know")
@pytest.mark.parametrize("at", list(At))
def test_a_kill_while_the_upgrade_is_committed_leaves_the_old_file(sample_file: Path, tmp_path: Path, at: At) -> None:
    before, config = digest(sample_file), next_schema(tmp_path / "versions")
    last = statements_of_an_upgrade(sample_file, config) - 1

    def upgrade_and_die() -> None:
        with at_statement(last, lambda: trap(sample_file, at, page=2)):
            upgrade(sample_file, config, NEXT)

    assert in_child(upgrade_and_die) == -signal.SIGSYS
    assert sample_file.with_name(sample_file.name + "-journal").exists()
    assert schema(sample_file) == SCHEMA
    assert digest(sample_file) == before


def test_a_revision_that_leaves_dangling_rows_is_taken_back(sample_file: Path, tmp_path: Path) -> None:
    before = digest(sample_file)
    with pytest.raises(BrokenByMigration):
        upgrade(sample_file, next_schema(tmp_path / "versions", broken=True), NEXT)
    assert schema(sample_file) == SCHEMA
    assert digest(sample_file) == before


def test_a_file_in_use_is_not_upgraded_and_the_sentence_says_why(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    holder = open_store(str(sample_file))
    with holder.work("Holds it") as work, pytest.raises(Busy) as refused:
        upgrade(sample_file, next_schema(tmp_path / "versions"), NEXT)
    assert str(sample_file) in str(refused.value)
    assert not work.changes
    holder.close()
    assert schema(sample_file) == SCHEMA


@pytest.mark.postgresql
def test_an_upgrade_on_a_server_is_one_transaction_too(postgresql_url: str, tmp_path: Path) -> None:
    store = create(postgresql_url, found_small)
    before, config = store.digest(), next_schema(tmp_path / "versions")
    for number in range(1, 8):
        with at_statement(number, raise_interrupted), pytest.raises(Interrupted):
            migrate(store.engine, config)
        assert server_schema(store.engine) == SCHEMA
    migrate(store.engine, config)
    assert server_schema(store.engine) == NEXT
    assert store.digest() == before
    store.close()
