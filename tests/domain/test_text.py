"""Text in the event's two languages."""

from __future__ import annotations

import pytest

from forumdesk.domain.text import Text


def test_each_side_gives_its_own_wording():
    assert [Text("开场", "Opening").side(index) for index in (0, 1)] == ["开场", "Opening"]


@pytest.mark.parametrize("text", [Text("开场", ""), Text("", "开场")])
def test_an_empty_side_borrows_from_the_other(text):
    assert [text.side(0), text.side(1), str(text)] == ["开场"] * 3


def test_a_text_without_a_word_is_false_and_still_no_none():
    assert not Text()
    assert str(Text()) == Text().side(0) == Text().side(1) == ""
    assert Text("", "x")


@pytest.mark.parametrize(("text", "blank"), [(Text(" ", "\u3000"), True), (Text("", "x"), False), (Text(), True)])
def test_spaces_are_no_name(text, blank):
    assert text.blank is blank
