"""Which of the event's two languages is meant."""

from __future__ import annotations

from forumdesk.base.errors import Refused
from forumdesk.base.words import NOOP
from forumdesk.domain.event import Event

BOTH = "both"


class UnknownLanguage(Refused):
    """The event does not have that language. Facts: language, known."""

    code = "unknown-language"
    sentence = NOOP("The event has no language “{language}”; it has {known}.")


def side_of(event: Event, language: str | None) -> int:
    """The number (0 or 1) of a language of the event; its first where None is given."""
    if language is None:
        return 0
    if language not in event.languages:
        raise UnknownLanguage(language=language, known=", ".join(event.languages))
    return event.languages.index(language)


def chosen(event: Event, language: str | None) -> tuple[str, ...]:
    """The language codes a document is made in: one of the two, or `both`."""
    if language == BOTH:
        return event.languages
    return (event.languages[side_of(event, language)],)
