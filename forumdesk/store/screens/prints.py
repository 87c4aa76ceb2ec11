"""The print record as it is read: rows without what they tell, and what a few of them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from forumdesk.domain.printing import PrintRecord
from forumdesk.store.work import MOST_PARAMETERS, Look


@dataclass(frozen=True, slots=True)
class LastPrint:
    """The last time a piece was printed in a language, and how often it was."""

    id: UUID
    times: int
    at: datetime
    choices: str
    facts_hash: str


def last_prints(look: Look) -> dict[str, dict[str, dict[str, LastPrint]]]:
    """Of every piece that was printed, by document, language and piece."""
    columns = [column for column in PrintRecord.__table__.columns if column.name != "facts"]
    found: dict[str, dict[str, dict[str, LastPrint]]] = {}
    for row in look.rows(select(*columns).order_by(PrintRecord.number)):
        pieces = found.setdefault(row.document, {}).setdefault(row.language, {})
        times = pieces[row.piece].times + 1 if row.piece in pieces else 1
        pieces[row.piece] = LastPrint(row.id, times, row.at, row.choices, row.facts_hash)
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
