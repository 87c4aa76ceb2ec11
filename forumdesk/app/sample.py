"""The sample event: a real forum, built through the same commands as any other from facts the project carries."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddCue, AddItem
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.ceremonies import AddCeremony, AddStageCall, AddUnveiled
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.event import AddHall, AddOrganiser, EditForum, FoundEvent
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.commands.precedence import RankPerson
from forumdesk.app.commands.script import AddScriptLine
from forumdesk.app.commands.signing import AddAgreement, Signs
from forumdesk.base.places import resources
from forumdesk.base.words import NOOP
from forumdesk.domain.attendance import Attendance, Category
from forumdesk.domain.signing import Side
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

STEP = NOOP("Write the sample forum")
_IDS = uuid5(NAMESPACE_URL, "forumdesk/sample")


def found_sample(store: Store) -> None:
    """Write the sample into a new, empty event."""
    facts = tomllib.loads((resources() / "sample" / "forum.toml").read_text(encoding="utf-8"))
    Bus(store).run_all(STEP, sample_commands(facts), founding=True)


def sample_commands(facts: dict[str, Any]) -> Iterator[Command]:
    """Everything the real forum was, as commands; ids follow from the facts' keys, so every sample has the same."""
    yield from _event(facts["event"])
    yield from _organisations(facts)
    yield from _people(facts["person"])
    yield from _agenda(facts)
    for agreement in facts["agreement"]:
        yield _agreement(agreement)
    for place, line in enumerate(facts["line"]):
        yield AddScriptLine(id=key("line", place), item=key("item", line["item"]), text=_text(line))


def key(kind: str, name: object) -> UUID:
    """The id of something in the sample."""
    return uuid5(_IDS, f"{kind}/{name}")


def _text(both: dict[str, str] | None) -> Text:
    return Text(both["zh"], both["en"]) if both else Text()


def _event(event: dict[str, Any]) -> Iterator[Command]:
    yield FoundEvent(
        id=key("event", ""),
        forum=key("forum", ""),
        title=_text(event["title"]),
        kicker=_text(event["kicker"]),
        venue=_text(event["venue"]),
        note=_text(event["note"]),
        starts=date.fromisoformat(event["date"]),
        time_zone=event["time_zone"],
    )
    yield AddHall(id=key("hall", ""), name=_text(event["hall"]))
    yield EditForum(id=key("forum", ""), hall=key("hall", ""))


def _organisations(facts: dict[str, Any]) -> Iterator[Command]:
    for organisation in facts["organisation"]:
        yield AddOrganisation(
            id=key("organisation", organisation["key"]),
            name=_text(organisation["name"]),
            short_name=_text(organisation.get("short")),
            spellings=tuple(organisation.get("variants", ())),
            country=_text(facts["countries"].get(organisation["country"])),
            kind=organisation["kind"],
        )
    for organiser in facts["organiser"]:
        yield AddOrganiser(
            id=key("organiser", organiser["organisation"]),
            organisation=key("organisation", organiser["organisation"]),
            role=organiser["role"],
        )


def _people(people: list[dict[str, Any]]) -> Iterator[Command]:
    last_ranked: UUID | None = None
    for person in people:
        person_id = key("person", person["key"])
        yield AddPerson(
            id=person_id,
            name=_text(person["name"]),
            native_name=person.get("native", ""),
            spellings=tuple(person.get("variants", ())),
            honorific=person["honorific"],
            surname_length=person.get("surname_length"),
            pinyin=person.get("pinyin", ""),
        )
        for post in person["posts"]:
            yield AddPost(
                id=key("post", f"{person['key']}/{post['organisation']}"),
                person=person_id,
                organisation=key("organisation", post["organisation"]),
                title=_text(post["title"]),
            )
        if "guest_rank" in person:
            yield RankPerson(
                id=key("rank", person["key"]),
                person=person_id,
                after=last_ranked,
                reason="introduced in this order",
            )
            last_ranked = person_id
        yield AddAttendee(
            id=key("attendee", person["key"]),
            person=person_id,
            category=Category(person["category"]),
            status=Attendance.CONFIRMED,
        )


def _agenda(facts: dict[str, Any]) -> Iterator[Command]:
    hours, minutes = facts["event"]["start"].split(":")
    begin: int | None = int(hours) * 60 + int(minutes)
    before: UUID | None = None
    for item in facts["item"]:
        item_id = key("item", item["key"])
        yield AddItem(
            id=item_id,
            forum=key("forum", ""),
            date=date.fromisoformat(facts["event"]["date"]),
            kind=item["kind"],
            title=_text(item["title"]),
            minutes=item["minutes"],
            fixed_start=begin,
            language=item["language"],
            organisation=key("organisation", item["organisation"]) if "organisation" in item else None,
            after=before,
        )
        begin, before = None, item_id
        yield from _who_and_what(item, item_id)


def _who_and_what(item: dict[str, Any], item_id: UUID) -> Iterator[Command]:
    for appearance in item["appearances"]:
        organisation = appearance.get("organisation")
        yield AddAppearance(
            id=key("appearance", f"{item['key']}/{appearance['person']}"),
            item=item_id,
            person=key("person", appearance["person"]),
            role=appearance["role"],
            title=_text(appearance.get("title")),
            organisation=key("organisation", organisation) if organisation else None,
        )
    for place, cue in enumerate(item.get("cues", ())):
        yield AddCue(
            id=key("cue", f"{item['key']}/{place}"),
            item=item_id,
            kind=cue["kind"],
            label=_text(cue["label"]),
            offset_seconds=cue["offset_seconds"],
            department=_text(cue["department"]),
        )
    for place, call in enumerate(item.get("call", ())):
        yield AddStageCall(
            id=key("call", f"{item['key']}/{place}"),
            item=item_id,
            title=_text(call["title"]),
            people=tuple(key("person", person) for person in call["people"]),
            places=call.get("places"),
            stays=call.get("stays", False),
        )
    if ceremony := item.get("ceremony"):
        ceremony_id = key("ceremony", item["key"])
        yield AddCeremony(
            id=ceremony_id,
            item=item_id,
            batch=_text(ceremony.get("batch")),
            announced=ceremony.get("announced"),
            device=_text(ceremony.get("device")),
            countdown=ceremony.get("countdown"),
        )
        for place, name in enumerate(ceremony.get("unveiled", ())):
            yield AddUnveiled(id=key("unveiled", f"{item['key']}/{place}"), ceremony=ceremony_id, name=_text(name))


def _agreement(agreement: dict[str, Any]) -> Command:
    pair = f"{agreement['host']}/{agreement['guest']}"
    return AddAgreement(
        id=key("agreement", pair),
        ceremony=key("ceremony", "signing"),
        title=_text(agreement["title"]),
        parties=tuple(
            Signs(
                id=key("party", f"{pair}/{side}"),
                organisation=key("organisation", agreement[side]),
                side=side,
            )
            for side in (Side.HOST, Side.GUEST)
        ),
    )
