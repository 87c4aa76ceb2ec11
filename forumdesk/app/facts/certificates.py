"""What certificates tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from forumdesk.app.facts.agenda import agenda, ceremonies
from forumdesk.app.facts.pictures import picture_key
from forumdesk.app.naming import posts_of_all
from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.event import Event, Forum, Hall, OrganiserRole
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents.cards import facts as told

SPEAKERS = ("speaker", "moderator", "panelist")
"""Roles that earn a speaker's thanks."""

_CEREMONY = re.compile(r"(?<=.)(授牌仪式|授牌| plaques?( award)?( ceremony)?)$", re.IGNORECASE)


def occasion(look: Look, event: Event) -> told.Occasion:
    """What all certificates share: the forum, its day and place, and the hosts."""
    from forumdesk.documents.cards.facts import Occasion

    halls = [look.get(Hall, forum.hall_id) for forum in look.all(Forum) if forum.hall_id]
    hosts = [part for part in look.all(OrganiserRole) if part.role == "host" and part.forum_id is None]
    return Occasion(
        forum=event.title,
        date=event.starts,
        place=event.venue,
        logo=picture_key(look, event.logo_id),
        seal=picture_key(look, event.seal_id),
        hall=halls[0].name if len(halls) == 1 else Text(),
        issuers=tuple(look.get(Organisation, part.organisation_id).name for part in hosts),
    )


def thanks(look: Look, event: Event) -> Sequence[told.Thanks]:
    """A certificate for everybody who spoke, once, with their first talk; in the order of the programme."""
    from forumdesk.documents.cards.facts import Thanks

    posts = posts_of_all(look)
    pieces: dict[UUID, told.Thanks] = {}
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


def signings(look: Look) -> Sequence[tuple[Text, told.Signing]]:
    """A certificate for every agreement of two parties with its batch, in order; one from abroad has its country."""
    from forumdesk.documents.cards.facts import Party as PartyLine
    from forumdesk.documents.cards.facts import Signing

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
    for ceremony in ceremonies(look, "signing"):
        agreements = look.all(Agreement, ceremony_id=ceremony.id)
        for place, agreement in enumerate(agreements, start=1):
            parties = look.all(Party, agreement_id=agreement.id)
            if len(parties) >= 2:
                number = _number(place, ceremony.batch, len(agreements))
                piece = Signing(str(agreement.id), line(parties[0]), line(parties[1]), number)
                pieces.append((ceremony.batch, piece))
    return tuple(pieces)


def awards(look: Look) -> Sequence[told.Award]:
    """A certificate for every plaque whose recipient is known, batch by batch."""
    from forumdesk.documents.cards.facts import Award

    pieces = []
    for ceremony in ceremonies(look, "plaque"):
        awarded = _awarded(look.get(AgendaItem, ceremony.item_id).title)
        plaques = look.all(Plaque, ceremony_id=ceremony.id)
        for place, plaque in enumerate(plaques, start=1):
            pieces.append(
                Award(
                    key=str(plaque.id),
                    organisation=look.get(Organisation, plaque.organisation_id).name,
                    wording=plaque.wording or awarded,
                    batch=ceremony.batch,
                    number=Text(plaque.number, plaque.number) if plaque.number else _number(place, ceremony.batch),
                )
            )
    return tuple(pieces)


def _awarded(ceremony: Text) -> Text:
    """What is awarded, by what the ceremony is called: 中关村特色产业园 of 中关村特色产业园授牌仪式."""
    return Text(_CEREMONY.sub("", ceremony.first), _CEREMONY.sub("", ceremony.second))


def unnamed(look: Look) -> Sequence[tuple[str, int]]:
    """Award ceremonies whose recipients are not all named, with how many are missing."""
    missing = []
    for ceremony in ceremonies(look, "plaque"):
        count = (ceremony.announced or 0) - len(look.all(Plaque, ceremony_id=ceremony.id))
        if count > 0:
            missing.append((str(look.get(AgendaItem, ceremony.item_id).title), count))
    return missing


def _number(place: int, batch: Text, of: int | None = None) -> Text:
    """A piece's number as both languages write it."""
    return Text(f"{batch.first} {place:02d}".strip(), f"{place} of {of}" if of else f"{place}")
