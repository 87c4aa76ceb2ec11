"""What this program is made of: versions and licences, for `--version` and the window that tells about it."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path

import forumdesk
from forumdesk.base import places
from forumdesk.store.marks import SCHEMA


def versions() -> dict[str, str]:
    """Of the program and of what it stands on, by name; the first is the program itself."""
    return {
        "ForumDesk": forumdesk.__version__,
        "commit": places.commit() or "unknown",
        "Python": platform.python_version(),
        "Qt": metadata.version("PySide6-Essentials"),
        "SQLite": sqlite3.sqlite_version,
        "schema": str(SCHEMA),
    }


@dataclass(frozen=True, slots=True)
class Part:
    """Something shipped that others made: its name and version, its licence's name, and where that is."""

    name: str
    version: str
    licence: str
    files: Callable[[], Iterable[Path]]

    @property
    def text(self) -> str:
        """The licence, looked for and read when somebody wants to read it."""
        return "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in self.files())


RESOURCES = {"fonts/OFL-*.txt": "OFL-1.1", "icons/LICENSE-*.txt": "ISC", "strokes/LICENSE-*.txt": "MIT"}
"""Where the licences among the resources are, and what they are called."""


def parts() -> tuple[Part, ...]:
    """What is pinned for a user's run, what lies among the resources, and what the build put beside it, by name."""
    pinned = (line.partition("==")[0] for line in places.pins().splitlines() if "==" in line)
    libraries = [_library(name) for name in pinned if _is_here(name)]
    resources = [
        Part(file.stem.partition("-")[2], "", licence, partial(_itself, file))
        for pattern, licence in RESOURCES.items()
        for file in places.resources().glob(pattern)
    ]
    beside = [Part(file.stem, "", "", partial(_itself, file)) for file in places.licences().glob("*.txt")]
    return tuple(sorted([*libraries, *resources, *beside], key=lambda part: part.name.casefold()))


def _is_here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False  # pinned for another system
    return True


def _library(name: str) -> Part:
    told = metadata.metadata(name)
    named = next((told[field].partition("\n")[0] for field in ("License-Expression", "License") if field in told), "")
    classified = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or [] if line.startswith("License")
    ]
    return Part(told["Name"], told["Version"], named or ", ".join(classified), partial(_licences_of, name))


def _itself(file: Path) -> Iterable[Path]:
    return (file,)


def _licences_of(library: str) -> Iterable[Path]:
    return (Path(str(file.locate())) for file in metadata.files(library) or () if _is_licence(file.as_posix()))


def _is_licence(path: str) -> bool:
    folder, _, file = path.rpartition("/")
    return ".dist-info" in folder and (
        "licenses" in folder or file.upper().startswith(("LICEN", "COPYING", "NOTICE"))
    )
