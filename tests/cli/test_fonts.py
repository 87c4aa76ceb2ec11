"""A font file of the user's own: added, printed with, and taken out again."""

from __future__ import annotations

import json
from pathlib import Path

from app.own_font import FONT, LACKING, drawing, with_bits
from cli.conftest import CommandLine
from forumdesk.app.sample import key
from forumdesk.documents.render.own_fonts import name_of


def test_a_table_card_has_the_character_of_an_own_font_until_it_is_removed(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    rare, out = tmp_path / "rare.ttf", tmp_path / "cards.pdf"
    rare.write_bytes(drawing(LACKING))
    name = name_of(rare.read_bytes())

    def missing() -> list[str]:
        printed = forumdesk("print", "table-cards", sample_file, "-o", out, "--json").json
        return [each["characters"] for each in printed["missing_characters"]]

    assert not missing()
    renamed = {"id": key("person", "zhang-yulei"), "name": {"first": f"张{LACKING}"}}
    assert forumdesk("do", sample_file, "EditPerson", json.dumps(renamed, default=str)).code == 0
    assert set(missing()) == {LACKING}
    assert forumdesk("font", sample_file, "add", rare).json["title"] == "Add font"
    assert not missing()
    assert name in forumdesk("font", sample_file, "remove", "Nobody").err
    assert forumdesk("font", sample_file, "remove", name).json["title"] == "Remove font"
    assert set(missing()) == {LACKING}
    forumdesk("undo", sample_file)
    assert not missing()


def test_a_file_that_cannot_be_used_is_refused_with_one_sentence(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    brought = tmp_path / "brought"
    for content, said in (
        (b"OTTO" + FONT[4:], "PostScript outlines (.otf)"),
        (FONT[: len(FONT) // 2], "no font, or a damaged one"),
        (with_bits(0x0002), "does not allow it to be embedded"),
    ):
        brought.write_bytes(content)
        answer = forumdesk("font", sample_file, "add", brought)
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err and answer.err.count("\n") == 1
    gone = forumdesk("font", sample_file, "add", tmp_path / "gone.ttf")
    assert gone.code == 2 and "gone.ttf" in gone.err
