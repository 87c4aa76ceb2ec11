"""The attendee list as the database finds it, on both databases."""

from __future__ import annotations

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.commands.attendees import AddAttendee
from forumdesk.app.commands.people import AddOrganisation, AddPerson, AddPost
from forumdesk.domain.text import Text
from forumdesk.store.screens.attendees import Query, ids, rows, total
from forumdesk.store.store import Store


@pytest.fixture
def attended(event_store: Store) -> Store:
    """Three who attend; two of them belong somewhere."""
    place = AddOrganisation(name=Text("园区", "Park 100%"))
    people = [AddPerson(name=Text(name)) for name in ("张洋", "陈立东", "Ebba")]
    Bus(event_store).run_all(
        "three",
        [
            place,
            *people,
            *(AddPost(person=each.id, organisation=place.id, title=Text("主任")) for each in people[1:]),
            *(AddAttendee(person=each.id, seat=f"S{n}") for n, each in enumerate(people)),
        ],
    )
    return event_store


def found(store: Store, query: Query) -> list[str]:
    with store.look() as look:
        listed = ids(look, query)
        known = rows(look, list(listed))
        assert total(look) == 3
        return [str(known[each].name) for each in listed]


def test_the_list_comes_as_entered_or_by_a_column_or_by_pinyin(attended: Store) -> None:
    assert found(attended, Query()) == ["张洋", "陈立东", "Ebba"]
    assert found(attended, Query(sort="seat", descending=True)) == ["Ebba", "陈立东", "张洋"]
    assert found(attended, Query(sort="name_first")) == ["陈立东", "Ebba", "张洋"]


@pytest.mark.parametrize(
    "column",
    [
        "name_second",
        "organisation",
        "title",
        "category",
        "status",
        "badge",
        "seat",
        "note",
        "phone",
        "email",
        "id_number",
    ],
)
def test_every_column_sorts_and_loses_nobody(attended: Store, column: str) -> None:
    assert sorted(found(attended, Query(sort=column))) == sorted(["张洋", "陈立东", "Ebba"])


def test_words_are_searched_as_they_are_written_whatever_their_case(attended: Store) -> None:
    assert found(attended, Query(search="100% PARK")) == ["陈立东", "Ebba"]
    assert found(attended, Query(search="_")) == []
    assert found(attended, Query(categories=frozenset({"vip"}))) == []
    assert found(attended, Query(statuses=frozenset({"invited"}), search="s1")) == ["陈立东"]
