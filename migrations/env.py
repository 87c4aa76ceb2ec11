"""Alembic's entry: the caller brings a connection whose transaction is already open."""

from alembic import context

from forumdesk.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
context.run_migrations()
