"""Words of short lists, such as categories, in every language of the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import TypeVar

from forumdesk.app.lists.rows import Told
from forumdesk.app.wording import NoSuchChoice, say_code, term
from forumdesk.base.words import Words
from forumdesk.domain.attendance import Attendance, Category
from forumdesk.domain.signing import AgreementState

E = TypeVar("E", bound=StrEnum)

_CALLED: Mapping[str, Sequence[str]] = {
    "vip": ("贵宾", "重要嘉宾", "领导", "主宾"),
    "speaker": ("演讲嘉宾", "发言嘉宾", "主讲人", "讲者", "发言人"),
    "delegate": ("参会代表", "参会人员", "参会嘉宾", "participant", "attendee"),
    "press": ("记者", "媒体记者", "新闻媒体", "media"),
    "staff": ("会务", "会务人员", "工作组", "志愿者", "organiser", "organizer", "crew"),
    "invited": ("待确认", "未确认", "未回复", "邀请", "pending"),
    "confirmed": ("确认", "确认参会", "参会", "是", "出席", "yes", "accepted", "attending"),
    "declined": ("不参会", "否", "请假", "缺席", "婉拒", "no", "absent", "cancelled"),
    "sends-deputy": ("派代表", "委派代表", "替会"),
    "arrived": ("签到", "已签到", "到会", "checked in", "present"),
    "draft": ("草稿", "草案", "初稿"),
    "final": ("定稿", "终稿"),
    "printed": ("已打印", "已印制"),
    "bound": ("已装订",),
    "on-the-table": ("已摆放", "已上桌", "on the table"),
    "signed": ("已签", "已签署", "已签约"),
    "exchanged": ("已交换", "已换文"),
    "mr": ("男", "先生", "m", "male", "mr."),
    "ms": ("女", "女士", "小姐", "f", "female", "ms.", "mrs", "mrs."),
}

CATEGORIES, STATUSES = tuple(map(str, Category)), tuple(map(str, Attendance))
STATES, HONORIFICS = tuple(map(str, AgreementState)), ("mr", "ms")


def code_of(field: str, typed: str, codes: Sequence[str], wrong: list[Told]) -> str:
    """The code of `codes` that a word means, or nothing, and then it is noted as wrong."""
    found = _words(tuple(codes)).get(typed.strip().casefold(), "")
    if not found:
        choices = tuple(map(term, codes))
        wrong.append(Told(field, after=typed, trouble=NoSuchChoice(typed=typed, choices=choices)))
    return found


@cache
def _words(codes: tuple[str, ...]) -> Mapping[str, str]:
    languages = (Words.english(), Words.of("zh"))
    known: dict[str, str] = {}
    for code in codes:
        for name in (code, code.replace("-", " "), *(say_code(words, code) for words in languages)):
            known[name.casefold()] = code
    for code in codes:
        for name in _CALLED.get(code, ()):
            known.setdefault(name, code)
    return known
