"""The command line: arguments in, results on standard output, one sentence and an exit code for what fails."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import click

from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP, Words

OpenDesk = Callable[[str, Words], int]

NOT_FINE, WRONG_REQUEST, FAILED, INTERRUPTED = 1, 2, 3, 130
LANGUAGE = "FORUMDESK_LANGUAGE"


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


class Session:
    """What every command has at hand: the words to answer with and the desk to open."""

    def __init__(self, words: Words, open_desk: OpenDesk) -> None:
        self.words = words
        self.open_desk = open_desk


def run(arguments: Sequence[str], *, open_desk: OpenDesk) -> int:
    """Carry out a command line and return its exit code; nothing but results goes to standard output."""
    from forumdesk.cli.program import program

    words = Words.of(language())
    debug = "--debug" in arguments
    try:
        result: Any = program.main(
            [argument for argument in arguments if argument != "--debug"],
            prog_name="forumdesk",
            standalone_mode=False,
            obj=Session(words, open_desk),
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except Trouble as trouble:
        return _tell(trouble.say(words), WRONG_REQUEST if isinstance(trouble, Refused) else FAILED, debug=debug)
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.format_message())
        return 0
    except click.ClickException as error:
        return _tell(" ".join(error.format_message().split()), WRONG_REQUEST, debug=debug)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads our output has had enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as bug:
        sentence = words.say(UNEXPECTED, what=f"{type(bug).__name__}: {bug}".splitlines()[0])
        return _tell(sentence, FAILED, debug=debug)


UNEXPECTED = NOOP(
    "Something unexpected happened ({what}); nothing was changed. Run it again with --debug to see where."
)


def _tell(sentence: str, code: int, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    click.echo(f"forumdesk: {sentence}", err=True)
    return code


def language() -> str:
    """The language to answer in: FORUMDESK_LANGUAGE, else what the system's locale says."""
    for name in (LANGUAGE, "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    return "en"
