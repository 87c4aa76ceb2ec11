#!/usr/bin/env python3
"""Set ForumDesk up and run it; beforehand only Python 3.11 or newer is needed.

    python3 run.py                   open the desk on the sample; with no screen, print its documents
    python3 run.py ARGUMENTS         do what `forumdesk ARGUMENTS` does
    python3 run.py test              every check and every test, with coverage
    python3 run.py test ARGUMENTS    only pytest, with these arguments
    python3 run.py test --large      the long campaigns

What is pinned in `requirements.lock` (for tests `requirements-test.lock`) goes into `.venv`, once. The system
libraries Qt needs are installed where this runs as root on a Debian; elsewhere the line to type is shown.
Messages of the set-up go to standard error; the exit code is the program's own, or 3 where it cannot start.

This file keeps to the grammar of Python 3.8, so that an older Python can say what it lacks.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib
import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

if sys.platform != "win32":
    import fcntl


HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
UNFINISHED = VENV / "unfinished"  # there while a set-up is under way
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"
OLDEST = (3, 11)
FIRST_RUN = "first-run"  # the sample, also for somebody who has opened other events since
CANNOT_START = 3

# What has to be there, and the Debian package that brings it.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TEST_TOOLS = {"pdftotext": "poppler-utils", "qpdf": "qpdf", "strace": "strace"}
ENSUREPIP = {"ensurepip": f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"}

CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format --check": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
    "pytest": ["-m", "pytest", "-m", "not large", "-n", "2", "--cov", "--cov-report="],
    "coverage report --fail-under=95": ["-m", "coverage", "report", "--fail-under=95"],
}
FAILED_TESTS = 1  # pytest's exit code; others mean that it could not run
SECOND_LOOK = ["-m", "pytest", "-m", "not large", "--last-failed", "-v", "--cov", "--cov-append", "--cov-report="]


class SetUpError(Exception):
    """What keeps ForumDesk from starting, in words for the user."""


def main(arguments: Sequence[str], version: tuple[int, ...] = sys.version_info[:2]) -> int:
    """Do what the arguments ask and return the exit code."""
    if version < OLDEST:
        say(f"ForumDesk needs Python 3.11 or newer, and this is Python {version[0]}.{version[1]}.")
        return CANNOT_START
    try:
        if arguments[:1] == ["test"]:
            return run_tests(arguments[1:])
        return run_desk(arguments)
    except SetUpError as error:
        say(str(error))
    except OSError as error:
        say(f"ForumDesk cannot be set up: {error}")
    return CANNOT_START


def say(sentence: str) -> None:
    """Tell the user; standard output belongs to the program's results."""
    print(sentence, file=sys.stderr, flush=True)


# The two things to do


def run_desk(arguments: Sequence[str]) -> int:
    """Become `forumdesk ARGUMENTS` in the environment made for it."""
    python = prepare(LOCK, needed=libraries_for(arguments, os.environ), welcome=OFFSCREEN)
    # -P: a `calendar.py` in the user's folder is not ours to import.
    command = [str(python), "-P", "-m", "forumdesk", *(arguments or [FIRST_RUN])]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def libraries_for(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, str]:
    """Which libraries this run cannot do without: the command line needs none, a window needs all.

    A desk is asked for by no command at all, or by a file (`x.forum`) or database address in its place.
    """
    first = next((word for word in arguments if not word.startswith("-")), "")
    opens_desk = not arguments or "." in first or "/" in first
    if not opens_desk:
        return {}
    if environment.get("QT_QPA_PLATFORM"):
        return OFFSCREEN
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return {**OFFSCREEN, **WINDOW}
    return {}


def run_tests(arguments: Sequence[str]) -> int:
    """Run every check in turn up to the first that fails, or only pytest where it is given arguments."""
    python = prepare(TEST_LOCK, needed=OFFSCREEN, welcome=TEST_TOOLS)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for name, command in checks_for(arguments).items():
        print(f"== {name}", flush=True)
        code = subprocess.call([str(python), *command], cwd=HERE, env=environment)
        if name == "pytest" and code == FAILED_TESTS and not arguments:
            # A window's test may lose a race on a crowded machine. What failed has to pass alone, and is named.
            print("== pytest once more, only what failed", flush=True)
            code = subprocess.call([str(python), *SECOND_LOOK], cwd=HERE, env=environment)
        if code:
            print(f"== {name} failed: exit code {code}", flush=True)
            return code if code > 0 else 128 - code
    print("== all passed", flush=True)
    return 0


def checks_for(arguments: Sequence[str]) -> dict[str, list[str]]:
    """The checks in their order: name and arguments for Python."""
    if not arguments:
        return CHECKS
    campaign = "large" if "--large" in arguments else "not large"
    further = [argument for argument in arguments if argument != "--large"]
    return {"pytest": ["-m", "pytest", "-m", campaign, *further]}


# The environment


def prepare(lock: str, needed: Mapping[str, str], welcome: Mapping[str, str]) -> Path:
    """Have everything there that a run needs, and return the environment's Python.

    `needed` is looked for each time, `welcome` only while the environment is being made.
    """
    with one_at_a_time():
        if is_ready(lock):
            supply(needed)
        else:
            anew = UNFINISHED.exists() or not has_our_pip()
            supply({**needed, **ENSUREPIP} if anew else needed, welcome)
            say("Setting ForumDesk up in .venv; up to 160 MB are downloaded, once ...")
            if anew:
                make_environment()
            install_pins(lock)
    return python_of(VENV)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second start wait while the first one sets up."""
    if sys.platform == "win32":
        yield
        return
    folder = os.open(HERE, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network folders know no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def python_of(environment: Path) -> Path:
    """The Python inside a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def packages_of(environment: Path) -> Path:
    """Where a virtual environment keeps what is installed into it."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))


def stamp_of(lock: str) -> str:
    """What tells one environment from another: the pins, and the kind of Python they were installed for."""
    kind = importlib.machinery.EXTENSION_SUFFIXES[0]
    return hashlib.sha256(kind.encode() + (HERE / lock).read_bytes()).hexdigest()


def is_ready(lock: str) -> bool:
    """Whether a set-up with these pins came to its end here."""
    stamp = VENV / f"{lock}.stamp"
    return (
        stamp.is_file()
        and stamp.read_text(encoding="utf-8") == stamp_of(lock)
        and not UNFINISHED.exists()
        and python_of(VENV).exists()
    )


def make_environment() -> None:
    """Make `.venv`, in place of one that was interrupted or belongs to another Python."""
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    quietly([sys.executable, "-m", "venv", str(VENV)])


def install_pins(lock: str) -> None:
    """Install what the lock pins, and the way to this package; the stamp comes last."""
    UNFINISHED.touch()
    pip = [str(python_of(VENV)), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]
    quietly([*pip, "--no-user", "--no-deps", "-r", str(HERE / lock)])
    packages = packages_of(VENV)
    # Relative, so that a checkout may be moved together with its environment.
    (packages / "forumdesk.pth").write_text(os.path.relpath(HERE, packages) + "\n", encoding="utf-8")
    UNFINISHED.unlink()
    (VENV / f"{lock}.stamp").write_text(stamp_of(lock), encoding="utf-8")


def has_our_pip() -> bool:
    """Whether `.venv` has a working pip for the Python this runs on."""
    try:
        asked = subprocess.run(
            [str(python_of(VENV)), "-m", "pip", "--version"], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return f"(python {sys.version_info[0]}.{sys.version_info[1]})" in asked.stdout


def quietly(command: Sequence[str], **variables: str) -> None:
    """Run one step of the set-up; its output is shown only where it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **variables},
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"{done.stdout.strip()}\nThis failed: {' '.join(command)}")


# The system


def supply(needed: Mapping[str, str], welcome: Mapping[str, str] | None = None) -> None:
    """Have the system's parts there: install them where we may, or stop with the line to type."""
    if not sys.platform.startswith("linux"):
        return
    absent = [package for part, package in {**needed, **(welcome or {})}.items() if not is_there(part)]
    if not absent:
        return
    trouble = ""
    if is_root_on_debian():
        try:
            install(absent)
        except SetUpError as error:
            trouble = f"{error}\n"
    lacking = {part: package for part, package in needed.items() if not is_there(part)}
    if lacking:
        line = f"{'' if is_root() else 'sudo '}apt-get install -y {' '.join(lacking.values())}"
        raise SetUpError(
            f"{trouble}ForumDesk needs {', '.join(lacking)}; on Debian and Ubuntu please type:\n    {line}"
        )


def is_there(part: str) -> bool:
    """Whether a library loads, a module of Python is found, or a program is on the path."""
    if ".so." in part:
        try:
            ctypes.CDLL(part)
        except OSError:
            return False
        return True
    if part in ENSUREPIP:
        importlib.invalidate_caches()
        return importlib.util.find_spec(part) is not None
    return shutil.which(part) is not None


def is_root() -> bool:
    """Whether this process may change the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def is_root_on_debian() -> bool:
    """Whether packages may be installed without asking."""
    return is_root() and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; an unreachable list of some other source does not matter."""
    say(f"Installing {' '.join(packages)} ...")
    apt_get = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=60"]
    with contextlib.suppress(SetUpError):
        quietly([*apt_get, "update"])
    quietly([*apt_get, "install", "-y", "--no-install-recommends", *packages], DEBIAN_FRONTEND="noninteractive")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
