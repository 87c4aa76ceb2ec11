"""Rows: complete from the moment they are made, and the same after a journey through a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.dialects import sqlite

from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.attendance import Attendance, Attendee, Category
from forumdesk.domain.entity import Moment, Strings, one_of
from forumdesk.domain.event import Event
from forumdesk.domain.people import Person
from forumdesk.domain.text import Text

SQLITE = sqlite.dialect()


def test_a_new_row_has_its_id_and_every_default_before_anything_is_written():
    person = Person(name=Text("李妍", "Li Yan"))
    assert isinstance(person.id, UUID)
    assert (person.spellings, person.honorific, person.email, person.surname_length) == ((), "", "", None)


def test_two_rows_never_share_an_id():
    assert Person().id != Person().id


def test_texts_fill_their_two_columns_at_once():
    item = AgendaItem(title=Text("开场", "Opening"))
    assert (item.title_first, item.title_second, item.title) == ("开场", "Opening", Text("开场", "Opening"))


def test_a_text_that_is_not_given_is_empty_and_not_none():
    assert AgendaItem().title == Text()


def test_codes_start_as_the_closed_list_says():
    attendee = Attendee()
    assert (attendee.category, attendee.status) == (Category.DELEGATE, Attendance.INVITED)


def test_a_field_that_does_not_exist_is_refused_by_name():
    with pytest.raises(TypeError, match="Person has no nmae"):
        Person(nmae="x")


def test_an_event_names_its_languages_in_order():
    assert Event(first_language="en", second_language="zh").languages == ("en", "zh")


@pytest.fixture
def table():
    return Table(
        "t",
        MetaData(),
        Column("names", Strings()),
        Column("at", Moment()),
        Column("status", one_of(Attendance)),
    )


def through_a_database(table: Table, **values):
    engine = create_engine("sqlite://")
    try:
        with engine.begin() as connection:
            table.create(connection)
            connection.execute(insert(table), values)
            return connection.execute(select(table)).one()
    finally:
        engine.dispose()


@pytest.mark.parametrize("names", [(), ("艾巴·朗德",), ('quo"te', "comma,", "", "𠮷")])
def test_strings_come_back_as_the_tuple_they_were(table, names):
    assert through_a_database(table, names=names).names == names


def test_a_moment_is_kept_in_utc_whatever_zone_it_was_said_in(table):
    beijing = timezone(timedelta(hours=8))
    back = through_a_database(table, at=datetime(2025, 3, 28, 9, 0, 0, 5, tzinfo=beijing)).at
    assert back == datetime(2025, 3, 28, 1, 0, 0, 5, tzinfo=UTC)
    assert back.tzinfo is UTC


def test_codes_are_kept_as_text(table):
    assert through_a_database(table, status=Attendance.SENDS_DEPUTY).status is Attendance.SENDS_DEPUTY
    assert one_of(Attendance).bind_processor(SQLITE)(Attendance.SENDS_DEPUTY) == "sends-deputy"


def test_nothing_stays_nothing(table):
    assert through_a_database(table, names=None, at=None, status=None) == (None, None, None)


def test_the_program_sees_tuples_and_moments():
    assert (Strings().python_type, Moment().python_type) == (tuple, datetime)
