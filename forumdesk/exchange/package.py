"""The event package: a zip that can be read without this program.

    about.json         what it is, the schema, the digest of the rows, whether sensitive data is in it
    data/person.json   the rows of a table, one a line, by column name
    lists/agenda.csv   the same for people: lists that a spreadsheet opens
    pictures/…         the bytes of photos and logos, named by their SHA-256

Only names of this shape are read, nothing is unpacked to the disk, and every size is bounded beforehand.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from forumdesk.base.errors import Refused
from forumdesk.base.files import reading
from forumdesk.base.words import NOOP
from forumdesk.exchange.archives import is_swollen
from forumdesk.exchange.tables import Table, write_csv

FORMAT = "forumdesk-event"
MOST_ENTRIES, MOST_BYTES = 20_000, 1 << 30
"""A package of a hundred thousand attendees has some 100 MB."""

_ROWS = re.compile(r"data/([a-z_]+)\.json")
_PICTURE = re.compile(r"pictures/([0-9a-f]{64})")


class NotAPackage(Refused):
    """The file is no event package. Facts: path."""

    code = "not-a-package"
    sentence = NOOP("{path} is not an event package of ForumDesk.")


class DamagedPackage(Refused):
    """A part of a package is not what it was. Facts: path, part."""

    code = "damaged-package"
    sentence = NOOP("{path} is damaged: {part} is not as it was written. Nothing was imported.")


class PackageTooLarge(Refused):
    """A package would inflate to more than any event. Facts: path."""

    code = "package-too-large"
    sentence = NOOP("{path} would unpack to more than an event can hold and is not opened.")


@dataclass(frozen=True, slots=True)
class Package:
    """An event outside its database: `about` it, its rows by table, its pictures by SHA-256, and lists to read."""

    about: Mapping[str, Any]
    rows: Mapping[str, Iterable[Mapping[str, Any]]]
    pictures: Mapping[str, bytes]
    lists: Mapping[str, Table] = field(default_factory=dict)


def write_package(package: Package, path: Path) -> None:
    """Write a package; the same event makes the same bytes. Raises `OSError` where the disk refuses."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, TemporaryDirectory() as scratch:
        _write(archive, "about.json", json.dumps({"format": FORMAT, **package.about}, ensure_ascii=False, indent=2))
        for name, rows in package.rows.items():
            lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
            _write(archive, f"data/{name}.json", f"[\n{lines}\n]\n")
        for name, table in package.lists.items():
            whole = Path(scratch) / name
            write_csv(table, whole)
            _write(archive, f"lists/{name}.csv", whole.read_bytes())
        for digest, content in package.pictures.items():
            _write(archive, f"pictures/{digest}", content)


def _write(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    entry = zipfile.ZipInfo(name)  # of 1980, so that the clock does not show
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def read_package(path: Path) -> Package:
    """Read a package back, all but its lists.

    Raises `NotAPackage`, `PackageTooLarge`, or `DamagedPackage`, which names the part; `NoSuchFile` or
    `CannotOpen` where the disk refuses.
    """
    try:
        with reading(path), zipfile.ZipFile(path) as archive:
            if is_swollen(archive.infolist(), MOST_ENTRIES, MOST_BYTES):
                raise PackageTooLarge(path=path)
            about = _json(path, archive, "about.json")
            if not isinstance(about, dict) or about.get("format") != FORMAT:
                raise NotAPackage(path=path)
            rows, pictures = {}, {}
            for name in archive.namelist():
                if found := _ROWS.fullmatch(name):
                    rows[found[1]] = _rows(path, archive, name)
                elif found := _PICTURE.fullmatch(name):
                    pictures[found[1]] = _picture(path, archive, name, found[1])
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError) as error:
        raise NotAPackage(path=path) from error
    return Package(about, rows, pictures)


def _read(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except KeyError as error:
        raise NotAPackage(path=path) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise DamagedPackage(path=path, part=name) from error


def _json(path: Path, archive: zipfile.ZipFile, name: str) -> Any:
    try:
        return json.loads(_read(path, archive, name))
    except (ValueError, RecursionError) as error:
        raise DamagedPackage(path=path, part=name) from error


def _rows(path: Path, archive: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    rows = _json(path, archive, name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "id" in row for row in rows):
        raise DamagedPackage(path=path, part=name)
    return rows


def _picture(path: Path, archive: zipfile.ZipFile, name: str, digest: str) -> bytes:
    content = _read(path, archive, name)
    if hashlib.sha256(content).hexdigest() != digest:
        raise DamagedPackage(path=path, part=name)
    return content
