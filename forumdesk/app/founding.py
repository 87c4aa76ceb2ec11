"""Beginning a new event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from forumdesk.app.bus import Bus
from forumdesk.app.commands.event import FoundEvent, check_zone
from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.text import Text
from forumdesk.store.store import Store


class NotADate(Refused):
    """A date that is none. Facts: value."""

    code = "not-a-date"
    sentence = NOOP("“{value}” is no date; write it as 2025-03-28.")


class NotTwoLanguages(Refused):
    """An event declares two languages. Facts: value."""

    code = "not-two-languages"
    sentence = NOOP("“{value}” are not two languages; write two codes such as zh,en.")


def found_event(title: str, title_second: str, languages: str, day: str | None, zone: str) -> Callable[[Store], None]:
    """What founds an event of that title; every argument is checked before any file is made."""
    check_zone(zone)
    try:
        starts = date.fromisoformat(day) if day else datetime.now(ZoneInfo(zone)).date()
    except ValueError:
        raise NotADate(value=day) from None
    codes = [code.strip() for code in languages.split(",")]
    if len(codes) != 2 or not all(code.isascii() and code.isalpha() and 2 <= len(code) <= 3 for code in codes):
        raise NotTwoLanguages(value=languages)
    command = FoundEvent(
        title=Text(title, title_second),
        starts=starts,
        first_language=codes[0].lower(),
        second_language=codes[1].lower(),
        time_zone=zone,
    )

    def found(store: Store) -> None:
        Bus(store).run_all(command.step, [command], founding=True)

    return found
