"""What a booklet tells."""

from __future__ import annotations

from dataclasses import dataclass

from forumdesk.documents.programme.facts import NOTHING, Programme
from forumdesk.domain.text import Text


@dataclass(frozen=True, slots=True)
class Biography:
    """Who speaks; `photo` is the key of a picture, where there is one."""

    name: Text
    post: Text = NOTHING
    text: Text = NOTHING
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Guest:
    """Who attends."""

    name: Text
    post: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Group:
    """Guests of one category (a code), or with no category those of an `organisation`, by their titles there."""

    category: str
    people: tuple[Guest, ...]
    organisation: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Booklet:
    """The programme and what stands around it. `hints` and `contacts` are paragraphs, a line each."""

    programme: Programme
    hints: Text = NOTHING
    biographies: tuple[Biography, ...] = ()
    guests: tuple[Group, ...] = ()
    contacts: Text = NOTHING
