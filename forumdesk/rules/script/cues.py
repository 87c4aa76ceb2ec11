"""Cues in brackets: what the crew does, between what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forumdesk.rules.script.items import section
from forumdesk.rules.script.prose import SPACE, listed

LONGEST = 40
"""Characters of a bracket that is a cue and not a remark."""

_KINDS = {
    "video": r"视频|短片|宣传片|大屏|VCR|PPT|\bvideo|\bfilm|\bslides?\b|screen",
    "countdown": r"倒计时|倒数|count ?down",
    "unveil": r"揭牌|揭幕|发布|unveil",
    "plaques": r"授牌|颁牌|颁奖|颁发|授予|award|plaque|hand(?:ed)? over",
    "sign": r"签约|签字|签署|交换文本|\bsign",
    "launch": r"启动|点亮|launch",
    "photo": r"合影|拍照|photo",
    "off-stage": r"下台|退场|离场|回座|入座|落座|leave|off stage|return to (?:their|your) seat",
    "on-stage": r"上台|上场|登台|登场|入场|就位|on(?:to)? (?:the )?stage|walks? on|take their places",
    "music": r"音乐|奏|歌|音效|music|anthem|sound",
    "light": r"灯光|暗场|亮灯|light",
    "hands": r"手掌|手放|掌印|hands",
    "applause": r"掌声|鼓掌|applause",
    "pause": r"停顿|间隔|等候|pause",
}
_KNOWN = {kind: re.compile(words, re.IGNORECASE) for kind, words in _KINDS.items()}
_BRACKETED = rf"[（(\[【](?P<cue>[^（()）\[\]【】]{{1,{LONGEST}}})[)）\]】]"
_ALONE = re.compile(rf"(?:{_BRACKETED.replace('?P<cue>', '?:')}\s*)+[。.]?")
_INSIDE = re.compile(rf"(?:^|(?<=[。！？!?；;.”\s）)】\]])){_BRACKETED}")
_SECTION = re.compile(r"仪式|环节|部分|篇章|议程|session|part\b|ceremony|\d{1,2}[:：]\d{2}", re.IGNORECASE)


def kind_of_cue(label: str) -> str:
    """The kind of a cue by its words; nothing where they say none. What is said first counts, walking before all.

    >>> kind_of_cue("揭牌、合影"), kind_of_cue("签约代表上台"), kind_of_cue("Lights down"), kind_of_cue("茶")
    ('unveil', 'on-stage', 'light', '')
    """
    first = listed(label)[:1] or [label]
    walks = next((kind for kind in ("off-stage", "on-stage") if _KNOWN[kind].search(first[0])), "")
    said = {kind: found.start() for kind, words in _KNOWN.items() if (found := words.search(label))}
    return walks or min(said, key=said.__getitem__, default="")


def cues_alone(text: str) -> list[str]:
    """The cues that a whole paragraph is; none where it is more, or the heading of a section.

    >>> cues_alone("（领导上台）[Video]"), cues_alone("【签约仪式】"), cues_alone("谢谢（合影）")
    (['领导上台', 'Video'], [], [])
    """
    text = text.strip(SPACE)
    if (
        section(text) is not None
        or not _ALONE.fullmatch(text)
        or (_SECTION.search(text) and not text.startswith(("（", "(")))
    ):
        return []
    return [found["cue"].strip(SPACE) for found in re.finditer(_BRACKETED, text)]


def cues_inside(text: str) -> Iterator[str]:
    """Cues between the sentences of what is said: brackets that speak of what the crew or the hall does.

    >>> list(cues_inside("有请上台！（音乐起）谢谢国际港口协会（IPA）。"))
    ['音乐起']
    """
    for found in _INSIDE.finditer(text):
        if kind_of_cue(found["cue"]):
            yield found["cue"].strip(SPACE)
