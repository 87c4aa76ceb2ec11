from __future__ import annotations

import re
from dataclasses import replace

import pytest

from documents.forum_facts import DATE, HALL, ITEMS, PAIR, TITLE, VENUE
from documents.reading import ink, page_sizes, page_texts, printed, same_as_golden
from forumdesk.documents.model import Document
from forumdesk.documents.programme import Item
from forumdesk.documents.run_of_show import Cue, Moment, Part, RunOfShow, ShowDay, run_of_show
from forumdesk.domain.text import Text
from forumdesk.rules.spoken import opening

LANGUAGES = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
STAGE, SCREEN, PHOTO = Text("舞台", "Stage"), Text("大屏", "Screen"), Text("摄影", "Photo")
LAUNCH = Part(
    next(item for item in ITEMS if item.kind == "launch"),
    8,
    (
        Moment(39930, (Cue("screen", Text("行动介绍短片", "Film about the programme"), SCREEN),)),
        Moment(
            40110,
            (
                Cue("stage", Text("启动嘉宾上台", "Launchers on stage"), STAGE),
                Cue("light", Text("全亮", "Full")),
                Cue("sound", Text("上场乐", "Entrance music")),
            ),
        ),
        Moment(40275, (Cue("stage", Text("合影", "Group photo"), PHOTO),)),
    ),
    (Text("仪式环节现在开始。", "We now come to the ceremonies."), Text("请启动嘉宾登台。", "Please come up.")),
)
PARTS = tuple(LAUNCH if item.kind == "launch" else Part(item, 8) for item in ITEMS)
SHOW = RunOfShow(TITLE, (ShowDay(TITLE, DATE, 540, 740, VENUE, HALL, PARTS),))


def show(name: str, *parts: Part) -> Document:
    facts = replace(SHOW, days=(replace(SHOW.days[0], parts=parts),)) if parts else SHOW
    return run_of_show(facts, pair=PAIR, languages=LANGUAGES[name])


def lines(count: int, words: str = "第{}段，请大家欢迎下一位嘉宾上台。") -> tuple[Text, ...]:
    return tuple(Text(words.format(f"{at:03d}") * 3) for at in range(count))


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_forum_builds_the_run_of_show_we_know(name):
    same_as_golden(f"run-of-show-{name}", show(name).readable())


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_cue_line_and_time_stands_once_on_landscape_pages(name):
    pdf, result = printed(show(name))
    text = re.sub(r"\s+", "", "".join(page_texts(pdf)))

    assert set(page_sizes(pdf)) == {(297.0, 210.0)}
    assert (result.missing, result.shrunk) == ([], [])
    sides = [code == "en" for code in LANGUAGES[name]]
    said = [opening(text_.side(side)) for side in sides for text_ in LAUNCH.script]
    cues = [cue.label.side(side) for side in sides for moment in LAUNCH.moments for cue in moment.cues]
    clocks = ["11:05:30", "11:08:30", "11:11:15"]
    for words in (*said, *cues, *clocks):
        assert text.count(words.replace(" ", "")) == 1, words
    for number in range(result.pages):
        left, _, right, bottom = ink(pdf, number)
        assert left >= 11.5
        assert right <= 285.5
        assert bottom <= 205


def test_a_department_that_does_nothing_leaves_its_column_to_the_others():
    quiet = replace(LAUNCH, moments=LAUNCH.moments[:1])
    all_, one = (page_texts(printed(show("zh", part))[0])[0] for part in (LAUNCH, quiet))

    assert [word in all_ for word in ("舞台", "大屏与视频", "灯光", "音响")] == [True] * 4
    assert [word in one for word in ("舞台", "大屏与视频", "灯光", "音响")] == [False, True, False, False]
    assert "国家高新区新赛道培育行动启动仪式" in one  # on one line now


def test_an_item_stays_whole_where_a_page_can_hold_it():
    filler = tuple(Part(item, 8) for item in ITEMS[:10])
    long = Part(Item(660, "launch", Text("启动仪式")), 8, script=lines(6))

    pages = page_texts(printed(show("zh", *filler, long))[0])

    assert [page for page in pages if "启动仪式" in page] == [pages[-1]]
    assert all(f"第{at:03d}段" in pages[-1] for at in range(6))


def test_an_item_longer_than_a_page_is_named_again_and_loses_nothing():
    cues = tuple(Moment(36000 + at, (Cue("stage", Text(f"动作{at:03d}"), STAGE),)) for at in range(60))
    pages = page_texts(printed(show("zh", Part(Item(600, "launch", Text("启动仪式")), 8, cues, lines(40))))[0])
    text = "".join(pages)

    assert len(pages) > 2
    for page in pages:
        assert page.count("10:00\r\n") + page.count("10:00 ") >= 1
        assert page.count("启动仪式") == 1
        assert page.count("主持词") == 1
    assert all(text.count(f"动作{at:03d}") == 1 for at in range(60))
    text = re.sub(r"\s", "", text)
    assert all(f"第{at:03d}段" in text for at in range(40))


def test_days_begin_on_pages_of_their_own_under_one_count():
    other = replace(SHOW.days[0], title=Text("分论坛", "Parallel Forum"), parts=PARTS[:2])
    pages = page_texts(printed(run_of_show(replace(SHOW, days=(other, other)), pair=PAIR, languages=("zh",)))[0])

    assert ["第 1 页，共 2 页" in pages[0], "第 2 页，共 2 页" in pages[1]] == [True, True]
