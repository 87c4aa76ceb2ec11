"""Many ids as one text."""

from __future__ import annotations

import pytest

from forumdesk.base.ids import FEW, Ids


def ids(*numbers: int) -> Ids:
    return Ids("".join(f"{number:032x}" for number in numbers))


def test_ids_are_counted_and_taken_one_by_one() -> None:
    assert len(ids()) == 0 and list(ids(5, 3)) == [f"{5:032x}", f"{3:032x}"]
    assert ids(5, 3)[1] == f"{3:032x}"
    assert ids(5, 3, 4).between(1, 9) == ids(3, 4)
    with pytest.raises(IndexError):
        ids(5, 3)[2]


def test_an_id_is_found_where_it_stands_and_not_across_two_others() -> None:
    half = "a" * 16
    across = Ids(half + half + half + "b" * 16 + half + "b" * 16)
    assert across.place(half + "b" * 16) == 1
    assert across.place("b" * 16 + half) == -1
    assert across.place("c" * 32) == -1


@pytest.mark.parametrize("count", [2, FEW, 3 * FEW])
def test_many_are_found_as_a_few_are(count: int) -> None:
    listed = ids(*range(100, 100 + 4 * FEW))
    wanted = {f"{number:032x}" for number in range(100, 100 + count)}
    assert listed.places(wanted | {"f" * 32}) == {listed[place]: place for place in range(count)}


@pytest.mark.parametrize(
    ("before", "now", "first", "behind"),
    [
        ((), (), 0, 0),
        ((1, 2, 3), (1, 2, 3), 3, 0),
        ((1, 2, 3), (1, 9, 3), 1, 1),
        ((1, 2, 3), (1, 2, 9, 3), 2, 1),
        ((1, 1, 1), (1, 1), 2, 0),
        ((1, 2, 3), (), 0, 0),
        ((1, 2), (3, 4, 5), 0, 0),
    ],
)
def test_what_is_the_same_in_two_lists_is_counted_from_both_ends_and_never_twice(
    before: tuple[int, ...], now: tuple[int, ...], first: int, behind: int
) -> None:
    assert ids(*before).alike(ids(*now)) == (first, behind)
