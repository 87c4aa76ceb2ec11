"""Parties that sign together: 甲园与乙港, “A and B”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forumdesk.rules.names import HAN
from forumdesk.rules.script.prose import SPACE, listed, without_marker

_JOINT = re.compile(r"\s*(?:与|和|同|及|[—–]{1,2}|⇌|↔|&)\s*|\s+(?:and|with|[-–—])\s+")
_ENDS = """
园 局 公司 器 城 会 院 所 中心 集团 大学 学院 基金 协会 学会 商会 联盟 机构 部 厅 委 区 港 市 银行 基地 社 馆 站
厂 校 谷 平台 实验室 场
"""
_ORGANISATION = re.compile(rf"(?:{'|'.join(_ENDS.split())})[）)”]?$|[A-Za-z0-9]$")
_SENTENCE = re.compile(
    r"仪式|环节|活动|让我们|我们|有请|大家|欢迎|今天|祝贺|will\b|please|let us|welcome", re.IGNORECASE
)
_SIGNERS = re.compile(
    r"签约(?:各方|双方|单位|机构|项目|代表)?.*?(?:分别)?(?:是|为|有)?[：:]|他们(?:分别)?是[：:]|"
    r"(?:pairs|parties|partners|signatories|agreements)[^:]*:",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:有请|由|between|invite|welcome)\s*(?P<pair>[^，。：:,.]{4,80}?)(?:的?代表)?(?:上台)?"
    r"(?:签约|签署|签字|\s+to sign|\s+for the signing)"
)


_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?P<pair>[^,.:;]{4,160})")
_LEAD = re.compile(r"^.{0,12}(?:签约|签署|签字)?的(?:分别)?是")


def pair(text: str, known: Iterable[str] = ()) -> tuple[str, str] | None:
    """The two parties that a text joins, or None; a joint inside a `known` organisation's name is none.

    >>> pair("云港港务集团与北海物流有限公司"), pair("1. Norhaven Port Authority and Borel Labs")
    (('云港港务集团', '北海物流有限公司'), ('Norhaven Port Authority', 'Borel Labs'))
    >>> pair("港口与航运协会与滨海大学", ["港口与航运协会"])
    ('港口与航运协会', '滨海大学')
    """
    text = without_marker(text).rstrip("。．.；;，,！!")
    if _SENTENCE.search(text):
        return None
    covered = [(text.find(name), text.find(name) + len(name)) for name in known if name and name in text]
    for joint in _JOINT.finditer(text):
        if any(begin < joint.end() and joint.start() < end for begin, end in covered):
            continue
        left, right = text[: joint.start()].strip(SPACE), text[joint.end() :].strip(SPACE)
        if min(len(left), len(right)) >= 2 and _ORGANISATION.search(left) and _ORGANISATION.search(right):
            return left, right
    return None


def pairs_in(sentence: str, known: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """The pairs that a sentence of a signing lists behind a colon, or asks to sign.

    >>> list(pairs_in("签约各方是：甲园与乙港、丙园（东区）与Delta港口公司，让我们欢迎代表上台。"))
    [('甲园', '乙港'), ('丙园（东区）', 'Delta港口公司')]
    """
    known = list(known)
    found = _SIGNERS.search(sentence)
    rest = sentence[found.end() :] if found else ""
    members = listed(rest, "、，；;。" if HAN.search(rest) else ",;.")
    behind = [one for member in members if (one := pair(re.sub(r"^(?:and|between)\s+", "", member), known))]
    if behind:
        yield from behind
        return
    asked = _ASKED.search(sentence) or _BETWEEN.search(sentence)
    pieces = [_LEAD.sub("", piece) for piece in listed(sentence, "，。；：") if HAN.search(piece)]
    yield from (one for piece in ([asked["pair"]] if asked else pieces) if (one := pair(piece, known)))
