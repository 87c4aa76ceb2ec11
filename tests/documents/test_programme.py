from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import islice

import pytest

from documents.forum_facts import DAY, ITEMS, PAIR, PROGRAMME
from documents.reading import ink, page_sizes, page_texts, poppler, printed, same_as_golden
from forumdesk.documents.model import Document, Flow
from forumdesk.documents.programme import Item, Programme, Speaker, programme
from forumdesk.documents.render.flow import laid_out
from forumdesk.domain.text import Text

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}


def leaflet(name: str, facts: Programme = PROGRAMME) -> Document:
    return programme(facts, pair=PAIR, languages=LANGUAGES[name])


def with_items(*items: Item) -> Programme:
    return replace(PROGRAMME, days=(replace(DAY, items=items),))


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_forum_builds_the_leaflet_we_know(name):
    same_as_golden(f"programme-{name}", leaflet(name).readable())


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_forum_fits_one_page_with_white_around_it(name):
    pdf, result = printed(leaflet(name))

    assert (result.pages, result.missing, result.shrunk) == (1, [], [])
    assert page_sizes(pdf) == [(210.0, 297.0)]
    left, top, right, bottom = ink(pdf)
    margin = 17 if name == "both" else 24
    assert left >= margin - 0.5
    assert right <= 210 - margin + 0.5
    assert top >= 18
    assert bottom <= 288


def test_a_leaflet_with_english_at_the_left_fits_its_page_too():
    pdf, result = printed(programme(PROGRAMME, pair=PAIR, languages=("en", "zh")))

    assert (result.pages, result.missing) == (1, [])
    assert "Ceremonies" in page_texts(pdf)[0]
    assert ink(pdf)[2] <= 193.5


@pytest.mark.parametrize("name", LANGUAGES)
def test_sixty_items_go_over_pages_with_head_numbers_and_nothing_lost(name):
    items = tuple(
        replace(item, title=Text(f"第{number}项议程", f"Agenda item {number}"), people=item.people[:1])
        for number, item in enumerate(islice(ITEMS * 4, 60), start=1)
    )

    pdf, result = printed(leaflet(name, with_items(*items)))
    pages = page_texts(pdf)

    assert result.pages == len(pages) > 1
    whole = "\n".join(pages)
    for number in range(1, 61):
        assert ("第%d项议程" if name != "en" else "Agenda item %d") % number in whole
    for number, page in enumerate(pages, start=1):
        assert (f"Page {number} of {len(pages)}" if name == "en" else f"第 {number} 页，共 {len(pages)} 页") in page
    head = "World Leading Science Park" if name == "en" else "世界领先科技园区发展论坛"
    assert all(head in page.splitlines()[0] + page for page in pages[1:])
    for number in range(len(pages)):
        left, _, right, bottom = ink(pdf, number)
        assert left >= 16
        assert right <= 194
        assert bottom <= 292


def test_a_section_is_named_again_where_it_goes_on_over_a_page():
    talks = tuple(Item(540 + number * 5, "report", Text(f"报告{number}")) for number in range(60))

    pages = page_texts(printed(leaflet("zh", with_items(*talks)))[0])

    assert len(pages) > 1
    assert all(page.count("专题报告") == 1 for page in pages)


def test_white_and_then_type_give_way_where_that_saves_the_second_page():
    talks = tuple(Item(540 + at, "report", Text(f"报告{at:02d}")) for at in range(27))
    roomy, tight, crowded = (leaflet("zh", with_items(*talks[:count])).body for count in (20, 27, 60))

    def size_of_a_title(flow: Flow) -> float:
        texts = laid_out(flow, 210, 297).sheets[0].texts
        return next(run.style.size for text in texts for run in text.line.runs if run.drawn == "报告00")

    assert [len(laid_out(flow, 210, 297).sheets) for flow in (roomy, tight)] == [1, 1]
    assert size_of_a_title(roomy) == 11.5
    assert 11.5 * 0.9 <= size_of_a_title(tight) <= 11.5
    assert size_of_a_title(crowded) == 11.5


def test_several_days_each_start_with_their_heading():
    second = replace(DAY, date=dt.date(2025, 3, 29), title=Text("分论坛", "Parallel Forum"), items=ITEMS[:3])
    facts = replace(PROGRAMME, days=(replace(DAY, title=Text("主论坛", "Plenary")), second))

    text = "\n".join(page_texts(printed(leaflet("zh", facts))[0]))

    assert "2025年3月28日至29日" in text
    assert text.index("主论坛") < text.index("闭幕") < text.index("分论坛") < text.index("2025年3月29日　星期六")


def test_an_item_without_title_shows_who_speaks():
    document = leaflet("zh", with_items(Item(540, "remarks", people=(Speaker(Text("辛国斌"), Text("副部长")),))))

    assert "leaflet.item.east«辛国斌» >89.5/2.6> leaflet.post«副部长»" in document.readable()


def test_an_item_without_title_and_people_shows_its_kind():
    readable = leaflet("both", with_items(Item(620, "break"))).readable()

    assert "«茶歇»" in readable
    assert "«Break»" in readable


def test_an_unknown_kind_prints_its_own_label():
    item = Item(540, "poetry", Text("朗诵会", "A Reading"), label=Text("朗诵", "Poetry"))

    readable = leaflet("both", with_items(item)).readable()

    assert "both.section.east«朗诵»" in readable
    assert "both.section.second«Poetry»" in readable


def test_what_was_announced_is_told_in_both_languages():
    readable = leaflet("both").readable()

    assert "«首批\u00a07\u00a0对»" in readable
    assert "«First batch, 7\u00a0pairs»" in readable


def test_a_name_of_two_characters_is_spaced_and_reads_back_whole(tmp_path):
    pdf, _ = printed(leaflet("zh"))

    assert "张洋" in page_texts(pdf)[0]
    text = poppler("pdftotext", pdf=pdf, folder=tmp_path)
    assert "张洋" in text
    assert "励波" in text
    assert "张　洋" not in text


def test_markup_in_a_name_prints_as_it_stands():
    names = ('<img src="/etc/passwd">', "Smith <j@x.com>", "<b>&amp;</b>", "a)b(c\\d")
    items = tuple(Item(540 + at, "report", people=(Speaker(Text(name)),)) for at, name in enumerate(names))

    text = page_texts(printed(leaflet("zh", with_items(*items)))[0])[0]

    for name in names:
        assert name in text


def test_a_character_nobody_can_draw_is_reported_and_still_reads_back(tmp_path):
    item = Item(540, "report", people=(Speaker(Text("王🎉"), Text("ไทย")),))

    pdf, result = printed(leaflet("zh", with_items(item)))

    assert result.missing == [("王🎉", "🎉ไทย")]
    assert "ไทย" in page_texts(pdf)[0]
    assert "王🎉" in poppler("pdftotext", pdf=pdf, folder=tmp_path)


def test_a_title_longer_than_a_page_goes_over_pages_and_loses_nothing():
    title = "".join(chr(0x4E00 + at) for at in range(4000))

    pdf, result = printed(leaflet("zh", with_items(Item(540, "report", Text(title)))))

    assert result.pages > 1
    found = "".join(page_texts(pdf)).replace("\r", "").replace("\n", "")
    assert all(found.count(title[at : at + 10]) == 1 for at in range(0, 4000, 500))


def test_a_long_english_title_wraps_inside_its_column():
    title = Text("中文", "An Extraordinarily Long English Title That Goes On and On " * 4)

    pdf, _ = printed(leaflet("both", with_items(Item(540, "report", title))))

    assert ink(pdf)[2] <= 193.5
