"""Numbers that are spoken: 17家, 七对, seven pairs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS_WORDS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORD = rf"(?:(?:{'|'.join(_TENS_WORDS)})(?:[- ](?:{'|'.join(_WORDS[1:10])}))?|{'|'.join(reversed(_WORDS[2:]))})"

# What people, parks and papers are counted by; 个 and 项 count anything, so they need the thing.
_CHINESE = re.compile(
    r"(?<![第\d０-９〇零一二三四五六七八九十百千两])(?<![\d０-９][.．,，])"
    r"(?P<number>[\d０-９]{1,5}|[一二三四五六七八九十百千两]{1,5})\s*"
    r"(?:[家对位名组块座]|(?:个|项|份)(?=.{0,6}(?:园|项目|协议|单位|机构|企业|团队|奖|合作|城市)))"
)
_ENGLISH = re.compile(
    rf"\b(?P<number>\d{{1,5}}|{_WORD})\s+(?P<what>(?:[a-z-]+\s+){{0,2}}?"
    r"(?:pairs|parks|companies|guests|speakers|panell?ists|institutions|organi[sz]ations|agreements|projects|plaques|"
    r"cities|partners|winners|laureates|recipients|members|universities|ports|centres|centers|teams|representatives))\b",
    re.IGNORECASE,
)
_BEAT = r"\s*[，,、.…。!！-]+\s*"
_COUNTDOWN = re.compile(
    rf"(?:[５5五]{_BEAT}[４4四]{_BEAT})?[３3三]{_BEAT}[２2二]{_BEAT}[１1一]|(?:five,? four,? )?three,? two,? one",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count as it is written, with its measure (17家, seven pairs), where it begins, and its value."""

    text: str
    place: int
    value: int


def number(text: str) -> int | None:
    """The value of a number in figures, Chinese characters or English words; None where it is none.

    >>> number("７"), number("十七"), number("四十"), number("一百二十"), number("twenty-one"), number("几")
    (7, 17, 40, 120, 21, None)
    """
    text = unicodedata.normalize("NFKC", text).strip().lower()
    if text.isdecimal():
        return int(text)
    if text and all(character in _HAN or character in _TENS for character in text):
        return _han(text)
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in _TENS_WORDS and (not ones or ones in _WORDS[1:10]):
        return 10 * (_TENS_WORDS.index(tens) + 2) + (_WORDS.index(ones) if ones else 0)
    return _WORDS.index(text) if text in _WORDS else None


def _han(text: str) -> int:
    whole, digit = 0, None
    for character in text:
        if character in _TENS:
            whole += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            digit = 10 * (digit or 0) + _HAN[character]
    return whole + (digit or 0)


def counts(text: str) -> Iterator[Count]:
    """What is counted in a text, in order; a single one (一家) counts nothing.

    >>> [(one.text, one.value) for one in counts("为第二批17家园区授牌，五位嘉宾见证")]
    [('17家', 17), ('五位', 5)]
    >>> [(one.text, one.value) for one in counts("Today seven pairs of parks will sign.")]
    [('seven pairs', 7)]
    """
    for pattern in (_CHINESE, _ENGLISH):
        for found in pattern.finditer(text):
            value = number(found["number"])
            if value is not None and value > 1:
                yield Count(found[0], found.start(), value)


def countdown(text: str) -> str:
    """The countdown that is spoken, as it is written, or nothing.

    >>> countdown("一起倒计时，3、2、1，启动！"), countdown("一起倒数，五、四、三、二、一！")
    ('3、2、1', '五、四、三、二、一')
    """
    found = _COUNTDOWN.search(text)
    return found[0] if found else ""
