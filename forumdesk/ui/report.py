"""A bug in words that may be sent to anybody: where it happened, and nothing of the event."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

import forumdesk

_PACKAGE = Path(forumdesk.__file__).parent


def report_of(error: BaseException) -> str:
    """Versions, the kinds of errors and the lines they came through.

    Messages of errors are left out: they may quote names. So are folders outside the program: they name people.
    """
    from forumdesk.app.about import versions

    told = ", ".join(f"{what} {version}" for what, version in versions().items())
    lines = [told, f"{platform.system()} {platform.machine()}"]
    link: BaseException | None = error
    while link is not None:
        kind = type(link)
        lines += ["", f"{kind.__module__}.{kind.__qualname__}"]
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    shown = path.relative_to(_PACKAGE.parent) if path.is_relative_to(_PACKAGE) else Path(path.name)
    return f"{shown.as_posix()}:{frame.lineno} {frame.name}"
