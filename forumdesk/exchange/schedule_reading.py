"""Schedules of other programs, read leniently: real files keep to no schema.

A talk that lacks what an agenda needs is refused by name, the rest comes in; what was only odd is told.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from forumdesk.base.errors import Refused
from forumdesk.base.files import reading
from forumdesk.base.words import NOOP
from forumdesk.exchange.schedule import Speaker, Talk

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 64 << 20
MOST_MINUTES = 24 * 60
LATEST_DAY_CHANGE = 12 * 60


class UnknownDialect(Refused):
    """The file is no schedule we know. Facts: path."""

    code = "unknown-dialect"
    sentence = NOOP(
        "{path} is no schedule of the frab family (schedule.xml, schedule.json), nor a sheet with titles and times, "
        "and cannot be read."
    )


class DamagedSchedule(Refused):
    """The file breaks off or is no XML or JSON. Facts: path, place."""

    code = "damaged-schedule"
    sentence = NOOP("{path} is damaged ({place}); nothing was imported.")


class ScheduleTooLarge(Refused):
    """The file is larger than any schedule. Facts: path."""

    code = "schedule-too-large"
    sentence = NOOP("{path} is larger than any schedule and is not read.")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that was not as it should be: which talk (its title or place), what, and whether it stays out."""

    place: str
    what: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: talks in its order, and what was odd. `by_us` where ForumDesk wrote it."""

    title: str
    talks: tuple[Talk, ...]
    oddities: tuple[Oddity, ...]
    by_us: bool


def read_schedule(path: Path, zone: ZoneInfo, day: dt.date) -> Found:
    """Read a schedule; times without a zone of their own are in `zone`, rows of a sheet without a date on that `day`.

    Raises `UnknownDialect`, `DamagedSchedule` with the place, `ScheduleTooLarge`, what `reading` does, or, of a
    workbook, what `read_list` does.
    """
    with reading(path):
        if path.stat().st_size > MOST_BYTES:
            raise ScheduleTooLarge(path=path)
        content = path.read_bytes()
    if content.startswith(b"PK") or path.suffix.lower() in (".csv", ".tsv"):
        return _Reader(_sheet(path, day), zone).found()
    raw = _json(path, content) if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" else _xml(path, content)
    return _Reader(raw, zone).found()


@dataclass(frozen=True, slots=True)
class _Raw:
    """A file in one shape, whichever it was: about the whole, and each talk with its day."""

    about: dict[str, Any]
    generator: str
    talks: list[tuple[str, dict[str, Any]]]
    odd: tuple[Oddity, ...] = ()


def _sheet(path: Path, day: dt.date) -> _Raw:
    from forumdesk.exchange.schedule_sheets import read_rows

    found = read_rows(path, day)
    if found is None:
        raise UnknownDialect(path=path)
    title, talks, unsure = found
    odd = (Oddity(talk, NOOP("no length; it lasts until the next begins")) for talk in unsure)
    return _Raw({"title": title}, "", talks, tuple(odd))


def _xml(path: Path, content: bytes) -> _Raw:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content)
    except ParseError as error:
        if not content.lstrip().startswith(b"<"):
            raise UnknownDialect(path=path) from error
        raise DamagedSchedule(path=path, place=str(error)) from error
    except (DefusedXmlException, ValueError, LookupError) as error:  # entities, an encoding nobody knows
        raise UnknownDialect(path=path) from error
    conference = root.find("conference")
    if root.tag != "schedule" or conference is None:
        raise UnknownDialect(path=path)
    generator = root.find("generator")
    talks = []
    for day in root.findall("day"):
        for room in day.findall("room"):
            for event in room.findall("event"):
                facts: dict[str, Any] = {"room": room.get("name", ""), **event.attrib}
                facts |= {part.tag: part.text or "" for part in event if part.tag != "persons"}
                facts["persons"] = [
                    {**person.attrib, "name": person.text or ""} for person in event.findall("persons/person")
                ]
                talks.append((day.get("date", ""), facts))
    about = {part.tag: part.text or "" for part in conference}
    return _Raw(about, "" if generator is None else generator.get("name", ""), talks)


def _json(path: Path, content: bytes) -> _Raw:
    try:
        whole = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedSchedule(path=path, place=str(error)) from error
    try:
        schedule = whole["schedule"]
        conference = schedule["conference"]
        talks = [
            (str(day.get("date", "")), {"room": room, **talk})
            for day in conference["days"]
            for room, those in day["rooms"].items()
            for talk in those
        ]
    except (KeyError, TypeError, AttributeError) as error:
        raise UnknownDialect(path=path) from error
    generator = whole.get("generator") or schedule.get("generator") or {}
    about = {name: value for name, value in conference.items() if isinstance(value, str)}
    return _Raw(about, str(generator.get("name", "")) if isinstance(generator, dict) else "", talks)


class _Reader:
    """Makes talks of what a file says."""

    def __init__(self, raw: _Raw, zone: ZoneInfo) -> None:
        self._raw = raw
        self._odd: list[Oddity] = [*raw.odd]
        self._title = _text(raw.about.get("title"))
        self._zone = self._own_zone(zone)
        self._changes = _minutes(_text(raw.about.get("day_change"))) or 0
        """Minutes after midnight up to which a talk belongs to the day before."""

    def found(self) -> Found:
        """Everything that can come in."""
        by_us = self._raw.generator == "ForumDesk"
        talks = {talk.id: talk for talk in self._talks(by_us=by_us)}
        return Found(self._title, tuple(talks.values()), tuple(self._odd), by_us)

    def _own_zone(self, zone: ZoneInfo) -> ZoneInfo:
        name = _text(self._raw.about.get("time_zone_name"))
        try:
            return ZoneInfo(name) if name else zone
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self._odd.append(Oddity(name, NOOP("an unknown time zone")))
            return zone

    def _talks(self, *, by_us: bool) -> Iterator[Talk]:
        seen: set[UUID] = set()
        for number, (day, facts) in enumerate(self._raw.talks, start=1):
            title, subtitle = _text(facts.get("title")), _text(facts.get("subtitle"))
            place = title or _text(facts.get("id")) or str(number)
            day_of, start = self._start(day, facts)
            if day_of is None or start is None:
                self._odd.append(Oddity(place, NOOP("no start that can be read"), refused=True))
                continue
            talk_id = self._id("talk", facts, place)
            if talk_id in seen:
                self._odd.append(Oddity(place, NOOP("its ID stands twice"), refused=True))
                continue
            seen.add(talk_id)
            minutes = _minutes(_text(facts.get("duration")))
            if minutes is None or not 0 < minutes <= MOST_MINUTES:
                self._odd.append(Oddity(place, NOOP("no length that can be read; ten minutes are assumed")))
                minutes = 10
            if not title:
                self._odd.append(Oddity(place, NOOP("no title")))
            if subtitle and not by_us:
                title, subtitle = f"{title}: {subtitle}", ""
            yield Talk(
                id=talk_id, title=title, subtitle=subtitle, start=start, day=day_of, minutes=minutes,
                room=_text(facts.get("room")), track=_text(facts.get("track")), kind=_kind(_text(facts.get("type"))),
                language=_text(facts.get("language"))[:2].lower(), abstract=_abstract(facts, marked_up=not by_us),
                speakers=tuple(self._speakers(place, facts.get("persons"))),
            )  # fmt: skip

    def _start(self, day: str, facts: dict[str, Any]) -> tuple[dt.date | None, dt.datetime | None]:
        """The date it belongs to, and its aware start."""
        try:
            date = dt.date.fromisoformat(day[:10])
        except ValueError:
            date = None
        moment = _moment(_text(facts.get("date")))
        if moment is not None:
            moment = moment.astimezone(self._zone) if moment.tzinfo else moment.replace(tzinfo=self._zone)
            return date or moment.date(), moment
        clock = _minutes(_text(facts.get("start")))
        if date is None or clock is None:
            return date, None
        if clock < min(self._changes, LATEST_DAY_CHANGE):
            clock += 24 * 60
        start = dt.datetime.combine(date, dt.time()) + dt.timedelta(minutes=clock)
        return date, start.replace(tzinfo=self._zone)

    def _speakers(self, place: str, persons: Any) -> Iterator[Speaker]:
        seen: set[UUID] = set()
        for person in persons if isinstance(persons, list) else ():
            if not isinstance(person, dict):
                continue
            name = _text(person.get("public_name") or person.get("name") or person.get("full_public_name"))
            if not name:
                self._odd.append(Oddity(place, NOOP("a person without a name")))
                continue
            person_id = self._id("person", person, name)
            if person_id not in seen:
                seen.add(person_id)
                yield Speaker(person_id, name, _text(person.get("post")))

    def _id(self, kind: str, facts: dict[str, Any], name: str) -> UUID:
        """The file's own GUID, or one that is the same whenever the same file is read."""
        try:
            return UUID(_text(facts.get("guid")))
        except ValueError:
            own = _text(facts.get("code")) or _text(facts.get("id")) or name
            return uuid5(NAMESPACE_OID, f"{self._title}/{kind}/{own}")


def _text(value: Any) -> str:
    """A text on one line, without characters that an event cannot keep."""
    text = "" if value is None or isinstance(value, dict | list) else str(value)
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", text).split())


def _abstract(facts: dict[str, Any], *, marked_up: bool) -> str:
    """What a talk is about, in paragraphs; of what may be `marked_up`, HTML is taken off."""
    parts = [str(facts.get(name) or "") for name in ("abstract", "description")]
    whole = "\n\n".join(dict.fromkeys(filter(None, parts)))
    if marked_up and re.search(r"</?(p|br|li|ul|ol|div|a|em|strong|h\d|pre|code)\b", whole, re.IGNORECASE):
        whole = re.sub(r"(?i)</(p|div|li|h\d|ul|ol|pre)>|<br\s*/?>", "\n", whole)
        whole = html.unescape(re.sub(r"<[^<>]*>", "", whole))
    lines = (re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", " ", line).strip() for line in whole.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _minutes(text: str) -> int | None:
    """Minutes of 01:30, 01:30:00 or 90; seconds are cut."""
    if found := re.fullmatch(r"(\d{1,3}):(\d{2})(?::\d{2})?", text):
        return int(found[1]) * 60 + int(found[2])
    return int(text) if re.fullmatch(r"\d{1,4}", text) else None


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text) if "T" in text or " " in text else None
    except ValueError:
        return None


def _kind(text: str) -> str:
    """The kind of an item; names of other programs stay what they are."""
    known = {"talk": "report", "lecture": "report", "panel": "roundtable", "discussion": "roundtable", "": "report"}
    return known.get(text.lower(), text.lower()[:40])
