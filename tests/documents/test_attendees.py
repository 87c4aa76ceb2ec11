from __future__ import annotations

from dataclasses import replace

import pytest

from documents.forum_facts import ATTENDEES, PAIR
from documents.reading import ink, page_texts, printed, same_as_golden
from forumdesk.documents.attendees import Attendee, attendee_list
from forumdesk.domain.text import Text

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_forum_builds_the_list_we_know(name):
    document = attendee_list(ATTENDEES, pair=PAIR, languages=LANGUAGES[name])

    same_as_golden(f"attendees-{name}", document.readable())


@pytest.mark.parametrize("name", LANGUAGES)
def test_three_hundred_people_flow_over_numbered_pages_under_their_heads(name):
    people = tuple(
        Attendee(Text(f"来宾{at:03d}", f"Guest {at:03d}"), Text("某单位", "Somewhere")) for at in range(300)
    )

    pdf, result = printed(attendee_list(replace(ATTENDEES, people=people), pair=PAIR, languages=LANGUAGES[name]))
    pages = page_texts(pdf)

    assert result.pages == len(pages) > 5
    whole = "".join(pages)
    assert all(whole.count(f"Guest {at:03d}" if name == "en" else f"来宾{at:03d}") == 1 for at in range(300))
    for number, page in enumerate(pages):
        assert ("Organisation and title" if name == "en" else "单位及职务") in page
        assert (
            f"Page {number + 1} of {len(pages)}" if name == "en" else f"第 {number + 1} 页，共 {len(pages)} 页"
        ) in page
        assert ink(pdf, number)[3] <= 292


def test_an_empty_list_still_is_a_page():
    _, result = printed(attendee_list(replace(ATTENDEES, people=()), pair=PAIR, languages=("zh",)))

    assert result.pages == 1


def test_categories_and_states_are_told_in_the_document_s_language():
    people = (
        Attendee(Text("欧阳武"), category="vip", status="sends-deputy"),
        Attendee(Text("李妍"), category="friend"),
    )

    readable = attendee_list(replace(ATTENDEES, people=people), pair=PAIR, languages=("zh", "en")).readable()

    for words in ("贵宾", "VIP", "派代表", "Sends a deputy", "friend"):
        assert f"«{words}»" in readable
