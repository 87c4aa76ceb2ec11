"""The program and its commands. What each needs is imported when it runs: `--help` must be quick."""

from __future__ import annotations

import click

from forumdesk.cli import events, exchange, files, layouts, printing, steps
from forumdesk.cli.answers import Session
from forumdesk.cli.arguments import file_argument


class DeskOrCommand(click.Group):
    """`forumdesk FILE` opens the desk; `forumdesk COMMAND …` does what the command says."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a first word that is no command for the name of an event."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            return "open", self.commands["open"], args
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Commands in the order in which they were written down, not by the alphabet."""
        return list(self.commands)


def tell_versions(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    """Answer `--version` and end."""
    if asked:
        from forumdesk.app.about import versions

        click.echo(", ".join(f"{what} {version}" for what, version in versions().items()))
        context.exit()


@click.group(cls=DeskOrCommand, invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=tell_versions,
    help="Say the versions of the program and of what it stands on.",
)
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


# In the order of the help: from the event's beginning to what leaves it.
for command in (
    events.sample,
    events.new,
    events.duplicate,
    events.info,
    events.check,
    steps.commands,
    steps.do,
    steps.picture,
    steps.font,
    steps.history,
    steps.undo,
    steps.redo,
    files.backup,
    files.verify,
    files.restore,
    files.migrate,
    printing.print_,
    layouts.layout,
    exchange.export,
    exchange.draft,
    exchange.import_,
):
    program.add_command(command)
