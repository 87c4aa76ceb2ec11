"""What every row has: an id made by whoever creates it, and columns that are filled from the first moment.

There are no ORM relationships: rows know each other by id, and a piece of work asks for the rows it needs.
So nothing is loaded, cascaded or written behind the back of the journal (docs/decisions/001).
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import DateTime, Dialect, ForeignKey, MetaData, String, TypeDecorator, Uuid
from sqlalchemy import Enum as EnumColumn
from sqlalchemy.orm import Composite, DeclarativeBase, Mapped, MappedColumn, composite, mapped_column

from forumdesk.domain.text import Text


class Strings(TypeDecorator[tuple[str, ...]]):
    """A short list of strings, such as other spellings of a name, kept as a JSON array."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        """Strings come back as a tuple."""
        return tuple

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the tuple as JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False) if value else "[]"

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """Read the JSON back."""
        return None if value is None else tuple(json.loads(value))


class Dates(TypeDecorator[tuple[date, ...]]):
    """A few dates, kept as a JSON array."""

    impl = String
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        """Dates come back as a tuple."""
        return tuple

    def process_bind_param(self, value: tuple[date, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write them as 2025-03-28; so they may come out of the journal."""
        return None if value is None else json.dumps([str(day) for day in value])

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[date, ...] | None:  # noqa: ARG002
        """Read the JSON back."""
        return None if value is None else tuple(map(date.fromisoformat, json.loads(value)))


class Moment(TypeDecorator[datetime]):
    """A point in time, always with its zone in the program and always UTC in the file."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        """Moments are aware datetimes."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Write UTC."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def one_of(kind: type[StrEnum]) -> EnumColumn:
    """A column type for a closed list of codes, kept as text in every database."""
    return EnumColumn(
        kind,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def wording(name: str) -> Composite[Text]:
    """A text in the event's two languages: columns `{name}_first` and `{name}_second`."""
    return composite(
        Text,
        mapped_column(f"{name}_first", String, default="", nullable=False),
        mapped_column(f"{name}_second", String, default="", nullable=False),
    )


def belongs_to(table: str, *, unique: bool = False, optional: bool = False) -> MappedColumn[Any]:
    """A row that is part of another (where it may be part of none: `optional`) and is removed with it."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(key, nullable=optional, index=True, unique=unique, info={"part": True})


def refers_to(table: str, *, optional: bool = False) -> MappedColumn[Any]:
    """A row that names another; removing the other is refused while it does."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(key, nullable=optional, index=True)


def sensitive(default: str = "") -> MappedColumn[str]:
    """A text about a person that leaves the file only when asked for."""
    return mapped_column(default=default, info={"sensitive": True})


class Entity(DeclarativeBase):
    """A row of the event. `journalled` rows take part in undo, history and the content digest."""

    journalled: ClassVar[bool] = True

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        tuple[str, ...]: Strings,
        tuple[date, ...]: Dates,
        datetime: Moment,
        UUID: Uuid(),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, sort_order=-1)

    def __init__(self, **values: Any) -> None:
        mapper = type(self).__mapper__
        for column in mapper.column_attrs:
            default = column.columns[0].default
            if column.key not in values and default is not None:
                values[column.key] = uuid4() if column.key == "id" else default.arg
        for text in mapper.composites:
            both = values.pop(text.key, Text())
            setattr(self, text.key, both)
            for half in text.props:
                values.pop(half.key, None)
        for name, value in values.items():
            if name not in mapper.attrs:
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value)
