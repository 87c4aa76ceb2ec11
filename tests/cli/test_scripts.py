"""A script through the command line: a draft first, and nothing unseen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import CommandLine
from exchange.documents import paragraph, write_document
from rules.script.invented import PORTS


@pytest.fixture
def event(forumdesk: CommandLine, tmp_path: Path) -> Path:
    forumdesk("new", tmp_path / "x.forum", "--title", "云港国际智慧港口论坛")
    return tmp_path / "x.forum"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return write_document(tmp_path / "script.docx", *map(paragraph, PORTS.text.strip().splitlines()))


def test_a_draft_tells_each_thing_with_its_line_and_sentence(
    forumdesk: CommandLine, script: Path, tmp_path: Path
) -> None:
    shown = forumdesk("draft", script)
    assert "guest" in shown.out
    assert "白露 · 云港市港务局、口岸办 · 主任 · 女士" in shown.out
    assert shown.err.startswith("Found: theme 1, date 1")
    written = forumdesk("draft", script, "-o", tmp_path / "draft.json")
    assert written.out == f"{tmp_path / 'draft.json'}\n"
    draft = json.loads((tmp_path / "draft.json").read_text(encoding="utf-8"))
    assert draft == forumdesk("draft", script, "--json").json
    assert not any(one["accepted"] for one in draft["findings"])
    (bai,) = (one for one in draft["findings"] if one["what"] == "guest" and one["text"] == "白露")
    assert (bai["line"], bai["source"]) == (8, "2、云港市港务局、口岸办主任 白露女士；")


def test_an_accepted_draft_is_imported_as_one_step(
    forumdesk: CommandLine, event: Path, script: Path, tmp_path: Path
) -> None:
    forumdesk("draft", script, "-o", tmp_path / "draft.json")
    unseen = forumdesk("import", "script", event, tmp_path / "draft.json")
    assert (unseen.code, unseen.out) == (2, "")
    assert "--accept" in unseen.err
    tried = forumdesk("import", "script", event, tmp_path / "draft.json", "--accept", "--dry-run", "--json").json
    done = forumdesk("import", "script", event, tmp_path / "draft.json", "--accept", "--json").json
    assert done == tried
    assert (done["updated"], done["skipped"], done["refused"]) == (0, 0, [])
    steps = forumdesk("history", event, "--json").json
    assert [step["title"] for step in steps[:1]] == ["Import the script"]
    assert len(steps) == 2
    again = forumdesk("import", "script", event, script, "--accept")
    assert again.out.startswith("0 added, 0 changed, ")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("draft", "{}/no.txt"), "no.txt"),
        (("draft", "{}/x.forum"), "x.forum"),
        (("import", "script", "{}/x.forum", "{}/script.docx"), "script.docx"),
        (("import", "script", "{}/x.forum", "{}/script.docx", "--accept", "--forum", "Nobody's"), "Nobody's"),
        (("import", "script", "{}/x.forum", "{}/script.docx", "--accept", "--language", "fr"), "fr"),
    ],
)
def test_a_wrong_request_is_one_sentence_and_changes_nothing(
    forumdesk: CommandLine, event: Path, script: Path, arguments: tuple[str, ...], part: str
) -> None:
    answer = forumdesk(*(each.format(script.parent) for each in arguments))
    assert (answer.code, answer.out) == (2, "")
    assert part in answer.err
    assert answer.err.count("\n") == 1
    assert len(forumdesk("history", event, "--json").json) == 1
