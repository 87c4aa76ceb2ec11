"""Blocks of cells on the clipboard, as Excel, WPS, LibreOffice, Word and web pages put them there."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel

Block = list[list[str]]
MOST_CELLS = 2_000_000
"""More than that is no list of people; what lies behind is left away."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_QUOTED = ('"', "\t", "\n", "\r")


@dataclass(frozen=True, slots=True)
class Copied:
    """What the clipboard held, not yet understood: that may take a while and is done on another thread."""

    html: str
    text: str

    @classmethod
    def of(cls, data: QMimeData) -> Copied:
        """Take what the clipboard offers."""
        return cls(data.html() if data.hasHtml() else "", data.text() if data.hasText() else "")

    def block(self) -> Block:
        """The cells, row by row: the HTML table where there is one, for its line breaks; else lines and tabs."""
        table = from_html(self.html) if "<t" in self.html.lower() else []
        return table or from_tsv(self.text)


def from_tsv(text: str) -> Block:
    """Cells between tabs, rows between line breaks; a cell in quotes may hold both, and doubled quotes.

    A quote elsewhere than at a cell's beginning is a quote. So is one that is never closed.

    >>> from_tsv('a\\t"b\\nc"\\r\\n5" pipe\\td\\n')
    [['a', 'b\\nc'], ['5" pipe', 'd']]
    """
    rows: Block = [[]]
    at, end = 0, len(text)
    text = text.removesuffix("\n").removesuffix("\r") if text.strip("\r\n") else ""
    end = len(text)
    while at <= end and text:
        cell, at = _cell(text, at)
        rows[-1].append(cell)
        if at >= end:
            break
        if text.startswith("\r\n", at):
            at += 1
        if text[at] != "\t":
            rows.append([])
        at += 1
    return rows if text else []


def _cell(text: str, at: int) -> tuple[str, int]:
    """The cell that begins at a place, and the place of the mark behind it."""
    if text.startswith('"', at) and (quoted := re.compile(r'"((?:[^"]|"")*)"(?=[\t\r\n]|\Z)').match(text, at)):
        return quoted[1].replace('""', '"').replace("\r\n", "\n"), quoted.end()
    plain = re.compile(r"[^\t\r\n]*").match(text, at)
    assert plain
    return plain[0], plain.end()


def from_html(source: str) -> Block:
    """The cells of the first table; cells that span others leave those empty. No table: an empty block."""
    reader = _TableReader()
    reader.feed(source)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """Collects the outermost first table. Breaks and paragraphs are line breaks; other white space folds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._depth = 0
        self._done = self._hidden = False
        self._parts: list[str] | None = None
        self._across = 1
        self._held: dict[int, int] = {}
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row, cell or line."""
        given = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._depth += 1
        if self._done or self._depth != 1 or self._cells > MOST_CELLS:
            return
        if tag == "tr":
            self._end_cell()
            self._hidden = "display:none" in given.get("style", "").replace(" ", "").lower()
            if not self._hidden:
                self.rows.append([])
                self._skip_held()
        elif tag in ("td", "th"):
            self._end_cell()
            if not self.rows and not self._hidden:
                self.rows.append([])
            self._parts = []
            self._across = _span(given.get("colspan"))
            if (down := _span(given.get("rowspan"))) > 1 and not self._hidden:
                first = len(self.rows[-1])
                self._held.update(dict.fromkeys(range(first, first + self._across), down))
        elif tag == "br" or (tag in ("p", "div") and self._parts and "".join(self._parts).strip()):
            self.handle_break()

    def close(self) -> None:
        """What is not ended ends here."""
        super().close()
        self._end_cell()

    def handle_break(self) -> None:
        """A line ends inside a cell."""
        if self._parts is not None:
            self._parts.append("\0")

    def handle_endtag(self, tag: str) -> None:
        """End a cell, row or table."""
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        if tag == "table" and self._depth:
            self._end_cell()
            self._depth -= 1
            self._done = self._done or self._depth == 0

    def handle_data(self, data: str) -> None:
        """Text, also of a nested table, belongs to its cell."""
        if self._parts is not None:
            self._parts.append(data)

    def _end_cell(self) -> None:
        if self._parts is None:
            return
        folded = _SPACES.sub(" ", "".join(self._parts)).replace("\xa0", " ")
        self._parts = None
        if self._hidden:
            return
        text = "\n".join(line.strip() for line in folded.split("\0")).strip()
        self.rows[-1] += [text, *[""] * (self._across - 1)]
        self._cells += self._across
        self._skip_held()

    def _skip_held(self) -> None:
        """Leave empty what a cell of a row above reaches into."""
        row = self.rows[-1]
        while self._held.get(len(row), 0) > 1 and len(self.rows) > 1:
            self._held[len(row)] -= 1
            row.append("")


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isdecimal() and int(value) else 1


def put_on_clipboard(text: str, html: str = "") -> None:
    """Offer a text and, where there is one, its HTML to other programs.

    The clipboard outlives Python: mime data that Python has made would crash the program at its end.
    """
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def to_tsv(block: Sequence[Sequence[str]]) -> str:
    """Cells between tabs, quoted where they hold a tab, a quote or a line break; the last row ends, too."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def to_html(block: Sequence[Sequence[str]]) -> str:
    """A table in which Excel takes every cell for text (`\\@`), so that a phone number stays one."""
    rows = (
        "<tr>" + "".join(f"<td style='mso-number-format:\"\\@\"'>{_marked(text)}</td>" for text in row) + "</tr>"
        for row in block
    )
    return f"<html><meta charset='utf-8'><body><table>{''.join(rows)}</table></body></html>"


def _quoted(text: str) -> str:
    if any(mark in text for mark in _QUOTED):
        return '"' + text.replace('"', '""') + '"'
    return text


def _marked(text: str) -> str:
    return html.escape(text).replace("\n", "<br style='mso-data-placement:same-cell'>")
