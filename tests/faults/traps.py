"""Death at a chosen system call: between the moments when SQLite has synced its journal and removed it.

The kernel itself does it, by a seccomp filter that the doomed process sets up for itself; nothing of the
product knows. Linux on x86_64 and aarch64 only.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import struct
import sys
from enum import Enum
from pathlib import Path

_CALLS = {
    "x86_64": {"pwrite": 18, "fsync": 74, "fdatasync": 75, "unlink": 87, "unlinkat": 263},
    "aarch64": {"pwrite": 68, "fsync": 82, "fdatasync": 83, "unlinkat": 35},
}
"""Numbers of system calls, from the kernel's unistd.h."""

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""AUDIT_ARCH_*, from linux/audit.h."""

_SET_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER_MODE = 38, 22, 2
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
"""Classic BPF: ld [k], jeq #k, jge #k, ret #k."""

_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
"""Offsets in struct seccomp_data; each argument takes 8 bytes, the low half first."""

Instruction = tuple[int, int, int, int]


class At(Enum):
    """Where in a save the process dies. At each of them the journal is whole and synced."""

    WRITE = "in the middle of writing the database"
    SYNC = "before the database is synced"
    REMOVAL = "before the journal is removed"


def can_trap() -> bool:
    """Whether this machine can place a death."""
    return sys.platform == "linux" and sys.byteorder == "little" and platform.machine() in _CALLS


def trap(path: Path, at: At, page: int = 0) -> None:
    """Let this process die in the next save to `path`; in the middle of writing, at `page` (from 0) or later.

    Where the build of SQLite writes in another way, it dies at the removal of the journal at the latest.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    calls = _CALLS[platform.machine()]
    program: list[Instruction] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, _ARCHITECTURES[platform.machine()]),
        (_RETURN, 0, 0, _ALLOW),
    ]
    for handle in _handles_of(path):
        if at is At.WRITE:
            program += _kill_on(calls["pwrite"], handle, from_offset=page * 4096)
        if at is At.SYNC:
            program += _kill_on(calls["fsync"], handle) + _kill_on(calls["fdatasync"], handle)
    for name in ("unlink", "unlinkat"):
        if name in calls:
            program += _kill_on(calls[name])
    _install([*program, (_RETURN, 0, 0, _ALLOW)])


def _handles_of(path: Path) -> list[int]:
    """The numbers under which this process has the file open."""
    wanted, found = path.stat(), []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            status = os.fstat(int(entry.name))
        except OSError:  # the listing's own handle
            continue
        if (status.st_dev, status.st_ino) == (wanted.st_dev, wanted.st_ino):
            found.append(int(entry.name))
    assert found, "trap only a process that has the file open"
    return found


def _kill_on(call: int, handle: int | None = None, from_offset: int | None = None) -> list[Instruction]:
    """Die at that call, on that file handle, at that offset or behind it; else fall through."""
    tests: list[tuple[Instruction, Instruction]] = [((_LOAD, 0, 0, _NUMBER), (_EQUAL, 0, 0, call))]
    if handle is not None:
        tests.append(((_LOAD, 0, 0, _ARGUMENTS), (_EQUAL, 0, 0, handle)))
    if from_offset is not None:
        tests.append(((_LOAD, 0, 0, _ARGUMENTS + 3 * 8), (_AT_LEAST, 0, 0, from_offset)))
    block: list[Instruction] = []
    for place, (load, (code, _, _, value)) in enumerate(tests):
        behind = 2 * (len(tests) - place - 1) + 1  # what follows in this block, the return included
        block += [load, (code, 0, behind, value)]
    return [*block, (_RETURN, 0, 0, _KILL)]


def _install(program: list[Instruction]) -> None:
    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in program))
    libc = ctypes.CDLL(None, use_errno=True)
    arguments = Program(len(program), ctypes.addressof(code))
    for option, first, second in ((_SET_NO_NEW_PRIVS, 1, 0), (_SET_SECCOMP, _FILTER_MODE, ctypes.byref(arguments))):
        if libc.prctl(option, first, second, 0, 0):
            raise OSError(ctypes.get_errno(), "the kernel takes no filter")
