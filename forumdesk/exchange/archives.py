"""Zip archives from elsewhere: how large they would become is asked before anything is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Collection

MOST_RATIO = 200
"""Documents shrink tenfold; a bomb inflates a thousandfold."""
_SMALL = 1 << 20  # what inflates to less than this may do so from nothing


def is_swollen(entries: Collection[zipfile.ZipInfo], most_entries: int, most_bytes: int) -> bool:
    """Whether an archive would unpack to more than it may, or to far more than it takes."""
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    return swollen or len(entries) > most_entries or sum(entry.file_size for entry in entries) > most_bytes
