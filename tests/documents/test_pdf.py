from __future__ import annotations

import pypdfium2
import pytest

from documents.forum_facts import ATTENDEES, PAIR, PROGRAMME
from documents.placing import placed
from documents.reading import poppler, printed
from forumdesk.documents.attendees import attendee_list
from forumdesk.documents.programme import programme

BOTH = ("zh", "en")
DOCUMENTS = {
    "programme": lambda: programme(PROGRAMME, pair=PAIR, languages=BOTH),
    "attendees": lambda: attendee_list(ATTENDEES, pair=PAIR, languages=BOTH),
    "certificates": lambda: placed("signing"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_knows_its_title_and_language(name):
    document = DOCUMENTS[name]()
    pdf, _ = printed(document)

    with pypdfium2.PdfDocument(pdf) as file:
        about = file.get_metadata_dict()
    assert about["Title"] == document.title
    assert about["Creator"] == "ForumDesk"
    assert "\u200b" not in document.title
    assert b"/Lang (zh)" in pdf


def test_poppler_sees_one_a4_page_without_scripts_or_forms(tmp_path):
    about = poppler("pdfinfo", pdf=printed(DOCUMENTS["programme"]())[0], folder=tmp_path)

    assert "Pages:           1" in about
    assert "(A4)" in about
    assert "JavaScript:      no" in about
    assert "Form:            none" in about
