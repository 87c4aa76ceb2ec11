"""What is said on stage: the opening words by which a crew follows, and how long it takes."""

from __future__ import annotations

import pytest

from forumdesk.rules.spoken import MOST_UNITS, opening, reading_minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "谢谢各位。",
        "感谢周力处长。首位演讲人已经就位。",
        "Thank you, Ms. Lund. Please welcome Mr. Zhou.",
        "好！请坐。",
    ],
)
def test_a_short_paragraph_stands_whole(text: str) -> None:
    assert opening(text) == text


def test_what_is_left_out_is_said_by_dots() -> None:
    assert opening("首先是致辞。" + "有请尊敬的各位领导和各位嘉宾依次上台就座并发表讲话，" * 3) == "首先是致辞。……"
    assert opening("We begin. " + "Then, after a short film about the parks, come the guests, " * 3) == "We begin. …"


def test_a_long_sentence_is_cut_at_a_pause() -> None:
    said = opening("请启动嘉宾登台：" + "、".join(f"第{number}位嘉宾的姓名和职务" for number in range(20)))
    assert said.startswith("请启动嘉宾登台：第0位嘉宾")
    assert said.endswith("职务……")


def test_a_sentence_without_pauses_is_cut_between_words_and_never_inside_one() -> None:
    words = "parks " * 40
    said = opening(words)
    assert said == "parks " * (MOST_UNITS // 6) + "…"
    assert opening("长" * 200) == "长" * 200


def test_a_chinese_speech_is_measured_in_characters_and_not_in_its_punctuation():
    assert reading_minutes("各位来宾，大家好！" * 30, "zh-CN") == pytest.approx(210 / 240)


def test_an_english_speech_is_measured_in_words():
    assert reading_minutes("It's a well-known park. " * 26, "en") == pytest.approx(104 / 130)


def test_consecutive_interpretation_doubles_the_time():
    assert reading_minutes("科技" * 120, "zh", interpreted=True) == 2 * reading_minutes("科技" * 120, "zh")


def test_a_chinese_speaker_says_every_digit_and_an_english_one_the_number():
    assert reading_minutes("2025年", "zh") == pytest.approx(5 / 240)
    assert reading_minutes("in 2025", "en") == pytest.approx(2 / 130)


def test_an_english_name_in_a_chinese_speech_counts_as_words():
    assert reading_minutes("欢迎 LAUNCH Rhein-Main", "zh") == pytest.approx(2 / 240 + 2 / 130)


def test_the_rates_can_be_set():
    assert reading_minutes("快" * 300, "zh", characters_a_minute=300) == 1
    assert reading_minutes("slow " * 100, "en", words_a_minute=100) == 1


def test_no_text_takes_no_time():
    assert reading_minutes("", "zh") == 0
