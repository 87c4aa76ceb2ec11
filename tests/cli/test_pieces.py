"""Finding the pieces of a document, to print one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2

from cli.conftest import CommandLine
from forumdesk.app.sample import key


def test_the_pieces_listed_are_those_that_only_takes(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    pieces = forumdesk("print", "certificates", sample_file, "--list", "--json", "--language", "en").json
    assert [piece["kind"] for piece in pieces] == ["thanks"] * 16 + ["participation"] * 40 + ["signing"] * 7
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


def test_a_document_that_flows_is_one_piece(forumdesk: CommandLine, sample_file: Path) -> None:
    (programme,) = forumdesk("print", "programme", sample_file, "--list", "--json").json
    assert (programme["id"], programme["printed"], programme["stale"]) == ("programme", 0, False)
    assert len(forumdesk("print", "attendees", sample_file, "--list").out.splitlines()) == 1


def test_a_language_the_event_does_not_have_is_refused_in_a_list_too(
    forumdesk: CommandLine, sample_file: Path
) -> None:
    assert forumdesk("print", "certificates", sample_file, "--list", "--language", "fr").code == 2


def test_to_print_a_file_must_be_named(forumdesk: CommandLine, sample_file: Path) -> None:
    answer = forumdesk("print", "programme", sample_file)
    assert (answer.code, answer.err) == (2, "forumdesk: Missing option '-o' / '--output'.\n")


def test_what_was_recorded_as_printed_is_printed_again_when_it_is_stale(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    speakers = ("print", "certificates", sample_file, "--kind", "thanks")
    out, again = tmp_path / "c.pdf", tmp_path / "again.pdf"
    printed = forumdesk(*speakers, "-o", out, "--record", "--json").json
    assert (printed["pieces"], printed["recorded"], printed["stale"]) == (16, True, 0)
    pieces = forumdesk(*speakers, "--list", "--json").json
    assert {piece["printed"] for piece in pieces} == {1}
    person = str(key("person", "zhou-li-torch"))
    forumdesk(
        "do", sample_file, "EditPerson", json.dumps({"id": person, "name": {"first": "周立", "second": "Zhou Li"}})
    )
    listed = forumdesk(*speakers, "--list", "--stale").out
    assert "name changed: 周力 → 周立" in listed
    assert len(listed.splitlines()) == 1
    printed = forumdesk(*speakers, "-o", again, "--stale", "--json").json
    assert (printed["pieces"], printed["recorded"], printed["stale"]) == (1, False, 1)
    assert forumdesk(*speakers, "-o", again, "--stale", "--record").code == 0
    answer = forumdesk(*speakers, "-o", again, "--stale")
    assert (answer.code, "has changed since it was printed" in answer.err) == (2, True)


def test_what_was_not_printed_yet_is_printed_alone_until_nothing_remains(
    forumdesk: CommandLine, sample_file: Path, tmp_path: Path
) -> None:
    out, signings = tmp_path / "some.pdf", ("print", "certificates", sample_file, "--kind", "signing", "--record")
    pieces = [piece["id"] for piece in forumdesk(*signings, "--list", "--json").json]
    for piece in pieces[:3]:
        assert forumdesk(*signings, "-o", out, "--only", piece).code == 0
    left = forumdesk(*signings, "--remaining", "--list", "--json").json
    assert [piece["id"] for piece in left] == pieces[3:]
    assert forumdesk(*signings, "--remaining", "-o", out, "--json").json["pieces"] == 4
    assert forumdesk(*signings, "--remaining", "-o", out, "--language", "en", "--json").json["pieces"] == 7
    answer = forumdesk(*signings, "--remaining", "-o", out)
    assert (answer.code, "has been printed already" in answer.err) == (2, True)
