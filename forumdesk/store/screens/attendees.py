"""What the attendees page shows: who attends, found, sorted and filtered by the database, a page at a time.

Ids are hex texts here, and come as one: that takes a fraction of the time that a hundred thousand UUIDs would.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import String, Uuid, bindparam, cast, func, or_, select
from sqlalchemy.orm import aliased

from forumdesk.base.changes import ChangeSet
from forumdesk.base.ids import Ids
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Organisation, Person, Post
from forumdesk.domain.text import Text
from forumdesk.rules.names import surname_of
from forumdesk.rules.pinyin import sort_key
from forumdesk.store.screens.posts import NO_POST, PostLine
from forumdesk.store.work import Look

KIND = "attendee"
READS = frozenset({"attendee", "organisation", "person", "post"})
"""The kinds of rows that are looked at: a change of any other leaves this page as it is."""

MOST_IDS = 500
"""How many ids one SELECT names: SQLite's limit on parameters was 999 for long."""


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """An attendee with their main post; `category` and `status` are codes."""

    id: UUID
    person: UUID
    name: Text
    post: PostLine
    post_id: UUID | None
    organisation: UUID | None
    category: str
    status: str
    badge: str
    seat: str
    note: str
    phone: str
    email: str
    id_number: str
    position: int


@dataclass(frozen=True, slots=True)
class Query:
    """Whom to show: a text that their line holds, categories and statuses (none: all), and in what order.

    `sort` is a column's name or empty: the order in which the list was entered.
    """

    search: str = ""
    categories: frozenset[str] = field(default_factory=frozenset)
    statuses: frozenset[str] = field(default_factory=frozenset)
    sort: str = ""
    descending: bool = False


_SORTS: Mapping[str, tuple[Any, ...]] = {
    "name_second": (func.lower(Person.__table__.c.name_second),),
    "organisation": (Organisation.__table__.c.name_first, Organisation.__table__.c.name_second),
    "title": (Post.__table__.c.title_first, Post.__table__.c.title_second),
    "category": (Attendee.category,),
    "status": (Attendee.status,),
    "badge": (Attendee.badge,),
    "seat": (Attendee.seat,),
    "note": (Attendee.note,),
    "phone": (Person.phone,),
    "email": (func.lower(Person.email),),
    "id_number": (Person.id_number,),
}
_OF_PEOPLE = ("name_second", "phone", "email", "id_number")
_BETWEEN = "\x1f"
"""Stands between names and, as a control character, in none."""

BY_NAME = "name_first"
"""Sorted here and not by the database, which knows no pinyin."""


def ids(look: Look, query: Query) -> Ids:
    """The ids of those the query finds, in its order."""
    if query.sort == BY_NAME:
        return _by_pinyin(look, query)
    keys = _SORTS.get(query.sort, ())
    found: Any = select(Attendee.id)
    if query.sort in _OF_PEOPLE:
        found = found.join(Person, Person.id == Attendee.person_id)
    elif query.sort in ("organisation", "title"):
        found = _with_main_post(found)
    order = [key.desc() if query.descending else key for key in keys]
    (listed,) = _hexes(look, _chosen(found, query).order_by(*order, Attendee.position, Attendee.id))
    return listed


def positions(look: Look) -> dict[UUID, int]:
    """Everybody's position, in the list's own order."""
    listed = look.rows(select(Attendee.id, Attendee.position).order_by(Attendee.position, Attendee.id))
    return {row.id: row.position for row in listed}


def total(look: Look) -> int:
    """How many attend in all."""
    return look.count(Attendee)


def rows(look: Look, wanted: Sequence[str]) -> Mapping[str, AttendeeRow]:
    """Attendees by id, as far as they exist."""
    found: dict[str, AttendeeRow] = {}
    for first in range(0, len(wanted), MOST_IDS):
        for row in look.tuples(_lines(), ids=wanted[first : first + MOST_IDS]):
            line = _line(*row)
            found[line.id.hex] = line
    return found


def touched(row: AttendeeRow, changes: ChangeSet) -> bool:
    """Whether a row may look different after a change."""
    kinds = changes.rows
    return (
        row.id in kinds.get("attendee", ())
        or row.person in kinds.get("person", ())
        or row.organisation in kinds.get("organisation", ())
        # Another post that takes the place of the main one renumbers that one, too.
        or (row.post_id in kinds.get("post", ()) if row.post_id else "post" in kinds)
    )


@dataclass(frozen=True, slots=True)
class Namesake:
    """A person who is called like somebody: where they belong (each organisation), and whether they attend."""

    id: UUID
    name: Text
    organisation: UUID | None
    attends: bool


def namesakes(look: Look, names: Sequence[str]) -> list[Namesake]:
    """The people with one of these names in either language, once for each of their posts."""
    found: list[Namesake] = []
    for first in range(0, len(names), MOST_IDS // 2):
        some = names[first : first + MOST_IDS // 2]
        people = Person.__table__.c
        query = (
            select(Person.id, Person.name, Post.organisation_id, Attendee.id.label("attendee"))
            .outerjoin(Post, Post.person_id == Person.id)
            .outerjoin(Attendee, Attendee.person_id == Person.id)
            .where(or_(people.name_first.in_(some), people.name_second.in_(some)))
        )
        found += [
            Namesake(row.id, row.name, row.organisation_id, row.attendee is not None) for row in look.rows(query)
        ]
    return found


def organisations_by_name(look: Look) -> Mapping[str, UUID]:
    """Organisations by every way their name is written, casefolded; the official name wins."""
    listed = look.rows(
        select(Organisation.id, Organisation.name, Organisation.short_name, Organisation.spellings).order_by(
            Organisation.id
        )
    )
    official = [(name, row.id) for row in listed for name in (row.name.first, row.name.second)]
    others = [
        (name, row.id) for row in listed for name in (row.short_name.first, row.short_name.second, *row.spellings)
    ]
    found: dict[str, UUID] = {}
    for name, row_id in (*official, *others):
        if name:
            found.setdefault(name.casefold(), row_id)
    return found


@cache
def _lines() -> Any:
    """The SELECT of what `_line` takes, for the attendees whose `ids` are given."""
    people, posts, places = Person.__table__.c, Post.__table__.c, Organisation.__table__.c
    query = select(
        Attendee.id, Attendee.person_id, Post.id, Post.organisation_id,
        people.name_first, people.name_second, posts.title_first, posts.title_second,
        places.name_first, places.name_second, places.short_name_first, places.short_name_second,
        Attendee.category, Attendee.status, Attendee.badge, Attendee.seat, Attendee.note,
        Person.phone, Person.email, Person.id_number, Attendee.position,
    ).join(Person, Person.id == Attendee.person_id)  # fmt: skip
    return _with_main_post(query).where(Attendee.id.in_(bindparam("ids", expanding=True, type_=Uuid(as_uuid=False))))


def _line(*row: Any) -> AttendeeRow:
    attendee, person, post, organisation = (UUID(each) if isinstance(each, str) else each for each in row[:4])
    name, title, place, short = (Text(*row[at : at + 2]) for at in range(4, 12, 2))
    line = NO_POST if post is None else PostLine(place, short, title)
    return AttendeeRow(attendee, person, name, line, post, organisation, *row[12:])


def _with_main_post(query: Any) -> Any:
    """Join the first post of each attendee's person, where there is one, and its organisation."""
    other = aliased(Post)
    main = (
        select(other.id)
        .where(other.person_id == Attendee.person_id)
        .order_by(other.position, other.id)
        .limit(1)
        .correlate(Attendee)
        .scalar_subquery()
    )
    return query.outerjoin(Post, Post.id == main).outerjoin(Organisation, Organisation.id == Post.organisation_id)


def _chosen(query: Any, wanted: Query) -> Any:
    if wanted.categories:
        query = query.where(Attendee.category.in_(sorted(wanted.categories)))
    if wanted.statuses:
        query = query.where(Attendee.status.in_(sorted(wanted.statuses)))
    for word in wanted.search.split():
        query = query.where(_mentions(word))
    return query


def _mentions(word: str) -> Any:
    """Whether anything on an attendee's line holds the word."""
    people, posts, places = Person.__table__.c, Post.__table__.c, Organisation.__table__.c
    belongs = (
        select(Post.person_id)
        .join(Organisation, Organisation.id == Post.organisation_id)
        .where(
            _holds(
                word, posts.title_first, posts.title_second, places.name_first, places.name_second,
                places.short_name_first, places.short_name_second,
            )
        )
    )  # fmt: skip
    known = people.name_first, people.name_second, people.native_name, people.phone, people.email, people.id_number
    named = select(Person.id).where(_holds(word, *known))
    return or_(
        Attendee.person_id.in_(named),
        Attendee.person_id.in_(belongs),
        _holds(word, Attendee.badge, Attendee.seat, Attendee.note),
    )


def _holds(word: str, *columns: Any) -> Any:
    """Whether one of the columns holds the word. They are joined first: one comparison is quicker than many."""
    whole = columns[0]
    for column in columns[1:]:
        whole = whole + "\n" + column
    return whole.icontains(word, autoescape=True)


def _hexes(look: Look, found: Any) -> list[Ids]:
    """The columns of a SELECT, all of ids, each as one text; PostgreSQL writes them with hyphens."""
    columns = (func.aggregate_strings(cast(each, String), "") for each in found.subquery().c)
    (texts,) = look.tuples(select(*columns))
    return [Ids((text or "").replace("-", "")) for text in texts]


def _by_pinyin(look: Look, query: Query) -> Ids:
    """Joined and sorted here: the database knows no pinyin, and would look people up one by one."""
    people = Person.__table__.c
    name = func.coalesce(func.nullif(people.name_first, ""), people.name_second)
    everybody = func.aggregate_strings(cast(people.id, String), ""), func.aggregate_strings(name, _BETWEEN)
    ((ids, names),) = look.tuples(select(*everybody))
    keys = dict(zip(Ids((ids or "").replace("-", "")), map(_pinyin, (names or "").split(_BETWEEN)), strict=False))
    for person, reading in look.rows(select(Person.id, Person.pinyin).where(Person.pinyin != "")):
        keys[person.hex] = sort_key("", reading)
    chosen = _chosen(select(Attendee.id, Attendee.person_id), query).order_by(Attendee.position, Attendee.id)
    listed, of_people = map(list, _hexes(look, chosen))
    by_place = list(map(keys.__getitem__, of_people))
    order = sorted(range(len(listed)), key=by_place.__getitem__, reverse=query.descending)
    return Ids("".join(map(listed.__getitem__, order)))


@lru_cache(maxsize=131_072)
def _pinyin(name: str) -> str:
    """The key of `rules.pinyin`, put together of parts that come again: whole names hardly do."""
    surname, given = surname_of(name)
    if not surname:
        return sort_key(name)
    return " ".join((_surname_key(surname), *map(_given_key, given)))


@lru_cache(maxsize=4096)
def _surname_key(surname: str) -> str:
    return sort_key(surname)


@lru_cache(maxsize=30_000)
def _given_key(character: str) -> str:
    return sort_key("王" + character).removeprefix("wang2 ")
