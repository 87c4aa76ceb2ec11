"""The layouts that come with the program, one file each in `resources/layouts`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from forumdesk.base.places import resources
from forumdesk.documents.cards.layout import Layout


@functools.cache
def layouts() -> Mapping[str, Layout]:
    """Every layout by its file's name. Raises OSError where the files are gone."""
    files = sorted((resources() / "layouts").glob("*.toml"))
    return MappingProxyType({file.stem: Layout.from_toml(file.read_text(encoding="utf-8")) for file in files})


def usual(kind: str) -> Layout:
    """The layout a kind is printed in where nobody chose another."""
    return layouts()[kind]
