"""`run.py`: the two commands that are all a newcomer has to know."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).parent


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout with two locks, and a record of the set-up's steps instead of the steps."""
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "UNFINISHED", tmp_path / ".venv" / "unfinished")
    (tmp_path / "requirements.lock").write_text("click==1\n")
    (tmp_path / "requirements-test.lock").write_text("click==1\npytest==1\n")
    return tmp_path


@pytest.fixture
def steps(checkout, monkeypatch):
    """What the set-up ran; making an environment lays down its Python, the rest does nothing."""
    steps = []

    def note(command, **variables):
        steps.append(command)
        if command[1:3] == ["-m", "venv"]:
            python = run.python_of(Path(command[3]))
            python.parent.mkdir()
            python.touch()
            run.packages_of(Path(command[3])).mkdir(parents=True)

    monkeypatch.setattr(run, "quietly", note)
    monkeypatch.setattr(run, "has_our_pip", lambda: run.python_of(run.VENV).exists())
    return steps


@pytest.fixture
def bare_system(monkeypatch):
    """A Linux that has nothing of what is asked for, and installs whatever apt-get is told to."""
    there = set()
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "is_there", lambda part: part in there)
    return there


def given_root(monkeypatch, *, root, debian):
    monkeypatch.setattr(run, "is_root", lambda: root)
    monkeypatch.setattr(run, "is_root_on_debian", lambda: root and debian)


# The file itself


def test_an_older_python_can_read_the_file_and_says_in_one_sentence_what_is_needed(capsys):
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    assert run.main([], version=(3, 10)) == 3
    assert capsys.readouterr().err == "ForumDesk needs Python 3.11 or newer, and this is Python 3.10.\n"


def test_nothing_but_the_standard_library_is_imported():
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_locks_agree_and_name_no_address():
    application, tests = (set((ROOT / lock).read_text().splitlines()) for lock in (run.LOCK, run.TEST_LOCK))
    assert application <= tests
    assert not [line for line in tests if "://" in line or line.startswith("-")]


# The environment


def test_the_first_start_makes_an_environment_from_the_lock_and_the_next_finds_it_ready(checkout, steps):
    run.prepare("requirements.lock", needed={}, welcome={})
    venv, pip = steps
    assert venv == [sys.executable, "-m", "venv", str(checkout / ".venv")]
    assert pip[-2:] == ["-r", str(checkout / "requirements.lock")]
    assert not [word for word in pip if "index" in word or "://" in word]

    python = run.prepare("requirements.lock", needed={}, welcome={})
    assert python.exists()
    assert len(steps) == 2


def test_the_environment_finds_the_package_also_after_the_checkout_was_moved(checkout, steps):
    run.prepare("requirements.lock", needed={}, welcome={})
    [path_file] = (checkout / ".venv").rglob("forumdesk.pth")
    line = path_file.read_text().strip()
    assert not Path(line).is_absolute()
    assert (path_file.parent / line).resolve() == checkout.resolve()


def test_other_pins_are_installed_into_the_same_environment(checkout, steps):
    run.prepare("requirements.lock", needed={}, welcome={})
    (checkout / "requirements.lock").write_text("click==2\n")
    assert not run.is_ready("requirements.lock")
    run.prepare("requirements.lock", needed={}, welcome={})
    run.prepare("requirements-test.lock", needed={}, welcome={})
    assert [step[-1] for step in steps if "pip" in step] == [
        str(checkout / lock) for lock in ("requirements.lock", "requirements.lock", "requirements-test.lock")
    ]
    assert len([step for step in steps if "venv" in step]) == 1
    assert run.is_ready("requirements.lock")


def test_another_kind_of_python_wants_another_stamp(checkout, monkeypatch):
    before = run.stamp_of("requirements.lock")
    monkeypatch.setattr(run.importlib.machinery, "EXTENSION_SUFFIXES", [".cpython-399-x86_64-linux-gnu.so"])
    assert run.stamp_of("requirements.lock") != before


def test_a_set_up_that_was_interrupted_is_made_anew_at_the_next_start(checkout, steps, monkeypatch):
    recorded = run.quietly

    def interrupted(command, **variables):
        recorded(command)
        if "pip" in command:
            (checkout / ".venv" / "half-installed").touch()
            raise KeyboardInterrupt

    run.prepare("requirements.lock", needed={}, welcome={})
    monkeypatch.setattr(run, "quietly", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.prepare("requirements-test.lock", needed={}, welcome={})
    assert not run.is_ready("requirements.lock")

    monkeypatch.setattr(run, "quietly", recorded)
    run.prepare("requirements.lock", needed={}, welcome={})
    assert run.is_ready("requirements.lock")
    assert not (checkout / ".venv" / "half-installed").exists()


def test_an_environment_whose_python_is_gone_is_not_ready(checkout, steps):
    python = run.prepare("requirements.lock", needed={}, welcome={})
    python.unlink()
    assert not run.is_ready("requirements.lock")


def test_a_step_that_fails_shows_what_it_said():
    with pytest.raises(run.SetUpError, match=r"(?s)no room.*This failed: "):
        run.quietly([sys.executable, "-c", "print('no room'); raise SystemExit(1)"])


def test_what_the_system_refuses_is_told_in_a_sentence(checkout, monkeypatch, capsys):
    monkeypatch.setattr(run, "has_our_pip", lambda: False)
    monkeypatch.setattr(run, "supply", lambda needed, welcome: None)
    monkeypatch.setattr(run.sys, "executable", str(checkout / "no-such-python"))
    assert run.main(["info", "x.forum"]) == 3
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("ForumDesk cannot be set up: ")
    assert "no-such-python" in last


# The system


def test_without_the_right_to_install_the_exact_line_to_type_is_shown(bare_system, monkeypatch, capsys):
    given_root(monkeypatch, root=False, debian=True)
    monkeypatch.setattr(run, "is_ready", lambda lock: True)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    bare_system.update(run.OFFSCREEN)
    bare_system.remove("libEGL.so.1")
    bare_system.update(set(run.WINDOW) - {"libxcb-cursor.so.0"})
    assert run.main([]) == 3
    assert capsys.readouterr().err == (
        "ForumDesk needs libEGL.so.1, libxcb-cursor.so.0; on Debian and Ubuntu please type:\n"
        "    sudo apt-get install -y libegl1 libxcb-cursor0\n"
    )


def test_root_on_another_system_is_shown_the_line_without_sudo(bare_system, monkeypatch):
    given_root(monkeypatch, root=True, debian=False)
    with pytest.raises(run.SetUpError, match=r"\n    apt-get install -y libgl1$"):
        run.supply({"libGL.so.1": "libgl1"})


def test_root_on_a_debian_has_everything_missing_installed_at_once(bare_system, monkeypatch):
    given_root(monkeypatch, root=True, debian=True)
    commands = []

    def apt_get(command, **variables):
        commands.append((command, variables))
        bare_system.update({"libGL.so.1", "ensurepip"})

    monkeypatch.setattr(run, "quietly", apt_get)
    run.supply({"libGL.so.1": "libgl1", **run.ENSUREPIP}, {"qpdf": "qpdf"})
    (update, _), (install, variables) = commands
    assert update[-1] == "update"
    assert install[-3:] == ["libgl1", run.ENSUREPIP["ensurepip"], "qpdf"]
    assert variables == {"DEBIAN_FRONTEND": "noninteractive"}


def test_what_is_only_welcome_never_keeps_the_program_from_starting(bare_system, monkeypatch):
    def no_network(command, **variables):
        raise run.SetUpError("no network")

    monkeypatch.setattr(run, "quietly", no_network)
    for root in (True, False):
        given_root(monkeypatch, root=root, debian=True)
        run.supply({}, run.TEST_TOOLS)
    given_root(monkeypatch, root=True, debian=True)
    with pytest.raises(run.SetUpError, match="no network"):
        run.supply(run.OFFSCREEN)


def test_only_a_linux_is_asked_for_libraries(bare_system, monkeypatch):
    for platform in ("darwin", "win32"):
        monkeypatch.setattr(run.sys, "platform", platform)
        run.supply({**run.OFFSCREEN, **run.WINDOW})


def test_libraries_modules_and_programs_are_looked_for_each_in_its_own_way(tmp_path, monkeypatch):
    program = tmp_path / "qpdf"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run, "ENSUREPIP", {"json": "", "no_such_module": ""})
    assert run.is_there("qpdf")
    assert run.is_there("json")
    for nowhere in ("strace", "no_such_module", "libno-such-thing.so.7"):
        assert not run.is_there(nowhere)


# Handing over


@pytest.mark.parametrize(
    ("arguments", "environment", "needed"),
    [
        ([], {}, {}),
        ([], {"DISPLAY": ":0"}, {**run.OFFSCREEN, **run.WINDOW}),
        (["x.forum"], {"WAYLAND_DISPLAY": "wayland-0"}, {**run.OFFSCREEN, **run.WINDOW}),
        (["postgresql+psycopg:///forum"], {"DISPLAY": ":0"}, {**run.OFFSCREEN, **run.WINDOW}),
        (["--debug", "x.forum"], {"QT_QPA_PLATFORM": "offscreen"}, run.OFFSCREEN),
        (["print", "programme", "x.forum"], {"DISPLAY": ":0"}, {}),
        (["--version"], {"DISPLAY": ":0"}, {}),
    ],
)
def test_a_window_needs_its_libraries_and_the_command_line_none(arguments, environment, needed):
    assert run.libraries_for(arguments, environment) == needed


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there is no exec")
@pytest.mark.parametrize(
    ("typed", "handed_over"),
    [
        ([], ["first-run"]),
        (["print", "programme", "春 季.forum", "-o", "-"], ["print", "programme", "春 季.forum", "-o", "-"]),
    ],
)
def test_arguments_are_handed_over_as_they_are_typed(typed, handed_over, monkeypatch):
    became = []

    def become(path, command):
        became.append(command)
        raise SystemExit(7)

    monkeypatch.setattr(run, "prepare", lambda lock, needed, welcome: Path("/env/bin/python"))
    monkeypatch.setattr(run.os, "execv", become)
    with pytest.raises(SystemExit):
        run.main(typed)
    assert became == [["/env/bin/python", "-P", "-m", "forumdesk", *handed_over]]


# The checks


@pytest.fixture
def ran(monkeypatch):
    """The checks that ran, with the exit codes they are to give."""
    ran, codes = [], {}

    def call(command, cwd, env):
        assert cwd == run.HERE
        assert env["QT_QPA_PLATFORM"] == "offscreen"
        ran.append(command[1:])
        return codes.get(command[2], 0)

    monkeypatch.setattr(run, "prepare", lambda lock, needed, welcome: Path("/env/bin/python"))
    monkeypatch.setattr(run.subprocess, "call", call)
    return ran, codes


def test_without_arguments_every_check_runs_in_order(ran, capsys):
    assert run.main(["test"]) == 0
    names = [line for line in capsys.readouterr().out.splitlines() if line.startswith("== ")]
    assert names == [
        "== ruff check",
        "== ruff format --check",
        "== mypy",
        "== lint-imports",
        "== pytest",
        "== coverage report --fail-under=95",
        "== all passed",
    ]
    assert ran[0] == list(run.CHECKS.values())


def test_the_first_check_that_fails_is_named_and_ends_the_run(ran, capsys):
    commands, codes = ran
    codes["mypy"] = 1
    assert run.main(["test"]) == 1
    assert len(commands) == 3
    assert capsys.readouterr().out.splitlines()[-1] == "== mypy failed: exit code 1"


def test_tests_that_failed_have_to_pass_alone(ran, capsys):
    commands, codes = ran
    codes["pytest"] = 1
    assert run.main(["test"]) == 1
    assert commands[-1] == run.SECOND_LOOK
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == ["== pytest once more, only what failed", "== pytest failed: exit code 1"]


def test_a_run_that_collected_no_test_or_died_by_a_signal_has_failed(ran):
    _, codes = ran
    codes["pytest"] = 5
    assert run.main(["test", "-k", "nothing"]) == 5
    codes["pytest"] = -6
    assert run.main(["test"]) == 134


@pytest.mark.parametrize(
    ("arguments", "pytest_arguments"),
    [
        (["tests/rules", "-k", "rank"], ["-m", "not large", "tests/rules", "-k", "rank"]),
        (["--large"], ["-m", "large"]),
        (["--large", "tests/faults"], ["-m", "large", "tests/faults"]),
    ],
)
def test_with_arguments_only_pytest_runs(arguments, pytest_arguments, ran):
    assert run.main(["test", *arguments]) == 0
    assert ran[0] == [["-m", "pytest", *pytest_arguments]]


def test_the_continuous_integration_runs_the_very_same_command():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[-1] == "python3 run.py test"
