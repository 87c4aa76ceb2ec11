"""Where the program's own files are, in a checkout as in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of fonts, sample, stroke data and message catalogues."""
    return _shipped("resources")


def migrations() -> Path:
    """The folder Alembic works in."""
    return _shipped("migrations")


def guide(language: str) -> Path:
    """The user guide in a language of the screen, as Markdown."""
    return _shipped("docs") / "guide" / f"{language}.md"
