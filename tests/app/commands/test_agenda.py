"""The agenda from end to end: what a change of one item does to the times of the others."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from app.furnished import DAY, NEXT_DAY, done, furnish, key, refused, row, rows
from forumdesk.app.bus import Bus
from forumdesk.app.commands.agenda import (
    AddAppearance,
    AddCue,
    AddItem,
    DelayItem,
    EditAppearance,
    EditCue,
    EditItem,
    MoveAppearance,
    MoveItem,
    RemoveAppearance,
    RemoveCue,
    RemoveItem,
    SplitItem,
    rundown,
)
from forumdesk.app.commands.ceremonies import RemoveCeremony
from forumdesk.app.commands.event import AddForum
from forumdesk.app.commands.people import AddPerson
from forumdesk.domain.agenda import AgendaItem, Appearance, Cue, ItemElsewhere, SplitOutside
from forumdesk.domain.event import Forum
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.stage import Ceremony, CeremonyStands
from forumdesk.domain.text import Text
from forumdesk.rules.timing import clock
from forumdesk.store.journal import Conflict
from forumdesk.store.opening import open_store
from forumdesk.store.store import Store
from forumdesk.store.work import NotFound
from store.small import FORUM

OTHER = key("other forum")


@pytest.fixture
def store(event_store: Store) -> Store:
    """A morning of 10 + 20 + 5 minutes and tea at 10:00, an afternoon elsewhere, and a next day."""
    bus = Bus(event_store)
    bus.run(AddForum(id=OTHER, title=Text("平行论坛"), after=FORUM))
    add(event_store, "a", 10)
    add(event_store, "b", 20, after="a")
    add(event_store, "c", 5, after="b")
    add(event_store, "tea", 10, after="c", fixed_start=600)
    add(event_store, "x", 30, forum=OTHER)
    add(event_store, "m", 15, date=NEXT_DAY)
    return event_store


def add(store: Store, name: str, minutes: int, *, after: str | None = None, **fields) -> None:
    fields = {"forum": FORUM, "date": DAY, "kind": "report", **fields}
    item = AddItem(id=key(name), title=Text(name), minutes=minutes, after=after and key(after), **fields)
    done(store, item)


def plan(store: Store, forum: UUID = FORUM, day: date = DAY) -> str:
    with store.look() as look:
        of_day = rundown(look, forum, day)
        placed = zip(of_day.items, of_day.times(), strict=True)
        return ", ".join(f"{clock(time.start)} {item.title}" for item, time in placed)


def elsewhere(store: Store) -> tuple[str, str]:
    return plan(store, OTHER), plan(store, day=NEXT_DAY)


def arrangement(store: Store, forum: UUID = FORUM) -> int:
    with store.look() as look:
        return look.get(Forum, forum).arrangement


def test_the_morning_stands_as_it_was_entered(store: Store) -> None:
    assert plan(store) == "09:00 a, 09:10 b, 09:30 c, 10:00 tea"
    assert elsewhere(store) == ("09:00 x", "09:00 m")


def test_an_inserted_item_moves_what_follows_in_that_forum_that_day_up_to_a_fixed_start(
    store: Store,
) -> None:
    add(store, "new", 15, after="a")
    assert plan(store) == "09:00 a, 09:10 new, 09:25 b, 09:45 c, 10:00 tea"
    assert elsewhere(store) == ("09:00 x", "09:00 m")


def test_an_item_without_a_neighbour_opens_the_day(store: Store) -> None:
    add(store, "opening", 8)
    assert plan(store).startswith("09:00 opening, 09:08 a")


def test_lengthening_and_gaps_move_what_is_linked_behind(store: Store) -> None:
    done(store, EditItem(id=key("a"), minutes=25))
    done(store, EditItem(id=key("c"), gap=2))
    assert plan(store) == "09:00 a, 09:25 b, 09:47 c, 10:00 tea"
    assert elsewhere(store) == ("09:00 x", "09:00 m")


def test_a_fixed_start_can_be_set_and_linked_again(store: Store) -> None:
    done(store, EditItem(id=key("b"), fixed_start=560))
    assert plan(store) == "09:00 a, 09:20 b, 09:40 c, 10:00 tea"
    done(store, EditItem(id=key("tea"), fixed_start=None))
    assert plan(store).endswith("09:40 c, 09:45 tea")


def test_an_edit_leaves_the_arrangement_so_that_two_people_may_time_two_items(store: Store) -> None:
    before = arrangement(store)
    done(store, EditItem(id=key("a"), minutes=25, title=Text("致辞"), note="x", kind="remarks", language="en"))
    done(store, DelayItem(item=key("b"), minutes=5))
    assert arrangement(store) == before


def test_a_moved_item_closes_up_here_and_opens_there(store: Store) -> None:
    done(store, MoveItem(item=key("a"), after=key("b")))
    assert plan(store) == "09:00 b, 09:20 a, 09:30 c, 10:00 tea"
    done(store, MoveItem(item=key("tea")))
    assert plan(store) == "10:00 tea, 10:10 b, 10:30 a, 10:40 c"


def test_an_item_moves_to_another_day_and_to_another_forum(store: Store) -> None:
    done(store, MoveItem(item=key("b"), after=key("m"), date=NEXT_DAY))
    assert (plan(store), plan(store, day=NEXT_DAY)) == ("09:00 a, 09:10 c, 10:00 tea", "09:00 m, 09:15 b")
    done(store, MoveItem(item=key("a"), forum=OTHER))
    assert (plan(store), plan(store, OTHER)) == ("09:00 c, 10:00 tea", "09:00 a, 09:10 x")
    assert [item.position for item in rows(store, AgendaItem, forum_id=OTHER)] == [1, 2]


def test_moved_to_another_forum_an_item_keeps_its_people_and_its_pin_can_go_along(store: Store) -> None:
    person = key("person")
    done(store, AddPerson(id=person, name=Text("甲")))
    done(store, AddAppearance(id=key("appears"), item=key("tea"), person=person))
    done(store, AddCue(id=key("cue"), item=key("tea"), kind="music"))
    done(store, MoveItem(item=key("tea"), after=key("x"), forum=OTHER, fixed_start=630))
    assert elsewhere(store)[0] == "09:00 x, 10:30 tea"
    assert plan(store) == "09:00 a, 09:10 b, 09:30 c"
    assert (row(store, Appearance, "appears").item_id, row(store, Cue, "cue").item_id) == (key("tea"),) * 2
    done(store, MoveItem(item=key("tea"), after=key("x"), forum=OTHER, fixed_start=None))
    assert elsewhere(store)[0] == "09:00 x, 09:30 tea"


def test_an_item_moved_behind_itself_stays_and_is_no_step(store: Store) -> None:
    assert not done(store, MoveItem(item=key("b"), after=key("b")))
    assert not done(store, MoveItem(item=key("b"), after=key("a"), forum=FORUM, date=DAY))


def test_an_item_stands_behind_one_of_the_same_forum_and_day_only(store: Store) -> None:
    refused(store, ItemElsewhere, MoveItem(item=key("a"), after=key("x")))
    refused(store, ItemElsewhere, MoveItem(item=key("a"), after=key("b"), date=NEXT_DAY))
    refused(store, ItemElsewhere, MoveItem(item=key("a"), after=key("a"), forum=OTHER))
    refused(store, ItemElsewhere, AddItem(forum=OTHER, date=DAY, kind="report", after=key("a")))
    refused(store, NotFound, AddItem(forum=uuid4(), date=DAY, kind="report"))


def test_what_follows_a_removed_item_closes_up(store: Store) -> None:
    done(store, RemoveItem(id=key("b")))
    assert plan(store) == "09:00 a, 09:10 c, 10:00 tea"


def test_a_removed_item_takes_what_is_part_of_it_along(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, RemoveItem(id=key("plaque")))
    done(store, RemoveItem(id=key("remarks")))
    assert not rows(store, Ceremony, item_id=key("plaque"))
    assert not rows(store, ScriptLine)


def test_a_split_item_goes_on_as_its_second_half(store: Store) -> None:
    done(store, SplitItem(id=key("b"), minutes=12, second_half=key("b2")))
    assert plan(store) == "09:00 a, 09:10 b, 09:22 b, 09:30 c, 10:00 tea"
    assert row(store, AgendaItem, "b2").kind == "report"
    refused(store, SplitOutside, SplitItem(id=key("c"), minutes=5))


def test_a_delay_is_eaten_by_gaps_up_to_the_fixed_start(store: Store) -> None:
    done(store, EditItem(id=key("c"), gap=10))
    done(store, DelayItem(item=key("b"), minutes=7))
    assert plan(store) == "09:00 a, 09:17 b, 09:40 c, 10:00 tea"
    assert elsewhere(store) == ("09:00 x", "09:00 m")


def test_two_people_who_fill_the_same_free_slot_are_found_out_when_the_first_takes_it_back(
    store: Store, event_target: str
) -> None:
    Bus(store).run(MoveItem(item=key("c"), after=key("a")))
    colleague = open_store(event_target, actor="colleague")
    Bus(colleague).run(AddItem(id=key("late"), forum=FORUM, date=DAY, kind="report", after=key("tea")))
    before = store.digest()
    with pytest.raises(Conflict) as conflict:
        store.undo()
    assert (conflict.value.facts["kind"], conflict.value.facts["field"]) == ("forum", "arrangement")
    assert store.digest() == before
    colleague.undo()
    store.undo()
    assert plan(store) == "09:00 a, 09:10 b, 09:30 c, 10:00 tea"
    colleague.close()


def test_a_colleague_in_another_forum_or_another_field_is_no_conflict(store: Store, event_target: str) -> None:
    Bus(store).run(MoveItem(item=key("c"), after=key("a")))
    colleague = open_store(event_target, actor="colleague")
    Bus(colleague).run(EditItem(id=key("x"), minutes=45))
    Bus(colleague).run(EditItem(id=key("c"), title=Text("新题目")))
    store.undo()
    assert plan(store) == "09:00 a, 09:10 b, 09:30 新题目, 10:00 tea"
    colleague.close()


# ---- ceremonies stay with their kind ------------------------------------------------------------


def test_an_item_keeps_a_kind_that_fits_its_ceremony(event_store: Store) -> None:
    store = furnish(event_store)
    refused(store, CeremonyStands, EditItem(id=key("plaque"), kind="report"))
    refused(store, CeremonyStands, EditItem(id=key("plaque"), kind="signing"))
    done(store, EditItem(id=key("unveiling"), kind="launch"))
    done(store, EditItem(id=key("launch"), kind="report"))
    done(store, RemoveCeremony(id=key("ceremony plaque")))
    done(store, EditItem(id=key("plaque"), kind="report"))


# ---- appearances and cues -----------------------------------------------------------------------


def test_appearances_stand_in_the_order_they_are_put(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, AddAppearance(id=key("third"), item=key("plaque"), person=key("lund"), role="presenter"))
    done(store, MoveAppearance(id=key("third")))
    assert [row.id for row in rows(store, Appearance, item_id=key("plaque"))] == [
        key("third"),
        key("presenter"),
        key("second presenter"),
    ]
    done(store, RemoveAppearance(id=key("presenter")))
    done(store, AddAppearance(id=key("last"), item=key("plaque"), person=key("zhang")))
    assert rows(store, Appearance, item_id=key("plaque"))[-1].id == key("last")


def test_a_person_appears_with_another_title_this_time_only(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, EditAppearance(id=key("appearance"), title=Text("主席"), organisation=key("park")))
    assert row(store, Appearance, "appearance").organisation_id == key("park")
    done(store, EditAppearance(id=key("appearance"), organisation=None, person=key("li"), role="host"))
    after = row(store, Appearance, "appearance")
    assert (after.organisation_id, after.person_id, after.role) == (None, key("li"), "host")
    assert after.title == Text("主席")
    done(store, EditAppearance(id=key("appearance"), title=Text("副主席")))


def test_cues_are_added_changed_and_removed(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, AddCue(id=key("video"), item=key("remarks"), kind="video", offset_seconds=30))
    done(store, EditCue(id=key("video"), department=Text("视频"), offset_seconds=0))
    assert [cue.kind for cue in rows(store, Cue)] == ["music", "video"]
    assert row(store, Cue, "video").department == Text("视频")
    done(store, RemoveCue(id=key("cue")))
    assert [cue.id for cue in rows(store, Cue)] == [key("video")]


def test_the_issuer_of_an_initiative_can_be_named_and_taken_back(event_store: Store) -> None:
    store = furnish(event_store)
    done(store, EditItem(id=key("remarks"), organisation=key("ministry")))
    assert row(store, AgendaItem, "remarks").organisation_id == key("ministry")
    done(store, EditItem(id=key("remarks"), organisation=None))
    assert row(store, AgendaItem, "remarks").organisation_id is None
