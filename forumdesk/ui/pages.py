"""Which pages the desk has. A page is made when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from forumdesk.base.words import NOOP
from forumdesk.ui.page import Around, Page
from forumdesk.ui.screen import Screen


class PageKind(NamedTuple):
    """A page on the rail: its name for programs, its icon, what it is called, and how it is made."""

    name: str
    icon: str
    title: str
    make: Callable[[Around, Screen], Page]


def _overview(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.overview.page import OverviewPage

    return OverviewPage(around, screen)


def _agenda(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.agenda.page import AgendaPage

    return AgendaPage(around, screen)


def _people(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.people.page import PeoplePage

    return PeoplePage(around, screen)


def _ceremonies(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.ceremonies.page import CeremoniesPage

    return CeremoniesPage(around, screen)


def _attendees(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.attendees.page import AttendeesPage

    return AttendeesPage(around, screen)


def _documents(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.documents.page import DocumentsPage

    return DocumentsPage(around, screen)


def _problems(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.problems.page import ProblemsPage

    return ProblemsPage(around, screen)


def _settings(around: Around, screen: Screen) -> Page:
    from forumdesk.ui.settings.page import SettingsPage

    return SettingsPage(around, screen)


PAGES = (
    PageKind("overview", "sunrise", NOOP("Overview"), _overview),
    PageKind("agenda", "calendar-clock", NOOP("Agenda"), _agenda),
    PageKind("people", "users", NOOP("People"), _people),
    PageKind("ceremonies", "award", NOOP("Ceremonies"), _ceremonies),
    PageKind("attendees", "id-card", NOOP("Attendees"), _attendees),
    PageKind("documents", "printer", NOOP("Documents"), _documents),
    PageKind("problems", "list-checks", NOOP("Problems"), _problems),
    PageKind("settings", "settings", NOOP("Settings"), _settings),
)
"""The pages in the order of the rail."""
