"""What the booklet tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from forumdesk.app.attendance import guests
from forumdesk.app.facts.agenda import agenda, forums
from forumdesk.app.facts.certificates import SPEAKERS
from forumdesk.app.facts.programme import programme
from forumdesk.app.naming import posts_of_all
from forumdesk.app.printing.order import Setting
from forumdesk.domain.agenda import Appearance
from forumdesk.domain.attendance import Attendance, Category
from forumdesk.domain.event import Asset, AssetBytes, Event
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text
from forumdesk.store.work import Look

if TYPE_CHECKING:
    from forumdesk.documents import booklet as page

GUESTS = (Category.VIP, Category.SPEAKER, Category.DELEGATE, Category.PRESS)
"""Who is on the guest list, in this order; the crew is not."""

ABSENT = (Attendance.DECLINED, Attendance.SENDS_DEPUTY)


def booklet(look: Look, event: Event, setting: Setting) -> page.Booklet:
    """The programme, who speaks (with a life or a photo) and who attends."""
    from forumdesk.documents.booklet import Booklet

    return Booklet(
        programme(look, event, setting, abstracts=True),
        event.hints,
        tuple(_biographies(look, setting)),
        tuple(guest_groups(look, setting.grouping)),
        event.contacts,
    )


def photos(look: Look, facts: page.Booklet) -> Mapping[str, bytes]:
    """The pictures a booklet names, by their keys."""
    keys = {person.photo for person in facts.biographies if person.photo}
    return {row.sha256: row.content for key in sorted(keys) for row in look.all(AssetBytes, sha256=key)}


def _biographies(look: Look, setting: Setting) -> Iterator[page.Biography]:
    from forumdesk.documents.booklet import Biography

    chosen = {forum.id for forum in forums(look, setting.forum)}
    posts = posts_of_all(look)
    seen = set()
    for item in agenda(look):
        for appearance in look.all(Appearance, item_id=item.id) if item.forum_id in chosen else ():
            if appearance.role not in SPEAKERS or appearance.person_id in seen:
                continue
            seen.add(appearance.person_id)
            person = look.get(Person, appearance.person_id)
            photo = look.find(Asset, person.photo_id)
            if person.biography or photo:
                yield Biography(
                    person.name, posts.of(person, appearance), person.biography, photo.sha256 if photo else ""
                )


def guest_groups(look: Look, grouping: str | None = None) -> Iterator[page.Group]:
    """Who is expected, by category; or by organisation, in the order of the first of its people."""
    from forumdesk.documents.booklet import Group, Guest

    coming = [guest for guest in guests(look) if guest.attendee.status not in ABSENT]
    if grouping == "organisation":
        together: dict[Text, list[Guest]] = {}
        for guest in coming:
            if guest.attendee.category in GUESTS:
                together.setdefault(guest.organisation, []).append(Guest(guest.person.name, guest.title))
        for organisation in sorted(together, key=lambda each: not each):  # those without one last
            yield Group("", tuple(together[organisation]), organisation)
        return
    for category in GUESTS:
        people = [guest for guest in coming if guest.attendee.category == category]
        if people:
            yield Group(category.value, tuple(Guest(guest.person.name, guest.posts) for guest in people))
