"""Schedules for signage, apps and streaming: the frab family's XML and JSON (c3voc.de/wiki/schedule)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from forumdesk import __version__
from forumdesk.exchange.cells import NOT_XML, check_characters
from forumdesk.exchange.schedule import Schedule, Talk, by_room, duration

GENERATOR = {"name": "ForumDesk", "version": __version__}


def write_xml(schedule: Schedule, path: Path) -> None:
    """Write schedule.xml, as its XSD of 2025 has it. Raises `CellUnfit` for a character XML cannot hold."""
    root = ElementTree.Element("schedule")
    ElementTree.SubElement(root, "generator", GENERATOR)
    _add(root, "version", schedule.version)
    conference = ElementTree.SubElement(root, "conference")
    days = list(schedule.days())
    _add(conference, "title", schedule.title)
    _add(conference, "acronym", schedule.acronym)
    if days:
        _add(conference, "start", days[0][0].isoformat())
        _add(conference, "end", days[-1][0].isoformat())
    _add(conference, "days", str(len(days)))
    _add(conference, "timeslot_duration", "00:05")
    _add(conference, "time_zone_name", schedule.zone)
    numbers, rooms = schedule.numbers(), schedule.rooms()
    for index, (date, talks) in enumerate(days, start=1):
        attributes = {
            "index": str(index), "date": date.isoformat(), "start": min(talk.start for talk in talks).isoformat(),
            "end": max(talk.end for talk in talks).isoformat(),
        }  # fmt: skip
        day = ElementTree.SubElement(root, "day", attributes)
        for name, those in by_room(talks):
            room = ElementTree.SubElement(day, "room", {"name": name, "guid": str(rooms[name])})
            for talk in those:
                _event(room, talk, numbers)
    for number, element in enumerate(root.iter()):
        check_characters(number, [(element.tag, element.text or ""), *element.attrib.items()], NOT_XML)
    ElementTree.indent(root)
    ElementTree.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _event(room: ElementTree.Element, talk: Talk, numbers: dict[Any, int]) -> None:
    event = ElementTree.SubElement(room, "event", {"id": str(numbers[talk.id]), "guid": str(talk.id)})
    for name, text in (
        ("room", talk.room), ("title", talk.title), ("subtitle", talk.subtitle), ("type", talk.kind),
        ("date", talk.start.isoformat()), ("start", f"{talk.start:%H:%M}"), ("duration", duration(talk.minutes)),
        ("abstract", talk.abstract), ("track", talk.track), ("language", talk.language),
    ):  # fmt: skip
        _add(event, name, text)
    persons = ElementTree.SubElement(event, "persons")
    for speaker in talk.speakers:
        person = ElementTree.SubElement(persons, "person", {"id": str(numbers[speaker.id]), "guid": str(speaker.id)})
        person.text = speaker.name


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = text


def write_json(schedule: Schedule, path: Path) -> None:
    """Write schedule.json, as version 1 of its JSON schema has it."""
    days = list(schedule.days())
    numbers = schedule.numbers()
    conference: dict[str, Any] = {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": days[0][0].isoformat() if days else "",
        "end": days[-1][0].isoformat() if days else "",
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        "time_zone_name": schedule.zone,
        "rooms": [{"name": room, "guid": str(guid)} for room, guid in schedule.rooms().items()],
        "days": [
            {
                "index": index,
                "date": date.isoformat(),
                "day_start": min(talk.start for talk in talks).isoformat(),
                "day_end": max(talk.end for talk in talks).isoformat(),
                "rooms": {name: [_talk(talk, numbers) for talk in those] for name, those in by_room(talks)},
            }
            for index, (date, talks) in enumerate(days, start=1)
        ],
    }
    whole = {
        "$schema": "https://c3voc.de/schedule/schema.json",
        "generator": GENERATOR,
        "schedule": {"version": schedule.version, "conference": conference},
    }
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _talk(talk: Talk, numbers: dict[Any, int]) -> dict[str, Any]:
    return {
        "id": numbers[talk.id],
        "guid": str(talk.id),
        "date": talk.start.isoformat(),
        "start": f"{talk.start:%H:%M}",
        "end": talk.end.isoformat(),
        "duration": duration(talk.minutes),
        "room": talk.room,
        "slug": f"item-{numbers[talk.id]}",
        "url": talk.id.urn,
        "title": talk.title,
        "subtitle": talk.subtitle,
        "track": talk.track,
        "type": talk.kind,
        "language": talk.language,
        "abstract": talk.abstract,
        "description": "",
        "persons": [{"id": numbers[one.id], "guid": str(one.id), "public_name": one.name} for one in talk.speakers],
        "links": [],
    }
