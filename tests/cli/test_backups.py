"""Backups from the command line: made, verified, and put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PIL import Image

from cli.conftest import CommandLine


def test_a_backup_is_verified_and_restored(forumdesk: CommandLine, sample_file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.forum"
    assert forumdesk("backup", sample_file, "-o", copy).out.strip() == str(copy)
    assert forumdesk("verify", copy).out == "ok\n"
    forumdesk("do", sample_file, "AddPerson", '{"name": {"first": "王"}}')
    assert forumdesk("info", sample_file, "--json").json["counts"]["people"] == 41
    restored = forumdesk("restore", copy, "-o", sample_file)
    assert restored.code == 0
    kept = Path(restored.err.strip().removeprefix("What was there is kept as ").removesuffix("."))
    assert forumdesk("info", sample_file, "--json").json["counts"]["people"] == 40
    assert forumdesk("info", kept, "--json").json["counts"]["people"] == 41


def test_a_backup_without_a_place_goes_to_the_users_backups(forumdesk: CommandLine, sample_file: Path) -> None:
    made = Path(forumdesk("backup", sample_file).out.strip())
    assert "backups" in made.parts
    assert made.stat().st_mode & 0o777 == 0o600
    assert forumdesk("verify", made, "--json").json == {"ok": True, "findings": []}


def test_a_backup_does_not_cover_another_file(forumdesk: CommandLine, sample_file: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.forum"
    there.write_text("mine")
    assert forumdesk("backup", sample_file, "-o", there).code == 2
    assert there.read_text() == "mine"


def test_a_backup_with_a_flipped_byte_is_found_out_and_not_restored(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.forum"
    forumdesk("backup", sample_file, "-o", copy)
    damaged = bytearray(copy.read_bytes())
    damaged[-10] ^= 1
    copy.write_bytes(damaged)
    found = forumdesk("verify", copy, "--json")
    assert found.code == 1
    assert found.json["findings"][0]["code"] == "hash-differs"
    before = sample_file.read_bytes()
    assert forumdesk("restore", copy, "-o", sample_file).code == 2
    assert sample_file.read_bytes() == before


def test_pictures_are_verified_like_everything_else(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    for colour, whose in (("red", "logo"), ("blue", "seal")):
        image = tmp_path / f"{colour}.png"
        Image.new("RGB", (9, 9), colour).save(image)
        assert forumdesk("picture", sample_file, whose, image).code == 0
    assert forumdesk("verify", sample_file).out == "ok\n"
    with closing(sqlite3.connect(sample_file)) as connection, connection:
        first, second = connection.execute("SELECT rowid FROM asset_bytes").fetchall()
        connection.execute("UPDATE asset_bytes SET content = x'00' WHERE rowid = ?", first)
        connection.execute("DELETE FROM asset_bytes WHERE rowid = ?", second)
    found = forumdesk("verify", sample_file, "--json")
    assert found.code == 1
    assert {finding["code"] for finding in found.json["findings"]} == {"picture-differs", "picture-missing"}


def test_migrate_has_nothing_to_do_for_todays_file(forumdesk: CommandLine, sample_file: Path) -> None:
    answer = forumdesk("migrate", sample_file)
    assert (answer.code, answer.out.strip()) == (0, str(sample_file))
    assert "up to date" in answer.err
