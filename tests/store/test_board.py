"""The day on the board: halls with the forums that hold them, who and what is wanted twice."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from app.parallel import FIRST_DAY, found_parallel, key
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddAppearance
from forumdesk.app.commands.event import AddForum, EditForum
from forumdesk.domain.text import Text
from forumdesk.store.opening import create
from forumdesk.store.screens.board import Board, board
from forumdesk.store.store import Store

NEW = key("new")


@pytest.fixture
def store(target: str) -> Store:
    """Three forums of three items on two days, each in a hall of its own."""
    return create(target, partial(found_parallel, forums=3, items=3, days=2))


def seen(store: Store, day: date | None = None) -> Board:
    with store.look() as look:
        return board(look, day)


def heads(store: Store) -> list[tuple[str, str]]:
    return [(column.hall_name.first, column.title.first) for column in seen(store).columns]


def test_a_column_is_a_forum_in_its_hall_and_the_first_day_comes_first(store: Store) -> None:
    assert heads(store) == [("01 厅", "人工智能论坛"), ("02 厅", "量子信息论坛"), ("03 厅", "脑机接口论坛")]
    assert seen(store).day == FIRST_DAY
    assert {len(column.rows) for column in seen(store, FIRST_DAY + timedelta(days=1)).columns} == {3}
    store.close()


def test_forums_of_one_hall_stand_together_and_those_without_one_last(store: Store) -> None:
    Bus(store).run(EditForum(id=key("forum", 2), hall=key("hall", 0)))
    Bus(store).run(EditForum(id=key("forum", 1), hall=None))
    assert heads(store) == [("01 厅", "人工智能论坛"), ("01 厅", "脑机接口论坛"), ("", "量子信息论坛")]
    store.close()


def test_a_forum_without_any_item_is_there_to_be_filled(store: Store) -> None:
    Bus(store).run(AddForum(id=NEW, title=Text("新论坛"), after=key("forum", 2)))
    assert heads(store)[-1] == ("", "新论坛")
    store.close()


def test_a_hall_that_two_forums_hold_at_once_is_twice_in_use_then(store: Store) -> None:
    Bus(store).run(EditForum(id=key("forum", 1), hall=key("hall", 0), day_start=560))
    assert [column.twice for column in seen(store).columns] == [((560, 563),), ((560, 563),), ()]
    Bus(store).run(EditForum(id=key("forum", 1), day_start=563))
    assert not any(column.twice for column in seen(store).columns)
    store.close()


def test_a_person_in_two_halls_at_once_is_told_at_both_items(store: Store) -> None:
    Bus(store).run(AddAppearance(item=key("item", 1, 0, 3), person=key("person", 2)))
    clashes = seen(store).clashes
    here, there = key("item", 0, 0, 2), key("item", 1, 0, 3)
    assert not (here in clashes and there in clashes)
    Bus(store).run(AddAppearance(item=key("item", 1, 0, 2), person=key("person", 2)))
    clashes = seen(store).clashes
    assert [place.item for place in clashes[here]] == [key("item", 1, 0, 2)]
    assert [(place.forum_title.first, place.start, place.end) for place in clashes[key("item", 1, 0, 2)]] == [
        ("人工智能论坛", 545, 555)
    ]
    store.close()
