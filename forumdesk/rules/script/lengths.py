"""How long the items of a script take: what is said and done in them, and the times of its head."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.rules.script.prose import is_chinese
from forumdesk.rules.spoken import reading_minutes
from forumdesk.rules.timing import MIDNIGHT

CUE_MINUTES = 1.0
"""How long what a cue calls for takes, where nothing else is known."""


def minutes_of(said: str) -> float:
    """How many minutes a paragraph takes to say."""
    return reading_minutes(said, "zh" if is_chinese(said) else "en")


def shared_out(minutes: Sequence[float], talks: Sequence[bool], whole: int | None) -> list[int]:
    """Whole minutes, at least one an item; what the `whole` leaves goes to the `talks`.

    A script seldom holds the speeches, so that its text says little of their lengths.

    >>> shared_out([1.2, 0.5, 3.0], [False, True, True], 60)
    [1, 14, 45]
    >>> shared_out([4.6, 0.1], [True, False], None)
    [4, 1]
    """
    left = max((whole or 0) - sum(minutes), 0)
    weights = [max(each, 1) * talk for each, talk in zip(minutes, talks, strict=True)]
    of = sum(weights) or 1
    return _rounded([each + left * weight / of for each, weight in zip(minutes, weights, strict=True)])


def _rounded(minutes: Sequence[float]) -> list[int]:
    """With the sum of the exact ones, where that can be; the longest give way, or the longest takes what is left."""
    rounded = [max(1, min(round(each), MIDNIGHT)) for each in minutes]
    over = sum(rounded) - max(round(sum(minutes)), len(rounded))
    while over > 0 and max(rounded) > 1:
        rounded[rounded.index(max(rounded))] -= 1
        over -= 1
    if over < 0:
        rounded[rounded.index(max(rounded))] -= over
    return rounded
