"""Where a thing comes to lie when it is moved."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID


def behind(order: Sequence[UUID], moved: UUID, place: int) -> UUID | None:
    """Whom `moved` stands behind when it takes that place among all (0: the first), or None for nobody.

    >>> behind("abc", "c", 1)
    'a'
    >>> behind("abc", "a", 2)
    'c'
    """
    rest = [each for each in order if each != moved]
    return rest[place - 1] if place > 0 else None
