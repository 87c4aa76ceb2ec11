"""Places by rank: the rostrum, the signing table, rounds of handing over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.precedence import Side, from_stage, rostrum, rounds, signing_sides

ranks = st.integers(1, 60).map(lambda count: list(range(1, count + 1)))


def test_seven_people_stand_with_the_first_in_the_centre_and_the_second_at_their_left_hand():
    assert rostrum([1, 2, 3, 4, 5, 6, 7]) == [7, 5, 3, 1, 2, 4, 6]


def test_of_eight_people_the_first_two_share_the_centre():
    assert rostrum([1, 2, 3, 4, 5, 6, 7, 8]) == [7, 5, 3, 1, 2, 4, 6, 8]


def test_international_practice_puts_the_second_at_the_right_hand():
    assert rostrum([1, 2, 3, 4, 5, 6, 7], Side.RIGHT_HAND) == [6, 4, 2, 1, 3, 5, 7]


@pytest.mark.parametrize(("ranked", "seen"), [([], []), ([1], [1]), ([1, 2], [1, 2])])
def test_a_rostrum_may_be_small(ranked, seen):
    assert rostrum(ranked) == seen


def test_those_on_the_stage_see_the_order_the_other_way_round():
    assert from_stage(rostrum(["辛国斌", "于英杰", "吴家喜"])) == ["于英杰", "辛国斌", "吴家喜"]


@given(ranks, st.sampled_from(Side))
def test_nobody_is_lost_and_ranks_fall_from_the_centre_outward(ranked, side):
    seen = rostrum(ranked, side)
    assert sorted(seen) == ranked
    centre = seen.index(1)
    assert seen[: centre + 1] == sorted(seen[: centre + 1], reverse=True)
    assert seen[centre:] == sorted(seen[centre:])
    assert abs(2 * centre - (len(seen) - 1)) <= 1


@given(ranks)
def test_the_two_customs_mirror_each_other(ranked):
    assert rostrum(ranked, Side.RIGHT_HAND) == from_stage(rostrum(ranked, Side.LEFT_HAND))
    assert from_stage(from_stage(ranked)) == ranked


def test_the_guest_sits_at_the_hosts_right_hand_which_the_audience_sees_on_the_left():
    sides = signing_sides(host="中关村国际孵化器", guest="LAUNCH Rhein-Main")
    assert (sides.left, sides.right) == ("LAUNCH Rhein-Main", "中关村国际孵化器")


def test_a_ceremony_may_put_its_guest_at_the_left_hand():
    sides = signing_sides("host", "guest", guest_at=Side.LEFT_HAND)
    assert (sides.left, sides.right) == ("host", "guest")


def test_seventeen_parks_receive_their_plaques_from_nine_presenters_in_two_rounds():
    assert rounds(17, 9) == [range(0, 9), range(9, 17)]


def test_nobody_to_receive_needs_no_round():
    assert rounds(0, 3) == []


@given(st.integers(1, 500), st.integers(1, 40))
def test_rounds_are_as_few_and_as_even_as_can_be(recipients, presenters):
    shared = rounds(recipients, presenters)
    sizes = [len(one) for one in shared]
    assert [recipient for one in shared for recipient in one] == list(range(recipients))
    assert max(sizes) <= presenters
    assert len(shared) == -(-recipients // presenters)
    assert max(sizes) - min(sizes) <= 1


@given(st.integers(1, 500), st.integers(1, 40))
def test_the_fuller_rounds_come_first(recipients, presenters):
    sizes = [len(one) for one in rounds(recipients, presenters)]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(("recipients", "presenters"), [(17, 0), (-1, 9)])
def test_rounds_need_a_presenter_and_cannot_be_fewer_than_none(recipients, presenters):
    with pytest.raises(ValueError, match="shared out"):
        rounds(recipients, presenters)
