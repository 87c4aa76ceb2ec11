from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.documents import wording
from forumdesk.documents.model import Span, Style
from forumdesk.documents.render.lines import broken
from forumdesk.documents.render.paragraph import NOT_AT_END
from forumdesk.documents.render.script import eastern

CHINESE, ENGLISH = "leaflet.item.east", "leaflet.item.west"
NOT_AT_START = "，。、；：！？）》”’"


def lines(text: str, measure: float, *, even: bool = False, style: str = CHINESE) -> list[str]:
    """The lines of a text in a measure given in em of the style's 11.5 points."""
    made = broken((Span(text, style),), measure * 11.5, even=even)
    return ["".join(run.drawn for run in line.runs) for line in made.lines]


def test_a_mark_goes_to_the_line_of_the_character_before_it():
    assert lines("一二三四五，六七八", 5) == ["一二三四", "五，六七八"]


def test_an_opening_mark_goes_to_the_line_of_the_character_after_it():
    assert lines("一二三四“五”六七", 5) == ["一二三四", "“五”六七"]


def test_an_english_word_in_chinese_stays_whole():
    for measure in range(6, 12):
        made = lines("由LAUNCH Rhein-Main联合创办", measure)
        assert any("LAUNCH" in line for line in made)
        assert any("Rhein-" in line for line in made)
        assert any("Main" in line for line in made)


def test_no_english_word_is_left_alone_on_the_last_line():
    text = "Standing Committee Member and Secretary for Education"

    for measure in range(12, 24):
        *_, last = lines(text, measure, style=ENGLISH)
        assert len(last.split()) > 1


def test_a_chinese_title_breaks_at_its_mark():
    title = "聚焦世界领先科技园区建设，推动科技创新和产业创新融合发展"

    assert lines(title, 18, even=True) == ["聚焦世界领先科技园区建设，", "推动科技创新和产业创新融合发展"]


def test_a_chinese_title_without_marks_breaks_evenly_and_outside_its_words():
    title = "国家高新区与世界产业科技创新资源互融互促倡议"

    assert lines(title, 18, even=True) == ["国家高新区与世界产业", "科技创新资源互融互促倡议"]


def test_a_break_somebody_chose_wins():
    assert lines("世界领先科技园区\u200b发展论坛", 11, even=True) == ["世界领先科技园区", "发展论坛"]
    assert lines("世界领先科技园区\u200b发展论坛", 13, even=True) == ["世界领先科技园区发展论坛"]


def test_a_title_keeps_the_words_of_the_field_whole():
    assert lines("世界领先科技园区发展论坛", 9, even=True) == ["世界领先科技园区", "发展论坛"]
    first, _ = lines("World Leading Science Park Development Forum", 14, even=True, style=ENGLISH)
    assert first.strip() == "World Leading Science Park"
    title = "Initiative on Linking National High-Tech Zones with Global Innovation Resources"
    first, _ = lines(title, 22, even=True, style=ENGLISH)
    assert first.strip().endswith("High-Tech Zones")


def test_a_latin_name_after_a_chinese_one_gets_its_own_line():
    assert lines("巴西出口投资促进局 ApexBrasil", 10, even=True) == ["巴西出口投资促进局", "ApexBrasil"]


def test_names_in_a_list_break_between_names():
    listed = wording.listed(["工业和信息化部火炬中心", "北京市科委、中关村管委会", "中关村发展集团"], "zh")

    assert lines(listed, 21) == ["工业和信息化部火炬中心", "北京市科委、中关村管委会　中关村发展集团"]


def test_an_opening_quote_at_the_start_of_a_line_hangs_out_by_half_an_em():
    made = broken((Span("中关村特色产业园与国外科技园“牵手”签约仪式", CHINESE),), 15 * 11.5, even=True)

    assert [line.hang for line in made.lines] == [0.0, 11.5 / 2]


def test_an_english_quote_is_narrow_and_does_not_hang():
    (line,) = broken((Span("“Hand in Hand” Signing", CHINESE),), 1000).lines

    assert line.hang == 0.0
    assert line.runs[0].font == "ForumDeskSerifLatin-SemiBold"


def test_an_apostrophe_inside_a_latin_name_is_narrow_in_a_chinese_text_too():
    (line,) = broken((Span("西安Xi’an高新区“牵手”", CHINESE),), 1000).lines

    fonts = {character: run.font for run in line.runs for character in run.drawn}
    assert fonts["’"] == "ForumDeskSerifLatin-SemiBold"
    assert fonts["“"] == "ForumDeskSerif-SemiBold"


def test_figures_and_quotes_of_the_kai_come_from_the_serif():
    (line,) = broken((Span("于2025年“牵手”", Style("kai", 15.5)),), 1000).lines

    fonts = {character: run.font for run in line.runs for character in run.drawn}
    assert {fonts[character] for character in "2025“”"} == {"ForumDeskSerif-Regular"}
    assert fonts["年"] == "ForumDeskKai-Regular"


def test_a_rare_character_falls_back_from_face_to_face():
    (line,) = broken((Span("王龘김Ř", "leaflet.name"),), 1000).lines

    assert [run.font for run in line.runs] == [
        "ForumDeskSerif-Regular",
        "ForumDeskSerif-SemiBold",
        "ForumDeskSans-Regular",
        "ForumDeskSerifLatin-Regular",
    ]


def test_an_address_longer_than_the_line_is_cut_rather_than_lost():
    address = "https://example.org/" + "a" * 200

    made = broken((Span(address, CHINESE),), 200.0)

    assert made.cut
    assert "".join(run.drawn for line in made.lines for run in line.runs) == address


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("中关村论坛", True),
        ("LAUNCH Rhein-Main 联合创始人", True),
        ("“Hand in Hand” between 中关村 Specialty Parks and Parks Abroad", False),
        ("09:00–12:20", False),
    ],
)
def test_a_text_is_set_as_what_most_of_it_is(text, chinese):
    assert eastern(text) is chinese


MIXED = st.text(alphabet="中关村科技园创新发展，。“”（）、abcdefg ,.-·1234", min_size=1, max_size=80)


@given(text=MIXED, measure=st.integers(min_value=6, max_value=30), even=st.booleans())
def test_breaking_loses_no_character(text, measure, even):
    assert "".join(lines(text, measure, even=even)).replace(" ", "") == text.replace(" ", "")


SENTENCES = st.lists(
    st.sampled_from(
        ["中关村", "科技园", "（北京）", "“牵手”", "创新，", "发展。", "LAUNCH ", "Rhein-Main", "3.0", "、国际"]
    ),
    min_size=1,
    max_size=25,
).map("".join)


@given(text=SENTENCES, measure=st.integers(min_value=12, max_value=30), even=st.booleans())
def test_no_line_is_too_wide_or_starts_or_ends_with_a_mark_that_may_not(text, measure, even):
    made = broken((Span(text, CHINESE),), measure * 11.5, even=even).lines
    texts = ["".join(run.drawn for run in line.runs) for line in made]

    assert all(line.width <= measure * 11.5 + 0.1 for line in made)
    assert not any(text[0] in NOT_AT_START for text in texts[1:])
    assert not any(text[-1] in NOT_AT_END for text in texts[:-1])
