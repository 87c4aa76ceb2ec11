"""The font files that came with the event, as a table of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog

from forumdesk.ui.ceremonies.table import OrderedModel
from forumdesk.ui.parts.cells import Cell
from forumdesk.ui.parts.row_model import Column
from forumdesk.ui.screen import Screen
from forumdesk.ui.settings.places import Places

if TYPE_CHECKING:
    from forumdesk.store.screens.settings import FontFacts
    from forumdesk.ui.operations import Operations


class Fonts(Places):
    """Fonts by their names. Papers take from them what the product's own faces lack; most events need none."""

    def __init__(self, operations: Operations, screen: Screen) -> None:
        columns: tuple[Column[FontFacts], ...] = (
            Column(lambda s: s.say("Font"), 0, lambda row, _: Cell(row.name)),
        )  # fmt: skip
        super().__init__(OrderedModel(columns, screen), screen)
        self._operations = operations
        self.view.stay_in_order()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Take in what there is; without any the heading and its button are enough."""
        super().show_rows(rows)
        self.view.setVisible(bool(rows))

    def begin(self) -> None:
        """Let a file be chosen, and add it."""
        screen = self._screen
        kinds = f"{screen.say('TrueType fonts')} (*.ttf *.TTF);;{screen.say('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self, screen.say("Add a font file"), "", kinds)
        if path:
            self._operations.do(partial(_read, Path(path)), self.asked.emit)

    def names(self, screen: Screen) -> tuple[str, str]:
        """Own fonts."""
        return screen.say("Own fonts"), screen.say("Add a font file…")

    def removed(self, row: UUID) -> Any:
        """Its characters are missing again."""
        from forumdesk.app.commands.fonts import RemoveFont

        return RemoveFont(id=row)


def _read(path: Path) -> Any:
    """The command that adds a file; made on a thread of its own."""
    from forumdesk.app.commands.fonts import AddFont
    from forumdesk.exchange.pictures import read

    return AddFont(font=read(path))
