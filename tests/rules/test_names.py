"""Surnames, spacing and the comparing of spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.names import COMPOUND_SURNAMES, HAN, is_han, key, near, spaced, surname_of

names = st.text(st.sampled_from("张洋欧阳司马令狐〇賢·•-. aßİＡéKim김현"), max_size=8)


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("张宇蕾", ("张", "宇蕾")),
        ("张洋", ("张", "洋")),
        ("欧阳武", ("欧阳", "武")),
        ("欧阳修文", ("欧阳", "修文")),
        ("歐陽武", ("歐陽", "武")),
        ("金賢坤", ("金", "賢坤")),
        ("爱新觉罗溥仪", ("爱新觉罗", "溥仪")),
        ("王", ("王", "")),
    ],
)
def test_a_chinese_name_splits_after_its_surname(name, split):
    assert surname_of(name) == split


def test_a_compound_surname_needs_a_given_name_behind_it():
    assert surname_of("东方") == ("东", "方")


@pytest.mark.parametrize("name", ["艾巴·伦德", "Ebba Lund", "김현곤", "Francisco César", ""])
def test_other_names_are_left_whole(name):
    assert surname_of(name) == ("", name)


def test_the_boundary_somebody_has_set_wins_over_the_table():
    assert surname_of("欧阳武", boundary=1) == ("欧", "阳武")
    assert surname_of("刘杨丹", boundary=2) == ("刘杨", "丹")
    assert surname_of("鸠摩罗什", boundary=0) == ("", "鸠摩罗什")


@pytest.mark.parametrize("boundary", [-1, 4])
def test_a_boundary_outside_the_name_is_refused(boundary):
    with pytest.raises(ValueError, match="cannot be split"):
        surname_of("欧阳武", boundary)


@given(names)
def test_surname_and_given_name_together_are_the_name(name):
    assert "".join(surname_of(name)) == name


def test_the_table_holds_characters_only_and_more_than_one_each():
    assert all(len(surname) > 1 and is_han(surname) for surname in COMPOUND_SURNAMES)


@pytest.mark.parametrize("name", ["张洋", "賢", "𠮷田", "〇"])
def test_characters_of_every_extension_are_chinese(name):
    assert is_han(name)


@pytest.mark.parametrize("name", ["", "张 洋", "艾巴·伦德", "Kim", "ひろし", "김"])
def test_spaces_dots_and_other_scripts_are_not(name):
    assert not is_han(name)


def test_a_name_of_two_characters_is_spaced_to_three_and_no_other():
    assert spaced("张洋") == "张\u3000洋"
    assert spaced("张洋", width=4) == "张\u3000\u3000洋"
    for name in ("张宇蕾", "欧阳武", "金", "Li", "张·", ""):
        assert spaced(name) == name


@given(names)
def test_spacing_never_changes_the_name_itself(name):
    assert spaced(name).replace("\u3000", "") == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("艾巴·伦德", "艾巴•伦德"),
        ("艾巴·伦德", "艾巴・伦德"),
        ("艾巴·伦德", "艾巴.伦德"),
        ("LAUNCH Rhein-Main", "LAUNCHRhein–Main"),
        ("Ilan Maor", "ILANMAOR"),
        ("ＩＡＳＰ", "iasp"),
        ("张　洋", "张洋"),
        ("Groß", "GROSS"),
        ("Ilan\u200bMaor", "Ilan Maor"),
        ("Francisco Ce\u0301sar", "Francisco César"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert key(one) == key(other)
    assert near(one, other) == 0


@given(st.text(max_size=20))
def test_a_key_is_its_own_key(name):
    assert key(key(name)) == key(name)


def test_two_renderings_of_a_foreign_name_are_near():
    assert near("艾巴·伦德", "艾巴·朗德") == 1
    assert near("Lena Miranda", "Lina Mirande") == 2
    assert near("周力", "周丽") == 1


@given(names, names)
def test_distance_is_the_same_both_ways_and_never_more_than_the_longer_key(one, other):
    assert near(one, other) == near(other, one)
    assert abs(len(key(one)) - len(key(other))) <= near(one, other) <= max(len(key(one)), len(key(other)))
    assert (near(one, other) == 0) == (key(one) == key(other))


@given(names, names, names)
def test_a_detour_is_never_shorter(one, other, third):
    assert near(one, third) <= near(one, other) + near(other, third)


def test_the_pattern_finds_single_characters_in_a_text():
    assert HAN.findall("2025年3月，IASP") == ["年", "月"]
