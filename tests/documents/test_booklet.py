from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from documents.forum_facts import DAY, ITEMS, PAIR, PROGRAMME
from documents.reading import ink, page_sizes, page_texts, printed, same_as_golden
from forumdesk.documents.booklet import Biography, Booklet, Group, Guest, booklet, folded_programme
from forumdesk.documents.model import Document
from forumdesk.domain.text import Text

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
PEOPLE = tuple({person.name: person for item in ITEMS for person in item.people}.values())
LIFE = Text(
    "长期从事科技园区的规划与管理，主持多个园区的建设，参与起草园区发展规划。近年来关注园区之间的国际合作。",
    "Has planned and run science parks for many years, led the building of several and helped to draft their plans.",
)


def portrait(colour: str = "#8899AA") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 1200), colour).save(out, "PNG")
    return out.getvalue()


PHOTOS = {"photo": portrait()}
BIOGRAPHIES = tuple(
    Biography(person.name, person.post, LIFE, "photo" if number % 3 else "") for number, person in enumerate(PEOPLE)
)
GUESTS = (
    Group("vip", tuple(Guest(person.name, person.post) for person in PEOPLE[:4])),
    Group("speaker", tuple(Guest(person.name, person.post) for person in PEOPLE[4:])),
)
FACTS = Booklet(
    PROGRAMME,
    Text(
        "请于8:50前入座，手机调至静音。\n会场提供中英文同声传译。",
        "Please be seated by 8:50.\nTalks are interpreted.",
    ),
    BIOGRAPHIES,
    GUESTS,
    Text("会务组　010-0000 0000", "Office: +86 10 0000 0000"),
)
SEVERAL = replace(
    FACTS,
    programme=replace(
        PROGRAMME,
        days=tuple(
            replace(DAY, date=dt.date(2025, 3, 28 + number), title=Text(f"第{number}论坛", f"Forum {number}"))
            for number in range(1, 4)
        ),
    ),
)


def book(name: str, facts: Booklet = FACTS, *, paper: str = "A4", folded: bool = False) -> Document:
    return booklet(facts, pair=PAIR, languages=LANGUAGES[name], paper=paper, folded=folded, photos=PHOTOS)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_forum_builds_the_booklet_we_know(name):
    same_as_golden(f"booklet-{name}", book(name, paper="A5").readable())


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("name", LANGUAGES)
def test_everything_stands_once_inside_the_margins(name, paper):
    pdf, result = printed(book(name, paper=paper))
    pages = page_texts(pdf)
    side = 1 if name == "en" else 0

    assert (result.missing, result.shrunk) == ([], [])
    assert set(page_sizes(pdf)) == {(210.0, 297.0) if paper == "A4" else (148.0, 210.0)}
    text = squeezed("".join(pages))
    for item in ITEMS:
        if item.title:
            assert text.count(squeezed(item.title.side(side))) == 1
    for person in PEOPLE:
        assert text.count(squeezed(person.name.side(side))) >= 3  # agenda, life, guests
    for number in range(result.pages):
        left, _, right, bottom = ink(pdf, number)
        width, height = page_sizes(pdf)[number]
        assert left >= 15
        assert right <= width - 14
        assert bottom <= height - 5


def test_the_contents_tell_the_page_each_part_begins_on():
    pages = page_texts(printed(book("zh", SEVERAL, paper="A5"))[0])
    entries = dict(re.findall(r"([^\s\d]+(?:\d[^\s\d]+)?)\s*(\d+)", pages[1].replace("目录", "")))

    assert len(entries) == 10
    for words, page in entries.items():
        assert words in pages[int(page) - 1], words
        assert not any(words in text for text in pages[2 : int(page) - 1]), words


@pytest.mark.parametrize("count", [27, 28, 29])
def test_a_list_of_guests_goes_on_under_its_heading_and_leaves_nobody_alone(count):
    people = tuple(Guest(Text(f"来宾{number:02d}")) for number in range(count))
    facts = Booklet(PROGRAMME, guests=(Group("vip", people),))
    first, second = [page for page in page_texts(printed(book("zh", facts, paper="A5"))[0]) if "来宾" in page]

    assert "贵宾" in second
    assert len(re.findall("来宾", first)) + len(re.findall("来宾", second)) == count
    assert len(re.findall("来宾", second)) >= 2


def test_on_pages_in_both_languages_a_name_without_a_second_wording_stands_once():
    guests = (Group("vip", (Guest(Text("Anokhin Mikhail"), Text("参赞", "Counsellor")),)),)
    text = "".join(page_texts(printed(book("both", Booklet(PROGRAMME, guests=guests)))[0]))

    assert text.count("Anokhin Mikhail") == 1
    assert "Counsellor" in text


def test_the_contents_speak_both_languages():
    contents = page_texts(printed(book("both"))[0])[1]

    for words in ("嘉宾名单", "Guests", "贵宾", "Guests of honour", "联系方式", "Contacts"):
        assert words in contents


def test_a_part_without_anything_to_tell_is_left_out():
    text = "".join(page_texts(printed(book("zh", Booklet(PROGRAMME)))[0]))

    for heading in ("嘉宾简介", "嘉宾名单", "联系方式", "会议须知"):
        assert heading not in text
    assert "会议议程" in text


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_heading_ends_a_page_and_no_time_goes_without_its_item(name):
    days = tuple(replace(DAY, title=Text(f"论坛{at}", f"Forum {at}"), items=ITEMS[: 7 + at]) for at in range(9))
    pdf, _ = printed(book(name, replace(FACTS, programme=replace(PROGRAMME, days=days)), paper="A5"))

    for text in page_texts(pdf):
        *lines, _ = [line for line in text.splitlines() if line.strip()]
        body = [line for line in lines if not line.strip().isdigit()]
        if body:
            assert body[-1] not in (
                "致辞",
                "主旨演讲",
                "专题报告",
                "仪式",
                "圆桌对话",
                "Remarks",
                "Keynotes",
                "Reports",
            )
            assert not re.fullmatch(r"\d\d:\d\d", body[-1])


def test_a_folded_booklet_has_pairs_of_pages_in_the_order_of_its_sheets():
    flat = page_texts(printed(book("zh", paper="A5"))[0])
    pdf, result = printed(book("zh", paper="A5", folded=True))
    sides = page_texts(pdf)

    assert set(page_sizes(pdf)) == {(296.0, 210.0)}
    assert result.pages % 4 == 0
    assert len(sides) == result.pages // 2
    assert "主办" in sides[0]  # the cover beside the back
    assert "目录" in sides[1]
    with pypdfium2.PdfDocument(pdf) as file:
        for number in range(2, len(flat)):
            side = number if number < len(sides) else result.pages - 1 - number
            left, right = (0, 420) if (number % 2) else (420, 840)
            half = file[side].get_textpage().get_text_bounded(left=left, right=right, bottom=0, top=596)
            assert squeezed(flat[number])[-40:] in squeezed(half)


def test_what_is_missing_to_whole_sheets_are_pages_to_write_on_before_the_back():
    for count in range(4):
        people = BIOGRAPHIES * count
        _, result = printed(book("zh", replace(FACTS, biographies=people), paper="A5", folded=True))
        assert result.pages % 4 == 0
    text = "".join(page_texts(printed(book("zh", Booklet(PROGRAMME), paper="A5", folded=True))[0]))
    assert "笔记" in text


@pytest.mark.parametrize("name", ["zh", "en"])
def test_the_programme_folds_to_one_sheet_of_four_pages(name):
    pdf, result = printed(folded_programme(PROGRAMME, pair=PAIR, languages=LANGUAGES[name]))
    outside, inside = page_texts(pdf)

    assert (result.pages, set(page_sizes(pdf))) == (4, {(296.0, 210.0)})
    assert ("主办" if name == "zh" else "Hosts") in outside
    assert "09:00" in inside
    assert "12:16" in inside


def test_photos_are_no_finer_than_paper_shows_and_cut_to_one_shape():
    with pypdfium2.PdfDocument(printed(book("zh"))[0]) as file:
        images = [image for page in file for image in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
        sizes = {image.get_px_size() for image in images}

    assert len(images) == sum(bool(person.photo) for person in BIOGRAPHIES)
    assert sizes == {(307, 402)}
