from __future__ import annotations

import re

import pytest

from documents.forum_facts import DATE, PAIR, TITLE, VENUE
from documents.reading import page_sizes, page_texts, printed, same_as_golden
from forumdesk.documents.model import Document
from forumdesk.documents.signing_book import Signatory, SigningBook, alternat, signing_books
from forumdesk.domain.text import Text

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
HOST = Signatory(
    Text("中关村生命园", "Zhongguancun Life Science Park"), Text("李妍", "Li Yan"), Text("总经理", "General Manager")
)
GUEST = Signatory(Text("剑桥启迪科技园", "TusPark Cambridge"))
THIRD = Signatory(Text("杭州未来科技城", "Hangzhou Future Sci-Tech City"))
BOOK = SigningBook("book", TITLE, Text("合作协议", "Cooperation Agreement"), DATE, VENUE, (HOST, GUEST))


def book(name: str, *parties: Signatory) -> Document:
    facts = SigningBook("book", TITLE, BOOK.title, DATE, VENUE, parties) if parties else BOOK
    return signing_books([facts], pair=PAIR, languages=LANGUAGES[name])


@pytest.mark.parametrize("name", LANGUAGES)
def test_an_agreement_builds_the_book_we_know(name):
    same_as_golden(f"signing-book-{name}", book(name).readable())


def test_each_party_comes_first_in_its_own_copy_and_the_others_follow_in_turn():
    orders = [alternat((HOST, GUEST, THIRD), keeper) for keeper in range(3)]

    assert orders == [(HOST, GUEST, THIRD), (GUEST, THIRD, HOST), (THIRD, HOST, GUEST)]


@pytest.mark.parametrize("parties", [(HOST, GUEST), (HOST, GUEST, THIRD)])
def test_every_copy_has_cover_title_and_signature_page_and_a_list_closes_the_book(parties):
    pdf, result = printed(book("zh", *parties))
    pages = [re.sub(r"\s", "", page) for page in page_texts(pdf)]

    assert set(page_sizes(pdf)) == {(210.0, 297.0)}
    assert result.pages == len(pages) == 3 * len(parties) + 1
    assert (result.missing, result.shrunk) == ([], [])
    for copy, keeper in enumerate(parties):
        cover, title, signatures = pages[3 * copy : 3 * copy + 3]
        assert [party.organisation.first in cover for party in parties] == [party is keeper for party in parties]
        assert f"第{copy + 1}本，共{len(parties)}本" in cover
        expected = [party.organisation.first for party in alternat(parties, copy)]
        for page in (title, signatures):
            assert sorted(expected, key=page.index) == expected
        assert signatures.count("签字") == len(parties)
        assert signatures.count("李妍") == 1
    assert pages[-1].count("□") == 5 * len(parties)
    assert "草稿" in pages[-1]
