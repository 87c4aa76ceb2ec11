"""Print layouts of the event's own: listed, copied, renamed, removed, saved to files and added from them."""

from __future__ import annotations

from pathlib import Path

import click

from forumdesk.cli.answers import Session, print_changes, print_json
from forumdesk.cli.arguments import file_argument, json_option, opened, out_option

name_argument = click.argument("name", metavar="NAME")
title_option = click.option("--title", required=True, help="Its name in the event's first language.")
second_option = click.option("--title-second", default="", help="The name in the second language.")


@click.group()
def layout() -> None:
    """Layouts for printing cards; NAME is one of the event's, by name or ID, or one that ships."""


@layout.command("list")
@file_argument
@json_option
def list_(file: str, as_json: bool) -> None:
    """List every layout: its ID, what it is for, its name."""
    from forumdesk.app.layout_files import listed

    with opened(file) as store, store.look() as look:
        found = listed(look)
    if as_json:
        print_json(found)
        return
    for each in found:
        click.echo(f"{each['id']:<36}  {each['document']:<14}  {each['name'] or each['name_second']}")


@layout.command()
@file_argument
@name_argument
@out_option
def save(file: str, name: str, out: Path) -> None:
    """Save a layout with its pictures to a file (x.layout)."""
    from forumdesk.app.layout_files import save_layout

    with opened(file) as store, store.look() as look:
        save_layout(look, name, out)
    click.echo(out)


@layout.command()
@file_argument
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--title", help="Its name in the event's first language; the file's where it is not given.")
@second_option
@click.pass_obj
def add(session: Session, file: str, source: Path, title: str | None, title_second: str) -> None:
    """Add the layout of a file to the event."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.layout_files import added
    from forumdesk.domain.text import Text

    with opened(file) as store:
        with store.look() as look:
            wish = added(look, source, Text(title or "", title_second) if title or title_second else None)
        print_changes(session, Bus(store).run(wish))


@layout.command()
@file_argument
@name_argument
@title_option
@second_option
@click.pass_obj
def copy(session: Session, file: str, name: str, title: str, title_second: str) -> None:
    """Begin a layout of the event's own as a copy of another one."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.templates import AddTemplate
    from forumdesk.app.layout_files import layout_called
    from forumdesk.domain.text import Text

    with opened(file) as store:
        with store.look() as look:
            found, _ = layout_called(look, name)
        wish = AddTemplate(kind=found.kind, name=Text(title, title_second), layout=found)
        print_changes(session, Bus(store).run(wish))


@layout.command()
@file_argument
@name_argument
@title_option
@second_option
@click.pass_obj
def rename(session: Session, file: str, name: str, title: str, title_second: str) -> None:
    """Give one of the event's layouts another name."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.templates import EditTemplate
    from forumdesk.app.layout_files import template_called
    from forumdesk.domain.text import Text

    with opened(file) as store:
        with store.look() as look:
            found = template_called(look, name).id
        print_changes(session, Bus(store).run(EditTemplate(id=found, name=Text(title, title_second))))


@layout.command()
@file_argument
@name_argument
@click.pass_obj
def remove(session: Session, file: str, name: str) -> None:
    """Remove one of the event's layouts."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.templates import RemoveTemplate
    from forumdesk.app.layout_files import template_called

    with opened(file) as store:
        with store.look() as look:
            found = template_called(look, name).id
        print_changes(session, Bus(store).run(RemoveTemplate(id=found)))
