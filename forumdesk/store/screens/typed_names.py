"""Whom and what a typed name means: the one that is called so, and those whose names hold what is typed so far."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from forumdesk.domain.people import Organisation, Person
from forumdesk.domain.text import Text
from forumdesk.store.screens.people import found_by
from forumdesk.store.screens.posts import NO_POST, main_posts
from forumdesk.store.work import Look

MOST = 12
"""How many are offered at a time."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A person or an organisation to choose; `where` tells people of one name apart."""

    id: UUID
    name: Text
    where: Text


def organisation_named(look: Look, name: str) -> UUID | None:
    """The organisation that is called so, officially, for short or by another spelling."""
    columns = Organisation.__table__.c
    wordings = (columns.name_first, columns.name_second, columns.short_name_first, columns.short_name_second)
    found = look.rows(select(Organisation.id).where(or_(*(column == name for column in wordings))).limit(1))
    if found:
        return UUID(int=found[0].id.int)
    spelt = look.rows(select(Organisation.id, Organisation.spellings).where(Organisation.spellings != ()))
    return next((row.id for row in spelt if name in row.spellings), None)


def people_named(look: Look, name: str) -> list[UUID]:
    """The people of that name, at most two: one is meant, of two one must be chosen."""
    columns = Person.__table__.c
    called_so = or_(columns.name_first == name, columns.name_second == name)
    return [row.id for row in look.rows(select(Person.id).where(called_so).limit(2))]


def organisations_like(look: Look, typed: str) -> tuple[Offer, ...]:
    """Organisations of which a name, its pinyin or its initials hold what is typed."""
    query = select(Organisation.id, Organisation.name, Organisation.short_name, Organisation.spellings)
    wanted = typed.casefold()
    found = (
        Offer(row.id, row.name, Text())
        for row in look.rows(query)
        if wanted in found_by((*_wordings(row.name), *_wordings(row.short_name), *row.spellings))
    )
    return tuple(islice(found, MOST))


def people_like(look: Look, typed: str) -> tuple[Offer, ...]:
    """People whose name holds what is typed, each with their organisation."""
    found = look.rows(select(Person.id, Person.name).where(_holds(typed)).limit(MOST))
    posts = main_posts(look, {row.id for row in found})
    return tuple(Offer(row.id, row.name, posts.get(row.id, NO_POST).organisation) for row in found)


def _wordings(text: Text) -> tuple[str, str]:
    return text.first, text.second


def _holds(typed: str) -> ColumnElement[bool]:
    columns = Person.__table__.c
    return or_(*(columns[name].icontains(typed, autoescape=True) for name in ("name_first", "name_second")))
