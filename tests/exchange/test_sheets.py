from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from forumdesk.base.files import NoSuchFile
from forumdesk.exchange.heads import find_head
from forumdesk.exchange.lists import read_list
from forumdesk.exchange.sheets import (
    DamagedList,
    ListTooLarge,
    NoSuchSheet,
    NotAList,
    OldWorkbook,
    Sheet,
)
from forumdesk.exchange.text_files import UnknownEncoding
from forumdesk.exchange.workbooks import NO_RESULT, TOO_MANY_DIGITS

HARD = [
    "007",
    "+86 138 0013 8000",
    "110101199003070018",
    "1-2",
    "2E5",
    "=1+1",
    "一行\n两行",
    "𠮷野家",
    "é",
    "👩‍💻",
    "\u202eabc",
]


def workbook(path: Path, *rows: Sequence[Any], **sheets: Sequence[Sequence[Any]]) -> Path:
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        dates = book.add_format({"num_format": "yyyy-mm-dd"})
        clock = book.add_format({"num_format": "hh:mm"})
        for name, lines in {"Sheet1": rows, **sheets}.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(lines):
                for column, cell in enumerate(row):
                    match cell:
                        case dt.time():
                            sheet.write_datetime(at, column, cell, clock)
                        case dt.date():
                            sheet.write_datetime(at, column, cell, dates)
                        case _:
                            sheet.write(at, column, cell)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_no_text_of_a_workbook_is_altered(tmp_path: Path) -> None:
    assert read_list(workbook(tmp_path / "x.xlsx", HARD)).rows == [HARD]


def test_numbers_dates_and_times_read_as_they_are_typed(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x.xlsx", [1001, 13800138000, 0.1, True, dt.date(2025, 3, 28), dt.time(9, 5), 200000.0]
    )
    assert read_list(path).rows == [["1001", "13800138000", "0.1", "TRUE", "2025-03-28", "09:05", "200000"]]


def test_a_number_without_its_last_digits_and_a_formula_without_a_result_are_noted(tmp_path: Path) -> None:
    with Workbook(tmp_path / "x.xlsx") as book:
        book.add_worksheet("Notes").write(0, 0, "nothing")
        sheet = book.add_worksheet("List")
        sheet.write(1, 1, 110101199003070018)
        sheet.write_formula(2, 0, '="a"', None, "")
        sheet.write_formula(2, 1, "=1+1", None, 2)
        sheet.write_formula(3, 2, "=1/0", None, "#DIV/0!")
    sheet = read_list(tmp_path / "x.xlsx", sheet="List")
    assert sheet.lost == {(1, 1): TOO_MANY_DIGITS, (2, 0): NO_RESULT, (3, 2): NO_RESULT}
    assert sheet.rows[2] == ["", "2"]


def test_a_cell_merged_downwards_counts_for_all_its_rows(tmp_path: Path) -> None:
    with Workbook(tmp_path / "x.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 2, 0, "北京大学")
        for row, name in enumerate(("张洋", "李四", "王五")):
            sheet.write(row, 1, name)
    assert read_list(tmp_path / "x.xlsx").rows == [["北京大学", "张洋"], ["北京大学", "李四"], ["北京大学", "王五"]]


def test_the_sheet_is_the_named_one_else_the_first_that_fits_else_the_first_with_anything(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", Notes=[["hello"]], List=[["Name"], ["Ada"]])
    assert read_list(path).name == "Notes"
    assert read_list(path, fits=lambda sheet: sheet.rows[0] == ["Name"]).name == "List"
    assert read_list(path, sheet="Sheet1").sheets == ("Sheet1", "Notes", "List")
    with pytest.raises(NoSuchSheet, match="no sheet “Guests”; there are Sheet1, Notes, List"):
        read_list(path, sheet="Guests")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_a_text_file_is_read_whatever_its_encoding_and_separator(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    rows = [["姓名", "單位", "職務"], ["陳大文", "香港科技園公司", "主席"], ["李四", "大學", "007"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    assert read_list(csv(tmp_path / "x.csv", text, encoding)).rows == rows


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "姓名,单位\n李翀,中关村管委会\n"),
        ("gb18030", "名称;备注\n欧阳菡;𠮷\n"),
        ("gb18030", "单位,职务\n工业和信息化部,副部长\n国家发展和改革委员会,司长\n"),
        ("big5", "姓名,電話\n歐陽明,0912345678\n"),
        ("big5", "公司\t職稱\n台灣積體電路\t董事長\n"),
    ],
)
def test_a_short_chinese_file_is_read_in_its_own_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    sheet = read_list(csv(tmp_path / "x.csv", text, encoding))
    assert [cell for row in sheet.rows for cell in row] == text.replace("\n", ",").replace(";", ",").replace(
        "\t", ","
    ).strip(",").split(",")


def test_an_encoding_can_be_named_and_one_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path / "x.csv", "Name\nÄda\n", "latin-1")
    assert read_list(path, encoding="latin-1").rows == [["Name"], ["Äda"]]
    for wrong in ("utf-8", "klingon"):
        with pytest.raises(UnknownEncoding):
            read_list(path, encoding=wrong)


def test_cells_in_quotes_keep_line_breaks_and_guarded_formulas_lose_their_guard(tmp_path: Path) -> None:
    path = csv(tmp_path / "x.csv", 'a,b\n"x\ny",\'=1+1\n\'tis,"say ""hi"""\n')
    assert read_list(path).rows == [["a", "b"], ["x\ny", "=1+1"], ["'tis", 'say "hi"']]


def test_a_quote_that_is_never_closed_is_damage_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(DamagedList, match="line 3"):
        read_list(csv(tmp_path / "x.csv", 'a,b\n"x,y\nz,z\n'))


def test_contacts_of_both_versions_are_a_list(tmp_path: Path) -> None:
    path = csv(
        tmp_path / "x.vcf",
        "BEGIN:VCARD\nVERSION:3.0\nFN:张洋\nN:张;洋;;;\nORG:北京大学\nTEL;TYPE=CELL:+86 138\n"
        "NOTE:a\\, b\\nc\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nTEL;VALUE=uri;PREF=2:tel:+1\nTEL;VALUE=uri;PREF=1:tel:+44-1\n"
        "EMAIL:ada@x.org\nUID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\nEND:VCARD\n",
    )
    sheet = read_list(path)
    assert sheet.rows[1:] == [
        ["张洋", "北京大学", "", "+86 138", "", "a, b\nc", ""],
        ["Ada", "", "", "+44-1", "ada@x.org", "", "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"],
    ]
    assert sheet.begins == 0  # so that card 1 is row 1
    with pytest.raises(DamagedList, match="card 1"):
        read_list(csv(path, "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n"))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), OldWorkbook),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40), NotAList),
        (bytes(100), NotAList),
        (b"PK\3\4 cut short", DamagedList),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    with pytest.raises(error, match=r"x\.xlsx"):
        read_list(tmp_path / "x.xlsx")


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile):
        read_list(tmp_path / "x.xlsx")


def rewritten(path: Path, part: str, content: bytes) -> Path:
    """The workbook with one of its parts replaced."""
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, content if entry.filename == part else old.read(entry))
    return changed


def test_a_bomb_is_refused_with_the_part_that_swells(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "x.xlsx", ["Name"])
    bomb = rewritten(whole, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * (64 << 20))
    with pytest.raises(ListTooLarge, match=r"xl/worksheets/sheet1\.xml"):
        read_list(bomb)
    # One that lies about its size is caught while it unpacks.
    content = bomb.read_bytes().replace((64 << 20 | 11).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    bomb.write_bytes(content)
    with pytest.raises((ListTooLarge, DamagedList)):
        read_list(bomb)


def test_a_sheet_whose_cells_lie_too_far_apart_is_refused_and_one_stray_cell_is_not(tmp_path: Path) -> None:
    with Workbook(tmp_path / "far.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Name")
        sheet.write(1_048_575, 16_383, "stray")
    with pytest.raises(ListTooLarge, match="1048576 × 16384"):
        read_list(tmp_path / "far.xlsx")
    path = workbook(tmp_path / "wide.xlsx", ["Name", *[""] * 16_000, "stray"])
    assert read_list(path).rows[0][-1] == "stray"


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "x.xlsx", ["Name"])
    entity = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'
    with pytest.raises(DamagedList, match="DOCTYPE"):
        read_list(rewritten(whole, "xl/worksheets/sheet1.xml", entity))


KNOWN = {"姓名", "单位", "手机", "邮箱", "Name"}


def head(*rows: Sequence[str]) -> tuple[int, int, tuple[str, ...]]:
    found = find_head(Sheet("x", rows).rows, KNOWN.__contains__)
    assert found is not None
    return found.first, found.last, found.names


def test_a_head_is_found_under_titles_and_in_two_rows() -> None:
    assert head(["参会名单"], [], ["姓名", "单位"], ["张洋", "部"]) == (2, 2, ("姓名", "单位"))
    assert head(["姓名", "单位", "联系方式", ""], ["", "", "手机", "邮箱"], ["张洋"]) == (
        0, 1, ("姓名", "单位", "手机", "邮箱"),
    )  # fmt: skip
    assert head(["Name", "", "Talks", ""], ["", "", "1", "2"]) == (0, 0, ("Name", "", "Talks", ""))
    assert find_head([["Ada", "Lovelace"]], KNOWN.__contains__) is None
