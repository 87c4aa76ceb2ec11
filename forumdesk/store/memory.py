"""Answers kept from one look at an event to the next, for as long as nothing they were read from is written to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from forumdesk.domain.printing import PrintRecord
from forumdesk.store import journal


class Moment(NamedTuple):
    """When an event was looked at: in which file, after which happening and which printing."""

    file: tuple[int, int] | None
    stamp: int
    printing: int

    @classmethod
    def of(cls, connection: Connection, file: tuple[int, int] | None) -> Moment:
        """The moment a connection reads."""
        printing = connection.scalar(select(func.max(PrintRecord.number)))
        return cls(file, journal.next_stamp(connection) - 1, printing or 0)


@dataclass(slots=True)
class _Answer:
    answer: Any
    tables: frozenset[str]
    holds: bool = True


class Memory:
    """What earlier looks found out. One look at a time has it, under its `lock`."""

    def __init__(self) -> None:
        self.lock = Lock()
        self._moment: Moment | None = None
        self._answers: dict[Hashable, _Answer] = {}

    def turn_to(self, connection: Connection, file: tuple[int, int] | None) -> None:
        """Doubt every answer that was read from tables written to since the last look.

        All is forgotten where that cannot be known: the file is another, or its journal ends earlier.
        """
        before, now = self._moment, Moment.of(connection, file)
        self._moment = now
        if before is None or before.file != now.file or before.stamp > now.stamp or before.printing > now.printing:
            self._answers.clear()
            return
        written = journal.written_since(connection, before.stamp) if now.stamp > before.stamp else set()
        if now.printing > before.printing:
            written.add(PrintRecord.__tablename__)
        for answer in self._answers.values():
            answer.holds = answer.holds and not answer.tables & written

    def recall(self, question: Hashable) -> tuple[Any, frozenset[str]] | None:
        """The answer to a question and the tables it was read from, if it holds."""
        known = self._answers.get(question)
        return (known.answer, known.tables) if known and known.holds else None

    def former(self, question: Hashable) -> Any:
        """The last answer to a question, whether it holds or not; None where there was none."""
        known = self._answers.get(question)
        return known.answer if known else None

    def keep(self, question: Hashable, answer: Any, tables: frozenset[str]) -> None:
        """Know the answer to a question, and what it was read from."""
        self._answers[question] = _Answer(answer, tables)
