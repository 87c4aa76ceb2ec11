"""Every command the product knows, by name."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from forumdesk.app.commands import (
    agenda,
    attendees,
    ceremonies,
    event,
    fonts,
    lists,
    merging,
    people,
    pictures,
    plaques,
    precedence,
    problems,
    script,
    signing,
    templates,
)  # fmt: skip
from forumdesk.app.commands.command import Command
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP

_SUBJECTS = (
    event, agenda, people, pictures, merging, precedence, ceremonies, signing, plaques, attendees, script, problems,
    templates, fonts, lists,
)  # fmt: skip


class UnknownCommand(Refused):
    """There is no such command. Facts: name."""

    code = "unknown-command"
    sentence = NOOP("There is no command “{name}”; `forumdesk commands` lists them all.")


def commands() -> dict[str, type[Command]]:
    """The commands by name, in the order of their subjects."""
    return {
        name: kind
        for subject in _SUBJECTS
        for name, kind in vars(subject).items()
        if inspect.isclass(kind) and issubclass(kind, Command) and kind.__module__ == subject.__name__
    }


def command(name: str) -> type[Command]:
    """The command of that name; `UnknownCommand` where there is none."""
    try:
        return commands()[name]
    except KeyError:
        raise UnknownCommand(name=name) from None


def describe(kind: type[Command]) -> dict[str, Any]:
    """What a caller must know: name, title, what it does, and the JSON schema of its fields."""
    schema = msgspec.json.schema(kind)
    own = schema["$defs"].pop(kind.__name__)
    return {
        "name": kind.__name__,
        "title": kind.step,
        "does": " ".join((kind.__doc__ or "").split()),
        "fields": own["properties"],
        "required": own["required"],
        "types": schema["$defs"],
    }
