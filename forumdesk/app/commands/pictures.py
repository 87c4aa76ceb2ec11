"""Photos of people, logos of organisations, the event's logo and seal."""

from __future__ import annotations

import hashlib
import json
from typing import Literal
from uuid import UUID

from msgspec import field

from forumdesk.app.commands.command import Command, new_id
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.event import LAYOUT, Asset, AssetBytes, Event
from forumdesk.domain.people import Organisation, Person
from forumdesk.store.journal import Change, Step, StepState
from forumdesk.store.work import Look, Work


class SetPhoto(Command, frozen=True, kw_only=True):
    """Give a person a photo: a picture file's bytes (base64 in JSON), or null to take it away."""

    step = NOOP("Set photo")

    person: UUID
    picture: bytes | None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Keep the picture and let the person have it."""
        _give(work, work.get(Person, self.person), "photo", self.picture, self.id)


class SetLogo(Command, frozen=True, kw_only=True):
    """Give an organisation a logo: a picture file's bytes (base64 in JSON), or null to take it away."""

    step = NOOP("Set logo")

    organisation: UUID
    picture: bytes | None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Keep the picture and let the organisation have it."""
        _give(work, work.get(Organisation, self.organisation), "logo", self.picture, self.id)


class SetEventPicture(Command, frozen=True, kw_only=True):
    """Give the event its logo or seal: a picture file's bytes (base64 in JSON), or null to take it away."""

    step = NOOP("Set event picture")

    kind: Literal["logo", "seal"]
    picture: bytes | None
    id: UUID = field(default_factory=new_id)

    def run(self, work: Work) -> None:
        """Keep the picture and let the event have it."""
        _give(work, work.all(Event)[0], self.kind, self.picture, self.id)


class UnknownOwner(Refused):
    """Nothing that has pictures is meant. Facts: whose."""

    code = "unknown-owner"
    sentence = NOOP("“{whose}” is neither the ID of a person or an organisation nor “logo” or “seal”.")


def picture_of(look: Look, whose: str, picture: bytes | None) -> Command:
    """The command that gives a picture to a person or an organisation by ID, or to the event as `logo` or `seal`."""
    if whose in ("logo", "seal"):
        return SetEventPicture(kind="logo" if whose == "logo" else "seal", picture=picture)
    try:
        owner = UUID(whose)
    except ValueError:
        raise UnknownOwner(whose=whose) from None
    if look.find(Person, owner):
        return SetPhoto(person=owner, picture=picture)
    if look.find(Organisation, owner):
        return SetLogo(organisation=owner, picture=picture)
    raise UnknownOwner(whose=whose)


def keep_picture(work: Work, picture: bytes, asset_id: UUID) -> None:
    """Keep a picture file's bytes for layouts, which name it by its ID."""
    forget_bytes(work)
    work.add(_keep(work, LAYOUT, picture, asset_id))


def drop_picture(work: Work, asset_id: UUID | None) -> None:
    """Take out a picture that nobody has any more; its bytes stay for as long as an undo may want them."""
    if asset := work.find(Asset, asset_id):
        work.remove(asset)


def _give(work: Work, owner: Person | Organisation | Event, kind: str, picture: bytes | None, asset_id: UUID) -> None:
    """Let the owner's column for that kind name a new asset, or none."""
    forget_bytes(work)
    column = f"{kind}_id"
    old = work.find(Asset, getattr(owner, column))
    new = None if picture is None else _keep(work, kind, picture, asset_id)
    if old is not None and new is not None and old.sha256 == new.sha256:
        return
    setattr(owner, column, None if new is None else work.add(new).id)
    if old is not None:
        work.remove(old)


def _keep(work: Work, kind: str, picture: bytes, asset_id: UUID) -> Asset:
    """An asset whose bytes are kept, once however often the same come in."""
    from forumdesk.exchange.pictures import kept

    made = kept(picture, is_photo=kind == "photo")
    return Asset(id=asset_id, kind=kind, media_type=made.media_type, sha256=keep_bytes(work, made.content))


def keep_bytes(work: Work, content: bytes) -> str:
    """Keep the bytes of an asset, once however often the same come in; their SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if work.only(AssetBytes, sha256=sha256) is None:
        work.add(AssetBytes(sha256=sha256, content=content))
    return sha256


def forget_bytes(work: Work) -> None:
    """Delete the bytes that no asset names, now or after any undo or redo.

    A step that was undone and then dropped by a newer one never comes back, and neither do its pictures.
    """
    named = {asset.sha256 for asset in work.all(Asset)}
    spare = [kept for kept in work.all(AssetBytes) if kept.sha256 not in named]
    if not spare:
        return
    lost = {step.number for step in work.all(Step, state=StepState.DROPPED)}
    for change in work.all(Change, kind=Asset.__tablename__):
        if change.step_number not in lost:
            named |= {json.loads(cells)["sha256"] for cells in (change.before, change.after) if cells}
    for kept in spare:
        if kept.sha256 not in named:
            work.remove(kept)
