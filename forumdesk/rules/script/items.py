"""Where an agenda item begins: what is announced, its kind and its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from forumdesk.rules.script.prose import SPACE

CEREMONIAL = ("launch", "initiative", "signing", "plaque", "unveiling")
SPEECHES = ("remarks", "keynote", "report")

_KINDS = {
    "signing": r"签约|签字|签署|牵手|\bsign(?:s|ing)?\b",
    "plaque": r"授牌|颁牌|颁奖|颁发|授予|聘书|\baward|plaque|prize",
    "unveiling": r"揭牌|揭幕|发布|unveil|\breleas",
    "launch": r"启动|launch",
    "initiative": r"倡议|宣言|initiative|declaration",
    "roundtable": r"圆桌|对话|沙龙|研讨|panel|round[- ]?table|discussion|dialogue",
    "keynote": r"主旨|主题演讲|主题报告|keynote",
    "remarks": r"致辞|致词|讲话|开幕辞|欢迎辞|remarks|\baddress(?:es)?\b|opening speech|welcome speech",
    "break": r"茶歇|休息|午餐|\bbreak\b|\blunch\b|\bcoffee\b",
    "video": r"视频|短片|宣传片|\bvideo\b|\bfilm\b",
    "closing": r"闭幕|总结|结束|clos(?:ing|e)\b",
    "opening": r"开幕|开场|介绍.{0,8}(?:领导|嘉宾)|\bopening\b|\bwelcome\b",
    "report": r"报告|演讲|分享|发言|推介|presentation|\breport|\btalks?\b|lecture|speech",
}
_KNOWN = {kind: re.compile(words, re.IGNORECASE) for kind, words in _KINDS.items()}

_TURNING = r"(?:下面|接下来|随后|最后|现在|首先|今天|稍后|此刻|下一个|Now|Next|Finally)"
_PART = r"仪式|环节|对话|论坛|发布|签约|授牌|颁奖|揭牌|倡议|茶歇|演讲|致辞|致词|报告|讨论|沙龙|分享"
_ANNOUNCED = (
    re.compile(
        rf"{_TURNING}?(?:，|,)?(?:是|(?:我们|让我们|大会|论坛|会议|活动)?(?:将|就)?(?:要|会)?(?:正式)?(?:共同)?"
        rf"(?:进行|举行|举办|进入|迎来|开始)(?:的是)?)(?:本次论坛的|今天的|我们的)?(?P<title>[^，。！？；：]{{0,36}}?(?:{_PART})(?:环节)?)(?=[，。！；]|$)"
    ),
    re.compile(
        r"\b(?:(?:turn|move|proceed|come|go)(?:\s+(?:now|on))?\s+to|time\s+for|"
        r"(?:begin|start|open|continue)\s+with|(?:begin|start|open|hold)|"
        r"(?:next|now)\s+(?:is|comes|we have)|next\s+on\s+the\s+programme(?:\s+is)?)\s+"
        r"(?:the\s+|our\s+|a\s+|an\s+)?"
        r"(?P<title>[^,.;:!?]{3,70})",
        re.IGNORECASE,
    ),
)
_DONE = (
    ("launch", re.compile(r"(?:将|正式|共同)(?:正式|共同)*启动(?P<title>[^，。！？；]{4,40})")),
    (
        "launch",
        re.compile(
            r"\b(?:officially|formally|jointly|will|now|hereby)\s+launch\s+(?:the\s+)?(?P<title>[^,.;:!?]{4,70})"
        ),
    ),
    (
        "initiative",
        re.compile(
            r"(?:(?P<organisation>[^，。！？；：]{4,30}?)(?:共同|联合)?)?(?:提出|发布|宣读|发起)(?P<title>(?:《[^》]{2,40}》)?[^，。！？《》]{0,24}?(?:倡议|宣言)书?)"
        ),
    ),
    (
        "initiative",
        re.compile(r"\b(?:issue|read|present|adopt)\s+the\s+(?P<title>[^,.;:!?]{0,60}?(?:Initiative|Declaration))"),
    ),
)
_CLOSED = re.compile(
    r"(?:论坛|会议|大会|年会|峰会|活动)[^，。！]{0,10}?(?:到此|至此|圆满)[^，。！]{0,6}(?:结束|落幕|闭幕)|"
    r"\b(?:concludes?|brings? (?:us|this \w+|today's \w+) to (?:a|its|the) (?:close|end))\b",
    re.IGNORECASE,
)
_WATCH = re.compile(
    r"(?:请(?:大家)?(?:观看|欣赏|看)|播放)(?P<title>[^，。！？]{0,30}?(?:视频|短片|宣传片|影片))|"
    r"\bwatch\s+(?:a|the|our)\s+(?:short\s+)?(?P<english>[^,.;!?]{0,40}?(?:video|film))",
    re.IGNORECASE,
)
_CLOCKS = r"\d{1,2}[:：]\d{2}(?:\s*[-–—~～至]+\s*\d{1,2}[:：]\d{2})?"
_HEADING = re.compile(
    r"(?:(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]|第[一二三四五六七八九十\d]{1,3}(?:项|部分|环节|篇章)|环节[一二三四五六七八九十\d]|"
    r"[【\[■●◆#]|(?:Part|Session|Item)\s+\w{1,5})\s*[：:.–—-]*\s*|\d{1,2}[:：]\d{2}(?:\s*[-–—~～至]+\s*\d{1,2}[:：]\d{2})?\s+)"
    r"(?P<title>[^。！？!?，,]{2,40}?)\s*[】\]]?(?:[（(][^（）()]{1,20}[)）])?",
)
_THEMES = (
    re.compile(r"(?:题为|题目[是为]?|主题[是为]|以)[：:]?\s*[“《](?P<title>[^”》]{2,60}?)[。.]?[”》]"),
    re.compile(r"《(?P<title>[^》]{2,60}?)[。.]?》"),
    re.compile(
        r"\b(?:titled|entitled|called|on the (?:topic|theme|subject) of|speak on|talk on|report on)\s+"
        r"[“\"‘'](?P<title>[^”\"’]{3,90}?)[.,]?[”\"’']"
    ),
    re.compile(r"(?:分享|讲述|解读)(?P<title>[^，。！？、]{4,40})"),
)
_OWN_THEME = re.compile(
    r"(?:报告|演讲|发言|分享|汇报)(?:的)?(?:题目|主题)[是为：:]{1,2}\s*[“《](?P<title>[^”》]{2,60}?)[。.]?[”》]|"
    r"\b(?:title|topic|subject)\s+of\s+my\s+(?:talk|report|speech|presentation|keynote)\s+is\s+[“\"](?P<english>[^”\"]{3,90}?)[.,]?[”\"]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Announced:
    """An item that begins, or a part of the programme, as it is announced; `organisation` issues it."""

    kind: str
    title: str
    organisation: str = ""


def kind_of_item(text: str) -> str:
    """The kind of item a text speaks of, or nothing; ceremonies count before speeches.

    >>> kind_of_item("授牌仪式"), kind_of_item("主旨演讲环节"), kind_of_item("Panel discussion"), kind_of_item("晚宴")
    ('plaque', 'keynote', 'roundtable', '')
    """
    return next((kind for kind, words in _KNOWN.items() if words.search(text)), "")


def announced(sentence: str) -> Announced | None:
    """What a sentence of the host's announces, or None.

    >>> announced("接下来是滨海智慧港集中发布环节。").title, announced("We now turn to the signing ceremony.").kind
    ('滨海智慧港集中发布环节', 'signing')
    """
    if _CLOSED.search(sentence):
        return Announced("closing", "")
    for kind, pattern in _DONE:
        if found := pattern.search(sentence):
            return Announced(kind, found["title"].strip(SPACE), found.groupdict().get("organisation") or "")
    for pattern in _ANNOUNCED:
        for found in pattern.finditer(sentence):
            if kind := kind_of_item(found["title"]):
                return Announced(kind, found["title"].strip(SPACE))
    return None


def introducing(sentence: str) -> str:
    """What an opening is called by what it does.

    >>> introducing("下面请允许我介绍出席论坛的嘉宾，他们是：")
    '介绍出席论坛的嘉宾'
    """
    found = re.search(r"介绍(?:出席|参加|莅临)[^，。：]{2,20}", sentence)
    return found[0] if found else ""


def film(sentence: str) -> str | None:
    """The film a sentence asks to watch, or None.

    >>> film("首先请观看云港宣传片。")
    '云港宣传片'
    """
    found = _WATCH.search(sentence)
    return found and (found["title"] or found["english"])


def section(text: str) -> Announced | None:
    """The item that a short heading of a script begins, or None.

    >>> section("三、签约仪式（10分钟）").title, section("【主旨演讲】").kind, section("三是加强合作。")
    ('签约仪式', 'keynote', None)
    """
    found = _HEADING.fullmatch(text.strip(SPACE))
    kind = kind_of_item(found["title"]) if found else ""
    if found is None or not kind:
        return None
    in_brackets = found[0][0] in "【[" and kind in (*CEREMONIAL, "video")
    if in_brackets and not re.search(r"仪式|环节|ceremony|session", found["title"], re.IGNORECASE):
        return None  # a cue: [Signing]
    return Announced(kind, found["title"].strip(SPACE))


def row(text: str) -> tuple[Announced, str] | None:
    """The item of a row of a run sheet that begins with its time, and what stands behind it; None for other lines.

    >>> row("9:15\\t签约仪式\\t有请各位代表。")[0].kind, row("9:15 签约仪式")
    ('signing', None)
    """
    clock, _, rest = text.partition("\t")
    title, _, said = rest.partition("\t")
    kind = kind_of_item(title)
    if not kind or not re.fullmatch(_CLOCKS, clock.strip(SPACE)):
        return None
    return Announced(kind, title.strip(SPACE)), said.strip(SPACE)


def theme_of_speech(sentence: str) -> str:
    """What a speech is about, as the host announces it; nothing where that is not said.

    >>> theme_of_speech("有请何川先生为我们分享云港的探索与实践，掌声欢迎！")
    '云港的探索与实践'
    """
    return next((found["title"].strip(SPACE) for pattern in _THEMES if (found := pattern.search(sentence))), "")


def own_theme(sentence: str) -> str:
    """What speakers say their speech is about.

    >>> own_theme("我今天报告的主题是：《港口的未来。》")
    '港口的未来'
    """
    found = _OWN_THEME.search(sentence)
    return (found["title"] or found["english"]).strip(SPACE) if found else ""


def speech_in(text: str) -> Announced | None:
    """The kind of speech a text names, and the word that names it.

    >>> speech_in("有请何川先生致辞。").title, speech_in("有请何川先生上台。")
    ('致辞', None)
    """
    for kind in ("keynote", "remarks", "report"):
        if found := re.search(_SPOKEN[kind], text, re.IGNORECASE):
            return Announced(kind, found[0])
    return None


_SPOKEN = {
    "keynote": r"主旨演讲|主旨报告|主题演讲|主题报告|keynote(?: speech| address)?",
    "remarks": r"致(?:欢迎|开幕|贺)?[辞词]|讲话|(?:welcome|opening|closing)? ?remarks|(?:welcome|opening) speech|"
    r"\baddress\b",
    "report": r"专题报告|专题演讲|专题发言|报告|演讲|发言|分享|推介|presentation|"
    r"\breport\b|\btalk\b|lecture|speech|\bspeak\b",
}
