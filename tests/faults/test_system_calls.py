"""A power cut: what one save asks of the system, and in which order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import forumdesk

WATCHED = "pwrite64,write,fsync,fdatasync,unlink,unlinkat"
CALL = re.compile(r"^\d+ +(?P<name>\w+)\((?:AT_FDCWD(?:<[^>]*>)?, )?(?:\d+<(?P<file>[^>]*)>|\"(?P<path>[^\"]*)\")")


def can_trace() -> bool:
    """Whether strace is installed and may watch a process here."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def trace(path: Path, log: Path) -> list[tuple[str, str]]:
    """The system calls of one save to `path`, each with the file it names, up to the word "saved"."""
    ours = [str(Path(__file__).parent.parent), str(Path(forumdesk.__file__).parent.parent)]
    done = subprocess.run(
        [
            *("strace", "-f", "-y", "-e", f"trace={WATCHED}", "-o", str(log)),
            *(sys.executable, "-m", "faults.one_save", str(path)),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(ours), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout == b"saved", done.stderr.decode()
    calls = []
    for line in log.read_text(errors="replace").splitlines():
        if match := CALL.match(line):
            if '"saved"' in line:
                return [*calls, ("says saved", "")]
            calls.append((match["name"], match["file"] or match["path"]))
    raise AssertionError("the word was not seen")


@pytest.mark.skipif(not can_trace(), reason="strace is not installed or may not trace")
def test_journal_database_and_folder_are_synced_in_this_order_before_saved_is_said(
    sample_file: Path, tmp_path: Path
) -> None:
    calls = trace(sample_file, tmp_path / "log")
    file, journal, folder = str(sample_file), f"{sample_file}-journal", str(sample_file.parent)

    def places(kind: str, name: str) -> list[int]:
        return [place for place, call in enumerate(calls) if re.match(kind, call[0]) and call[1] == name]

    journal_written, database_written = places("p?write", journal), places("p?write", file)
    (removed,) = places("unlink", journal)
    journal_synced = [place for place in places("f(data)?sync", journal) if place > journal_written[-1]]
    assert journal_synced[0] < database_written[0], "the journal is synced before the database is written"
    assert any(place < database_written[0] for place in places("f(data)?sync", folder)), "and so is its name"
    assert any(database_written[-1] < place < removed for place in places("f(data)?sync", file)), (
        "the database is synced before the journal is removed"
    )
    assert any(place > removed for place in places("f(data)?sync", folder)), "the removal is synced"
    assert calls[-1] == ("says saved", ""), "and only then it is said"
