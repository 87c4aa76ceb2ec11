"""People as they are introduced: organisation, title, name and honorific, in one line or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from forumdesk.rules.names import COMPOUND_SURNAMES
from forumdesk.rules.script.prose import SPACE, listed, without_marker
from forumdesk.rules.script.titles import ACADEMIC, CHINESE_HONORIFIC, ENGLISH_HONORIFIC, ENGLISH_TITLE, TITLES, post

_HAN = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
_LATIN_WORD = r"[A-Z\u00c0-\u00de\u0100-\u017f][\w\u2019'’.-]*"
_SMALL = r"(?:(?:de|da|do|dos|van|von|der|den|del|di|bin|al|el|la|le|af|zu|ben)[ \xa0]+)"
_LATIN = rf"{_LATIN_WORD}(?:[ \xa0]+{_SMALL}*{_LATIN_WORD}){{0,5}}"
_DOTTED = rf"(?:{_HAN}|[A-Za-z.])+(?:[·•・‧]\s?(?:{_HAN}|[A-Za-z.-])+)+"
_SPACED = rf"{_HAN}[ \u3000]{{1,2}}{_HAN}"
_HANGUL = r"[\uac00-\ud7a3]{2,5}"
NAME = rf"(?:{_DOTTED}|{_HAN}{{2,4}}|{_SPACED}|{_HANGUL}|{_LATIN})"
"""A person's name, as the source of a pattern: 张三, 张　三, 拉斯洛·博迪斯, Anna Berg."""

_NAMED = re.compile(rf"(?P<name>{NAME})(?:\s*[/／（(]\s*(?P<second>{NAME})\s*[)）]?)?")
_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣"
    "邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊甄曲封储靳井段富巫乌焦巴弓牧隗山谷车侯宓全班仰秋仲伊宫宁仇栾甘厉祖武符刘"
    "景詹束龙叶幸司韶郜黎薄印宿白怀蒲台从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀"
    "浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷辛阚那简"
    "饶曾沙养须丰关蒯相查荆红游竺权盖益桓公肖付岳励初闫覃仝代鞠佟涂仉牟佘佴商赏墨哈谯年阳佟言福邸苑区粟逄禤冼植母税"
)

# Where a name ends in a sentence, and what its bearer does begins.
_DEEDS = re.compile(
    r"[\s]*(?:为我们|为大家|给我们|给大家|与我们|向大家|围绕|就[^，]{2,30}(?:作|做|进行|发表)|代表|作[为题主专重报精致]|作|做|致[辞词欢开闭]|带来|发表|"
    r"上台|上场|登台|登场|到台|共同|一起|一同|进行|分享|发言|演讲|讲话|主持|宣布|介绍|专题|主旨|主题|开场|颁[奖发牌]|授[牌予]|揭[牌幕]|启动|签|见证|的|与|和)"
)
_LEADS = re.compile(r"(?:有请(?:到|出)?|邀请(?:到)?|请出|欢迎|请到|请|由|(?:分别)?是)[：:]?\s*|[：:]\s*")


LONGEST_OFFICE, LONGEST = 80, 120
"""Characters of organisation and title before a name, and of both with the name."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody, in the words of the source: `more` are further posts, `second` the name in another script."""

    name: str
    organisation: str = ""
    title: str = ""
    honorific: str = ""
    second: str = ""
    more: str = ""


def has_surname(name: str) -> bool:
    """Whether a name in Chinese characters begins with a known surname.

    >>> has_surname("欧阳武"), has_surname("科技厅")
    (True, False)
    """
    return name[:2] in COMPOUND_SURNAMES or name[:1] in _SURNAMES


def introduction(text: str) -> Introduced | None:
    """Who is introduced by a line, or a member of a list; None where it introduces nobody.

    >>> introduction("云港市港务局副局长  林  晓女士")
    Introduced(name='林  晓', organisation='云港市港务局', title='副局长', honorific='女士', second='', more='')
    >>> introduction("Ms. Anna Berg, Secretary General of the Nordic Ports League").title
    'Secretary General'
    """
    text = without_marker(text).rstrip("。．.；;，,、！!")
    if re.search(r"[。！？!?：:]", text):
        return None
    return _chinese(text) or _english_entry(text)


def _chinese(text: str) -> Introduced | None:
    """The two orders of Chinese: the post before the name, or the name first."""
    if found := re.search(rf"{CHINESE_HONORIFIC.pattern}$", text):
        someone = _post_before(text[: found.start()].rstrip(SPACE)) or _unposted(text[: found.start()].rstrip(SPACE))
        return someone and replace(someone, honorific=found[0])
    found = re.search(rf"{ACADEMIC.pattern}$", text)
    if found and (someone := _post_before(text[: found.start()].rstrip(SPACE))):
        return replace(someone, honorific=found[0])
    return _post_before(text) or _name_first(text)


def _post_before(text: str) -> Introduced | None:
    """Somebody whose name ends the text; the last title before a name parts the two."""
    for gap in re.finditer(rf"[{SPACE}]+", text):
        office, named = post(text[: gap.start()]), _NAMED.fullmatch(text[gap.end() :])
        if office and office[0] and named:
            return _of(named, office)
        if someone := _title_behind(text[: gap.start()], text[gap.end() :]):
            return someone
    for found in reversed(list(TITLES.finditer(text))):
        named = _NAMED.fullmatch(text[found.end() :].lstrip(SPACE))
        office = post(text[: found.end()])
        if named and _is_likely(named["name"]) and office and (office[0] or found[0] == "主持人"):
            return _of(named, office)
    return None


def _title_behind(before: str, behind: str) -> Introduced | None:
    """Organisation, name, title: 应急保障中心  陈立主任."""
    for found in TITLES.finditer(behind):
        if found.end() == len(behind) and post(before) is None and re.search(_HAN, before):
            named = _NAMED.fullmatch(behind[: found.start()].rstrip(SPACE))
            if named and _is_likely(named["name"]):
                return Introduced(named["name"], before.strip(SPACE), found[0], second=named["second"] or "")
    return None


def _unposted(text: str) -> Introduced | None:
    """A name before an honorific, alone, or behind an organisation and a gap."""
    organisation, _, name = text.replace("\t", " ").replace("\u3000", " ").rpartition(" ")
    named = _NAMED.fullmatch(text) or (_NAMED.fullmatch(name) if re.search(_HAN, organisation) else None)
    if named is None or not _is_likely(named["name"]):
        return None
    return Introduced(
        named["name"], organisation.strip() if named.string == name else "", second=named["second"] or ""
    )


def _name_first(text: str) -> Introduced | None:
    """Name, then post, with a sign between: 林晓，云港市港务局副局长."""
    addressed = re.match(rf"(?P<name>.{{2,30}}?)(?P<honorific>{CHINESE_HONORIFIC.pattern})(?=[，,（( ])", text)
    named = _NAMED.fullmatch(addressed["name"]) if addressed else _NAMED.match(text)
    if named is None or not _is_likely(named["name"]):
        return None
    rest = text[(addressed or named).end() :]
    between = re.match(rf"[{SPACE}]*[，,（(—–-]+[{SPACE}]*|[{SPACE}]+", rest)
    office = post(rest[between.end() :].rstrip("）)")) if between else None
    if office is None or not office[0]:
        return None
    return replace(_of(named, office), honorific=addressed["honorific"] if addressed else "")


def _of(named: re.Match[str], office: tuple[str, str, str]) -> Introduced:
    organisation, title, more = office
    return Introduced(named["name"], organisation, title, second=named["second"] or "", more=more)


def _is_likely(name: str) -> bool:
    """Whether what looks like a name is one: Chinese ones begin with a surname."""
    if not re.fullmatch(rf"{_HAN}{{2,4}}|{_SPACED}", name):
        return True
    return name[:2] in COMPOUND_SURNAMES if len(name) == 4 and name[1] not in SPACE else has_surname(name)


def invited(sentence: str) -> Iterator[Introduced]:
    """Whom a sentence introduces, welcomes or asks up, in its order.

    >>> [(one.organisation, one.name) for one in invited("有请港务局、口岸办副主任林晓、云港区副区长何川上台授牌。")]
    [('港务局、口岸办', '林晓'), ('云港区', '何川')]
    """
    english = list(_english(sentence))
    if english:
        yield from english
        return
    lead = _LEADS.search(sentence)
    place = begin = lead.end() if lead else len(sentence)
    for piece in listed(sentence[place:].rstrip("。！!？?")):
        here = sentence.index(piece, place)
        place = here + len(piece)
        leads = list(_LEADS.finditer(piece))
        tries = [piece[one.end() :] for one in reversed(leads)] + [sentence[begin:place], piece]
        someone = next(filter(None, map(_before_deed, tries)), None)
        if someone:
            yield someone
        joined = (not leads and sentence[place : place + 1] == "、") or post(piece) is not None
        goes_on = joined and place - begin < LONGEST_OFFICE
        if someone or not goes_on:
            begin = place + 1
        elif leads:
            begin = here + leads[-1].end()


def asked_again(sentence: str, known: Iterable[str]) -> Iterator[Introduced]:
    """Those of the `known` whom a sentence asks by name alone, or with a title behind it.

    >>> [(one.name, one.title) for one in asked_again("有请林晓副局长上台。", ["林晓", "何川"])]
    [('林晓', '副局长')]
    """
    lead = ASKS.search(sentence)
    for name in known:
        place = sentence.find(name, lead.end()) if lead and name else -1
        if place >= 0:
            title = TITLES.match(sentence, place + len(name))
            yield Introduced(name, title=title[0] if title else "")


ASKS = re.compile(r"请|欢迎|welcome|invite", re.IGNORECASE)
"""What asks somebody to come, in a sentence."""


def _before_deed(text: str) -> Introduced | None:
    """Who stands at the head of a clause, before what they do; the shortest reading wins."""
    ends = [mark.end() for words in (CHINESE_HONORIFIC, ACADEMIC) for mark in words.finditer(text)]
    ends += [mark.start() for mark in _DEEDS.finditer(text) if mark.start()] + [len(text)]
    for end in filter(LONGEST.__ge__, ends):
        if someone := _chinese(text[:end].strip(SPACE)):
            return someone
    return None


_CAPITAL = r"[A-Z0-9\u00c0-\u00de][\w&’'.-]*"
_JOIN = r"(?:\s+(?:(?:of|and|the|for|de|del|des|in|on|&|la|at)\s+)*"
_BODY = rf"(?:the\s+)?(?P<organisation>{_CAPITAL}{_JOIN}{_CAPITAL})*)"
_TITLE = rf"(?P<title>{ENGLISH_TITLE}(?:\s(?:of|for)\s{_CAPITAL}(?:\s(?:and\s)?{_CAPITAL})*(?=\s+at\b|,))?)"
_ENGLISH = (
    re.compile(
        rf"(?P<title>Professor|Minister|Ambassador|Mayor|Governor|Rector|President)\s+(?P<honorific>)(?P<name>{_LATIN})"
        rf"(?P<second>)\s+(?:of|from|at)\s+{_BODY}"
    ),
    re.compile(
        rf"(?P<honorific>{ENGLISH_HONORIFIC}+)?(?P<name>{_LATIN})(?:\s*\((?P<second>{NAME})\))?\s*(?:,|[-–—]|\()\s*(?:the\s+|our\s+)?"
        + _TITLE
        + r"(?:\s+(?:of|at|for|from|with)\s+|,\s*|\s+[-–—]\s+)"
        + _BODY
    ),
    re.compile(
        _TITLE
        + r"\s+(?:of|at|for|from|with)\s+"
        + _BODY
        + rf",?\s+(?P<honorific>{ENGLISH_HONORIFIC}+)(?P<name>{_LATIN})(?P<second>)"
    ),
    re.compile(
        _TITLE + r"\s+(?:of|at|for|from|with)\s+" + _BODY + rf",\s+(?P<honorific>)(?P<name>{_LATIN})(?P<second>)"
    ),
)


def _english(sentence: str) -> Iterator[Introduced]:
    """Names with a title and an organisation in an English sentence."""
    taken = 0
    found = sorted(
        (match for pattern in _ENGLISH for match in pattern.finditer(sentence)),
        key=lambda one: (one.start(), -len(one[0])),
    )
    for match in found:
        if match.start() >= taken:
            taken = match.end()
            yield _from(match)


def _english_entry(text: str) -> Introduced | None:
    for pattern in _ENGLISH:
        if match := pattern.fullmatch(text.rstrip(")")):
            return _from(match)
    return None


def _from(match: re.Match[str]) -> Introduced:
    return Introduced(
        match["name"].rstrip("."), match["organisation"].rstrip("."), match["title"],
        (match["honorific"] or "").strip(), match["second"] or "",
    )  # fmt: skip


_NOT_NAMES = frozenset(
    [
        "包括",
        "通过",
        "安全",
        "许多",
        "和平",
        "国家",
        "于是",
        "常务",
        "高级",
        "部分",
        "古老",
        "全体",
        "都是",
        "万名",
        "方面",
        "时任",
        "向来",
        "应邀",
    ]
)

_MENTIONED = re.compile(
    rf"(?P<name>{_DOTTED}|{_HAN}{{2,3}})(?P<honorific>先生|女士|院士)|"
    rf"\b(?P<address>(?:Mrs?|Ms|Dr|Prof)\.?)\s+(?P<latin>{_LATIN_WORD}(?:\s+{_LATIN_WORD}){{1,3}})"
)


def mentioned(sentence: str) -> Iterator[Introduced]:
    """Whom a sentence names in passing, with a word of address.

    >>> [(one.name, one.honorific) for one in mentioned("远帆资本的前主席何川先生也来了，各位女士、先生")]
    [('何川', '先生')]
    """
    for found in _MENTIONED.finditer(sentence):
        if found["latin"]:
            yield Introduced(found["latin"].rstrip("."), honorific=found["address"])
        else:
            titles = [one.end() for one in TITLES.finditer(sentence) if found.start() < one.end() < found.end("name")]
            if name := _named_last(sentence[max(titles, default=found.start()) : found.end("name")]):
                yield Introduced(name, honorific=found["honorific"])


def _named_last(text: str) -> str:
    """The name that ends a run of characters, or nothing: foreign ones begin behind a title or a small word."""
    if not re.fullmatch(rf"{_HAN}+", text):
        begins = [
            found.end()
            for found in re.finditer(rf"{TITLES.pattern}|[的是像和与对请让如及]", text.split("·", maxsplit=1)[0])
        ]
        return text[max(begins, default=0) :]
    tails = (text[place:] for place in range(len(text) - 1))
    return next((tail for tail in tails if has_surname(tail) and tail not in _NOT_NAMES), "")
