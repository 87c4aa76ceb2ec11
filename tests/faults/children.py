"""Forked children: they start warm, and what befalls them befalls nobody else."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

NOBODY = 65534
"""The user and the group without any rights."""


def needs_fork(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that forks: skipped where the system cannot, and allowed to while test runners have threads."""
    test = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")(test)
    return pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")(test)


def fork(job: Callable[[], None], *, unprivileged: bool = False) -> int:
    """Run a job in a fork; its process id. It exits with 0 where the job comes to a good end, else with 1.

    Open no database before: a fork must not share one. An `unprivileged` child gives up root's rights.
    """
    child = os.fork()
    if child:
        return child
    sys.settrace(None)  # what it covers nobody will hear of
    code = 1
    try:
        if unprivileged and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        job()
        code = 0
    except BaseException:  # whatever it was, the test must see it, and nothing of pytest may run on
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def in_child(job: Callable[[], None], *, unprivileged: bool = False) -> int:
    """Run a job in a fork to its end; its exit code, or minus the signal that ended it."""
    _, status = os.waitpid(fork(job, unprivileged=unprivileged), 0)
    return os.waitstatus_to_exitcode(status)


def give_away(*paths: Path) -> None:
    """Make files and folders those of the user without rights, where we are root."""
    if sys.platform != "win32" and os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)
