"""Steps: make one, list them, take one back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from forumdesk.cli.answers import Session, print_changes, print_json
from forumdesk.cli.arguments import file_argument, json_option, opened


@click.command()
@json_option
def commands(as_json: bool) -> None:
    """List every change the product knows, with its fields."""
    from forumdesk.app.commands.catalogue import commands as known
    from forumdesk.app.commands.catalogue import describe

    described = [describe(kind) for kind in known().values()]
    if as_json:
        print_json(described)
        return
    for one in described:
        fields = ", ".join(name if name in one["required"] else f"[{name}]" for name in one["fields"])
        click.echo(f"{one['name']} {fields}\n    {one['does']}")


@click.command()
@file_argument
@click.argument("command", metavar="COMMAND")
@click.argument("fields", metavar="JSON", default="{}")
@click.pass_obj
def do(session: Session, file: str, command: str, fields: str) -> None:
    """Run one of the commands as one undoable step; JSON holds its fields, `-` reads them from standard input."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.catalogue import command as named

    wish = named(command).read(sys.stdin.read() if fields == "-" else fields)
    with opened(file) as store:
        print_changes(session, Bus(store).run(wish))


@click.command()
@file_argument
@click.argument("whose")
@click.argument("image", required=False, type=click.Path(path_type=Path))
@click.option("--remove", is_flag=True, help="Take the picture away.")
@click.pass_obj
def picture(session: Session, file: str, whose: str, image: Path | None, remove: bool) -> None:
    """Give somebody a picture; WHOSE is the ID of a person or an organisation, or the event's `logo` or `seal`."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.pictures import picture_of
    from forumdesk.exchange.pictures import read

    if (image is None) != remove:
        raise click.UsageError("Give an IMAGE, or --remove.")
    content = None if image is None else read(image)
    with opened(file) as store:
        with store.look() as look:
            wish = picture_of(look, whose, content)
        print_changes(session, Bus(store).run(wish))


@click.command()
@file_argument
@click.argument("what", type=click.Choice(["add", "remove"]))
@click.argument("font")
@click.pass_obj
def font(session: Session, file: str, what: str, font: str) -> None:
    """Add the TrueType file FONT to the event, or remove the one that is called FONT.

    Papers take from it the characters that ForumDesk's own faces lack.
    """
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.fonts import AddFont, RemoveFont, font_named
    from forumdesk.exchange.pictures import read

    content = read(Path(font)) if what == "add" else b""
    with opened(file) as store:
        if what == "add":
            print_changes(session, Bus(store).run(AddFont(font=content)))
            return
        with store.look() as look:
            found = font_named(look, font)
        print_changes(session, Bus(store).run(RemoveFont(id=found)))


@click.command()
@file_argument
@json_option
@click.pass_obj
def history(session: Session, file: str, as_json: bool) -> None:
    """List the steps, newest first: when, who, what."""
    from forumdesk.app.summary import step_line

    with opened(file) as store:
        steps = [step_line(step) for step in store.history()]
    if as_json:
        print_json(steps)
        return
    for step in steps:
        state = "" if step["state"] == "done" else f"  ({session.words.say(step['state'])})"
        click.echo(f"{step['at'][:19]}Z  {step['actor']:<12} {session.words.say(step['title'])}{state}")


@click.command()
@file_argument
@click.pass_obj
def undo(session: Session, file: str) -> None:
    """Take back your last step."""
    with opened(file) as store:
        print_changes(session, store.undo())


@click.command()
@file_argument
@click.pass_obj
def redo(session: Session, file: str) -> None:
    """Do again what you undid last."""
    with opened(file) as store:
        print_changes(session, store.redo())
