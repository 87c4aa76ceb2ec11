"""Rows as plain cells: how a value looks in the journal, in a digest and in a package."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, select

from forumdesk.domain.entity import Entity

Cell = None | bool | int | str | list[str]
Cells = dict[str, Cell]

_MOST_IDS = 500
"""How many ids one SELECT names: SQLite's limit on parameters was 999 for long."""


_AS_THEY_ARE = {str, int, bool, type(None)}


def journalled_tables() -> dict[str, Table]:
    """The tables that take part in undo and the digest, by name, parents before children."""
    ours = {mapper.class_.__tablename__ for mapper in Entity.registry.mappers if mapper.class_.journalled}
    return {table.name: table for table in Entity.metadata.sorted_tables if table.name in ours}


def encode(value: Any) -> Cell:
    """A value as JSON holds it."""
    if type(value) in _AS_THEY_ARE:
        return value  # type: ignore[no-any-return]
    match value:
        case Enum():
            return str(value.value)
        case UUID():
            return str(value)
        case date():  # and datetime
            return value.isoformat()
        case tuple():
            return [str(each) for each in value]
        case None | bool() | int() | str():
            return value
    raise TypeError(f"no cell for {type(value).__name__}")


def decode(column: Column[Any], cell: Cell) -> Any:
    """The value a column holds, from its JSON."""
    if cell is None:
        return None
    kind = column.type.python_type
    if kind is datetime or kind is date:
        return kind.fromisoformat(cell)
    if kind in (bool, int, str):
        return cell
    return kind(cell)


def encode_row(table: Table, row: Sequence[Any]) -> Cells:
    """A row, in the order of the table's columns, as cells by column name."""
    return {column.name: encode(value) for column, value in zip(table.columns, row, strict=True)}


def decode_row(table: Table, cells: Mapping[str, Cell]) -> dict[str, Any]:
    """Values by column name, ready to be written."""
    return {name: decode(table.columns[name], cell) for name, cell in cells.items()}


def read_cells(connection: Connection, table: Table, ids: Collection[UUID]) -> dict[UUID, Cells]:
    """The rows that exist among `ids`, as the database has them now."""
    found: dict[UUID, Cells] = {}
    wanted = list(ids)
    for first in range(0, len(wanted), _MOST_IDS):
        some = wanted[first : first + _MOST_IDS]
        for row in connection.execute(select(table).where(table.c.id.in_(some))):
            found[row.id] = encode_row(table, row)
    return found
