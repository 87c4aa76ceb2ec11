"""Scripts and records as files, Word documents (.docx) and plain text, as numbered lines."""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from forumdesk.base.errors import Refused
from forumdesk.base.files import reading
from forumdesk.base.words import NOOP
from forumdesk.exchange.archives import is_swollen
from forumdesk.rules.script.prose import Line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".docx", ".txt")
MOST_BYTES, MOST_INFLATED, MOST_ENTRIES = 64 << 20, 256 << 20, 5_000
"""A script of a whole day is some 100 kB; its document may carry pictures."""
MOST_LINES, MOST_CHARACTERS = 50_000, 40_000
"""Lines of a script, and characters of one."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BOOKMARK = re.compile(r"\[bookmark: [^\]\n]{1,80}\]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")

# The commonest characters of each writing: what a text in the wrong encoding has none of.
_SIMPLIFIED = frozenset(
    "的一是在有和人这中大为上个国我以要他时来用们生到作地于出会各位先女士请下面论坛主持谢领导嘉宾"
)
_TRADITIONAL = frozenset(
    "的一是在有和人這中大為上個國我以要他時來用們生到作地於出會各位先女士請下面論壇主持謝領導嘉賓"
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BODY = "word/document.xml"
_UNREAD = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "sectPr", "footnoteReference"}
_SHORT_ROW = 120
"""Characters of a table's row that is read as one line: a time, an item, a name."""


class NotAScript(Refused):
    """The file is neither a Word document nor text. Facts: path."""

    code = "not-a-script"
    sentence = NOOP("{path} is neither a Word document (.docx) nor text (.txt); save it as one of these.")


class DamagedScript(Refused):
    """A part of the file cannot be read. Facts: path, place."""

    code = "damaged-script"
    sentence = NOOP("{path} is damaged ({place}); nothing was read.")


class ScriptTooLarge(Refused):
    """The file is, or would unpack to, more than any script. Facts: path."""

    code = "script-too-large"
    sentence = NOOP("{path} is larger than any script and is not read.")


class EmptyScript(Refused):
    """There is no text in the file. Facts: path."""

    code = "empty-script"
    sentence = NOOP("There is no text in {path}.")


def read_script(path: Path) -> list[Line]:
    """The lines of a script that are not blank, numbered as in the file; in a document, its paragraphs.

    Marks that converters leave (bookmarks, characters without width) are taken out. Raises `NotAScript`,
    `DamagedScript` with the place, `ScriptTooLarge`, `EmptyScript`, or what `reading` does.
    """
    with reading(path):
        if path.stat().st_size > MOST_BYTES:
            raise ScriptTooLarge(path=path)
        content = path.read_bytes()
    if path.suffix.lower() not in SUFFIXES or content.startswith(_OLE):
        raise NotAScript(path=path)
    is_document = content.startswith(_ZIP) or path.suffix.lower() == ".docx"
    written = _document(path) if is_document else _decoded(path, content).splitlines()
    lines = [Line(number, text) for number, raw in enumerate(written, start=1) if (text := _plain(raw))]
    if not lines:
        raise EmptyScript(path=path)
    if len(lines) > MOST_LINES or max(len(line.text) for line in lines) > MOST_CHARACTERS:
        raise ScriptTooLarge(path=path)
    for line in lines:
        if found := _UNPRINTABLE.search(line.text):
            raise DamagedScript(path=path, place=f"{line.number}: U+{ord(found[0]):04X}")
    return lines


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", _BOOKMARK.sub("", text)).strip()


def _decoded(path: Path, content: bytes) -> str:
    """Text by its mark, else UTF-8, else UTF-16 without a mark, else GB18030 or Big5, whichever it reads as."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise DamagedScript(path=path, place=f"{encoding}: {error.start + len(mark)}") from error
    readings = []
    for encoding in ("utf-8", *_unmarked(content), "gb18030", "big5hkscs", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" and not _UNPRINTABLE.search(text):
            return text
        readings.append(text)
    if not readings or (b"\x00" in content and not _unmarked(content)):
        raise NotAScript(path=path)
    return max(readings, key=_likelihood)


def _unmarked(content: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by its spaces and line ends, of which one byte is null."""
    if len(content) % 2 or b"\x00" not in content:
        return ()
    return ("utf-16-le", "utf-16-be")


def _likelihood(text: str) -> float:
    """How much a text looks like Chinese or English: its share of the commonest characters, or of Latin letters."""
    counted = [character for character in text[:20_000] if not character.isspace()]
    common = max(sum(map(writing.__contains__, counted)) for writing in (_SIMPLIFIED, _TRADITIONAL))
    latin = sum(character.isascii() and character.isprintable() for character in counted)
    strange = sum(map(bool, map(_UNPRINTABLE.match, counted)))
    return (3 * common + latin - 9 * strange) / max(len(counted), 1)


def _document(path: Path) -> list[str]:
    """The paragraphs of a Word document's body; a short row of a table is one."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        with zipfile.ZipFile(path) as archive:
            if is_swollen(archive.infolist(), MOST_ENTRIES, MOST_INFLATED):
                raise ScriptTooLarge(path=path)
            if _BODY not in archive.namelist():
                raise NotAScript(path=path)
            root: Element = fromstring(archive.read(_BODY), forbid_dtd=True)
        return [text for block in _blocks(root) for text in block.split("\n")]
    except ParseError as error:
        raise DamagedScript(path=path, place=f"{_BODY}: {error}") from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise DamagedScript(path=path, place=_BODY) from error
    except (DefusedXmlException, LookupError, ValueError) as error:  # entities, an encoding nobody knows
        raise DamagedScript(path=path, place=f"{_BODY}: {type(error).__name__}") from error


def _blocks(element: Element) -> Iterator[str]:
    for child in element:
        match _name(child):
            case "p":
                yield "".join(_runs(child))
            case "tr":
                cells = [list(_blocks(cell)) for cell in child if _name(cell) == "tc"]
                row = "\t".join("\n".join(cell) for cell in cells)
                yield from (
                    [row] if "\n" not in row and len(row) <= _SHORT_ROW else [one for cell in cells for one in cell]
                )
            case name if name not in _UNREAD:
                yield from _blocks(child)


def _runs(element: Element) -> Iterator[str]:
    """The text of a paragraph, without what was deleted; boxes in it come once, not again as their fallback."""
    for child in element:
        match _name(child):
            case "t":
                yield child.text or ""
            case "tab":
                yield "\t"
            case "br" | "cr" | "p":
                yield "\n"
                yield from _runs(child)
            case "noBreakHyphen":
                yield "-"
            case name if name not in _UNREAD and child.tag != f"{_COMPATIBLE}Fallback":
                yield from _runs(child)


def _name(element: Element) -> str:
    """What an element of WordprocessingML is called; others keep their whole name."""
    return element.tag.removeprefix(_W).removeprefix(_STRICT)
