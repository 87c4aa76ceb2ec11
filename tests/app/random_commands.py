"""Random commands for every subject, valid or nearly so, on an event that stays small.

Every kind has a few ids only. Mostly a command names what is there and adds what is not; now and then it is the
other way round, or it breaks a rule, and is refused. The same random numbers on the same event make the same
command.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, literal, select, union_all

from app.furnished import FONT, OTHER_FONT, PIXEL, RED_PIXEL
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.catalogue import commands
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.commands.plaques import Recipient
from forumdesk.app.commands.signing import Signs
from forumdesk.domain.attendance import Attendance, Category
from forumdesk.domain.entity import Entity
from forumdesk.domain.plaques import ArtworkState
from forumdesk.domain.signing import AgreementState, Side
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

IDS = {
    "forum": 2, "hall": 2, "organiser_role": 3, "organisation": 4, "person": 5, "post": 5, "precedence": 5,
    "attendee": 4, "check_in": 2, "agenda_item": 6, "appearance": 6, "cue": 3, "script_line": 4, "ceremony": 6,
    "asset": 3, "agreement": 3, "party": 5, "plaque": 6, "unveiled": 3, "stage_call": 3, "acceptance": 2,
    "template": 3,
}  # fmt: skip
"""How many ids there are of each kind."""

Present = Mapping[str, Sequence[UUID]]
"""The ids of what there is, by kind."""


def present(store: Store) -> Present:
    """What the event holds now, in one query."""
    found: dict[str, list[UUID]] = {kind: [] for kind in IDS}
    with store.look() as look:
        for kind, row_id in look.rows(_everything()):
            found[kind].append(row_id)
    return {kind: sorted(ids) for kind, ids in found.items()}


@cache
def _everything() -> CompoundSelect[str, UUID]:
    tables = (Entity.metadata.tables[kind] for kind in IDS)
    return union_all(*(select(literal(table.name), table.c.id) for table in tables))


_NUMBERS = {kind: number for number, kind in enumerate(IDS, start=1)}
_NAMES = (
    "李妍",
    "张宇蕾",
    "欧阳武",
    "于英杰",
    "艾巴·伦德",
    "Ebba Lund",
    "苏州工业园区",
    "O'Neill & “Co” <b>",
    "𠮷田",
)
_KINDS = ("plaque", "signing", "unveiling", "report", "launch", "plaque")
"""The kind of each item, by the number of its id; its ceremony has the same number."""
_ROLES = ("speaker", "presenter", "presenter", "moderator")

PICTURES = (None, b"GIF89a", *(b64decode(pixel) for pixel in (PIXEL, RED_PIXEL)))
"""No picture, a damaged one, and two others."""

Fields = Callable[["Dice"], dict[str, Any]]


def numbered(kind: str, number: int) -> UUID:
    """One of the few ids of a kind."""
    return UUID(int=(_NUMBERS[kind] << 64) + number)


@cache
def _pool(kind: str) -> tuple[UUID, ...]:
    return tuple(numbered(kind, number) for number in range(IDS[kind]))


class Dice:
    """What the fields of commands are drawn with."""

    def __init__(self, random: Random, there: Present) -> None:
        self.random = random
        self.wanting = False
        """Whether something was drawn that the event does not have, or has already."""
        self._there = there

    def id(self, kind: str) -> UUID:
        """One that is there."""
        return self._one_of(kind, self._there[kind])

    def new(self, kind: str) -> UUID:
        """One that is not there yet."""
        return self._one_of(kind, [each for each in _pool(kind) if each not in self._there[kind]])

    def ceremony(self, *kinds: str) -> UUID:
        """The ceremony of an item of one of these kinds."""
        there = self._there["ceremony"]
        return self._one_of("ceremony", [each for each in there if _KINDS[each.int & 0xFF] in kinds])

    def _one_of(self, kind: str, fitting: Sequence[UUID]) -> UUID:
        self.wanting |= not fitting
        return self.one(*(fitting or _pool(kind)))

    def or_none(self, kind: str) -> UUID | None:
        """An id, or nothing as often."""
        return self.id(kind) if self.random.random() < 0.5 else None

    def ids(self, kind: str, most: int = 3) -> tuple[UUID, ...]:
        """Some ids, seldom one of them twice."""
        return tuple(dict.fromkeys(self.id(kind) for _ in range(self.number(0, most))))

    def number(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.random.randint(least, most)

    def one(self, *choices: Any) -> Any:
        """One of them."""
        return self.random.choice(choices)

    def text(self) -> Text:
        """A name in one language or two, seldom in none."""
        return Text(*self.random.choices((*_NAMES, ""), k=2))

    def word(self) -> str:
        """A short text."""
        return self.one("", "x", "007", "备注", "=1+1", "a\nb\tc", "👩‍🔬")

    def day(self) -> date:
        """One of two days."""
        return date(2025, 9, self.number(17, 18))

    def some(self, **fields: Any) -> dict[str, Any]:
        """Some of the fields, as an edit gives them."""
        return {name: value for name, value in fields.items() if self.random.random() < 0.5}

    def party(self) -> Signs:
        """A party of an agreement."""
        return Signs(
            id=self.new("party"), organisation=self.id("organisation"), side=self.one(*Side),
            signatory=self.or_none("person"), assistant=self.or_none("person"),
        )  # fmt: skip

    def recipient(self) -> Recipient:
        """A recipient of a plaque."""
        return Recipient(id=self.new("plaque"), organisation=self.new("organisation"), name=self.text())


def _moves(kind: str) -> Fields:
    return lambda d: {"id": d.id(kind), "after": d.or_none(kind)}


def _removes(kind: str) -> Fields:
    return lambda d: {"id": d.id(kind)}


def _removes_everywhere(kind: str) -> Fields:
    return lambda d: {"id": d.id(kind), "everywhere": d.one(True, False)}


def _item(d: Dice) -> dict[str, Any]:
    row_id = d.new("agenda_item")
    return {
        "id": row_id, "forum": d.id("forum"), "date": d.day(), "kind": _KINDS[row_id.int & 0xFF], "title": d.text(),
        "minutes": d.number(1, 60), "gap": d.one(0, 0, 15), "protected": d.one(True, False),
        "fixed_start": d.one(None, None, 600), "organisation": d.or_none("organisation"),
        "after": d.or_none("agenda_item"),
    }  # fmt: skip


def _list(d: Dice) -> dict[str, Any]:
    person = AddPerson(id=d.new("person"), name=d.text())
    organisation = AddOrganisation(id=d.new("organisation"), name=d.text())
    return {
        "organisations": (organisation,),
        "people": (person,),
        "posts": (AddPost(id=d.new("post"), person=person.id, organisation=organisation.id, title=d.text()),),
        "attendees": (AddAttendee(id=d.new("attendee"), person=person.id, category=d.one(*Category)),),
    }


def _ceremony(d: Dice) -> dict[str, Any]:
    item = d.id("agenda_item")
    return {
        "id": numbered("ceremony", item.int & 0xFF), "item": item, "batch": d.text(),
        "announced": d.one(None, 1, 3, 17), "countdown": d.one(None, 3),
    }  # fmt: skip


FIELDS: dict[str, Fields] = {
    "EditEvent": lambda d: d.some(
        title=d.text(),
        note=d.text(),
        starts=d.day(),
        time_zone=d.one("Asia/Shanghai", "UTC", "x"),
        theme=d.one("sober", "festive", "x"),
        accent=d.one("", "#123456"),
    ),
    "AddTemplate": lambda d: {
        "id": d.new("template"),
        "kind": d.one("badge", "table-card", "x"),
        "name": d.text(),
    },
    "EditTemplate": lambda d: {"id": d.id("template"), **d.some(name=d.text())},
    "CopyTemplate": lambda d: {"id": d.new("template"), "template": d.id("template"), "name": d.text()},
    "RemoveTemplate": lambda d: {"id": d.id("template")},
    "AddHall": lambda d: {"id": d.new("hall"), "name": d.text(), "seats": d.one(None, 80)},
    "EditHall": lambda d: {"id": d.id("hall"), **d.some(name=d.text(), seats=d.one(None, 400), note=d.word())},
    "RemoveHall": _removes_everywhere("hall"),
    "AddForum": lambda d: {
        "id": d.new("forum"),
        "title": d.text(),
        "hall": d.or_none("hall"),
        "after": d.or_none("forum"),
    },
    "EditForum": lambda d: {
        "id": d.id("forum"),
        **d.some(title=d.text(), hall=d.or_none("hall"), day_start=d.number(0, 900)),
    },
    "MoveForum": _moves("forum"),
    "RemoveForum": _removes("forum"),
    "AddOrganiser": lambda d: {
        "id": d.new("organiser_role"),
        "organisation": d.id("organisation"),
        "forum": d.or_none("forum"),
        "role": d.one("host", "organiser"),
        "after": d.or_none("organiser_role"),
    },
    "EditOrganiser": lambda d: {
        "id": d.id("organiser_role"),
        **d.some(
            organisation=d.id("organisation"), role=d.one("co-organiser", "supporter"), forum=d.or_none("forum")
        ),
    },
    "MoveOrganiser": _moves("organiser_role"),
    "RemoveOrganiser": _removes("organiser_role"),
    "AddItem": _item,
    "EditItem": lambda d: {
        "id": d.id("agenda_item"),
        **d.some(
            kind=d.one(*_KINDS, "report"),
            title=d.text(),
            minutes=d.number(1, 60),
            gap=d.number(0, 9),
            fixed_start=d.one(None, 660),
            organisation=d.or_none("organisation"),
            note=d.word(),
        ),
    },
    "MoveItem": lambda d: {
        "item": d.id("agenda_item"),
        "after": d.or_none("agenda_item"),
        "forum": d.or_none("forum"),
        "date": d.one(None, d.day()),
        **d.some(fixed_start=d.one(None, 600)),
    },
    "RemoveItem": _removes("agenda_item"),
    "SplitItem": lambda d: {
        "id": d.id("agenda_item"),
        "minutes": d.number(1, 30),
        "second_half": d.new("agenda_item"),
    },
    "DelayItem": lambda d: {"item": d.id("agenda_item"), "minutes": d.number(1, 20)},
    "AddAppearance": lambda d: {
        "id": d.new("appearance"),
        "item": d.id("agenda_item"),
        "person": d.id("person"),
        "role": d.one(*_ROLES),
        "title": d.text(),
        "organisation": d.or_none("organisation"),
    },
    "EditAppearance": lambda d: {
        "id": d.id("appearance"),
        **d.some(person=d.id("person"), role=d.one(*_ROLES), organisation=d.or_none("organisation")),
    },
    "MoveAppearance": _moves("appearance"),
    "RemoveAppearance": _removes("appearance"),
    "AddCue": lambda d: {
        "id": d.new("cue"),
        "item": d.id("agenda_item"),
        "kind": "video",
        "offset_seconds": d.number(0, 90),
    },
    "EditCue": lambda d: {"id": d.id("cue"), **d.some(label=d.text(), kind="music", department=d.text())},
    "RemoveCue": _removes("cue"),
    "AddPerson": lambda d: {
        "id": d.new("person"),
        "name": d.text(),
        "spellings": (d.word(),),
        "surname_length": d.one(None, None, 2),
        "phone": d.word(),
    },
    "EditPerson": lambda d: {
        "id": d.id("person"),
        **d.some(name=d.text(), honorific=d.one("", "mr", "ms"), email=d.word()),
    },
    "RemovePerson": _removes_everywhere("person"),
    "EnterPeople": _list,
    "AddFont": lambda d: {"id": d.new("asset"), "font": d.one(b"OTTO", FONT, OTHER_FONT)},
    "RemoveFont": lambda d: {"id": d.id("asset")},
    "SetPhoto": lambda d: {"id": d.new("asset"), "person": d.id("person"), "picture": d.one(*PICTURES)},
    "SetLogo": lambda d: {"id": d.new("asset"), "organisation": d.id("organisation"), "picture": d.one(*PICTURES)},
    "SetEventPicture": lambda d: {
        "id": d.new("asset"),
        "kind": d.one("logo", "seal"),
        "picture": d.one(*PICTURES),
    },
    "MergePeople": lambda d: {"keep": d.id("person"), "drop": d.id("person")},
    "MergeOrganisations": lambda d: {"keep": d.id("organisation"), "drop": d.id("organisation")},
    "AddOrganisation": lambda d: {
        "id": d.new("organisation"),
        "name": d.text(),
        "founded": d.one(None, date(1988, 5, 10)),
        "sequence": d.one(None, 1, 2),
    },
    "EditOrganisation": lambda d: {
        "id": d.id("organisation"),
        **d.some(name=d.text(), founded=d.one(None, date(1990, 1, 1)), sequence=d.number(0, 9)),
    },
    "RemoveOrganisation": _removes_everywhere("organisation"),
    "AddPost": lambda d: {
        "id": d.new("post"),
        "person": d.id("person"),
        "organisation": d.id("organisation"),
        "title": d.text(),
    },
    "EditPost": lambda d: {"id": d.id("post"), **d.some(title=d.text(), organisation=d.id("organisation"))},
    "MovePost": _moves("post"),
    "RemovePost": _removes("post"),
    "RankPerson": lambda d: {
        "id": d.new("precedence"),
        "person": d.id("person"),
        "after": d.or_none("person"),
        "reason": d.word(),
    },
    "UnrankPerson": lambda d: {"person": d.id("person")},
    "SortPrecedence": lambda d: {"by": d.one("strokes", "pinyin", "organisation"), "keep": d.ids("person")},
    "AddCeremony": _ceremony,
    "EditCeremony": lambda d: {
        "id": d.id("ceremony"),
        **d.some(announced=d.one(None, 1, 17), note=d.word(), device=d.text()),
    },
    "RemoveCeremony": _removes("ceremony"),
    "AddUnveiled": lambda d: {
        "id": d.new("unveiled"),
        "ceremony": d.ceremony("unveiling", "launch"),
        "name": d.text(),
        "organisation": d.or_none("organisation"),
    },
    "EditUnveiled": lambda d: {
        "id": d.id("unveiled"),
        **d.some(name=d.text(), organisation=d.or_none("organisation")),
    },
    "MoveUnveiled": _moves("unveiled"),
    "RemoveUnveiled": _removes("unveiled"),
    "AddStageCall": lambda d: {
        "id": d.new("stage_call"),
        "item": d.id("agenda_item"),
        "people": d.ids("person"),
        "places": d.one(None, 14),
        "stays": d.one(True, False),
        "side": d.one("", "left", "right"),
    },
    "EditStageCall": lambda d: {
        "id": d.id("stage_call"),
        **d.some(people=d.ids("person"), title=d.text(), places=None),
    },
    "MoveStageCall": _moves("stage_call"),
    "RemoveStageCall": _removes("stage_call"),
    "AddAgreement": lambda d: {
        "id": d.new("agreement"),
        "ceremony": d.ceremony("signing"),
        "title": d.text(),
        "parties": (d.party(), d.party()),
        "languages": d.one((), ("zh", "en")),
    },
    "EditAgreement": lambda d: {
        "id": d.id("agreement"),
        **d.some(title=d.text(), state=d.one(*AgreementState), copies=4),
    },
    "MoveAgreement": _moves("agreement"),
    "RemoveAgreement": _removes("agreement"),
    "AddParty": lambda d: {"agreement": d.id("agreement"), "party": d.party()},
    "EditParty": lambda d: {
        "id": d.id("party"),
        **d.some(organisation=d.id("organisation"), side=d.one(*Side), signatory=d.or_none("person"), assistant=None),
    },
    "MoveParty": _moves("party"),
    "RemoveParty": _removes("party"),
    "AwardPlaque": lambda d: {
        "id": d.new("plaque"),
        "ceremony": d.ceremony("plaque"),
        "organisation": d.id("organisation"),
        "number": d.word(),
        "presenter": d.or_none("person"),
    },
    "NamePlaques": lambda d: {"ceremony": d.ceremony("plaque"), "recipients": (d.recipient(),)},
    "EditPlaque": lambda d: {
        "id": d.id("plaque"),
        **d.some(organisation=d.id("organisation"), representative=d.or_none("person"), artwork=d.one(*ArtworkState)),
    },
    "AssignPresenters": lambda d: {"ceremony": d.ceremony("plaque")},
    "MovePlaque": _moves("plaque"),
    "RemovePlaque": _removes("plaque"),
    "AddAttendee": lambda d: {
        "id": d.new("attendee"),
        "person": d.id("person"),
        "category": d.one(*Category),
        "status": d.one(*Attendance),
    },
    "EditAttendee": lambda d: {
        "id": d.id("attendee"),
        **d.some(badge=d.word(), seat=d.word(), category=d.one(*Category)),
    },
    "SetAttendance": lambda d: {
        "attendees": d.ids("attendee"),
        "status": d.one(*Attendance),
        "deputy": d.one(None, None, d.id("person")),
    },
    "SetCategory": lambda d: {"attendees": d.ids("attendee"), "category": d.one(*Category)},
    "MoveAttendees": lambda d: {"attendees": d.ids("attendee"), "after": d.or_none("attendee")},
    "CheckInAttendee": lambda d: {"id": d.new("check_in"), "attendee": d.id("attendee")},
    "RemoveAttendee": _removes("attendee"),
    "AddScriptLine": lambda d: {
        "id": d.new("script_line"),
        "item": d.id("agenda_item"),
        "text": d.text(),
        "after": d.or_none("script_line"),
    },
    "EditScriptLine": lambda d: {"id": d.id("script_line"), **d.some(text=d.text())},
    "MoveScriptLine": _moves("script_line"),
    "RemoveScriptLine": _removes("script_line"),
    "AcceptProblem": lambda d: {
        "id": d.new("acceptance"),
        "code": d.one("no-agenda", "not-named"),
        "subject": d.id(d.one("forum", "agenda_item")),
        "reason": "known",
    },
    "WithdrawAcceptance": lambda d: {"code": "no-agenda", "subject": d.id("forum")},
}
"""How the fields of each command are drawn; only FoundEvent is not among them."""

_CATALOGUE = commands()
_ROOTS = ("Forum", "Hall", "Organisation", "Person", "Item", "Ceremony")


def _weight(name: str) -> int:
    """An event fills up faster than it is taken down, and much hangs from its roots."""
    if name.startswith("Remove"):
        return 1 if name.endswith(_ROOTS) else 4
    return 10 if name.startswith(("Add", "Award", "Name", "Assign")) and not name.endswith(_ROOTS) else 6


_WEIGHTS = [_weight(name) for name in FIELDS]


def random_command(random: Random, there: Present) -> Command:
    """A command of any kind for an event that holds what is `there`; one in ten may well want what is not."""
    any_will_do = random.random() < 0.1
    while True:
        (name,) = random.choices(list(FIELDS), _WEIGHTS)
        dice = Dice(random, there)
        fields = FIELDS[name](dice)
        if any_will_do or not dice.wanting:
            return _CATALOGUE[name](**fields)
