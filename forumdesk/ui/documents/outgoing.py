"""What leaves the desk: papers to the printer, PDF and lists to files. Long work runs beside the window."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from forumdesk.ui.documents.calibration import LAST, Offset, last_printer, offset_of
from forumdesk.ui.documents.proofs import Proof, make
from forumdesk.ui.page import Around
from forumdesk.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from forumdesk.app.printing.making import Printed
    from forumdesk.app.printing.order import Order
    from forumdesk.base.job import Ticket
    from forumdesk.store.store import Store

T = TypeVar("T")
Sent = tuple[int, int]
"""How many pages went to the printer, of how many."""


class Outgoing(QObject):
    """Asks where to, does it once every change made before is in the event, and says that it is done.

    `recorded` says that what went to the printer is in the print record.
    """

    recorded = Signal()

    def __init__(self, around: Around, parent: QWidget, screen: Screen) -> None:
        super().__init__(parent)
        self._around, self._parent = around, parent
        self.screen = screen

    def print(self, proof: Proof, order: Order, name: str) -> None:
        """Print what is wished for; the proof says how large the paper is."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from forumdesk.ui.documents.paper import set_page

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        if known := last_printer(self._around.settings):
            printer.setPrinterName(known)
        set_page(printer, proof.sizes[0])
        dialog = QPrintDialog(printer, self._parent)
        dialog.setMinMax(1, len(proof.sizes))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._around.settings.setValue(LAST, printer.printerName())
            offset = offset_of(self._around.settings, printer.printerName())
            work = partial(_printed, self._around.operations.store, order, printer, offset)
            self._start(self.screen.say("Printing {name}", name=name), work, self._on_printed)

    def save_pdf(self, order: Order, name: str) -> None:
        """Save what is wished for as a PDF."""
        out = self._ask_path(name, ".pdf", self.screen.say("PDF documents"))
        if out is not None:
            work = partial(_saved, self._around.operations.store, order, out)
            self._start(self._saving(out), work, partial(self._on_saved, out))

    def save_list(self, ending: str, language: str | None, name: str) -> None:
        """Save the attendee list as data; its headings are in one language, the names in both."""
        kinds = {
            "xlsx": self.screen.say("Excel workbooks"),
            "csv": self.screen.say("CSV tables"),
            "vcf": self.screen.say("vCards"),
        }
        out = self._ask_path(name, f".{ending}", kinds[ending])
        if out is not None:
            work = partial(_exported, self._around.operations.store, language, out)
            self._start(self._saving(out), work, partial(self._on_exported, out))

    def _start(self, title: str, work: Callable[[Ticket], T], answer: Callable[[T], None]) -> None:
        operations = self._around.operations

        def begin(_: None) -> None:
            operations.job(title, work, answer)

        operations.look(lambda _: None, begin)  # what is being written is there when it begins

    def _saving(self, out: Path) -> str:
        return self.screen.say("Saving {name}", name=out.name)

    def _on_printed(self, sent: Sent) -> None:
        self.recorded.emit()
        pages, of = sent
        if pages < of:
            said = self.screen.say(
                "Stopped after page {page} of {count}; what is left was not printed.", page=pages, count=of
            )
        else:
            said = self.screen.say("Sent to the printer. Pages: {count}", count=pages)
        self._around.done(said)

    def _on_saved(self, out: Path, printed: Printed) -> None:
        saved = self.screen.say("{name} is saved.", name=out.name)
        self._around.done("\n".join((saved, *printed.remarks(self.screen.words))))

    def _on_exported(self, out: Path, count: int) -> None:
        self._around.done(self.screen.say("{name} is saved, with {count} people.", name=out.name, count=count))

    def _ask_path(self, name: str, suffix: str, kind: str) -> Path | None:
        return path_asked(self._parent, self._around.operations.store.place, name, suffix, kind)


def path_asked(parent: QWidget, place: str, name: str, suffix: str, kind: str) -> Path | None:
    """Where something of that name is to be saved, beside the event at `place`; None for nowhere."""
    folder = Path.cwd() if "://" in place else Path(place).parent
    suggested = folder / (re.sub(r'[\x00-\x1f/\\:*?"<>|]', " ", name).strip() + suffix)
    chosen, _ = QFileDialog.getSaveFileName(parent, name, str(suggested), f"{kind} (*{suffix})")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _printed(store: Store, order: Order, printer: QPrinter, offset: Offset, ticket: Ticket) -> Sent:
    from forumdesk.app.printing.record import record
    from forumdesk.ui.documents.paper import put_on_paper

    pdf, printed = make(store, order, ticket)
    first, last = put_on_paper(printer, pdf, ticket, offset)
    record(store, printed.made_of.on_pages(first, last, printed.pages))
    wanted = min(printer.toPage() or printed.pages, printed.pages)
    return last - first + 1, wanted - first + 1


def _saved(store: Store, order: Order, out: Path, ticket: Ticket) -> Printed:
    from forumdesk.app.printing.making import print_document

    return print_document(store, order, out, ticket=ticket)


def _exported(store: Store, language: str | None, out: Path, _: Ticket) -> int:
    from forumdesk.app.exporting import export_attendees

    return export_attendees(store, out, language=language)
