"""Lists that come in: whatever the file, rows of texts, nothing in them altered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from forumdesk.base.errors import Refused
from forumdesk.base.files import reading
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP

MOST_BYTES = 256 << 20
"""Of a file as it lies on the disk: ten times a list of a hundred thousand."""


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


def read_list(
    path: Path,
    *,
    sheet: str = "",
    encoding: str = "",
    fits: Callable[[Sheet], bool] = lambda _: True,
    ticket: Ticket | None = None,
) -> Sheet:
    """Read a workbook (.xlsx), CSV or contacts (.vcf), whatever its name says.

    Of several sheets it is the one that is named, else the first that `fits`, else the first with anything in it.
    Raises `NotAList`, `OldWorkbook`, `DamagedList`, `ListTooLarge`, `NoSuchSheet`, or what `reading` does.
    """
    with reading(path):
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(1 << 12)
    if size > MOST_BYTES:
        raise ListTooLarge(path=path, place=f"{size >> 20} MB")
    if begin.startswith(b"PK"):
        from forumdesk.exchange.workbooks import read_workbook

        return read_workbook(path, sheet, fits, ticket or Ticket())
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise OldWorkbook(path=path)
    from forumdesk.exchange.text_files import decoded, read_csv

    with reading(path):
        text, used = decoded(path, path.read_bytes(), encoding)
    if text[:400].lstrip().upper().startswith("BEGIN:VCARD"):
        from forumdesk.exchange.contacts import read_vcf

        return read_vcf(path, text, used)
    return read_csv(path, text, used, ticket or Ticket())


def trimmed(row: list[str]) -> list[str]:
    """The row, from which what is empty at its end is taken."""
    while row and not row[-1]:
        row.pop()
    return row
