"""The three lists of the people page, what of them is found, and the names that fields complete from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumdesk.ui import wording
from forumdesk.ui.parts.row_model import RowModel
from forumdesk.ui.parts.row_view import RowView
from forumdesk.ui.parts.text import Label
from forumdesk.ui.people.model import OrganisationsModel, PeopleModel
from forumdesk.ui.people.names import Known, Names
from forumdesk.ui.people.ranks import RankList
from forumdesk.ui.people.reading import ORGANISATIONS, PEOPLE, RANKS, SECTIONS
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forumdesk.store.screens.people import PeopleRows

ROW_HEIGHT, SIDE = 32, 16


class Lists(QStackedWidget):
    """One list at a time; where nothing is in it, what belongs there; in its place other things can be laid."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._rows: PeopleRows | None = None
        self._typed = ""
        self.people_names, self.organisation_names = Names(), Names()
        self.model, self.organisations_model = PeopleModel(screen), OrganisationsModel(screen)
        self.view, self.organisations = RowView(self.model, ROW_HEIGHT), RowView(self.organisations_model, ROW_HEIGHT)
        self.ranks = RankList(screen, self.people_names)
        self.empty = Label("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (_in_margins(self.view), _in_margins(self.organisations), self.ranks, self.empty):
            self.addWidget(part)

    def view_of(self, section: str) -> RowView:
        """A list's table."""
        return {PEOPLE: self.view, ORGANISATIONS: self.organisations}.get(section, self.ranks.view)

    def model_of(self, section: str) -> RowModel[Any]:
        """A list's rows."""
        models: dict[str, RowModel[Any]] = {PEOPLE: self.model, ORGANISATIONS: self.organisations_model}
        return models.get(section, self.ranks.model)

    def chosen(self, section: str) -> UUID | None:
        """The person or organisation under a list's cursor."""
        lines: Sequence[Any] = self.model_of(section).lines
        place = self.view_of(section).currentIndex().row()
        return lines[place].id if 0 <= place < len(lines) else None

    def section_of(self, row: UUID) -> str | None:
        """The list in which somebody or something stands, shown or not; None where nobody has read of it yet."""
        if self._rows is None:
            return None
        if any(person.id == row for person in self._rows.people):
            return PEOPLE
        return ORGANISATIONS if any(one.id == row for one in self._rows.organisations) else None

    def show_rows(self, rows: PeopleRows) -> None:
        """Take in the lists as they are now."""
        self._rows = rows
        self._know_names(rows)
        self.look_for(self._typed)

    def look_for(self, typed: str) -> None:
        """Keep the rows in which every word is found."""
        self._typed = typed
        rows, words = self._rows, typed.casefold().split()
        if rows is None:
            return
        self.model.show_rows([row for row in rows.people if _found(row, words)])
        self.organisations_model.show_rows([row for row in rows.organisations if _found(row, words)])
        self.ranks.show_ranks(tuple(row for row in rows.ranks if _found(row, words)))
        for view in (self.view, self.organisations):
            if view.rows.rowCount() and not view.currentIndex().isValid():
                view.setCurrentIndex(view.rows.index(0, 0))

    def turn(self, section: str) -> None:
        """Show a list, or that nothing is in it. The order of rank is filled where it stands empty."""
        self.empty.setText(self._nothing(section))
        is_bare = self._rows is not None and not self.model_of(section).rowCount()
        if is_bare and (section != RANKS or self._typed.strip()):
            self.setCurrentWidget(self.empty)
        else:
            self.setCurrentIndex(SECTIONS.index(section))

    def counted(self, section: str) -> str:
        """How many rows a list shows, in words."""
        count, screen = self.model_of(section).rowCount(), self._screen
        if not count:
            return ""
        if section == ORGANISATIONS:
            return screen.say("{count} organisations", count=count)
        return screen.say("{count} people", count=count)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self._screen = screen
        self.view.setAccessibleName(screen.say("People"))
        self.organisations.setAccessibleName(screen.say("Organisations"))
        for model in (self.model, self.organisations_model):
            model.speak(screen)
        self.ranks.speak(screen)
        if self._rows is not None:
            self._know_names(self._rows)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        for view in (self.view, self.organisations):
            view.painter.wear(theme)
            view.viewport().update()
        self.ranks.wear(theme)

    def _nothing(self, section: str) -> str:
        screen, typed = self._screen, self._typed.strip()
        if typed:
            return screen.say("Nothing is found for “{found}”.", found=typed)
        if section == ORGANISATIONS:
            return screen.say("Organisations stand here once a person has a post, or one is added.")
        return screen.say("Nobody is entered yet. Add a person, or paste the list under Attendees.")

    def _know_names(self, rows: PeopleRows) -> None:
        shown = self._screen.text
        self.people_names.show(
            [
                Known(
                    row.id, shown(row.name), (row.name.first, row.name.second), row.found_by,
                    wording.organisation(row.post, self._screen),
                )
                for row in rows.people
            ]
        )  # fmt: skip
        self.organisation_names.show(
            [
                Known(
                    row.id, shown(row.name),
                    (row.name.first, row.name.second, row.short.first, row.short.second, *row.spellings),
                    row.found_by,
                )
                for row in rows.organisations
            ]
        )  # fmt: skip


def _in_margins(view: RowView) -> QWidget:
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(SIDE, 0, SIDE, 0)
    column.addWidget(view)
    return around


def _found(row: Any, words: list[str]) -> bool:
    return all(word in row.found_by for word in words)
