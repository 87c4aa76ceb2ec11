"""What is typed into the fields of the settings, as values; `Refused` for what is none."""

from __future__ import annotations

import datetime as dt
import re

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP


class NotAColour(Refused):
    """Not a colour as #RRGGBB. Facts: value."""

    code = "not-a-colour"
    sentence = NOOP("“{value}” is no colour; write one such as #0F5B63, or nothing for the style's own.")


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


def a_colour(typed: str) -> str:
    """#0F5B63, or nothing."""
    colour = typed.strip().upper()
    if colour and not re.fullmatch(r"#[0-9A-F]{6}", colour):
        raise NotAColour(value=typed)
    return colour


def manners() -> dict[str, str]:
    """The themes papers are printed in: code and title."""
    from forumdesk.documents.themes import THEMES

    return {name: theme.title for name, theme in THEMES.items()}
