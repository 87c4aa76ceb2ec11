"""What the file of a list cannot hold, and the sentence that names the place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP

MOST_ROWS = 1_048_576  # of a sheet, its head included
MOST_CHARACTERS = 32_767  # of a sheet's cell, counted in UTF-16 units as Excel does

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_UTF8 = re.compile(r"[\ud800-\udfff]")
NOT_VCARD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")  # RFC 2426, VALUE-CHAR


class CellUnfit(Refused):
    """A text holds a character that the file cannot. Facts: row, column, character (as U+ and digits)."""

    code = "cell-unfit"
    sentence = NOOP("Row {row}, column {column}: the character {character} cannot be written; delete it.")


class CellTooLong(CellUnfit):
    """A text is longer than a sheet's cell. Facts: row, column, length, most."""

    sentence = NOOP(
        "Row {row}, column {column}: the text has {length} characters and a cell holds {most}; "
        "shorten it or write CSV."
    )


class TableTooLong(Refused):
    """There are more rows than a sheet holds. Facts: most."""

    code = "table-too-long"
    sentence = NOOP("A sheet holds {most} rows and this list has more; write CSV.")


def check_characters(row: int, cells: Iterable[tuple[str, str]], unfit: re.Pattern[str]) -> None:
    """Raise `CellUnfit` for the first of the (column, text) pairs with an unfit character."""
    for column, text in cells:
        if found := unfit.search(text):
            raise CellUnfit(row=row, column=column, character=f"U+{ord(found[0]):04X}")


def check_lengths(row: int, cells: Iterable[tuple[str, str]]) -> None:
    """Raise `CellTooLong` for the first of the (column, text) pairs that a sheet would cut."""
    for column, text in cells:
        if len(text) <= MOST_CHARACTERS // 2:  # no character takes more than two units
            continue
        length = len(text.encode("utf-16-le")) // 2
        if length > MOST_CHARACTERS:
            raise CellTooLong(row=row, column=column, length=length, most=MOST_CHARACTERS)
