"""Lists as text: which encoding, which separator, and the cells between them."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

from forumdesk.base.errors import Refused
from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP
from forumdesk.exchange.guard import unguarded
from forumdesk.exchange.sheets import DamagedList, NotAList, Sheet, trimmed

GUESSED = ("gb18030", "big5hkscs")
"""The encodings that Chinese spreadsheets write where they do not write UTF-8."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
_SEPARATORS = ",;\t"
_TRIED = 60
"""Rows in which separators are counted."""

_UNWRITTEN = re.compile(r"[\x00-\x08\x0e-\x1f]")


class UnknownEncoding(Refused):
    """No encoding that is tried, or the one that was named, reads the file. Facts: path."""

    code = "unknown-encoding"
    sentence = NOOP("The encoding of {path} is not known; save it as UTF-8, or name it with --encoding.")


def decoded(path: Path, content: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a file and its encoding: the one named, the one its first bytes mark, UTF-8, or a Chinese one.

    Raises `UnknownEncoding`, and `NotAList` for what is no text.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    for name in [encoding] if encoding else [marked or "utf-8"]:
        try:
            return _text(path, content.decode(name)), name
        except (UnicodeDecodeError, LookupError) as error:
            if encoding or marked:
                raise UnknownEncoding(path=path) from error
    if _UNWRITTEN.search(content[:_SAMPLE].decode("latin-1")):
        raise NotAList(path=path)
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    if len(content) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    guess = from_bytes(sample, cp_isolation=list(GUESSED)).best()
    wanted = [guess.encoding, *GUESSED] if guess else GUESSED
    for name in dict.fromkeys(wanted):
        try:
            return _text(path, content.decode(name)), name
        except UnicodeDecodeError:
            continue
    raise UnknownEncoding(path=path)


def _text(path: Path, text: str) -> str:
    if _UNWRITTEN.search(text[:1000]):
        raise NotAList(path=path)
    return text


def read_csv(path: Path, text: str, encoding: str, ticket: Ticket) -> Sheet:
    """The rows of a text with commas, semicolons or tabs between the cells; cells in quotes may hold line breaks.

    Raises `DamagedList` with the line.
    """
    rows: list[list[str]] = []
    for row in _rows(path, text, _separator(text)):
        rows.append(trimmed([unguarded(cell) for cell in row]))
        if not len(rows) % 5000:
            ticket.step(0, 0)
    return Sheet(path.stem, rows, encoding=encoding)


def _rows(path: Path, text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise DamagedList(path=path, place=f"line {reader.line_num}: {error}") from error


def _separator(text: str) -> str:
    """The separator that cuts most of the first rows into the same number of cells, more than one."""

    def score(separator: str) -> tuple[int, int]:
        widths: Counter[int] = Counter()
        reader = csv.reader(StringIO(text[:_SAMPLE], newline=""), delimiter=separator)
        try:
            for row in islice(reader, _TRIED):
                widths[len(row)] += 1
        except csv.Error:
            pass
        times, width = max(((times, width) for width, times in widths.items() if width > 1), default=(0, 0))
        return times, width

    return max(_SEPARATORS, key=score)
