"""What leaves an event, and what comes into one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.base.words import NOOP
from forumdesk.cli.answers import Session, end_of_import, print_json
from forumdesk.cli.arguments import file_argument, json_option, opened, out_option

if TYPE_CHECKING:
    from forumdesk.app.schedule_import import Incoming

NO_ITEMS = NOOP(
    "{path}: {count} items cannot come in, so nothing was imported; mend the file, or use --skip-refused."
)
LISTS = ("attendees", "people", "organisations", "plaques", "agreements")


@click.command()
@click.argument("what", type=click.Choice(["attendees", "schedule", "event"]), metavar="WHAT")
@file_argument
@out_option
@click.option("--language", help="One of the event's languages; the first where it is not given.")
@click.option("--columns", help="Columns in this order, with commas between.")
@click.option("--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows that hold this.")
@click.option("--sensitive", is_flag=True, help="With phone, e-mail and ID number.")
@click.option("--forum", help="A schedule of this forum only: its title or ID.")
@click.option("--person", help="A schedule of what this person appears in: their name or ID.")
@click.pass_obj
def export(
    session: Session,
    what: str,
    file: str,
    out: Path,
    language: str | None,
    columns: str | None,
    where: tuple[str, ...],
    sensitive: bool,
    forum: str | None,
    person: str | None,
) -> None:
    """Export what leaves an event.

    attendees: .xlsx, .csv or .vcf. schedule: .ics, .xml or .json. event, all there is: .zip of JSON and CSV.
    """
    from forumdesk.app.exporting import export_attendees
    from forumdesk.app.packages import export_event
    from forumdesk.app.scheduling import export_schedule

    with opened(file) as store:
        match what:
            case "attendees":
                conditions = [(name.strip(), value) for name, _, value in (one.partition("=") for one in where)]
                names = [name.strip() for name in columns.split(",")] if columns else ()
                count = export_attendees(
                    store, out, language=language, columns=names, where=conditions, sensitive=sensitive
                )
                done = session.words.say("{count} attendees", count=count)
            case "schedule":
                count = export_schedule(store, out, language=language, forum=forum, person=person)
                done = session.words.say("Agenda items: {count}", count=count)
            case _:
                done = session.words.say("Rows: {count}", count=export_event(store, out, sensitive=sensitive))
    click.echo(done, err=True)
    click.echo(out)


@click.command()
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), help="The draft to write; else it is only shown."
)
@json_option
@click.pass_obj
def draft(session: Session, source: Path, out: Path | None, as_json: bool) -> None:
    """Read an MC script or a forum's record (.docx, .txt): what it would add, with the text it came from.

    Look through the draft, set "accepted" to true where it is right, and import it: nothing comes in unseen.
    """
    from forumdesk.app.script_draft import draft_of, write_draft

    read = draft_of(source)
    if out is not None:
        write_draft(read, out)
    if as_json:
        print_json(read.line())
        return
    for one in () if out else read.findings:
        shown = " · ".join(filter(None, (one.role, *one.texts, "" if one.value is None else str(one.value))))
        click.echo(f"{one.line:>5}  {one.what.value:<10}  {shown}")
    counts = ", ".join(f"{what} {count}" for what, count in read.counts().items())
    click.echo(session.words.say("Found: {counts}", counts=counts), err=True)
    if out is not None:
        click.echo(out)


@click.command("import")
@click.argument("what", type=click.Choice([*LISTS, "schedule", "script", "event"]), metavar="WHAT")
@file_argument
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option(
    "--language",
    help="Whose wording comes in; where it is not given, the event's first language, or the one a script is in.",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column, by its head or letter, holds a field of a list; nothing behind the sign: none does.",
)
@click.option(
    "--sheet", default="", help="The sheet of a workbook; the first with such a list where it is not given."
)
@click.option("--batch", help="The ceremony a list of plaques or agreements is of, where there are several.")
@click.option("--encoding", default="", help="The encoding of a text file, where it cannot be known.")
@click.option("--accept", is_flag=True, help="Accept all of a script, though nobody has looked through it.")
@click.option("--forum", help="The forum a script is of, where the event has several: its title or ID.")
@click.option("--skip-refused", is_flag=True, help="Import the rest where some rows or items cannot come in.")
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@json_option
@click.pass_obj
def import_(
    session: Session,
    what: str,
    file: str,
    source: Path,
    language: str | None,
    columns: tuple[str, ...],
    sheet: str,
    batch: str | None,
    encoding: str,
    accept: bool,
    forum: str | None,
    skip_refused: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Import what comes from elsewhere, as one step that can be undone.

    attendees, people, organisations, plaques, agreements: a list (.xlsx, .csv, .vcf), its columns known by their
    heads. schedule: the agenda of another program (.xml, .json, .xlsx), or again one that was exported. script: a
    draft that was looked through (.json), or with --accept a script itself (.docx, .txt). event: a package (.zip);
    FILE is made anew.
    """
    if what == "event":
        return _import_package(session, file, source, dry_run=dry_run, as_json=as_json)
    if what in LISTS:
        from forumdesk.cli.lists import import_list

        wishes = {name.strip(): column.strip() for name, _, column in (one.partition("=") for one in columns)}
        with opened(file) as store:
            return import_list(
                session, store, what, source, wishes, language=language, sheet=sheet, batch=batch, encoding=encoding,
                skip_refused=skip_refused, dry_run=dry_run, as_json=as_json,
            )  # fmt: skip
    if what == "script":
        from forumdesk.app.script_import import import_script

        with opened(file) as store:
            script = import_script(store, source, accept=accept, forum=forum, language=language, dry_run=dry_run)
        if as_json:
            print_json(script.line(session.words))
        else:
            click.echo(_added(session, script))
        return 0
    from forumdesk.app.schedule_import import import_schedule

    with opened(file) as store:
        came = import_schedule(store, source, language=language, skip_refused=skip_refused, dry_run=dry_run)
    if as_json:
        print_json(came.line(session.words))
    else:
        for oddity in came.oddities:
            click.echo(f"{oddity.place}: {session.words.say(oddity.what)}", err=True)
        click.echo(_added(session, came))
    return end_of_import(session, NO_ITEMS, source, len(came.refused), skip_refused=skip_refused, dry_run=dry_run)


def _added(session: Session, came: Incoming) -> str:
    counts = {"added": came.added, "updated": came.updated, "unchanged": came.unchanged}
    return session.words.say("{added} added, {updated} changed, {unchanged} as they were", **counts)


def _import_package(session: Session, file: str, source: Path, *, dry_run: bool, as_json: bool) -> int:
    from forumdesk.app.packages import founded_from
    from forumdesk.store.opening import create

    found, rows = founded_from(source)
    if not dry_run:
        create(file, found).close()
    if as_json:
        print_json({"added": rows, "updated": 0, "unchanged": 0, "skipped": 0, "refused": []})
    else:
        click.echo(session.words.say("Rows: {count}", count=rows), err=True)
        click.echo(file)
    return 0
