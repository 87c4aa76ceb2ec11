from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import CommandLine


@pytest.fixture
def event(forumdesk: CommandLine, tmp_path: Path) -> Path:
    forumdesk("new", tmp_path / "x.forum", "--title", "论坛")
    return tmp_path / "x.forum"


def guests(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("姓名,单位,手机", *lines)), encoding="utf-8")
    return path


def test_a_dry_run_says_what_would_happen_and_the_import_does_it(
    forumdesk: CommandLine, event: Path, tmp_path: Path
) -> None:
    source = guests(tmp_path / "list.csv", "张洋,部,007", "李四,部,")
    looked = forumdesk("import", "attendees", event, source, "--dry-run")
    assert (looked.code, looked.out) == (0, "Row 2: 张洋: added\nRow 3: 李四: added\n2 added\n")
    assert looked.err == "姓名 → Name\n单位 → Organisation\n手机 → Phone\n"
    assert forumdesk("info", event, "--json").json["counts"]["attendees"] == 0
    assert forumdesk("import", "attendees", event, source).out == "2 added\n"
    guests(source, "张洋,部,007", "李四,部,1-2")
    assert (
        "Row 3: 李四: updated  Phone: – → 1-2\n" in forumdesk("import", "attendees", event, source, "--dry-run").out
    )
    forumdesk("undo", event)
    assert forumdesk("info", event, "--json").json["counts"]["attendees"] == 0


def test_refused_rows_are_exit_code_1_and_named_by_row_and_column(
    forumdesk: CommandLine, event: Path, tmp_path: Path
) -> None:
    source = guests(tmp_path / "list.csv", "张洋,部,007", ",部,1", "合计 2 人")
    refused = {
        "row": 3, "column": "姓名", "value": "", "reason": "A name is needed, in one of the two languages at least.",
    }  # fmt: skip
    answer = forumdesk("import", "attendees", event, source, "--json")
    assert answer.code == 1
    assert {key: answer.json[key] for key in ("added", "updated", "unchanged", "skipped", "refused")} == {
        "added": 1, "updated": 0, "unchanged": 0, "skipped": 1, "refused": [refused],
    }  # fmt: skip
    assert forumdesk("info", event, "--json").json["counts"]["people"] == 0
    plain = forumdesk("import", "attendees", event, source)
    assert plain.code == 1
    assert "Row 3, 姓名: A name is needed" in plain.err
    assert "1 rows cannot come in, so nothing was imported" in plain.err
    assert forumdesk("import", "attendees", event, source, "--skip-refused").code == 0
    assert forumdesk("info", event, "--json").json["counts"]["people"] == 1


def test_columns_are_chosen_with_map(forumdesk: CommandLine, event: Path, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_text("Ada,Park,x\nBob,Park,y\n", encoding="utf-8")
    assert forumdesk("import", "attendees", event, source).code == 2
    answer = forumdesk("import", "attendees", event, source, "--map", "name=A", "--map", "note=C", "--json")
    assert (answer.json["added"], answer.json["columns"]) == (2, {"name": "A", "note": "C"})
    assert forumdesk("import", "attendees", event, source, "--map", "shoe=A").code == 2


def test_what_is_no_list_is_exit_code_2_in_one_sentence(forumdesk: CommandLine, event: Path, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    answer = forumdesk("import", "people", event, tmp_path / "list.xlsx")
    assert (answer.code, answer.out) == (2, "")
    assert (
        answer.err
        == f"forumdesk: {tmp_path}/list.xlsx is no list that can be read; save it as .xlsx, .csv or .vcf.\n"
    )
