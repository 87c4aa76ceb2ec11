"""Print the manual page of the command line, made of the commands themselves."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from forumdesk import __version__
from forumdesk.cli.program import program

EXITS = {
    "0": "It was done.",
    "1": "A check or a search for damage found something.",
    "2": "The request was wrong; nothing was changed.",
    "3": "A file, a disk or a server failed.",
}
FILES = {
    "~/.config/forumdesk": "Windows and files opened last.",
    "~/.local/share/forumdesk": "Backups of events.",
}


def page() -> str:
    """The page, as troff."""
    context = click.Context(program, info_name="forumdesk")
    lines = [
        f'.TH FORUMDESK 1 "" "ForumDesk {__version__}"',
        ".SH NAME", r"forumdesk \- desk for forum organisers",
        ".SH SYNOPSIS", ".B forumdesk", "[FILE]", ".br", ".B forumdesk", "COMMAND [OPTION…] …",
        ".SH DESCRIPTION", *paragraphs(program.help or ""),
        ".SH COMMANDS",
    ]  # fmt: skip
    for name in program.list_commands(context):
        lines += commands(name, program.get_command(context, name), context)
    for title, table in {"EXIT STATUS": EXITS, "FILES": FILES}.items():
        lines.append(f".SH {title}")
        for what, means in table.items():
            lines += [".TP", f".B {plain(what)}", plain(means)]
    return "\n".join(lines)


def commands(path: str, command: click.Command | None, parent: click.Context) -> list[str]:
    """A command, or each of those in a group, with how it is typed and what it does."""
    if command is None or command.hidden:
        return []
    context = click.Context(command, info_name=path, parent=parent)
    if isinstance(command, click.Group):
        inner = ((name, command.get_command(context, name)) for name in command.list_commands(context))
        return [line for name, each in inner for line in commands(f"{path} {name}", each, parent)]
    typed = " ".join(command.collect_usage_pieces(context))
    return [".TP", f".B {plain(path)} {plain(typed)}", plain(command.help or "")]


def paragraphs(text: str) -> list[str]:
    """Paragraphs set apart as troff does."""
    return [line for part in text.split("\n\n") for line in (".PP", plain(part))]


def plain(text: str) -> str:
    """Text in which troff sees no request and no hyphen of its own."""
    escaped = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    print(page())
