"""What the programme tells."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.facts.agenda import forums
from forumdesk.app.naming import Posts, posts_of_all
from forumdesk.app.printing.order import Setting
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Event, Hall, OrganiserRole
from forumdesk.domain.people import Person
from forumdesk.domain.stage import Ceremony
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import programme as page

ON_THE_PROGRAMME = frozenset({"mc", "speaker", "moderator", "panelist"})
"""Roles a programme names. Who launches, presents and unveils is for the script and the stage plan."""

UNITS = {"signing": "pair", "plaque": "park", "unveiling": "park"}


def programme(look: Look, event: Event, setting: Setting, *, abstracts: bool = False) -> page.Programme:
    """The programme of one forum, or of all, a day each; with what its talks are about, if `abstracts`."""
    from forumdesk.documents.programme import Day, Organisers, Programme

    chosen = forums(look, setting.forum)
    halls = {hall.id: hall.name for hall in look.all(Hall)}
    posts = posts_of_all(look)
    gather = Items(look, posts, abstracts=abstracts)
    days = []
    for one in chosen:
        items = look.all(AgendaItem, forum_id=one.id)
        for date in sorted({item.date for item in items}):
            rundown = Rundown.of(one, (item for item in items if item.date == date))
            times = rundown.times()
            days.append(
                Day(
                    date=date,
                    start=times[0].start,
                    end=max(placed.end for placed in times),
                    venue=event.venue,
                    hall=halls[one.hall_id] if one.hall_id else Text(),
                    items=tuple(
                        gather.item(item, placed.start) for item, placed in zip(rundown.items, times, strict=True)
                    ),
                    title=one.title if len(chosen) > 1 else Text(),
                )
            )
    parts = look.all(OrganiserRole)
    roles = [
        Organisers(
            role,
            tuple(
                posts.called(part.organisation_id)
                for part in parts
                if part.role == role and part.forum_id in (None, *(one.id for one in chosen))
            ),
        )
        for role in dict.fromkeys(part.role for part in parts)
    ]
    title = event.title if setting.forum is None else chosen[0].title
    return Programme(event.kicker, title, tuple(days), tuple(role for role in roles if role.names))


class Items:
    """Agenda items as the programme prints them."""

    def __init__(self, look: Look, posts: Posts, *, abstracts: bool = False) -> None:
        self._posts, self._abstracts = posts, abstracts
        self._people = {person.id: person for person in look.all(Person)}
        self._ceremonies = {ceremony.item_id: ceremony for ceremony in look.all(Ceremony)}
        self._hosts: set[UUID] = set()
        self._appearances: dict[UUID, list[Appearance]] = {}
        for appearance in look.all(Appearance):
            self._appearances.setdefault(appearance.item_id, []).append(appearance)

    def item(self, item: AgendaItem, start: int) -> page.Item:
        """The item, with whoever the programme names in it; the master of ceremonies is named once, at first."""
        from forumdesk.documents.programme import Item, Speaker

        ceremony = self._ceremonies.get(item.id)
        named = [each for each in self._appearances.get(item.id, ()) if each.role in ON_THE_PROGRAMME]
        named = [each for each in named if each.person_id not in self._hosts]
        self._hosts |= {each.person_id for each in named if each.role == "mc"}
        return Item(
            start=start,
            kind=item.kind,
            title=item.title,
            people=tuple(
                Speaker(
                    self._people[each.person_id].name,
                    self._posts.of(self._people[each.person_id], each),
                    each.role if each.role != "mc" else "speaker",  # where they stand says it
                )
                for each in named
            ),
            batch=ceremony.batch if ceremony else Text(),
            count=ceremony.announced if ceremony else None,
            unit=UNITS.get(item.kind, "item"),
            abstract=item.abstract if self._abstracts else Text(),
        )
