"""Where the program's own files are, in a checkout as in an installed program, and where the user's are."""

from __future__ import annotations

import sys
from pathlib import Path

NAME = "forumdesk"
BESIDE = "settings"
"""A folder of this name beside the program makes it a portable one: what it remembers stays in there."""

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of fonts, sample, stroke data and message catalogues."""
    return _shipped("resources")


def migrations() -> Path:
    """The folder Alembic works in."""
    return _shipped("migrations")


def guide(language: str) -> Path:
    """The user guide in a language of the screen, as Markdown."""
    return _shipped("docs") / "guide" / f"{language}.md"


def commit() -> str:
    """The commit an installed program was built from, or that a checkout is at; empty where nothing tells."""
    written = resources() / "commit"
    if written.is_file():
        return written.read_text(encoding="ascii").strip()
    import subprocess

    try:
        asked = ["git", "-C", str(_PACKAGE.parent), "rev-parse", "--short=12", "HEAD"]
        told = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.stdout.strip()


def pins() -> str:
    """The Python packages a user's run needs, one `name==version` a line."""
    return _shipped("requirements.lock").read_text(encoding="ascii")


def licences() -> Path:
    """The folder with the licences of what an installed program ships beside those; absent in a checkout."""
    return _shipped("licences")


def settings() -> Path:
    """Where the program keeps what it remembers of windows and files; made by whoever writes there."""
    from platformdirs import user_config_path

    return _beside() or user_config_path(NAME, appauthor=False)


def data() -> Path:
    """Where the program keeps backups of events; made by whoever writes there."""
    from platformdirs import user_data_path

    return _beside() or user_data_path(NAME, appauthor=False)


def runtime() -> Path:
    """Where desks of this machine can be called, for as long as the user is logged in."""
    from platformdirs import user_runtime_path

    return user_runtime_path(NAME, appauthor=False, ensure_exists=True)


def documents() -> Path:
    """The user's own documents."""
    from platformdirs import user_documents_path

    return user_documents_path()


def _beside() -> Path | None:
    folder = Path(sys.executable).parent / BESIDE
    return folder if getattr(sys, "frozen", False) and folder.is_dir() else None
