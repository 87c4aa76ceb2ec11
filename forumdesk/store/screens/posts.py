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


NO_POST = PostLine(Text(), Text(), Text())
"""Of somebody who belongs nowhere."""


def main_posts(look: Look) -> Mapping[UUID, PostLine]:
    """Every person's first post."""
    found = look.rows(
        select(Post.person_id, Post.title, Organisation.name, Organisation.short_name)
        .join(Organisation, Organisation.id == Post.organisation_id)
        .order_by(Post.position.desc(), Post.id.desc())
    )
    return {row.person_id: PostLine(row.name, row.short_name, row.title) for row in found}


def organisations(look: Look, ids: set[UUID]) -> Mapping[UUID, PostLine]:
    """Some organisations, as posts without a title."""
    if not ids:
        return {}
    query = select(Organisation.id, Organisation.name, Organisation.short_name)
    if len(ids) < 500:  # SQLite's limit on parameters was 999 for long
        query = query.where(Organisation.id.in_(ids))
    return {row.id: PostLine(row.name, row.short_name, Text()) for row in look.rows(query)}
