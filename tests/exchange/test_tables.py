from __future__ import annotations

import csv
import itertools
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from forumdesk.exchange import tables
from forumdesk.exchange.guard import unguarded
from forumdesk.exchange.tables import (
    CellTooLong,
    CellUnfit,
    Column,
    Table,
    TableTooLong,
    write_csv,
    write_xlsx,
)

Writer = Callable[[Table, Path], None]

TEXTS = [
    "110101199003071234",
    "+86 138 0013 8000",
    "+8613800138000",
    "007",
    "1e5",
    "2025-03-28",
    "TRUE",
    "https://example.org/?a=1&b=2",
    "=1+1",
    "@SUM(A1)",
    "-2",
    "-2+3+cmd|' /C calc'!A1",
    "\t=1+1",
    "'=1+1",
    "{=A1}",
    "欧阳修·张翀",
    "김 철수",
    "Сергей Иванов",
    "😀👩‍🔬",
    'said "yes", then; left',
    "one\ntwo\r\nthree\rfour",
    "文" * 10_000,
    "  before and after  ",
    "\u3000",
    "_x000D_ & <b>",
]


def table(*rows: tuple[str, ...], title: str = "参会人员", heads: tuple[str, ...] = ("姓名", "备注")) -> Table:
    return Table(title, [Column(head, 12) for head in heads], rows)


def read_sheet(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:16]))
def test_a_text_comes_back_from_a_workbook_as_the_same_text(tmp_path: Path, text: str) -> None:
    write_xlsx(table((text, "end")), tmp_path / "list.xlsx")
    assert read_sheet(tmp_path / "list.xlsx") == [["姓名", "备注"], [text, "end"]]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:16]))
def test_a_text_comes_back_from_csv_as_the_same_text(tmp_path: Path, text: str) -> None:
    write_csv(table((text, "end")), tmp_path / "list.csv")
    rows = [[unguarded(field) for field in row] for row in read_csv(tmp_path / "list.csv")]
    assert rows == [["姓名", "备注"], [text, "end"]]


def test_any_csv_reader_gets_phones_ids_and_line_breaks_unchanged(tmp_path: Path) -> None:
    texts = ("110101199003071234", "+86 138 0013 8000", "007", "-2", "one\ntwo\r\nthree", "  spaces  ", "")
    write_csv(table(texts, heads=tuple("abcdefg")), tmp_path / "list.csv")
    assert read_csv(tmp_path / "list.csv")[1] == list(texts)


def test_csv_starts_with_a_mark_ends_lines_with_crlf_and_quotes_where_it_must(
    tmp_path: Path,
) -> None:
    write_csv(table(("李明", 'a,b "c"\nd'), ("", "")), tmp_path / "list.csv")
    expected = '\ufeff姓名,备注\r\n李明,"a,b ""c""\nd"\r\n,\r\n'
    assert (tmp_path / "list.csv").read_bytes() == expected.encode()


def test_a_workbook_holds_text_cells_only_and_no_formula_or_link(tmp_path: Path) -> None:
    write_xlsx(table(("=1+1", "https://example.org"), ("12", "")), tmp_path / "list.xlsx")
    sheet = part(tmp_path / "list.xlsx", "xl/worksheets/sheet1.xml")
    assert sheet.count("<c ") == sheet.count('t="inlineStr"') == 5
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_head_is_data_too(tmp_path: Path) -> None:
    write_xlsx(table(heads=("=A1", "+b")), tmp_path / "list.xlsx")
    write_csv(table(heads=("=A1", "+b")), tmp_path / "list.csv")
    assert read_sheet(tmp_path / "list.xlsx") == [["=A1", "+b"]]
    assert read_csv(tmp_path / "list.csv") == [["'=A1", "'+b"]]


def test_the_head_is_bold_and_frozen_and_filters_the_whole_list(tmp_path: Path) -> None:
    write_xlsx(table(("a", "b"), ("c", "d")), tmp_path / "list.xlsx")
    sheet = part(tmp_path / "list.xlsx", "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert '<c r="A1" s="1"' in sheet
    assert "<b/>" in part(tmp_path / "list.xlsx", "xl/styles.xml")


def test_columns_are_as_wide_as_asked_and_stay_text_when_a_cell_is_typed_over(tmp_path: Path) -> None:
    write_xlsx(Table("t", [Column("narrow", 8), Column("wide", 40)], []), tmp_path / "list.xlsx")
    sheet = part(tmp_path / "list.xlsx", "xl/worksheets/sheet1.xml")
    assert '<col min="1" max="1" width="8.7109375" style="2" customWidth="1"/>' in sheet
    assert '<col min="2" max="2" width="40.7109375" style="2" customWidth="1"/>' in sheet
    assert 'numFmtId="49"' in part(tmp_path / "list.xlsx", "xl/styles.xml")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("参会人员", "参会人员"),
        ("A/B: [x]* who? \\", "A B x who"),
        ("'quoted'", "quoted"),
        ("会" * 40, "会" * 31),
        ("😀" * 20, "😀" * 15),
        ("a\x00b", "a b"),
        ("???", "Sheet1"),
        ("history", "Sheet1"),
    ],
)
def test_the_sheet_bears_the_title_as_far_as_excel_allows(tmp_path: Path, title: str, name: str) -> None:
    write_xlsx(table(title=title), tmp_path / "list.xlsx")
    assert CalamineWorkbook.from_path(tmp_path / "list.xlsx").sheet_names == [name]


def test_the_document_properties_hold_the_whole_title(tmp_path: Path) -> None:
    write_xlsx(table(title="年会/嘉宾 & 名单\x07甲"), tmp_path / "list.xlsx")
    assert "<dc:title>年会/嘉宾 &amp; 名单 甲</dc:title>" in part(tmp_path / "list.xlsx", "docProps/core.xml")


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"], ids=ascii)
def test_a_workbook_refuses_what_xml_cannot_hold_and_names_the_place(tmp_path: Path, bad: str) -> None:
    with pytest.raises(CellUnfit) as refusal:
        write_xlsx(table(("a", "b"), ("c", f"d{bad}")), tmp_path / "list.xlsx")
    assert refusal.value.code == "cell-unfit"
    point = f"U+{ord(bad):04X}"
    assert str(refusal.value) == f"Row 3, column 备注: the character {point} cannot be written; delete it."


def test_csv_refuses_what_utf8_cannot_hold_and_keeps_control_characters(tmp_path: Path) -> None:
    with pytest.raises(CellUnfit, match=r"Row 2, column 姓名: the character U\+DC80"):
        write_csv(table(("\udc80", "b")), tmp_path / "list.csv")
    write_csv(table(("a\x0bb", "")), tmp_path / "list.csv")
    assert read_csv(tmp_path / "list.csv")[1] == ["a\x0bb", ""]


@pytest.mark.parametrize(("longest", "over"), [("文" * 32_767, "文"), ("😀" * 16_383, "😀")])
def test_a_workbook_refuses_a_text_that_a_cell_would_cut(tmp_path: Path, longest: str, over: str) -> None:
    write_xlsx(table((longest, "")), tmp_path / "list.xlsx")
    assert read_sheet(tmp_path / "list.xlsx")[1][0] == longest
    with pytest.raises(CellTooLong, match="Row 2, column 姓名: the text has 32768 characters") as refusal:
        write_xlsx(table((longest + over, "")), tmp_path / "list.xlsx")
    assert refusal.value.code == "cell-unfit"


def test_a_workbook_refuses_more_rows_than_a_sheet_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    write_xlsx(table(*[("a", "b")] * 2), tmp_path / "list.xlsx")
    with pytest.raises(TableTooLong, match="A sheet holds 3 rows"):
        write_xlsx(table(*[("a", "b")] * 3), tmp_path / "list.xlsx")


def test_a_list_stopped_half_way_leaves_no_scratch_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows() -> Iterator[tuple[str, str]]:
        yield "a", "b"
        raise KeyboardInterrupt

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        write_xlsx(Table("t", [Column("x", 8), Column("y", 8)], rows()), tmp_path / "list.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_folder_that_is_gone_is_the_system_s_own_error(tmp_path: Path, write: Writer) -> None:
    with pytest.raises(FileNotFoundError):
        write(table(("a", "b")), tmp_path / "gone" / "list")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_full_disk_is_the_system_s_own_error(write: Writer) -> None:
    with pytest.raises(OSError, match="No space left"):
        write(table(("a", "b")), Path("/dev/full"))


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_rows_stream_through_in_flat_memory(tmp_path: Path, write: Writer) -> None:
    columns = [Column(f"c{number}", 10) for number in range(5)]

    def peak(rows: int) -> int:
        made = (tuple(f"{row}-{at}" for at in range(5)) for row in itertools.count())
        tracemalloc.start()
        try:
            write(Table("t", columns, itertools.islice(made, rows)), tmp_path / "list")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)  # what is imported or compiled once is not counted
    assert peak(20_000) < peak(200) + 1_000_000
