"""What the print shop needs (themes, logo, seal, hints, abstracts, what was printed), and the days of forums.

Rows of older steps get the new cells too, so that a row removed then can still be brought back.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = depends_on = None

NEW_CELLS: dict[str, dict[str, str | list[str] | None]] = {
    "agenda_item": {"abstract_first": "", "abstract_second": ""},
    "event": {
        "hints_first": "",
        "hints_second": "",
        "contacts_first": "",
        "contacts_second": "",
        "theme": "sober",
        "accent": "",
        "logo_id": None,
        "seal_id": None,
    },
    "forum": {"days": []},
}


def upgrade() -> None:
    for table, cells in NEW_CELLS.items():
        with op.batch_alter_table(table) as batch:
            for name, cell in cells.items():
                kind = sa.Uuid() if cell is None else sa.String()
                default = json.dumps(cell) if isinstance(cell, list) else cell
                batch.add_column(sa.Column(name, kind, nullable=cell is None, server_default=default))
        with op.batch_alter_table(table) as batch:
            for name, cell in cells.items():
                if cell is not None:
                    batch.alter_column(name, existing_type=sa.String(), server_default=None)
    for name in ("logo_id", "seal_id"):
        with op.batch_alter_table("event") as batch:
            batch.create_foreign_key(
                f"fk_event_{name}", "asset", [name], ["id"], initially="DEFERRED", deferrable=True
            )
            batch.create_index(f"ix_event_{name}", [name])
    _extend_the_journal()

    # Nothing was ever recorded in the old one.
    op.drop_table("print_record")
    op.create_table(
        "print_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("piece", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("facts_hash", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_record")),
    )
    op.create_index(op.f("ix_print_record_number"), "print_record", ["number"], unique=False)


def _extend_the_journal() -> None:
    change = sa.table(
        "change", sa.column("id", sa.Uuid()), sa.column("kind"), sa.column("before"), sa.column("after")
    )
    connection = op.get_bind()
    rows = connection.execute(sa.select(change).where(change.c.kind.in_(NEW_CELLS))).all()
    for row in rows:
        images = {
            name: _extended(text, NEW_CELLS[row.kind])
            for name, text in (("before", row.before), ("after", row.after))
        }
        connection.execute(sa.update(change).where(change.c.id == row.id).values(images))


def _extended(text: str | None, cells: dict[str, str | list[str] | None]) -> str | None:
    """A whole row's image with the new cells; that of an edit holds only what was edited."""
    if text is None or "id" not in (image := json.loads(text)):
        return text
    return json.dumps({**image, **cells}, ensure_ascii=False, separators=(",", ":"))
