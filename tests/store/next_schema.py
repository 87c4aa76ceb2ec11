"""A schema revision that does not exist yet: it rebuilds a parent table (on SQLite), adds one, writes rows."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config

from forumdesk.store.marks import SCHEMA
from forumdesk.store.upgrade import alembic_config

NEXT = SCHEMA + 1

_SOUND = """
    op.create_table(
        "sponsor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_sponsor_organisation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sponsor"),
    )
    op.create_index("ix_sponsor_organisation_id", "sponsor", ["organisation_id"])
    op.add_column("person", sa.Column("pronoun", sa.String(), nullable=True))
    op.execute("UPDATE person SET pronoun = honorific")
    with op.batch_alter_table("person", recreate="auto") as batch:
        batch.alter_column("pronoun", existing_type=sa.String(), nullable=False)
        batch.create_check_constraint("pronoun_known", "pronoun IN ('', 'mr', 'ms')")
    op.drop_index("ix_change_step_number", "change")
    op.create_index("ix_change_step_number", "change", ["step_number", "kind"])
"""
_BROKEN = """
    op.execute("DELETE FROM person")
"""


def next_schema(folder: Path, *, broken: bool = False) -> Config:
    """Write the next revision into a folder; a `broken` one leaves rows that name others which are gone."""
    folder.mkdir(exist_ok=True)
    head = f'revision = "{NEXT:04}"\ndown_revision = "{SCHEMA:04}"\nbranch_labels = depends_on = None\n'
    body = _BROKEN if broken else _SOUND
    (folder / f"{NEXT:04}_next.py").write_text(
        f"import sqlalchemy as sa\nfrom alembic import op\n\n{head}\n\ndef upgrade():{body}", encoding="utf-8"
    )
    return alembic_config(extra=[folder])
