"""What people are and where, read once for a whole page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from forumdesk.domain.people import Organisation, Post
from forumdesk.domain.text import Text
from forumdesk.store.work import Look


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


def main_posts(look: Look, of: set[UUID] | None = None) -> Mapping[UUID, PostLine]:
    """The first post of everybody, or of those in `of`."""
    query = select(Post.person_id, Post.title, Organisation.name, Organisation.short_name)
    if of is not None and len(of) < MOST_PARAMETERS:
        query = query.where(Post.person_id.in_(of))
    found = look.rows(
        query.join(Organisation, Organisation.id == Post.organisation_id).order_by(
            Post.position.desc(), Post.id.desc()
        )
    )
    return {row.person_id: PostLine(row.name, row.short_name, row.title) for row in found}


def main_post_ids(look: Look, of: set[UUID] | None = None) -> Mapping[UUID, UUID]:
    """The id of the first post of everybody, or of those in `of`."""
    query = select(Post.person_id, Post.id).order_by(Post.position.desc(), Post.id.desc())
    if of is not None and len(of) < MOST_PARAMETERS:
        query = query.where(Post.person_id.in_(of))
    return {row.person_id: row.id for row in look.rows(query)}


def organisations(look: Look, ids: set[UUID]) -> Mapping[UUID, PostLine]:
    """Some organisations, as posts without a title."""
    if not ids:
        return {}
    query = select(Organisation.id, Organisation.name, Organisation.short_name)
    if len(ids) < MOST_PARAMETERS:
        query = query.where(Organisation.id.in_(ids))
    return {row.id: PostLine(row.name, row.short_name, Text()) for row in look.rows(query)}
