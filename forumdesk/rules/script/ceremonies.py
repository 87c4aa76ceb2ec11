"""What the host says in a ceremony: its batch, what its counts mean, who comes on stage as what, and who stays."""

from __future__ import annotations

import re

from forumdesk.rules.script.prose import SPACE

_ROLES = {"launch": "launcher", "plaque": "presenter", "unveiling": "unveiler", "signing": "witness"}
_RECEIVES = re.compile(r"领奖|领牌|领取|接受|接牌|上台领|receiv|accept", re.IGNORECASE)
_SIGNS = re.compile(r"代表.{0,6}签|签约代表|签字代表|to sign\b|on behalf of", re.IGNORECASE)
_STAYS = re.compile(
    r"[^，。！,.!]*(?:留步|留在台上|继续留在|"
    r"(?:remain|stay)(?: here)? on stage|stay where (?:you|they) are)[^，。！,.!]*",
    re.IGNORECASE,
)
_BATCH = re.compile(
    r"首批|第[一二三四五六七八九十\d]{1,3}批|\b(?:first|second|third|fourth|fifth) (?:batch|group|round)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"上台|登台|on(?:to)? (?:the )?stage", re.IGNORECASE)
_DEEDS = {
    "signing": r"签|\bsign",
    "plaque": r"授|颁|获奖|获得|入选|award|plaque|present",
    "unveiling": r"揭|发布|unveil|releas",
    "launch": r"启动|launch",
}


def role_on_stage(kind: str, asked: str) -> str:
    """As what somebody is on stage in a ceremony of that kind, by the words that ask them.

    >>> role_on_stage("plaque", "有请何川上台授牌"), role_on_stage("plaque", "有请代表上台领奖")
    ('presenter', 'recipient')
    """
    if _RECEIVES.search(asked):
        return "recipient"
    if kind == "signing" and _SIGNS.search(asked):
        return "signatory"
    return _ROLES.get(kind, "speaker")


def batch_in(sentence: str) -> str:
    """The batch a sentence names, or nothing.

    >>> batch_in("为第二批17家园区授牌")
    '第二批'
    """
    found = _BATCH.search(sentence)
    return found[0] if found else ""


def staying_in(sentence: str) -> str:
    """The words that ask those on stage to stay, or nothing.

    >>> staying_in("请代表入座，请各位领导留步。")
    '请各位领导留步'
    """
    found = _STAYS.search(sentence)
    return found[0].strip(SPACE) if found else ""


def meaning_of_count(kind: str, sentence: str, place: int) -> str:
    """Whether a count at a place is what the ceremony has `announced`, how many are `called` up, or only `said`.

    >>> [meaning_of_count("plaque", text, 1) for text in ("为17家授牌", "请17家代表上台", "有40家园区")]
    ['announced', 'called', 'said']
    """
    clause = _clause(sentence, place)
    if _CALLED.search(clause):
        return "called"
    deed = _DEEDS.get(kind)
    return "announced" if deed and re.search(deed, clause, re.IGNORECASE) else "said"


def _clause(sentence: str, place: int) -> str:
    """The part of a sentence between commas that holds a place."""
    begin = max(sentence.rfind(mark, 0, place) for mark in "，,：") + 1
    ends = [end for mark in "，,。！" if (end := sentence.find(mark, place)) >= 0]
    return sentence[begin : min(ends, default=len(sentence))]
