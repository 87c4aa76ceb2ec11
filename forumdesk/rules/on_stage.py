"""Who is on stage at each call: who walks on, who is there already, and who stays for the next item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """People who walk on together, in order of rank; `places` says how many walk on where names are missing."""

    people: Sequence[T] = ()
    places: int | None = None
    stays: bool = False

    @property
    def unnamed(self) -> int:
        """How many walk on without a name."""
        return max((self.places or 0) - len(self.people), 0)


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """The stage after a call: who was there, who has come, and how many of all are not named.

    `stayed` are those whom the item before has left on stage.
    """

    stayed: tuple[T, ...] = ()
    came: tuple[T, ...] = ()
    unnamed: int = 0

    @property
    def people(self) -> tuple[T, ...]:
        """All who have a name, in the order in which they came."""
        return *self.stayed, *self.came

    def __len__(self) -> int:
        return len(self.people) + self.unnamed


def on_stage(items: Sequence[Sequence[Call[T]]]) -> list[list[Standing[T]]]:
    """The stage after every call of consecutive items.

    Within an item the calls add up. When it ends all leave, except those of calls that stay: they are there from
    the beginning of the next item and leave with it, unless they are called in it again and stay. Nobody stands
    twice.

    >>> award = [Call(places=17), Call(["a", "b"], stays=True)]
    >>> release = [Call(["c"])]
    >>> [[(stage.people, stage.unnamed) for stage in item] for item in on_stage([award, release])]
    [[((), 17), (('a', 'b'), 17)], [(('a', 'b', 'c'), 0)]]
    """
    stages: list[list[Standing[T]]] = []
    stayed: Standing[T] = Standing()
    for calls in items:
        here: list[Standing[T]] = []
        now = Standing(stayed=stayed.people, unnamed=stayed.unnamed)
        for call in calls:
            came = tuple(person for person in call.people if person not in now.people)
            now = Standing(now.stayed, (*now.came, *came), now.unnamed + call.unnamed)
            here.append(now)
        stages.append(here)
        stayed = staying(calls)
    return stages


def staying(calls: Sequence[Call[T]]) -> Standing[T]:
    """Whom an item leaves on stage for the next one."""
    those = [call for call in calls if call.stays]
    people = dict.fromkeys(person for call in those for person in call.people)
    return Standing(came=tuple(people), unnamed=sum(call.unnamed for call in those))
