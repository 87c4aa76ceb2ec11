"""What is typed into the fields of the settings, as values; `Refused` for what is none."""

from __future__ import annotations

import datetime as dt


def a_date(typed: str) -> dt.date:
    """2025-03-28."""
    from forumdesk.app.founding import NotADate

    try:
        return dt.date.fromisoformat(typed.strip())
    except ValueError:
        raise NotADate(value=typed) from None


def a_zone(typed: str) -> str:
    """Asia/Shanghai."""
    from forumdesk.app.commands.event import check_zone

    zone = typed.strip()
    check_zone(zone)
    return zone
