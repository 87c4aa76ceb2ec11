"""Readings of Chinese names: surnames of their own, spelling, sorting, what a reader may stumble over."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.rules.pinyin import (
    SEVERAL_READINGS,
    SURNAME_READINGS,
    ambiguous,
    initials,
    reading,
    romanised,
    sort_key,
)
from forumdesk.rules.strokes import table

common_names = st.text(st.sampled_from(table()[0]), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("张宇蕾", "Zhāng Yǔlěi"),
        ("张洋", "Zhāng Yáng"),
        ("于英杰", "Yú Yīngjié"),
        ("吕先志", "Lǚ Xiānzhì"),
        ("欧阳武", "Ōuyáng Wǔ"),
        ("顾翀", "Gù Chōng"),
        ("倪菡忆", "Ní Hànyì"),
        ("任俊峰", "Rén Jùnfēng"),
        ("金賢坤", "Jīn Xiánkūn"),
        ("王", "Wáng"),
    ],
)
def test_the_people_of_a_real_forum_are_read_as_they_call_themselves(name, read):
    assert reading(name) == read


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("单文", "Shàn"),
        ("曾文", "Zēng"),
        ("仇文", "Qiú"),
        ("解文", "Xiè"),
        ("朴文", "Piáo"),
        ("区文", "Ōu"),
        ("盖文", "Gě"),
        ("查文", "Zhā"),
        ("华文", "Huà"),
        ("乐文", "Yuè"),
        ("翟文", "Zhái"),
        ("缪文", "Miào"),
        ("種文", "Zhǒng"),
        ("种文", "Chóng"),
        ("單文", "Shàn"),
        ("柏文", "Bǎi"),
        ("褚文", "Chǔ"),
        ("覃文", "Qín"),
        ("冼文", "Xiǎn"),
        ("卜文", "Bǔ"),
    ],
)
def test_a_surname_has_a_reading_of_its_own(name, surname):
    assert reading(name) == f"{surname} Wén"


def test_the_same_character_keeps_its_usual_reading_in_a_given_name():
    assert reading("任华") == "Rén Huá"
    assert reading("华任") == "Huà Rèn"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("尉迟文", "Yùchí Wén"),
        ("万俟文", "Mòqí Wén"),
        ("长孙文", "Zhǎngsūn Wén"),
        ("令狐文", "Línghú Wén"),
        ("单于文", "Chányú Wén"),
        ("澹臺文", "Tántái Wén"),
        ("諸葛文", "Zhūgě Wén"),
        ("司马文", "Sīmǎ Wén"),
    ],
)
def test_a_compound_surname_is_one_word(name, read):
    assert reading(name) == read


def test_two_surnames_are_joined_by_a_hyphen():
    assert romanised("刘杨丹", boundary=2) == "Liu-Yang Dan"
    assert romanised("项司徒文良", boundary=3) == "Xiang-Situ Wenliang"
    assert romanised("东方岳峰", boundary=3) == "Dongfang-Yue Feng"


def test_an_apostrophe_parts_syllables_that_would_run_together():
    assert romanised("于欣安") == "Yu Xin'an"
    assert reading("陈方恩") == "Chén Fāng'ēn"
    assert romanised("安阿一") == "An Ayi"


def test_a_given_name_has_no_neutral_tones():
    assert reading("王子安") == "Wáng Zǐ'ān"


def test_u_umlaut_is_written_yu_where_plain_letters_are_asked_for():
    assert romanised("吕绿") == "Lyu Lyu"
    assert romanised("闾丘女") == "Lyuqiu Nyu"


def test_what_nobody_knows_to_read_stands_for_itself():
    assert reading("李𠮷𠮷") == "Lǐ 𠮷𠮷"
    assert sort_key("李𠮷") == "li3 𠮷5"


def test_an_override_wins_everywhere():
    override = "Dí Yǔ'ān"
    assert reading("翟宇安", override=override) == override
    assert romanised("翟宇安", override=override) == "Di Yu'an"
    assert initials("翟宇安", override=override) == "dya"
    assert sort_key("翟宇安", override) == "di2 yu3 an1"


@pytest.mark.parametrize(
    ("override", "key"),
    [
        ("Lǚ Yīngjié", "lu:3 ying1 jie2"),
        ("Xiàng-Sītú Wénliáng", "xiang4 si1 tu2 wen2 liang2"),
        ("Sū Ěrxī", "su1 er3 xi1"),
        ("Lu\u0308\u030c Yīng", "lu:3 ying1"),  # decomposed letters are the same letters
        ("Kim Hyun-gon", "kim5 hyun5 gon5"),
        ("Ng Kā", "ng5 ka1"),
    ],
)
def test_an_override_is_parted_into_its_syllables(override, key):
    assert sort_key("任何", override) == key


@pytest.mark.parametrize("name", ["艾巴·伦德", "Francisco César", "김현곤", "Lena Miranda", ""])
def test_names_in_other_scripts_stay_as_they_are_and_are_casefolded_for_lists(name):
    assert reading(name) == romanised(name) == name
    assert initials(name) == sort_key(name) == name.casefold()
    assert ambiguous(name) == ()


def test_an_override_reads_a_foreign_name_too():
    assert reading("艾巴·伦德", override="Àibā Lúndé") == "Àibā Lúndé"
    assert sort_key("艾巴·伦德", "Àibā Lúndé") == "ai4 ba1 lun2 de2"


def test_lists_sort_by_letters_then_tones_then_the_next_syllable():
    people = ["李妍", "梁靓", "励波", "吕先志", "卢文", "栾文", "李有平", "Lena Miranda"]
    assert sorted(people, key=sort_key) == [
        "Lena Miranda",
        "李妍",
        "李有平",
        "励波",
        "梁靓",
        "卢文",
        "吕先志",
        "栾文",
    ]


def test_initials_are_quick_to_type():
    assert initials("张宇蕾") == "zyl"
    assert initials("欧阳武") == "oyw"
    assert initials("曾晨") == "zc"


def test_rare_characters_are_shown_with_their_reading():
    assert ambiguous("顾翀") == (("翀", ("chōng",)),)
    assert ambiguous("倪菡忆") == (("倪", ("ní",)), ("菡", ("hàn",)))
    assert ambiguous("金賢坤") == (("賢", ("xián",)),)


def test_characters_of_several_readings_are_shown_with_the_taken_one_first():
    assert ambiguous("乐任") == (("乐", ("yuè", "lè")), ("任", ("rèn", "rén")))
    assert ambiguous("梁靓") == (("靓", ("jìng", "liàng")),)
    assert ambiguous("单于文") == (("单", ("chán", "shàn", "dān")),)


def test_an_everyday_name_has_nothing_to_stumble_over():
    for name in ("张宇蕾", "于英杰", "陈立东", "周力", "杨小宝"):
        assert ambiguous(name) == ()


def test_the_boundary_of_the_surname_decides_which_reading_it_has():
    assert reading("任单文") == "Rén Dānwén"
    assert reading("任单文", boundary=2) == "Rén-Shàn Wén"
    assert ambiguous("任单文", boundary=2)[1] == ("单", ("shàn", "dān", "chán"))


def test_every_reading_in_the_tables_has_a_tone():
    readings = [*SURNAME_READINGS.values(), *(one for several in SEVERAL_READINGS.values() for one in several)]
    assert all("5" not in sort_key("", one) for one in readings)
    assert all(len(several) > 1 for several in SEVERAL_READINGS.values())


@given(common_names)
def test_reading_key_and_initials_agree_on_every_common_name(name):
    keys = sort_key(name).split()
    assert len(keys) == len(initials(name)) == len(name)
    assert all(key[-1] in "1234" for key in keys)
    assert sort_key(name, reading(name)) == sort_key(name)
    assert romanised(name).isascii()


def test_pypinyin_is_loaded_only_when_a_name_is_read():
    script = "import sys, forumdesk.rules.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
