"""Lines, sentences and lists, cut without changing a character: what is read stays a part of what was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forumdesk.rules.names import HAN

Ends = Callable[[str, int], bool]

SPACE = " \t\u3000\xa0"

_OPENING = dict(zip("（(【[《〈“‘「『", "）)】]》〉”’」』", strict=True))
_ENDS = "。！？!?；;"
_SHORTENED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|St|Hon|Gen|Sen|No|Co|Ltd|Inc|[A-Z])$")
_MARKER = re.compile(
    r"^(?:[-–—•·*●▪◆■]\s*|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]\s*|[①-⑳]\s*|第[一二三四五六七八九十\d]{1,3}[位对组项]?(?:是|：|:|、|，))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the source that is not blank, and its number there, from 1."""

    number: int
    text: str


def is_chinese(text: str) -> bool:
    """Whether a text is mainly in Chinese characters.

    >>> is_chinese("有请IASP主席致辞"), is_chinese("Welcome to 北京 once more")
    (True, False)
    """
    return len(HAN.findall(text)) * 3 > sum(map(str.isalpha, text))


def sentences(text: str) -> list[str]:
    """The sentences of a text; marks inside brackets and quotes, and stops of abbreviations, end none.

    >>> sentences("有请李总。（合影）谢谢！")
    ['有请李总。', '（合影）谢谢！']
    >>> sentences("Please welcome Dr. Costa. The floor is hers.")
    ['Please welcome Dr. Costa.', 'The floor is hers.']
    """
    return _cut(text, _ends_sentence, keep=True)


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
        elif character in _OPENING and _OPENING[character] in text[place:]:
            closing.append(_OPENING[character])
        elif not closing and ends(text, place):
            yield text[begin : place + 1 if keep else place]
            begin = place + 1
    yield text[begin:]
