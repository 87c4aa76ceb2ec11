"""The ten first steps: what each says, on which page, and which control it points at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QAbstractItemView, QWidget

from forumdesk.base.words import NOOP

if TYPE_CHECKING:
    from forumdesk.ui.window import Desk

Spot = tuple[QWidget, QRect]
"""A widget and the part of it that is meant, in its own px."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title, its sentences, the page it is on, and how its control is found there."""

    title: str
    text: str
    page: str
    find: Callable[[Desk], Spot]


def _whole(widget: QWidget) -> Spot:
    return widget, widget.rect()


def _cell(view: QAbstractItemView, index: QModelIndex, *, row: bool = False) -> Spot:
    """A cell, or its row; the whole view while it has none."""
    rect = view.visualRect(index)
    if not rect.isValid():
        return _whole(view)
    return view.viewport(), QRect(0, rect.top(), view.viewport().width(), rect.height()) if row else rect


def _day(desk: Desk) -> Spot:
    from forumdesk.ui.overview.page import OverviewPage

    page = desk.page("overview")
    assert isinstance(page, OverviewPage)
    return _whole(page.picture if page.picture.isVisible() else page.empty.add)


def _item(desk: Desk) -> Spot:
    from forumdesk.ui.agenda.page import AgendaPage

    page = desk.page("agenda")
    assert isinstance(page, AgendaPage)
    return _cell(page.view, page.view.currentIndex(), row=True) if page.item else _whole(page.add)


def _minutes(desk: Desk) -> Spot:
    from forumdesk.ui.agenda.model import MINUTES
    from forumdesk.ui.agenda.page import AgendaPage

    page = desk.page("agenda")
    assert isinstance(page, AgendaPage)
    current = page.view.currentIndex()
    return _cell(page.view, current.siblingAtColumn(MINUTES)) if page.item else _whole(page.add)


def _undo(desk: Desk) -> Spot:
    return _whole(desk.top.undo_button)


def _search(desk: Desk) -> Spot:
    return _whole(desk.top.search)


def _person(desk: Desk) -> Spot:
    from forumdesk.ui.people.page import PeoplePage

    page = desk.page("people")
    assert isinstance(page, PeoplePage)
    return _whole(page.person if page.person.isVisible() else page.add)


def _recipients(desk: Desk) -> Spot:
    from forumdesk.ui.ceremonies.page import CeremoniesPage

    page = desk.page("ceremonies")
    assert isinstance(page, CeremoniesPage)
    paste = page.detail.plaques.paste
    return _whole(paste if paste.isVisible() else page.view)


def _attendees(desk: Desk) -> Spot:
    from forumdesk.ui.attendees.page import AttendeesPage

    page = desk.page("attendees")
    assert isinstance(page, AttendeesPage)
    return _cell(page.view, page.model.index(0, 0), row=True)


def _print(desk: Desk) -> Spot:
    from forumdesk.ui.documents.page import DocumentsPage

    page = desk.page("documents")
    assert isinstance(page, DocumentsPage)
    return _whole(page.options.print)


def _problems(desk: Desk) -> Spot:
    return _whole(desk.rail.buttons["problems"])


STEPS = (
    Step(
        NOOP("See the whole day"),
        NOOP("The day is drawn to scale, with who is on stage when. A block leads to its item; below stands what is "
             "still missing."),
        "overview", _day,
    ),
    Step(
        NOOP("The agenda is a table"),
        NOOP("Press F2 or Enter to edit a cell. Drag a row to move it, or press Alt+↑ and Alt+↓."),
        "agenda", _item,
    ),
    Step(
        NOOP("Lengthen an item"),
        NOOP("Type other minutes and press Enter: everything behind is timed anew, as far as a pinned start."),
        "agenda", _minutes,
    ),
    Step(
        NOOP("Take it back"),
        NOOP("Ctrl+Z undoes step after step, even tomorrow. Rest the pointer here to read which one is next."),
        "agenda", _undo,
    ),
    Step(
        NOOP("Find anything"),
        NOOP("Ctrl+K finds people, items, documents and actions by characters, pinyin, initials or English."),
        "agenda", _search,
    ),
    Step(
        NOOP("One card a person"),
        NOOP("Change a name here and it changes everywhere. The card lists each place where the person stands."),
        "people", _person,
    ),
    Step(
        NOOP("Paste the names of a ceremony"),
        NOOP("Choose an award, copy its list from Excel or Word, and press Ctrl+V. You see what will be entered "
             "before Enter enters it."),
        "ceremonies", _recipients,
    ),
    Step(
        NOOP("Paste the attendees"),
        NOOP("Copy rows in Excel and press Ctrl+V on a cell. A preview says what is new, what changes and what is "
             "refused."),
        "attendees", _attendees,
    ),
    Step(
        NOOP("Print what you see"),
        NOOP("The pages at the right follow every change. Print them, or save them as PDF."),
        "documents", _print,
    ),
    Step(
        NOOP("Nothing is forgotten"),
        NOOP("Missing names and clashes are counted here. F1 opens the guide, Ctrl+/ shows all keys."),
        "problems", _problems,
    ),
)  # fmt: skip
