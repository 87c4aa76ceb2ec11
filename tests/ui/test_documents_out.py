"""The documents page: saving and printing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from forumdesk.app.commands.agenda import EditItem
from forumdesk.app.sample import key
from forumdesk.domain.text import Text
from forumdesk.ui.documents.sheets import opened
from forumdesk.ui.window import Desk
from ui.hands import PATIENCE, documents


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Answers the question for a path with the suggested name in a folder of the test's; keeps the answers."""
    answers: list[Path] = []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        answers.append(tmp_path / "out" / Path(suggested).name)
        return str(answers[-1]), ""

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return answers


def press(qtbot: QtBot, button: QPushButton) -> None:
    """Press a button as soon as it can be pressed."""
    qtbot.waitUntil(button.isEnabled, timeout=3 * PATIENCE)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def turn_to(desk: Desk, document: str) -> None:
    desk.go("documents")
    documents(desk).choose(document)


def text_of(path: Path) -> str:
    with opened(path.read_bytes()) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


@pytest.mark.parametrize("document", ["programme", "thanks", "attendees"])
def test_a_document_is_saved_in_the_language_chosen(
    desk: Desk, qtbot: QtBot, asked: list[Path], document: str
) -> None:
    turn_to(desk, document)
    options = documents(desk).options
    press(qtbot, options.language.button("en"))
    press(qtbot, options.pdf)
    qtbot.waitUntil(lambda: bool(asked) and asked[0].name in desk.notice.text, timeout=3 * PATIENCE)
    assert "World Leading Science Park Development Forum" in text_of(asked[0])
    assert asked[0].name == f"世界领先科技园区发展论坛 {options.title.text()}.pdf"


def test_only_the_pieces_chosen_are_saved(desk: Desk, qtbot: QtBot, asked: list[Path]) -> None:
    turn_to(desk, "thanks")
    options = documents(desk).options
    qtbot.waitUntil(options.pdf.isEnabled, timeout=3 * PATIENCE)
    press(qtbot, options.none)
    options.model.toggle(4)
    press(qtbot, options.pdf)
    qtbot.waitUntil(lambda: "共 1 件，1 页" in desk.notice.text, timeout=3 * PATIENCE)
    assert "张宇蕾" in text_of(asked[0])


def test_what_is_typed_right_before_is_in_the_file(desk: Desk, qtbot: QtBot, asked: list[Path]) -> None:
    turn_to(desk, "programme")
    pdf = documents(desk).options.pdf
    qtbot.waitUntil(pdf.isEnabled, timeout=3 * PATIENCE)
    desk.operations.run(EditItem(id=key("item", "opening"), title=Text("欢迎辞", "Welcome")))
    press(qtbot, pdf)
    qtbot.waitUntil(lambda: bool(asked) and asked[0].name in desk.notice.text, timeout=3 * PATIENCE)
    assert "欢迎辞" in text_of(asked[0])


@pytest.mark.parametrize(("ending", "holds"), [("xlsx", "辛国斌"), ("csv", "辛国斌"), ("vcf", "FN:辛国斌")])
def test_the_attendee_list_is_saved_as_data(
    desk: Desk, qtbot: QtBot, asked: list[Path], ending: str, holds: str
) -> None:
    turn_to(desk, "attendees")
    press(qtbot, documents(desk).options.data[ending])
    qtbot.waitUntil(lambda: "共 40 人" in desk.notice.text, timeout=3 * PATIENCE)
    if ending == "xlsx":
        rows = CalamineWorkbook.from_path(str(asked[0])).get_sheet_by_index(0).to_python()
        assert holds in [cell for row in rows for cell in row]
    else:
        assert holds in asked[0].read_text(encoding="utf-8")


def test_only_the_attendees_are_had_as_data(desk: Desk) -> None:
    for document in documents(desk).shelf.names:
        turn_to(desk, document)
        shown = [button.isVisible() for button in documents(desk).options.data.values()]
        assert shown == [document == "attendees"] * 3


def test_where_no_file_can_be_written_the_notice_says_so(
    desk: Desk, qtbot: QtBot, asked: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "out").rmdir()
    turn_to(desk, "programme")
    press(qtbot, documents(desk).options.pdf)
    qtbot.waitUntil(lambda: str(tmp_path) in desk.notice.text, timeout=3 * PATIENCE)
    assert desk.notice.property("tone") == "trouble"


def test_who_changes_their_mind_saves_nothing(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    turn_to(desk, "programme")
    press(qtbot, documents(desk).options.pdf)
    desk.operations.close()
    assert desk.notice.text == ""


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


@pytest.mark.parametrize(("document", "sizes"), [("signing", [(842, 595)] * 7), ("programme", [(595, 842)])])
def test_the_printer_gets_every_page_in_true_size(
    desk: Desk, qtbot: QtBot, paper: Path, document: str, sizes: list[tuple[int, int]]
) -> None:
    turn_to(desk, document)
    press(qtbot, documents(desk).options.print)
    qtbot.waitUntil(lambda: desk.notice.text == f"已送往打印机，共 {len(sizes)} 页。", timeout=3 * PATIENCE)
    with opened(paper.read_bytes()) as pdf:
        assert [pdf.get_page_size(page) for page in range(len(pdf))] == [pytest.approx(size, abs=2) for size in sizes]
        ink = pdf[0].render(scale=1).to_pil().convert("L")
    assert ink.getextrema()[0] < 100, "something is printed"


def test_who_cancels_prints_nothing(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    turn_to(desk, "programme")
    press(qtbot, documents(desk).options.print)
    assert desk.operations.jobs.shown == []
