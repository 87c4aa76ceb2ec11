"""What the checks find, and when an accepted finding counts again."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

import pytest

from forumdesk.app.bus import Bus
from forumdesk.app.checking import Problem, check
from forumdesk.app.commands.agenda import AddAppearance, AddItem, EditItem, MoveItem
from forumdesk.app.commands.event import AddForum, AddHall, EditEvent, EditForum
from forumdesk.app.commands.people import AddPerson
from forumdesk.app.commands.plaques import NamePlaques, Recipient
from forumdesk.app.commands.problems import AcceptProblem, NoSuchProblem, WithdrawAcceptance
from forumdesk.app.sample import key
from forumdesk.base.words import Words
from forumdesk.domain.event import Forum
from forumdesk.domain.text import Text
from forumdesk.store.store import Store

DAY = dt.date(2025, 3, 28)


def problems(store: Store) -> list[Problem]:
    with store.look() as look:
        return check(look)


def codes(store: Store) -> list[str]:
    return [problem.code for problem in problems(store)]


def a_second_forum(store: Store, *, hall: UUID | None = None, start: int = 10 * 60) -> UUID:
    """A forum beside the sample's, with one item of an hour; returns the item."""
    forum, item = uuid4(), uuid4()
    Bus(store).run(AddForum(id=forum, title=Text("分论坛", "Parallel forum"), hall=hall, after=key("forum", "")))
    Bus(store).run(
        AddItem(
            id=item, forum=forum, date=DAY, kind="keynote", title=Text("主旨", "Key"), minutes=60, fixed_start=start
        )
    )
    return item


def test_the_sample_has_no_error_only_names_that_are_missing(sample_store: Store) -> None:
    found = problems(sample_store)
    assert [(problem.severity, problem.code) for problem in found] == [("warning", "not-named")] * 2
    assert [problem.facts["announced"] for problem in found] == [17, 14]


def test_naming_all_seventeen_clears_the_warning(sample_store: Store) -> None:
    names = tuple(Recipient(name=Text(f"特色园{number}")) for number in range(1, 18))
    Bus(sample_store).run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names[:5]))
    assert problems(sample_store)[0].facts["named"] == 5
    Bus(sample_store).run(NamePlaques(ceremony=key("ceremony", "plaque"), recipients=names[5:]))
    assert [problem.facts["announced"] for problem in problems(sample_store)] == [14]


def test_an_item_that_begins_too_early_is_an_error_with_its_minutes(sample_store: Store) -> None:
    Bus(sample_store).run(EditItem(id=key("item", "launch"), fixed_start=11 * 60))
    overlap = problems(sample_store)[0]
    assert (overlap.severity, overlap.code, overlap.facts["minutes"]) == ("error", "overlap", 5)
    assert overlap.id == key("item", "launch")


def test_an_unplanned_gap_is_a_hint_and_a_wanted_one_is_none(sample_store: Store) -> None:
    Bus(sample_store).run(EditItem(id=key("item", "launch"), gap=10))
    assert "gap" not in codes(sample_store)
    Bus(sample_store).run(EditItem(id=key("item", "launch"), gap=0, fixed_start=11 * 60 + 20))
    gap = problems(sample_store)[-1]
    assert (gap.severity, gap.code, gap.facts["minutes"]) == ("hint", "gap", 15)


def test_an_item_without_a_title_is_called_by_who_speaks_and_else_by_its_kind(sample_store: Store) -> None:
    Bus(sample_store).run(EditItem(id=key("item", "remarks-lund"), fixed_start=9 * 60))
    assert problems(sample_store)[0].label == "艾巴·伦德"
    with sample_store.look() as look:
        forum = look.all(Forum)[0].id
    silent = uuid4()
    Bus(sample_store).run(AddItem(id=silent, forum=forum, date=DAY, kind="break", fixed_start=0))
    Bus(sample_store).run(MoveItem(item=silent, after=key("item", "opening")))
    assert "break" in [problem.label for problem in problems(sample_store) if problem.code == "overlap"]


def test_somebody_in_two_forums_at_once_is_an_error(sample_store: Store) -> None:
    item = a_second_forum(sample_store)
    Bus(sample_store).run(AddAppearance(item=item, person=key("person", "zhang-yulei")))
    clash = problems(sample_store)[0]
    assert (clash.severity, clash.code, clash.label) == ("error", "person-twice", "张宇蕾")
    assert clash.say(Words.english()) == (
        "张宇蕾 is needed in “中关村的探索与实践” and in “主旨” at the same time, 10:00 to 10:14."
    )


def test_one_hall_for_two_forums_at_once_is_an_error_and_later_it_is_none(sample_store: Store) -> None:
    item = a_second_forum(sample_store, hall=key("hall", ""))
    assert codes(sample_store)[0] == "hall-twice"
    Bus(sample_store).run(EditItem(id=item, fixed_start=14 * 60))
    assert "hall-twice" not in codes(sample_store)


def test_a_forum_without_an_agenda_is_a_hint(sample_store: Store) -> None:
    hall = uuid4()
    Bus(sample_store).run(AddHall(id=hall, name=Text("二号厅")))
    forum = uuid4()
    Bus(sample_store).run(AddForum(id=forum, title=Text("下午场")))
    Bus(sample_store).run(EditForum(id=forum, hall=hall))
    assert problems(sample_store)[-1].say(Words.english()) == "“下午场” has no agenda yet."


def test_an_accepted_problem_counts_again_when_what_was_found_changes(sample_store: Store) -> None:
    launch = key("item", "launch")
    bus = Bus(sample_store)
    bus.run(EditItem(id=launch, fixed_start=11 * 60))
    bus.run(AcceptProblem(code="overlap", subject=launch, reason="the speaker is quick"))
    assert [problem.accepted for problem in problems(sample_store)] == [True, False, False]
    bus.run(EditItem(id=launch, fixed_start=11 * 60 - 5))
    assert not problems(sample_store)[0].accepted
    bus.run(AcceptProblem(code="overlap", subject=launch, reason="very quick"))
    assert problems(sample_store)[0].accepted
    bus.run(WithdrawAcceptance(code="overlap", subject=launch))
    assert not problems(sample_store)[0].accepted
    bus.undo()
    assert problems(sample_store)[0].accepted


def test_only_what_is_found_can_be_accepted(sample_store: Store) -> None:
    with pytest.raises(NoSuchProblem):
        Bus(sample_store).run(AcceptProblem(code="overlap", subject=key("item", "launch"), reason="why not"))


def test_a_person_may_appear_twice_in_one_forum_at_a_time(sample_store: Store) -> None:
    person = uuid4()
    bus = Bus(sample_store)
    bus.run(AddPerson(id=person, name=Text("王小明")))
    for item in ("roundtable", "closing"):
        bus.run(AddAppearance(item=key("item", item), person=person))
    bus.run(EditItem(id=key("item", "closing"), fixed_start=12 * 60))
    assert "person-twice" not in codes(sample_store)


def test_of_two_clashes_of_one_person_each_is_accepted_and_withdrawn_by_itself(sample_store: Store) -> None:
    bus, person = Bus(sample_store), key("person", "ebba-lund")
    for start in (9 * 60 + 8, 9 * 60 + 12):
        bus.run(AddAppearance(item=a_second_forum(sample_store, start=start), person=person))
    found = [problem for problem in problems(sample_store) if problem.code == "person-twice"]
    assert len(found) > 1
    for problem in found[:2]:
        bus.run(AcceptProblem(code="person-twice", subject=person, facts_hash=problem.facts_hash, reason="known"))
    accepted = [problem.facts_hash for problem in problems(sample_store) if problem.accepted]
    assert accepted == [problem.facts_hash for problem in found[:2]]
    bus.run(WithdrawAcceptance(code="person-twice", subject=person, facts_hash=accepted[0]))
    assert [problem.facts_hash for problem in problems(sample_store) if problem.accepted] == accepted[1:]


def test_an_accent_colour_that_cannot_be_read_on_white_paper_is_a_warning(sample_store: Store) -> None:
    Bus(sample_store).run(EditEvent(accent="#F2C94C"))
    (found,) = (problem for problem in problems(sample_store) if problem.code == "faint-accent")
    assert found.say(Words.english()) == (
        "The accent colour #F2C94C is too faint on white paper (contrast 1.6, 4.5 is needed)."
    )
    Bus(sample_store).run(EditEvent(accent="#0F5B63"))
    assert "faint-accent" not in codes(sample_store)
