"""Making what the preview shows: off the window's thread, one at a time, and what is asked for last wins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumdesk.base.errors import Trouble
from forumdesk.ui.documents.sheets import Size, sizes
from forumdesk.ui.operations import Operations, as_trouble

if TYPE_CHECKING:
    from forumdesk.app.printing.making import Printed
    from forumdesk.app.printing.order import Order
    from forumdesk.base.job import Ticket
    from forumdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Proof:
    """What a wish became: the PDF, the sizes of its pages in points, and what to look at in it."""

    wish: Order
    pdf: bytes
    sizes: tuple[Size, ...]
    printed: Printed


class Proofs(QObject):
    """Keeps a proof of the last wish up to date.

    While one is being made further wishes wait, and only the last of them is made next. A proof of another
    wish than the last is dropped; one of the same wish is shown although the event has changed since, so that
    something is seen while changes come quickly. Either way what is seen never gets older.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._wish: Order | None = None
        self._under_way = self._again = False

    @property
    def wish(self) -> Order | None:
        """What was asked for last."""
        return self._wish

    @property
    def is_busy(self) -> bool:
        """Whether a proof is still to come."""
        return self._under_way

    def ask(self, wish: Order | None) -> None:
        """Make a proof of this as the event stands now; of nothing, with None."""
        self._wish = wish
        self._again = self._under_way
        if wish is not None and not self._under_way:
            self._under_way = True
            self._operations.do(partial(_proof, self._operations, wish), partial(self._on_made, wish))

    def _on_made(self, wish: Order, proof: Proof | Trouble) -> None:
        self._under_way = False
        if wish == self._wish:
            if isinstance(proof, Trouble):
                self.failed.emit(proof)
            else:
                self.made.emit(proof)
        if self._again:
            self.ask(self._wish)


def make(store: Store, order: Order, ticket: Ticket | None = None) -> tuple[bytes, Printed]:
    """The document that is ordered."""
    from forumdesk.app.printing.making import render_document

    return render_document(store, order, ticket=ticket)


def _proof(operations: Operations, wish: Order) -> Proof | Trouble:
    """A proof, or why there is none: whoever asked must hear of either, to ask again."""
    try:
        pdf, printed = make(operations.store, wish)
        return Proof(wish, pdf, sizes(pdf), printed)
    except Exception as error:
        return as_trouble(error)
