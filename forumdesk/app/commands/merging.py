"""One person entered twice, one organisation under two names: what belongs together becomes one."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from forumdesk.app.commands.command import Command
from forumdesk.app.commands.pictures import drop_picture
from forumdesk.base.errors import RuleBroken
from forumdesk.base.words import NOOP
from forumdesk.domain.agenda import Appearance
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.order import number
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.stage import StagePlace
from forumdesk.domain.text import Text
from forumdesk.store.work import Work

Named = TypeVar("Named", Person, Organisation)


class SameTwice(RuleBroken):
    """Two different entries are merged, not one with itself."""

    code = "same-twice"
    sentence = NOOP("Choose two different entries to merge.")


class MergePeople(Command, frozen=True, kw_only=True):
    """Let one person take every place of another, who is removed; the other's names stay as spellings.

    What the one who stays already has is kept: rank, attendance, contact data. Where both appear in one item,
    or stand in one stage call, the one who stays does so once; who would be their own deputy comes themselves.
    """

    step = NOOP("Merge people")

    keep: UUID
    drop: UUID

    def run(self, work: Work) -> None:
        """Take away what would stand twice, move the rest, and remove the other."""
        keep, drop = _two(work, Person, self.keep, self.drop)
        for kind in (Precedence, Attendee):
            if work.only(kind, person_id=keep.id) and (twin := work.only(kind, person_id=drop.id)):
                work.remove(twin, everywhere=True)
        items = {row.item_id for row in work.all(Appearance, person_id=keep.id)}
        for appearance in work.all(Appearance, person_id=drop.id):
            if appearance.item_id in items:
                work.remove(appearance)
        calls = {row.call_id for row in work.all(StagePlace, person_id=keep.id)}
        for place in work.all(StagePlace, person_id=drop.id):
            if place.call_id in calls:
                work.remove(place)
        _join_posts(work, keep, drop)
        keep.biography = _filled(keep.biography, drop.biography)
        keep.surname_length = keep.surname_length or drop.surname_length
        keep.photo_id = keep.photo_id or drop.photo_id
        for field in ("native_name", "honorific", "pinyin", "email", "phone", "id_number", "note"):
            setattr(keep, field, getattr(keep, field) or getattr(drop, field))
        _become_one(work, keep, drop)
        if drop.photo_id != keep.photo_id:
            drop_picture(work, drop.photo_id)
        if not keep.surname_fits:
            keep.surname_length = None
        number(work.all(Precedence))
        for attendee in work.all(Attendee, person_id=keep.id, deputy_id=keep.id):
            attendee.status, attendee.deputy_id = Attendance.CONFIRMED, None


class MergeOrganisations(Command, frozen=True, kw_only=True):
    """Let one organisation take every place of another, which is removed; its names stay as spellings."""

    step = NOOP("Merge organisations")

    keep: UUID
    drop: UUID

    def run(self, work: Work) -> None:
        """Fill what the one that stays lacks, move what names the other, and remove it."""
        keep, drop = _two(work, Organisation, self.keep, self.drop)
        keep.short_name = _filled(keep.short_name, drop.short_name)
        keep.country = _filled(keep.country, drop.country)
        keep.founded, keep.sequence = keep.founded or drop.founded, keep.sequence or drop.sequence
        keep.logo_id = keep.logo_id or drop.logo_id
        for field in ("kind", "note"):
            setattr(keep, field, getattr(keep, field) or getattr(drop, field))
        _become_one(work, keep, drop)
        if drop.logo_id != keep.logo_id:
            drop_picture(work, drop.logo_id)


def _two(work: Work, kind: type[Named], keep: UUID, drop: UUID) -> tuple[Named, Named]:
    if keep == drop:
        raise SameTwice
    return work.get(kind, keep), work.get(kind, drop)


def _join_posts(work: Work, keep: Person, drop: Person) -> None:
    """The other's posts come behind one's own; those that both have stand once."""
    own = {(post.organisation_id, post.title) for post in work.all(Post, person_id=keep.id)}
    behind = work.next_position(Post, person_id=keep.id)
    for post in work.all(Post, person_id=drop.id):
        if (post.organisation_id, post.title) in own:
            work.remove(post)
        else:
            post.position = behind
            behind += 1


def _filled(text: Text, other: Text) -> Text:
    """A text whose empty halves are the other's."""
    return Text(text.first or other.first, text.second or other.second)


def _become_one(work: Work, keep: Named, drop: Named) -> None:
    known = {keep.name.first, keep.name.second, ""}
    spellings = (*keep.spellings, drop.name.first, drop.name.second, *drop.spellings)
    keep.spellings = tuple(name for name in dict.fromkeys(spellings) if name not in known)
    keep.name = _filled(keep.name, drop.name)
    work.hand_over(drop, keep)
    work.remove(drop)
