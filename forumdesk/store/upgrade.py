"""The schema number, and bringing an older database up to it: whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from forumdesk.base.places import migrations
from forumdesk.store.marks import APPLICATION_ID

if TYPE_CHECKING:
    from alembic.config import Config


class BrokenByMigration(Exception):
    """A bug: a migration left rows that name others which do not exist."""


def alembic_config(extra: Sequence[Path] = ()) -> Config:
    """Where Alembic finds the revisions; `extra` folders hold further ones."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations()))
    config.set_main_option("path_separator", "newline")
    folders = [migrations() / "versions", *extra]
    config.set_main_option("version_locations", "\n".join(str(folder) for folder in folders))
    return config


def server_schema(engine: Engine) -> int:
    """The schema number of the tables on a database server; 0 where there are none."""
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return int(MigrationContext.configure(connection).get_current_revision() or 0)


def migrate(engine: Engine, config: Config | None = None) -> None:
    """Run every revision that is missing, in one transaction that also sets the schema number.

    On SQLite foreign keys are off meanwhile, so that a parent table can be rebuilt, and every row is checked
    before the transaction may end.
    """
    from alembic import command

    config = config or alembic_config()
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect().execution_options(writing=True) as connection:
        if sqlite:
            _outside_transaction(connection, "PRAGMA foreign_keys=OFF")
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if sqlite:
                _finish_sqlite(connection)
        if sqlite:
            _outside_transaction(connection, "PRAGMA foreign_keys=ON")


def _finish_sqlite(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BrokenByMigration
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={int(revision)}")


def _outside_transaction(connection: Connection, statement: str) -> None:
    """Run a pragma that SQLite ignores inside a transaction."""
    connection.connection.cursor().execute(statement)
