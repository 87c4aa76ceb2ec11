"""What signing books tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forumdesk.app.facts.agenda import ceremonies
from forumdesk.app.naming import Posts, posts_of_all
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import Event
from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.signing import Agreement, Party
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import signing_book as page


def signing_books(look: Look, event: Event) -> Iterator[tuple[Text, page.SigningBook]]:
    """A book for every agreement of two parties or more with its batch, in signing order."""
    from forumdesk.documents.signing_book import SigningBook

    posts = posts_of_all(look)
    for ceremony in ceremonies(look, "signing"):
        item = look.get(AgendaItem, ceremony.item_id)
        for agreement in look.all(Agreement, ceremony_id=ceremony.id):
            parties = look.all(Party, agreement_id=agreement.id)
            if len(parties) >= 2:
                signatories = tuple(_signatory(look, posts, party) for party in parties)
                yield (
                    ceremony.batch,
                    SigningBook(
                        key=str(agreement.id),
                        forum=event.title,
                        title=agreement.title,
                        date=item.date,
                        place=event.venue,
                        parties=signatories,
                        copies=agreement.copies,
                        state=agreement.state.value,
                    ),
                )


def _signatory(look: Look, posts: Posts, party: Party) -> page.Signatory:
    from forumdesk.documents.signing_book import Signatory

    person = look.find(Person, party.signatory_id)
    organisation = look.get(Organisation, party.organisation_id).name
    return Signatory(organisation, person.name, posts.of(person)) if person else Signatory(organisation)
