"""What one save asks of the system, recorded by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import forumdesk

_WATCHED = "openat,pwrite64,write,fsync,fdatasync,unlink,unlinkat"
_FD = r"\d+<(?P<file>[^>]*)>"
_AT = r'(?:AT_FDCWD(?:<[^>]*>)?, )?"(?P<path>[^"]*)"'
_CALL = re.compile(rf"^\d+ +(?P<name>\w+)\((?:{_FD}|{_AT})(?P<rest>.*)\) += (?P<result>-?\d+)")
_WRITTEN = re.compile(r'^, "(?P<data>[^"]*)"(?P<more>\.\.\.)?, (?P<size>\d+)(?:, (?P<offset>\d+))?')


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `create`, `write`, `sync`, `remove` or `say`, on which file, and what is written where."""

    kind: str
    path: str
    data: bytes = b""
    offset: int = 0


def can_trace() -> bool:
    """Whether strace is installed and may watch a process here."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def record(path: Path, log: Path) -> list[Call]:
    """Save once to `path` in a process of its own; what it did in that folder, up to the word "saved"."""
    ours = [str(Path(__file__).parent.parent), str(Path(forumdesk.__file__).parent.parent)]
    done = subprocess.run(
        [
            *("strace", "-f", "-y", "-xx", "-s", "70000", "-e", f"trace={_WATCHED}", "-o", str(log)),
            *(sys.executable, "-m", "faults.one_save", str(path)),
        ],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(ours), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
    )
    assert done.stdout == b"saved", done.stderr.decode()
    calls = []
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = _read(line)
            if call is None:
                continue
            if call.data == b"saved":
                return [*calls, Call("say", "", call.data)]
            if call.path.startswith(str(path.parent)):
                calls.append(call)
    raise AssertionError("the word was not seen")


def _read(line: str) -> Call | None:
    """A line of the log, where it is a call that succeeded and matters."""
    match = _CALL.match(line)
    if match is None or int(match["result"]) < 0:
        return None
    path = _plain(match["file"] or match["path"]).decode()
    match match["name"]:
        case "openat" if "O_CREAT" in match["rest"]:
            return Call("create", path)
        case "fsync" | "fdatasync":
            return Call("sync", path)
        case "unlink" | "unlinkat":
            return Call("remove", path)
        case "write" | "pwrite64":
            written = _WRITTEN.match(match["rest"])
            assert written is not None, line[:200]
            data = _plain(written["data"])
            assert len(data) == int(written["size"]) or not written["offset"], "cut short"
            return Call("write", path, data, int(written["offset"] or 0))
    return None


def _plain(text: str) -> bytes:
    r"""The bytes of a string that strace writes as \x2f\x74 …; other text stays as it is."""
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()
