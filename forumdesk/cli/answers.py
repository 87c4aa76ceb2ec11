"""What a command has at hand and how it answers: JSON for programs, a sentence for people."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from forumdesk.base.words import Words

OpenDesk = Callable[[str, Words], int]

NOT_FINE = 1
"""The exit code of a check that found something."""


class Session:
    """What every command has at hand: the words to answer with and the desk to open."""

    def __init__(self, words: Words, open_desk: OpenDesk) -> None:
        self.words = words
        self.open_desk = open_desk


def print_json(value: Any) -> None:
    """One JSON document, its characters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def end_of_import(
    session: Session, sentence: str, source: Path, refused: int, *, skip_refused: bool, dry_run: bool
) -> int:
    """The exit code where so many rows or items are refused; `sentence` says that nothing came in for their sake."""
    if not refused or skip_refused:
        return 0
    if not dry_run:
        click.echo(session.words.say(sentence, path=source, count=refused), err=True)
    return NOT_FINE


def print_changes(session: Session, changes: Any) -> None:
    """Tell a person what was done and a program what it touched."""
    rows = [{"kind": kind, "id": str(row)} for kind, ids in sorted(changes.rows.items()) for row in sorted(ids)]
    click.echo(session.words.say(changes.title) or session.words.say("Nothing changed."), err=True)
    print_json({"step": changes.step, "title": changes.title, "changed": rows})
