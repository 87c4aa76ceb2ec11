"""Pages of a layout while it is edited: made beside the window, one at a time, and the last wish wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from forumdesk.base.errors import Trouble
from forumdesk.ui.documents.sheets import Size, picture, sizes
from forumdesk.ui.operations import Operations, as_trouble

if TYPE_CHECKING:
    from forumdesk.app.printing.trying import OwnLayout, Trial
    from forumdesk.documents.cards.layout import Layout


@dataclass(frozen=True, slots=True)
class Wish:
    """A layout on a piece, in some languages, with so many dots a point."""

    own: OwnLayout
    layout: Layout
    languages: tuple[str, ...]
    piece: str
    data_only: bool
    dots_a_point: float


@dataclass(frozen=True, slots=True)
class Page:
    """What a wish became: the page's picture, its size in points, and the trial it shows."""

    wish: Wish
    trial: Trial
    size: Size
    image: QImage


class Trials(QObject):
    """Keeps the page up to date: `made` says a page, `failed` why there is none."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._do: Callable[..., object] = operations.do
        self._next: Wish | None = None
        self.is_busy = False

    def ask(self, wish: Wish) -> None:
        """Make a page of this as soon as may be."""
        self._next = wish
        if not self.is_busy:
            self.is_busy = True
            self._next = None
            self._do(partial(_page, wish), self._on_made)

    def _on_made(self, page: Page | Trouble) -> None:
        self.is_busy = False
        if isinstance(page, Trouble):
            self.failed.emit(page)
        else:
            self.made.emit(page)  # also of a wish before the last: the page follows a drag
        if self._next is not None:
            self.ask(self._next)


def _page(wish: Wish) -> Page | Trouble:
    """A page, or why there is none: whoever asked must hear of either, to ask again."""
    from forumdesk.app.printing.trying import tried

    try:
        trial = tried(wish.own, wish.layout, wish.languages, wish.piece, data_only=wish.data_only)
        return Page(wish, trial, sizes(trial.pdf)[0], picture(trial.pdf, 0, wish.dots_a_point))
    except Exception as error:
        return as_trouble(error)
