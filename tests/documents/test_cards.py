"""Table cards, badges, labels and artwork, read back from the PDF: where things stand, and that nothing is lost."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from documents.forum_facts import AWARDS, GUESTS
from documents.placing import LANGUAGES, PIECES, placed
from documents.reading import page_sizes, page_texts, printed, same_as_golden
from forumdesk.base.job import Cancelled, Ticket
from forumdesk.documents.cards.facts import Guest
from forumdesk.documents.cards.shipped import layouts
from forumdesk.documents.render.pdf import render
from forumdesk.documents.themes import THEMES
from forumdesk.domain.text import Text

MM = 72 / 25.4
CARDS = ("plaque-artwork", "table-card", "badge", "label")


def read(text: str) -> str:
    """What a text says, without the white that a page puts into it."""
    return re.sub(r"\s|\u3000|\ufffe|-$", "", text)


@pytest.mark.parametrize("languages", LANGUAGES)
@pytest.mark.parametrize("kind", CARDS)
def test_the_forum_builds_the_cards_we_know(kind: str, languages: str) -> None:
    same_as_golden(f"card-{kind}-{languages}", placed(kind, languages).readable())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", layouts())
def test_every_layout_prints_the_forum_whole_in_every_theme(name: str, theme: str) -> None:
    layout = layouts()[name]
    pdf, result = printed(placed(layout.kind, "both", layout=layout, theme=THEMES[theme]))
    assert result.pieces == len(PIECES[layout.kind])
    assert (result.shrunk, result.missing) == ([], [])
    words = read("".join(page_texts(pdf)))
    for piece in PIECES[layout.kind]:
        for text in (getattr(piece, "name", None), getattr(piece, "organisation", None)):
            if text is not None and name not in ("participation", "appointment", "award"):
                assert read(text.first) in words


def test_a_table_card_says_the_name_upright_below_the_fold_and_on_its_head_above() -> None:
    with pypdfium2.PdfDocument(printed(placed("table-card", "zh", GUESTS[1:2]))[0]) as file:
        assert page_sizes_of(file) == [(200.0, 200.0)]
        page = file[0].get_textpage()
        found = page.search("金賢坤")
        upper, lower = sorted((page.get_charbox(at) for at, _ in (found.get_next(), found.get_next())), reverse=True)
    assert lower[1] / MM == pytest.approx(100 - 55.5, abs=6)
    assert upper[0] / MM + lower[0] / MM == pytest.approx(200 - (lower[2] - lower[0]) / MM, abs=0.2)
    assert upper[1] / MM + lower[3] / MM == pytest.approx(200, abs=0.2)


def page_sizes_of(file: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    return [(round(page.get_width() / MM, 1), round(page.get_height() / MM, 1)) for page in file]


def test_a4_in_three_has_two_sides_and_one_to_stand_on() -> None:
    pdf, _ = printed(placed("table-card", "zh", GUESTS[:1], layout=layouts()["table-card-a4"]))
    assert page_sizes(pdf) == [(210.0, 297.0)]
    with pypdfium2.PdfDocument(pdf) as file:
        page = file[0].get_textpage()
        assert read(page.get_text_bounded(bottom=0, top=99 * MM)) == ""
        assert read(page.get_text_bounded(bottom=99 * MM)).count("张洋") == 2


def test_badges_stand_four_on_a_sheet_in_the_order_of_the_list() -> None:
    pdf, result = printed(placed("badge", "zh", layout=layouts()["badge-sheet"]))
    assert (result.pages, result.pieces) == (2, 5)
    with pypdfium2.PdfDocument(pdf) as file:
        page = file[0].get_textpage()
        middle, half = 105 * MM, 148.5 * MM
        quarters = [
            read(page.get_text_bounded(left, bottom, left + middle, bottom + half))
            for bottom in (half, 0)
            for left in (0, middle)
        ]
    for guest, quarter in zip(GUESTS, quarters, strict=False):
        assert guest.name.first in quarter


@pytest.mark.parametrize("layout", ["badge", "badge-sheet"])
def test_the_code_of_every_badge_reads_as_its_key(layout: str) -> None:
    with pypdfium2.PdfDocument(printed(placed("badge", "both", layout=layouts()[layout]))[0]) as file:
        codes = [zxingcpp.read_barcodes(page.render(scale=3).to_pil()) for page in file]
    assert sorted(code.text for page in codes for code in page) == [guest.key for guest in GUESTS]


def test_24_labels_stand_on_a_sheet() -> None:
    guests = tuple(Guest(f"guest-{number}", Text(f"来宾{number}")) for number in range(25))
    assert printed(placed("label", "zh", guests))[1].pages == 2


def test_artwork_has_its_boxes_in_mm_and_its_marks_outside_the_bleed() -> None:
    document = placed("plaque-artwork")
    with pypdfium2.PdfDocument(printed(document)[0]) as file:
        page = file[0]
        boxes = [[round(edge / MM, 2) for edge in box] for box in (page.get_trimbox(), page.get_bleedbox())]
        assert page_sizes_of(file) == [(630.0, 430.0)]
    assert boxes == [[15, 15, 615, 415], [10, 10, 620, 420]]
    (stack,) = document.body
    for mark in stack.sheet:
        for x, y in getattr(mark, "points", ()):
            assert not (10 < x < 620 and 10 < y < 420)


def test_holes_and_metal_are_on_a_layer_that_is_not_printed() -> None:
    pdf, _ = printed(placed("plaque-artwork"))
    assert b"/PrintState /OFF" in pdf
    (stack,) = placed("plaque-artwork", layout=layouts()["plaque-plain"]).body
    assert not any(getattr(element, "colour", "") == "brushed" for element in stack.guides)
    assert len(stack.guides) == 12  # four holes with their crosses
    assert not any(element in stack.art for element in stack.guides)


def test_paper_that_was_printed_before_gets_the_data_only() -> None:
    pdf, _ = printed(placed("badge", "zh", GUESTS[:1], data_only=True))
    (stack,) = placed("badge", "zh", GUESTS[:1], data_only=True).body
    assert "张洋" in read(page_texts(pdf)[0])
    assert not [element for element in stack.art if type(element).__name__ != "Label"]


def test_a_picture_stands_in_its_box_and_a_guest_without_one_has_none() -> None:
    from PIL import Image

    layout = layouts()["badge"]
    box = {"type": "picture", "x": 70, "y": 34, "width": 25, "height": 30, "source": "{photo}"}
    layout = type(layout).of({**as_values(layout), "elements": [*as_values(layout)["elements"], box]})
    red = io.BytesIO()
    Image.new("RGB", (50, 100), "#FF0000").save(red, "PNG")
    guests = (Guest("a", Text("甲"), photo="red"), Guest("b", Text("乙")))
    with pypdfium2.PdfDocument(
        printed(placed("badge", "zh", guests, layout=layout, pictures={"red": red.getvalue()}))[0]
    ) as file:
        images = [page.render(scale=1).to_pil().convert("RGB") for page in file]
    spot = (round(82 * MM), round(49 * MM))
    assert [image.getpixel(spot) == (255, 255, 255) for image in images] == [False, True]


def as_values(layout: Any) -> dict[str, Any]:
    import json

    return dict(json.loads(layout.to_json()))


def test_a_run_that_nobody_wants_any_more_stops_between_two_pieces() -> None:
    seen: list[int] = []

    def tell(done: int, _of: int) -> None:
        seen.append(done)
        if done == 2:
            ticket.cancel()

    ticket = Ticket(tell)
    with pytest.raises(Cancelled):
        render(placed("badge"), io.BytesIO(), ticket)
    assert seen == [0, 1, 2]


def test_a_plaque_says_its_words_its_park_its_number_issuer_and_day() -> None:
    words = read(page_texts(printed(placed("plaque-artwork"))[0])[0])
    award = AWARDS[0]
    for text in (*map(read, (award.wording.first, award.wording.second, award.organisation.first)), "2025年3月28日"):
        assert text in words
    assert "北京市人民政府" in words
    assert words.count(read(award.number.first)) == 2  # on the plaque, and beside the trim for the maker
