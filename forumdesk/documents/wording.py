"""The words, dates and counts that documents add, in the document's language (not the screen's).

Chinese and English are written here; another language falls back to English. Dates follow GB/T 9704-2012:
Arabic numerals without leading zeros.
"""

from __future__ import annotations

import datetime as dt
import unicodedata

from forumdesk.documents.model import HINT, Span, Style

EAST_ASIAN = ("zh", "ja", "ko")
BLANK = "\u3000"  # one full width: what Chinese puts between things on a line
TIED = "\u00a0"

_WORDS: dict[str, tuple[str, str]] = {
    # sections of a programme, by kind of item
    "remarks": ("致辞", "Remarks"),
    "keynote": ("主旨演讲", "Keynotes"),
    "report": ("专题报告", "Reports"),
    "ceremonies": ("仪式", "Ceremonies"),
    "roundtable": ("圆桌对话", "Roundtable"),
    # items without a title and without people
    "opening": ("开场", "Opening"),
    "launch": ("启动仪式", "Launch"),
    "initiative": ("倡议发布", "Initiative"),
    "signing": ("签约仪式", "Signing Ceremony"),
    "plaque": ("授牌仪式", "Presentation of Plaques"),
    "unveiling": ("发布仪式", "Unveiling"),
    "video": ("视频", "Video"),
    "break": ("茶歇", "Break"),
    "closing": ("闭幕", "Closing"),
    # parts in an event
    "host": ("主办", "Hosts"),
    "organiser": ("承办", "Organisers"),
    "co-organiser": ("协办", "Co-organisers"),
    "supporter": ("支持", "Supporters"),
    # roles in an item
    "moderator": ("主持", "moderator"),
    "mc": ("主持", "host"),
    "presenter": ("颁授", "presenter"),
    # attendees
    "attendees": ("参会人员名单", "List of Attendees"),
    "number": ("序号", "No."),
    "name": ("姓名", "Name"),
    "organisation and title": ("单位及职务", "Organisation and title"),
    "organisation": ("单位", "Organisation"),
    "category": ("类别", "Category"),
    "status": ("状态", "Status"),
    "vip": ("贵宾", "VIP"),
    "speaker": ("嘉宾", "Speaker"),
    "guest": ("嘉宾", "Guest"),
    "delegate": ("代表", "Delegate"),
    "press": ("媒体", "Press"),
    "staff": ("工作人员", "Staff"),
    "invited": ("已邀请", "Invited"),
    "confirmed": ("已确认", "Confirmed"),
    "declined": ("不出席", "Declined"),
    "sends-deputy": ("派代表", "Sends a deputy"),
    "arrived": ("已到", "Arrived"),
    # booklet
    "booklet": ("会议手册", "Conference Booklet"),
    "programme": ("会议日程", "Programme"),
    "contents": ("目录", "Contents"),
    "notes": ("会议须知", "For Your Visit"),
    "when": ("时间", "When"),
    "where": ("地点", "Where"),
    "halls": ("会场", "Halls"),
    "agenda": ("会议议程", "Agenda"),
    "biographies": ("嘉宾简介", "Speakers"),
    "guests": ("嘉宾名单", "Guests"),
    "contacts": ("联系方式", "Contacts"),
    "writing": ("笔记", "Notes"),
    # sign-in sheet
    "sign in": ("签到表", "Sign-in Sheet"),
    "signature": ("签字", "Signature"),
    # signing book
    "signing book": ("签约文本", "Signing Book"),
    "and": ("与", "and"),
    "signature page": ("签署页", "Signature Page"),
    "post": ("职务", "Title"),
    "date": ("日期", "Date"),
    "checklist": ("文本清点单", "Checklist of Copies"),
    "kept by": ("留存方", "Kept by"),
    "state": ("状态", "State"),
    "draft": ("草稿", "Draft"),
    "final": ("定稿", "Final"),
    "printed": ("已印", "Printed"),
    "bound": ("已装订", "Bound"),
    "on-the-table": ("已上台", "On table"),
    "signed": ("已签", "Signed"),
    "exchanged": ("已交换", "Exchanged"),
    # run of show
    "run of show": ("总流程", "Run of Show"),
    "time": ("时间", "Time"),
    "minutes": ("分", "Min"),
    "item": ("环节", "Item"),
    "stage": ("舞台", "Stage"),
    "screen": ("大屏与视频", "Screen and video"),
    "light": ("灯光", "Light"),
    "sound": ("音响", "Sound"),
    "script": ("主持词", "Master of ceremonies"),
    "lead": ("负责", "Lead"),
    # certificates
    "signing title": ("签约证书", "Certificate of Signing"),
    "thanks title": ("感谢状", "Certificate of Thanks"),
    "plaque title": ("授牌证书", "Certificate of Award"),
    "participation title": ("参会证书", "Certificate of Participation"),
    "appointment title": ("聘书", "Letter of Appointment"),
    "award title": ("荣誉证书", "Certificate of Honour"),
    # other cards
    "plaque artwork": ("牌匾", "Plaques"),
    "table cards": ("桌签", "Table Cards"),
    "badges": ("胸卡", "Badges"),
    "labels": ("标签", "Labels"),
}

_TOGETHER: dict[str, tuple[str, str]] = {
    "vip": ("贵宾", "Guests of honour"),
    "speaker": ("演讲嘉宾", "Speakers"),
    "delegate": ("参会代表", "Delegates"),
    "press": ("媒体", "Press"),
    "staff": ("工作人员", "Staff"),
}

_UNITS: dict[str, tuple[str, str, str]] = {  # Chinese measure word, English for one, English for several
    "pair": ("对", "pair", "pairs"),
    "park": ("家", "park", "parks"),
    "organisation": ("家", "organisation", "organisations"),
    "person": ("人", "person", "people"),
    "item": ("项", "item", "items"),
}

_DAYS_ZH = "一二三四五六日"
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def east_asian(language: str) -> bool:
    """Whether a language code is set in full-width characters."""
    return language.split("-", maxsplit=1)[0] in EAST_ASIAN


def alphabet(language: str) -> str:
    """Which variant of a style a language is set in: `east` or `west`."""
    return "east" if east_asian(language) else "west"


def word(key: str, language: str) -> str:
    """A label in the document's language; a key that is not known prints as it stands."""
    chinese, english = _WORDS.get(key, (key, key))
    return chinese if language.startswith("zh") else english


def role(code: str, language: str) -> str:
    """What is said of a role beside a name; nothing of a speaker, which the programme says by itself."""
    return "" if code in ("", "speaker", "panelist") else word(code, language)


def date(day: dt.date, language: str) -> str:
    """2025年3月28日, or 28 March 2025."""
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day}{TIED}{_MONTHS_EN[day.month - 1]} {day.year}"


def weekday(day: dt.date, language: str) -> str:
    """星期五, or Friday."""
    return f"星期{_DAYS_ZH[day.weekday()]}" if language.startswith("zh") else _DAYS_EN[day.weekday()]


def time(minutes: int) -> str:
    """Minutes after midnight as 09:08; past midnight it starts again at 00:00."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def when(day: dt.date, start: int, end: int, language: str) -> str:
    """A day and its hours on one line."""
    span = f"{time(start)}–{time(end)}"
    if language.startswith("zh"):
        return BLANK.join((date(day, language), weekday(day, language), span))
    return f"{weekday(day, language)}, {date(day, language)}, {span}"


def days(first: dt.date, last: dt.date, language: str) -> str:
    """The days of an event: 2025年3月28日至30日, or 28 to 30 March 2025."""
    if first == last:
        return date(first, language)
    chinese = language.startswith("zh")
    if (first.year, first.month) == (last.year, last.month):
        return f"{date(first, language)}至{last.day}日" if chinese else f"{first.day} to {date(last, language)}"
    return f"{date(first, language)}{'至' if chinese else ' to '}{date(last, language)}"


def place(venue: str, hall: str, language: str) -> str:
    """中关村展示中心　畅春厅, or Changchun Hall, Zhongguancun Exhibition Center."""
    parts = [part for part in ((venue, hall) if east_asian(language) else (hall, venue)) if part]
    return (BLANK if east_asian(language) else ", ").join(parts)


def listed(names: list[str], language: str) -> str:
    """Names of organisations one after the other, to be broken between them."""
    return (BLANK + HINT if east_asian(language) else "; " + HINT).join(name for name in names if name)


def count(batch: str, number: int | None, unit: str, language: str) -> str:
    """首批 7 对, or First batch, 7 pairs; empty where nothing is announced."""
    chinese, one, several = _UNITS.get(unit, (unit, unit, unit))
    if number is None:
        return batch
    counted = f"{number}{TIED}{chinese if language.startswith('zh') else one if number == 1 else several}".strip()
    if not batch:
        return counted
    return f"{batch}{TIED}{counted}" if east_asian(language) else f"{batch}, {counted}"


def people(number: int, language: str) -> str:
    """How many are on a list: 共 37 人, or 37 people."""
    counted = count("", number, "person", language)
    return f"共{TIED}{counted}" if language.startswith("zh") else counted


def pages(language: str) -> str:
    """What the foot of a page says of {page} and {pages}: 第 2 页，共 3 页, or Page 2 of 3."""
    return "第 {page} 页，共 {pages} 页" if language.startswith("zh") else "Page {page} of {pages}"


def clock(seconds: int) -> str:
    """Seconds after midnight as 11:05:30; past midnight it starts again at 00:00:00."""
    return f"{time(seconds // 60)}:{seconds % 60:02d}"


def kept_copy(number: int, count: int, language: str) -> str:
    """Under the name of who keeps a copy: 留存本　第1本，共2本, or Copy 1 of 2, to be kept."""
    if language.startswith("zh"):
        return f"留存本{BLANK}第{TIED}{number}{TIED}本，共{TIED}{count}{TIED}本"
    return f"Copy {number} of {count}, to be kept"


def people_of(category: str, language: str) -> str:
    """What people of a category are called together: 嘉宾, or Speakers."""
    chinese, english = _TOGETHER.get(category, (category, category))
    return chinese if language.startswith("zh") else english


def name(text: str, style: str | Style) -> Span:
    """A person's name; two Han characters are spaced to the width of three and still read as themselves."""
    if len(text) == 2 and all(unicodedata.name(character, "").startswith("CJK UNIFIED") for character in text):
        return Span(f"{text[0]}{BLANK}{text[1]}", style, reads=text)
    return Span(text, style)
