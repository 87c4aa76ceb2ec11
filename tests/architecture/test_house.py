"""Rules of the house that import contracts cannot say."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumdesk.domain.entity import Entity
from forumdesk.store import tables
from forumdesk.store.marks import SCHEMA

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "forumdesk").rglob("*.py"))
MAPPING_WORDS = {
    "Composite", "DateTime", "DeclarativeBase", "Dialect", "Enum", "ForeignKey", "Mapped", "MappedColumn",
    "MetaData", "String", "TypeDecorator", "Uuid", "composite", "mapped_column",
}  # fmt: skip


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Every `from module import name` of a source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_only_the_store_opens_database_sessions_and_the_domain_maps_only(path: Path) -> None:
    used = {name for module, name in imported(path) if module.split(".")[0] == "sqlalchemy"}
    place = relative(path)
    if place.startswith("forumdesk/domain/"):
        assert used <= MAPPING_WORDS
    elif not place.startswith("forumdesk/store/"):
        assert not used


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_nothing_is_global(path: Path) -> None:
    assert not [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Global)
    ]


def test_rows_know_each_other_by_id_alone() -> None:
    """A relationship would load, cascade or write behind the journal's back."""
    assert tables.MAPPED
    for mapper in Entity.registry.mappers:
        assert not mapper.relationships


def test_what_the_journal_leaves_out_is_a_short_list_with_reasons() -> None:
    outside = {mapper.class_.__tablename__ for mapper in Entity.registry.mappers if not mapper.class_.journalled}
    assert outside == {
        "asset_bytes",  # written once, named by hash
        "print_record",  # what was printed stays printed, whatever is undone
        "step",
        "change",
    }


def test_keys_are_checked_at_the_end_so_that_undo_may_write_rows_in_any_order() -> None:
    for table in Entity.metadata.tables.values():
        for column in table.columns:
            for key in column.foreign_keys:
                assert key.deferrable, f"{table.name}.{column.name}"


def test_the_schema_number_is_the_newest_revision() -> None:
    revisions = [int(path.name.split("_")[0]) for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py")]
    assert max(revisions) == SCHEMA
    assert sorted(revisions) == list(range(1, SCHEMA + 1))


def test_help_is_answered_without_the_heavy_parts() -> None:
    code = (
        "import sys, json\n"
        "from forumdesk.cli.main import run\n"
        "run(['--help'], open_desk=lambda *_: 0)\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    loaded = set(json.loads(out.splitlines()[-1]))
    assert not loaded & {
        "sqlalchemy",
        "alembic",
        "PySide6",
        "reportlab",
        "xlsxwriter",
        "pypinyin",
        "msgspec",
        "zxingcpp",
    }


def test_the_licences_of_what_is_shipped_are_shipped_too() -> None:
    fonts = ROOT / "resources" / "fonts"
    assert list(fonts.glob("*.ttf"))
    assert list(fonts.glob("OFL-*.txt"))
    assert list((ROOT / "resources" / "strokes").glob("LICENSE*"))
