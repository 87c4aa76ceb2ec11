"""The command line: arguments in, results on standard output, one sentence and an exit code for what fails."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from forumdesk.base.errors import Refused, Trouble
from forumdesk.base.words import NOOP, Words
from forumdesk.cli.answers import OpenDesk, Session
from forumdesk.cli.program import program

WRONG_REQUEST, FAILED, INTERRUPTED = 2, 3, 130
LANGUAGE = "FORUMDESK_LANGUAGE"


def run(arguments: Sequence[str], *, open_desk: OpenDesk) -> int:
    """Carry out a command line and return its exit code; nothing but results goes to standard output."""
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
