"""The head of a script: what the forum is called, when and where it is."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from forumdesk.rules.script.prose import SPACE

_LABELS = {
    "theme": r"(?:论坛|会议|活动|大会|本次论坛)?(?:主题|名称|题目)|会议|Theme|Topic|Title|Event|Forum|Conference",
    "date": r"日期|Date",
    "time": r"(?:论坛|会议|活动|举办)?时间|Time|When",
    "place": r"(?:论坛|会议|活动|举办)?(?:地点|地址|会场|场地)|Venue|Place|Location|Where",
}
_LABELLED = {
    field: re.compile(rf"(?:{labels})\s*[：:]\s*(?P<value>.+)", re.IGNORECASE) for field, labels in _LABELS.items()
}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_DATES = (
    re.compile(r"(?P<year>\d{4})\s*[年/.-]\s*(?P<month>\d{1,2})\s*[月/.-]\s*(?P<day>\d{1,2})\s*日?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE),
)
_AFTERNOON = r"(?P<{0}>下午|晚上|晚)?"
_CLOCK = r"(?P<{0}h>\d{{1,2}})(?:\s*[:：时点.]\s*(?P<{0}m>\d{{2}}|半)?分?)?\s*(?P<{0}pm>[ap]\.?m\.?)?"
_RANGE = re.compile(
    r"(?:上午\s*)?"
    + _AFTERNOON.format("late")
    + r"\s*"
    + _CLOCK.format("from")
    + r"\s*(?:[-–—~～至到]+|\bto\b|\buntil\b)\s*(?:上午|中午)?"
    + _AFTERNOON.format("later")
    + r"\s*"
    + _CLOCK.format("till")
    + r"(?!\d|\s*[年月日/])",
    re.IGNORECASE,
)

_INTO_HALL = re.compile(r"[·•|｜]|\s[-–—]\s|(?<=[心馆店楼])\s+")


def heading(text: str) -> tuple[str, str] | None:
    """Which field a line of the head is (theme, date, time, place) and its value, or None.

    >>> heading("地点：云港会议中心·望潮厅"), heading("Venue: Harbour Hall"), heading("大家好：今天天气好")
    (('place', '云港会议中心·望潮厅'), ('place', 'Harbour Hall'), None)
    """
    for field, labelled in _LABELLED.items():
        if found := labelled.fullmatch(text.strip(SPACE)):
            return field, found["value"].strip(SPACE)
    return None


def date_in(text: str) -> tuple[str, dt.date] | None:
    """The first date of a text, as it is written and as it is; None where there is none.

    >>> date_in("时间：2024年11月6日（上午）"), date_in("on 6 November 2024")
    (('2024年11月6日', datetime.date(2024, 11, 6)), ('6 November 2024', datetime.date(2024, 11, 6)))
    """
    for pattern in _DATES:
        if found := pattern.search(text):
            month = found["month"]
            number = int(month) if month.isdecimal() else [name[:3] for name in _MONTHS].index(month[:3].lower()) + 1
            try:
                return found[0].strip(SPACE), dt.date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                return None
    return None


def times_in(text: str) -> tuple[str, int, int] | None:
    """From when till when: as it is written, and in minutes after midnight; None where it is not said.

    >>> times_in("上午 09：00-12：20"), times_in("下午2点至5点半"), times_in("2:00 to 5:30 p.m.")
    (('上午 09：00-12：20', 540, 740), ('下午2点至5点半', 840, 1050), ('2:00 to 5:30 p.m.', 840, 1050))
    """
    dated = date_in(text)
    rest = text.replace(dated[0], " " * len(dated[0])) if dated else text
    for found in _RANGE.finditer(rest):
        if not (found["fromm"] or found["tillm"] or found["frompm"] or found["tillpm"]):
            continue  # “3-5” alone is no time
        start, end = _minutes(found, "from"), _minutes(found, "till")
        if found["late"] or _is_pm(found["frompm"] or found["tillpm"]):
            start = _after_noon(start)
        if found["late"] or found["later"] or _is_pm(found["tillpm"]):
            end = _after_noon(end)
        if start < end <= 24 * 60:
            return found[0].strip(SPACE), start, end
        if found["tillpm"] and not found["frompm"] and start - 12 * 60 < end:
            return found[0].strip(SPACE), start - 12 * 60, end  # 9:00 to 12:20 p.m.
    return None


def _minutes(found: re.Match[str], which: str) -> int:
    minutes = found[f"{which}m"] or "0"
    return int(unicodedata.normalize("NFKC", found[f"{which}h"])) * 60 + (30 if minutes == "半" else int(minutes))


def _is_pm(mark: str | None) -> bool:
    return bool(mark) and str(mark).lower().startswith("p")


def _after_noon(minutes: int) -> int:
    return minutes + 12 * 60 if minutes < 12 * 60 else minutes


def place_behind(text: str) -> str:
    """The place that a line names behind date and times, or nothing.

    >>> place_behind("（2024年11月6日14:00—17:30，云港会议中心 望潮厅）"), place_behind("2024年11月6日")
    ('云港会议中心 望潮厅', '')
    """
    dated = date_in(text)
    found = re.search(r"[，,]\s*(?P<place>[^，,（）()]{3,40})[）)]?$", text) if dated and times_in(text) else None
    return found["place"].strip(SPACE) if found and not re.search(r"\d{1,2}[:：点时]", found["place"]) else ""


def hall_of(place: str) -> tuple[str, str]:
    """The house and the hall in it, where a place names both.

    >>> hall_of("云港会议中心·望潮厅"), hall_of("Harbour Hall")
    (('云港会议中心', '望潮厅'), ('Harbour Hall', ''))
    """
    parts = [part.strip(SPACE) for part in _INTO_HALL.split(place, maxsplit=1)]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else (place, "")


def title_line(text: str) -> str:
    """What a first line calls the forum, without the word for the paper it stands on.

    >>> title_line("2024云港国际港口论坛主持词"), title_line("Harbour Forum 2024 – Script"), title_line("大家好！")
    ('2024云港国际港口论坛', 'Harbour Forum 2024', '')
    """
    title = _PAPER.sub("", text.strip(SPACE)).strip(SPACE + "《》-–—:：·")
    return title if 4 <= len(title) <= 80 and not re.search(r"[。！？!?：:，\t]", title) else ""


_PAPER = re.compile(
    r"\s*[-–—:：·]?\s*[（(]?(?:主持词|主持稿|串词|议程|流程|实录|速记稿?|文字记录|会议记录|脚本|讲稿|"
    r"(?:MC|Moderator|Host)?\s*(?:script|running order|transcript|record|programme|minutes))"
    r"[)）》]?(?:[（(].{1,8}[)）])?$",
    re.IGNORECASE,
)
