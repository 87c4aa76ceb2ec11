"""What people are and where, read once for a whole page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from forumdesk.domain.text import Text
from forumdesk.store.reading import Reader, listed, row_id


@dataclass(frozen=True, slots=True)
class PostLine:
    """An organisation, by its official and its short name, and the title held there; each may be empty."""

    organisation: Text
    short: Text
    title: Text


MOST_PARAMETERS = 500
"""SQLite's limit was 999 for long."""

NO_POST = PostLine(Text(), Text(), Text())
"""Of somebody who belongs nowhere."""

_NAMES = (
    "organisation.name_first, organisation.name_second, organisation.short_name_first, organisation.short_name_second"
)


def main_posts(look: Reader, of: set[UUID] | None = None) -> Mapping[UUID, PostLine]:
    """The first post of everybody, or of those in `of`."""
    found = look.tuples(
        f"SELECT post.person_id, post.title_first, post.title_second, {_NAMES} FROM post"
        " JOIN organisation ON organisation.id = post.organisation_id"
        f"{_among('post.person_id', of)} ORDER BY post.position DESC, post.id DESC"
    )
    return {
        row_id(person): PostLine(Text(*names[:2]), Text(*names[2:]), Text(first, second))
        for person, first, second, *names in found
    }


def main_post_ids(look: Reader, of: set[UUID] | None = None) -> Mapping[UUID, UUID]:
    """The id of the first post of everybody, or of those in `of`."""
    found = look.tuples(f"SELECT person_id, id FROM post{_among('person_id', of)} ORDER BY position DESC, id DESC")
    return {row_id(person): row_id(post) for person, post in found}


def organisations(look: Reader, ids: set[UUID]) -> Mapping[UUID, PostLine]:
    """Some organisations, as posts without a title."""
    if not ids:
        return {}
    found = look.tuples(f"SELECT id, {_NAMES} FROM organisation{_among('id', ids)}")
    return {row_id(each): PostLine(Text(*names[:2]), Text(*names[2:]), Text()) for each, *names in found}


def _among(column: str, ids: set[UUID] | None) -> str:
    """Only the rows with one of these ids; where they are many, all rows are quicker."""
    if ids is None or len(ids) >= MOST_PARAMETERS:
        return ""
    return f" WHERE {column} IN {listed(ids)}" if ids else " WHERE FALSE"


def held_posts(look: Reader) -> list[tuple[UUID, UUID, Text]]:
    """Person, organisation and title of every post, somebody's main one before the others."""
    found = look.tuples(
        "SELECT person_id, organisation_id, title_first, title_second FROM post ORDER BY position, id"
    )
    return [(row_id(person), row_id(organisation), Text(*title)) for person, organisation, *title in found]
