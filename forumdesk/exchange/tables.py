"""Lists for spreadsheets: workbooks of text cells, and CSV. Rows stream through; memory stays flat."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from forumdesk.exchange.cells import (
    MOST_CHARACTERS,
    MOST_ROWS,
    NOT_UTF8,
    NOT_XML,
    CellTooLong,
    CellUnfit,
    TableTooLong,
    check_characters,
    check_lengths,
)
from forumdesk.exchange.guard import guarded

__all__ = ["CellTooLong", "CellUnfit", "Column", "Table", "TableTooLong", "write_csv", "write_xlsx"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and its width in characters."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """A titled list; its rows are read once and hold one text for each column."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[str]]

    def heads(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    def lines(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The head as row 1, then the rows, numbered as a spreadsheet shows them."""
        yield 1, self.heads()
        yield from enumerate(self.rows, start=2)


def write_xlsx(table: Table, path: Path) -> None:
    """Write a workbook of one sheet in which every cell is text, under a frozen bold head with a filter.

    Raises `CellUnfit`, `CellTooLong`, `TableTooLong`, or `OSError` where the disk refuses.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "book.xlsx"
        book = Workbook(whole, {"constant_memory": True, "tmpdir": scratch})
        book.set_properties({"title": NOT_XML.sub(" ", table.title)})
        sheet = book.add_worksheet(_sheet_name(table.title))
        # Columns get format 49, text, so that an ID typed into the list later stays one too.
        head, text = book.add_format({"bold": True, "num_format": 49}), book.add_format({"num_format": 49})
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width, text)
        sheet.freeze_panes(1, 0)
        try:
            for number, row in table.lines():
                _check_row(table, number, row)
                for at, cell in enumerate(row):
                    if cell:
                        # write_string, unlike write, never looks for a number, link or formula
                        sheet.write_string(number - 1, at, cell, head if number == 1 else text)
            sheet.autofilter(0, 0, number - 1, len(table.columns) - 1)
            sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
            book.close()
            shutil.copyfile(whole, path)  # zipped straight onto a full disk it would print a traceback
        except FileCreateError as error:
            raise error.args[0] from error  # the OSError it hides
        finally:
            sheet.row_data_fh.close()  # a list stopped half-way is not zipped first


def write_csv(table: Table, path: Path) -> None:
    """Write CSV after RFC 4180: UTF-8 with the BOM that Excel wants, CRLF, line breaks kept inside quotes.

    Fields a spreadsheet would evaluate are guarded (see `guard`). Raises `CellUnfit` or `OSError`.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")
        for number, row in table.lines():
            if NOT_UTF8.search("".join(row)):
                check_characters(number, zip(table.heads(), row, strict=True), NOT_UTF8)
            # What begins with a letter or digit, as nearly all does, can be no formula.
            writer.writerow([cell if cell[:1].isalnum() else guarded(cell) for cell in row])


def _check_row(table: Table, number: int, row: Sequence[str]) -> None:
    if number > MOST_ROWS:
        raise TableTooLong(most=MOST_ROWS)
    whole = "".join(row)  # one look for the whole row costs a tenth of one for each cell
    if NOT_XML.search(whole):
        check_characters(number, zip(table.heads(), row, strict=True), NOT_XML)
    if len(whole) > MOST_CHARACTERS // 2:
        check_lengths(number, zip(table.heads(), row, strict=True))


def _sheet_name(title: str) -> str:
    """The title as Excel allows it: at most 31 UTF-16 units, none of `[]:*?/\\` and not `History`."""
    legal = " ".join(re.sub(r"[\[\]:*?/\\]", " ", NOT_XML.sub(" ", title)).split())
    short = legal.encode("utf-16-le")[:62].decode("utf-16-le", "ignore").strip("' ")
    return "Sheet1" if short.casefold() in {"", "history"} else short
