"""The documents page: what was printed, what of it is stale, and printing only that again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from forumdesk.app.commands.people import EditPerson
from forumdesk.app.printing.making import render_document
from forumdesk.app.printing.order import Order
from forumdesk.app.sample import key
from forumdesk.base.job import Cancelled, Ticket
from forumdesk.domain.text import Text
from forumdesk.store.store import Store
from forumdesk.ui.documents.paper import put_on_paper
from forumdesk.ui.documents.pieces import DETAIL, STALE
from forumdesk.ui.documents.sheets import opened
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents, overview

ZHOU_LI = EditPerson(id=key("person", "zhou-li-torch"), name=Text("周立", "Zhou Li"))


@pytest.fixture
def paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answers the question for a printer with one that prints to this file."""
    path = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    return path


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.waitUntil(button.isEnabled, timeout=3 * PATIENCE)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def print_it(desk: Desk, qtbot: QtBot, document: str) -> None:
    desk.go("documents")
    page = documents(desk)
    page.choose(document)
    with qtbot.waitSignal(page.outgoing.recorded, timeout=3 * PATIENCE):
        press(qtbot, page.options.print)


def label(desk: Desk, document: str) -> str:
    """The amber label of a document in the list."""
    return str(documents(desk).shelf.chip(document))


def wait_for_label(qtbot: QtBot, desk: Desk, document: str, text: str) -> None:
    qtbot.waitUntil(lambda: label(desk, document) == text, timeout=3 * PATIENCE)


def test_a_change_makes_the_pieces_that_show_it_stale_and_only_these_are_printed_again(
    desk: Desk, qtbot: QtBot, paper: Path
) -> None:
    print_it(desk, qtbot, "thanks")
    options = documents(desk).options
    desk.operations.run(ZHOU_LI)
    wait_for_label(qtbot, desk, "thanks", "1 待重印")
    assert options.which.button("stale").text() == "待重印 1"
    press(qtbot, options.which.button("stale"))
    (row,) = range(options.model.rowCount())
    index = options.model.index(row)
    assert (index.data(), index.data(DETAIL), index.data(STALE)) == ("周立", "姓名已改：周力 → 周立", True)
    assert "已打印 1 次" in index.data(Qt.ItemDataRole.ToolTipRole)
    with qtbot.waitSignal(documents(desk).outgoing.recorded, timeout=3 * PATIENCE):
        press(qtbot, options.print)
    with opened(paper.read_bytes()) as pdf:
        assert len(pdf) == 1
    wait_for_label(qtbot, desk, "thanks", "")
    assert options.which.isHidden()
    assert options.model.rowCount() == 16


def test_an_undo_makes_what_was_printed_fresh_again(desk: Desk, qtbot: QtBot, paper: Path) -> None:
    print_it(desk, qtbot, "thanks")
    desk.operations.run(ZHOU_LI)
    wait_for_label(qtbot, desk, "thanks", "1 待重印")
    desk.operations.undo()
    wait_for_label(qtbot, desk, "thanks", "")


def test_a_document_that_flows_says_what_has_changed_since_it_was_printed(
    desk: Desk, qtbot: QtBot, paper: Path
) -> None:
    print_it(desk, qtbot, "attendees")
    past = documents(desk).options.past
    qtbot.waitUntil(lambda: past.said.text().startswith("已打印 1 次"), timeout=3 * PATIENCE)
    assert past.changes.isHidden()
    desk.operations.run(ZHOU_LI)
    wait_for_label(qtbot, desk, "attendees", "待重印")
    assert past.changes.text() == "周立：姓名已改：周力 → 周立"


def test_the_overview_and_the_status_bar_lead_to_what_must_be_printed_again(
    desk: Desk, qtbot: QtBot, paper: Path
) -> None:
    print_it(desk, qtbot, "thanks")
    print_it(desk, qtbot, "attendees")
    desk.go("overview")
    page, button = overview(desk), desk.status.reprints
    assert (page.reprints.links, page.reprints.count.text(), button.isHidden()) == ([], "", True)
    desk.operations.run(ZHOU_LI)
    qtbot.waitUntil(button.isVisible, timeout=3 * PATIENCE)
    lines = [(link.line.title, link.line.detail, link.line.tag) for link in page.reprints.links]
    assert lines == [("感谢证书", "周立", "1/16"), ("参会名单", "周立：姓名已改：周力 → 周立", "")]
    assert (page.reprints.count.text(), button.text(), button.toolTip()) == ("2", "待重印 2", "感谢证书、参会名单")
    assert desk.findings.pressing == len(page.problems.links)  # what is stale is counted for itself

    options = documents(desk).options
    press(qtbot, page.reprints.links[1])
    assert (desk.open_page, documents(desk).shelf.list.currentItem().text()) == (documents(desk), "参会名单")
    options.language.button("en").click()
    documents(desk).choose("thanks")
    options.language.button("en").click()
    press(qtbot, button)
    qtbot.waitUntil(lambda: options.model.only == "stale" and options.print.isEnabled(), timeout=3 * PATIENCE)
    assert (options.language.code, options.model.rowCount(), options.print.text()) == ("zh", 1, " 打印这 1 份…")
    with qtbot.waitSignal(documents(desk).outgoing.recorded, timeout=3 * PATIENCE):
        press(qtbot, options.print)
    qtbot.waitUntil(lambda: button.text() == "待重印 1", timeout=3 * PATIENCE)


def test_of_a_range_of_pages_only_the_pieces_on_them_are_recorded(
    desk: Desk, qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept = QPrintDialog.exec

    def two_pages(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setFromTo(2, 3)
        return accept(dialog)

    monkeypatch.setattr(QPrintDialog, "exec", two_pages)
    print_it(desk, qtbot, "thanks")
    from forumdesk.domain.printing import PrintRecord

    with desk.operations.store.look() as look:
        assert len(look.all(PrintRecord)) == 2


class StopsAt(Ticket):
    """Is cancelled when so many pages are made."""

    def __init__(self, pages: int) -> None:
        super().__init__(lambda done, _: self.cancel() if done == pages else None)


def test_a_job_that_is_stopped_ends_with_the_page_in_hand(sample_store: Store, paper: Path) -> None:
    pdf, _ = render_document(sample_store, Order("certificates", kinds=("signing",)))
    printer = QPrinter()
    printer.setOutputFileName(str(paper))
    assert put_on_paper(printer, pdf, StopsAt(1)) == (1, 2)
    with opened(paper.read_bytes()) as printed:
        assert len(printed) == 2
    before = Ticket()
    before.cancel()
    with pytest.raises(Cancelled):
        put_on_paper(printer, pdf, before)


def test_what_a_stopped_job_left_is_printed_later(
    desk: Desk, qtbot: QtBot, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forumdesk.ui.documents.paper.put_on_paper", lambda *_: (1, 5))
    print_it(desk, qtbot, "thanks")
    assert desk.notice.text == "已停在第 5 页，共 16 页；其余未打印。"
    options = documents(desk).options
    qtbot.waitUntil(options.which.isVisible, timeout=3 * PATIENCE)
    press(qtbot, options.which.button("remaining"))
    assert (options.which.button("remaining").text(), options.model.rowCount()) == ("未打印 11", 11)
    assert options.wish is not None
    monkeypatch.setattr("forumdesk.ui.documents.paper.put_on_paper", lambda *_: (1, 11))
    print_it(desk, qtbot, "thanks")
    qtbot.waitUntil(options.which.isHidden, timeout=3 * PATIENCE)
    assert options.model.rowCount() == 16


def left_edge(path: Path) -> float:
    """Where the ink of the first page begins, in mm."""
    with opened(path.read_bytes()) as pdf:
        ink = pdf[0].render(scale=4).to_pil().convert("L").point(lambda grey: 255 * (grey < 128))
    return float(ink.getbbox()[0] / 4 / 72 * 25.4)


def test_what_a_printer_misses_is_made_good(desk: Desk, qtbot: QtBot, paper: Path) -> None:
    print_it(desk, qtbot, "programme")
    before = left_edge(paper)
    calibration = documents(desk).options.calibration
    for field, mm in ((calibration.right, "4.5"), (calibration.down, "-1")):
        field.selectAll()
        qtbot.keyClicks(field, mm)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    print_it(desk, qtbot, "programme")
    assert left_edge(paper) - before == pytest.approx(4.5, abs=0.2)
    calibration.show_printer()
    assert (calibration.right.value, calibration.down.value) == (4.5, -1)
