"""Surname-stroke order (姓氏笔画): fewest strokes first, then the kind of each stroke, then the next one's.

The kinds rank 横 1, 竖 2, 撇 3, 点 and 捺 4, 折 5 (GB 13000.1). Where two characters are written with the
same strokes, the 通用规范汉字表 says which comes first. Sources of the data: resources/strokes/LICENSE-*.txt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import Generic, TypeVar

from forumdesk.base.places import resources
from forumdesk.rules.names import surname_of

T = TypeVar("T")


def sequence(character: str) -> str | None:
    """The strokes of one character as kinds 1 to 5, or None without data (as for many traditional ones).

    >>> sequence("张"), sequence("李"), sequence("賢")
    ('5153154', '1234521', None)
    """
    known = _parts().get(character)
    return known[2:-1] if known else None


def sort_key(name: str, boundary: int | None = None, *, short_names_first: bool = False) -> str | None:
    """A text that sorts names by surname strokes, or None where a character has no data.

    `boundary` says where the surname ends (see `surname_of`); a surname of two characters comes after all who
    bear its first one alone, so that its bearers stay together. `short_names_first` puts given names of one
    character before those of two, as the lists of congresses do.

    >>> sorted(["张宇蕾", "李妍"], key=sort_key)
    ['李妍', '张宇蕾']
    """
    parts = _parts()
    if not name or any(character not in parts for character in name):
        return None
    surname, given = surname_of(name, boundary)
    length = f"{len(given)} " if short_names_first else ""
    return "".join(parts[c] for c in surname) + " " + length + "".join(parts[c] for c in given)


@dataclass(frozen=True, slots=True)
class Sorted(Generic[T]):
    """Names in stroke order, and those that need ranking by hand, in the order they came."""

    ranked: list[T]
    unranked: list[T]


def sort(
    names: Sequence[T],
    name: Callable[[T], str] = str,
    *,
    boundary: Callable[[T], int | None] = lambda _: None,
    short_names_first: bool = False,
) -> Sorted[T]:
    """Sort people (or what else has a `name`) by surname strokes; nobody's place is guessed.

    Latin names, names with `·` and characters without data come back as `unranked`.

    >>> sort(["张洋", "金賢坤", "李妍", "Ebba Lund"])
    Sorted(ranked=['李妍', '张洋'], unranked=['金賢坤', 'Ebba Lund'])
    """
    ranked: list[tuple[str, T]] = []
    unranked: list[T] = []
    for one in names:
        place = sort_key(name(one), boundary(one), short_names_first=short_names_first)
        if place is None:
            unranked.append(one)
        else:
            ranked.append((place, one))
    return Sorted([one for _, one in sorted(ranked, key=lambda pair: pair[0])], unranked)


@cache
def table() -> tuple[str, str, str]:
    """The 通用规范汉字表 (2013) by level: 3,500 common characters, 3,000 less common, 1,605 for names.

    Each level is in the stroke order of GB 13000.1.
    """
    first, second, third = (resources() / "strokes" / "table.txt").read_text(encoding="utf-8").split()
    return first, second, third


@cache
def _parts() -> dict[str, str]:
    """Each character's part of a key: its stroke count, the kinds, and a letter where several share them."""
    parts: dict[str, str] = {}
    for line in (resources() / "strokes" / "strokes.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        kinds, sharing = line.split("\t")
        for letter, character in zip(ascii_lowercase, sharing, strict=False):
            parts[character] = f"{len(kinds):02}{kinds}{letter}"
    return parts
