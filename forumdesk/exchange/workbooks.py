"""Workbooks that come in. What they would unpack to is measured first; then calamine reads them."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumdesk.base.errors import Trouble
from forumdesk.base.files import reading
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP
from forumdesk.exchange.sheets import (
    DamagedList,
    ListTooLarge,
    NoSuchSheet,
    NotAList,
    OldWorkbook,
    Sheet,
    trimmed,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Place = tuple[int, int]

MOST_ENTRIES, MOST_BYTES, MOST_RATIO = 4000, 512 << 20, 400
_SMALL = 1 << 20  # what inflates to less than this may do so from nothing
MOST_CELLS = 20_000_000
"""Of the area that a sheet's cells span, for the reader keeps room for all of it."""
_CHUNK = 1 << 20
_EXACT = 10**15
"""Spreadsheets keep fifteen digits of a number; what came behind them is gone."""

TOO_MANY_DIGITS = NOOP("it is kept as a number, which has 15 digits at most; make it a text")
NO_RESULT = NOOP("it is a formula without a result; mend it in a spreadsheet and save the file")

_FAR = re.compile(rb' r="(?:(?:[A-Z]{3}|[B-Z][A-Z])[0-9]|[A-Z]+(?:[2-9][0-9]{5}|[0-9]{7}))')
"""A cell outside 200,000 rows of 52 columns; where there is none the area need not be measured."""
_CELL = re.compile(rb' r="([A-Z]{1,3})([0-9]{1,7})"')
_FORMULA = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
_ERROR = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]* t="e"'
_WITHOUT_RESULT = ((b"<f", re.compile(_FORMULA)), (b't="e"', re.compile(_ERROR)))


def read_workbook(path: Path, name: str, fits: Callable[[Sheet], bool], ticket: Ticket) -> Sheet:
    """The sheet of that name, else the first shown one that `fits`, else the first that holds anything.

    Numbers read as they are typed, dates as 2025-03-28, times as 09:00; a cell merged downwards counts for all its
    rows. Raises as `read_list` does.
    """
    without_result = _measured(path, ticket)
    with _told(path, "workbook"):
        return _chosen(path, name, fits, without_result, ticket)


def _chosen(
    path: Path, name: str, fits: Callable[[Sheet], bool], without_result: dict[str, list[Place]], ticket: Ticket
) -> Sheet:
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as book:
        shown = _shown(book)
        if name and name not in shown:
            raise NoSuchSheet(sheet=name, sheets=", ".join(shown))
        first: Sheet | None = None
        for each in [name] if name else shown:
            with _told(path, each):
                sheet = _sheet(book.get_sheet_by_name(each), shown, without_result.get(each, ()), ticket)
            if sheet.rows and fits(sheet):
                return sheet
            if first is None or not first.rows:
                first = sheet
    if first is None:
        raise NotAList(path=path)
    return first


@contextlib.contextmanager
def _told(path: Path, place: str) -> Iterator[None]:
    """Say of what the reader raises where it was."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except Trouble:
        raise
    except PasswordError as error:
        raise OldWorkbook(path=path) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise DamagedList(path=path, place=f"{place}: {error}") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a bug of the reader's raises is no `Exception`
            raise
        raise DamagedList(path=path, place=place) from error


def _shown(book: CalamineWorkbook) -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    wanted = SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible
    return tuple(each.name for each in book.sheets_metadata if (each.typ, each.visible) == wanted)


def _sheet(raw: CalamineSheet, shown: tuple[str, ...], without_result: Iterable[Place], ticket: Ticket) -> Sheet:
    rows: list[list[str]] = []
    lost = dict.fromkeys(without_result, NO_RESULT)
    left = raw.start[1] if raw.start else 0  # the reader leaves out empty columns before, but no rows
    for number, cells in enumerate(raw.iter_rows()):
        if float in set(map(type, cells)):
            for at, cell in enumerate(cells, start=left):
                if type(cell) is float and abs(cell) >= _EXACT:
                    lost[number, at] = TOO_MANY_DIGITS
        rows.append(trimmed([""] * left + [cell if type(cell) is str else _text(cell) for cell in cells]))
        if not number % 5000:
            ticket.step(number, raw.total_height)
    _fill_down(rows, raw.merged_cell_ranges or ())
    return Sheet(raw.name, rows, lost, shown)


def _text(value: Any) -> str:
    """A cell as somebody reads it; a whole number has no point."""
    match value:
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e21:
            return str(int(value))
        case dt.datetime():
            return value.isoformat(" ").removesuffix(" 00:00:00")
        case dt.time():
            return value.isoformat("seconds").removesuffix(":00")
        case dt.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        case _:
            return str(value)


def _fill_down(rows: list[list[str]], merged: Iterable[tuple[Place, Place]]) -> None:
    """Give the text of a cell that reaches down over other rows to each of them."""
    for (top, left), (bottom, _) in merged:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        if not text:
            continue
        for below in rows[top + 1 : bottom + 1]:
            below.extend([""] * (left + 1 - len(below)))
            below[left] = text


def _measured(path: Path, ticket: Ticket) -> dict[str, list[Place]]:
    """Make sure that a file is a workbook and no bomb; by sheet, the cells whose formula has no result."""
    try:
        with reading(path), zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                raise NotAList(path=path)
            if len(entries) > MOST_ENTRIES:
                raise ListTooLarge(path=path, place=f"{len(entries)} parts")
            found, total = {}, 0
            for entry in entries:
                part = _Part(path, archive, entry, MOST_BYTES - total, ticket)
                total += part.measure()
                if part.without_result:
                    found[entry.filename] = part.without_result
            return {_sheet_names(archive).get(part, ""): cells for part, cells in found.items()}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError) as error:
        raise DamagedList(path=path, place=str(error)) from error


class _Part:
    """One file inside a workbook, inflated piece by piece."""

    def __init__(
        self, path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, ticket: Ticket
    ) -> None:
        self._path, self._archive, self._entry, self._ticket = path, archive, entry, ticket
        self._most = min(room, max(_SMALL, MOST_RATIO * entry.compress_size))
        self.without_result: list[Place] = []

    def measure(self) -> int:
        """How long it is; refused where it is too long, has entities, or cells that lie too far apart."""
        if self._entry.file_size > self._most:
            raise ListTooLarge(path=self._path, place=self._entry.filename)
        size, rest = 0, b""
        is_sheet, is_far = self._entry.filename.startswith("xl/worksheets/"), False
        for piece in self._pieces():
            if not size and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
                raise DamagedList(path=self._path, place=f"{self._entry.filename}: <!DOCTYPE")
            size += len(piece)
            if size > self._most:
                raise ListTooLarge(path=self._path, place=self._entry.filename)
            if is_sheet:
                whole = rest + piece
                is_far = is_far or _FAR.search(whole) is not None
                for mark, cells in _WITHOUT_RESULT:
                    if mark in whole:
                        self.without_result += [_place(*found) for found in cells.findall(whole)]
                rest = whole[max(whole.rfind(b"</c>"), len(whole) - _SMALL, 0) :]
        if is_far:
            self._measure_area()
        return size

    def _measure_area(self) -> None:
        lowest = furthest = 0
        for piece in self._pieces():
            for found in set(_CELL.findall(piece)):
                row, column = _place(*found)
                lowest, furthest = max(lowest, row), max(furthest, column)
        if (lowest + 1) * (furthest + 1) > MOST_CELLS:
            place = f"{self._entry.filename}: {lowest + 1} × {furthest + 1}"
            raise ListTooLarge(path=self._path, place=place)

    def _pieces(self) -> Iterator[bytes]:
        try:
            with self._archive.open(self._entry) as part:
                while piece := part.read(_CHUNK):
                    self._ticket.step(0, 0)
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as error:
            raise DamagedList(path=self._path, place=f"{self._entry.filename}: {error}") from error


def _place(letters: bytes, digits: bytes) -> Place:
    """Row and column, from 0, of a cell's name."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(digits) - 1, column - 1


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """The names of a workbook's sheets by the parts that hold them."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    try:
        relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        sheets = fromstring(archive.read("xl/workbook.xml")).iter()
    except (KeyError, ParseError, ValueError):
        return {}
    targets = {each.get("Id"): each.get("Target", "").removeprefix("/xl/") for each in relations}
    held = ((each.attrib, each.get("name", "")) for each in sheets if each.tag.endswith("}sheet"))
    return {
        f"xl/{targets.get(value, '')}": name
        for attributes, name in held
        for key, value in attributes.items()
        if key.endswith("}id")
    }
