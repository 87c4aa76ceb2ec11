"""The layouts that come with the program, one file each in `resources/layouts`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from forumdesk.base.places import resources
from forumdesk.documents.cards.layout import Layout


@functools.cache
def layouts() -> Mapping[str, Layout]:
    """Every layout by its file's name. Raises OSError where the files are gone."""
    files = {file.stem: _read(file) for file in sorted((resources() / "layouts").glob("*.toml"))}
    return MappingProxyType({name: Layout.of(_whole(values, files)) for name, values in files.items()})


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _whole(values: dict[str, Any], files: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """A layout that is `like` another one, with what differs, `without` elements of these names."""
    if "like" not in values:
        return values
    own = {name: value for name, value in values.items() if name not in {"like", "without"}}
    other = files[values["like"]]
    elements = [each for each in other["elements"] if each.get("name") not in values.get("without", ())]
    return {**other, "elements": elements, **own}


def usual(kind: str) -> Layout:
    """The layout a kind is printed in where nobody chose another."""
    return layouts()[kind]
