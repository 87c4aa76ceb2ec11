from __future__ import annotations

import re

import pytest

from documents.forum_facts import PAIR, TITLE
from documents.reading import ink, page_texts, printed, same_as_golden
from forumdesk.documents.booklet import Group, Guest
from forumdesk.documents.model import Document
from forumdesk.documents.sign_in import SignIn, sign_in_sheet
from forumdesk.domain.text import Text

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
WHEN = Text("2025年3月28日　中关村展示中心", "28 March 2025, Zhongguancun Exhibition Center")


def sheet(name: str, count: int) -> Document:
    people = [Guest(Text(f"来宾{at:03d}", f"Guest {at:03d}"), Text("某单位主任", "Director")) for at in range(count)]
    groups = (Group("vip", tuple(people[:3])), Group("delegate", tuple(people[3:])))
    return sign_in_sheet(SignIn(TITLE, WHEN, groups), pair=PAIR, languages=LANGUAGES[name])


@pytest.mark.parametrize("name", LANGUAGES)
def test_guests_build_the_sheet_we_know(name):
    same_as_golden(f"sign-in-{name}", sheet(name, 5).readable())


@pytest.mark.parametrize("name", LANGUAGES)
def test_everybody_stands_once_under_the_heads_of_numbered_pages(name):
    pdf, result = printed(sheet(name, 120))
    pages = page_texts(pdf)
    whole = "".join(pages)

    assert result.pages == len(pages) > 3
    assert all(whole.count(f"Guest {at:03d}" if name == "en" else f"来宾{at:03d}") == 1 for at in range(120))
    for number, page in enumerate(pages):
        assert ("Signature" if name == "en" else "签字") in page
        at, of = re.findall(r"\d+", next(line for line in page.splitlines() if "Page" in line or "页" in line))
        assert (int(at), int(of)) == (number + 1, len(pages))
        assert ink(pdf, number)[3] <= 292


def test_a_category_is_not_named_at_the_foot_of_a_page_without_anybody_below():
    for count in range(16, 40):
        people = tuple(Guest(Text(f"来宾{at}")) for at in range(count))
        groups = (Group("vip", people), Group("press", people[:2]))
        pages = page_texts(printed(sign_in_sheet(SignIn(TITLE, WHEN, groups), pair=PAIR, languages=("zh",)))[0])
        (page,) = [page for page in pages if "媒体" in page]
        assert "来宾" in page.split("媒体")[1]
