"""Scripts as files: whatever they were saved as is read, and what is damaged is refused with the place."""

from __future__ import annotations

import codecs
import random
import zipfile
from pathlib import Path

import pytest

from exchange.documents import paragraph, row, write_document
from forumdesk.base.errors import Refused
from forumdesk.base.files import CannotOpen, NoSuchFile
from forumdesk.exchange import script_files
from forumdesk.exchange.script_files import (
    DamagedScript,
    EmptyScript,
    NotAScript,
    ScriptTooLarge,
    read_script,
)
from forumdesk.rules.script.prose import Line
from forumdesk.rules.script.reading import read

SIMPLIFIED = "主持人：女士们、先生们，大家好！\n\n有请云港市市长孙立致辞。\n（合影）\n"
TRADITIONAL = "司儀：各位來賓，大家好！\n\n有請鷺洲市經濟發展局局長陳樂山先生致辭。\n"
ENGLISH = "MC: Good morning, everyone!\n\nPlease welcome Ms. Ana Duarte, Mayor of Norhaven.\n"
EVERYWHERE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
WRITTEN = [
    *((SIMPLIFIED, encoding) for encoding in (*EVERYWHERE, "gb18030", "gbk", "gb2312")),
    *((TRADITIONAL, encoding) for encoding in (*EVERYWHERE, "gb18030", "big5", "big5hkscs")),
    *((ENGLISH, encoding) for encoding in (*EVERYWHERE, "ascii", "cp1252", "gb18030")),
]


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.splitlines(), 1) if line]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("text", "encoding"), WRITTEN)
def test_a_text_is_read_in_whatever_it_was_saved(tmp_path: Path, text: str, encoding: str, end: str) -> None:
    (tmp_path / "x.txt").write_bytes(text.replace("\n", end).encode(encoding))
    assert read_script(tmp_path / "x.txt") == lines(text)


def test_marks_that_nobody_wrote_are_taken_out(tmp_path: Path) -> None:
    text = "[bookmark: Proofread17][bookmark: _GoBack]主持人：大\u200b家好\t\n"
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    assert read_script(tmp_path / "x.txt") == [Line(1, "主持人：大家好")]


def test_a_document_gives_its_paragraphs_rows_and_breaks(tmp_path: Path) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    boxed = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>框</w:t></mc:Choice>"
        "<mc:Fallback><w:t>框</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    rows = row("09:00", "致辞", "孙立"), row("09:10", "主持人：好！\n有请。")
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    broken = "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
    document = write_document(
        tmp_path / "x.docx", paragraph("云港\t港务局"), paragraph(""), deleted, boxed, table, broken
    )
    assert read_script(document) == [
        Line(1, "云港\t港务局"), Line(3, "新"), Line(4, "框"), Line(5, "09:00\t致辞\t孙立"), Line(6, "09:10"),
        Line(7, "主持人：好！"), Line(8, "有请。"), Line(9, "上"), Line(10, "下"),
    ]  # fmt: skip


def test_a_document_that_is_called_a_text_is_read_too(tmp_path: Path) -> None:
    assert read_script(write_document(tmp_path / "x.txt", paragraph("大家好"))) == [Line(1, "大家好")]


def refused(path: Path, kind: type[Refused], part: str = "") -> None:
    with pytest.raises(kind) as told:
        read_script(path)
    assert path.name in str(told.value)
    assert part in str(told.value)


def test_what_is_no_script_is_refused_by_name(tmp_path: Path) -> None:
    for name, content, kind in (
        ("x.doc", b"\xd0\xcf\x11\xe0old", NotAScript), ("old.txt", b"\xd0\xcf\x11\xe0old", NotAScript),
        ("x.pdf", b"%PDF-1.7", NotAScript), ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x81", DamagedScript),
        ("empty.txt", b"", EmptyScript), ("blank.txt", b" \r\n\t\n", EmptyScript),
        ("x.docx", b"not a zip", DamagedScript), ("cut.docx", b"PK\x03\x04cut", DamagedScript),
        ("control.txt", "主持人：好\x07".encode(), DamagedScript),
        ("half.txt", codecs.BOM_UTF16_LE + b"\x00\xd8", DamagedScript),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, kind)
    refused(tmp_path / "control.txt", DamagedScript, "1: U+0007")
    with pytest.raises(NoSuchFile):
        read_script(tmp_path / "no.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(CannotOpen):
        read_script(tmp_path / "folder.txt")


def test_a_zip_of_something_else_is_no_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    refused(tmp_path / "x.docx", NotAScript)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (8 << 20))
    refused(tmp_path / "x.docx", ScriptTooLarge)


@pytest.mark.parametrize(
    "entity", ['<!ENTITY e SYSTEM "file:///etc/passwd">', '<!ENTITY a "aaaa"><!ENTITY e "&a;&a;&a;&a;">', ""]
)
def test_entities_are_refused(tmp_path: Path, entity: str) -> None:
    head = f"<!DOCTYPE w:document [{entity}]>"
    write_document(tmp_path / "x.docx", "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", head=head)
    refused(tmp_path / "x.docx", DamagedScript, "word/document.xml")


def test_what_is_larger_than_any_script_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "long.txt").write_text("长" * (script_files.MOST_CHARACTERS + 1), encoding="utf-8")
    refused(tmp_path / "long.txt", ScriptTooLarge)
    monkeypatch.setattr(script_files, "MOST_BYTES", 10)
    refused(tmp_path / "long.txt", ScriptTooLarge)


def damaged(content: bytes, chance: random.Random, most: int = 6) -> bytes:
    """The bytes with a few of them lost, changed, doubled or exchanged."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, most)):
        place = chance.randrange(len(spoilt) or 1)
        match chance.randrange(5):
            case 0:
                del spoilt[place : place + chance.randint(1, 40)]
            case 1:
                spoilt[place : place + 1] = bytes([chance.randrange(256)])
            case 2:
                spoilt[place:place] = spoilt[: chance.randint(1, 40)]
            case 3:
                spoilt[place:place] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 20)))
            case _:
                del spoilt[max(place, 1) :]
    return bytes(spoilt) or b"\x00"


def damaged_document(path: Path, xml: bytes, chance: random.Random) -> bytes:
    """A Word document that was spoilt as a file or, every other time, in what it holds."""
    if chance.random() < 0.5:
        return damaged(path.read_bytes(), chance)
    with zipfile.ZipFile(path.with_name("spoilt"), "w") as archive:
        archive.writestr("word/document.xml", damaged(xml, chance, 1))
    return path.with_name("spoilt").read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_300_damaged_files_are_read_or_refused_with_the_file_and_the_place(tmp_path: Path, suffix: str) -> None:
    chance = random.Random(17)
    blocks = [*map(paragraph, SIMPLIFIED.splitlines() * 3), f"<w:tbl>{row('09:00', '签约仪式')}</w:tbl>"]
    whole = write_document(tmp_path / "whole.docx", *blocks)
    with zipfile.ZipFile(whole) as archive:
        xml = archive.read("word/document.xml")
    file = tmp_path / f"x{suffix}"
    outcomes = {"read": 0, "refused": 0}
    for number in range(300):
        text, encoding = WRITTEN[number % len(WRITTEN)]
        is_text = suffix == ".txt"
        file.write_bytes(damaged(text.encode(encoding), chance) if is_text else damaged_document(whole, xml, chance))
        try:
            found = read(read_script(file))
        except Refused as told:
            assert file.name in str(told)
            outcomes["refused"] += 1
        else:
            assert all(part in one.source for one in found for part in one.texts)
            outcomes["read"] += 1
    assert all(outcomes.values()), outcomes
