"""The sample event as a whole: the real morning, the same in every copy and in either database."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from forumdesk.app.commands.agenda import rundown
from forumdesk.app.sample import found_sample, key
from forumdesk.domain.agenda import AgendaItem, Appearance
from forumdesk.domain.attendance import Attendance, Attendee
from forumdesk.domain.event import Event, Forum, Hall, OrganiserRole
from forumdesk.domain.people import Organisation, Person, Post, Precedence
from forumdesk.domain.plaques import Plaque
from forumdesk.domain.script import ScriptLine
from forumdesk.domain.signing import Agreement, Party, Side
from forumdesk.domain.stage import Ceremony, StageCall, StagePlace, Unveiled
from forumdesk.rules.timing import clock
from forumdesk.store.journal import NothingToUndo
from forumdesk.store.opening import create
from forumdesk.store.store import Store
from forumdesk.store.work import Look


def ceremony(look: Look, item: str) -> Ceremony:
    return look.get(Ceremony, key("ceremony", item))


def test_one_forum_in_one_hall_on_one_morning(sample_store: Store) -> None:
    with sample_store.look() as look:
        (event,), (forum,), (hall,) = look.all(Event), look.all(Forum), look.all(Hall)
        day = rundown(look, forum.id, event.starts)
        assert (forum.hall_id, str(hall.name)) == (hall.id, "畅春厅")
        assert len(day.items) == look.count(AgendaItem) == 18


def test_the_morning_runs_from_nine_to_twenty_past_twelve_without_gap_or_overlap(sample_store: Store) -> None:
    with sample_store.look() as look:
        times = rundown(look, key("forum", ""), look.all(Event)[0].starts).times()
    assert (clock(times[0].start), clock(times[-1].end)) == ("09:00", "12:20")
    assert all(before.end == after.start for before, after in pairwise(times))
    assert {(time.gap, time.overlap) for time in times} == {(0, 0)}


def test_only_the_first_start_is_hard_so_that_a_change_moves_the_rest(sample_store: Store) -> None:
    with sample_store.look() as look:
        assert [item.fixed_start for item in look.all(AgendaItem)] == [540] + [None] * 17


@pytest.mark.parametrize(
    ("kind", "count"),
    [(Person, 40), (Attendee, 40), (Organisation, 53), (OrganiserRole, 5), (Agreement, 7), (Party, 14),
     (ScriptLine, 44), (Plaque, 0), (Precedence, 14)],
)  # fmt: skip
def test_it_holds_what_the_record_holds(sample_store: Store, kind, count) -> None:
    with sample_store.look() as look:
        assert look.count(kind) == count


def test_17_plaques_are_announced_and_none_named_and_14_unveilings(sample_store: Store) -> None:
    with sample_store.look() as look:
        plaques, unveilings = ceremony(look, "plaque"), ceremony(look, "unveiling")
        assert (plaques.announced, look.all(Plaque, ceremony_id=plaques.id)) == (17, [])
        assert (unveilings.announced, look.all(Unveiled, ceremony_id=unveilings.id)) == (14, [])


def test_7_agreements_are_announced_and_each_has_a_host_and_a_guest(sample_store: Store) -> None:
    with sample_store.look() as look:
        signing = ceremony(look, "signing")
        agreements = look.all(Agreement, ceremony_id=signing.id)
        assert signing.announced == len(agreements) == 7
        assert [agreement.position for agreement in agreements] == list(range(1, 8))
        for agreement in agreements:
            parties = look.all(Party, agreement_id=agreement.id)
            assert [party.side for party in parties] == [Side.HOST, Side.GUEST]


def test_the_guests_rank_from_1_to_14_as_they_were_introduced(sample_store: Store) -> None:
    first = ["辛国斌", "于英杰", "艾巴·伦德", "拉斯洛·博迪斯", "Anokhin Mikhail", "Francisco César", "吴家喜"]
    then = ["李有平", "张宇蕾", "盛继明", "陈立东", "欧阳武", "顾翀", "李妍"]
    with sample_store.look() as look:
        ranked = look.all(Precedence)
        names = [look.get(Person, rank.person_id).name.first for rank in ranked]
    assert [rank.position for rank in ranked] == list(range(1, 15))
    assert names == first + then


def test_the_presenters_of_the_plaques_stay_for_the_unveiling_and_nobody_else_does(sample_store: Store) -> None:
    with sample_store.look() as look:
        staying = [call for call in look.all(StageCall) if call.stays]
        (call,) = staying
        on_stage = [place.person_id for place in look.all(StagePlace, call_id=call.id)]
        joining = [
            place.person_id
            for other in look.all(StageCall, item_id=key("item", "unveiling"))
            for place in look.all(StagePlace, call_id=other.id)
        ]
        presenters = [each.person_id for each in look.all(Appearance, item_id=call.item_id, role="presenter")]
        unveilers = [each.person_id for each in look.all(Appearance, item_id=key("item", "unveiling"))]
    assert call.item_id == key("item", "plaque")
    assert on_stage == presenters
    assert (len(on_stage), len(joining)) == (9, 3)
    assert unveilers == [*on_stage, *joining]


def test_everybody_has_a_post_and_has_confirmed(sample_store: Store) -> None:
    with sample_store.look() as look:
        with_post = {post.person_id for post in look.all(Post)}
        assert with_post == {person.id for person in look.all(Person)}
        assert {attendee.status for attendee in look.all(Attendee)} == {Attendance.CONFIRMED}
        assert [attendee.position for attendee in look.all(Attendee)] == list(range(1, 41))


def test_every_list_is_numbered_from_1_without_a_gap(sample_store: Store) -> None:
    with sample_store.look() as look:
        for kind, parent in ((Post, "person_id"), (Appearance, "item_id"), (ScriptLine, "item_id")):
            places: dict[object, list[int]] = {}
            for row in look.all(kind):
                places.setdefault(getattr(row, parent), []).append(row.position)
            assert all(each == list(range(1, len(each) + 1)) for each in places.values())


def test_it_is_the_same_whenever_and_wherever_it_is_made(sample_store: Store, target: str) -> None:
    another = create(target, found_sample, actor="somebody else")
    assert another.digest() == sample_store.digest()
    another.close()


def test_it_is_one_step_that_nobody_can_take_back(sample_file: Path, sample_store: Store) -> None:
    (step,) = sample_store.history()
    assert (step.title, step.state) == ("Write the sample forum", "done")
    with pytest.raises(NothingToUndo):
        sample_store.undo()
