"""Blocks of cells, as spreadsheets put them on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.ui.parts.clipboard import Copied, from_html, from_tsv, to_html, to_tsv
from forumdesk.ui.parts.draft import spread

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {white-space:nowrap}</style></head>
<body><!--StartFragment--><table border=0><col width=72>
 <tr height=20><td height=20 class=xl65>王一&nbsp;鸣</td><td>中关村<br style='mso-data-placement:same-cell;'>
  管委会</td></tr>
 <tr style='display:none'><td>藏</td><td>起</td></tr>
 <tr><td>A &amp; B &lt;i&gt;</td><td></td></tr>
</table><!--EndFragment--></body></html>"""


def test_excels_html_keeps_line_breaks_inside_cells_and_leaves_out_hidden_rows() -> None:
    assert from_html(EXCEL) == [["王一 鸣", "中关村\n管委会"], ["A & B <i>", ""]]


def test_cells_that_span_others_leave_those_empty() -> None:
    table = "<table><tr><td rowspan=2>a<td colspan=2>b</tr><tr><td>c<td>d</tr></table>"
    assert from_html(table) == [["a", "b", ""], ["", "c", "d"]]


def test_paragraphs_of_a_word_table_are_lines_and_a_second_table_is_not_read() -> None:
    table = "<table><tr><td><p>one</p><p>two</p></td></tr></table><table><tr><td>x</td></tr></table>"
    assert from_html(table) == [["one\ntwo"]]


@pytest.mark.parametrize(
    "broken", ["<table", "<td>x", "<table><tr><td colspan=-3 rowspan=99999999>x", "</table>", "\0"]
)
def test_broken_html_breaks_nothing(broken: str) -> None:
    assert from_html(broken) in ([], [["x"]])


def test_html_without_a_table_is_read_as_text() -> None:
    assert Copied("<p>王一鸣</p>", "王一鸣\t代表").block() == [["王一鸣", "代表"]]


def test_quotes_in_text_hold_tabs_line_breaks_and_quotes() -> None:
    assert from_tsv('a\t"b\nc ""d"""\r\n5" pipe\te\r\n') == [["a", 'b\nc "d"'], ['5" pipe', "e"]]


def test_a_quote_that_is_never_closed_is_a_quote() -> None:
    assert from_tsv('"open\tb\nc') == [['"open', "b"], ["c"]]


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], include_characters='\n\t" '), max_size=8
)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(BLOCKS.filter(lambda block: any(any(row) for row in block)))
def test_what_is_copied_as_text_is_pasted_as_it_was(block: list[list[str]]) -> None:
    assert from_tsv(to_tsv(block)) == block


@given(BLOCKS)
def test_what_is_copied_as_html_is_pasted_as_it_was_but_for_spaces_at_the_edges(block: list[list[str]]) -> None:
    folded = [
        ["\n".join(" ".join(part.split()) for part in text.strip().split("\n")) for text in row] for row in block
    ]
    assert from_html(to_html(block)) == folded


def test_a_block_begins_at_the_current_cell_and_what_has_no_column_is_counted() -> None:
    assert spread([["1", "2"], ["3", "4"]], 1, ["b"], 1) == ([{"b": "1"}, {"b": "3"}], 2)


def test_one_cell_fills_the_whole_selection_and_a_block_as_often_as_it_fits() -> None:
    assert spread([["x"]], 2, ["a", "b", "c"], 2) == ([{"a": "x", "b": "x"}] * 2, 0)
    assert spread([["1"], ["2"]], 4, ["a"], 1)[0] == [{"a": "1"}, {"a": "2"}, {"a": "1"}, {"a": "2"}]
    assert spread([["1"], ["2"]], 3, ["a"], 1)[0] == [{"a": "1"}, {"a": "2"}]
