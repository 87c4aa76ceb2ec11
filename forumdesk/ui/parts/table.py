"""A whole table as a part of a page: the sheet of cells, and what is typed, pasted and filled into it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.base.errors import Trouble
from forumdesk.base.words import NOOP
from forumdesk.ui.page import Around
from forumdesk.ui.parts.clipboard import Block, Copied, put_on_clipboard, to_html, to_tsv
from forumdesk.ui.parts.columns_menu import ColumnsMenu
from forumdesk.ui.parts.draft import Draft, Line, Plan, spread
from forumdesk.ui.parts.paste_preview import PastePreview, told
from forumdesk.ui.parts.sheet_view import Cells, SheetView
from forumdesk.ui.parts.table_model import Column, TableModel
from forumdesk.ui.screen import Screen
from forumdesk.ui.theme import Theme

if TYPE_CHECKING:
    from forumdesk.store.work import Look

Planner = Callable[["Look", Draft, Screen], Plan]
"""What a draft comes to; runs where the event is read, not on the window's thread."""

PASTE, FILL, EDIT, REMOVE = NOOP("Paste cells"), NOOP("Fill down"), NOOP("Edit cells"), NOOP("Remove rows")


class Table(QWidget):
    """Cells are typed, pasted, filled and emptied; whatever it is, a planner says what it comes to.

    What is all good is done at once, as one step. A pasted block, and whatever is refused in part, is shown first.
    `remove` plans the removal of rows, from a draft without texts. `choose` makes the commands that give a column's
    choice to many; without it that is a draft, too. `move` makes those that put rows behind another one or first;
    where it is None rows stay where they are. `fixed` says why they do.
    """

    sorted = Signal(str, bool)
    previewed = Signal(QWidget)
    """What a block would change is shown now, in this widget: bring it into sight."""

    def __init__(
        self,
        model: TableModel[Any],
        around: Around,
        *,
        name: str,
        row_height: int,
        plan: Planner,
        remove: Planner,
        choose: Callable[[Sequence[Hashable], str, int], list[Any]] | None = None,
        move: Callable[[Look, Sequence[Hashable], Hashable | None], list[Any]] | None = None,
        fixed: Callable[[], Trouble | None] = lambda: None,
        sorts: bool = True,
    ) -> None:
        super().__init__()
        self.model, self._around, self.plan, self._remove = model, around, plan, remove
        self._choose, self._move, self.fixed = choose, move, fixed
        self.view = SheetView(model, row_height)
        self.columns = ColumnsMenu(self.view, around.settings, name, sorts=sorts)
        self.columns.sorted.connect(self.sorted)
        self.preview = PastePreview(model.screen)
        self._waiting: Callable[[Look], Plan] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.preview)
        model.asked.connect(around.operations.run)
        model.refused.connect(around.refuse)
        model.typed.connect(self._on_typed)
        self.view.typed_everywhere.connect(self._on_typed_everywhere)
        self.view.moved.connect(self.move_rows)
        self.view.set_asked.connect(self.set_rows)
        if move:
            self.view.let_move()
        self.view.copy_asked.connect(self.copy)
        self.view.cut_asked.connect(self.cut)
        self.view.paste_asked.connect(self.paste)
        self.view.fill_asked.connect(self.fill_down)
        self.view.clear_asked.connect(lambda: self._on_typed_everywhere(""))
        self.view.remove_asked.connect(self.remove_rows)
        self.view.columns_menu = lambda column: self.columns.menu(column, model.screen)
        self.preview.accepted.connect(self._on_accepted)
        self.preview.cancelled.connect(self._on_cancelled)

    def speak(self, screen: Screen) -> None:
        """Say everything in another language."""
        self.model.speak(screen)
        self.view.speak(screen)
        self.preview.speak(screen)

    def wear(self, theme: Theme) -> None:
        """Take on a theme's colours."""
        self.view.painter.wear(theme)
        self.view.viewport().update()
        if self.view.grip:
            self.view.grip.wear(theme)
        self.preview.wear(theme)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, for this table and for other programs."""
        chosen = [(place, columns) for place, columns in self.view.selected() if place < self.model.count()]
        make = partial(_copied, chosen, self.model.columns, self.model.screen)
        self.model.fetch([place for place, _ in chosen], make, lambda copied: put_on_clipboard(*copied))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self._on_typed_everywhere("")

    def paste(self) -> None:
        """Read the clipboard as a block that begins at the current cell, or at the first one chosen."""
        data = QGuiApplication.clipboard().mimeData()
        chosen = self.view.selected()
        here = self.view.currentIndex()
        if not here.isValid() or not (data.hasHtml() or data.hasText()):
            return
        top = chosen[0][0] if chosen else here.row()
        columns = chosen[0][1] if chosen else [here.column()]
        shown = self.view.columns_shown()
        from_here = shown[shown.index(columns[0]) :]
        names = [self.model.columns[column].name for column in from_here]
        ids = [self.model.id_at(place) for place in range(top, self.model.count())]
        entered = partial(
            _pasted, Copied.of(data), top=top, ids=ids, columns=names, places=len(chosen) or 1, whole=len(columns)
        )
        self._enter(entered, shows=True)

    def fill_down(self) -> None:
        """Write the first chosen row's texts into the rows below; of one row alone, those of the row above."""
        chosen = [(place, columns) for place, columns in self.view.selected() if place < self.model.count()]
        if len(chosen) == 1 and chosen[0][0] > 0:
            chosen.insert(0, (chosen[0][0] - 1, chosen[0][1]))
        if len(chosen) < 2:
            return
        self.model.fetch(
            [chosen[0][0]], partial(_texts, self.model.columns, self.model.screen), partial(self._fill, chosen)
        )

    def remove_rows(self) -> None:
        """Remove the rows in which anything is chosen."""
        lines = [Line(place, self.model.id_at(place), {}) for place in self.view.chosen_rows()]
        if lines:
            draft, remove, screen = Draft(REMOVE, lines), self._remove, self.model.screen
            self._run(lambda look: remove(look, draft, screen), shows=False, says_all=True)

    def move_rows(self, before: int) -> None:
        """Put the chosen rows, in their order, in front of the row in a place; or say why that cannot be."""
        places, move = self.view.chosen_rows(), self._move
        if not places or move is None:
            return
        if trouble := self.fixed():
            self._around.refuse(trouble)
            return
        before = min(max(before, 0), self.model.count())
        if len(places) == places[-1] - places[0] + 1 and places[0] <= before <= places[-1] + 1:
            return
        ids, after = self.model.ids_in(places), self.model.id_at(before - 1)
        self._run(lambda look: _as_one(move(look, ids(), after)), shows=False)

    def set_rows(self, column: int, choice: int) -> None:
        """Give the chosen rows, however many, one of a column's choices."""
        choose, chosen, places = self._choose, self.model.columns[column], self.view.chosen_rows()
        if choose is not None:
            ids = self.model.ids_in(places)
            self._run(lambda _look: _as_one(choose(ids(), chosen.name, choice)), shows=False)
        elif chosen.choices is not None:
            texts = {chosen.name: chosen.choices(self.model.screen)[choice]}
            lines = [Line(place, self.model.id_at(place), texts) for place in places]
            self._enter(lambda: Draft(EDIT, lines))

    def _fill(self, chosen: Cells, source: list[dict[str, str]]) -> None:
        if not source:
            return
        names = {place: column.name for place, column in enumerate(self.model.columns)}
        lines = [
            Line(place, self.model.id_at(place), {names[column]: source[0][names[column]] for column in columns})
            for place, columns in chosen[1:]
        ]
        self._enter(lambda: Draft(FILL, lines))

    def _on_typed(self, row: int, column: int, text: str) -> None:
        line = Line(row, self.model.id_at(row), {self.model.columns[column].name: text})
        self._enter(lambda: Draft(EDIT, [line]), says_all=True)

    def _on_typed_everywhere(self, text: str) -> None:
        """Write a text into every chosen cell. Empty cells of new rows are none."""
        columns = self.model.columns
        lines = [
            Line(place, self.model.id_at(place), {columns[column].name: text for column in each})
            for place, each in self.view.selected()
            if place < self.model.count() or text
        ]
        self._enter(lambda: Draft(EDIT, lines))

    def _enter(self, draft: Callable[[], Draft], *, shows: bool = False, says_all: bool = False) -> None:
        """Plan a draft, and do it where nothing speaks against it."""
        planner, screen = self.plan, self.model.screen
        self._run(lambda look: planner(look, draft(), screen), shows=shows, says_all=says_all)

    def _run(self, plan: Callable[[Look], Plan], *, shows: bool, says_all: bool = False) -> None:
        def wanted(found: Plan) -> bool:
            alone = len(found.changes) + len(found.refusals) <= 1
            return not found.refusals and (alone or not shows)

        def answer(found: Plan) -> None:
            if wanted(found):
                self._after(found, is_one=says_all)
            elif len(found.refusals) == 1 and not found.changes:
                self._around.refuse(found.refusals[0].trouble)
            else:
                self._waiting = plan
                self.preview.show_plan(found)
                self.previewed.emit(self.preview)

        self._around.operations.run_planned(plan, wanted, answer)

    def _on_accepted(self) -> None:
        """Do all that is good. It is planned anew: somebody may have changed the event since it was shown."""
        plan, self._waiting = self._waiting, None
        self._close_preview()
        if plan is not None:
            self._around.operations.run_planned(plan, lambda _: True, partial(self._after, is_one=False))

    def _on_cancelled(self) -> None:
        self._waiting = None
        self._close_preview()

    def _close_preview(self) -> None:
        self.preview.hide()
        self.view.setFocus()

    def _after(self, found: Plan, *, is_one: bool) -> None:
        sentence = told(found, self.model.screen)
        if sentence and not is_one:
            self._around.done(self.model.screen.say("Done: {what}.", what=sentence))


def _as_one(commands: list[Any]) -> Plan:
    return Plan(commands[0].step if commands else "", commands)


def _pasted(
    copied: Copied, *, top: int, ids: Sequence[Hashable | None], columns: Sequence[str], places: int, whole: int
) -> Draft:
    texts, outside = spread(copied.block(), places, columns, whole)
    lines = [
        Line(top + at, ids[at] if at < len(ids) else None, each)
        for at, each in enumerate(texts)
        if at < len(ids) or any(text.strip() for text in each.values())
    ]
    return Draft(PASTE, lines, outside)


def _copied(chosen: Cells, columns: Sequence[Column[Any]], screen: Screen, rows: list[Any]) -> tuple[str, str]:
    """The chosen cells as text and as HTML; a cell that is not chosen between others is empty."""
    across = sorted({column for _, each in chosen for column in each}, key=_order(chosen))
    block: Block = [
        [columns[column].text(row, screen) if column in each else "" for column in across]
        for row, (_, each) in zip(rows, chosen, strict=False)
    ]
    return to_tsv(block), to_html(block)


def _order(chosen: Cells) -> Callable[[int], int]:
    """Columns from left to right, as the longest of the rows has them."""
    longest = max((each for _, each in chosen), key=len, default=[])
    places = {column: place for place, column in enumerate(longest)}
    return lambda column: places.get(column, len(places) + column)


def _texts(columns: Sequence[Column[Any]], screen: Screen, rows: list[Any]) -> list[dict[str, str]]:
    return [{column.name: column.text(row, screen) for column in columns} for row in rows]
