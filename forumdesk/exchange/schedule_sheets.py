"""A schedule in a workbook or CSV: a row a talk, its columns known by their heads in several languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from forumdesk.exchange.heads import Head, find_head, folded
from forumdesk.exchange.lists import read_list
from forumdesk.exchange.sheets import Sheet
from forumdesk.rules.offices import name_and_office

_CALLED = {
    "room": "room,hall,location,place,venue,stage,会场,会议室,厅,地点,论坛,ort,raum,saal",
    "date": "date,day,日期,datum,tag",
    "start": "time,start,start time,begin,from,时间,开始,开始时间,时段,uhrzeit,beginn,zeit,von",
    "end": "end,end time,until,to,结束,结束时间,ende,bis",
    "duration": "duration,minutes,length,时长,分钟,dauer,minuten",
    "title": "title,topic,talk,session,item,agenda,议程,议题,主题,题目,环节,内容,标题,titel,thema,programmpunkt",
    "subtitle": "subtitle,副标题,副题,untertitel",
    "abstract": "abstract,description,details,摘要,简介,说明,备注,beschreibung,inhalt",
    "id": "id,编号,number,no,nr",
    "track": "track,分论坛,板块,forum",
    "language": "language,语言,sprache",
    "person": "speaker,speakers,person,presenter,name,嘉宾,演讲嘉宾,发言人,主讲人,演讲人,主持人,人员,姓名,"
    "vortragende,vortragender,referent,referenten,sprecher",
}
_FIELDS = {folded(name): field for field, names in _CALLED.items() for name in names.split(",")}
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s*[:：.h]\s*(\d{2})")
_PEOPLE = re.compile(r"[\n;；、]")


def field_of(name: str) -> str:
    """What the column of that head holds, or nothing; columns of several people may be numbered."""
    key = folded(name)
    return _FIELDS.get(key) or _FIELDS.get(re.sub(r"\d+\Z", "", key), "")


def is_schedule(sheet: Sheet) -> bool:
    """Whether a sheet's head names titles and times."""
    head = head_of(sheet)
    return head is not None and {"title", "start"} <= set(map(field_of, head.names))


def head_of(sheet: Sheet) -> Head | None:
    """The head of a schedule."""
    return find_head(sheet.rows, lambda name: bool(field_of(name)))


def read_rows(path: Path, day: dt.date) -> tuple[str, list[tuple[str, dict[str, Any]]], list[str]] | None:
    """The title, the talks with their days, as `schedule_reading` takes them, and the titles that had no length.

    A talk without a date is on that `day`; one without a length lasts until the next in its room. None where no sheet
    is a schedule. Raises what `read_list` does.
    """
    sheet = read_list(path, fits=is_schedule)
    head = head_of(sheet)
    if head is None or not is_schedule(sheet):
        return None
    fields = [field_of(name) for name in head.names]
    above = (cell for row in sheet.rows[: head.last + 1] for cell in row if cell.strip() and not field_of(cell))
    title = next(above, "") or path.stem
    talks = list(_talks(sheet, head, fields, day))
    unsure = _last_until_the_next([facts for _, facts in talks])
    return title, talks, unsure


def _talks(sheet: Sheet, head: Head, fields: Sequence[str], day: dt.date) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in sheet.rows[head.last + 1 :]:
        facts: dict[str, Any] = {"persons": []}
        for field, cell in zip(fields, row, strict=False):
            if field == "person":
                facts["persons"] += [_person(part) for part in _PEOPLE.split(cell) if part.strip()]
            elif field and cell.strip():
                facts.setdefault(field, cell.strip())
        date = _date(facts.pop("date", "")) or day
        times = _CLOCK.findall(facts.pop("start", "")) + _CLOCK.findall(facts.pop("end", ""))
        if not times:
            continue  # a title, a note, a total
        day = date
        start, *rest = (int(hour) * 60 + int(minute) for hour, minute in times)
        facts |= {"start": f"{start // 60:02}:{start % 60:02}", "at": (date, facts.get("room", ""), start)}
        if rest:
            facts["duration"] = str((rest[-1] - start) % (24 * 60))
        yield date.isoformat(), facts


def _person(text: str) -> dict[str, str]:
    name, office = name_and_office(text)
    return {"name": name, "post": office}


def _last_until_the_next(talks: Sequence[dict[str, Any]]) -> list[str]:
    """Give those without a length the time until the next one in their room; the titles of these."""
    unsure = []
    starts = sorted(facts["at"] for facts in talks)
    for facts in talks:
        date, room, start = facts.pop("at")
        if "duration" not in facts:
            later = [at for on, where, at in starts if (on, where) == (date, room) and at > start]
            if later:
                facts["duration"] = str(later[0] - start)
                unsure.append(facts.get("title", ""))
    return unsure


def _date(text: str) -> dt.date | None:
    found, turned = _DATE.search(text), _DAY_FIRST.search(text)
    parts = found.groups() if found else tuple(reversed(turned.groups())) if turned else ()
    try:
        return dt.date(*map(int, parts)) if parts else None
    except ValueError:
        return None
