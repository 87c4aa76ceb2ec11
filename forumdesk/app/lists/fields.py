"""What the columns of a list may hold, and what lists call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from forumdesk.base.words import NOOP, Words
from forumdesk.exchange.heads import folded

OTHER = "other_"
"""Begins the fields that hold the wording in the other of the event's languages."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may hold: its head on the screen, and what else lists call it, with commas between.

    Of one that is `worded` there may be a column for each of the event's languages.
    """

    head: str
    called: str = ""
    worded: bool = False


_NAME = Field(
    NOOP("Name"),
    "姓名,名字,名,嘉宾,嘉宾姓名,参会人,参会人员,人员,代表姓名,fullname,full name,person,participant,attendee,guest,"
    "speaker,姓名全名,氏名",
    worded=True,
)
_ORGANISATION = Field(
    NOOP("Organisation"),
    "单位,單位,工作单位,所在单位,单位名称,公司,公司名称,机构,機構,组织,部门单位,企业,企业名称,organization,company,"
    "institution,affiliation,employer,organisation name,company name",
    worded=True,
)
_TITLE = Field(
    NOOP("Title"),
    "职务,職務,职称,職稱,头衔,职位,职务职称,position,job title,post,role,function",
    worded=True,
)
_OFFICE = Field(
    NOOP("Organisation and title in one cell"),
    "单位职务,单位及职务,单位和职务,工作单位及职务,单位与职务,office,organisation and title,affiliation and position",
)
_NAME_OFFICE = Field(
    NOOP("Name and office in one cell"),
    "姓名单位职务,姓名及职务,姓名职务,姓名及单位职务,嘉宾及职务,name office,name and office,name and position,"
    "name and title,name affiliation",
)
_NOTE = Field(NOOP("Note"), "备注,備註,说明,附注,notes,remark,remarks,comment,comments")
_ID = Field(NOOP("ID"), "uid,uuid")
_SPELLINGS = Field(NOOP("Other spellings"), "别名,其他写法,曾用名,又名,spellings,aliases")

_PERSON: Mapping[str, Field] = {
    "name": _NAME,
    "name_office": _NAME_OFFICE,
    "native_name": Field(NOOP("Native name"), "母语姓名,原文姓名,本国姓名,native"),
    "organisation": _ORGANISATION,
    "title": _TITLE,
    "office": _OFFICE,
    "phone": Field(
        NOOP("Phone"),
        "电话,電話,手机,手機,手机号,手机号码,联系电话,联系方式,移动电话,电话号码,mobile,"
        "mobile phone,telephone,tel,cell,"
        "phone number",
    ),
    "email": Field(NOOP("E-mail"), "邮箱,电子邮箱,郵箱,电子邮件,邮件,邮件地址,mail,email address,e-mail address"),
    "id_number": Field(
        NOOP("ID number"),
        "身份证,身份证号,身份证号码,证件号,证件号码,身分證,护照号,passport,passport number,id card,identity number",
    ),
    "honorific": Field(NOOP("Honorific"), "称谓,称呼,性别,性別,gender,sex,salutation"),
    "pinyin": Field(NOOP("Pinyin"), "拼音,姓名拼音,读音,reading"),
}

KINDS: Mapping[str, Mapping[str, Field]] = {
    "attendees": {
        **_PERSON,
        "category": Field(NOOP("Category"), "类别,類別,类型,人员类别,嘉宾类别,参会类别,身份,type,ticket"),
        "status": Field(NOOP("Status"), "状态,狀態,参会状态,确认情况,是否参会,state,attendance"),
        "badge": Field(NOOP("Badge"), "证号,胸牌,胸卡,胸卡号,证件编号,胸牌号,badge number"),
        "seat": Field(NOOP("Seat"), "座位,座位号,座次,席位,桌号,table,seat number"),
        "note": _NOTE,
        "id": _ID,
    },
    "people": {
        **_PERSON,
        "spellings": _SPELLINGS,
        "biography": Field(NOOP("Biography"), "简介,個人簡介,个人简介,嘉宾简介,人物介绍,bio,cv", worded=True),
        "note": _NOTE,
        "id": _ID,
    },
    "organisations": {
        "name": Field(
            NOOP("Name"), f"名称,名稱,全称,{_ORGANISATION.called},organisation,full name,official name", worded=True
        ),
        "short_name": Field(NOOP("Short name"), "简称,簡稱,单位简称,abbreviation,acronym", worded=True),
        "spellings": _SPELLINGS,
        "kind": Field(NOOP("Kind"), "类型,类别,性质,单位性质,type,category"),
        "country": Field(NOOP("Country"), "国家,國家,国别,国家地区,nation,country or region", worded=True),
        "founded": Field(NOOP("Founded"), "成立时间,成立日期,创立日期,founding date,established"),
        "sequence": Field(
            NOOP("Number in the official sequence"), "序列,序列号,官方序列,排序,sequence,official sequence"
        ),
        "note": _NOTE,
        "id": _ID,
    },
    "plaques": {
        "organisation": Field(
            NOOP("Recipient organisation"),
            f"授牌单位,获牌单位,获授单位,受牌单位,名称,organisation,{_ORGANISATION.called}",
            worded=True,
        ),
        "number": Field(NOOP("Number"), "编号,牌号,牌匾编号,no,plaque number"),
        "wording": Field(NOOP("Wording"), "牌匾文字,牌匾内容,牌匾名称,授牌名称,内容,text,inscription", worded=True),
        "representative": Field(
            NOOP("Representative"), "代表,领牌人,领牌代表,上台代表,接牌人,受牌人,recipient person"
        ),
        "presenter": Field(NOOP("Presenter"), "授牌人,授牌嘉宾,颁牌人,颁发嘉宾,awarded by"),
        "id": _ID,
    },
    "agreements": {
        "title": Field(
            NOOP("Title"),
            "协议,协议名称,合同名称,签约项目,项目名称,项目,协议标题,agreement,project,subject",
            worded=True,
        ),
        "host": Field(NOOP("Host party"), "甲方,甲方单位,签约方一,主方,party a,first party,host"),
        "host_signatory": Field(
            NOOP("Signatory of the host"), "甲方签约人,甲方签字人,甲方代表,signatory a,host signatory"
        ),
        "host_assistant": Field(NOOP("Assistant of the host"), "甲方助签人,assistant a,host assistant"),
        "guest": Field(NOOP("Guest party"), "乙方,乙方单位,签约方二,客方,party b,second party,guest"),
        "guest_signatory": Field(
            NOOP("Signatory of the guest"), "乙方签约人,乙方签字人,乙方代表,signatory b,guest signatory"
        ),
        "guest_assistant": Field(NOOP("Assistant of the guest"), "乙方助签人,assistant b,guest assistant"),
        "copies": Field(NOOP("Copies"), "份数,协议份数,number of copies"),
        "state": Field(NOOP("State"), "状态,进度,文本状态,status"),
        "note": _NOTE,
        "id": _ID,
    },
}
"""By kind of list its fields by code, the most important first."""

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "zh": ("中文", "汉语", "chinese", "zh"),
    "en": ("英文", "外文", "英语", "english", "en"),
}
"""How a head says in which language its column is."""


def codes_of(kind: str) -> list[str]:
    """The codes of a kind's fields, each worded one followed by that in the event's other language."""
    return [
        each for code, field in KINDS[kind].items() for each in ((code, OTHER + code) if field.worded else (code,))
    ]


def say_field(words: Words, kind: str, code: str) -> str:
    """A field's head in the language of `words`."""
    own = code.removeprefix(OTHER)
    head = words.say(KINDS[kind][own].head)
    return head if own == code else words.say("{head} in the other language", head=head)


def field_called(kind: str, head: str, languages: tuple[str, str], side: int) -> str:
    """The code of the field that a head names, empty where it names none.

    Wordings are those of the event's language number `side`, the other one's where the head says so.
    """
    key = folded(head)
    names = _names(kind)
    if key in names:
        return names[key]
    for language, marks in LANGUAGES.items():
        for mark in map(folded, marks):
            rest = key.removeprefix(mark) if key.startswith(mark) else key.removesuffix(mark)
            code = names.get(rest, "") if rest != key else ""
            if code in KINDS[kind] and KINDS[kind][code].worded:
                return OTHER + code if language == languages[1 - side] else code
    return _ending(names, key)


def _ending(names: Mapping[str, str], key: str) -> str:
    """Chinese puts what a word is at its end: 参会代表姓名 is a 姓名."""
    found = [name for name in names if len(name) > 1 and not name.isascii() and key.endswith(name)]
    return names[max(found, key=len)] if found else ""


@cache
def _names(kind: str) -> Mapping[str, str]:
    """Every folded name of the fields of a kind. Later fields do not take away names of earlier ones."""
    languages = (Words.english(), Words.of("zh"))
    names: dict[str, str] = {}
    for code, field in KINDS[kind].items():
        for words in languages:
            names.setdefault(folded(words.say(field.head)), code)
        names.setdefault(folded(code), code)
        if field.worded:
            names.setdefault(folded(OTHER + code), OTHER + code)
            for words in languages:
                names.setdefault(folded(say_field(words, kind, OTHER + code)), OTHER + code)
    for code, field in KINDS[kind].items():
        for name in field.called.split(","):
            if name:
                names.setdefault(folded(name), code)
    return names
