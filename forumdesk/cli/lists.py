"""Lists that come in, by the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from forumdesk.base.job import Ticket
from forumdesk.base.words import NOOP, Words
from forumdesk.cli.answers import Session, end_of_import, print_json

if TYPE_CHECKING:
    from forumdesk.app.lists.importing import Incoming, Review
    from forumdesk.store.store import Store

NO_ROWS = NOOP("{path}: {count} rows cannot come in, so nothing was imported; mend the file, or use --skip-refused.")


def import_list(
    session: Session,
    store: Store,
    kind: str,
    source: Path,
    columns: Mapping[str, str],
    *,
    language: str | None,
    sheet: str,
    batch: str | None,
    encoding: str,
    skip_refused: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Import a list, or only say what would come of it; how each row fares is said before anything is done."""
    from forumdesk.app.lists.importing import carry_out, read_incoming, review

    with _progress() as ticket:
        incoming = read_incoming(
            store,
            kind,
            source,
            sheet=sheet,
            encoding=encoding,
            language=language,
            batch=batch,
            columns=columns,
            ticket=ticket,
        )
        if dry_run:
            with store.look() as look:
                found = review(look, incoming, ticket)
        else:
            found = carry_out(store, incoming, skip_refused=skip_refused, ticket=ticket)
    if as_json:
        print_json(found.line(session.words))
    else:
        _tell(session.words, incoming, found, every_row=dry_run)
    return end_of_import(session, NO_ROWS, source, len(found.refused), skip_refused=skip_refused, dry_run=dry_run)


def _tell(words: Words, incoming: Incoming, found: Review, *, every_row: bool) -> None:
    """Which column was taken for what, the rows that are refused and why, and, where asked for, the others."""
    from forumdesk.app.lists.fields import say_field
    from forumdesk.app.lists.importing import say_change
    from forumdesk.app.lists.rows import Became

    for code in incoming.fields:
        click.echo(f"{incoming.column(code)} → {say_field(words, incoming.kind, code)}", err=True)
    for outcome in found.outcomes:
        row = words.say("Row {row}", row=outcome.row)
        if outcome.became is Became.REFUSED:
            for told in outcome.told:
                reason = told.trouble.say(words) if told.trouble else ""
                click.echo(f"{row}, {incoming.column(told.field) or told.field}: {reason}", err=True)
        elif every_row and outcome.became in (Became.ADDED, Became.UPDATED):
            changes = say_change(words, incoming.kind, outcome)
            click.echo(f"{row}: {outcome.who}: {words.say(outcome.became)}  {changes}".rstrip())
    counts = {became.value: count for became, count in found.counts.items()}
    parts = (
        words.say("{count} {what}", count=counts[each.value], what=words.say(each))
        for each in Became
        if each.value in counts
    )
    click.echo(words.say(", ").join(parts))


@contextmanager
def _progress() -> Iterator[Ticket]:
    """A ticket that shows on a terminal how far the work is, and shows nothing in a pipe."""
    if not sys.stderr.isatty():
        yield Ticket()
        return

    def show(done: int, of: int) -> None:
        if of:
            click.echo(f"\r{done * 100 // of:3} %", nl=False, err=True)

    yield Ticket(show)
    click.echo("\r     \r", nl=False, err=True)
