"""Lines, sentences and lists, cut without changing a character: what is read stays a part of what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forumdesk.rules.names import HAN

Ends = Callable[[str, int], bool]

SPACE = " \t\u3000\xa0"

_OPENING = dict(zip("（(【[《〈“‘「『", "）)】]》〉”’」』", strict=True))
_ENDS = "。！？!?"
_SHORTENED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|St|Hon|Gen|Sen|No|Co|Ltd|Inc|[A-Z])$")
_MARKER = re.compile(
    r"^(?:[-–—•·*●▪◆■]\s*|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*|[①-⑳]\s*|第[一二三四五六七八九十\d]{1,3}[位对组项]?(?:是|：|:|、|，))"
)


_SIMPLIFIED = dict(
    zip(
        (
            "長書記員會總經監執創辦顧問領導來賓請歡將進舉動啟啓簽約發佈議圓對話論壇報題講辭詞與參贊處廳縣區鎮鄉館園團"
            "隊組廠師設計劃築規學術財務運營產業銷藝項專職級獨輪當國聯榮譽終資為們這個後開門閉滿結獎頒視頻燈場儀環節時"
            "間點單協雙機構東陳劉楊黃吳趙孫馬羅鄭韓馮於蕭許鄧葉蘇呂盧賈鍾鄒賴龔陸萬錢湯閻譚龍賀嚴賢蔣歐張樂謝聲觀輛牆"
            "萊亞關統慶準備邊連夥紹臺現幾隻從過還讓覽禮貴蒞臨頭屆廣電訊調濟實錄腳麗寶靜輝銘倫"
        ),
        (
            "长书记员会总经监执创办顾问领导来宾请欢将进举动启启签约发布议圆对话论坛报题讲辞词与参赞处厅县区镇乡馆园团"
            "队组厂师设计划筑规学术财务运营产业销艺项专职级独轮当国联荣誉终资为们这个后开门闭满结奖颁视频灯场仪环节时"
            "间点单协双机构东陈刘杨黄吴赵孙马罗郑韩冯于萧许邓叶苏吕卢贾钟邹赖龚陆万钱汤阎谭龙贺严贤蒋欧张乐谢声观辆墙"
            "莱亚关统庆准备边连伙绍台现几只从过还让览礼贵莅临头届广电讯调济实录脚丽宝静辉铭伦"
        ),
        strict=True,
    )
)
_SIMPLIFYING = str.maketrans(_SIMPLIFIED)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the source that is not blank, and its number there, from 1."""

    number: int
    text: str


MOST_SPOKEN = 1_500
"""Characters of a sentence; what is longer has no ends and is cut there."""


def is_chinese(text: str) -> bool:
    """Whether a text is mainly in Chinese characters.

    >>> is_chinese("有请IASP主席致辞"), is_chinese("Welcome to 北京 once more")
    (True, False)
    """
    return len(HAN.findall(text)) * 3 > sum(map(str.isalpha, text))


def simplified(text: str) -> str:
    """A text with the traditional characters of official language as simplified ones, one for one.

    >>> simplified("司儀：請圓桌論壇的來賓上臺")
    '司仪：请圆桌论坛的来宾上台'
    """
    return text.translate(_SIMPLIFYING)


def sentences(text: str) -> list[str]:
    """The sentences of a text; marks inside brackets and quotes, and stops of abbreviations, end none.

    >>> sentences("有请李总。（合影）谢谢！")
    ['有请李总。', '（合影）谢谢！']
    >>> sentences("Please welcome Dr. Costa. The floor is hers.")
    ['Please welcome Dr. Costa.', 'The floor is hers.']
    """
    return [
        piece
        for sentence in _cut(text, _ends_sentence, keep=True)
        for piece in (sentence[begin : begin + MOST_SPOKEN] for begin in range(0, len(sentence), MOST_SPOKEN))
    ]


def listed(text: str, marks: str = "、，,；;") -> list[str]:
    """The members of a list, cut at its marks outside brackets and quotes.

    >>> listed("甲园（东、西区）、乙园")
    ['甲园（东、西区）', '乙园']
    """
    return _cut(text, lambda text, place: text[place] in marks, keep=False)


def without_marker(text: str) -> str:
    """A member of a list without its number or dot.

    >>> without_marker("1. 甲园"), without_marker("（二）乙园"), without_marker("第一位是丙")
    ('甲园', '乙园', '丙')
    """
    return _MARKER.sub("", text.strip(SPACE)).strip(SPACE)


def _ends_sentence(text: str, place: int) -> bool:
    if text[place] in _ENDS:
        return True
    stops = text[place] == "." and text[place + 1 : place + 2] in ("", " ")
    return stops and not _SHORTENED.search(text[:place])


def _cut(text: str, ends: Ends, *, keep: bool) -> list[str]:
    return [part for part in (one.strip(SPACE) for one in _pieces(text, ends, keep)) if part]


def _pieces(text: str, ends: Ends, keep: bool) -> Iterator[str]:
    closing: list[str] = []
    begin = 0
    for place, character in enumerate(text):
        if closing and character == closing[-1]:
            closing.pop()
        elif character in _OPENING and text.find(_OPENING[character], place) >= 0:
            closing.append(_OPENING[character])
        elif not closing and ends(text, place):
            yield text[begin : place + 1 if keep else place]
            begin = place + 1
    yield text[begin:]
