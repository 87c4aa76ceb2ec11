"""The only wiring: the command line gets the desk it may open."""

from __future__ import annotations

import sys

from forumdesk.base.words import Words


def main() -> int:
    """Run the program with the arguments it was started with and return its exit code."""
    from forumdesk.cli.main import run

    return run(sys.argv[1:], open_desk=open_desk)


def open_desk(target: str, words: Words) -> int:
    """Show an event in a window, or for no target the start page, until it is closed."""
    from forumdesk.ui.main import run

    return run(target, words=words)
