"""What placed documents tell: plain facts of one piece each, and of the occasion that all pieces share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from forumdesk.domain.text import Text

NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all pieces of a run share: the forum, its day and place, who issues them; logo and seal by their keys."""

    forum: Text
    date: dt.date
    place: Text = NOTHING
    issuers: tuple[Text, ...] = ()
    hall: Text = NOTHING
    logo: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Thanks:
    """A speaker's thanks: `post` is organisation and title already joined, `talk` the title of the talk."""

    key: str
    name: Text
    post: Text = NOTHING
    talk: Text = NOTHING
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a signing; the signatory may be unknown."""

    organisation: Text
    country: Text = NOTHING
    signatory: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Signing:
    """An agreement between two parties, in the order of its signing."""

    key: str
    first: Party
    second: Party
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Award:
    """A plaque for an organisation: the plaque's wording and batch."""

    key: str
    organisation: Text
    wording: Text = NOTHING
    batch: Text = NOTHING
    number: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at the event: the main post apart and all of them joined, category and badge, a photo by its key."""

    key: str
    name: Text
    native: str = ""
    organisation: Text = NOTHING
    title: Text = NOTHING
    post: Text = NOTHING
    category: str = "delegate"
    number: Text = NOTHING
    seat: str = ""
    photo: str = ""
