"""An event's file: copies of it, damage in it, its schema."""

from __future__ import annotations

from pathlib import Path

import click

from forumdesk.cli.answers import NOT_FINE, Session, print_json
from forumdesk.cli.arguments import file_argument, json_option, path_of


@click.command()
@file_argument
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Where to; else among your backups.")
def backup(file: str, out: Path | None) -> None:
    """Copy an event, consistent also while others work on it, with its SHA-256 beside it."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    path = path_of(file)
    files.recognise(path, SCHEMA)
    if out is not None and out.exists():
        raise files.AlreadyThere(path=out)
    target = out or files.backup_place(path, "backup")
    files.copy(path, target)
    click.echo(target)


@click.command()
@file_argument
@json_option
def verify(file: str, as_json: bool) -> int:
    """Look for damage in an event or a backup; exit code 1 if there is any."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    findings = files.verify(path_of(file), SCHEMA)
    if as_json:
        lines = [{"code": finding.code, "message": finding.message} for finding in findings]
        print_json({"ok": not findings, "findings": lines})
    else:
        click.echo("\n".join(finding.message for finding in findings) or "ok")
    return NOT_FINE if findings else 0


@click.command()
@click.argument("backup", metavar="BACKUP")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The event to restore.")
@click.pass_obj
def restore(session: Session, backup: str, out: Path) -> None:
    """Put a backup in an event's place; what was there goes to your backups first."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    kept = files.restore(path_of(backup), path_of(str(out)), SCHEMA)
    if kept is not None:
        click.echo(session.words.say("What was there is kept as {path}.", path=kept), err=True)
    click.echo(out)


@click.command()
@file_argument
@click.pass_obj
def migrate(session: Session, file: str) -> None:
    """Bring an older event up to this program's schema; a backup is made first."""
    from forumdesk.store.opening import upgrade

    kept = upgrade(path_of(file))
    if kept is None:
        click.echo(session.words.say("{path} is up to date.", path=file), err=True)
    else:
        click.echo(session.words.say("The file as it was is kept as {path}.", path=kept), err=True)
    click.echo(file)
