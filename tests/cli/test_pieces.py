"""Finding the pieces of a document, to print one of them."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from cli.conftest import CommandLine


def test_the_pieces_listed_are_those_that_only_takes(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    pieces = forumdesk("print", "certificates", sample_file, "--list", "--json", "--language", "en").json
    assert [piece["kind"] for piece in pieces] == ["thanks"] * 16 + ["signing"] * 7
    one = next(piece for piece in pieces if piece["label"] == "Zhang Yulei")
    out = tmp_path / "one.pdf"
    printed = forumdesk("print", "certificates", sample_file, "-o", out, "--only", one["id"], "--json").json
    assert printed["pieces"] == 1
    with pypdfium2.PdfDocument(out) as pdf:
        assert "张宇蕾" in pdf[0].get_textpage().get_text_bounded()


def test_a_kind_alone_is_listed_a_line_a_piece_and_nothing_is_written(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    answer = forumdesk("print", "certificates", sample_file, "--list", "--kind", "signing")
    lines = answer.out.splitlines()
    assert (answer.code, len(lines)) == (0, 7)
    assert all("  signing  " in line and " — " in line for line in lines)
    assert sorted(tmp_path.iterdir()) == before


def test_a_document_of_one_piece_has_none_to_choose_among(forumdesk: CommandLine, sample_file: Path) -> None:
    assert forumdesk("print", "programme", sample_file, "--list", "--json").json == []
    assert forumdesk("print", "attendees", sample_file, "--list").out == ""


def test_a_language_the_event_does_not_have_is_refused_in_a_list_too(
    forumdesk: CommandLine, sample_file: Path
) -> None:
    assert forumdesk("print", "certificates", sample_file, "--list", "--language", "fr").code == 2


def test_to_print_a_file_must_be_named(forumdesk: CommandLine, sample_file: Path) -> None:
    answer = forumdesk("print", "programme", sample_file)
    assert (answer.code, answer.err) == (2, "forumdesk: Missing option '-o' / '--output'.\n")
