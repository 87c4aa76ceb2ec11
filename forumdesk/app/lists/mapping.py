"""Which column of a list holds what: guessed from its head, said by whoever knows better, and remembered."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import platformdirs

from forumdesk.app.lists.fields import codes_of, field_called
from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP
from forumdesk.exchange.heads import Head, find_head, folded
from forumdesk.exchange.sheets import Sheet

MOST_REMEMBERED = 100
_LETTERS = re.compile("[A-Za-z]{1,3}")


class NoHead(Refused):
    """No row of a list names its columns. Facts: path."""

    code = "no-head"
    sentence = NOOP("{path}: no row names the columns; name them in the file, or say which is which with --map.")


class NoSuchColumn(Refused):
    """A list has no column of that name or letter. Facts: column, columns."""

    code = "no-such-column"
    sentence = NOOP("The list has no column “{column}”; it has {columns}.")


class NoSuchField(Refused):
    """Lists of that kind have no such field. Facts: field, fields."""

    code = "no-such-field"
    sentence = NOOP("There is no field “{field}”; there are {fields}.")


def head_of(
    sheet: Sheet, kind: str, languages: tuple[str, str], side: int, wishes: Iterable[str] = ()
) -> Head | None:
    """The head of a list of that kind, where one can be found; names that somebody wishes for count, too."""
    wanted = {folded(wish) for wish in wishes if not _LETTERS.fullmatch(wish)}
    return find_head(
        sheet.rows, lambda name: folded(name) in wanted or bool(field_called(kind, name, languages, side))
    )


def guessed(head: Head, kind: str, languages: tuple[str, str], side: int) -> dict[str, int]:
    """By field the first column that is called so."""
    found: dict[str, int] = {}
    for at, name in enumerate(head.names):
        if code := field_called(kind, name, languages, side):
            found.setdefault(code, at)
    return found


def said(kind: str, wishes: Mapping[str, str], names: Sequence[str], width: int) -> dict[str, int | None]:
    """What somebody says of columns: by field the column of that name or letter, None where it has none.

    Raises `NoSuchField` and `NoSuchColumn`.
    """
    fields = codes_of(kind)
    found: dict[str, int | None] = {}
    for code, column in wishes.items():
        if code not in fields:
            raise NoSuchField(field=code, fields=", ".join(fields))
        found[code] = _column(column, names, width) if column else None
    return found


def _column(column: str, names: Sequence[str], width: int) -> int:
    keys = [folded(name) for name in names]
    if folded(column) and folded(column) in keys:
        return keys.index(folded(column))
    at = _number(column.upper()) if _LETTERS.fullmatch(column) else width
    if at >= width:
        raise NoSuchColumn(column=column, columns=", ".join(filter(None, names)) or f"A–{letters(width - 1)}")
    return at


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters(column: int) -> str:
    """What spreadsheets call a column, numbered from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        name, column = chr(65 + rest) + name, column - 1
    return name


class _Kept(msgspec.Struct, frozen=True):
    """What was said of lists with these heads."""

    kind: str
    heads: tuple[str, ...]
    fields: dict[str, int]


def remembered(kind: str, head: Head) -> dict[str, int] | None:
    """What was said last of a list of that kind with the same heads."""
    heads = tuple(map(folded, head.names))
    return next((dict(kept.fields) for kept in _kept() if (kept.kind, kept.heads) == (kind, heads)), None)


def remember(kind: str, head: Head, fields: Mapping[str, int]) -> None:
    """Keep what was said, in a file of the user's own; where it cannot be written nothing is lost but that."""
    own = _Kept(kind, tuple(map(folded, head.names)), dict(fields))
    others = [kept for kept in _kept() if (kept.kind, kept.heads) != (own.kind, own.heads)]
    place = _place()
    with contextlib.suppress(Trouble, OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place, mode=0o600) as fresh:
            fresh.write_bytes(msgspec.json.encode([own, *others][:MOST_REMEMBERED]))


def _kept() -> tuple[_Kept, ...]:
    try:
        return msgspec.json.decode(_place().read_bytes(), type=tuple[_Kept, ...])
    except (OSError, msgspec.MsgspecError):
        return ()


def _place() -> Path:
    return Path(platformdirs.user_config_dir("forumdesk", appauthor=False)) / "columns.json"
