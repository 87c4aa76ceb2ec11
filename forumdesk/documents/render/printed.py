"""What a document became."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Printed:
    """Pages and pieces, and what somebody should look at.

    `shrunk` are (key, field) of labels that stand at their smallest size or need more lines than they were
    given, `missing` are (key or row, characters) that no face has and a visible □ stands for.
    """

    pages: int = 0
    pieces: int = 0
    shrunk: list[tuple[str, str]] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)
