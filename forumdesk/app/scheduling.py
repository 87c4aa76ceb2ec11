"""The agenda for other programs: calendars, signage, streaming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from forumdesk.app.exporting import UnknownFormat
from forumdesk.app.facts.agenda import forums
from forumdesk.app.facts.programme import ON_THE_PROGRAMME
from forumdesk.app.languages import side_of
from forumdesk.app.naming import posts_of_all
from forumdesk.app.wording import say_code
from forumdesk.base.errors import Refused
from forumdesk.base.files import replacing
from forumdesk.base.words import NOOP, Words
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Event, Forum, Hall
from forumdesk.domain.people import Person
from forumdesk.exchange.calendar import write_ics
from forumdesk.exchange.schedule import Schedule, Speaker, Talk
from forumdesk.exchange.schedule_files import write_json, write_xml
from forumdesk.store.store import Store
from forumdesk.store.work import Look

WRITERS: dict[str, Callable[[Schedule, Path], None]] = {".ics": write_ics, ".xml": write_xml, ".json": write_json}


class NothingScheduled(Refused):
    """There is no item to write."""

    code = "nothing-scheduled"
    sentence = NOOP("There is no agenda item to export yet.")


class UnknownPerson(Refused):
    """Nobody has that name or ID. Facts: person."""

    code = "unknown-person"
    sentence = NOOP("There is nobody called “{person}”.")


def export_schedule(
    store: Store, out: Path, *, language: str | None = None, forum: str | None = None, person: str | None = None
) -> int:
    """Write the agenda to an .ics, .xml or .json file and return how many items it holds.

    `forum` (a title or ID) and `person` (a name or ID) choose the items of one programme and those in which
    somebody appears. `language` is one of the event's two, its first where None is given.
    """
    if out.suffix.lower() not in WRITERS:
        raise UnknownFormat(path=out, formats=", ".join(WRITERS))
    last = store.history(1)
    with store.look() as look:
        event = look.all(Event)[0]
        side = side_of(event, language)
        talks = list(Talks(look, event, side).of(forums(look, forum)))
        if person is not None:
            items = _with(look, person)
            talks = [talk for talk in talks if talk.id in items]
    if not talks:
        raise NothingScheduled
    talks.sort(key=lambda talk: (talk.day, talk.room, talk.start))
    stamp, version = (last[0].at, str(last[0].number)) if last else (dt.datetime.now(dt.UTC), "0")
    schedule = Schedule(event.title.side(side), event.time_zone, version, stamp.replace(microsecond=0), talks)
    with replacing(out) as fresh:
        WRITERS[out.suffix.lower()](schedule, fresh)
    return len(talks)


class Talks:
    """Agenda items as talks, in one language."""

    def __init__(self, look: Look, event: Event, side: int) -> None:
        self._look, self._event, self._side = look, event, side
        self._zone = ZoneInfo(event.time_zone)
        self._words = Words.of(event.languages[side])
        self._posts = posts_of_all(look)
        self._halls = {hall.id: hall.name.side(side) for hall in look.all(Hall)}
        self._people = {person.id: person for person in look.all(Person)}
        self._appearances: dict[UUID, list[Appearance]] = {}
        for appearance in look.all(Appearance):
            if appearance.role in ON_THE_PROGRAMME:
                self._appearances.setdefault(appearance.item_id, []).append(appearance)

    def of(self, chosen: Sequence[Forum]) -> Iterator[Talk]:
        """Every item of these forums, by day."""
        for forum in chosen:
            items = self._look.all(AgendaItem, forum_id=forum.id)
            for day in sorted({item.date for item in items}):
                rundown = Rundown.of(forum, (item for item in items if item.date == day))
                for item, time in zip(rundown.items, rundown.times(), strict=True):
                    yield self._talk(forum, item, time.start)

    def _talk(self, forum: Forum, item: AgendaItem, start: int) -> Talk:
        speakers = [self._speaker(each) for each in self._appearances.get(item.id, ())]
        kind = say_code(self._words, item.kind)
        names = self._words.say(", ").join(each.name for each in speakers)
        other = (item.title.second, item.title.first)[self._side]
        title = item.title.side(self._side)
        return Talk(
            id=item.id,
            title=title or (self._words.say("{kind}: {names}", kind=kind, names=names) if names else kind),
            subtitle=other if other != title else "",
            # On the clock of the place: a day with a change of the clock has no other arithmetic in an agenda.
            start=(dt.datetime.combine(item.date, dt.time()) + dt.timedelta(minutes=start)).replace(
                tzinfo=self._zone
            ),
            day=item.date,
            minutes=item.minutes,
            room=self._halls[forum.hall_id] if forum.hall_id else forum.title.side(self._side),
            track=forum.title.side(self._side),
            kind=item.kind,
            language=item.language,
            abstract=item.abstract.side(self._side),
            speakers=speakers,
        )

    def _at(self, day: dt.date, minutes: int) -> dt.datetime:
        """A moment by the clock on the wall, also on a day on which the clock is changed."""
        return (dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)).replace(tzinfo=self._zone)

    def _speaker(self, appearance: Appearance) -> Speaker:
        person = self._people[appearance.person_id]
        return Speaker(person.id, person.name.side(self._side), self._posts.of(person, appearance).side(self._side))


def _with(look: Look, person: str) -> set[UUID]:
    """The items in which somebody appears, in whatever role."""
    known = [each for each in look.all(Person) if person in (str(each.id), each.name.first, each.name.second)]
    if not known:
        raise UnknownPerson(person=person)
    wanted = {each.id for each in known}
    return {each.item_id for each in look.all(Appearance) if each.person_id in wanted}
