"""What each document tells, gathered from the event as plain frozen facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.attendance import guests
from forumdesk.app.naming import Posts
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import AgendaItem, Appearance, Rundown
from forumdesk.domain.event import Event, Forum, Hall, OrganiserRole
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.stage import Ceremony
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import attendees as attendee_page
    from forumdesk.documents import certificate
    from forumdesk.documents import programme as programme_page

ON_THE_PROGRAMME = frozenset({"mc", "speaker", "moderator", "panelist"})
"""Roles a programme names. Who launches, presents and unveils is for the script and the stage plan."""

SPEAKERS = ("speaker", "moderator", "panelist")
"""Roles that earn a speaker's thanks."""

UNITS = {"signing": "pair", "plaque": "park", "unveiling": "park"}


class UnknownForum(Refused):
    """The event has no such forum. Facts: forum."""

    code = "unknown-forum"
    sentence = NOOP("The event has no forum “{forum}”.")


def programme(look: Look, event: Event, forum: str | None) -> programme_page.Programme:
    """The programme of one forum, or of all, a day each."""
    from forumdesk.documents.programme import Day, Organisers, Programme

    forums = _forums(look, forum)
    halls = {hall.id: hall.name for hall in look.all(Hall)}
    posts = Posts(look, event)
    gather = _Items(look, posts)
    days = []
    for one in forums:
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
                    title=one.title if len(forums) > 1 else Text(),
                )
            )
    parts = look.all(OrganiserRole)
    roles = [
        Organisers(
            role,
            tuple(
                posts.called(part.organisation_id)
                for part in parts
                if part.role == role and part.forum_id in (None, *(one.id for one in forums))
            ),
        )
        for role in dict.fromkeys(part.role for part in parts)
    ]
    title = event.title if forum is None else forums[0].title
    return Programme(event.kicker, title, tuple(days), tuple(role for role in roles if role.names))


def _forums(look: Look, wanted: str | None) -> Sequence[Forum]:
    forums = look.all(Forum)
    if wanted is None:
        return forums
    named = [one for one in forums if wanted in (str(one.id), one.title.first, one.title.second)]
    if not named:
        raise UnknownForum(forum=wanted)
    return named


class _Items:
    """Agenda items as the programme prints them."""

    def __init__(self, look: Look, posts: Posts) -> None:
        self._posts = posts
        self._people = {person.id: person for person in look.all(Person)}
        self._ceremonies = {ceremony.item_id: ceremony for ceremony in look.all(Ceremony)}
        self._hosts: set[UUID] = set()
        self._appearances: dict[UUID, list[Appearance]] = {}
        for appearance in look.all(Appearance):
            self._appearances.setdefault(appearance.item_id, []).append(appearance)

    def item(self, item: AgendaItem, start: int) -> programme_page.Item:
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
        )


def attendees(look: Look, event: Event) -> attendee_page.AttendeeList:
    """The attendee list."""
    from forumdesk.documents.attendees import Attendee, AttendeeList

    return AttendeeList(
        event=event.title,
        people=tuple(
            Attendee(guest.person.name, guest.posts, guest.attendee.category.value, guest.attendee.status.value)
            for guest in guests(look)
        ),
        when=Text(*(_when_and_where(event, side) for side in (0, 1))),
    )


def _when_and_where(event: Event, side: int) -> str:
    from forumdesk.documents import wording

    language = event.languages[side]
    between = "\u3000" if wording.east_asian(language) else ", "
    parts = (wording.date(event.starts, language), event.venue.side(side))
    return between.join(part for part in parts if part)


def occasion(look: Look, event: Event) -> certificate.Occasion:
    """What all certificates share: the forum, its day and place, and the hosts."""
    from forumdesk.documents.certificate import Occasion

    hosts = [part for part in look.all(OrganiserRole) if part.role == "host" and part.forum_id is None]
    return Occasion(
        forum=event.title,
        date=event.starts,
        place=event.venue,
        issuers=tuple(look.get(Organisation, part.organisation_id).name for part in hosts),
    )


def thanks(look: Look, event: Event) -> Sequence[certificate.Thanks]:
    """A certificate for everybody who spoke, once, with their first talk; in the order of the programme."""
    from forumdesk.documents.certificate import Thanks

    posts = Posts(look, event)
    pieces: dict[UUID, certificate.Thanks] = {}
    for item in agenda(look):
        for appearance in look.all(Appearance, item_id=item.id):
            if appearance.role in SPEAKERS and appearance.person_id not in pieces:
                person = look.get(Person, appearance.person_id)
                pieces[person.id] = Thanks(
                    key=str(appearance.id),
                    name=person.name,
                    post=posts.of(person, appearance),
                    talk=item.title,
                    number=Text(f"{event.starts.year}-{len(pieces) + 1:02d}"),
                )
    return tuple(pieces.values())


def agenda(look: Look) -> Iterator[AgendaItem]:
    """Every item, forum by forum, day by day, in order."""
    items = look.all(AgendaItem)
    for forum in look.all(Forum):
        yield from sorted(
            (item for item in items if item.forum_id == forum.id), key=lambda item: (item.date, item.position)
        )


def signings(look: Look) -> Sequence[certificate.Signing]:
    """A certificate for every agreement of two parties, in signing order; one from abroad has its country."""
    from forumdesk.documents.certificate import Party as PartyLine
    from forumdesk.documents.certificate import Signing

    home = {look.get(Organisation, part.organisation_id).country for part in look.all(OrganiserRole)}

    def line(party: Party) -> PartyLine:
        organisation = look.get(Organisation, party.organisation_id)
        signatory = look.find(Person, party.signatory_id)
        return PartyLine(
            organisation.name,
            Text() if organisation.country in home else organisation.country,
            signatory.name if signatory else Text(),
        )

    pieces = []
    for ceremony in _ceremonies(look, "signing"):
        agreements = look.all(Agreement, ceremony_id=ceremony.id)
        for place, agreement in enumerate(agreements, start=1):
            parties = look.all(Party, agreement_id=agreement.id)
            if len(parties) >= 2:
                number = _number(place, ceremony.batch, len(agreements))
                pieces.append(Signing(str(agreement.id), line(parties[0]), line(parties[1]), number))
    return tuple(pieces)


def awards(look: Look) -> Sequence[certificate.Award]:
    """A certificate for every plaque whose recipient is known, batch by batch."""
    from forumdesk.documents.certificate import Award

    pieces = []
    for ceremony in _ceremonies(look, "plaque"):
        title = look.get(AgendaItem, ceremony.item_id).title
        plaques = look.all(Plaque, ceremony_id=ceremony.id)
        for place, plaque in enumerate(plaques, start=1):
            pieces.append(
                Award(
                    key=str(plaque.id),
                    organisation=look.get(Organisation, plaque.organisation_id).name,
                    wording=plaque.wording or title,
                    batch=ceremony.batch,
                    number=Text(plaque.number, plaque.number) if plaque.number else _number(place, ceremony.batch),
                )
            )
    return tuple(pieces)


def unnamed(look: Look) -> Sequence[tuple[str, int]]:
    """Award ceremonies whose recipients are not all named, with how many are missing."""
    missing = []
    for ceremony in _ceremonies(look, "plaque"):
        count = (ceremony.announced or 0) - len(look.all(Plaque, ceremony_id=ceremony.id))
        if count > 0:
            missing.append((str(look.get(AgendaItem, ceremony.item_id).title), count))
    return missing


def _ceremonies(look: Look, kind: str) -> Iterator[Ceremony]:
    for item in agenda(look):
        if item.kind == kind:
            yield from look.all(Ceremony, item_id=item.id)


def _number(place: int, batch: Text, of: int | None = None) -> Text:
    """A piece's number as both languages write it."""
    return Text(f"{batch.first} {place:02d}".strip(), f"{place} of {of}" if of else f"{place}")
