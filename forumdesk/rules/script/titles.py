"""Titles of office: what ends a post in Chinese, what begins one in English, and how people are addressed."""

from __future__ import annotations

import re

from forumdesk.rules.script.prose import SPACE

_BEFORE = """
副 常务 首席 执行 联合 名誉 荣誉 终身 党委 党组 党工委 党总支 机关 业务 高级 资深 特约 特聘 客座 总 助理 代 代理
公使衔 国务 创始 前 原 候任 轮值 当值 区域 专职 兼职 一级 二级 三级 四级 正 独立
"""
_AREAS = "技术 运营 财务 市场 战略 信息 行政 投资 产品 销售 研发 创意 艺术 品牌 项目 科研"
_CORES = """
部长 主任委员 主任 司长 局长 处长 科长 书记 委员长 委员 常委 成员 主席 会长 理事长 理事 国务委员 国务卿 秘书长
秘书 院长 校长 所长 台长 社长 行长 厅长 省长 市长 区长 县长 州长 盟长 旗长 镇长 乡长 署长 馆长 园长 团长 队长
组长 站长 厂长 关长 庭长 船长 检察长 董事长 董事 总经理 经理 总裁 总监 工程师 设计师 建筑师 规划师 会计师 经济师
合伙人 创始人 发起人 联合创办人 创办人 负责人 主管 主理人 参赞 大使 公使 领事 武官 教授 研究员 院士 主编 编辑
记者 主播 主持人 顾问 代表 干事 专员 调研员 巡视员 督察 监事长 监事 科学家 经济学家 律师 发言人 助理 导师 讲师
学者 专家 议员 大臣 总理 总统 政委 司令 指挥 首席执行官 首席代表 大法官 检察长 副职 掌门人 总负责人
"""


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_TITLE = (
    rf"(?:(?:{_any(_BEFORE)})*"
    rf"(?:首席[\u4e00-\u9fff]{{1,4}}官|(?:{_any(_AREAS)})(?:副?总监|副?总裁|负责人|主管|官|总经理)|{_any(_CORES)}))"
)
TITLES = re.compile(rf"{_TITLE}(?:(?:兼|暨)?{_TITLE})*")
"""A title of office in Chinese, the longest that can be read: 副秘书长, 首席执行官, 党委书记兼总经理."""

_ENDING = re.compile(rf"{TITLES.pattern}$")

_QUALIFIERS = (
    "Deputy|Vice|Executive|Managing|Senior|Assistant|Associate|Chief|Founding|Honorary|First|Acting|General|"
    "Permanent|State|Regional|Programme|Program|Scientific|Technical|Under|Adjunct|Distinguished|Lead|Former|Co|"
    "Parliamentary|Principal|Group|Global|International|Visiting|Interim|Joint|Lord|Research|Commercial|Political"
)
_OFFICES = (
    "Prime Minister|Minister|Director|Secretary|President|Chairman|Chairwoman|Chairperson|Chair|CEO|CTO|CFO|COO|"
    "Officer|Professor|Dean|Rector|Chancellor|Mayor|Governor|Ambassador|Consul|Counsell?or|Attaché|Head|Founder|Partner|Manager|"
    "Commissioner|Fellow|Scientist|Economist|Engineer|Advis[eo]r|Representative|Coordinator|Editor|Curator|Senator|"
    "Executive|Principal|Lecturer|Host|Presenter|Anchor|Envoy|Commander|Registrar|Provost|Treasurer|Delegate"
)
ENGLISH_TITLE = (
    rf"(?:(?:{_QUALIFIERS})[- ])*(?:(?:Chief|Head)\s(?:[A-Z][a-z]+\s)?(?:Officer|Executive|Scientist|Economist)|"
    rf"(?:{_OFFICES}))"
    r"(?:[- ](?:General|Elect|Designate|Executive|in Chief))?"
    rf"(?:\s(?:and|&)\s(?:(?:{_QUALIFIERS})[- ])*(?:{_OFFICES})(?:[- ](?:General|Officer))?)?"
)
"""A title of office in English, as the source of a pattern."""

HONORIFICS = {
    "先生": "mr",
    "女士": "ms",
    "小姐": "ms",
    "夫人": "ms",
    "阁下": "",
    "同志": "",
    "Mr": "mr",
    "Ms": "ms",
    "Mrs": "ms",
}
"""Words of address, and what each says of an honorific."""

ENGLISH_HONORIFIC = r"(?:(?:H\.?\s?E\.?|Hon\.?|Mrs?\.?|Ms\.?|Dr\.?|Prof\.?|Professor|Sir|Dame|Madam|Madame)\s+)"
CHINESE_HONORIFIC = re.compile("(?:先生|女士|小姐|夫人|阁下|同志)")
ACADEMIC = re.compile("(?:教授|博士|院士|老师)")
"""What is a word of address only behind a name that has a title already."""


def honorific_of(word: str) -> str:
    """What a word of address says: `mr`, `ms`, or nothing.

    >>> honorific_of("女士"), honorific_of("Mr. "), honorific_of("Dr.")
    ('ms', 'mr', '')
    """
    return HONORIFICS.get(word.strip(SPACE + "."), "")


def post(text: str) -> tuple[str, str, str] | None:
    """Organisation and title of a post that is written in one, and further posts behind it; None where it is none.

    A sign 、 joins titles of one post, unless it stands inside the organisation's name; a comma joins posts.

    >>> post("滨海市委常委、统战部部长"), post("港务局、口岸办副主任")
    (('滨海市委', '常委、统战部部长', ''), ('港务局、口岸办', '副主任', ''))
    >>> post("远帆资本合伙人，亚洲港口协会主席"), post("云港区")
    (('远帆资本', '合伙人', '亚洲港口协会主席'), None)
    """
    text = text.strip(SPACE + "，,、；;")
    ends = [mark.start() for mark in re.finditer(r"[、，,；;]", text)] + [len(text)]
    for end in ends:
        if found := _ENDING.search(text[:end].rstrip(SPACE)):
            rest = text[end:]
            more = re.search(r"[，,；;]", rest)
            stop = end + more.start() if more else len(text)
            if not _ENDING.search(text[found.start() : stop]):
                return None
            further = text[stop:].strip(SPACE + "，,；;")
            return text[: found.start()].strip(SPACE + "，,、的"), text[found.start() : stop].strip(SPACE), further
    return None
