"""Names of people: surname and given name, spacing for print, and spellings that mean the same person."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
"""One Chinese character: the unified ideographs with extensions, the compatibility ones, and 〇."""

IDEOGRAPHIC_SPACE = "\u3000"

_COMPOUND = """
欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 公羊 公冶 公良 公西 长孙 令狐 慕容 司徒 司空 司寇 夏侯 东方 东郭
东门 西门 南宫 南门 宇文 轩辕 端木 百里 呼延 赫连 澹台 申屠 太叔 仲孙 钟离 闻人 濮阳 淳于 单于 鲜于
闾丘 亓官 颛孙 巫马 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 榖梁 段干 羊舌 微生 梁丘 左丘 宗政 万俟 第五
独孤 完颜 耶律 纳兰 贺兰 哥舒 叶赫那拉 爱新觉罗
歐陽 司馬 諸葛 尉遲 公孫 長孫 東方 東郭 東門 西門 南宮 南門 軒轅 赫連 澹臺 鍾離 聞人 濮陽 單于 鮮于
閭丘 顓孫 巫馬 樂正 壤駟 夾谷 穀梁 段干 万俟 萬俟 獨孤 完顏 納蘭 賀蘭 葉赫那拉 愛新覺羅
"""

COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
"""Surnames of more than one character: those of the 百家姓, and northern ones that are borne today."""

_LONGEST = max(map(len, COMPOUND_SURNAMES))
_DOTS = frozenset("·•・‧∙⋅.")
_PLAIN = re.compile("[a-z0-9\u4e00-\u9fff]*")
_IGNORED = {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}  # spaces, invisible marks, hyphens and dashes


def is_han(name: str) -> bool:
    """Whether a name is written in Chinese characters alone.

    >>> is_han("张洋"), is_han("艾巴·伦德"), is_han("김현곤")
    (True, False, False)
    """
    return bool(name) and all(map(HAN.match, name))


def surname_of(name: str, boundary: int | None = None) -> tuple[str, str]:
    """Split a name into surname and given name.

    `boundary` is the number of characters of the surname where somebody has said so; otherwise the table
    of compound surnames decides, as long as a given name is left. Names that are not wholly Chinese
    characters (with `·`, Latin, Hangul) are left whole: `("", name)`. Raises `ValueError` for a boundary
    outside the name.

    >>> surname_of("欧阳武"), surname_of("张宇蕾"), surname_of("刘杨丹", 2)
    (('欧阳', '武'), ('张', '宇蕾'), ('刘杨', '丹'))
    """
    if boundary is not None:
        if not 0 <= boundary <= len(name):
            raise ValueError(f"{name!r} cannot be split after {boundary} characters")
        return name[:boundary], name[boundary:]
    if not is_han(name):
        return "", name
    for length in range(min(_LONGEST, len(name) - 1), 1, -1):
        if name[:length] in COMPOUND_SURNAMES:
            return name[:length], name[length:]
    return name[:1], name[1:]


def spaced(name: str, width: int = 3) -> str:
    """Space a name of two characters to the width of three (for print only, never in the data).

    >>> spaced("张洋"), spaced("张宇蕾")
    ('张　洋', '张宇蕾')
    """
    if len(name) != 2 or not is_han(name):
        return name
    return name[0] + IDEOGRAPHIC_SPACE * (width - 2) + name[1]


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Reduce a name to what two spellings of it share: no case, width, spaces, dots or hyphens.

    >>> key("Anokhin  Mikhail") == key("ＡＮＯＫＨＩＮ-mikhail"), key("艾巴・伦德")
    (True, '艾巴伦德')
    """
    plain = name.replace(" ", "").lower()
    if _PLAIN.fullmatch(plain):  # of most names nothing else can be taken off
        return plain
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.casefold()).casefold())
    kept = (c for c in folded if c not in _DOTS and unicodedata.category(c) not in _IGNORED)
    return unicodedata.normalize("NFC", "".join(kept))


def near(a: str, b: str) -> int:
    """Count the letters to add, drop or exchange until the keys of two names agree (Levenshtein).

    >>> near("艾巴·伦德", "艾巴·朗德"), near("IlanMaor", "Ilan Maor")
    (1, 0)
    """
    a, b = key(a), key(b)
    costs = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, costs[0] = costs[0], i
        for j, right in enumerate(b, start=1):
            diagonal, costs[j] = costs[j], min(costs[j] + 1, costs[j - 1] + 1, diagonal + (left != right))
    return costs[-1]
