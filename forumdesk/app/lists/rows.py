"""What became of a row of a list, and the texts it brings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from forumdesk.app.commands.command import MOST_CHARACTERS, UNFIT, TextTooLong, UnfitCharacter
from forumdesk.app.lists.fields import OTHER
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP, Term
from forumdesk.domain.text import NOTHING, Text
from forumdesk.exchange.heads import Head, folded
from forumdesk.exchange.sheets import Sheet

Texts = dict[str, str]
"""What a row says, by field; nothing where its cell is empty."""


class Became(StrEnum):
    """What becomes of a row."""

    ADDED = NOOP("added")
    UPDATED = NOOP("updated")
    UNCHANGED = NOOP("unchanged")
    SKIPPED = NOOP("skipped")
    REFUSED = NOOP("refused")


class LostText(Refused):
    """A cell does not hold what was typed. Facts: why (to be translated)."""

    code = "lost-text"
    sentence = NOOP("The cell has lost its text: {why}.")


class SaidBefore(Refused):
    """Two rows of a list mean the same, and say it differently. Facts: row."""

    code = "said-before"
    sentence = NOOP("Row {row} means the same one and says it differently.")


@dataclass(frozen=True, slots=True)
class Told:
    """A field that would read `after` in the place of `before`, or that is refused for its `trouble`."""

    field: str
    before: str = ""
    after: str = ""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row, numbered as its program shows it, whom it means, and what becomes of it."""

    row: int
    who: str
    became: Became
    told: tuple[Told, ...] = ()


class RowRefused(Exception):
    """A row cannot come in; `told` says for each field why."""

    def __init__(self, *told: Told) -> None:
        super().__init__()
        self.told = told


@dataclass(slots=True)
class Change:
    """What a row comes to: whether it is new, and what it would change."""

    who: str
    is_new: bool = False
    told: list[Told] = field(default_factory=list)

    def tell(self, code: str, before: str, after: str) -> None:
        """Note that a field would read otherwise."""
        self.told.append(Told(code, before, after))


_NO_DATA = re.compile(
    r"(?i)\s*(?:[合总共小]\s*计|总\s*数|(?:注|备注|说明)\s*[:：]|total|sum|notes?\s*:|[一二三四五六七八九十]+、|"
    r"第[一二三四五六七八九十\d]+[组批类]|[（(][一二三四五六七八九十]+[)）])"
)
"""How totals, notes and the titles of groups begin."""


def lines(
    sheet: Sheet, head: Head | None, fields: Mapping[str, int]
) -> Iterator[tuple[int, Texts | RowRefused | None]]:
    """The rows behind the head by their numbers: their texts, why they are refused, or None where they are no data.

    Space around a text is dropped, and line ends become the usual ones; nothing else is touched.
    """
    names = {folded(name) for name in head.names if name} if head else set()
    first = head.last + 1 if head else 0
    columns = list(fields.items())
    for at in range(first, len(sheet.rows)):
        row = sheet.rows[at]
        texts = {code: row[column].strip() for code, column in columns if column < len(row) and row[column]}
        texts = {code: text for code, text in texts.items() if text}
        number = at + sheet.begins
        if not texts or _is_no_data(row, len(columns), names):
            yield number, None
        elif wrong := [*_unfit(texts), *_lost(sheet, at, fields)]:
            yield number, RowRefused(*wrong)
        else:
            yield number, texts


def _is_no_data(row: Sequence[str], width: int, names: set[str]) -> bool:
    """Whether a row is a title, a total, a note, or the head once more."""
    filled = [cell for cell in row if cell.strip()]
    if len(filled) <= 2 and width > len(filled) and _NO_DATA.match(filled[0]):
        return True
    return len(filled) > 1 and all(folded(cell) in names for cell in filled)


def _unfit(texts: Texts) -> Iterator[Told]:
    whole = "".join(texts.values())
    if "\r" in whole:
        texts.update({code: re.sub("\r\n?", "\n", text) for code, text in texts.items()})
        whole = "".join(texts.values())
    if not UNFIT.search(whole) and len(whole) <= MOST_CHARACTERS:
        return
    for code, text in texts.items():
        if len(text) > MOST_CHARACTERS:
            trouble: Trouble = TextTooLong(field=code, length=len(text), most=MOST_CHARACTERS)
            yield Told(code, after=text[:80], trouble=trouble)
        elif found := UNFIT.search(text):
            yield Told(code, after=text, trouble=UnfitCharacter(field=code, character=f"U+{ord(found[0]):04X}"))


def _lost(sheet: Sheet, at: int, fields: Mapping[str, int]) -> Iterator[Told]:
    if not sheet.lost:
        return
    for code, column in fields.items():
        if why := sheet.lost.get((at, column)):
            row = sheet.rows[at]
            text = row[column] if column < len(row) else ""
            yield Told(code, after=text, trouble=LostText(why=Term(why, why)))


def wording(texts: Texts, code: str, side: int, before: Text = NOTHING) -> Text:
    """A text in two languages with what a row says of it; what reads so already, in any of them, stays."""
    halves = [before.first, before.second]
    if (own := texts.get(code)) and own != before.side(side):
        halves[side] = own
    if (other := texts.get(OTHER + code)) and other != (halves[1 - side] or before.side(1 - side)):
        halves[1 - side] = other
    return Text(*halves)


def own_id(texts: Texts) -> UUID | None:
    """The ID a row gives, where it is one of ours."""
    try:
        return UUID(texts["id"])
    except (KeyError, ValueError):
        return None


def said(value: Any, side: int) -> str:
    """A value as a list would say it."""
    match value:
        case None:
            return ""
        case Text():
            return value.side(side)
        case tuple():
            return "; ".join(value)
    return str(value)
