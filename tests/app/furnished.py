"""An event with one of everything, a valid use of every command on it, and how a command is put to the test."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddCue, AddItem
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.catalogue import command
from forumdesk.app.commands.ceremonies import AddCeremony, AddStageCall, AddUnveiled
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.event import AddForum, AddHall, AddOrganiser
from forumdesk.app.commands.fonts import AddFont
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.commands.plaques import AwardPlaque
from forumdesk.app.commands.precedence import RankPerson
from forumdesk.app.commands.problems import AcceptProblem
from forumdesk.app.commands.script import AddScriptLine
from forumdesk.app.commands.signing import AddAgreement, Signs
from forumdesk.app.commands.templates import AddTemplate
from forumdesk.base.changes import ChangeSet
from forumdesk.base.errors import Trouble
from forumdesk.base.places import resources
from forumdesk.domain.entity import Entity
from forumdesk.domain.signing import Side
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from store.small import FORUM

DAY, NEXT_DAY = date(2025, 9, 17), date(2025, 9, 18)
E = TypeVar("E", bound=Entity)
T = TypeVar("T", bound=Trouble)


def key(name: str) -> UUID:
    """The id of something in the furnished event."""
    return uuid5(NAMESPACE_URL, f"forumdesk/tests/{name}")


def done(store: Store, command: Command) -> ChangeSet:
    """Run a command and see that it undoes and redoes to the very same event."""
    before = store.digest()
    changes = Bus(store).run(command)
    after = store.digest()
    assert (after != before) == bool(changes)
    if changes:
        store.undo()
        assert store.digest() == before
        store.redo()
        assert store.digest() == after
    return changes


def refused(store: Store, error: type[T], command: Command) -> T:
    """See a command refused with that very error and the event as it was."""
    before = store.digest(), store.stamp()
    with pytest.raises(error) as refusal:
        Bus(store).run(command)
    assert type(refusal.value) is error
    assert str(refusal.value).endswith((".", "!", "?"))
    assert (store.digest(), store.stamp()) == before
    return refusal.value


def rows(store: Store, kind: type[E], **equals: Any) -> list[E]:
    """What there is of a kind now, in order."""
    with store.look() as look:
        return look.all(kind, **equals)


def row(store: Store, kind: type[E], name: str) -> E:
    """One row of the furnished event as it is now."""
    with store.look() as look:
        return look.get(kind, key(name))


def at(store: Store, moment: datetime = datetime(2025, 9, 17, 1, 2, 3, tzinfo=UTC)) -> Store:
    """The same event where the clock stands still."""
    return Store(store.engine, store.place, actor=store.actor, clock=lambda: moment)


def furnish(store: Store) -> Store:
    """Put one of everything, and of what is ordered two, into the small event."""
    Bus(store).run_all("furnish", furniture())
    return store


def furniture() -> Iterator[Command]:
    """The commands that furnish."""
    yield AddHall(id=key("hall"), name=Text("畅春厅", "Changchun Hall"), seats=400)
    yield AddForum(id=key("forum"), title=Text("平行论坛", "Parallel forum"), after=FORUM)
    for name in ("park", "company", "ministry"):
        yield AddOrganisation(id=key(name), name=Text(name))
    for name in ("park", "company"):
        yield AddOrganiser(id=key(f"organiser {name}"), organisation=key(name))
    yield AddFont(id=key("font"), font=FONT)
    for name, chinese in (("lund", "艾巴·伦德"), ("zhang", "张宇蕾"), ("li", "李妍")):
        yield AddPerson(id=key(name), name=Text(chinese, name))
    for name in ("park", "company"):
        yield AddPost(id=key(f"post {name}"), person=key("zhang"), organisation=key(name), title=Text("主任"))
    yield RankPerson(id=key("rank zhang"), person=key("zhang"))
    yield RankPerson(id=key("rank li"), person=key("li"), after=key("zhang"))
    yield AddAttendee(id=key("attendee"), person=key("zhang"))
    yield AddPerson(id=key("visitor"), name=Text("何敏", "visitor"))
    yield AddAttendee(id=key("next attendee"), person=key("visitor"))
    yield from _agenda()
    yield from _ceremonies()
    yield AddTemplate(id=key("template"), kind="badge", name=Text("贵宾胸卡", "VIP badge"))
    yield AcceptProblem(code="no-agenda", subject=key("forum"), reason="later")


def _agenda() -> Iterator[Command]:
    before = None
    for kind in ("remarks", "launch", "signing", "plaque", "unveiling"):
        yield AddItem(id=key(kind), forum=FORUM, date=DAY, kind=kind, title=Text(kind), after=before)
        before = key(kind)
    yield AddAppearance(id=key("appearance"), item=key("remarks"), person=key("lund"))
    yield AddAppearance(id=key("presenter"), item=key("plaque"), person=key("zhang"), role="presenter")
    yield AddAppearance(id=key("second presenter"), item=key("plaque"), person=key("li"), role="presenter")
    yield AddCue(id=key("cue"), item=key("remarks"), kind="music", label=Text("暖场"))
    for name in ("line", "next line"):
        yield AddScriptLine(id=key(name), item=key("remarks"), text=Text(name))


def _ceremonies() -> Iterator[Command]:
    for kind in ("signing", "plaque", "unveiling"):
        yield AddCeremony(id=key(f"ceremony {kind}"), item=key(kind), announced=4)
    for name in ("agreement", "next agreement"):
        parties = (
            Signs(id=key(f"{name} host"), organisation=key("park"), side=Side.HOST, signatory=key("li")),
            Signs(id=key(f"{name} guest"), organisation=key("company"), side=Side.GUEST),
        )
        yield AddAgreement(id=key(name), ceremony=key("ceremony signing"), title=Text(name), parties=parties)
    for name in ("plaque of park", "plaque of company"):
        yield AwardPlaque(id=key(name), ceremony=key("ceremony plaque"), organisation=key(name[10:]))
    for name in ("unveiled", "next unveiled"):
        yield AddUnveiled(id=key(name), ceremony=key("ceremony unveiling"), name=Text(name))
    yield AddStageCall(id=key("call"), item=key("unveiling"), people=(key("zhang"), key("li")))
    yield AddStageCall(id=key("next call"), item=key("unveiling"), people=(key("lund"),))


def _of(what: str, **fields: Any) -> dict[str, Any]:
    return {"id": str(key(what)), **fields}


def _id(name: str) -> str:
    return str(key(name))


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPgi0/7DwADJQHTnGHYKQAAAABJRU5ErkJggg=="
RED_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPYpyH3HwAEsAIE1wLnIgAAAABJRU5ErkJggg=="
"""Two PNG files of one pixel, in base64."""
FONT, OTHER_FONT = (
    (resources() / "fonts" / f"ForumDesk{name}Latin-Regular.ttf").read_bytes() for name in ("Sans", "Serif")
)
"""Two small font files."""

_NEW = {"first": "新的", "second": "new"}
_HOSTS = {"organisation": _id("ministry"), "side": "guest", "signatory": _id("li"), "assistant": _id("lund")}

_LAYOUT = {
    "kind": "badge",
    "title": {"zh": "小胸卡", "en": "Small badge"},
    "width": 100,
    "height": 140,
    "elements": [{"type": "text", "x": 10, "y": 20, "width": 80, "align": "left", "text": "{name}"}],
}
_ILLUSTRATED = {**_LAYOUT, "height": 150, "background": _id("picture")}

EXAMPLES: dict[str, dict[str, Any]] = {
    "EditEvent": {"title": _NEW, "starts": "2025-09-18", "time_zone": "Europe/Berlin", "theme": "formal"},
    "AddTemplate": {"kind": "label", "name": _NEW, "layout": _ILLUSTRATED, "pictures": {_id("picture"): PIXEL}},
    "EditTemplate": _of("template", layout=_ILLUSTRATED, pictures={_id("picture"): PIXEL}),
    "CopyTemplate": {"template": _id("template"), "name": _NEW},
    "RemoveTemplate": _of("template"),
    "AddHall": {"name": _NEW, "seats": 80},
    "EditHall": _of("hall", name=_NEW, seats=None),
    "RemoveHall": _of("hall"),
    "AddForum": {"title": _NEW, "hall": _id("hall"), "after": str(FORUM)},
    "EditForum": _of("forum", title=_NEW, hall=_id("hall"), day_start=600),
    "MoveForum": {"id": str(FORUM), "after": _id("forum")},
    "RemoveForum": _of("forum"),
    "AddOrganiser": {
        "organisation": _id("ministry"), "forum": _id("forum"), "role": "host", "after": _id("organiser park"),
    },
    "EditOrganiser": _of("organiser park", organisation=_id("ministry"), role="supporter", forum=_id("forum")),
    "MoveOrganiser": _of("organiser park", after=_id("organiser company")),
    "RemoveOrganiser": _of("organiser park"),
    "AddItem": {
        "forum": str(FORUM), "date": "2025-09-17", "kind": "initiative", "title": _NEW, "minutes": 5,
        "organisation": _id("ministry"), "after": _id("remarks"),
    },
    "EditItem": _of("remarks", title=_NEW, minutes=7, fixed_start=540, organisation=_id("ministry")),
    "MoveItem": {"item": _id("remarks"), "after": _id("launch"), "forum": str(FORUM), "date": "2025-09-17"},
    "RemoveItem": _of("plaque"),
    "SplitItem": _of("remarks", minutes=4),
    "DelayItem": {"item": _id("launch"), "minutes": 5},
    "AddAppearance": {
        "item": _id("remarks"), "person": _id("li"), "role": "host", "title": _NEW, "organisation": _id("park"),
    },
    "EditAppearance": _of("appearance", person=_id("li"), role="host", organisation=_id("park")),
    "MoveAppearance": _of("presenter", after=_id("second presenter")),
    "RemoveAppearance": _of("appearance"),
    "AddCue": {"item": _id("remarks"), "kind": "video", "offset_seconds": 30},
    "EditCue": _of("cue", label=_NEW, kind="video"),
    "RemoveCue": _of("cue"),
    "AddPerson": {"name": _NEW, "honorific": "ms", "spellings": ["新", "New"], "surname_length": 1},
    "EditPerson": _of("zhang", name=_NEW, phone="+86 10", surname_length=2),
    "RemovePerson": _of("lund", everywhere=True),
    "AddOrganisation": {"name": _NEW, "founded": "1988-05-10", "sequence": 3},
    "EditOrganisation": _of("park", name=_NEW, founded=None, sequence=1),
    "RemoveOrganisation": _of("park", everywhere=True),
    "AddFont": {"font": b64encode(OTHER_FONT).decode()},
    "RemoveFont": _of("font"),
    "SetPhoto": {"person": _id("zhang"), "picture": PIXEL},
    "SetLogo": {"organisation": _id("park"), "picture": PIXEL},
    "SetEventPicture": {"kind": "seal", "picture": PIXEL},
    "MergePeople": {"keep": _id("li"), "drop": _id("lund")},
    "MergeOrganisations": {"keep": _id("park"), "drop": _id("company")},
    "AddPost": {"person": _id("li"), "organisation": _id("park"), "title": _NEW},
    "EditPost": _of("post park", organisation=_id("ministry"), title=_NEW),
    "MovePost": _of("post park", after=_id("post company")),
    "RemovePost": _of("post park"),
    "RankPerson": {"person": _id("lund"), "after": _id("zhang"), "reason": "guest"},
    "UnrankPerson": {"person": _id("zhang")},
    "SortPrecedence": {"by": "strokes", "keep": [_id("lund")]},
    "AddCeremony": {"item": _id("launch"), "announced": 3, "device": _NEW, "countdown": 3},
    "EditCeremony": _of("ceremony plaque", announced=2, batch=_NEW, second_at="right-hand"),
    "RemoveCeremony": _of("ceremony signing"),
    "AddUnveiled": {"ceremony": _id("ceremony unveiling"), "name": _NEW, "organisation": _id("park")},
    "EditUnveiled": _of("unveiled", name=_NEW, organisation=_id("park")),
    "MoveUnveiled": _of("unveiled", after=_id("next unveiled")),
    "RemoveUnveiled": _of("unveiled"),
    "AddStageCall": {"item": _id("remarks"), "title": _NEW, "side": "left", "people": [_id("lund"), _id("li")]},
    "EditStageCall": _of("call", people=[_id("li"), _id("lund")], stays=True, places=12),
    "MoveStageCall": _of("call", after=_id("next call")),
    "RemoveStageCall": _of("call"),
    "AddAgreement": {"ceremony": _id("ceremony signing"), "title": _NEW, "parties": [_HOSTS], "languages": ["zh"]},
    "EditAgreement": _of("agreement", title=_NEW, copies=4, state="printed"),
    "MoveAgreement": _of("agreement", after=_id("next agreement")),
    "RemoveAgreement": _of("agreement"),
    "AddParty": {"agreement": _id("agreement"), "party": _HOSTS},
    "EditParty": _of("agreement host", **{**_HOSTS, "organisation": _id("company")}),
    "MoveParty": _of("agreement host", after=_id("agreement guest")),
    "RemoveParty": _of("agreement host"),
    "AwardPlaque": {
        "ceremony": _id("ceremony plaque"), "organisation": _id("ministry"), "representative": _id("li"),
        "presenter": _id("zhang"), "number": "03",
    },
    "NamePlaques": {"ceremony": _id("ceremony plaque"), "recipients": [{"name": _NEW}, {"name": {"first": "park"}}]},
    "EditPlaque": _of(
        "plaque of park", organisation=_id("ministry"), representative=_id("li"), presenter=_id("zhang"),
        artwork="made",
    ),
    "AssignPresenters": {"ceremony": _id("ceremony plaque")},
    "MovePlaque": _of("plaque of park", after=_id("plaque of company")),
    "RemovePlaque": _of("plaque of park"),
    "AddAttendee": {"person": _id("li"), "category": "vip", "status": "confirmed", "seat": "A1"},
    "EditAttendee": _of("attendee", category="press", badge="007"),
    "SetAttendance": {"attendees": [_id("attendee")], "status": "sends-deputy", "deputy": _id("li")},
    "SetCategory": {"attendees": [_id("attendee")], "category": "press"},
    "MoveAttendees": {"attendees": [_id("attendee")], "after": _id("next attendee")},
    "CheckInAttendee": {"attendee": _id("attendee")},
    "RemoveAttendee": _of("attendee"),
    "EnterPeople": {
        "organisations": [{"name": _NEW}], "people": [{"name": _NEW, "phone": "+86 138"}],
        "posts": [{"person": _id("li"), "organisation": _id("park"), "title": _NEW}],
        "attendees": [{"person": _id("li"), "category": "vip"}],
    },
    "AddScriptLine": {"item": _id("remarks"), "text": _NEW, "after": _id("line")},
    "EditScriptLine": _of("line", text=_NEW),
    "MoveScriptLine": _of("line", after=_id("next line")),
    "RemoveScriptLine": _of("line"),
    "AcceptProblem": {"code": "no-agenda", "subject": _id("forum"), "reason": "it is on hold"},
    "WithdrawAcceptance": {"code": "no-agenda", "subject": _id("forum")},
}  # fmt: skip
"""One valid use of each command on the furnished event, as JSON fields; only FoundEvent has none there."""


def example(name: str, **fields: Any) -> Command:
    """That valid use, with other fields where they are given."""
    return command(name).read(json.dumps({**EXAMPLES[name], **fields}))
