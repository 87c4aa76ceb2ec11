"""A schedule as other programs understand one: talks with a start, a room, a track and speakers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import NAMESPACE_OID, UUID, uuid5


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who appears; `post` may be empty."""

    id: UUID
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """One item with its aware start; `day` is the date it belongs to, also past midnight."""

    id: UUID
    title: str
    start: dt.datetime
    day: dt.date
    minutes: int
    room: str
    track: str
    kind: str
    subtitle: str = ""
    language: str = ""
    abstract: str = ""
    speakers: Sequence[Speaker] = ()

    @property
    def end(self) -> dt.datetime:
        """When it ends."""
        return self.start + dt.timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The talks of an event by day, room and start. `zone` is an IANA name, `stamp` when it last changed."""

    title: str
    zone: str
    version: str
    stamp: dt.datetime
    talks: Sequence[Talk]

    @property
    def acronym(self) -> str:
        """A short name that programs may use in addresses."""
        return f"forum{self.talks[0].day:%Y%m%d}" if self.talks else "forum"

    def days(self) -> Iterator[tuple[dt.date, list[Talk]]]:
        """Each day and its talks."""
        for day, talks in groupby(self.talks, key=lambda talk: talk.day):
            yield day, list(talks)

    def rooms(self) -> dict[str, UUID]:
        """Every room, in the order of its first talk, with an id that is the same in every export."""
        return {talk.room: uuid5(NAMESPACE_OID, talk.room) for talk in self.talks}

    def numbers(self) -> dict[UUID, int]:
        """A whole number for every talk and speaker, as older programs want one: the same in every export."""
        ids = dict.fromkeys(each for talk in self.talks for each in (talk.id, *(one.id for one in talk.speakers)))
        numbers: dict[UUID, int] = {}
        taken: set[int] = set()
        for each in ids:
            number = each.int % (2**31 - 1) + 1
            while number in taken:
                number += 1
            taken.add(number)
            numbers[each] = number
        return numbers


def by_room(talks: Sequence[Talk]) -> Iterator[tuple[str, list[Talk]]]:
    """The rooms of a day, and what is in each."""
    rooms: dict[str, list[Talk]] = {}
    for talk in talks:
        rooms.setdefault(talk.room, []).append(talk)
    yield from rooms.items()


def duration(minutes: int) -> str:
    """A length as these formats write it: 01:30."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
