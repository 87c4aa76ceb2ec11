"""Schedules of other programs: what is odd is told, what cannot be read is refused, and nothing hangs."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from forumdesk.base.errors import Trouble
from forumdesk.base.files import NoSuchFile
from forumdesk.exchange import schedule_reading
from forumdesk.exchange.schedule_reading import (
    DamagedSchedule,
    Found,
    ScheduleTooLarge,
    UnknownDialect,
    read_schedule,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = dt.date(2025, 3, 28)


def xml(*events: str, about: str = "", day: str = "2025-03-28") -> str:
    rooms = f'<room name="Hall">{"".join(events)}</room>'
    return f'<schedule><conference>{about}</conference><day index="1" date="{day}">{rooms}</day></schedule>'


def event(more: str = "", *, number: str = "1", start: str = "09:00", duration: str = "00:30") -> str:
    parts = f"<start>{start}</start><duration>{duration}</duration><title>Talk {number}</title>"
    return f'<event id="{number}">{parts}{more}</event>'


def read(path: Path, text: str | bytes) -> Found:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_schedule(path, SHANGHAI, DAY)


def odd(found: Found) -> list[tuple[str, str, bool]]:
    return [(one.place, one.what, one.refused) for one in found.oddities]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "schedule.xml"


def test_a_talk_says_when_where_and_who(file: Path) -> None:
    persons = '<persons><person id="7">Zhang Yang</person><person id="7">Zhang Yang</person></persons>'
    (talk,) = read(file, xml(event(f"<type>Talk</type><language>en-GB</language>{persons}"))).talks
    assert talk.start == dt.datetime(2025, 3, 28, 9, tzinfo=SHANGHAI)
    assert (talk.minutes, talk.room, talk.kind, talk.language) == (30, "Hall", "report", "en")
    assert [one.name for one in talk.speakers] == ["Zhang Yang"]


def test_the_same_file_gives_the_same_ids(file: Path) -> None:
    text = xml(event("<persons><person>Zhang Yang</person></persons>"))
    (first,), (second,) = read(file, text).talks, read(file, text).talks
    assert first == second


def test_a_subtitle_of_others_joins_the_title(file: Path) -> None:
    (talk,) = read(file, xml(event("<subtitle>Past and future</subtitle>"))).talks
    assert (talk.title, talk.subtitle) == ("Talk 1: Past and future", "")


def test_html_of_an_abstract_becomes_paragraphs(file: Path) -> None:
    abstract = "&lt;p&gt;R&amp;amp;D &lt;b&gt;now&lt;/b&gt;&lt;/p&gt;&lt;p&gt;a &amp;lt; b&lt;/p&gt;"
    (talk,) = read(file, xml(event(f"<abstract>{abstract}</abstract><description>{abstract}</description>"))).talks
    assert talk.abstract == "R&D now\na < b"


def test_a_talk_after_midnight_belongs_to_the_day_before(file: Path) -> None:
    (talk,) = read(file, xml(event(start="01:30"), about="<day_change>06:00:00</day_change>")).talks
    assert (talk.day, talk.start.date()) == (dt.date(2025, 3, 28), dt.date(2025, 3, 29))


def test_a_moment_with_its_zone_wins(file: Path) -> None:
    (talk,) = read(file, xml(event("<date>2025-03-28T10:00:00+01:00</date>"))).talks
    assert talk.start == dt.datetime(2025, 3, 28, 17, tzinfo=SHANGHAI)


def test_a_file_in_a_zone_of_its_own_keeps_its_clock(file: Path) -> None:
    (talk,) = read(file, xml(event(), about="<time_zone_name>Europe/Paris</time_zone_name>")).talks
    assert talk.start.utcoffset() == dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (xml(event(), event()), [("Talk 1", "its ID stands twice", True)]),
        (xml(event(start="noon")), [("Talk 1", "no start that can be read", True)]),
        (xml(event(), day="some day"), [("Talk 1", "no start that can be read", True)]),
        (xml(event(duration="long")), [("Talk 1", "no length that can be read; ten minutes are assumed", False)]),
        (xml(event(duration="0:00")), [("Talk 1", "no length that can be read; ten minutes are assumed", False)]),
        (xml('<event id="5"><start>09:00</start><duration>30</duration></event>'), [("5", "no title", False)]),
        (xml(event("<persons><person/></persons>")), [("Talk 1", "a person without a name", False)]),
        (
            xml(event(), about="<time_zone_name>Middle/Earth</time_zone_name>"),
            [("Middle/Earth", "an unknown time zone", False)],
        ),
        (xml(event(), about="<time_zone_name>../etc/passwd</time_zone_name>"),
         [("../etc/passwd", "an unknown time zone", False)]),
    ],
)  # fmt: skip
def test_what_is_odd_is_told(file: Path, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert odd(read(file, text)) == expected


def whole(**talk: Any) -> dict[str, Any]:
    facts = {"guid": "8079583e-8321-506c-95af-fd2903a5f075", "start": "09:00", "duration": "00:30", **talk}
    days = [{"date": "2025-03-28", "rooms": {"Hall": [facts]}}]
    return {"schedule": {"version": "1", "conference": {"title": "Event", "days": days}}}


def test_json_tells_the_same(file: Path) -> None:
    persons = [{"public_name": "Zhang Yang", "id": 7}, "nobody", {"name": None}]
    found = read(file, json.dumps(whole(title="Talk 1", persons=persons, abstract=None, track=None)))
    (talk,) = found.talks
    assert str(talk.id) == "8079583e-8321-506c-95af-fd2903a5f075"
    assert (talk.title, talk.room, talk.track, talk.abstract) == ("Talk 1", "Hall", "", "")
    assert [one.name for one in talk.speakers] == ["Zhang Yang"]
    assert odd(found) == [("Talk 1", "a person without a name", False)]


@pytest.mark.parametrize(
    "text",
    [b"", b"\xff\xd8\xff\xe0JFIF", b"title,start", "<html><body/></html>", '{"events": []}', '{"schedule": []}',
     '{"schedule": {"conference": {"days": [{"date": "2025-03-28"}]}}}', "<schedule/>"],
)  # fmt: skip
def test_another_dialect_is_refused_by_name(file: Path, text: str | bytes) -> None:
    with pytest.raises(UnknownDialect) as refused:
        read(file, text)
    assert str(file) in str(refused.value)


@pytest.mark.parametrize("text", ["<schedule><conference>", '{"schedule": ', "<schedule>&nothing;</schedule>"])
def test_a_file_that_breaks_off_is_refused_with_the_place(file: Path, text: str) -> None:
    with pytest.raises(DamagedSchedule) as refused:
        read(file, text)
    assert "line 1" in str(refused.value)


LAUGHS = """<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
<schedule><conference><title>&c;</title></conference></schedule>"""
OUTSIDE = """<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<schedule><conference><title>&a;</title></conference></schedule>"""


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE, '{"schedule": ' + "[" * 100_000])
def test_bombs_and_entities_are_not_opened(file: Path, text: str) -> None:
    with pytest.raises((UnknownDialect, DamagedSchedule)):
        read(file, text)


def test_a_file_larger_than_any_schedule_is_not_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule_reading, "MOST_BYTES", 10)
    with pytest.raises(ScheduleTooLarge):
        read(file, xml(event()))


def test_a_file_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(NoSuchFile):
        read_schedule(file, SHANGHAI, DAY)


@pytest.mark.parametrize("kind", ["xml", "json"])
def test_spoilt_files_are_read_or_refused_in_a_sentence(file: Path, kind: str) -> None:
    good = (xml(event(), event(number="2")) if kind == "xml" else json.dumps(whole(title="Talk"))).encode()
    dice = random.Random(2025)
    for _ in range(300):
        spoilt = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            place = dice.randrange(len(spoilt))
            match dice.randrange(3):
                case 0:
                    spoilt[place] = dice.randrange(256)
                case 1:
                    del spoilt[place : place + dice.randint(1, 20)]
                case _:
                    spoilt[place:place] = bytes(dice.choices(b'<>&"{}[]:,0-9TZ\x00\xff', k=dice.randint(1, 6)))
        try:
            found = read(file, bytes(spoilt))
        except Trouble as trouble:
            assert str(file) in str(trouble)
        else:
            assert all(talk.start.tzinfo for talk in found.talks)


def test_a_workbook_is_a_schedule_where_its_head_names_titles_and_times(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    rows = [
        ["开放论坛议程", "", "", "", "", "嘉宾", ""],
        ["会场", "日期", "时间", "议题", "编号", "1", "2"],
        ["甲厅", "2025年3月28日", "9:00", "开幕", 1001, "张洋，工业和信息化部副部长", ""],
        ["甲厅", "28.3.2025", "09：20", "主旨演讲", 1002, "李四（北京大学 校长）", "Ada Lovelace"],
        ["乙厅", "", "10:00-10:45", "圆桌", 1003, "", ""],
        ["甲厅", "2025-03-28", "10:30", "闭幕", 1004, "", ""],
        ["共 4 项", "", "", "", "", "", ""],
    ]
    with Workbook(tmp_path / "x.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    found = read_schedule(tmp_path / "x.xlsx", SHANGHAI, DAY)
    assert found.title == "开放论坛议程"
    assert [(talk.room, f"{talk.start:%d %H:%M}", talk.minutes, talk.title) for talk in found.talks] == [
        ("甲厅", "28 09:00", 20, "开幕"), ("甲厅", "28 09:20", 70, "主旨演讲"), ("乙厅", "28 10:00", 45, "圆桌"),
        ("甲厅", "28 10:30", 10, "闭幕"),
    ]  # fmt: skip
    assert [(one.name, one.post) for talk in found.talks for one in talk.speakers] == [
        ("张洋", "工业和信息化部副部长"), ("李四", "北京大学 校长"), ("Ada Lovelace", ""),
    ]  # fmt: skip
    assert [one.place for one in found.oddities] == ["开幕", "主旨演讲", "闭幕"]
    with Workbook(tmp_path / "x.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["Name", "Phone"])
    with pytest.raises(UnknownDialect):
        read_schedule(tmp_path / "x.xlsx", SHANGHAI, DAY)
