"""Lists that come in, whatever the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from forumdesk.base.files import reading
from forumdesk.base.job import Ticket
from forumdesk.exchange.sheets import ListTooLarge, OldWorkbook, Sheet

MOST_BYTES = 256 << 20
"""Of a file as it lies on the disk: ten times a list of a hundred thousand."""


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
