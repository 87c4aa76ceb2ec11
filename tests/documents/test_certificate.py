from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from documents.forum_facts import OCCASION, SIGNINGS
from documents.placing import CERTIFICATES, LANGUAGES, PIECES, placed
from documents.reading import ink, page_sizes, page_texts, printed, same_as_golden
from forumdesk.documents.cards.facts import Party, Signing, Thanks
from forumdesk.domain.text import Text


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("kind", CERTIFICATES)
def test_the_forum_builds_the_certificates_we_know(kind, name):
    same_as_golden(f"certificate-{kind}-{name}", placed(kind, name).readable())


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("kind", CERTIFICATES)
def test_every_certificate_is_a_landscape_page_inside_its_frame(kind, name):
    document = placed(kind, name)
    pdf, result = printed(document)

    assert result.pages == result.pieces == len(PIECES[kind])
    assert set(page_sizes(pdf)) == {(297.0, 210.0)}
    assert (result.shrunk, result.missing) == ([], [])
    left, top, right, bottom = ink(pdf)
    assert left >= 10
    assert top >= 10
    assert right <= 287
    assert bottom <= 200


def test_both_parties_stand_on_the_certificate_in_both_languages():
    text = page_texts(printed(placed("signing", "both"))[0])[0]

    for words in ("签约证书", "CERTIFICATE OF SIGNING", "中关村国际孵化器", "LAUNCH Rhein-Main", "Germany"):
        assert words in text


def test_the_code_on_each_page_reads_as_the_piece_s_key():
    with pypdfium2.PdfDocument(printed(placed("signing", "both"))[0]) as file:
        read = [zxingcpp.read_barcode(page.render(scale=2).to_pil()) for page in file]

    assert [code.text for code in read] == [piece.key for piece in SIGNINGS]


def test_a_long_name_wraps_then_shrinks_and_is_reported_at_its_minimum():
    long = Text("国际科技园区与创新区域可持续发展联合研究中心" * 6)
    pieces = (
        Signing("fits", Party(Text("中关村（大兴）细胞基因治疗产业园")), Party(Text("英国剑桥启迪科技园"))),
        Signing("too-long", Party(long), Party(Text("甲"))),
    )

    pdf, result = printed(placed("signing", "zh", pieces))

    assert result.shrunk == [("too-long", "first party")]
    assert page_texts(pdf)[1].replace("\r\n", "").count("联合研究中心") == 6


@pytest.mark.parametrize("name", LANGUAGES)
def test_both_parties_are_set_in_one_size(name):
    long = Text(
        "俄罗斯中国“一带一路”投资发展基金会驻华联合代表处与合作中心",
        "Russia–China Belt and Road Investment Foundation",
    )
    piece = Signing("k", Party(Text("甲园区", "A Park")), Party(long))

    with pypdfium2.PdfDocument(printed(placed("signing", name, (piece,)))[0]) as file:
        page = file[0].get_textpage()
        words = ("A Park", "Russia") if name == "en" else ("甲园区", "俄罗斯")
        first, second = (
            pypdfium2.raw.FPDFText_GetFontSize(page.raw, page.search(word).get_next()[0]) for word in words
        )
        assert first == second < 23


def test_thanks_name_the_talk_where_it_has_a_title():
    texts = page_texts(printed(placed("thanks", "both"))[0])

    assert "推动科技创新和产业创新融合发展" in texts[0]
    assert "并发表演讲" in texts[2]


def test_only_characters_without_a_face_are_reported_with_their_piece():
    _, result = printed(placed("thanks", "zh", (Thanks("k1", Text("金賢坤")), Thanks("k2", Text("李🎉")))))

    assert result.missing == [("k2", "🎉")]


def test_a_thousand_certificates_are_a_thousand_small_pages_that_share_their_art():
    pieces = tuple(Thanks(f"thanks-{at}", Text(f"来宾{at}", f"Guest {at}")) for at in range(1000))

    pdf, result = printed(placed("thanks", "both", pieces))

    assert result.pages == result.pieces == 1000
    assert len(pdf) / 1000 <= 1600
    with pypdfium2.PdfDocument(pdf) as file:
        assert "来宾999" in file[999].get_textpage().get_text_bounded()


def test_what_follows_a_name_that_wraps_moves_down():
    guest = Text("投资发展基金会", "Russia–China Belt and Road Investment and Development Foundation")
    party = Party(guest, Text("德国", "Germany"))

    with pypdfium2.PdfDocument(
        printed(placed("signing", "both", (Signing("k", SIGNINGS[0].first, party),)))[0]
    ) as file:
        page = file[0].get_textpage()
        country, name = (page.get_charbox(page.search(word).get_next()[0]) for word in ("Germany", "Foundation"))

    assert country[3] < name[1]


def test_a_character_without_a_face_in_the_shared_art_is_reported_with_the_document():
    occasion = replace(OCCASION, forum=Text("论坛🎉"))
    document = placed("thanks", "zh", occasion=occasion)

    _, result = printed(document)

    assert (document.title, "🎉") in result.missing
