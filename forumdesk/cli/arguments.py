"""What many commands take, and the event behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from forumdesk.store.store import Store

file_argument = click.argument("file", metavar="FILE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
out_option = click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The file to write."
)


@contextmanager
def opened(target: str) -> Iterator[Store]:
    """The event in a file or at an address; closed again in any case."""
    from forumdesk.store.opening import open_store

    store = open_store(target)
    try:
        yield store
    finally:
        store.close()


def path_of(file: str) -> Path:
    """The file itself, for what only files have."""
    from forumdesk.store.engine import is_url
    from forumdesk.store.files import FilesOnly

    if is_url(file):
        raise FilesOnly
    return Path(file)
