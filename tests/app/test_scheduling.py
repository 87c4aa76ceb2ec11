"""The agenda in calendars and in other programs: every item, at its time, under an id that lasts."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem
from forumdesk.app.commands.event import AddForum, EditEvent
from forumdesk.app.exporting import UnknownFormat
from forumdesk.app.sample import key
from forumdesk.app.scheduling import NothingScheduled, UnknownPerson, export_schedule
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event, Forum
from forumdesk.domain.text import Text
from forumdesk.exchange.cells import CellUnfit
from forumdesk.exchange.schedule import Schedule, Speaker, Talk
from forumdesk.exchange.schedule_files import write_xml
from forumdesk.store.store import Store

INTEROP = Path(__file__).parents[3] / "shared" / "interop"
"""Public schemas, where they lie beside the project."""
needs_schemas = pytest.mark.skipif(not INTEROP.is_dir(), reason="the public schemas are not beside the project")


def calendar(store: Store, file: Path, **choice: Any) -> list[Any]:
    export_schedule(store, file, **choice)
    return list(Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_a_calendar_holds_every_item_at_its_time_in_the_zone_of_the_place(
    sample_store: Store, tmp_path: Path
) -> None:
    events = calendar(sample_store, tmp_path / "x.ics")
    assert len(events) == 18
    first, last = events[0], events[-1]
    assert first["SUMMARY"] == "开场，介绍出席领导和嘉宾"
    assert first["LOCATION"] == "畅春厅"
    assert first["DTSTART"].dt.isoformat() == "2025-03-28T09:00:00+08:00"
    assert last["DTEND"].dt.isoformat() == "2025-03-28T12:20:00+08:00"
    whole = (tmp_path / "x.ics").read_text(encoding="utf-8")
    assert whole.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:Asia/Shanghai" in whole


def test_an_item_without_a_title_says_who_speaks(sample_store: Store, tmp_path: Path) -> None:
    chinese = calendar(sample_store, tmp_path / "x.ics")
    english = calendar(sample_store, tmp_path / "y.ics", language="en")
    assert (chinese[1]["SUMMARY"], english[1]["SUMMARY"]) == ("致辞：艾巴·伦德", "Remarks: Ebba Lund")
    assert "国际科技园与创新区域协会首席执行官" in chinese[1]["DESCRIPTION"]


def test_an_item_keeps_its_uid_when_it_moves(sample_store: Store, tmp_path: Path) -> None:
    before = {event["SUMMARY"]: event["UID"] for event in calendar(sample_store, tmp_path / "x.ics")}
    with sample_store.work("Later") as work:
        work.get(AgendaItem, key("item", "signing")).minutes = 30
    after = {event["SUMMARY"]: event["UID"] for event in calendar(sample_store, tmp_path / "y.ics")}
    assert before == after


def test_a_person_gets_the_items_they_appear_in(sample_store: Store, tmp_path: Path) -> None:
    by_name = calendar(sample_store, tmp_path / "x.ics", person="张宇蕾")
    by_id = calendar(sample_store, tmp_path / "y.ics", person=str(key("person", "zhang-yulei")))
    assert [str(event["SUMMARY"]) for event in by_name] == [
        "中关村的探索与实践",
        "国家高新区新赛道培育行动启动仪式",
        "中关村特色产业园授牌仪式",
        "中关村未来产业园集中发布",
    ]
    assert [event["UID"] for event in by_id] == [event["UID"] for event in by_name]


def test_a_forum_gets_its_own_items(event_store: Store, tmp_path: Path) -> None:
    with event_store.look() as look:
        (only,) = look.all(Forum)
        day = look.all(Event)[0].starts
    bus = Bus(event_store)
    other = AddForum(title=Text("分论坛", "Second forum"))
    bus.run(other)
    bus.run(AddItem(forum=only.id, date=day, kind="opening", title=Text("开幕")))
    bus.run(AddItem(forum=other.id, date=day, kind="roundtable", title=Text("圆桌")))
    assert [event["SUMMARY"] for event in calendar(event_store, tmp_path / "x.ics", forum="分论坛")] == ["圆桌"]
    assert len(calendar(event_store, tmp_path / "y.ics")) == 2


def test_after_midnight_an_item_lies_on_the_next_day_and_a_changed_clock_moves_nothing(
    event_store: Store, tmp_path: Path
) -> None:
    with event_store.look() as look:
        (forum,) = look.all(Forum)
    bus = Bus(event_store)
    bus.run(EditEvent(time_zone="Europe/Paris"))
    night = dt.date(2025, 3, 29)  # at two in the morning of the 30th the clock goes to three
    bus.run(AddItem(forum=forum.id, date=night, kind="report", title=Text("夜场"), fixed_start=23 * 60, minutes=60))
    bus.run(AddItem(forum=forum.id, date=night, kind="report", title=Text("尾声"), fixed_start=28 * 60, minutes=60))
    late, last = calendar(event_store, tmp_path / "x.ics")
    assert late["DTSTART"].dt.isoformat() == "2025-03-29T23:00:00+01:00"
    assert last["DTSTART"].dt.isoformat() == "2025-03-30T04:00:00+02:00"


@needs_schemas
def test_the_xml_is_valid_by_the_public_schema(sample_store: Store, tmp_path: Path) -> None:
    from lxml import etree

    export_schedule(sample_store, tmp_path / "x.xml")
    schema = etree.XMLSchema(etree.parse(INTEROP / "schedule.xml.xsd"))
    schema.assertValid(etree.parse(tmp_path / "x.xml"))


@needs_schemas
def test_the_json_is_valid_by_the_public_schema(sample_store: Store, tmp_path: Path) -> None:
    import jsonschema

    export_schedule(sample_store, tmp_path / "x.json")
    schema = json.loads((INTEROP / "schedule-v1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((tmp_path / "x.json").read_text(encoding="utf-8")), schema)


def test_xml_and_json_tell_the_same(sample_store: Store, tmp_path: Path) -> None:
    export_schedule(sample_store, tmp_path / "x.xml", language="en")
    export_schedule(sample_store, tmp_path / "x.json", language="en")
    events = ElementTree.parse(tmp_path / "x.xml").getroot().findall("day/room/event")
    (day,) = json.loads((tmp_path / "x.json").read_text())["schedule"]["conference"]["days"]
    (talks,) = day["rooms"].values()
    assert [event.get("guid") for event in events] == [talk["guid"] for talk in talks]
    for event, talk in zip(events, talks, strict=True):
        for name in ("title", "subtitle", "date", "start", "duration", "room", "track", "type", "language"):
            assert (event.findtext(name) or "") == talk[name]
        names = [person.text for person in event.findall("persons/person")]
        assert names == [person["public_name"] for person in talk["persons"]]
    assert len({event.get("id") for event in events}) == 18


def test_what_cannot_be_written_is_refused_and_leaves_no_file(sample_store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        export_schedule(sample_store, tmp_path / "x.doc")
    with pytest.raises(UnknownPerson):
        export_schedule(sample_store, tmp_path / "x.ics", person="Nobody")
    assert list(tmp_path.glob("x.*")) == []


def test_an_event_without_agenda_has_no_schedule(event_store: Store, tmp_path: Path) -> None:
    with pytest.raises(NothingScheduled):
        export_schedule(event_store, tmp_path / "x.xml")


def talk(number: int, title: str = "Talk") -> Talk:
    day = dt.date(2025, 3, 28)
    start = dt.datetime(2025, 3, 28, 9, tzinfo=dt.UTC)
    return Talk(
        UUID(int=number), title, start, day, 10, "Hall", "Forum", "report", speakers=[Speaker(UUID(int=9), "A")]
    )


def test_numbers_are_told_apart_where_ids_would_give_the_same() -> None:
    twins = [talk(1), talk(1 + 2**31 - 1)]
    schedule = Schedule("Event", "UTC", "1", twins[0].start, twins)
    assert len(set(schedule.numbers().values())) == 3


def test_a_character_that_xml_cannot_hold_is_named(tmp_path: Path) -> None:
    one = talk(1, "bell \x07")
    with pytest.raises(CellUnfit) as refused:
        write_xml(Schedule("Event", "UTC", "1", one.start, [one]), tmp_path / "x.xml")
    assert "U+0007" in str(refused.value)
