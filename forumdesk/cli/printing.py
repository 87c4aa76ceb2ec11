"""What is printed."""

from __future__ import annotations

from pathlib import Path

import click

from forumdesk.app.printing.kinds import DOCUMENTS, GROUPINGS, KINDS
from forumdesk.app.printing.order import Order
from forumdesk.cli.answers import Session, print_json
from forumdesk.cli.arguments import file_argument, json_option, opened

CERTIFICATES = [kind.name for kind in KINDS if kind.document == "certificates"]


@click.command("print", epilog=f"DOCUMENT: {' | '.join(DOCUMENTS)}")
@click.argument("document", type=click.Choice(DOCUMENTS), metavar="DOCUMENT")
@file_argument
@click.option("-o", "--output", "out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--language", help="One of the event's languages, or both; the first where it is not given.")
@click.option("--forum", help="The forum's title or ID, where the event has several.")
@click.option(
    "--kind", "kinds", type=click.Choice(CERTIFICATES), multiple=True, help="Certificates of these kinds only."
)
@click.option("--batch", help="The batch's name, where certificates are given in several.")
@click.option("--only", multiple=True, metavar="ID", help="These pieces only, by ID or name.")
@click.option("--stale", is_flag=True, help="What was printed before and has changed since; not what never was.")
@click.option(
    "--remaining", is_flag=True, help="What was not printed yet, such as the rest of a job that was stopped."
)
@click.option("--template", metavar="NAME", help="The layout to print on: one of the event's, or one that ships.")
@click.option("--paper", metavar="PAPER", help="A4 or A5; A5-folded is a booklet for A4 sheets, to be stapled.")
@click.option("--data-only", is_flag=True, help="Leave out what all pieces share, for paper printed before.")
@click.option("--department", help="The run of show with the cues of one department only.")
@click.option(
    "--by", "grouping", type=click.Choice(GROUPINGS), help="How people stand in the booklet and the sign-in sheet."
)
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
    remaining: bool,
    template: str | None,
    paper: str | None,
    data_only: bool,
    department: str | None,
    grouping: str | None,
    record: bool,
    as_list: bool,
    as_json: bool,
) -> None:
    """Print a document to PDF, or list the pieces it means."""
    from forumdesk.app.printing.making import print_document
    from forumdesk.app.printing.stock import stale_pieces

    choices = (template, paper, data_only, department, grouping)
    order = Order(document, language, forum, batch, kinds, only, stale, remaining, *choices)
    if as_list:
        _list_pieces(session, order, file, as_json=as_json)
        return
    if out is None:
        raise click.UsageError("Missing option '-o' / '--output'.")
    with opened(file) as store:
        printed = print_document(store, order, out, recorded=record)
        if as_json:
            print_json({**printed.line(), "recorded": record, "stale": stale_pieces(store, order)})
    if as_json:
        return
    for sentence in printed.remarks(session.words):
        click.echo(sentence, err=True)
    click.echo(out)


def _list_pieces(session: Session, order: Order, file: str, *, as_json: bool) -> None:
    """A line a piece: its ID, kind, what tells it from the others, and what became of it."""
    from forumdesk.app.printing.stock import pieces

    with opened(file) as store:
        listed = pieces(store, order)
    if as_json:
        print_json([piece.line() for piece in listed])
        return
    for piece in listed:
        click.echo(piece.say(session.words))
