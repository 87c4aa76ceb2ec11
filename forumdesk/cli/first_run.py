"""The first run: the sample in the user's hands, on the screen or on paper."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from forumdesk.app.own_sample import home_of_samples, own_sample
from forumdesk.cli.answers import Session
from forumdesk.cli.arguments import opened


def begin(session: Session) -> int:
    """The start page for somebody who has opened events before; for everybody else the first run."""
    from forumdesk.app.recent import recent_files

    if has_screen() and recent_files():
        return session.open_desk("", session.words)
    return first_run(session)


def first_run(session: Session) -> int:
    """Open the desk on the user's copy of the sample; with no screen, print its documents beside it."""
    folder = home_of_samples()
    file = own_sample(folder)
    if has_screen():
        return session.open_desk(str(file), session.words)
    click.echo(session.words.say("There is no screen here, so the sample's documents are printed instead."), err=True)
    _print_all(file, folder)
    click.echo(folder)
    return 0


def has_screen() -> bool:
    """Whether a window could be shown."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _print_all(file: Path, folder: Path) -> None:
    from forumdesk.app.exporting import export_attendees
    from forumdesk.app.printing.making import print_document
    from forumdesk.app.printing.order import Order

    with opened(str(file)) as store:
        for document in ("programme", "certificates"):
            out = folder / f"{document}.pdf"
            print_document(store, Order(document, language="both"), out)
            click.echo(out)
        out = folder / "attendees.xlsx"
        export_attendees(store, out)
        click.echo(out)
