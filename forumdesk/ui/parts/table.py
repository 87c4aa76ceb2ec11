"""A whole table as a part of a page: the sheet of cells, and what is typed, pasted and filled into it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.base.errors import Trouble
from forumdesk.base.words import NOOP
from forumdesk.ui.page import Around
from forumdesk.ui.parts.chosen import Chosen
from forumdesk.ui.parts.clipboard import Block, Copied, put_on_clipboard, to_html, to_tsv
from forumdesk.ui.parts.columns_menu import ColumnsMenu
from forumdesk.ui.parts.draft import Draft, Line, Plan, Target, spread
from forumdesk.ui.parts.paste_preview import PastePreview, told
from forumdesk.ui.parts.sheet_view import SheetView
from forumdesk.ui.parts.table_model import Column, IdOf, TableModel
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
        self.view.clear_asked.connect(self._on_cleared)
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
        self._copy(lambda: None)

    def cut(self) -> None:
        """Copy the chosen cells and, when they are read, empty them."""
        target = self._target()
        self._copy(lambda: self._write(target, EDIT, lambda _: ""))

    def paste(self) -> None:
        """Read the clipboard as a block that begins at the current cell, or at the first one chosen."""
        data = QGuiApplication.clipboard().mimeData()
        here, chosen = self.view.currentIndex(), self.view.chosen()
        if data is None or not here.isValid() or not (data.hasHtml() or data.hasText()):
            return
        top, columns = next(iter(chosen), (here.row(), (here.column(),)))
        shown = self.view.columns_shown()
        from_here = shown[shown.index(columns[0]) :]
        names = [self.model.columns[column].name for column in from_here]
        places, whole, id_of = len(chosen) or 1, len(columns), self.model.ids_now()
        pasted = partial(_pasted, Copied.of(data), top=top, id_of=id_of, columns=names, places=places, whole=whole)
        self._enter(pasted, shows=True)

    def fill_down(self) -> None:
        """Write the first chosen row's texts into the rows below; of one row alone, those of the row above."""
        target = self._target()
        if not target.chosen:
            return
        source = target.chosen.bands[0].rows.start
        if len(target.chosen) > 1:
            target = replace(target, chosen=target.chosen.between(source + 1, self.model.count()))
        else:
            source -= 1
        if source >= 0:
            texts = partial(_texts, self.model.columns, self.model.screen)
            self.model.fetch([source], texts, partial(self._fill, target))

    def remove_rows(self) -> None:
        """Remove the rows in which anything is chosen."""
        target, remove, screen = self._target(), self._remove, self.model.screen
        if target.chosen:
            self._run(lambda look: remove(look, target.draft(REMOVE), screen), shows=False, says_all=True)

    def move_rows(self, before: int) -> None:
        """Put the chosen rows, in their order, in front of the row in a place; or say why that cannot be."""
        target, move = self._target(), self._move
        if not target.chosen or move is None:
            return
        if trouble := self.fixed():
            self._around.refuse(trouble)
            return
        before = min(max(before, 0), self.model.count())
        first, last = target.chosen.bands[0].rows.start, target.chosen.bands[-1].rows.stop
        if len(target.chosen) == last - first and first <= before <= last:
            return
        after = self.model.id_at(before - 1)
        self._run(lambda look: _as_one(move(look, target.ids(), after)), shows=False)

    def set_rows(self, column: int, choice: int) -> None:
        """Give the chosen rows, however many, one of a column's choices."""
        target, choose = self._target(), self._choose
        name, choices = self.model.columns[column].name, self.model.columns[column].choices
        if choose is not None:
            self._run(lambda _look: _as_one(choose(target.ids(), name, choice)), shows=False)
        elif choices is not None:
            bands = tuple(replace(band, columns=(column,)) for band in target.chosen.bands)
            word = choices(self.model.screen)[choice]
            self._write(replace(target, chosen=Chosen(bands)), EDIT, lambda _: word)

    def _target(self) -> Target:
        """The chosen cells of the rows there are."""
        names = [column.name for column in self.model.columns]
        return Target(self.view.chosen_items(), names, self.model.ids_now())

    def _copy(self, then: Callable[[], None]) -> None:
        chosen = self.view.chosen_items()
        across = chosen.columns(self.view.columns_shown())
        make = partial(_copied, chosen, across, self.model.columns, self.model.screen)

        def answer(copied: tuple[str, str]) -> None:
            put_on_clipboard(*copied)
            then()

        self.model.fetch(chosen.places, make, answer, self.model.screen.say("Copy cells"))

    def _fill(self, target: Target, source: Sequence[Mapping[str, str]]) -> None:
        if source:
            self._write(target, FILL, source[0].__getitem__)

    def _on_typed_everywhere(self, text: str) -> None:
        """Write a text into every chosen cell, also of a new row."""
        self._write(replace(self._target(), chosen=self.view.chosen()), EDIT, lambda _: text)

    def _on_cleared(self) -> None:
        self._write(self._target(), EDIT, lambda _: "")

    def _write(self, target: Target, step: str, text_for: Callable[[str], str]) -> None:
        """Enter a text for each column into all chosen cells of it."""
        self._enter(partial(target.draft, step, text_for))

    def _on_typed(self, row: int, column: int, text: str) -> None:
        line = Line(row, self.model.id_at(row), {self.model.columns[column].name: text})
        self._enter(lambda: Draft(EDIT, [line]), says_all=True)

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
    copied: Copied,
    *,
    top: int,
    id_of: IdOf,
    columns: Sequence[str],
    places: int,
    whole: int,
) -> Draft:
    texts, outside = spread(copied.block(), places, columns, whole)
    lines = [
        Line(top + at, row_id, each)
        for at, each in enumerate(texts)
        if (row_id := id_of(top + at)) is not None or any(text.strip() for text in each.values())
    ]
    return Draft(PASTE, lines, outside)


def _copied(
    chosen: Chosen, across: Sequence[int], columns: Sequence[Column[Any]], screen: Screen, rows: Sequence[Any]
) -> tuple[str, str]:
    """The chosen cells as text and as HTML; a cell that is not chosen between others is empty."""
    block: Block = [
        [columns[column].text(row, screen) if column in each else "" for column in across]
        for row, (_, each) in zip(rows, chosen, strict=True)
        if row is not None
    ]
    return to_tsv(block), to_html(block)


def _texts(columns: Sequence[Column[Any]], screen: Screen, rows: Sequence[Any]) -> list[dict[str, str]]:
    return [{column.name: column.text(row, screen) for column in columns} for row in rows if row is not None]
