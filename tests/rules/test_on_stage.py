"""Who is on stage at each call."""

from __future__ import annotations

from forumdesk.rules.on_stage import Call, on_stage, staying

PRESENTERS = tuple("123456789")
AWARD = [Call(places=17), Call(PRESENTERS, stays=True)]
RELEASE = [Call("abc")]


def test_seventeen_unnamed_recipients_and_nine_presenters_stand_at_the_award() -> None:
    recipients, presenters = on_stage([AWARD])[0]
    assert (recipients.people, recipients.unnamed, len(recipients)) == ((), 17, 17)
    assert (presenters.people, presenters.unnamed, len(presenters)) == (PRESENTERS, 17, 26)


def test_the_nine_who_stay_are_joined_by_three_and_the_recipients_have_left() -> None:
    (together,) = on_stage([AWARD, RELEASE])[1]
    assert together.stayed == PRESENTERS
    assert together.came == tuple("abc")
    assert (together.unnamed, len(together)) == (0, 12)


def test_who_stays_stays_for_one_item_only() -> None:
    after = on_stage([AWARD, RELEASE, [Call("x")]])[2]
    assert [stage.people for stage in after] == [("x",)]


def test_an_item_without_calls_clears_the_stage() -> None:
    assert on_stage([AWARD, [], RELEASE])[2][0].people == tuple("abc")


def test_who_is_called_again_stands_once_and_may_stay_again() -> None:
    again = [Call(("1", "x"), stays=True)]
    stages = on_stage([AWARD, again, [Call("y")]])
    assert stages[1][0].people == (*PRESENTERS, "x")
    assert stages[2][0].people == ("1", "x", "y")


def test_more_names_than_places_leave_nobody_unnamed() -> None:
    assert Call("ab", places=1).unnamed == 0
    assert Call("ab", places=5).unnamed == 3


def test_unnamed_people_stay_by_number() -> None:
    assert staying([Call(places=4, stays=True)]).unnamed == 4
    assert len(on_stage([[Call(places=4, stays=True)], RELEASE])[1][0]) == 7


def test_nothing_is_on_stage_where_nothing_happens() -> None:
    assert on_stage([]) == []
    assert on_stage([[], []]) == [[], []]
