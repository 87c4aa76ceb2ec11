"""A list that came in: rows of texts, nothing in them altered, or why it could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP


class NotAList(Refused):
    """The file is no list of a kind that is read. Facts: path."""

    code = "not-a-list"
    sentence = NOOP("{path} is no list that can be read; save it as .xlsx, .csv or .vcf.")


class OldWorkbook(Refused):
    """A workbook of before 2007, or one behind a password. Facts: path."""

    code = "old-workbook"
    sentence = NOOP("{path} is an old or a protected workbook; save it as .xlsx without a password.")


class DamagedList(Refused):
    """A file cannot be read to its end. Facts: path, place."""

    code = "damaged-list"
    sentence = NOOP("{path} is damaged ({place}). Nothing was imported.")


class ListTooLarge(Refused):
    """A file holds, or would unpack to, more than any list. Facts: path, place."""

    code = "list-too-large"
    sentence = NOOP("{path} is larger than any list ({place}) and is not read.")


class NoSuchSheet(Refused):
    """A workbook has no sheet of that name. Facts: sheet, sheets."""

    code = "no-such-sheet"
    sentence = NOOP("There is no sheet “{sheet}”; there are {sheets}.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as it lies in its file: rows of texts, no longer than they have any; people call the first `begins`.

    `lost` says of a cell (row, column; from 0) why its text is not what somebody has typed. `sheets` are the names
    that could be chosen instead, and `encoding` is that of a text file.
    """

    name: str
    rows: Sequence[Sequence[str]]
    lost: Mapping[tuple[int, int], str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    begins: int = 1


def trimmed(row: list[str]) -> list[str]:
    """The row, from which what is empty at its end is taken."""
    while row and not row[-1]:
        row.pop()
    return row
