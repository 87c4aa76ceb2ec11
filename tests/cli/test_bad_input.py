"""Whatever is wrong, the answer is one sentence, an exit code of 2 or 3, and nothing has changed."""

from __future__ import annotations

import sqlite3
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answer, CommandLine
from forumdesk.store import files
from forumdesk.store.marks import SCHEMA

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb0043") + bytes(200)


def told(answer: Answer, code: int, *parts: object) -> None:
    """The answer is one sentence that holds the parts, and no traceback."""
    assert answer.code == code, answer
    assert answer.out == ""
    assert answer.err.startswith("forumdesk: ")
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    for part in parts:
        assert str(part) in answer.err


def missing(path: Path) -> None:
    pass


def folder(path: Path) -> None:
    path.mkdir()


def jpeg(path: Path) -> None:
    path.write_bytes(JPEG)


def empty(path: Path) -> None:
    path.touch()


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()


@pytest.mark.parametrize("command", ["info", "check", "history", "undo", "redo", "verify", "backup", "migrate"])
@pytest.mark.parametrize("make", [missing, folder, jpeg, empty, zipped, foreign])
def test_what_is_no_event_is_named_and_left_alone(
    forumdesk: CommandLine, tmp_path: Path, make: Callable[[Path], None], command: str
) -> None:
    path = tmp_path / "it.forum"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    told(forumdesk(command, path), 2, path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_locked_file_is_said_to_be_locked(
    forumdesk: CommandLine, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forumdesk.store.engine.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(files, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(sample_file)
    other.execute("BEGIN EXCLUSIVE")
    told(forumdesk("info", sample_file), 3, sample_file, "locked")
    told(forumdesk("do", sample_file, "AddPerson", '{"name": {"first": "王"}}'), 3, "locked")
    other.rollback()
    other.close()
    assert forumdesk("info", sample_file).code == 0


def test_a_newer_file_is_refused_with_both_versions_named(forumdesk: CommandLine, sample_file: Path) -> None:
    connection = sqlite3.connect(sample_file)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = sample_file.read_bytes()
    for arguments in (("info",), ("do", "AddPerson", '{"name": {"first": "王"}}'), ("migrate",), ("undo",)):
        told(forumdesk(arguments[0], sample_file, *arguments[1:]), 2, f"schema {SCHEMA + 1}", f"knows {SCHEMA}")
    assert sample_file.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("new", "{}", "--title", "T", "--date", "2025-13-45"), "2025-13-45"),
        (("new", "{}", "--title", "T", "--date", "tomorrow"), "tomorrow"),
        (("new", "{}", "--title", "T", "--zone", "Moon/Crater"), "Moon/Crater"),
        (("new", "{}", "--title", "T", "--languages", "zh"), "zh"),
        (("new", "{}", "--title", "T", "--languages", "zh,zh"), "zh"),
        (("new", "{}"), "--title"),
    ],
)
def test_a_new_event_with_a_wrong_option_is_not_made(
    forumdesk: CommandLine, tmp_path: Path, arguments: tuple[str, ...], part: str
) -> None:
    path = tmp_path / "new.forum"
    told(forumdesk(*(argument.format(path) for argument in arguments)), 2, part)
    assert list(tmp_path.iterdir()) == []


def test_a_new_event_never_covers_an_old_one(forumdesk: CommandLine, sample_file: Path) -> None:
    before = sample_file.read_bytes()
    told(forumdesk("new", sample_file, "--title", "T"), 2, sample_file)
    told(forumdesk("sample", sample_file), 2, sample_file)
    assert sample_file.read_bytes() == before


def test_a_new_event_in_a_folder_that_is_not_there(forumdesk: CommandLine, tmp_path: Path) -> None:
    told(forumdesk("sample", tmp_path / "nowhere" / "x.forum"), 3, "nowhere")


@pytest.mark.parametrize(
    ("command", "fields", "part"),
    [
        ("Fly", "{}", "Fly"),
        ("AddPerson", "{", "AddPerson"),
        ("AddPerson", "{}", "name"),
        ("AddPerson", '{"name": {"first": ""}}', "name"),
        ("AddPerson", '{"name": {"first": "王"}, "height": 180}', "height"),
        ("EditItem", '{"id": "12"}', "$.id"),
        ("EditEvent", '{"starts": "2025-02-30"}', "$.starts"),
        ("RemovePerson", '{"id": "00000000-0000-0000-0000-000000000001"}', "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_a_command_that_cannot_be_done_says_which_field_is_wrong(
    forumdesk: CommandLine, sample_file: Path, command: str, fields: str, part: str
) -> None:
    told(forumdesk("do", sample_file, command, fields), 2, part)
    assert len(forumdesk("history", sample_file, "--json").json) == 1


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("print", "menu", "{}", "-o", "{out}"), "menu"),
        (("print", "programme", "{}"), "--output"),
        (("print", "programme", "{}", "-o", "{out}", "--language", "fr"), "fr"),
        (("print", "programme", "{}", "-o", "{out}", "--forum", "Nobody's"), "Nobody's"),
        (("print", "certificates", "{}", "-o", "{out}", "--kind", "plaque"), "certificates"),
        (("print", "certificates", "{}", "-o", "{out}", "--only", "17"), "17"),
        (("export", "attendees", "{}", "-o", "{out}"), ".xlsx"),
        (("export", "attendees", "{}", "-o", "{out}.csv", "--columns", "name,shoe"), "shoe"),
        (("export", "attendees", "{}", "-o", "{out}.csv", "--columns", "phone"), "phone"),
        (("export", "attendees", "{}", "-o", "{out}.csv", "--where", "shoe=42"), "shoe"),
        (("export", "attendees", "{}", "-o", "{out}.csv", "--language", "fr"), "fr"),
        (("export", "dinner", "{}", "-o", "{out}.csv"), "dinner"),
        (("info",), "FILE"),
        (("info", "{}", "--loud"), "--loud"),
    ],
)
def test_a_wrong_request_for_paper_or_lists_writes_nothing(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path, arguments: tuple[str, ...], part: str
) -> None:
    out = tmp_path / "out"
    told(forumdesk(*(each.format(sample_file, out=out) for each in arguments)), 2, part)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("out", ".out"))]


def test_an_output_that_cannot_be_written_is_named(forumdesk: CommandLine, sample_file: Path, tmp_path: Path) -> None:
    told(forumdesk("print", "programme", sample_file, "-o", tmp_path / "no" / "p.pdf"), 3, "p.pdf")
    (tmp_path / "folder.csv").mkdir()
    told(forumdesk("export", "attendees", sample_file, "-o", tmp_path / "folder.csv"), 3, "folder.csv")


def test_a_database_server_that_is_not_there_is_said_to_fail(forumdesk: CommandLine) -> None:
    told(forumdesk("info", "postgresql+psycopg://nobody:secret@127.0.0.1:1/none"), 3, "127.0.0.1")
    assert "secret" not in forumdesk("info", "postgresql+psycopg://nobody:secret@127.0.0.1:1/none").err


@pytest.mark.parametrize("arguments", [("backup",), ("verify",), ("migrate",), ("restore",)])
def test_what_only_files_have_is_refused_for_a_server(
    forumdesk: CommandLine, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    url = "postgresql+psycopg://nobody:secret@127.0.0.1:1/none"
    more = ("-o", tmp_path / "x.forum") if arguments == ("restore",) else ()
    answer = forumdesk(*arguments, url, *more)
    told(answer, 2, "event files")
    assert "secret" not in answer.err


def test_a_database_server_without_its_driver_is_told_what_to_install(
    forumdesk: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told(forumdesk("info", "postgresql+psycopg://127.0.0.1:1/none"), 3, "psycopg", "forumdesk[postgresql]")


def test_debug_adds_where_it_came_from(forumdesk: CommandLine, tmp_path: Path) -> None:
    answer = forumdesk("--debug", "info", tmp_path / "no.forum")
    assert answer.code == 2
    assert "Traceback" in answer.err
    assert answer.err.endswith(f"forumdesk: There is no file {tmp_path / 'no.forum'}.\n")


def test_a_bug_is_told_in_one_sentence_too(
    forumdesk: CommandLine, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("forumdesk.app.summary.summary", broken)
    told(forumdesk("info", sample_file), 3, "ZeroDivisionError", "--debug")


@pytest.mark.parametrize("make", [missing, jpeg, empty, zipped])
def test_what_is_no_package_is_named_and_nothing_is_made(
    forumdesk: CommandLine, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "x.zip")
    told(forumdesk("import", "event", tmp_path / "new.forum", tmp_path / "x.zip"), 2, tmp_path / "x.zip")
    assert not (tmp_path / "new.forum").exists()


def test_a_folder_is_no_package(forumdesk: CommandLine, tmp_path: Path) -> None:
    told(forumdesk("import", "event", tmp_path / "new.forum", tmp_path), 3, tmp_path)
