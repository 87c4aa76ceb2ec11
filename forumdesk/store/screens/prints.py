"""The print record as it is read: rows without what they tell, and what a few of them tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from forumdesk.domain.printing import PrintRecord
from forumdesk.store.work import MOST_PARAMETERS, Look


def records(look: Look) -> dict[str, dict[str, list[Any]]]:
    """Every row without its facts, the oldest first, by document and by language."""
    columns = [column for column in PrintRecord.__table__.columns if column.name != "facts"]
    found: dict[str, dict[str, list[Any]]] = {}
    for row in look.rows(select(*columns).order_by(PrintRecord.number)):
        found.setdefault(row.document, {}).setdefault(row.language, []).append(row)
    return found


def facts(look: Look, ids: Sequence[UUID]) -> dict[UUID, str]:
    """What these rows tell."""
    found: dict[UUID, str] = {}
    for start in range(0, len(ids), MOST_PARAMETERS):
        some = PrintRecord.id.in_(ids[start : start + MOST_PARAMETERS])
        found |= {row.id: row.facts for row in look.rows(select(PrintRecord.id, PrintRecord.facts).where(some))}
    return found


def next_number(look: Look) -> int:
    """The number of the next printing."""
    (last,) = look.column(select(func.max(PrintRecord.number)))
    return (last or 0) + 1
