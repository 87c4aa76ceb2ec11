"""Making events, looking at them, and changing them, as somebody at a terminal does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from cli.conftest import CommandLine
from forumdesk.app.sample import key


def test_the_sample_holds_the_real_forum(forumdesk: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "x.forum"
    assert forumdesk("sample", file).code == 0
    facts = forumdesk("info", file, "--json").json
    assert facts["title"] == "世界领先科技园区发展论坛"
    assert facts["languages"] == ["zh", "en"]
    assert facts["counts"] == {
        "forums": 1,
        "people": 40,
        "organisations": 53,
        "agenda_items": 18,
        "appearances": 46,
        "agreements": 7,
        "plaques_announced": 17,
        "plaques_named": 0,
        "unveilings_announced": 14,
        "attendees": 40,
        "script_lines": 44,
    }
    assert facts["last_step"]["title"] == "Write the sample forum"


def test_info_reads_well_without_json(forumdesk: CommandLine, sample_file: Path) -> None:
    answer = forumdesk("info", sample_file)
    assert "World Leading Science Park Development Forum" in answer.out
    assert "40" in answer.out


def test_a_new_event_declares_its_two_languages(forumdesk: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "new.forum"
    made = forumdesk(
        "new", file, "--title", "Forum de Lyon", "--title-second", "里昂论坛", "--languages", "fr,zh",
        "--date", "2026-05-01", "--zone", "Europe/Paris",
    )  # fmt: skip
    assert (made.code, made.out.strip()) == (0, str(file))
    facts = forumdesk("info", file, "--json").json
    assert (facts["title"], facts["languages"], facts["date"]) == ("Forum de Lyon", ["fr", "zh"], "2026-05-01")


def test_a_new_event_begins_today_where_no_date_is_given(forumdesk: CommandLine, tmp_path: Path) -> None:
    assert forumdesk("new", tmp_path / "new.forum", "--title", "论坛").code == 0
    assert forumdesk("check", tmp_path / "new.forum").out == "hint: “论坛” has no agenda yet.\n"


def test_an_event_is_duplicated_for_the_next_one(forumdesk: CommandLine, sample_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "next.forum"
    made = forumdesk("duplicate", sample_file, file, "--title", "明年的论坛", "--date", "2026-03-27")
    assert (made.code, made.out.strip()) == (0, str(file))
    facts = forumdesk("info", file, "--json").json
    assert (facts["title"], facts["title_second"], facts["date"]) == (
        "明年的论坛", "World Leading Science Park Development Forum", "2026-03-27",
    )  # fmt: skip
    counts = facts["counts"]
    assert (counts["people"], counts["agenda_items"], counts["appearances"], counts["attendees"]) == (40, 18, 0, 0)
    again = forumdesk("duplicate", sample_file, file)
    assert (again.code, "exists already" in again.err) == (2, True)


def test_an_event_goes_into_a_package_and_comes_back_as_it_was(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    package, again = tmp_path / "x.zip", tmp_path / "again.forum"
    assert forumdesk("export", "event", sample_file, "-o", package).out.strip() == str(package)
    tried = forumdesk("import", "event", again, package, "--dry-run", "--json")
    assert (tried.json["added"], again.exists()) == (388, False)
    assert forumdesk("import", "event", again, package).out.strip() == str(again)
    assert (
        forumdesk("info", again, "--json").json["counts"] == forumdesk("info", sample_file, "--json").json["counts"]
    )
    twice = forumdesk("import", "event", again, package)
    assert (twice.code, "exists already" in twice.err) == (2, True)


@pytest.mark.parametrize("suffix", ["ics", "xml", "json"])
def test_a_schedule_is_exported_for_other_programs(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"x.{suffix}"
    answer = forumdesk("export", "schedule", sample_file, "-o", out, "--language", "en", "--person", "张宇蕾")
    assert (answer.code, answer.out.strip(), answer.err.strip()) == (0, str(out), "Agenda items: 4")
    assert "Zhang Yulei" in out.read_text(encoding="utf-8")


def test_a_schedule_comes_in_as_one_step_and_refusals_keep_it_out(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    schedule, file = tmp_path / "x.xml", tmp_path / "new.forum"
    forumdesk("export", "schedule", sample_file, "-o", schedule)
    forumdesk("new", file, "--title", "新活动")
    assert forumdesk("import", "schedule", file, schedule, "--dry-run", "--json").json["added"] == 18
    assert forumdesk("import", "schedule", file, schedule).out == "18 added, 0 changed, 0 as they were\n"
    assert forumdesk("history", file, "--json").json[0]["title"] == "Import the schedule"
    text = schedule.read_text(encoding="utf-8")
    schedule.write_text(
        text.replace("2025-03-28T09:00:00+08:00</date>", "soon</date>").replace(
            "<start>09:00</start>", "<start>soon</start>"
        ),
        encoding="utf-8",
    )
    refusing = forumdesk("import", "schedule", file, schedule, "--json")
    assert (refusing.code, len(refusing.json["refused"])) == (1, 1)
    assert "nothing was imported" in refusing.err
    assert forumdesk("import", "schedule", file, schedule, "--skip-refused").code == 0


def test_check_warns_of_what_is_announced_and_finds_no_error_in_the_sample(
    forumdesk: CommandLine, sample_file: Path
) -> None:
    answer = forumdesk("check", sample_file, "--json")
    problems = answer.json["problems"]
    assert answer.code == 0
    assert [(problem["severity"], problem["code"]) for problem in problems] == [("warning", "not-named")] * 2
    assert problems[0]["where"]["label"] == "中关村特色产业园授牌仪式"
    assert "17" in problems[0]["message"]


def test_check_ends_with_one_while_an_error_stands_and_with_zero_once_it_is_accepted(
    forumdesk: CommandLine, sample_file: Path
) -> None:
    signing = str(key("item", "signing"))
    forumdesk("do", sample_file, "EditItem", json.dumps({"id": signing, "fixed_start": 11 * 60 + 15}))
    failing = forumdesk("check", sample_file)
    assert failing.code == 1
    assert failing.out.startswith("error: ")
    assert "2 minutes too early for what comes before it" in failing.out
    accept = {"code": "overlap", "subject": signing, "reason": "the film is shorter than planned"}
    assert forumdesk("do", sample_file, "AcceptProblem", json.dumps(accept)).code == 0
    accepted = forumdesk("check", sample_file)
    assert accepted.code == 0
    assert accepted.out.startswith("error: ")
    assert "(accepted)" in accepted.out


def test_do_undo_redo_and_history_speak_of_the_same_step(forumdesk: CommandLine, sample_file: Path) -> None:
    move = {"item": str(key("item", "keynote-zhou-li")), "after": None}
    items = forumdesk("commands", "--json").json
    assert "MoveItem" in {command["name"] for command in items}
    keynote = str(key("item", "signing"))
    done = forumdesk("do", sample_file, "MoveItem", json.dumps({**move, "item": keynote}))
    assert done.code == 0
    assert {"kind": "agenda_item", "id": keynote} in done.json["changed"]
    assert "Move agenda item" in done.err
    assert forumdesk("undo", sample_file).json["title"] == "Move agenda item"
    states = [(step["title"], step["state"]) for step in forumdesk("history", sample_file, "--json").json]
    assert states == [("Move agenda item", "undone"), ("Write the sample forum", "done")]
    assert forumdesk("redo", sample_file).code == 0
    assert "Move agenda item" in forumdesk("history", sample_file).out


def test_a_picture_is_given_to_a_person_an_organisation_or_the_event_and_taken_away(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    image = tmp_path / "photo.png"
    Image.new("RGB", (9, 9), "red").save(image)
    owners = {
        key("person", "zhang-yulei"): "Set photo",
        key("organisation", "torch"): "Set logo",
        "seal": "Set event picture",
    }
    for whose, step in owners.items():
        assert forumdesk("picture", sample_file, whose, image).json["title"] == step
        assert forumdesk("picture", sample_file, whose, "--remove").json["title"] == step
    assert "neither the ID" in forumdesk("picture", sample_file, "nobody", image).err
    assert "neither the ID" in forumdesk("picture", sample_file, key("hall", ""), image).err
    assert "Give an IMAGE" in forumdesk("picture", sample_file, "seal").err
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam")
    assert "no picture" in forumdesk("picture", sample_file, "seal", letter).err
    assert forumdesk("picture", sample_file, "seal", tmp_path / "gone.png").code == 2


def test_do_reads_its_fields_from_standard_input(
    forumdesk: CommandLine, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO('{"name": {"first": "王小明"}}'))
    assert forumdesk("do", sample_file, "AddPerson", "-").code == 0
    assert forumdesk("info", sample_file, "--json").json["counts"]["people"] == 41


def test_the_sample_itself_is_not_undone(forumdesk: CommandLine, sample_file: Path) -> None:
    answer = forumdesk("undo", sample_file)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "forumdesk: There is nothing to undo.\n"


def test_commands_are_listed_with_their_fields(forumdesk: CommandLine) -> None:
    answer = forumdesk("commands")
    assert "MoveItem item, [after], [forum], [date]" in answer.out
    assert "AwardPlaque" in answer.out


def test_a_file_name_alone_opens_the_desk(forumdesk: CommandLine, sample_file: Path) -> None:
    assert forumdesk(sample_file).code == 0
    assert forumdesk.opened == [str(sample_file)]


def test_help_and_version_answer_on_standard_output(forumdesk: CommandLine) -> None:
    assert "Usage: forumdesk" in forumdesk("--help").out
    told = forumdesk("--version").out
    assert re.fullmatch(r"ForumDesk [\d.]+, commit \w+, Python [\d.]+, Qt [\d.]+, SQLite [\d.]+, schema \d+\n", told)


def test_chinese_users_are_answered_in_chinese(
    forumdesk: CommandLine, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "zh_CN.UTF-8")
    answer = forumdesk("undo", sample_file)
    assert answer.code == 2
    assert "nothing" not in answer.err
