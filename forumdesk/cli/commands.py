"""Every command of the command line. What each needs is imported when it runs: `--help` must be quick."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forumdesk import __version__
from forumdesk.app.printing.kinds import DOCUMENTS, kinds_of
from forumdesk.app.printing.order import Order
from forumdesk.cli.main import NOT_FINE, DeskOrCommand, Session

if TYPE_CHECKING:
    from forumdesk.store.store import Store

CERTIFICATES = [kind.name for kind in kinds_of("certificates")]

file_argument = click.argument("file", metavar="FILE")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
out_option = click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The file to write."
)


@click.group(cls=DeskOrCommand, invoke_without_command=True)
@click.version_option(__version__, prog_name="forumdesk")
@click.option("--debug", is_flag=True, help="Show where an error came from.")
@click.pass_context
def program(context: click.Context, debug: bool) -> int:  # noqa: ARG001
    """The desk for forum organisers: agenda, people, ceremonies, and everything printed for them.

    `forumdesk FILE` opens the desk on an event; `forumdesk` alone shows what was open last, the first time the
    sample. The commands below do the same work without a window. FILE is an event file (x.forum) or the address
    of a PostgreSQL database.
    """
    if context.invoked_subcommand is not None:
        return 0
    from forumdesk.cli.first_run import begin

    return begin(context.obj)


@program.command("first-run", hidden=True)
@click.pass_obj
def first_run(session: Session) -> int:
    """Open the desk on the sample; with no screen, print its documents."""
    from forumdesk.cli.first_run import first_run

    return first_run(session)


@program.command(hidden=True)
@file_argument
@click.pass_obj
def open(session: Session, file: str) -> int:  # noqa: A001
    """Open the desk on an event."""
    return session.open_desk(file, session.words)


@program.command()
@file_argument
def sample(file: str) -> None:
    """Write the sample event: a real forum, with everything that happened there."""
    from forumdesk.app.sample import found_sample
    from forumdesk.store.opening import create

    create(file, found_sample).close()
    click.echo(file)


@program.command()
@file_argument
@click.option("--title", required=True, help="The event's title in its first language.")
@click.option("--title-second", default="", help="The title in the second language.")
@click.option("--languages", default="zh,en", show_default=True, help="The event's two languages.")
@click.option("--date", "day", help="The first day, as 2025-03-28; today where it is not given.")
@click.option("--zone", default="Asia/Shanghai", show_default=True, help="The event's time zone.")
def new(file: str, title: str, title_second: str, languages: str, day: str | None, zone: str) -> None:
    """Begin a new event with one forum in it."""
    from forumdesk.app.founding import found_event
    from forumdesk.store.opening import create

    create(file, found_event(title, title_second, languages, day, zone)).close()
    click.echo(file)


@program.command()
@file_argument
@click.argument("new", metavar="NEW")
@click.option("--title", help="The next event's title in its first language; the old one where it is not given.")
@click.option("--title-second", help="The title in the second language; the old one where it is not given.")
@click.option("--date", "day", help="The first day, as 2025-03-28; a year later where it is not given.")
def duplicate(file: str, new: str, title: str | None, title_second: str | None, day: str | None) -> None:
    """Duplicate an event for the next one: people, organisations and the shape of the agenda carry over."""
    from forumdesk.app.duplicating import duplicated
    from forumdesk.store.opening import create

    with _opened(file) as store:
        create(new, duplicated(store, title, title_second, day)).close()
    click.echo(new)


@program.command()
@file_argument
@json_option
def info(file: str, as_json: bool) -> None:
    """Tell what an event holds: a count a kind, the schema, the last step."""
    from forumdesk.app.summary import summary

    with _opened(file) as store:
        facts = summary(store)
    if as_json:
        _print_json(facts)
        return
    click.echo(facts["title"])
    if facts["title_second"]:
        click.echo(facts["title_second"])
    for name, count in facts["counts"].items():
        click.echo(f"{name:>22}  {count}")
    if last := facts["last_step"]:
        click.echo(f"{'last_step':>22}  {last['title']} · {last['actor']} · {last['at'][:19]}Z")


@program.command()
@file_argument
@json_option
@click.pass_obj
def check(session: Session, file: str, as_json: bool) -> int:
    """Say what is wrong or doubtful; exit code 1 if an error stands that nobody accepted."""
    from forumdesk.app.checking import check as find_problems

    with _opened(file) as store, store.look() as look:
        problems = find_problems(look)
    if as_json:
        _print_json({"problems": [problem.line(session.words) for problem in problems]})
    else:
        for problem in problems:
            accepted = f" ({session.words.say('accepted')})" if problem.accepted else ""
            click.echo(f"{session.words.say(problem.severity)}: {problem.say(session.words)}{accepted}")
    standing = any(problem.severity == "error" and not problem.accepted for problem in problems)
    return NOT_FINE if standing else 0


@program.command()
@json_option
def commands(as_json: bool) -> None:
    """List every change the product knows, with its fields."""
    from forumdesk.app.commands.catalogue import commands as known
    from forumdesk.app.commands.catalogue import describe

    described = [describe(kind) for kind in known().values()]
    if as_json:
        _print_json(described)
        return
    for one in described:
        fields = ", ".join(name if name in one["required"] else f"[{name}]" for name in one["fields"])
        click.echo(f"{one['name']} {fields}\n    {one['does']}")


@program.command()
@file_argument
@click.argument("command", metavar="COMMAND")
@click.argument("fields", metavar="JSON", default="{}")
@click.pass_obj
def do(session: Session, file: str, command: str, fields: str) -> None:
    """Run one of the commands as one undoable step; JSON holds its fields, `-` reads them from standard input."""
    from forumdesk.app.bus import Bus
    from forumdesk.app.commands.catalogue import command as named

    wish = named(command).read(sys.stdin.read() if fields == "-" else fields)
    with _opened(file) as store:
        _print_changes(session, Bus(store).run(wish))


@program.command()
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
    with _opened(file) as store:
        with store.look() as look:
            wish = picture_of(look, whose, content)
        _print_changes(session, Bus(store).run(wish))


@program.command()
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
    with _opened(file) as store:
        if what == "add":
            _print_changes(session, Bus(store).run(AddFont(font=content)))
            return
        with store.look() as look:
            found = font_named(look, font)
        _print_changes(session, Bus(store).run(RemoveFont(id=found)))


@program.command()
@file_argument
@json_option
@click.pass_obj
def history(session: Session, file: str, as_json: bool) -> None:
    """List the steps, newest first: when, who, what."""
    from forumdesk.app.summary import step_line

    with _opened(file) as store:
        steps = [step_line(step) for step in store.history()]
    if as_json:
        _print_json(steps)
        return
    for step in steps:
        state = "" if step["state"] == "done" else f"  ({session.words.say(step['state'])})"
        click.echo(f"{step['at'][:19]}Z  {step['actor']:<12} {session.words.say(step['title'])}{state}")


@program.command()
@file_argument
@click.pass_obj
def undo(session: Session, file: str) -> None:
    """Take back your last step."""
    with _opened(file) as store:
        _print_changes(session, store.undo())


@program.command()
@file_argument
@click.pass_obj
def redo(session: Session, file: str) -> None:
    """Do again what you undid last."""
    with _opened(file) as store:
        _print_changes(session, store.redo())


@program.command()
@file_argument
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="Where to; else among your backups.")
def backup(file: str, out: Path | None) -> None:
    """Copy an event, consistent also while others work on it, with its SHA-256 beside it."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    path = _path(file)
    files.recognise(path, SCHEMA)
    if out is not None and out.exists():
        raise files.AlreadyThere(path=out)
    target = out or files.backup_place(path, "backup")
    files.copy(path, target)
    click.echo(target)


@program.command()
@file_argument
@json_option
def verify(file: str, as_json: bool) -> int:
    """Look for damage in an event or a backup; exit code 1 if there is any."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    findings = files.verify(_path(file), SCHEMA)
    if as_json:
        lines = [{"code": finding.code, "message": finding.message} for finding in findings]
        _print_json({"ok": not findings, "findings": lines})
    else:
        click.echo("\n".join(finding.message for finding in findings) or "ok")
    return NOT_FINE if findings else 0


@program.command()
@click.argument("backup", metavar="BACKUP")
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="The event to restore.")
@click.pass_obj
def restore(session: Session, backup: str, out: Path) -> None:
    """Put a backup in an event's place; what was there goes to your backups first."""
    from forumdesk.store import files
    from forumdesk.store.marks import SCHEMA

    kept = files.restore(_path(backup), _path(str(out)), SCHEMA)
    if kept is not None:
        click.echo(session.words.say("What was there is kept as {path}.", path=kept), err=True)
    click.echo(out)


@program.command()
@file_argument
@click.pass_obj
def migrate(session: Session, file: str) -> None:
    """Bring an older event up to this program's schema; a backup is made first."""
    from forumdesk.store.opening import upgrade

    kept = upgrade(_path(file))
    if kept is None:
        click.echo(session.words.say("{path} is up to date.", path=file), err=True)
    else:
        click.echo(session.words.say("The file as it was is kept as {path}.", path=kept), err=True)
    click.echo(file)


@program.command("print", epilog=f"DOCUMENT: {' | '.join(DOCUMENTS)}")
@click.argument("document", type=click.Choice(DOCUMENTS), metavar="DOCUMENT")
@file_argument
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--language", help="One of the event's languages, or both; the first where it is not given.")
@click.option("--forum", help="The forum's title or ID, where the event has several.")
@click.option(
    "--kind", "kinds", type=click.Choice(CERTIFICATES), multiple=True, help="Certificates of these kinds only."
)
@click.option("--batch", help="The batch's name, where certificates are given in several.")
@click.option("--only", multiple=True, metavar="ID", help="These pieces only.")
@click.option("--stale", is_flag=True, help="What was printed before and has changed since; not what never was.")
@click.option("--template", metavar="NAME", help="The layout to print on: one of the event's, or one that ships.")
@click.option("--paper", metavar="PAPER", help="A4 or A5; A5-folded is a booklet for A4 sheets, to be stapled.")
@click.option("--data-only", is_flag=True, help="Leave out what all pieces share, for paper printed before.")
@click.option("--record", is_flag=True, help="Note what the PDF holds as printed, for --stale and the desk.")
@click.option("--list", "as_list", is_flag=True, help="List the pieces with the IDs --only takes, and write nothing.")
@json_option
@click.pass_obj
def print_(
    session: Session,
    document: str,
    file: str,
    out: Path | None,
    language: str | None,
    forum: str | None,
    kinds: tuple[str, ...],
    batch: str | None,
    only: tuple[str, ...],
    stale: bool,
    template: str | None,
    paper: str | None,
    data_only: bool,
    record: bool,
    as_list: bool,
    as_json: bool,
) -> None:
    """Print a document to PDF, or list the pieces it means."""
    from forumdesk.app.printing.making import print_document
    from forumdesk.app.printing.stock import stale_pieces

    order = Order(document, language, forum, batch, kinds, only, stale, template, paper, data_only)
    if as_list:
        _list_pieces(session, order, file, as_json=as_json)
        return
    if out is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    with _opened(file) as store:
        printed = print_document(store, order, out, recorded=record)
        if as_json:
            _print_json({**printed.line(), "recorded": record, "stale": stale_pieces(store, order)})
    if as_json:
        return
    for sentence in printed.remarks(session.words):
        click.echo(sentence, err=True)
    click.echo(out)


@program.command()
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

    with _opened(file) as store:
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


@program.command("import")
@click.argument("what", type=click.Choice(["schedule", "event"]), metavar="WHAT")
@file_argument
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option("--language", help="Whose wording a schedule brings; the event's first language where it is not given.")
@click.option("--skip-refused", is_flag=True, help="Import the rest where some items cannot come in.")
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@json_option
@click.pass_obj
def import_(
    session: Session,
    what: str,
    file: str,
    source: Path,
    language: str | None,
    skip_refused: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Import what comes from elsewhere, as one step that can be undone.

    schedule: the agenda of another program (.xml, .json), or again one that was exported. event: a package (.zip);
    FILE is made anew.
    """
    if what == "event":
        return _import_package(session, file, source, dry_run=dry_run, as_json=as_json)
    from forumdesk.app.schedule_import import import_schedule

    with _opened(file) as store:
        came = import_schedule(store, source, language=language, skip_refused=skip_refused, dry_run=dry_run)
    if as_json:
        _print_json(came.line(session.words))
    else:
        for oddity in came.oddities:
            click.echo(f"{oddity.place}: {session.words.say(oddity.what)}", err=True)
        counts = {"added": came.added, "updated": came.updated, "unchanged": came.unchanged}
        click.echo(session.words.say("{added} added, {updated} changed, {unchanged} as they were", **counts))
    if not came.refused or skip_refused:
        return 0
    if not dry_run:
        sentence = session.words.say(
            "{path}: {count} items cannot come in, so nothing was imported; mend the file, or use --skip-refused.",
            path=source,
            count=len(came.refused),
        )
        click.echo(sentence, err=True)
    return NOT_FINE


def _import_package(session: Session, file: str, source: Path, *, dry_run: bool, as_json: bool) -> int:
    from forumdesk.app.packages import founded_from
    from forumdesk.store.opening import create

    found, rows = founded_from(source)
    if not dry_run:
        create(file, found).close()
    if as_json:
        _print_json({"added": rows, "updated": 0, "unchanged": 0, "skipped": 0, "refused": []})
    else:
        click.echo(session.words.say("Rows: {count}", count=rows), err=True)
        click.echo(file)
    return 0


def _list_pieces(session: Session, order: Order, file: str, *, as_json: bool) -> None:
    """A line a piece: its ID, kind, what tells it from the others, and what became of it."""
    from forumdesk.app.printing.stock import pieces

    with _opened(file) as store:
        listed = pieces(store, order)
    if as_json:
        _print_json([piece.line() for piece in listed])
        return
    for piece in listed:
        click.echo(piece.say(session.words))


@contextmanager
def _opened(target: str) -> Iterator[Store]:
    from forumdesk.store.opening import open_store

    store = open_store(target)
    try:
        yield store
    finally:
        store.close()


def _path(file: str) -> Path:
    """The file itself, for what only files have."""
    from forumdesk.store.engine import is_url
    from forumdesk.store.files import FilesOnly

    if is_url(file):
        raise FilesOnly
    return Path(file)


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _print_changes(session: Session, changes: Any) -> None:
    """Tell a person what was done and a program what it touched."""
    rows = [{"kind": kind, "id": str(row)} for kind, ids in sorted(changes.rows.items()) for row in sorted(ids)]
    click.echo(session.words.say(changes.title) or session.words.say("Nothing changed."), err=True)
    _print_json({"step": changes.step, "title": changes.title, "changed": rows})
