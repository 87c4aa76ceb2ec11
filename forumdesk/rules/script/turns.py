"""Who speaks: the label before a colon that begins a turn."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from forumdesk.rules import names
from forumdesk.rules.script.people import NAME, has_surname
from forumdesk.rules.script.prose import SPACE

_LABEL = re.compile(rf"(?P<label>[^：:，。！？,!?、“”《》]{{1,40}}?)[{SPACE}]*[：:](?!//)(?P<said>.*)", re.DOTALL)
_HOST = re.compile(
    r"[男女合]{1,2}|(?:(?:总|大会|会议|论坛|开场|闭幕|男|女|双语|中文|英文)?(?:主持人?|司仪)[\dA-D甲乙]?|"
    r"MC ?\d?|M\.C\.|Emcee|Host|Master of Ceremonies|Mistress of Ceremonies)(?:\s*[（(].{1,20}[)）]|\s+.{1,12})?",
    re.IGNORECASE,
)
_NAME = re.compile(NAME)
_ADDRESSED = re.compile(r"(?:H\.E\.|Hon\.|Mrs?\.|Ms\.|Dr\.|Prof\.)\s+|(?:先生|女士|教授|博士|院士)$")
LEAST_NEAR = 4
"""Characters of a name from which on one other letter still means the same person."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who begins to speak, and the first of what they say; `host` where it is the master of ceremonies."""

    label: str
    said: str
    host: bool


def same_spelling(one: str, other: str) -> bool:
    """Whether two names are written the same, but for spaces, dots and case.

    >>> same_spelling("林　晓", "林晓"), same_spelling("丽娜·马丁", "丽娜·马汀")
    (True, False)
    """
    return bool(one and other) and names.key(one) == names.key(other)


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: the same, or long foreign ones that differ by a letter.

    >>> same_person("丽娜·马丁", "丽娜·马汀"), same_person("周丽", "周力"), same_person("Anna Berg", "anna  berg")
    (True, False, True)
    """
    if same_spelling(one, other):
        return True
    long = min(len(names.key(one)), len(names.key(other))) >= LEAST_NEAR
    return long and not names.is_han(one) and not names.is_han(other) and names.near(one, other) == 1


def turn_of(text: str, known: Iterable[str], *, after_gap: bool) -> Turn | None:
    """The turn a paragraph begins, or None where it goes on with the one before.

    A label counts where it says host, is a name that is `known`, or looks like a name `after_gap`, a blank line.

    >>> turn_of("主持人：大家好", [], after_gap=False).host, turn_of("林晓：谢谢", ["林晓"], after_gap=False).label
    (True, '林晓')
    >>> turn_of("各位来宾：大家好", [], after_gap=True), turn_of("一是港口：建码头", [], after_gap=False)
    (None, None)
    """
    found = _LABEL.fullmatch(text)
    if found is None:
        return None
    label, said = found["label"].strip(SPACE), found["said"].strip(SPACE)
    if _HOST.fullmatch(label):
        return Turn(label, said, host=True)
    name = _ADDRESSED.sub("", label).strip(SPACE)
    parts = [name, *re.split(r"\s*[/／（(]\s*", name)]
    if any(same_person(part, other) for part in parts for other in known) or (after_gap and _looks_like_name(name)):
        return Turn(name, said, host=False)
    return None


def _looks_like_name(label: str) -> bool:
    if not _NAME.fullmatch(label):
        return False
    if names.is_han(label.replace(" ", "").replace("\u3000", "")):
        return has_surname(label)
    return "·" in label or len(label.split()) > 1
