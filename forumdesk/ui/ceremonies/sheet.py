"""The list of a ceremony as a spreadsheet, in its own order."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from forumdesk.ui.ceremonies.names import Known
from forumdesk.ui.page import Around
from forumdesk.ui.parts.row_model import RowModel
from forumdesk.ui.parts.table import Table
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from forumdesk.store.screens.ceremonies import CeremonyRow
    from forumdesk.store.work import Look
    from forumdesk.ui.parts.draft import Draft, Plan

ROW_HEIGHT = 32


class CeremonySheet(Table):
    """`name` is that of the list: plaques, agreements or unveiled. What is announced has rows to type into."""

    def __init__(self, model: RowModel[Any], around: Around, name: str, known: Known) -> None:
        self._plan = partial(_plan, columns=model.columns, names=known)
        super().__init__(
            model, around, name=name, row_height=ROW_HEIGHT, plan=partial(self._plan, ceremony=None),
            remove=partial(_removal, name), move=partial(_moving, name), sorts=False,
        )  # fmt: skip

    def show_ceremony(self, row: CeremonyRow, lines: Sequence[Any]) -> None:
        """Show the lines of a ceremony, and enter what is typed from now on there."""
        self.plan = partial(self._plan, ceremony=row.ceremony)
        model = self.model
        assert isinstance(model, RowModel)
        model.show_rows(lines)

    def select(self, place: int) -> None:
        """Put the cursor on a row, if there is one."""
        if place >= 0:
            self.view.select_row(place)

    def go_to_free(self, first: int, column: int) -> None:
        """Put the cursor on the first row that is only announced, or else where more are typed."""
        self.view.setFocus()
        self.view.setCurrentIndex(self.model.index(first if first >= 0 else self.model.count(), column))


def _plan(look: Look, draft: Draft, screen: Screen, **about: Any) -> Plan:
    from forumdesk.ui.ceremonies.entering import plan

    return plan(look, draft, screen, **about)


def _removal(name: str, look: Look, draft: Draft, screen: Screen) -> Plan:
    from forumdesk.ui.ceremonies.entering import removal

    return removal(name, look, draft, screen)


def _moving(name: str, look: Look, ids: Sequence[Hashable], after: Hashable | None) -> list[Any]:
    from forumdesk.ui.ceremonies.entering import moving

    return list(moving(name, look, ids, after))
