"""A schedule of another program becomes agenda items, or changes those it made before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance, AddItem, EditItem, MoveItem, RemoveAppearance
from forumdesk.app.commands.command import MOST_CHARACTERS, Command, new_id
from forumdesk.app.commands.event import AddForum, AddHall
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.app.facts.programme import ON_THE_PROGRAMME
from forumdesk.app.languages import side_of
from forumdesk.app.lists.matching import Organisations
from forumdesk.app.scheduling import Talks
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.exchange.schedule import Speaker, Talk
from forumdesk.exchange.schedule_reading import Found, Oddity, read_schedule
from forumdesk.rules.offices import organisation_and_title
from forumdesk.store.store import Store
from forumdesk.store.work import Look

STEP = NOOP("Import the schedule")


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an import would do: its commands, one `step`; how many items they touch; what was odd in the file."""

    commands: Sequence[Command]
    added: int
    updated: int
    unchanged: int
    oddities: Sequence[Oddity]
    step: str = STEP

    @property
    def refused(self) -> list[Oddity]:
        """The items that cannot come in."""
        return [oddity for oddity in self.oddities if oddity.refused]

    def line(self, words: Words) -> dict[str, Any]:
        """Ready for JSON."""
        odd = [oddity for oddity in self.oddities if not oddity.refused]
        return {
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": 0,
            "refused": [
                {"row": one.place, "column": "", "value": "", "reason": words.say(one.what)} for one in self.refused
            ],
            "odd": [{"place": one.place, "what": words.say(one.what)} for one in odd],
        }


def incoming(look: Look, path: Path, language: str | None = None) -> Incoming:
    """What importing a schedule file (.xml, .json, .xlsx) would do; nothing is written.

    Its wording becomes that of `language`, one of the event's two, its first where None is given.
    """
    event = look.all(Event)[0]
    found = read_schedule(path, ZoneInfo(event.time_zone), event.starts)
    return _Import(look, event, side_of(event, language)).plan(found)


def import_schedule(
    store: Store, path: Path, *, language: str | None = None, skip_refused: bool = False, dry_run: bool = False
) -> Incoming:
    """Import a schedule file as one step, or, in a `dry_run`, only say what would come of it.

    Where items are refused nothing is imported, unless they may be skipped.
    """
    with store.look() as look:
        what = incoming(look, path, language)
    if what.commands and not dry_run and (skip_refused or not what.refused):
        Bus(store).run_all(STEP, what.commands)
    return what


@dataclass(frozen=True, slots=True)
class _Wish:
    """A talk and where it has to lie: forum, date, and minutes after that date's midnight."""

    talk: Talk
    forum: UUID
    day: dt.date
    start: int


class _Import:
    """Holds a file against the event and writes down what would have to change."""

    def __init__(self, look: Look, event: Event, side: int) -> None:
        self._look, self._side = look, side
        self._zone = ZoneInfo(event.time_zone)
        self._commands: list[Command] = []
        self._halls = {name: hall.id for hall in look.all(Hall) for name in (hall.name.first, hall.name.second)}
        forums = look.all(Forum)
        self._forums = {
            (title, forum.hall_id): forum.id for forum in forums for title in (forum.title.first, forum.title.second)
        }
        self._days: dict[tuple[UUID, dt.date], Rundown] = {}
        for forum in forums:
            items = look.all(AgendaItem, forum_id=forum.id)
            for day in {item.date for item in items}:
                self._days[forum.id, day] = Rundown.of(forum, (item for item in items if item.date == day))
        self._now = {
            item.id: (item, placed.start)
            for rundown in self._days.values()
            for item, placed in zip(rundown.items, rundown.times(), strict=True)
        }
        self._told = {talk.id: talk for talk in Talks(look, event, side).of(forums)}
        self._cast = _Cast(look, side)

    def plan(self, found: Found) -> Incoming:
        """All that has to change, in commands that run in this order."""
        long = {talk.id for talk in found.talks if max(len(talk.abstract), len(talk.title)) > MOST_CHARACTERS}
        wishes = [self._wish(talk, track) for talk, track in _tracks(found) if talk.id not in long]
        edits = {wish.talk.id: self._edits(wish.talk, by_us=found.by_us) for wish in wishes}
        touched = {(wish.forum, wish.day) for wish in wishes if not self._lies_there(wish)}
        for forum, day in touched:
            self._arrange(forum, day, [wish for wish in wishes if (wish.forum, wish.day) == (forum, day)])
        self._commands += [EditItem(id=row, **fields) for row, fields in edits.items() if fields and row in self._now]
        casts = {wish.talk.id: list(self._cast.changes(wish.talk)) for wish in wishes}
        for commands in casts.values():
            self._commands += commands
        new = {wish.talk.id for wish in wishes} - self._now.keys()
        changed = {
            wish.talk.id
            for wish in wishes
            if edits[wish.talk.id] or casts[wish.talk.id] or not self._lies_there(wish)
        } - new
        refused = [
            Oddity(_named(talk), NOOP("its text is too long"), True) for talk in found.talks if talk.id in long
        ]
        return Incoming(
            self._commands, len(new), len(changed), len(wishes) - len(new) - len(changed), [*found.oddities, *refused]
        )

    def _wish(self, talk: Talk, track: str) -> _Wish:
        local = talk.start.astimezone(self._zone).replace(tzinfo=None)
        day = min(talk.day, local.date())
        start = int((local - dt.datetime.combine(day, dt.time())).total_seconds()) // 60
        return _Wish(talk, self._forum(track, talk.room), day, start)

    def _forum(self, track: str, room: str) -> UUID:
        """The forum of that title in that hall, made where there is none."""
        hall = self._hall(room)
        if (track, hall) not in self._forums:
            last = next(reversed(self._forums.values()), None)
            forum = AddForum(title=self._worded(track), hall=hall, after=last)
            self._commands.append(forum)
            self._forums[track, hall] = forum.id
        return self._forums[track, hall]

    def _hall(self, room: str) -> UUID | None:
        if not room:
            return None
        if room not in self._halls:
            hall = AddHall(name=self._worded(room))
            self._commands.append(hall)
            self._halls[room] = hall.id
        return self._halls[room]

    def _worded(self, text: str) -> Text:
        return Text("", text) if self._side else Text(text)

    def _lies_there(self, wish: _Wish) -> bool:
        """Whether the item has its place and length already."""
        if wish.talk.id not in self._now:
            return False
        item, start = self._now[wish.talk.id]
        return (item.forum_id, item.date, start, item.minutes) == (
            wish.forum, wish.day, wish.start, wish.talk.minutes,
        )  # fmt: skip

    def _arrange(self, forum: UUID, day: dt.date, wishes: Sequence[_Wish]) -> None:
        """Put a day in the order of its starts; what follows without a gap is linked, the rest has a fixed start."""
        rundown = self._days.get((forum, day))
        wanted = {wish.talk.id: wish for wish in wishes}
        others = [item for item in (rundown.items if rundown else ()) if item.id not in wanted]
        line = [(wish.start, wish.talk.minutes, wish.talk.id) for wish in wishes]
        line += [(self._now[item.id][1], item.minutes, item.id) for item in others]
        after: UUID | None = None
        end: int | None = None
        for start, minutes, row in sorted(line, key=lambda each: each[0]):
            if row in self._now:
                self._commands.append(MoveItem(item=row, after=after, forum=forum, date=day))
                self._time(self._now[row][0], start, minutes, end)
            else:
                self._commands.append(self._new(wanted[row], after, None if start == end else start))
            after, end = row, start + minutes

    def _time(self, item: AgendaItem, start: int, minutes: int, end: int | None) -> None:
        """Let an item lie where it has to; one that does so by itself is left alone."""
        if minutes != item.minutes:
            self._commands.append(EditItem(id=item.id, minutes=minutes))
        follows = end is not None and end + item.gap == start and item.fixed_start is None
        if not follows and item.fixed_start != start:
            linked = start == end
            self._commands.append(EditItem(id=item.id, gap=0, fixed_start=None if linked else start))

    def _new(self, wish: _Wish, after: UUID | None, fixed_start: int | None) -> AddItem:
        talk = wish.talk
        title = Text(talk.subtitle, talk.title) if self._side else Text(talk.title, talk.subtitle)
        return AddItem(
            id=talk.id, forum=wish.forum, date=wish.day, kind=talk.kind, title=title, minutes=talk.minutes,
            fixed_start=fixed_start, language=talk.language, abstract=self._worded(talk.abstract), after=after,
        )  # fmt: skip

    def _edits(self, talk: Talk, *, by_us: bool) -> dict[str, Any]:
        """The fields of an item that read otherwise in the file."""
        if talk.id not in self._now:
            return {}
        item, told = self._now[talk.id][0], self._told[talk.id]
        edits: dict[str, Any] = {}
        if talk.title != told.title:
            edits["title"] = Text(item.title.first, talk.title) if self._side else Text(talk.title, item.title.second)
        if by_us and talk.subtitle != told.subtitle:
            own = edits.get("title", item.title)
            edits["title"] = Text(talk.subtitle, own.second) if self._side else Text(own.first, talk.subtitle)
        if talk.abstract != told.abstract:
            both = item.abstract
            edits["abstract"] = Text(both.first, talk.abstract) if self._side else Text(talk.abstract, both.second)
        if talk.kind != told.kind:
            edits["kind"] = talk.kind
        if talk.language != told.language:
            edits["language"] = talk.language
        return edits


class _Cast:
    """Who speaks: people known by their ID or, where only one has it, by their name; else they are entered."""

    def __init__(self, look: Look, side: int) -> None:
        self._side = side
        self._organisations = Organisations(look)
        people = look.all(Person)
        self._ids = {person.id: person.id for person in people}
        named: dict[str, set[UUID]] = {}
        for person in people:
            for name in (person.name.first, person.name.second, person.native_name, *person.spellings):
                named.setdefault(name, set()).add(person.id)
        self._by_name = {name: next(iter(ids)) for name, ids in named.items() if name and len(ids) == 1}
        self._appearances: dict[UUID, list[Appearance]] = {}
        for appearance in look.all(Appearance):
            if appearance.role in ON_THE_PROGRAMME:
                self._appearances.setdefault(appearance.item_id, []).append(appearance)

    def changes(self, talk: Talk) -> Iterator[Command]:
        """Who has to be entered, who comes into the item and who leaves it."""
        now = self._appearances.get(talk.id, [])
        wanted: list[UUID] = []
        for speaker in talk.speakers:
            if (known := self._known(speaker)) is None:
                name = Text("", speaker.name) if self._side else Text(speaker.name)
                yield AddPerson(id=speaker.id, name=name)
                yield from self._posts(speaker)
                known = self._ids[speaker.id] = speaker.id
            wanted.append(known)
        yield from (RemoveAppearance(id=each.id) for each in now if each.person_id not in wanted)
        there = {each.person_id for each in now}
        yield from (
            AddAppearance(item=talk.id, person=person, id=new_id())
            for person in dict.fromkeys(wanted)
            if person not in there
        )

    def _posts(self, speaker: Speaker) -> Iterator[Command]:
        """What a file says of somebody new beside the name: the office they hold."""
        place, title = organisation_and_title(speaker.post) if speaker.post else ("", "")
        if not place:
            return
        organisation = self._organisations.find(place)
        if organisation is None:
            new = AddOrganisation(name=Text("", place) if self._side else Text(place))
            yield new
            self._organisations.enter(place, new.id)
            organisation = new.id
        yield AddPost(
            person=speaker.id, organisation=organisation, title=Text("", title) if self._side else Text(title)
        )

    def _known(self, speaker: Speaker) -> UUID | None:
        if speaker.id not in self._ids and speaker.name in self._by_name:
            self._ids[speaker.id] = self._by_name[speaker.name]
        return self._ids.get(speaker.id)


def _tracks(found: Found) -> Iterator[tuple[Talk, str]]:
    """Each talk with the forum it belongs to.

    A forum is a programme in one hall. Of ours, that is the track; elsewhere it is only where a hall has one track
    on a day, for tracks may be topics; else the hall itself.
    """
    tracks: dict[tuple[str, dt.date], set[str]] = {}
    for talk in found.talks:
        tracks.setdefault((talk.room, talk.day), set()).add(talk.track)
    for talk in found.talks:
        one = found.by_us or len(tracks[talk.room, talk.day]) == 1
        yield talk, (talk.track if one else "") or talk.room or found.title


def _named(talk: Talk) -> str:
    return talk.title[:60] or str(talk.id)
