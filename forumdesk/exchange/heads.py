"""Where in a list its head stands: under titles and notes, in one row or in two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

SEARCHED = 40
"""Rows in which a head is looked for."""


@dataclass(frozen=True, slots=True)
class Head:
    """The rows of a head, from `first` to `last`, and the name of each column; data begins behind `last`."""

    first: int
    last: int
    names: tuple[str, ...]


def find_head(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> Head | None:
    """The head with the most names that are `known`; of two rows only where together they say more.

    >>> rows = [["Guests"], ["Name", "Contact", ""], ["", "Phone", "Mail"], ["Ada", "1", "a@b"]]
    >>> find_head(rows, {"Name", "Contact", "Phone", "Mail"}.__contains__)
    Head(first=1, last=2, names=('Name', 'Phone', 'Mail'))
    """
    searched = list(enumerate(rows[:SEARCHED]))
    heads = [Head(at, at, tuple(map(_one_line, row))) for at, row in searched]
    heads += [Head(at - 1, at, _joined(rows[at - 1], row, known)) for at, row in searched[1:]]
    counts = [len({folded(name) for name in head.names if known(name)}) for head in heads]
    best = max(counts, default=0)
    return heads[counts.index(best)] if best else None


def _joined(upper: Sequence[str], lower: Sequence[str], known: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of a head of two rows; an upper one counts for the columns to its right that have none."""
    names, above = [], ""
    for over, under in zip_longest(map(_one_line, upper), map(_one_line, lower), fillvalue=""):
        above = over or above
        both = f"{above} {under}".strip()
        names.append(next((name for name in (under, both) if known(name)), both if under else over))
    return tuple(names)


def _one_line(name: str) -> str:
    return " ".join(name.split())


def folded(name: str) -> str:
    """A head as it is compared: no case, width, spaces or marks.

    >>> folded("Ｅ-mail *："), folded("姓 名（中文）")
    ('email', '姓名中文')
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()
