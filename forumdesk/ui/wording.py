"""The forum's codes, times and people in the words of the screen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from forumdesk.app.wording import say_code
from forumdesk.base.words import NOOP
from forumdesk.rules.timing import clock
from forumdesk.ui.parts.cells import Cell
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.agenda import AgendaRow
    from forumdesk.store.screens.posts import PostLine

FAMILIES = {
    "opening": "frame", "break": "frame", "video": "frame", "closing": "frame",
    "remarks": "remarks", "keynote": "keynote", "report": "report", "roundtable": "talk",
    "launch": "stage", "initiative": "stage", "signing": "stage", "plaque": "stage", "unveiling": "stage",
    "vip": "keynote", "speaker": "report", "delegate": "remarks", "press": "talk", "staff": "frame",
}  # fmt: skip
"""Which family of colours a kind of item, or of attendee, belongs to."""

CATEGORIES = ("vip", "speaker", "delegate", "press", "staff")
STATUSES = ("invited", "confirmed", "declined", "sends-deputy", "arrived")
"""As `domain.attendance` has them, which is not loaded before the event is read."""

SENDS_DEPUTY = STATUSES.index("sends-deputy")
"""Whoever sends a deputy names their own, on their card."""

LANGUAGES = {
    "zh": (NOOP("ZH"), NOOP("Chinese")),
    "en": (NOOP("EN"), NOOP("English")),
    "ko": (NOOP("KO"), NOOP("Korean")),
    "ja": (NOOP("JA"), NOOP("Japanese")),
    "ru": (NOOP("RU"), NOOP("Russian")),
    "fr": (NOOP("FR"), NOOP("French")),
    "es": (NOOP("ES"), NOOP("Spanish")),
    "de": (NOOP("DE"), NOOP("German")),
}
"""Languages by code: short and long."""

_FULL_NAMES = ("zh", "ja")
"""Languages in which official names are short enough for a line."""


def chip(code: str, screen: Screen) -> Cell:
    """A code as a chip; one that is not known stands as it is."""
    return Cell(say_code(screen.words, code), family=FAMILIES.get(code, "frame"))


def short_language(code: str, screen: Screen) -> str:
    """中 or ZH."""
    return screen.words.say(LANGUAGES[code][0]) if code in LANGUAGES else code.upper()


def long_language(code: str, screen: Screen) -> str:
    """中文 or Chinese."""
    return screen.words.say(LANGUAGES[code][1]) if code in LANGUAGES else code


def span(start: int, end: int) -> str:
    """09:00–09:08, of minutes after midnight."""
    return f"{clock(start)}–{clock(end)}"


def short_date(day: dt.date, screen: Screen) -> str:
    """3月28日 or 28 Mar."""
    return locale(screen.words.language).toString(QDate(day.year, day.month, day.day), screen.say("d MMM"))


def locale(language: str) -> QLocale:
    """Qt's locale for a language of the screen."""
    return QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English)


def duration(minutes: int, screen: Screen) -> str:
    """3 小时 20 分 or 3 h 20 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return screen.say("{minutes} min", minutes=rest)
    if not rest:
        return screen.say("{hours} h", hours=hours)
    return screen.say("{hours} h {minutes} min", hours=hours, minutes=rest)


def post(line: PostLine, screen: Screen) -> str:
    """Organisation and title on one line, the way the language writes them."""
    from forumdesk.app.naming import one_post

    return one_post(organisation(line, screen), screen.text(line.title), screen.language)


def organisation(line: PostLine, screen: Screen) -> str:
    """An organisation: the official name where it is terse, else the short one."""
    if screen.language in _FULL_NAMES:
        return screen.text(line.organisation)
    return screen.exactly(line.short) or screen.text(line.organisation)


def who(row: AgendaRow, screen: Screen) -> str:
    """Whom to expect: one name, the first of several with their number, or what stands for people."""
    if not row.people:
        if row.issuer.organisation:
            return screen.exactly(row.issuer.short) or screen.text(row.issuer.organisation)
        return screen.say("{count} pairs", count=row.announced) if row.kind == "signing" and row.announced else ""
    first = screen.text(row.people[0].name)
    if len(row.people) == 1:
        return first
    return screen.say("{name} + {others}", name=first, others=len(row.people) - 1, count=len(row.people))


def speaks(row: AgendaRow, screen: Screen) -> str:
    """What stands in the place of a title: who speaks, as the programme will print it."""
    moderators = [person for person in row.people if person.role == "moderator"]
    if moderators and len(row.people) > 1:
        others = len(row.people) - len(moderators)
        return screen.say(
            "Moderated by {name}, {count} panelists", name=screen.text(moderators[0].name), count=others
        )
    if len(row.people) == 1:
        return post(row.people[0].post, screen)
    return say_code(screen.words, row.kind)
