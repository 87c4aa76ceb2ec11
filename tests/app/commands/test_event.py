"""The event itself, its halls, forums and organisers."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from app.furnished import DAY, done, furnish, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import AddItem
from forumdesk.app.commands.command import Command
from forumdesk.app.commands.event import (
    AddForum,
    AddHall,
    AddOrganiser,
    EditEvent,
    EditForum,
    EditHall,
    EditOrganiser,
    FoundEvent,
    MoveForum,
    MoveOrganiser,
    RemoveForum,
    RemoveHall,
    RemoveOrganiser,
    UnknownZone,
)
from forumdesk.domain.agenda import AgendaItem
from forumdesk.domain.event import AlreadyFounded, Event, Forum, Hall, OrganiserRole, SameLanguageTwice
from forumdesk.domain.order import NotInThisList
from forumdesk.domain.people import Organisation
from forumdesk.domain.text import NameNeeded, Text
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound, StillUsed
from store.small import EVENT, FORUM

NAMED = Text("示例论坛", "Sample forum")


def found(target: str, command: Command) -> Store:
    return create(target, lambda store: Bus(store).run_all(command.step, [command], founding=True) and None)


def test_founding_makes_the_event_and_its_first_forum_of_the_same_title(sqlite_target: str) -> None:
    store = found(
        sqlite_target,
        FoundEvent(id=EVENT, title=NAMED, starts=DAY, first_language="en", second_language="zh", kicker=Text("年会")),
    )
    (event,), (forum,) = rows(store, Event), rows(store, Forum)
    assert (event.id, event.title, event.languages, event.kicker) == (EVENT, NAMED, ("en", "zh"), Text("年会"))
    assert (forum.title, forum.position, forum.day_start) == (NAMED, 1, 9 * 60)
    store.close()


@pytest.mark.parametrize(
    ("error", "fields"),
    [
        (SameLanguageTwice, {"first_language": "zh", "second_language": "zh"}),
        (UnknownZone, {"time_zone": "Beijing"}),
        (UnknownZone, {"time_zone": ""}),
        (NameNeeded, {"title": Text(" ", "")}),
    ],
)
def test_an_event_is_not_founded_on_nonsense(sqlite_target: str, error, fields) -> None:
    with pytest.raises(error):
        found(sqlite_target, FoundEvent(**{"title": NAMED, "starts": DAY, **fields}))


def test_a_file_holds_one_event(event_store: Store) -> None:
    refused(event_store, AlreadyFounded, FoundEvent(title=NAMED, starts=DAY))


def test_what_is_said_of_the_event_can_be_changed_one_by_one(event_store: Store) -> None:
    done(event_store, EditEvent(venue=Text("中关村展示中心"), starts=date(2025, 3, 28)))
    done(event_store, EditEvent(time_zone="Europe/Berlin"))
    (event,) = rows(event_store, Event)
    assert (event.venue, event.starts, event.time_zone) == (
        Text("中关村展示中心"),
        date(2025, 3, 28),
        "Europe/Berlin",
    )
    assert event.title == Text("小论坛", "Small forum")


def test_an_event_keeps_a_title_and_a_zone_that_exist(event_store: Store) -> None:
    refused(event_store, NameNeeded, EditEvent(title=Text()))
    assert "Mars/Base" in str(refused(event_store, UnknownZone, EditEvent(time_zone="Mars/Base")))


def test_an_edit_that_says_nothing_new_is_no_step(event_store: Store) -> None:
    assert not done(event_store, EditEvent(title=Text("小论坛", "Small forum")))
    assert not done(event_store, EditEvent())
    assert len(event_store.history()) == 1


# ---- halls --------------------------------------------------------------------------------------


def test_a_hall_has_a_name(event_store: Store) -> None:
    store = furnish(event_store)
    refused(store, NameNeeded, AddHall(name=Text()))
    refused(store, NameNeeded, EditHall(id=key("hall"), name=Text("\n")))
    done(store, EditHall(id=key("hall"), seats=None))
    assert row(store, Hall, "hall").seats is None


def test_a_hall_in_use_is_removed_only_everywhere_and_its_forums_have_none_then(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, EditForum(id=FORUM, hall=key("hall")))
    assert "forum × 1" in str(refused(store, StillUsed, RemoveHall(id=key("hall"))))
    done(store, RemoveHall(id=key("hall"), everywhere=True))
    assert [forum.hall_id for forum in rows(store, Forum)] == [None, None]


# ---- forums -------------------------------------------------------------------------------------


def test_a_forum_is_added_behind_another_or_at_the_head(event_store: Store) -> None:
    done(event_store, AddForum(id=key("b"), title=Text("b"), after=FORUM))
    done(event_store, AddForum(id=key("a"), title=Text("a")))
    assert [forum.id for forum in rows(event_store, Forum)] == [key("a"), FORUM, key("b")]
    done(event_store, MoveForum(id=FORUM, after=key("b")))
    assert [forum.position for forum in rows(event_store, Forum)] == [1, 2, 3]
    assert rows(event_store, Forum)[-1].id == FORUM


def test_a_forum_names_a_hall_and_a_neighbour_that_exist(event_store: Store) -> None:
    refused(event_store, NotFound, AddForum(title=NAMED, hall=uuid4()))
    refused(event_store, NotFound, AddForum(title=NAMED, after=uuid4()))
    refused(event_store, NameNeeded, AddForum(title=Text()))
    refused(event_store, NameNeeded, EditForum(id=FORUM, title=Text()))


def test_a_day_may_start_at_another_time(event_store: Store) -> None:
    done(event_store, EditForum(id=FORUM, day_start=600))
    done(event_store, EditForum(id=FORUM, day_start=600, note="x", hall=None))
    assert [forum.day_start for forum in rows(event_store, Forum)] == [600]


def test_a_forum_goes_with_its_agenda_and_its_organisers_but_not_those_of_the_event(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, AddItem(forum=key("forum"), date=DAY, kind="report"))
    done(store, AddOrganiser(organisation=key("ministry"), forum=key("forum")))
    done(store, RemoveForum(id=key("forum")))
    assert not rows(store, AgendaItem, forum_id=key("forum"))
    assert [role.organisation_id for role in rows(store, OrganiserRole)] == [key("park"), key("company")]


# ---- organisers ---------------------------------------------------------------------------------


def test_organisers_stand_in_the_order_they_are_put(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, AddOrganiser(id=key("new"), organisation=key("ministry"), role="host", after=key("organiser park")))
    assert [role.organisation_id for role in rows(store, OrganiserRole)] == [
        key("park"),
        key("ministry"),
        key("company"),
    ]
    done(store, MoveOrganiser(id=key("organiser company")))
    done(store, RemoveOrganiser(id=key("new")))
    assert [role.organisation_id for role in rows(store, OrganiserRole)] == [key("company"), key("park")]
    assert len(rows(store, Organisation)) == 3


def test_an_organiser_plays_another_role_in_one_forum_and_then_in_the_whole_event(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, EditOrganiser(id=key("organiser park"), role="supporter", forum=key("forum")))
    done(store, EditOrganiser(id=key("organiser park"), organisation=key("ministry")))
    (row,) = rows(store, OrganiserRole, id=key("organiser park"))
    assert (row.organisation_id, row.role, row.forum_id) == (key("ministry"), "supporter", key("forum"))
    done(store, EditOrganiser(id=key("organiser park"), forum=None))
    assert rows(store, OrganiserRole, id=key("organiser park"))[0].forum_id is None
    refused(store, NotFound, EditOrganiser(id=key("organiser park"), organisation=uuid4()))


def test_the_first_organiser_needs_nobody_to_stand_behind(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, RemoveOrganiser(id=key("organiser park")))
    done(store, RemoveOrganiser(id=key("organiser company")))
    done(store, AddOrganiser(organisation=key("park")))
    assert [role.position for role in rows(store, OrganiserRole)] == [1]


def test_an_organiser_moved_behind_one_that_does_not_exist_is_refused_not_put_first(event_store: Store) -> None:
    store = furnish(event_store)
    refused(store, NotFound, MoveOrganiser(id=key("organiser company"), after=uuid4()))


def test_every_move_is_among_siblings_only(event_store: Store) -> None:
    from forumdesk.app.commands.agenda import MoveAppearance
    from forumdesk.app.commands.people import AddPost, MovePost
    from forumdesk.app.commands.script import AddScriptLine, MoveScriptLine

    store = furnish(event_store)
    done(store, AddPost(id=key("post of li"), person=key("li"), organisation=key("park")))
    done(store, AddScriptLine(id=key("line elsewhere"), item=key("launch"), text=Text("x")))
    refused(store, NotInThisList, MovePost(id=key("post park"), after=key("post of li")))
    refused(store, NotInThisList, MoveAppearance(id=key("presenter"), after=key("appearance")))
    refused(store, NotInThisList, MoveScriptLine(id=key("line"), after=key("line elsewhere")))
    refused(store, NotInThisList, AddScriptLine(item=key("remarks"), text=Text("x"), after=key("line elsewhere")))
    for name in ("organiser park", "organiser company"):
        assert not done(store, MoveOrganiser(id=key(name), after=key(name)))


def test_the_days_of_a_forum_are_kept_in_order_each_once(event_store: Store) -> None:
    forum = AddForum(title=Text("分论坛"), days=(date(2025, 3, 29), date(2025, 3, 28), date(2025, 3, 29)))
    Bus(event_store).run(forum)
    with event_store.look() as look:
        assert look.get(Forum, forum.id).days == (date(2025, 3, 28), date(2025, 3, 29))
    Bus(event_store).run(EditForum(id=forum.id, days=()))
    with event_store.look() as look:
        assert look.get(Forum, forum.id).days == ()
    event_store.undo()
    with event_store.look() as look:
        assert len(look.get(Forum, forum.id).days) == 2
