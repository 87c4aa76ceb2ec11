"""What a committed step changed: the only news that travels."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The rows a step touched, by kind (the table's name). Empty when nothing really changed.

    `removes` says whether the step took rows out; only whoever did it just now is told.
    """

    title: str = ""
    step: int | None = None
    rows: dict[str, frozenset[UUID]] = field(default_factory=dict)
    removes: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __or__(self, other: ChangeSet) -> ChangeSet:
        """Both together, under the later one's name."""
        kinds = self.rows.keys() | other.rows.keys()
        rows = {kind: self.rows.get(kind, frozenset()) | other.rows.get(kind, frozenset()) for kind in kinds}
        return ChangeSet(other.title or self.title, other.step or self.step, rows, self.removes or other.removes)
