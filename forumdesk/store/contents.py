"""All an event holds, as plain cells: what a package carries away and brings back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Table, select

from forumdesk.domain.entity import Entity
from forumdesk.domain.event import AssetBytes
from forumdesk.store.cells import Cell, Cells, decode, encode_row
from forumdesk.store.journal import Change, Step
from forumdesk.store.work import Look, Work


class UnfitCell(Exception):
    """A row from outside is none of this kind. The sentence belongs to whoever knows the file."""


def carried() -> dict[str, type[Entity]]:
    """The kinds whose rows make up an event, by table, parents before children.

    The journal stays behind: it tells of this file. The bytes of pictures are no cells.
    """
    kinds: dict[str, type[Entity]] = {
        mapper.class_.__tablename__: mapper.class_
        for mapper in Entity.registry.mappers
        if mapper.class_ not in (AssetBytes, Step, Change)
    }
    return {table.name: kinds[table.name] for table in Entity.metadata.sorted_tables if table.name in kinds}


def rows_of(look: Look, kind: type[Entity]) -> list[Cells]:
    """Every row of a kind, by id."""
    table = _table(kind)
    return [encode_row(table, row) for row in look.rows(select(table).order_by(table.c.id))]


def without_sensitive(kind: type[Entity], rows: Iterable[Cells]) -> list[Cells]:
    """The same rows with nothing in the columns that leave an event only when asked for."""
    hidden: Cells = {column.name: "" for column in _table(kind).columns if column.info.get("sensitive")}
    return [{**row, **hidden} for row in rows]


def put(work: Work, kind: type[Entity], rows: Iterable[Mapping[str, Any]]) -> int:
    """Put rows of cells in as they are, ids too; `UnfitCell` for one that is none of this kind."""
    table = _table(kind)
    return work.add_rows(kind, [_values(table, row) for row in rows])


def digest_of(tables: Iterable[tuple[str, Iterable[Cells]]]) -> str:
    """The SHA-256 of rows by table, the tables by name: the same for the same rows in any order."""
    digest = hashlib.sha256()
    for name, rows in tables:
        for cells in sorted(rows, key=lambda each: str(each["id"])):
            line = json.dumps([name, cells], ensure_ascii=False, sort_keys=True)
            digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _table(kind: type[Entity]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def _values(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    if row.keys() != set(table.columns.keys()):
        raise UnfitCell
    return {column.name: _value(column, row[column.name]) for column in table.columns}


def _value(column: Column[Any], cell: Cell) -> Any:
    """What a cell holds, where it is of its column's kind."""
    kind = column.type.python_type
    wanted = {bool: bool, int: int, tuple: list}.get(kind, str)
    if cell is None and column.nullable:
        return None
    if type(cell) is not wanted or (isinstance(cell, list) and not all(isinstance(each, str) for each in cell)):
        raise UnfitCell
    try:
        return decode(column, cell)
    except ValueError as error:
        raise UnfitCell from error
