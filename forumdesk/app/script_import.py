"""A script comes into an event: what was accepted of its draft becomes commands, one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast
from uuid import UUID

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddCue, AddItem
from forumdesk.app.commands.ceremonies import AddCeremony, AddStageCall
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.event import AddHall, AddOrganiser, EditEvent, EditForum, Role
from forumdesk.app.commands.script import AddScriptLine
from forumdesk.app.commands.signing import AddAgreement, Signs
from forumdesk.app.facts.agenda import forums
from forumdesk.app.languages import side_of
from forumdesk.app.schedule_import import Incoming
from forumdesk.app.script_cast import Cast
from forumdesk.app.script_draft import SUFFIX, Draft, chosen, draft_in
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import CEREMONIES, AgendaItem, Appearance
from forumdesk.domain.event import Event, Forum, Hall, OrganiserRole
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Side
from forumdesk.domain.text import Text
from forumdesk.rules.script.finding import Finding, What
from forumdesk.rules.script.headings import date_in, hall_of, times_in
from forumdesk.rules.script.lengths import CUE_MINUTES, minutes_of
from forumdesk.rules.script.prose import is_chinese
from forumdesk.rules.timing import MIDNIGHT
from forumdesk.store.store import Store
from forumdesk.store.work import Look

STEP = NOOP("Import the script")
_ELSEWHERE = (What.ITEM, What.GUEST, What.ORGANISER, What.MENTION)
"""What belongs to the event, also where it was found in an item."""


class NotReviewed(Refused):
    """A script is to be imported that nobody has looked through. Facts: path."""

    code = "not-reviewed"
    sentence = NOOP(
        "{path} is a script that nobody has looked through; make a draft of it first (forumdesk draft), "
        "or accept all of it with --accept."
    )


class NothingAccepted(Refused):
    """No finding of a draft is accepted. Facts: path."""

    code = "nothing-accepted"
    sentence = NOOP("Nothing in {path} is accepted; set “accepted” to true where it is right, or use --accept.")


class WhichForum(Refused):
    """The event has several forums. Facts: known."""

    code = "which-forum"
    sentence = NOOP("The event has several forums; say which the script is of: {known}.")


def import_script(
    store: Store, path: Path, *, accept: bool = False, forum: str | None = None, language: str | None = None,
    dry_run: bool = False,
) -> Incoming:  # fmt: skip
    """Import a draft that was looked through (.json) as one step; with `accept` all of it, or of a .docx or .txt.

    Raises `NotReviewed` or `NothingAccepted` where nobody has accepted anything, `WhichForum` where the event has
    several.
    """
    if path.suffix.lower() != SUFFIX and not accept:
        raise NotReviewed(path=path)
    draft = draft_in(path)
    if accept:
        draft = draft.accepted()
    if not chosen(draft.findings):
        raise NothingAccepted(path=path)
    with store.look() as look:
        what = incoming(look, draft, forum=forum, language=language)
    if what.commands and not dry_run:
        Bus(store).run_all(what.step, what.commands)
    return what


def incoming(look: Look, draft: Draft, *, forum: str | None = None, language: str | None = None) -> Incoming:
    """What importing the accepted findings of a draft would do; nothing is written.

    Its wording becomes that of `language`, or of the event's language that the script is written in.
    """
    event = look.all(Event)[0]
    found = forums(look, forum)
    if len(found) > 1:
        raise WhichForum(known=", ".join(str(one.title) for one in found))
    side = side_of(event, language) if language else _side(event, draft.findings)
    return _Entry(look, event, found[0], side, chosen(draft.findings)).plan()


def _side(event: Event, findings: Sequence[Finding]) -> int:
    written = "zh" if is_chinese("".join(one.source for one in findings)) else "en"
    return event.languages.index(written) if written in event.languages else 0


class _Entry:
    """Writes down what accepted findings change, in commands that run in this order."""

    def __init__(self, look: Look, event: Event, forum: Forum, side: int, findings: Sequence[Finding]) -> None:
        self._look, self._event, self._forum, self._side = look, event, forum, side
        self._findings = findings
        self._cast = Cast(look, side)
        self._commands: list[Command] = []
        self._added = self._unchanged = 0

    def plan(self) -> Incoming:
        """All of it."""
        dates = [date[1] for one in self._of(What.DATE) if (date := date_in(one.text))]
        day = dates[0] if dates else self._event.starts
        self._head(day)
        for one in self._of(What.ORGANISER):
            self._count(self._organiser(one))
        before: UUID | None = None
        for one in self._of(What.GUEST):
            self._count(self._cast.guest(one, before))
            before = self._cast.known(one.text)
        for one in self._of(What.MENTION):
            self._count(self._cast.enter(one))
        self._agenda(day)
        return Incoming(self._commands, self._added, 0, self._unchanged, (), STEP)

    def _of(self, *whats: What) -> list[Finding]:
        return [one for one in self._findings if one.what in whats]

    def _count(self, commands: Iterator[Command]) -> None:
        """Take over the commands of one finding; without any it stood in the event already."""
        new = list(commands)
        self._commands += new
        self._added += bool(new)
        self._unchanged += not new

    def _text(self, text: str) -> Text:
        return Text("", text) if self._side else Text(text)

    def _in(self, old: Text, text: str) -> Text:
        return Text(old.first, text) if self._side else Text(text, old.second)

    # -- the head

    def _head(self, day: dt.date) -> None:
        for one in self._of(What.THEME):
            self._count(self._theme(one.text))
        for _ in self._of(What.DATE):
            begins = self._look.count(AgendaItem) == 0 and self._event.starts != day
            self._count(iter([EditEvent(starts=day)] if begins else []))
        for one in self._of(What.TIME):
            self._count(self._begin(one.text))
        for one in self._of(What.PLACE):
            self._count(self._place(one.text))

    def _theme(self, title: str) -> Iterator[Command]:
        if title not in (self._forum.title.first, self._forum.title.second):
            yield EditForum(id=self._forum.id, title=self._in(self._forum.title, title))

    def _begin(self, text: str) -> Iterator[Command]:
        times = times_in(text)
        if times and times[1] != self._forum.day_start:
            yield EditForum(id=self._forum.id, day_start=times[1])

    def _place(self, text: str) -> Iterator[Command]:
        venue, hall = hall_of(text)
        if venue not in (self._event.venue.first, self._event.venue.second):
            yield EditEvent(venue=self._in(self._event.venue, venue))
        if not hall:
            return
        known = {name: one.id for one in self._look.all(Hall) for name in (one.name.first, one.name.second)}
        if hall not in known:
            added = AddHall(name=self._text(hall))
            yield added
            known[hall] = added.id
        if self._forum.hall_id != known[hall]:
            yield EditForum(id=self._forum.id, hall=known[hall])

    def _organiser(self, one: Finding) -> Iterator[Command]:
        organisation, new = self._cast.organisation(one.text)
        yield from new
        known = {(each.organisation_id, each.role) for each in self._look.all(OrganiserRole)}
        if (organisation, one.role) not in known:
            several = self._look.count(Forum) > 1
            yield AddOrganiser(
                organisation=organisation, role=cast(Role, one.role), forum=self._forum.id if several else None
            )

    # -- the agenda

    def _agenda(self, day: dt.date) -> None:
        here = [one for one in self._look.all(AgendaItem, forum_id=self._forum.id) if one.date == day]
        here.sort(key=lambda item: item.position)
        last = here[-1].id if here else None
        for item in self._of(What.ITEM):
            parts = [one for one in self._findings if one.item == item.item and one.what not in _ELSEWHERE]
            known = next((each for each in here if self._is(each, item, parts)), None)
            if known is not None:
                here.remove(known)
                item_id = known.id
                self._count(iter(()))
            else:
                added, new = self._new_item(item, day, last)
                self._count(iter(new))
                item_id = last = added.id
            self._parts(item, item_id, parts, is_new=known is None)

    def _is(self, known: AgendaItem, item: Finding, parts: Sequence[Finding]) -> bool:
        """Whether an item of the event is the one that was found: kind, title and who speaks."""
        if known.kind != item.role or item.text not in (known.title.first, known.title.second):
            return False
        speakers = {one.person_id for one in self._look.all(Appearance, item_id=known.id) if one.role == "speaker"}
        return all(self._cast.known(one.text) in speakers for one in parts if one.role == "speaker")

    def _new_item(self, item: Finding, day: dt.date, after: UUID | None) -> tuple[AddItem, list[Command]]:
        issuer, new = self._cast.organisation(item.organisation) if item.organisation else (None, [])
        added = AddItem(
            forum=self._forum.id, date=day, kind=item.role or "report", title=self._text(item.text), after=after,
            minutes=max(1, min(item.value or 10, MIDNIGHT)), organisation=issuer,
        )  # fmt: skip
        return added, [*new, added]

    def _parts(self, item: Finding, item_id: UUID, parts: Sequence[Finding], *, is_new: bool) -> None:
        """What belongs to an item; the ceremony and what walks on are entered with a new item only."""
        there = {(one.person_id, one.role) for one in self._look.all(Appearance, item_id=item_id)}
        said = {str(line.text.side(self._side)) for line in self._look.all(ScriptLine, item_id=item_id)}
        seconds = 0.0
        for one in parts:
            match one.what:
                case What.APPEARANCE | What.STAGE:
                    self._count(self._appearance(item_id, one, there))
                case What.SPELLING:
                    self._count(self._cast.spelling(one.text))
                case What.LINE:
                    seconds += 60 * minutes_of(one.text)
                    self._count(
                        iter(() if one.text in said else [AddScriptLine(item=item_id, text=self._text(one.text))])
                    )
                case What.CUE if is_new:
                    self._count(iter([self._cue(item_id, one, round(seconds))]))
                    seconds += 60 * CUE_MINUTES
        if is_new:
            self._commands += self._calls(item_id, parts)
            if item.role in CEREMONIES:
                self._ceremony(item_id, parts)
        else:
            rest = (What.CUE, What.PAIR, What.BATCH, What.COUNT, What.COUNTDOWN, What.STAY)
            self._unchanged += sum(one.what in rest for one in parts)

    def _appearance(self, item_id: UUID, one: Finding, there: set[tuple[UUID, str]]) -> Iterator[Command]:
        yield from self._cast.enter(one)
        person = self._cast.known(one.text)
        if person is not None and (person, one.role) not in there:
            there.add((person, one.role))
            yield AddAppearance(item=item_id, person=person, role=one.role or "speaker")

    def _cue(self, item_id: UUID, one: Finding, seconds: int) -> AddCue:
        return AddCue(
            item=item_id, kind=one.role or "other", label=self._text(one.text), offset_seconds=min(seconds, 86_400)
        )

    def _calls(self, item_id: UUID, parts: Sequence[Finding]) -> Iterator[Command]:
        """Who walks on together: those named one after the other in one role, or so many without a name."""
        groups: list[tuple[str, list[UUID], int | None]] = []
        for one in parts:
            if one.what is What.COUNT and one.role == "called":
                groups.append(("", [], one.value))
            elif one.what is What.STAGE and (person := self._cast.known(one.text)):
                if not groups or groups[-1][0] != one.role:
                    groups.append((one.role, [], None))
                if person not in groups[-1][1]:
                    groups[-1][1].append(person)
        stays = any(one.what is What.STAY for one in parts)
        for place, (_, people, places) in enumerate(groups, start=1):
            last = place == len(groups)
            yield AddStageCall(item=item_id, people=tuple(people), places=places, stays=stays and last)

    def _ceremony(self, item_id: UUID, parts: Sequence[Finding]) -> None:
        batch = next((one.text for one in parts if one.what is What.BATCH), "")
        pairs = [one for one in parts if one.what is What.PAIR]
        announced = next((one.value for one in parts if one.what is What.COUNT and one.role == "announced"), None)
        countdown = next((one.value for one in parts if one.what is What.COUNTDOWN), None)
        ceremony = AddCeremony(
            item=item_id, batch=self._text(batch), countdown=countdown,
            announced=announced and max(announced, len(pairs)),
        )  # fmt: skip
        self._commands.append(ceremony)
        self._added += sum(one.what in (What.BATCH, What.COUNT, What.COUNTDOWN, What.STAY) for one in parts)
        for one in pairs:
            self._count(self._agreement(ceremony.id, one))

    def _agreement(self, ceremony: UUID, one: Finding) -> Iterator[Command]:
        parties = []
        for name, side in ((one.text, Side.HOST), (one.second, Side.GUEST)):
            organisation, new = self._cast.organisation(name)
            yield from new
            parties.append(Signs(organisation=organisation, side=side))
        yield AddAgreement(ceremony=ceremony, parties=tuple(parties))
