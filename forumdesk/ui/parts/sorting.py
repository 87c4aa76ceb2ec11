"""Rows in the order of a column, for tables whose rows are all in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from forumdesk.rules.pinyin import spelled
from forumdesk.ui.parts.table_model import Column, R
from forumdesk.ui.screen import Screen


def in_order(rows: Sequence[R], column: Column[R], screen: Screen, *, descending: bool) -> list[R]:
    """The rows as a column sorts them: choices in their order, Chinese by pinyin; empty cells are last both ways."""
    filled: list[R] = []
    empty: list[R] = []
    for row in rows:
        (filled if column.text(row, screen) else empty).append(row)
    return sorted(filled, key=_key(column, screen), reverse=descending) + empty


def _key(column: Column[R], screen: Screen) -> Callable[[R], Any]:
    if column.key:
        return column.key
    places = {word: place for place, word in enumerate(column.choices(screen) if column.choices else ())}
    return lambda row: (places.get(text := column.text(row, screen), len(places)), _read(text))


@lru_cache(maxsize=1 << 17)
def _read(text: str) -> str:
    return " ".join(spelled(text))
