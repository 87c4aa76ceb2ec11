"""The opening words of what is said on stage, by which a crew follows."""

from __future__ import annotations

import pytest

from forumdesk.rules.spoken import MOST_UNITS, opening


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
